using Milestones.Language;
using Milestones.Language.Parts;
using Milestones.Localization;
using Milestones.School;

namespace Milestones.Features.Coaching;

/// <summary>What an answer says of the day the goal is to be reached.</summary>
internal static class DeadlineAnswers
{
    /// <summary>Words that say what to do in a case: days in them are no deadline.</summary>
    public static bool IsCondition(string text) =>
        Conditions.Any(word => text.TrimStart().StartsWith(word + ' ', StringComparison.OrdinalIgnoreCase));

    private static readonly string[] Conditions = [.. Voice.InEveryLanguage("Word.If").SelectMany(words => words)];

    /// <summary>Whether some part of the words rather says when: "every friday" of a plan does not.</summary>
    private static bool TellsDay(GoalDraft draft, string text, TextLanguage language) =>
        PartReader
            .Read(text, language, SettingOf.Draft(draft, PartPlace.AskWhen))
            .Parts.Any(part => part is { Act: PartAct.Deadline, Share: >= Rather });

    private const float Rather = 0.5f;

    public static (GoalDraft Draft, Hearing Hearing) When(
        GoalDraft draft,
        string text,
        DateOnly today,
        TextLanguage language
    ) =>
        IsCondition(text)
            ? (draft, Hearing.Vague)
            : DateReader.Find(DayInTalk.Plainer(text), today, language) switch
            {
                { Finding: DateFinding.Day, Day: { } day } when day > today => (
                    draft with
                    {
                        Deadline = day,
                        DeadlineWords = null,
                        School = null,
                    },
                    Hearing.Understood
                ),
                { Finding: DateFinding.Unclear or DateFinding.None }
                    when DayInTalk.Find(text, today, language) is { } among => (
                    draft with
                    {
                        Deadline = among,
                        DeadlineWords = null,
                        School = null,
                    },
                    Hearing.Understood
                ),
                { Finding: DateFinding.None or DateFinding.Unclear }
                    when TellsDay(draft, text, language) && DayInTalk.InAnswer(text, today, language) is { } within => (
                    draft with
                    {
                        Deadline = within,
                        DeadlineWords = null,
                        School = null,
                    },
                    Hearing.Understood
                ),
                { Finding: DateFinding.Day or DateFinding.Past } => (draft, Hearing.PastDate),
                { Finding: DateFinding.NoSuchDay } => (draft, Hearing.NoSuchDay),
                { Finding: DateFinding.School, School: { } school } => (
                    draft with
                    {
                        DeadlineWords = text,
                        School = school,
                    },
                    Hearing.SchoolDay
                ),
                { Finding: DateFinding.Unclear } => (draft, Hearing.UnclearDay),
                // "Turkey trot", "when the snow is gone": a day, and nobody here knows which.
                _ when !text.Any(char.IsAsciiDigit) && TellsDay(draft, text, language) => (draft, Hearing.UnclearDay),
                _ => (draft, Hearing.Vague),
            };
}
