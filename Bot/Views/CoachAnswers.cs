using Milestones.Language;
using Milestones.Localization;

namespace Milestones.Views;

/// <summary>
/// Answers to what is asked of the coach: does it remind, can a goal be changed later, what happens when a week is
/// missed. What a question is about is told by words of each language, <c>Word.Coach.{topic}</c>.
/// </summary>
internal static class CoachAnswers
{
    /// <summary>The more particular first: "remind me if i miss a day" is about reminding.</summary>
    public static IReadOnlyList<string> Topics { get; } =
    ["Remind", "Badge", "Change", "Grade", "Prize", "Many", "Number", "Tell", "Miss", "Must", "Long", "Real"];

    /// <summary>The answer; null where no words tell what is meant.</summary>
    public static string? To(string text, Voice voice)
    {
        var asked = PlainWords.Of(text);
        var topic = Topics.FirstOrDefault(one =>
            Voice
                .InEveryLanguage($"Word.Coach.{one}")
                .SelectMany(words => words)
                .Any(word => asked.Contains(Bounded(word), StringComparison.Ordinal))
        );
        return topic is null ? null : voice[$"Coach.{topic}"];
    }

    /// <summary>A word by itself; one that ends on a star is the beginning of a word.</summary>
    private static string Bounded(string word) => word.EndsWith('*') ? $" {word[..^1]}" : $" {word} ";
}
