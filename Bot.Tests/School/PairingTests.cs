using System.Text.Json;
using Milestones.School;
using Milestones.Tests.Classes;

namespace Milestones.Tests.School;

/// <summary>Who looks at whose work: everybody with somebody, and never the same two a third time running.</summary>
public sealed class PairingTests
{
    [Theory]
    [InlineData(2, "2")]
    [InlineData(3, "3")]
    [InlineData(4, "2 2")]
    [InlineData(5, "2 3")]
    [InlineData(7, "2 2 3")]
    public void An_odd_one_makes_a_group_of_three(int students, string sizes)
    {
        var groups = Pairing.Propose(Of(students), [], 1)!;
        Assert.Equal(sizes, string.Join(' ', groups.Select(group => group.Count).Order()));
        Assert.Equal(students, groups.SelectMany(group => group).Distinct().Count());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Nobody_is_paired_alone(int students) => Assert.Null(Pairing.Propose(Of(students), [], 1));

    [Fact]
    public void The_same_mix_is_the_same_and_another_is_another()
    {
        var students = Of(12);
        Assert.Equal(Round(students, [], 7).Groups, Round(students, [], 7).Groups);
        Assert.NotEqual(Round(students, [], 7).Groups, Round(students, [], 8).Groups);
    }

    [Theory]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(9)]
    [InlineData(31)]
    [InlineData(250)]
    public void No_two_come_together_three_times_running_through_a_year(int students)
    {
        var all = Of(students);
        List<PairRound> rounds = [];
        for (var week = 0; week < 40; week++)
        {
            rounds.Add(Round(all, [.. rounds.TakeLast(PairRound.MostKept)], week));
            Assert.True(rounds[^1].IsSound);
            if (rounds is [.., var one, var other, var last])
                Assert.Empty(one.Pairs().Intersect(other.Pairs()).Intersect(last.Pairs()));
        }
    }

    /// <summary>From six on there is always another partner than last time.</summary>
    [Theory]
    [InlineData(6)]
    [InlineData(8)]
    [InlineData(24)]
    public void Nor_twice_where_there_is_another_way(int students)
    {
        var all = Of(students);
        var first = Round(all, [], 1);
        Assert.Empty(first.Pairs().Intersect(Round(all, [first], 2).Pairs()));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void Where_every_way_would_be_the_third_time_there_is_none(int students)
    {
        var all = Of(students);
        var round = Round(all, [], 1);
        Assert.NotNull(Pairing.Propose(all, [round], 2));
        Assert.Null(Pairing.Propose(all, [round, round], 3));
        Assert.True(Pairing.Repeats(round, [round, round]));
        Assert.False(Pairing.Repeats(round, [round]));
    }

    [Fact]
    public void After_four_weeks_it_is_no_run_any_more()
    {
        var all = Of(2);
        var classroom = Classrooms.Of([.. all]) with
        {
            PairRounds = [Round(all, [], 1), Round(all, [], 1) with { At = Classrooms.Now.AddDays(7) }],
        };
        Assert.Equal(2, Pairing.Recent(classroom, Classrooms.Now.AddDays(27)).Count);
        Assert.Single(Pairing.Recent(classroom, Classrooms.Now.AddDays(29)));
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("AAAAAABBBBBB", true)]
    [InlineData("AAAAAABBBBBB CCCCCCDDDDDDEEEEEE", true)]
    [InlineData("AAAAAA", false)] // alone
    [InlineData("AAAAAAAAAAAA", false)] // with oneself
    [InlineData("AAAAAABBBBBB AAAAAACCCCCC", false)] // twice
    [InlineData("AAAAAABBBBBBCCCCCCDDDDDD", false)] // four
    public void A_round_from_outside_is_looked_at(string groups, bool isSound) =>
        Assert.Equal(isSound, new PairRound("r", Classrooms.Now, groups).IsSound);

    [Fact]
    public void Each_asks_the_next_and_who_left_asks_nobody()
    {
        var all = Of(3);
        var round = PairRound.Of("r", Classrooms.Now, [all]);
        Assert.Equal(
            ["s0 s1", "s1 s2", "s2 s0"],
            round.Asks(Classrooms.Of([.. all])).Select(ask => $"{ask.From!.ObjectId} {ask.To!.ObjectId}")
        );
        Assert.Equal(
            ["s0 ", " s2", "s2 s0"],
            round.Asks(Classrooms.Of([all[0], all[2]])).Select(ask => $"{ask.From?.ObjectId} {ask.To?.ObjectId}")
        );
    }

    [Fact]
    public void The_rounds_of_the_largest_class_take_little_room_and_forget_who_is_deleted()
    {
        var round = Round(Of(Classroom.MostMembers), [], 1);
        var classroom = Classrooms.Of() with { PairRounds = [round, round] };
        Assert.InRange(JsonSerializer.SerializeToUtf8Bytes(classroom, ClassJson.Default.Classroom).Length, 0, 5000);
        var without = Emptied.Without(classroom, "s7").PairRounds[0];
        Assert.DoesNotContain(ClassPost.MarkOf("s7"), without.Groups, StringComparison.Ordinal);
        Assert.Equal(round.Groups.Length - 6, without.Groups.Length);
    }

    private static PairRound Round(IReadOnlyList<Member> students, IReadOnlyList<PairRound> before, int mix) =>
        PairRound.Of($"r{mix}", Classrooms.Now, Pairing.Propose(students, before, mix)!);

    private static List<Member> Of(int students) =>
        [.. Enumerable.Range(0, students).Select(number => Classrooms.Student($"s{number}"))];
}
