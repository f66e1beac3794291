namespace Milestones.Language.Concerns;

/// <summary>Cuts the commonest endings off, so that forms of a word count as one.</summary>
internal static class WordStem
{
    private const int Shortest = 3;
    private static readonly string[] Endings = "ing ed es s".Split(' ');

    public static ReadOnlySpan<char> Of(ReadOnlySpan<char> word)
    {
        // A stem's stem is itself, so that a stem can stand in a file as the word it is.
        foreach (var ending in Endings)
        {
            if (word.Length - ending.Length >= Shortest && word.EndsWith(ending, StringComparison.Ordinal))
                return Of(word[..^ending.Length]);
        }

        return word;
    }
}
