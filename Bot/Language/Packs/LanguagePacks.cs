using System.Globalization;

namespace Milestones.Language.Packs;

/// <summary>The languages there are: the one place that lists them.</summary>
internal static class LanguagePacks
{
    private static readonly List<LanguagePack> Listed = [English.Pack, Spanish.Pack];
    private static readonly Lazy<LanguagePack[]> Settled = new(Settle);

    /// <summary>Each at its place, the default first.</summary>
    public static IReadOnlyList<LanguagePack> All => Settled.Value;

    /// <summary>What is spoken where no other is known.</summary>
    public static LanguagePack Default => Settled.Value[0];

    public static LanguagePack Of(TextLanguage language) => Settled.Value[(int)language];

    /// <summary>The language of a culture, or the default.</summary>
    public static LanguagePack Of(CultureInfo culture)
    {
        foreach (var pack in Settled.Value)
        {
            if (pack.Code == culture.TwoLetterISOLanguageName)
                return pack;
        }

        return Default;
    }

    /// <summary>Adds a language that comes in another assembly.</summary>
    /// <exception cref="InvalidOperationException">Something was read already, without it.</exception>
    public static void Add(LanguagePack pack)
    {
        if (Settled.IsValueCreated)
            throw new InvalidOperationException($"{pack.Name} is added too late.");
        Listed.Add(pack);
    }

    private static LanguagePack[] Settle()
    {
        for (var place = 0; place < Listed.Count; place++)
        {
            if ((int)Listed[place].Language != place)
                throw new InvalidOperationException($"{Listed[place].Name} is not at its place.");
        }

        return [.. Listed];
    }
}
