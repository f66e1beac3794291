using System.Globalization;
using Milestones.Localization;
using Milestones.School;

namespace Milestones.Features.Peers;

/// <summary>
/// How a strength and a question may begin: by the success criteria of what is looked at where it has some, else by
/// what it is about and the grade. Three dots stand where one's own words go.
/// </summary>
internal static class FeedbackStems
{
    private const string Gap = "…";

    public static IReadOnlyList<string> Strengths(PeerFeedback asked, Voice voice) => Of("Strength", asked, voice);

    public static IReadOnlyList<string> Questions(PeerFeedback asked, Voice voice) => Of("Question", asked, voice);

    /// <summary>
    /// The sentence that a beginning and one's own words make; a whole sentence stays as it is. Null where words are
    /// missing.
    /// </summary>
    public static string? Joined(string? stem, string? words)
    {
        if (words is null || stem?.Split(Gap) is not [var before, var after] || IsWhole(words))
            return words;
        return before + Begun(after.Length > 0 ? words.TrimEnd('?', '.', '!', ' ') : words) + after;
    }

    /// <summary>It has a beginning of its own: "your graph is clear", "why do bees dance?".</summary>
    private static bool IsWhole(string words) =>
        PeopleNames.Words(words.TrimStart('¿', '¡', '"', '“')) is [var first, ..]
        && Voice.InEveryLanguage("Word.BeginsWhole").SelectMany(every => every).Contains(first, StringComparer.Ordinal);

    /// <summary>Phones write the first letter of a field large.</summary>
    private static string Begun(string words) =>
        words.Length > 1 && char.IsUpper(words[0]) && char.IsLower(words[1])
            ? char.ToLower(words[0], CultureInfo.CurrentCulture) + words[1..]
            : words;

    private static IReadOnlyList<string> Of(string what, PeerFeedback asked, Voice voice) =>
        asked.Criteria.Count > 0
            ?
            [
                .. asked.Criteria.Select(criterion =>
                    voice.Say($"Peers.Stem.{what}.Criterion", ("criterion", criterion))
                ),
            ]
            : voice.List($"Peers.Stem.{what}.{asked.Area}");
}
