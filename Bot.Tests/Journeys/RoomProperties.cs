using FsCheck;
using FsCheck.Fluent;
using Milestones.Conversations;
using Milestones.Language;
using Milestones.School;
using Milestones.Tests.Support;
using Milestones.Views;
using Xunit.Abstractions;

namespace Milestones.Tests.Journeys;

/// <summary>No sequence of actions makes a document longer than 64 KB.</summary>
public sealed class RoomProperties(ITestOutputHelper output)
{
    private static readonly string Long = string.Concat(Enumerable.Repeat("wordy ", 83))[..498];

    private static readonly string[] Verbs =
    [
        ProgressVerbs.Submit,
        ProgressVerbs.Plus,
        ProgressVerbs.Step,
        ProgressVerbs.SubmitAdjust,
        ProgressVerbs.BreakDown,
        GoalVerbs.SubmitForm,
        GoalVerbs.Save,
        GoalVerbs.SubmitMilestones,
        GoalVerbs.AcceptMilestones,
        GoalVerbs.UndoAct,
        GoalVerbs.Later,
    ];

    private static readonly Gen<(int Verb, int Goal, int Length, int Number)[]> Deeds = Gen.ArrayOf(
        Gen.Choose(0, 99)
            .SelectMany(verb =>
                Gen.Choose(0, 9)
                    .SelectMany(goal =>
                        Gen.Choose(0, Long.Length)
                            .SelectMany(length => Gen.Choose(1, 200).Select(number => (verb, goal, length, number)))
                    )
            )
    );

    [Fact]
    public void No_sequence_of_actions_makes_a_document_longer_than_64_KB() =>
        PropertyRuns.Check(
            Prop.ForAll(
                Deeds.ToArbitrary(),
                deeds =>
                {
                    var person = Full();
                    foreach (var deed in deeds)
                    {
                        person = Take(person, deed);
                        Assert.InRange(Room.Kept(person), 1, Room.Most);
                    }
                }
            ),
            Config.QuickThrowOnFailure.WithMaxTest(20).WithStartSize(50).WithEndSize(200),
            output
        );

    private static Person Take(Person person, (int Verb, int Goal, int Length, int Number) deed)
    {
        var verb = Verbs[deed.Verb % Verbs.Length];
        var goal = person.Goals[deed.Goal % person.Goals.Count];
        var text = Long[..deed.Length];
        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["verb"] = verb,
            ["goal"] = goal.Id,
            ["token"] = $"t{deed.Number}-{deed.Length}",
            ["sentence"] = text,
            ["measure"] = text,
            ["plan"] = text,
            ["obstacle"] = text,
            ["reason"] = text,
            ["note"] = text,
            ["evidence"] = text,
            ["value"] = $"{deed.Number}",
            ["target"] = $"{deed.Number}",
            ["now"] = $"{deed.Number}",
            ["on"] = "2026-09-14",
            ["by"] = $"2026-12-{1 + (deed.Number % 28):d2}",
            ["step"] = $"{deed.Goal}",
        };
        for (var n = 0; n < 12; n++)
            (fields[$"title{n}"], fields[$"due{n}"]) = (text, $"2026-11-{1 + n:d2}");
        var turn = new Turn(
            $"turn{Guid.NewGuid():N}",
            DocumentKeys.Person(person.Id),
            person.Id,
            "Sam",
            null,
            new Tapped(verb, new CardData(fields), null, "card", InPlace: true),
            PureChat.Monday,
            "en-US",
            "America/New_York",
            Guid.NewGuid()
        );
        return Kinds.All.Person.Rules(person, turn, OtherDocuments.None).Head;
    }

    /// <summary>Ten goals with long texts: close to what a document holds, so that little more is too much.</summary>
    private static Person Full() =>
        new()
        {
            Id = new("t", "p"),
            Goals =
            [
                .. Enumerable
                    .Range(0, Goal.MaxActive)
                    .Select(n => new Goal(
                        $"goal{n}",
                        "read more books",
                        Area.Academic,
                        new Measure("books", 80, 55, "books"),
                        Long,
                        Long,
                        Long,
                        7,
                        new DateOnly(2026, 12, 1),
                        Aspects.All,
                        Aspects.None,
                        new DateOnly(2026, 9, 1)
                    )),
            ],
        };
}
