using Milestones.Localization;
using Milestones.School;

namespace Milestones.Features.Coaching;

/// <summary>
/// Two or three answers to tap that fit what the goal is about. They are sent as if typed, so the reader must
/// understand each (a test reads them all).
/// </summary>
internal static class Suggestions
{
    /// <summary>
    /// Subjects with suggestions of their own; the words that name them are in the resource <c>Topic.{name}</c>.
    /// </summary>
    public static IReadOnlyList<string> Topics { get; } =
    [
        "Sport",
        "Music",
        "Spelling",
        "Lonely",
        "Math",
        "Reading",
        "Writing",
        "Homework",
        "Focus",
        "Attendance",
        "Speaking",
        "Stress",
        "Friends",
        "Admission",
    ];

    public static IReadOnlyList<string> For(Fields field, GoalDraft draft, TurnContext<Person> context)
    {
        var voice = context.Voice;
        if (field == Fields.Deadline)
        {
            return voice.List("Suggest.Deadline");
        }

        var topic = Topics.FirstOrDefault(name =>
            Voice
                .InEveryLanguage($"Topic.{name}")
                .Any(words => words.Any(word => Mentions(draft.FirstWords, word) || Mentions(draft.What, word)))
        );
        string?[] keys =
        [
            topic is null ? null : $"Suggest.{field}.{topic}",
            $"Suggest.{field}.{draft.Area}",
            $"Suggest.{field}",
        ];
        return keys.OfType<string>().Where(voice.Has).Select(voice.List).FirstOrDefault([]);
    }

    private static bool Mentions(string? text, string word)
    {
        var at = text?.IndexOf(word, StringComparison.OrdinalIgnoreCase) ?? -1;
        return at >= 0
            && (at == 0 || !char.IsLetter(text![at - 1]))
            && (at + word.Length == text!.Length || !char.IsLetter(text[at + word.Length]));
    }
}
