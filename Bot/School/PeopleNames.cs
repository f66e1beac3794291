using Milestones.Language;

namespace Milestones.School;

/// <summary>People called by what others call them: a first name, a first name and a letter, a last name.</summary>
internal static class PeopleNames
{
    private static readonly char[] Breaks = [' ', ',', '.', '?', '!', '-'];

    /// <summary>A name, or what was said in its place, as it is compared.</summary>
    public static string[] Words(string text) =>
        Folding.Fold(text).Split(Breaks, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Every word that was said begins a word of the name: "sam", "sam r", "Rivera".</summary>
    public static bool Fits(string[] asked, string[] name) =>
        asked.All(word => name.Any(part => part.Equals(word, StringComparison.Ordinal)))
        || (
            asked.Length > 1
            && asked[..^1].All(word => name.Contains(word, StringComparer.Ordinal))
            && name.Any(part => part.StartsWith(asked[^1], StringComparison.Ordinal))
        );

    /// <summary>The whole name where it stands with what tells two of the same name apart.</summary>
    public static string First(string name) =>
        name.EndsWith(')') ? name
        : name.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var first, ..] ? first
        : name;
}
