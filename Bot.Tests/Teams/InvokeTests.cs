using System.Text;
using System.Text.Json;
using Milestones.Cards;
using Milestones.Channel.Teams;

namespace Milestones.Tests.Teams;

public sealed class InvokeTests
{
    private const string CardJsonText =
        """{"type":"AdaptiveCard","$schema":"http://adaptivecards.io/schemas/adaptive-card.json","version":"1.5","body":[]}""";

    private static readonly Card Card = new([]);

    [Fact]
    public void A_card_action_is_answered_with_a_card() =>
        AssertBody(
            """{"statusCode":200,"type":"application/vnd.microsoft.card.adaptive","value":CARD}""",
            AdaptiveCardAction.Card(Card)
        );

    [Fact]
    public void A_card_action_is_answered_with_an_error() =>
        AssertBody(
            """{"statusCode":400,"type":"application/vnd.microsoft.error","value":{"code":"BadRequest","message":"No verb."}}""",
            AdaptiveCardAction.Error(400, "BadRequest", "No verb.")
        );

    [Fact]
    public void A_dialog_goes_on_with_a_card() =>
        AssertBody(
            """{"task":{"type":"continue","value":{"title":"Edit","height":"medium","width":"medium","card":{"contentType":"application/vnd.microsoft.card.adaptive","content":CARD}}}}""",
            TaskModule.Continue("Edit", Card)
        );

    [Fact]
    public void A_dialog_says_something_or_closes()
    {
        AssertBody("""{"task":{"type":"message","value":"Saved."}}""", TaskModule.Message("Saved."));
        Assert.Equal(new InvokeResponse(200), TaskModule.Close);
    }

    [Fact]
    public void A_search_finds_cards_with_previews() =>
        AssertBody(
            """
            {"composeExtension":{"type":"result","attachmentLayout":"list","attachments":[{"contentType":"application/vnd.microsoft.card.adaptive","content":CARD,
            "preview":{"contentType":"application/vnd.microsoft.card.thumbnail","content":{"title":"Fractions","text":"72 of 80"}}}]}}
            """,
            MessagingExtension.Results(new Milestones.Conversations.FoundCard(Card, "Fractions", "72 of 80"))
        );

    [Fact]
    public void A_search_can_answer_in_words() =>
        AssertBody(
            """{"composeExtension":{"type":"message","text":"No goals yet."}}""",
            MessagingExtension.Message("No goals yet.")
        );

    [Theory]
    [InlineData("""{"action":{"verb":"v","data":{"a":1}},"trigger":"manual"}""", "v", false)]
    [InlineData("""{"action":{"verb":"v"},"trigger":"automatic"}""", "v", true)]
    [InlineData("""{"action":{"verb":"v","title":"Go"}}""", "v", false)] // as the Playground sends it
    [InlineData("""{"action":{"verb":""}}""", null, false)]
    [InlineData("""{"action":{"verb":7}}""", null, false)]
    [InlineData("""{"action":[]}""", null, false)]
    [InlineData("""["action"]""", null, false)]
    [InlineData("null", null, false)]
    public void A_card_action_needs_a_verb(string value, string? verb, bool isAutomatic)
    {
        var action = AdaptiveCardAction.TryRead(JsonElement.Parse(value));

        Assert.Equal((verb, isAutomatic), (action?.Verb, action?.IsAutomatic ?? false));
    }

    [Theory]
    [InlineData(
        """{"commandId":"share","parameters":[{"name":"q","value":" fra\u200bc "}],"queryOptions":{"skip":25,"count":10}}""",
        "frac",
        25,
        10
    )]
    [InlineData("""{"commandId":"share","parameters":[{"name":"initialRun","value":"true"}]}""", "", 0, 25)]
    [InlineData("""{"commandId":"share","parameters":"x","queryOptions":{"skip":-1,"count":1e9}}""", "", 0, 25)]
    [InlineData("""{"commandId":"share","queryOptions":{"skip":2.5,"count":0}}""", "", 0, 1)]
    public void A_search_is_read_whatever_it_lacks(string value, string text, int skip, int count) =>
        Assert.Equal(
            new MessagingExtensionQuery("share", text, skip, count),
            MessagingExtensionQuery.TryRead(JsonElement.Parse(value))
        );

    [Fact]
    public void An_action_of_the_message_extension_has_its_message()
    {
        var action = MessagingExtensionAction.TryRead(
            JsonElement.Parse(
                """{"commandId":"recognise","commandContext":"message","messagePayload":{"id":"1"},"data":{"to":"x"}}"""
            )
        )!;

        Assert.Equal(
            ("recognise", "message", "x"),
            (action.CommandId, action.Context, CardInputs.Of(action.Data).Text("to"))
        );
        Assert.Equal("1", action.Message!.Value.GetProperty("id").GetString());
        Assert.Null(MessagingExtensionAction.TryRead(JsonElement.Parse("{}")));
    }

    [Fact]
    public void A_message_has_words_and_answers_to_tap() =>
        Assert.Equal(
            """{"type":"message","replyToId":"f:1","text":"Which one?","textFormat":"plain","suggestedActions":{"actions":[{"type":"imBack","title":"Math","value":"Math"}]}}""",
            Encoding.UTF8.GetString(OutgoingActivity.Message("Which one?", ["Math"], "f:1").Span)
        );

    [Fact]
    public void A_mention_is_the_same_words_in_text_and_entity()
    {
        var mention = SpokenText.Mention(new ChannelAccount { Id = "29:a", Name = "Ana <b> & Co" });

        using var json = JsonDocument.Parse(
            OutgoingActivity.Message($"Well done, {mention.Text}!", mentions: [mention])
        );

        var entity = json.RootElement.GetProperty("entities")[0];
        Assert.Equal("<at>Ana &lt;b&gt; &amp; Co</at>", entity.GetProperty("text").GetString());
        Assert.Contains(mention.Text!, json.RootElement.GetProperty("text").GetString()!, StringComparison.Ordinal);
    }

    [Fact]
    public void A_card_is_an_activity_without_text() =>
        AssertJson(
            """
            {"type":"message","summary":"Your goals","attachments":[{"contentType":"application/vnd.microsoft.card.adaptive","content":CARD}],
            "channelData":{"notification":{"alert":true}}}
            """,
            OutgoingActivity.Card(Card, "Your goals", alert: true).Span
        );

    /// <summary>CARD stands for the card.</summary>
    private static void AssertBody(string expected, InvokeResponse response)
    {
        Assert.Equal(200, response.Status);
        AssertJson(expected, response.Body!.Value.Span);
    }

    private static void AssertJson(string expected, ReadOnlySpan<byte> actual) =>
        Assert.True(
            JsonElement.DeepEquals(
                JsonElement.Parse(expected.Replace("CARD", CardJsonText, StringComparison.Ordinal)),
                JsonElement.Parse(actual)
            ),
            Encoding.UTF8.GetString(actual)
        );
}
