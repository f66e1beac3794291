using Milestones.Language.Packs;

namespace Milestones.Language.Concerns;

/// <summary>
/// The languages a text or an entry of a lexicon belongs to, a bit for each <see cref="TextLanguage"/>. Students mix
/// them, so a text may belong to several.
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
    /// <summary>Every language there is.</summary>
    public static Tongues All { get; } = (Tongues)((1 << LanguagePacks.All.Count) - 1);

    public static Tongues Of(TextLanguage language) => (Tongues)(1 << (int)language);

    /// <summary>The language of a lexicon file by its folder; a file outside of all is every language's.</summary>
    public static Tongues Of(string file)
    {
        foreach (var pack in LanguagePacks.All)
        {
            if (
                file.StartsWith($"{pack.Code}/", StringComparison.Ordinal)
                || file.Contains($"/{pack.Code}/", StringComparison.Ordinal)
            )
            {
                return Of(pack.Language);
            }
        }

        return All;
    }

    public static bool Has(this Tongues tongues, int place) => ((int)tongues & (1 << place)) != 0;

    /// <summary>The place of one language; what belongs to several stands with the first.</summary>
    public static int Place(this Tongues tongues) => int.IsPow2((int)tongues) ? int.TrailingZeroCount((int)tongues) : 0;
}
