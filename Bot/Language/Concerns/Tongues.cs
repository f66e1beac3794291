namespace Milestones.Language.Concerns;

/// <summary>
/// The languages a text or an entry of a lexicon belongs to. Students mix them, so a text may belong to both.
/// </summary>
[Flags]
internal enum Tongues
{
    None = 0,
    English = 1,
    Spanish = 2,
    Both = English | Spanish,
}

internal static class TongueNames
{
    /// <summary>The language of a lexicon file by its folder; a file outside of both is every language's.</summary>
    public static Tongues Of(string file) =>
        file.StartsWith("en/", StringComparison.Ordinal) || file.Contains("/en/", StringComparison.Ordinal)
            ? Tongues.English
        : file.StartsWith("es/", StringComparison.Ordinal) || file.Contains("/es/", StringComparison.Ordinal)
            ? Tongues.Spanish
        : Tongues.Both;
}
