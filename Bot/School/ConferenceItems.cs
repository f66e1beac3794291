using System.Collections.Frozen;
using Milestones.Calendar;
using Milestones.Conversations;
using Milestones.Language.Concerns;

namespace Milestones.School;

/// <summary>
/// All of a student's own that can stand in their conference, part by part: from goals, what shows their progress,
/// reflections, learning targets, success criteria, badges, numbers of the school, and what teachers wrote.
/// </summary>
internal static class ConferenceItems
{
    /// <summary>Questions a student can ask their family; the words stand in the texts, in this order.</summary>
    public const int Questions = 6;

    /// <summary>Weeks in a row that are worth a word.</summary>
    private const int FewWeeks = 2;

    /// <summary>How many of a part stand there without being put there; one piece of feedback comes on top.</summary>
    private static int Offered(ConferencePart part) => part is ConferencePart.ProudOf or ConferencePart.Habit ? 2 : 3;

    /// <summary>
    /// What answers to weekly questions tell. What made a week hard is in no part: who wants to tell it does so.
    /// </summary>
    private static readonly FrozenDictionary<string, ConferencePart> Answers = new Dictionary<string, ConferencePart>(
        StringComparer.Ordinal
    )
    {
        ["proud"] = ConferencePart.ProudOf,
        ["surprised"] = ConferencePart.ProudOf,
        ["highlight"] = ConferencePart.ProudOf,
        ["helped"] = ConferencePart.Habit,
        ["worked"] = ConferencePart.Habit,
        ["keep"] = ConferencePart.Habit,
        ["effort"] = ConferencePart.Habit,
        ["different"] = ConferencePart.Habit,
        ["learned"] = ConferencePart.Growth,
        ["discovered"] = ConferencePart.Growth,
        ["changed"] = ConferencePart.Growth,
        ["nextStep"] = ConferencePart.Goals,
        ["change"] = ConferencePart.Goals,
        ["lookForward"] = ConferencePart.Goals,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The newest first in each part.</summary>
    public static IReadOnlyList<ConferenceItem> Of(Person person) =>
        [
            .. person.Goals.Reverse().SelectMany(Work),
            .. person.Surveys.Reverse().SelectMany(TargetWork),
            .. person
                .Goals.Where(goal => goal.ReachedOn is not null)
                .OrderByDescending(goal => goal.ReachedOn)
                .Select(goal => new ConferenceItem(
                    $"reached:{goal.Id}",
                    ConferencePart.ProudOf,
                    ConferenceKind.Reached,
                    goal.Sentence
                )
                {
                    On = goal.ReachedOn,
                    IsOffered = true,
                }),
            .. Reflected(person),
            .. person
                .TeacherReplies.Reverse()
                .Where(reply => reply.ShownAt is not null)
                .Select(reply => new ConferenceItem(
                    $"reply:{reply.Id}",
                    ConferencePart.ProudOf,
                    ConferenceKind.Feedback,
                    reply.Feedback?.Strength ?? reply.Text
                )
                {
                    About = reply.TeacherName ?? "",
                    Beside = reply.Feedback?.NextStep,
                    // What answers a reflection was written for one student, and is shown by that one.
                    IsOffered = reply.Feedback is not null,
                }),
            .. Habits(person),
            .. person.Surveys.Reverse().SelectMany(ConferenceNumbers.Targets),
            .. CriteriaGrowth.Of(person).Select(ConferenceNumbers.Criterion),
            .. person.Goals.Reverse().SelectMany(ConferenceNumbers.Numbers),
            .. person
                .Imports.GroupBy(one => (one.Source, one.Measure))
                .Select(same => same.OrderBy(one => one.On).Last())
                .Select(ConferenceNumbers.Imported),
            .. person
                .Goals.Where(goal => goal.IsActive)
                .Select(goal => new ConferenceItem(
                    $"goal:{goal.Id}",
                    ConferencePart.Goals,
                    ConferenceKind.Goal,
                    goal.Sentence
                )
                {
                    Goal = goal,
                    IsOffered = true,
                }),
            .. Enumerable
                .Range(0, Questions)
                .Select(place => new ConferenceItem(
                    $"question:{place}",
                    ConferencePart.Questions,
                    ConferenceKind.Question,
                    ""
                )
                {
                    Now = place,
                    IsOffered = true,
                }),
        ];

    /// <summary>
    /// The weeks of words that were chosen and have left the document for the archive since: a page shows them, a card
    /// says that it will.
    /// </summary>
    public static IEnumerable<IsoWeek> Away(
        ConferencePack pack,
        ConferencePart part,
        IReadOnlyList<ConferenceItem> known
    ) =>
        pack
            .Chosen.Where(id => Find(known, id) is null)
            .Select(id => id.Split(':'))
            .Where(id => id is ["said", ..] && Answers.GetValueOrDefault(id[^1], ConferencePart.Welcome) == part)
            .Select(id => IsoWeek.TryParse(id[1], out var week) ? week : (IsoWeek?)null)
            .OfType<IsoWeek>();

    public static ConferenceItem? Find(IEnumerable<ConferenceItem> known, string? id) =>
        known.FirstOrDefault(item => item.Id == id);

    /// <summary>
    /// A first choice, to be changed: the newest of each part. Nothing the student kept to themselves, and no words
    /// that are better told to one person than read out.
    /// </summary>
    public static ConferencePack Begun(Person person, DateTimeOffset now) =>
        new(now)
        {
            Chosen =
            [
                .. Of(person)
                    .Where(item => item is { IsOffered: true, IsPrivate: false })
                    .Where(item => ConcernReader.Read(item.Words, language: null).Level == ConcernLevel.None)
                    .GroupBy(item => (item.Part, IsFeedback: item.Kind == ConferenceKind.Feedback))
                    .SelectMany(part => part.Take(part.Key.IsFeedback ? 1 : Offered(part.Key.Part)))
                    .Select(item => item.Id),
            ],
        };

    /// <summary>What shows a goal's progress, and what there was first.</summary>
    private static IEnumerable<ConferenceItem> Work(Goal goal) =>
        goal
            .Progress.Where(entry => entry.Evidence is not null)
            .Reverse()
            .Select(entry => new ConferenceItem(
                $"work:{goal.Id}:{entry.Id}",
                ConferencePart.ProudOf,
                ConferenceKind.Work,
                entry.Evidence!
            )
            {
                About = goal.Sentence,
                Beside = goal
                    .Progress.TakeWhile(one => one.Id != entry.Id)
                    .Select(one => one.Evidence ?? one.Note)
                    .FirstOrDefault(words => words is not null),
                On = entry.On,
                IsOffered = true,
            });

    /// <summary>What shows a target after the unit, with what showed it before; else what there is.</summary>
    private static IEnumerable<ConferenceItem> TargetWork(UnitSurvey survey) =>
        survey
            .Evidence.Where(one => one.Target < survey.Count)
            .OrderByDescending(one => one.Round)
            .Take(1)
            .Select(one => new ConferenceItem(
                $"shown:{survey.Unit.Id}:{one.Round}",
                ConferencePart.ProudOf,
                ConferenceKind.TargetWork,
                one.Text
            )
            {
                About = survey.Unit.Targets[one.Target],
                Beside =
                    one.Round == UnitRound.After
                    && survey.EvidenceOf(UnitRound.Before) is { } before
                    && before.Target == one.Target
                        ? before.Text
                        : null,
                IsOffered = true,
            });

    private static IEnumerable<ConferenceItem> Reflected(Person person) =>
        person
            .Reflections.Append(person.QuarterStart)
            .OfType<Reflection>()
            .Where(one => one.With is null)
            .DistinctBy(one => (one.Class, one.Week))
            .OrderByDescending(one => one.Week)
            .SelectMany(week =>
                week.Answers.Where(answer => Answers.ContainsKey(answer.Question))
                    .Select(answer => new ConferenceItem(
                        $"said:{week.Week}:{Mark(week.Class)}:{answer.Question}",
                        Answers[answer.Question],
                        ConferenceKind.Answer,
                        answer.Text
                    )
                    {
                        About = answer.Question,
                        On = week.Week.Monday,
                        IsPrivate = week.Sharing != Sharing.MyTeacher,
                        IsOffered = true,
                    })
            );

    private static IEnumerable<ConferenceItem> Habits(Person person) =>
        [
            .. person
                .Badges.Reverse()
                .Select(badge => new ConferenceItem(
                    $"badge:{badge.Kind}",
                    ConferencePart.Habit,
                    ConferenceKind.Badge,
                    ""
                )
                {
                    About = badge.Kind.ToString(),
                    On = badge.EarnedOn,
                    // Theirs alone until they let somebody see it.
                    IsOffered = badge.ShownOn is not null,
                }),
            .. person.Streak is { Longest: >= FewWeeks and var weeks }
                ?
                [
                    new ConferenceItem("weeks", ConferencePart.Habit, ConferenceKind.Weeks, "")
                    {
                        Now = weeks,
                        IsOffered = true,
                    },
                ]
                : Array.Empty<ConferenceItem>(),
            .. person
                .Goals.Where(goal => goal is { ClosedOn: null, Plan: not null })
                .Reverse()
                .Select(goal => new ConferenceItem(
                    $"plan:{goal.Id}",
                    ConferencePart.Habit,
                    ConferenceKind.Plan,
                    goal.Plan!
                )
                {
                    About = goal.Sentence,
                    IsOffered = true,
                }),
        ];

    private static string Mark(DocumentKey? key) =>
        key is { } known ? Convert.ToHexStringLower(LinkToken.Hash(known.Partition)[..4]) : "own";
}
