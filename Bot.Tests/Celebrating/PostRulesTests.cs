using Milestones.Conversations;
using Milestones.Features.Celebrating;
using Milestones.Localization;
using Milestones.School;
using Milestones.Tests.Classes;

namespace Milestones.Tests.Celebrating;

public sealed class PostRulesTests
{
    [Theory]
    [InlineData(2, nameof(PostState.Sending))]
    [InlineData(null, nameof(PostState.Sending))] // of a version before
    [InlineData(1, nameof(PostState.Unknown))] // said of the card before this one, and late
    public void That_it_is_not_there_counts_for_the_card_it_was_said_of(int? sends, string state)
    {
        var room = Classrooms.Of(Classrooms.Teacher("lee"), Classrooms.Student("ana")) with
        {
            Settings = Classrooms.Settings("lee"),
            Posts =
            [
                new("post", Classrooms.Now, PostState.Unknown)
                {
                    Sends = 2,
                    Praise = new("post", "lee", "Lee", "ana", PraiseStem.Help, null),
                },
            ],
        };
        var decided = new PostDecided("post", new(room.TenantId, "lee"), PostAct.IsNotThere, null) { Sends = sends };
        var turn = new Turn(
            "message",
            room.Key,
            default,
            null,
            null,
            new Received(decided),
            Classrooms.Now,
            null,
            null,
            Guid.Empty
        );
        var voice = new Voice(Voice.CultureFor("en"), GradeBand.Grades6To8);
        var result = PostHandler.Decided(decided, new(room, turn, voice, new DateOnly(2026, 9, 18)));
        Assert.Equal(state, Assert.Single(result.Head.Posts).State.ToString());
    }
}
