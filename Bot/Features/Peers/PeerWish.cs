using Milestones.Language;
using Milestones.Language.Wanted;
using Milestones.Localization;
using Milestones.School;

namespace Milestones.Features.Peers;

/// <summary>"Can Ana look at my essay?": a wish for feedback from somebody.</summary>
/// <param name="Named">Words of the name, as they are compared; empty where nobody is named.</param>
/// <param name="Called">The name as it was typed.</param>
/// <param name="Work">What is to be looked at, as it was typed; null where that is a goal, or was not said.</param>
internal sealed record PeerWish(string[] Named, string Called, string? Work)
{
    /// <summary>It is oneself who is asked.</summary>
    public bool IsOneself => Named.Length > 0 && Named.All(word => Knows("Word.Oneself", word));

    /// <summary>Null for all other words, and where the coach itself or somebody at home is asked.</summary>
    public static PeerWish? Read(string text)
    {
        if (TeacherWantedReader.ReadFeature(text) is not { Wish: Wish.PeerFeedback, Named: { } called })
            return null;
        var words = PeopleNames.Words(called);
        if (words.Any(word => Knows("Word.NoClassmate", word)))
            return null;
        string[] named = [.. words.Where(word => !Knows("Word.Classmate", word) && !Knows("Word.AroundAName", word))];
        return new(named, called.Trim(), WorkIn(text));
    }

    /// <summary>"My essay on bees" of the words; a goal is chosen from the list.</summary>
    private static string? WorkIn(string text)
    {
        var folded = Folding.Fold(text);
        var at = Words("Word.Mine")
            .Select(word => folded.IndexOf($" {word} ", StringComparison.Ordinal))
            .Where(index => index > 0)
            .DefaultIfEmpty(-1)
            .Min();
        if (at < 0 || folded.Length != text.Length)
            return null;
        var work = text[(at + 1)..].TrimEnd(' ', '?', '!', '.');
        return work.Length > PeerFeedback.LongestWork || PeopleNames.Words(work).Any(word => Knows("Word.AGoal", word))
            ? null
            : work;
    }

    private static bool Knows(string key, string word) => Words(key).Contains(word, StringComparer.Ordinal);

    private static IEnumerable<string> Words(string key) => Voice.InEveryLanguage(key).SelectMany(words => words);
}
