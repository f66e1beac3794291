using System.Text;
using System.Text.Json;
using Milestones.Channel.Teams;

namespace Milestones.Tests.Teams;

public sealed class RecordedActivityTests
{
    [Fact]
    public void A_personal_message_names_person_place_and_zone()
    {
        var activity = Read(Recorded.PersonalMessage);

        Assert.Equal("i want to get better at math", SpokenText.Of(activity));
        Assert.Equal("aaaaaaaa-0000-0000-0000-000000000001", activity.From!.AadObjectId);
        Assert.Equal("America/New_York", activity.TimeZone);
        Assert.Equal(new DateTimeOffset(2026, 9, 16, 10, 0, 0, 123, TimeSpan.Zero), activity.Timestamp);
        var reference = activity.GetConversationReference();
        Assert.Equal(
            (
                Recorded.ServiceUrl,
                "a:1pL6i0oY3C0K8oAj8",
                "personal",
                Recorded.Tenant,
                "28:22222222-2222-2222-2222-222222222222",
                "Milestones"
            ),
            (
                reference.ServiceUrl,
                reference.ConversationId,
                reference.ConversationType,
                reference.TenantId,
                reference.BotId,
                reference.BotName
            )
        );
    }

    [Fact]
    public void The_rich_version_of_a_message_is_not_a_file() => Assert.Empty(Read(Recorded.PersonalMessage).Files);

    [Fact]
    public void A_picture_is_a_file()
    {
        var activity = Read(
            Recorded.PersonalMessage.Replace(
                "\"attachments\":[",
                "\"attachments\":[{\"contentType\":\"image/png\",\"contentUrl\":\"https://x\"},",
                StringComparison.Ordinal
            )
        );

        Assert.Equal("image/png", Assert.Single(activity.Files).ContentType);
    }

    [Fact]
    public void A_channel_message_loses_the_mention_of_the_bot_and_keeps_that_of_others()
    {
        var activity = Read(Recorded.ChannelMessage);

        Assert.Equal("shout-out for <at>Ana</at> please", SpokenText.Of(activity));
        var reference = activity.GetConversationReference();
        Assert.Equal(
            ("19:2f3c4d@thread.tacv2;messageid=1789552800000", "channel"),
            (reference.ConversationId, reference.ConversationType)
        );
        Assert.Equal(("19:0a1b2c@thread.tacv2", "19:2f3c4d@thread.tacv2"), (reference.TeamId, reference.ChannelId));
    }

    [Fact]
    public void A_card_submit_has_its_data_as_text_and_no_words()
    {
        var activity = Read(Recorded.CardSubmit);

        var data = CardInputs.Of(activity.Value);
        Assert.Equal("", SpokenText.Of(activity));
        Assert.Equal(
            ("goal.save", "80", "true", "3"),
            (data.Text("verb"), data.Text("measure"), data.Text("when"), data.Text("n"))
        );
        Assert.False(data.Has("list"));
    }

    [Fact]
    public void Adding_the_bot_to_a_team_names_the_team_and_its_group()
    {
        var activity = Read(Recorded.BotAddedToTeam);

        Assert.Equal(activity.Recipient!.Id, Assert.Single(activity.MembersAdded!).Id);
        Assert.Equal(
            new TeamInfo("19:0a1b2c@thread.tacv2", "Period 3 Math", "bbbbbbbb-0000-0000-0000-000000000001"),
            activity.ChannelData!.Team
        );
        Assert.Equal("19:0a1b2c@thread.tacv2", activity.ChannelData.Settings!.SelectedChannel!.Id);
        Assert.Equal("teamMemberAdded", activity.ChannelData.EventType);
    }

    [Theory]
    [InlineData("add")]
    [InlineData("remove")]
    [InlineData("add-upgrade")]
    [InlineData("remove-upgrade")]
    public void An_installation_update_says_what_happened(string action) =>
        Assert.Equal(
            (ActivityTypes.InstallationUpdate, action),
            (Read(Recorded.InstallationUpdate(action)).Type, Read(Recorded.InstallationUpdate(action)).Action)
        );

    [Fact]
    public void A_reaction_names_the_message_it_is_for()
    {
        var activity = Read(Recorded.ReactionAdded);

        Assert.Equal(("like", "1789552799000"), (Assert.Single(activity.ReactionsAdded!).Type, activity.ReplyToId));
    }

    [Fact]
    public void An_edit_has_the_new_text_and_the_old_id()
    {
        var activity = Read(Recorded.MessageEdited);

        Assert.Equal((ActivityTypes.MessageUpdate, "1789552800123"), (activity.Type, activity.Id));
        Assert.Equal(
            ("i want to get better at fractions", "editMessage"),
            (activity.Text, activity.ChannelData!.EventType)
        );
    }

    [Fact]
    public void A_deletion_names_the_message() =>
        Assert.Equal(
            ("1789552800123", "softDeleteMessage"),
            (Read(Recorded.MessageDeleted).Id, Read(Recorded.MessageDeleted).ChannelData!.EventType)
        );

    [Fact]
    public void An_invoke_of_a_card_has_verb_and_data()
    {
        var action = AdaptiveCardAction.TryRead(Read(Recorded.AdaptiveCardAction).Value)!;

        Assert.Equal(("goal.save", false), (action.Verb, action.IsAutomatic));
        Assert.Equal("Fractions", CardInputs.Of(action.Data).Text("title"));
    }

    [Theory]
    [MemberData(nameof(Recorded.All), MemberType = typeof(Recorded))]
    public void What_is_read_and_written_has_no_null_in_it(string json) =>
        Assert.DoesNotContain(
            "null",
            JsonSerializer.Serialize(Read(json), WireJson.Default.Activity),
            StringComparison.Ordinal
        );

    private static Activity Read(string json)
    {
        var read = ActivityReader.Read(Encoding.UTF8.GetBytes(json));
        Assert.Null(read.Problem);
        return read.Activity!;
    }
}
