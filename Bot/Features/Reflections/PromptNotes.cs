using Milestones.Calendar;
using Milestones.Conversations;
using Milestones.School;

namespace Milestones.Features.Reflections;

/// <summary>
/// What a student's document keeps of a week's prompt: what became of it, how far the weeks are decided, and which
/// class asked for which.
/// </summary>
internal static class PromptNotes
{
    private const int KeptOutcomes = 8;

    /// <summary>
    /// A new prompt closes the week before: unanswered, it ends a row, unless another class still waits for the same
    /// week.
    /// </summary>
    public static Person Closed(Person person, DocumentKey key)
    {
        var last = person.Classes.First(one => one.Class == key).LastPrompt;
        return
            last is not { Answered: false }
            || person.Classes.Any(one =>
                one.Class != key && one.LastPrompt is { Answered: false } other && other.Week == last.Week
            )
            ? person
            : person with
            {
                Streak = (person.Streak ?? Streak.None).With(last.Week, WeekEnd.Missed),
            };
    }

    public static Person Decided(Person person, DocumentKey key, PromptCursor cursor) =>
        With(person, person.Classes.First(one => one.Class == key) with { Cursor = cursor });

    /// <summary>
    /// The student after a week that needs no prompt of this class, because it was looked at, or another class's card
    /// asks for it; null where it is still to be asked about.
    /// </summary>
    public static Person? AlreadyAsked(DocumentKey key, IsoWeek week, Person person)
    {
        var known = OpenWeek.Find(person, key, week);
        var reflected = known is { IsReflected: true };
        return AskedBy(person, key, week) is { } other ? AskedWith(other, reflected, key, week, person)
            : reflected ? Noted(person, key, week, PromptOutcome.Answered, OtherOf(known, person)?.ClassName)
            : null;
    }

    private static Membership? OtherOf(Reflection? known, Person person) =>
        person.Classes.FirstOrDefault(one => one.Class == known?.With);

    /// <summary>The class whose card has asked about this week already.</summary>
    private static Membership? AskedBy(Person person, DocumentKey key, IsoWeek week) =>
        person.Classes.FirstOrDefault(one =>
            one.Class != key
            && one is { Role: MemberRole.Student, LastPrompt: { } prompt }
            && prompt.Week == week
            && one.Outcomes.Any(known =>
                known.Week == week && known.Outcome is PromptOutcome.Sent or PromptOutcome.Late or PromptOutcome.Unknown
            )
        );

    /// <summary>That card is this class's, too: its answer counts here, and there is no second reminder.</summary>
    private static Person AskedWith(Membership other, bool reflected, DocumentKey key, IsoWeek week, Person person)
    {
        var closed = Closed(person, key);
        var asked = closed.Classes.First(one => one.Class == key) with
        {
            LastPrompt = other.LastPrompt! with
            {
                Answered = reflected,
                RemindedAt = other.LastPrompt.RemindedAt ?? other.LastPrompt.At,
            },
        };
        return Noted(
            With(closed, asked),
            key,
            week,
            reflected ? PromptOutcome.Answered : PromptOutcome.WithOther,
            other.ClassName
        );
    }

    /// <param name="with">The class whose card asked for this one.</param>
    public static Person Noted(Person person, DocumentKey key, IsoWeek week, PromptOutcome outcome, string? with = null)
    {
        var membership = person.Classes.First(one => one.Class == key);
        var noted = new WeekOutcome(week, outcome, outcome == PromptOutcome.Unreachable ? person.Unreachable : with);
        return With(
            person,
            membership with
            {
                Outcomes = [.. membership.Outcomes.Append(noted).TakeLast(KeptOutcomes)],
            }
        );
    }

    public static Person With(Person person, Membership changed) =>
        person with
        {
            Classes = [.. person.Classes.Select(one => one.Class == changed.Class ? changed : one)],
        };
}
