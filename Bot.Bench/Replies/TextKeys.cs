using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using Milestones.Localization;

namespace Milestones.Bench.Replies;

/// <summary>Tells which of the product's texts stand in a reply.</summary>
internal sealed partial class TextKeys
{
    /// <summary>Shorter beginnings stand in anything.</summary>
    private const int Shortest = 8;

    private readonly List<(string Key, string[] Parts)> _texts = [];

    public TextKeys()
    {
        var assembly = typeof(Voice).Assembly;
        var names = assembly
            .GetManifestResourceNames()
            .Where(name => name.EndsWith(".Texts.resources", StringComparison.Ordinal));
        foreach (var name in names)
        {
            var manager = new ResourceManager(name[..^".resources".Length], assembly);
            foreach (var language in Voice.Languages)
            {
                using var texts = manager.GetResourceSet(
                    CultureInfo.GetCultureInfo(language),
                    createIfNotExists: true,
                    tryParents: true
                );
                foreach (DictionaryEntry entry in texts!)
                    Add((string)entry.Key, (string)entry.Value!);
            }
        }

        _texts.Sort((a, b) => b.Parts.Sum(part => part.Length).CompareTo(a.Parts.Sum(part => part.Length)));
    }

    [GeneratedRegex(@"\{[^}]*\}", RegexOptions.NonBacktracking)]
    private static partial Regex Placeholder();

    private void Add(string key, string text)
    {
        var parts = Placeholder().Split(text);
        if (!text.Contains('|', StringComparison.Ordinal) && parts.Max(part => part.Trim().Length) >= Shortest)
            _texts.Add((key, [.. parts.Where(part => part.Trim().Length > 0)]));
    }

    /// <summary>
    /// The keys of the texts a reply is made of, in their order; what stands within another is left out.
    /// </summary>
    public IReadOnlyList<string> In(string reply)
    {
        var taken = new bool[reply.Length];
        var found = new List<(int At, string Key)>();
        foreach (var (key, parts) in _texts)
        {
            var spans = new List<(int Start, int Length)>();
            var from = 0;
            foreach (var part in parts)
            {
                var at = reply.IndexOf(part, from, StringComparison.Ordinal);
                if (at < 0 || taken.AsSpan(at, part.Length).Contains(true))
                {
                    spans.Clear();
                    break;
                }

                spans.Add((at, part.Length));
                from = at + part.Length;
            }

            if (spans.Count == 0)
                continue;
            foreach (var (start, length) in spans)
                taken.AsSpan(start, length).Fill(true);
            found.Add((spans[0].Start, key));
        }

        return [.. found.OrderBy(one => one.At).Select(one => one.Key)];
    }
}
