using Milestones.Language;
using Milestones.Localization;

namespace Milestones.Views;

/// <summary>
/// The words of a question, to look for phrases in: folded, and those of a chat spelled out, "u" as "you"
/// (<c>Word.Spelled</c>).
/// </summary>
/// <remarks>
/// A phrase is whole words in a row: "change it". A word that ends on a star is the beginning of one: "remind*". Two
/// dots stand for any words between: "remind .. at".
/// </remarks>
internal sealed class AskedWords(string text)
{
    private const string Gap = " .. ";

    private readonly string[] _words = Spelled(text);

    /// <summary>Whether one of a key's phrases is among the words, whatever its language.</summary>
    public bool Have(string key) => Voice.InEveryLanguage(key).Any(phrases => phrases.Any(HavePhrase));

    private bool HavePhrase(string phrase)
    {
        var at = 0;
        foreach (var part in phrase.Split(Gap))
        {
            if (After(part.Split(' '), at) is not { } after)
                return false;
            at = after;
        }

        return true;
    }

    /// <summary>Where the words behind these begin; null where these are not found.</summary>
    private int? After(string[] part, int from)
    {
        for (var at = from; at + part.Length <= _words.Length; at++)
        {
            if (part.Index().All(one => Is(_words[at + one.Index], one.Item)))
                return at + part.Length;
        }

        return null;
    }

    private static bool Is(string word, string meant) =>
        meant.EndsWith('*') ? word.StartsWith(meant[..^1], StringComparison.Ordinal) : word == meant;

    private static string[] Spelled(string text)
    {
        var full = Voice
            .InEveryLanguage("Word.Spelled")
            .SelectMany(words => words)
            .Select(word => word.Split('='))
            .DistinctBy(word => word[0])
            .ToDictionary(word => word[0], word => word[1]);
        return
        [
            .. PlainWords
                .Of(text)
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .SelectMany(word => full.GetValueOrDefault(word, word).Split(' ')),
        ];
    }
}
