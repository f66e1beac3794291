using Milestones.Conversations;
using Milestones.Localization;
using Milestones.School;
using Milestones.Tests.Classes;

namespace Milestones.Tests.School;

/// <summary>Who may ask whom, how often, and what is kept of it.</summary>
public sealed class PeerRulesTests
{
    private static readonly DocumentKey Room = Classrooms.Of().Key;

    [Theory]
    [InlineData("KTo2", false, false, true)]
    [InlineData("Grades3To5", false, true, true)]
    [InlineData("Grades9To12", false, true, true)]
    [InlineData("KTo2", true, false, false)]
    [InlineData("Grades6To8", true, false, false)]
    public void The_youngest_have_pairs_alone_and_a_class_can_do_without(
        string band,
        bool hasNone,
        bool mayAsk,
        bool mayPair
    )
    {
        var classroom = Classrooms.Of() with
        {
            Settings = Classrooms.Settings() with { Band = Enum.Parse<GradeBand>(band), HasNoPeerFeedback = hasNone },
        };
        Assert.Equal((mayAsk, mayPair), (PeerRules.MayAsk(classroom), PeerRules.MayPair(classroom)));
        Assert.False(PeerRules.MayPair(classroom with { InactiveSince = Classrooms.Now }));
        Assert.False(PeerRules.MayPair(classroom with { Settings = null }));
    }

    [Theory]
    [InlineData("ana ana", true)]
    [InlineData("bo ana ana", true)]
    [InlineData("ana", false)]
    [InlineData("ana bo", false)]
    [InlineData("ana ana bo", false)]
    [InlineData("ana ana-Declined", false)] // nobody looked
    [InlineData("ana ana bo-Unreached", true)]
    [InlineData("ana+1 ana", true)]
    [InlineData("ana+30 ana", false)] // no run any more
    public void The_last_two_who_looked_may_not_both_be_the_one_who_is_asked(string asked, bool isThird)
    {
        var person = Of(
            asked
                .Split(' ')
                .Select(
                    (one, i) =>
                    {
                        var parts = one.Split('-', '+');
                        var days = one.Contains('+', StringComparison.Ordinal) ? int.Parse(parts[1], null) : 0;
                        return Entry($"{i}", PeerSide.Asked, parts[0]) with
                        {
                            At = Classrooms.Now.AddDays(-days),
                            State = one.Contains('-', StringComparison.Ordinal)
                                ? Enum.Parse<PeerState>(parts[1])
                                : PeerState.Answered,
                        };
                    }
                )
        );
        Assert.Equal(isThird, PeerRules.IsThirdRunning(person, "ana", Classrooms.Now));
    }

    [Fact]
    public void Of_each_side_six_are_kept_and_what_is_open_longest()
    {
        var open = Entry("open", PeerSide.Giving, "bo") with { State = PeerState.Waiting };
        var person = Of([open]);
        for (var n = 0; n < 20; n++)
        {
            foreach (var side in Enum.GetValues<PeerSide>())
                person = Added(person, Entry($"{n}", side, "ana"));
        }

        Assert.Equal(["14", "15", "16", "17", "18", "19"], Ids(person, PeerSide.Asked));
        Assert.Equal(["open", "15", "16", "17", "18", "19"], Ids(person, PeerSide.Giving));
        Assert.Same(person, Added(person, Entry("19", PeerSide.Asked, "ana")));
        Assert.Equal(["open", "19"], Ids(PeerRules.Trimmed(person, 2), PeerSide.Giving));

        // Whatever comes, there is an end.
        for (var n = 0; n < 20; n++)
            person = Added(person, open with { Id = $"open{n}", Work = new string('é', PeerFeedback.LongestWork) });
        Assert.Empty(Ids(person, PeerSide.Asked));
        Assert.InRange(Ids(person, PeerSide.Giving).Count, 4, 6);
        Assert.Equal("open19", Ids(person, PeerSide.Giving)[^1]);
    }

    /// <summary>With the longest words on both sides a document stays far from its end.</summary>
    [Fact]
    public void What_is_kept_has_room()
    {
        var person = Of([]);
        for (var n = 0; n < 40; n++)
        {
            foreach (var side in Enum.GetValues<PeerSide>())
            {
                person = Added(
                    person,
                    Entry($"{n}", side, new string('a', 36)) with
                    {
                        Work = new string('é', PeerFeedback.LongestWork),
                        Strength = new string('é', PeerFeedback.LongestWords),
                        Question = new string('é', PeerFeedback.LongestWords),
                        OtherName = new string('n', 60),
                    }
                );
            }
        }

        Assert.InRange(Milestones.School.Room.Kept(person), 1, PeerFeedback.MostBytes + 1000);
        var spilled = Milestones.School.Room.Spilled(new(person)).Person;
        Assert.InRange(Milestones.School.Room.Kept(spilled), 1, Milestones.School.Room.Crowded / 2);
    }

    [Fact]
    public void Nothing_of_somebody_deleted_stays_with_a_classmate_nor_what_is_open_of_a_class_that_is_no_more()
    {
        var person = Of([
            Entry("1", PeerSide.Asked, "ana"),
            Entry("2", PeerSide.Giving, "ana"),
            Entry("3", PeerSide.Giving, "bo") with
            {
                State = PeerState.Waiting,
            },
            Entry("4", PeerSide.Asked, "bo"),
        ]);
        Assert.Equal(["3", "4"], Emptied.WithoutWords(person, "ana").Peers.Select(one => one.Id));
        Assert.Equal(["1", "2", "4"], Emptied.Without(person, Room).Peers.Select(one => one.Id));
        Assert.Empty(
            Emptied.Of(person with { Classes = [new(Room, "7B", MemberRole.Student, null, null, false)] }).Peers
        );
    }

    private static Person Added(Person person, PeerFeedback added) =>
        PeerRules.Trimmed(PeerRules.Added(person, added), PeerFeedback.MostKept);

    private static List<string> Ids(Person person, PeerSide side) =>
        [.. person.Peers.Where(one => one.Side == side).Select(one => one.Id)];

    private static PeerFeedback Entry(string id, PeerSide side, string other) =>
        new(id, Room, side, other, Classrooms.Now) { State = PeerState.Answered };

    private static Person Of(IEnumerable<PeerFeedback> entries) =>
        new() { Id = new(Classrooms.Tenant, "sam"), Peers = [.. entries] };
}
