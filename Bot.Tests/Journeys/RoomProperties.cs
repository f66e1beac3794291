using FsCheck;
using FsCheck.Fluent;
using Milestones.Conversations;
using Milestones.Language;
using Milestones.School;
using Milestones.Tests.Support;
using Milestones.Views;
using Xunit.Abstractions;

namespace Milestones.Tests.Journeys;

/// <summary>No sequence of actions makes a document, a student's or a class's, longer than 64 KB.</summary>
public sealed class RoomProperties(ITestOutputHelper output)
{
    private static readonly string Long = string.Concat(Enumerable.Repeat("wordy ", 83))[..498];

    /// <summary>Of three bytes a letter.</summary>
    private static readonly string Cyrillic = string.Concat(Enumerable.Repeat("слово ", 83))[..498];

    /// <summary>Of a hundred deeds so many are those of teachers.</summary>
    private const int ByOthers = 12;

    private static readonly PersonId Sam = new("t", "p");
    private static readonly PersonId Lee = new("t", "lee");
    private static readonly DocumentKey Room7B = DocumentKeys.Classroom("t", "19:team@thread.tacv2");

    private static readonly string[] Verbs =
    [
        .. Kinds
            .All.PersonRoutes.Features.SelectMany(feature => feature.Verbs.Keys)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Of these every other deed is one: what a student does most.</summary>
    private static readonly string[] OftenDone =
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

    private static readonly string[] Fields =
    [
        .. "sentence measure plan obstacle reason note evidence words text strength question own name targets criteria"
            .Split(' ')
            .Concat(Enumerable.Range(0, 12).Select(n => $"title{n}"))
            .Concat(Enumerable.Range(0, 20).SelectMany(n => (string[])[$"evidence{n}", $"text{n}", $"next{n}"])),
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
                        var before = person;
                        person = Take(person, deed);
                        // A concern is never refused for want of room.
                        var isLarger = deed.Verb < ByOthers || person.Alerts.Count > before.Alerts.Count;
                        var most = isLarger ? 64 * 1024 : Math.Max(Room.Most, Room.Kept(before));
                        Assert.InRange(Room.Kept(person), 1, most);
                    }
                }
            ),
            Config.QuickThrowOnFailure.WithMaxTest(20).WithStartSize(50).WithEndSize(200),
            output
        );

    [Fact]
    public void Nothing_teachers_do_makes_a_large_class_longer_than_64_KB() =>
        PropertyRuns.Check(
            Prop.ForAll(
                Deeds.ToArbitrary(),
                deeds =>
                {
                    var classroom = Large();
                    foreach (var (deed, at) in deeds.Select((deed, at) => (deed, at)))
                    {
                        classroom = Take(classroom, deed, at);
                        Assert.InRange(ClassSpace.Kept(classroom), 1, ClassSpace.Most);
                        Assert.Equal(Classroom.MostMembers, classroom.Members.Count);
                    }
                }
            ),
            Config.QuickThrowOnFailure.WithMaxTest(10).WithStartSize(50).WithEndSize(200),
            output
        );

    [Fact]
    public void A_class_that_is_full_has_what_its_teachers_did_last()
    {
        var classroom = Large();
        for (var at = 0; at < 60; at++)
            classroom = Take(classroom, (at, 0, 498, at), at);

        Assert.InRange(ClassSpace.Kept(classroom), ClassSpace.Most / 2, ClassSpace.Most);
        Assert.NotEmpty(classroom.Units);
        Assert.NotEmpty(classroom.Tasks);
        Assert.Equal("period58", classroom.Reteach[^1].Period);
        Assert.Equal("period59", classroom.Reviews[^1].Period);
        Assert.True(classroom.Reteach.Count < ReteachNote.Most);
    }

    private static Person Take(Person person, (int Verb, int Goal, int Length, int Number) deed)
    {
        var verb =
            deed.Number % 2 == 0 ? OftenDone[deed.Verb % OftenDone.Length] : Verbs[deed.Verb * 7 % Verbs.Length];
        var goal = person.Goals[deed.Goal % person.Goals.Count];
        var text = (deed.Length % 2 == 0 ? Long : Cyrillic)[..deed.Length];
        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["verb"] = verb,
            ["goal"] = goal.Id,
            ["token"] = $"t{deed.Number}-{deed.Length}",
            ["value"] = $"{deed.Number}",
            ["target"] = $"{deed.Number}",
            ["now"] = $"{deed.Number}",
            ["on"] = "2026-09-14",
            ["by"] = $"2026-12-{1 + (deed.Number % 28):d2}",
            ["step"] = $"{deed.Goal}",
            ["class"] = Room7B.Partition,
            ["unit"] = $"unit{deed.Goal % LearningUnit.MostKept}",
            ["task"] = $"task{deed.Goal % ClassTask.MostKept}",
            ["work"] = $"task{deed.Goal % ClassTask.MostKept}",
            ["item"] = $"{deed.Goal}",
            ["criterion"] = $"{deed.Goal}",
            ["score"] = $"{deed.Goal % 5}",
        };
        foreach (var field in Fields)
            fields[field] = text;
        for (var n = 0; n < 12; n++)
            fields[$"due{n}"] = $"2026-11-{1 + n:d2}";
        TurnInput input = deed.Verb switch
        {
            < 4 => new Received(new UnitsTold(Room7B)),
            < 8 => new Received(new TasksTold(Room7B)),
            < ByOthers => new Received(
                new TeacherReplied($"r{deed.Length}", Room7B, DocumentKeys.Person(Lee), "Lee Rivera", text)
            ),
            < 20 => new Said(text.Length > 0 ? text : "hi"),
            _ => new Tapped(verb, new CardData(fields), null, "card", InPlace: true),
        };
        return Kinds.All.Person.Rules(person, TurnOf(DocumentKeys.Person(person.Id), person.Id, input, 0), Beside).Head;
    }

    private static Classroom Take(Classroom classroom, (int Verb, int Goal, int Length, int Number) deed, int at)
    {
        var text = Cyrillic[..deed.Length];
        var (unit, task) = (
            classroom.Units.FirstOrDefault(one => one.ClosedAt is null)?.Id ?? "",
            classroom.Tasks.FirstOrDefault(one => one.ClosedAt is null)?.Id ?? ""
        );
        DocumentMessage message = (deed.Verb % 6) switch
        {
            0 => new UnitBegun(
                Lee,
                new($"unit{at}", Short(text), [.. Enumerable.Repeat(Short(text), LearningUnit.MostTargets)], default)
            ),
            1 => new UnitDecided(Lee, unit, UnitAct.Close),
            2 => new TaskSet(Lee, new($"task{at}", Short(text), Criteria(text), default)),
            3 => new TaskDecided(Lee, task, TaskAct.Close),
            4 => new ReteachNoted(new($"period{at}", Lee.ObjectId, text) { ByName = "Lee Rivera" }),
            _ => new ReviewKept(new($"period{at}", Lee.ObjectId, text) { Notes = text + text }),
        };
        return Kinds
            .All.Class.Rules(classroom, TurnOf(Room7B, Lee, new Received(message), at), OtherDocuments.None)
            .Head;
    }

    private static IReadOnlyList<Criterion> Criteria(string text) =>
        [.. Enumerable.Range(0, SuccessCriteria.Most).Select(n => new Criterion($"{n}", Short(text)))];

    private static string Short(string text) => text[..Math.Min(text.Length, LearningUnit.LongestTarget)];

    private static Turn TurnOf(DocumentKey key, PersonId by, TurnInput input, int at) =>
        new(
            $"turn{Guid.NewGuid():N}",
            key,
            by,
            "Sam",
            null,
            input,
            PureChat.Monday.AddMinutes(at),
            "en-US",
            "America/New_York",
            Guid.NewGuid()
        );

    /// <summary>As many people as may be in one, and its posts, close to what its document holds.</summary>
    private static Classroom Large() =>
        new()
        {
            TenantId = "t",
            TeamId = "19:team@thread.tacv2",
            Name = "7B Math",
            Members =
            [
                new(Lee.ObjectId, "Lee Rivera", MemberRole.Teacher) { SeenAt = PureChat.Monday, Knows = 1 },
                .. Enumerable
                    .Range(1, Classroom.MostMembers - 1)
                    .Select(n => $"aaaaaaaa-0000-0000-0000-{n:d12}")
                    .Select(id => new Member(id, "Student of Ours", MemberRole.Student) { Knows = 1, Checked = true }),
            ],
        };

    /// <summary>A class whose units and tasks have all that they may.</summary>
    private static readonly OtherDocuments Beside = new(
        new Dictionary<DocumentKey, object>
        {
            [Room7B] = new Classroom
            {
                TenantId = "t",
                TeamId = "19:team@thread.tacv2",
                Name = "7B Math",
                Members = [new(Sam.ObjectId, "Sam", MemberRole.Student), new(Lee.ObjectId, "Lee", MemberRole.Teacher)],
                Units =
                [
                    .. Enumerable
                        .Range(0, LearningUnit.MostKept)
                        .Select(n => new LearningUnit(
                            $"unit{n}",
                            Short(Long),
                            [.. Enumerable.Repeat(Short(Long), LearningUnit.MostTargets)],
                            PureChat.Monday
                        )),
                ],
                UnitsRevision = LearningUnit.MostKept,
                Tasks =
                [
                    .. Enumerable
                        .Range(0, ClassTask.MostKept)
                        .Select(n => new ClassTask(
                            $"task{n}",
                            Short(Long),
                            Criteria(Long),
                            PureChat.Monday
                        )),
                ],
                TasksRevision = ClassTask.MostKept,
            },
        }
    );

    /// <summary>
    /// Somebody known with ten goals of long texts: close to what a document holds, so that little more is too much.
    /// </summary>
    private static Person Full() =>
        new()
        {
            Id = Sam,
            Name = "Sam",
            Locale = "en-US",
            TimeZone = "America/New_York",
            RetainUntil = PureChat.Monday.AddDays(365),
            Classes = [new(Room7B, "7B Math", MemberRole.Student, null, null, HasContacts: true)],
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
