using System.Globalization;
using Milestones.School;

namespace Milestones.Language.Concerns;

/// <summary>
/// What each trait speaks for, as fitted from labelled lines: <c>trait</c> and its weight for every concern in the order of
/// <see cref="Concern"/>. <c>&lt;a&gt;</c> is a concept, <c>&lt;a&gt;..&lt;b&gt;</c> the one a few words before the other, <c>&lt;a&gt;+&lt;b&gt;</c>
/// right before it, a bare word is that word's stem. <c>[bias]</c> is where a sentence starts, <c>[firm]</c>, <c>[plain]</c> and <c>[light]</c> what
/// a phrase of that force adds to its concern, <c>[explained]</c> what it adds where something explains it.
/// </summary>
internal sealed class WeightsFile
{
    public const string Bias = "[bias]";
    public const string Explained = "[explained]";
    private const string Name = "Safety/weights.txt";

    public Dictionary<string, float[]> Traits { get; } = new(StringComparer.Ordinal);

    public static WeightsFile Shared { get; } = Load();

    /// <summary>The words among the traits.</summary>
    public IEnumerable<string> Stems => Traits.Keys.Where(trait => trait[0] is not ('<' or '['));

    public static string NameOf(Force force) => force switch
    {
        Force.Firm => "[firm]",
        Force.Plain => "[plain]",
        _ => "[light]",
    };

    public void Read(TextReader text)
    {
        while (text.ReadLine() is { } line)
        {
            var parts = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (parts.Length > 1 && parts[0][0] != '#')
                Traits[parts[0]] = [.. parts[1..].Select(weight => float.Parse(weight, CultureInfo.InvariantCulture))];
        }
    }

    private static WeightsFile Load()
    {
        var file = new WeightsFile();
        using var reader = EmbeddedText.Open(Name);
        file.Read(reader);
        return file;
    }
}
