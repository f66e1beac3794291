using Milestones.Calendar;
using Milestones.Conversations;
using Milestones.School;

namespace Milestones.Features.Teaching;

/// <summary>Why a student waits for a teacher. In the order in which they come first.</summary>
internal enum NeedKind
{
    /// <summary>Asked for help three school days ago or longer.</summary>
    HelpOverdue,
    Help,

    /// <summary>Wrote back to the teacher who looks.</summary>
    WroteBack,

    /// <summary>Shared a week that felt hard.</summary>
    HardWeek,

    /// <summary>Shared that a goal is stuck.</summary>
    Stuck,
}

internal sealed record Need(NeedKind Kind, DateTimeOffset Since);

/// <summary>One student's week as a teacher may see it.</summary>
/// <param name="Shared">The reflection on this week, if it was shared.</param>
/// <param name="Need">Null when nothing waits.</param>
internal sealed record StudentWeek(
    Member Member,
    Person? Person,
    bool HasReflected,
    Reflection? Shared,
    Need? Need,
    bool IsQuiet,
    bool IsUnheard
)
{
    /// <summary>School days a call for help may wait before it is shown again.</summary>
    public const int PatientDays = 3;

    /// <summary>So many prompts in a row without a reflection or any progress are quiet.</summary>
    private const int QuietPrompts = 3;

    private static readonly TimeSpan Lately = TimeSpan.FromDays(28);

    /// <summary>A week that felt hard is answered while it is near, or not at all.</summary>
    private static readonly TimeSpan Near = TimeSpan.FromDays(14);

    public string? Name => Member.Name ?? Person?.Name;

    /// <summary>What became of the week's prompt; null when it is still to come, or not known.</summary>
    public WeekOutcome? Prompt { get; init; }

    /// <summary>The earliest week of which it is known what became of its prompt.</summary>
    public IsoWeek? FirstPrompt { get; init; }

    /// <summary>How they felt the week before, if they shared it.</summary>
    public int? MoodBefore { get; init; }

    /// <summary>No goal is open: something to begin with.</summary>
    public bool HasNoGoal { get; init; }

    public bool WasAsked =>
        Prompt?.Outcome
            is PromptOutcome.Sent
                or PromptOutcome.Late
                or PromptOutcome.WithOther
                or PromptOutcome.Unknown
                or PromptOutcome.Unreachable;

    /// <param name="teacher">Who looks; null where it is only asked whether help is waited for.</param>
    public static StudentWeek Of(
        Classroom classroom,
        Member member,
        Person? person,
        IsoWeek week,
        DateTimeOffset now,
        DocumentKey? teacher = null
    )
    {
        var here = SharedReflections.Of(person, classroom.Key);
        var mine = person?.Reflections.Where(one => one.Class == classroom.Key).ToList() ?? [];
        var outcomes = person?.Classes.FirstOrDefault(one => one.Class == classroom.Key)?.Outcomes ?? [];
        return new(
            member,
            person,
            mine.Exists(one => one.Week == week && one.IsReflected),
            here.FirstOrDefault(one => one.Week == week),
            HelpOf(mine, classroom, now)
                ?? (
                    Exchange.Waiting(person, classroom.Key, teacher) is { AnsweredAt: { } wrote }
                        ? new(NeedKind.WroteBack, wrote)
                        : HardOf(mine, now)
                ),
            person is not null && WentQuiet(person, mine, classroom.Key),
            person is not null
                && !(member.RecognizedAt > now - Lately)
                && here.Any(one => one.At > now - Lately)
                && person.Classes.Any(one => one.Class == classroom.Key && one.Cursor?.Since < now - Lately)
                && !person.TeacherReplies.Any(reply => reply.Class == classroom.Key && reply.At > now - Lately)
        )
        {
            MoodBefore = here.FirstOrDefault(one => one.Week.Next == week)?.Mood,
            HasNoGoal = person?.Goals.Any(goal => goal.IsActive) != true,
            Prompt = outcomes.LastOrDefault(one => one.Week == week),
            FirstPrompt = outcomes is [var first, ..] ? first.Week : null,
        };
    }

    /// <summary>Asking for help is heard whatever the sharing.</summary>
    private static Need? HelpOf(List<Reflection> mine, Classroom classroom, DateTimeOffset now)
    {
        if (
            mine.Where(one => one is { WantsHelp: true, HandledAt: null })
                .Select(one => one.HelpAt ?? one.At)
                .Order()
                .Take(1)
                .ToList()
            is not [var since]
        )
        {
            return null;
        }

        var schedule = classroom.Settings?.Schedule;
        var (from, to) = (LocalTime.Day(since, schedule?.Zone), LocalTime.Day(now, schedule?.Zone));
        var overdue = SchoolDays.Between(from, to, schedule?.Holidays ?? [], schedule?.SchoolWeek) >= PatientDays;
        return new(overdue ? NeedKind.HelpOverdue : NeedKind.Help, since);
    }

    /// <summary>All else is heard only where the words are shared, and for two weeks.</summary>
    private static Need? HardOf(List<Reflection> mine, DateTimeOffset now) =>
        mine.LastOrDefault(one => one.IsReflected) is { Sharing: Sharing.MyTeacher, HandledAt: null } last
        && now - last.At < Near
            ? last.Mood <= 2
                ? new(NeedKind.HardWeek, last.At)
                : last.Goals.Any(goal => goal.Going == Going.Stuck)
                    ? new(NeedKind.Stuck, last.At)
                    : null
            : null;

    private static bool WentQuiet(Person person, List<Reflection> mine, DocumentKey key)
    {
        var asked =
            person
                .Classes.FirstOrDefault(one => one.Class == key)
                ?.Outcomes.Where(one =>
                    one.Outcome is PromptOutcome.Sent or PromptOutcome.Late or PromptOutcome.WithOther
                )
                .TakeLast(QuietPrompts)
                .ToList()
            ?? [];
        return asked.Count == QuietPrompts
            && !mine.Exists(one => one.Week >= asked[0].Week)
            && !person.Goals.Any(goal =>
                goal.CreatedOn >= asked[0].Week.Monday || goal.Progress.Any(entry => entry.On >= asked[0].Week.Monday)
            );
    }
}
