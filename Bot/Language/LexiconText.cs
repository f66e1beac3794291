using System.Reflection;

namespace Milestones.Language;

/// <summary>The lexicon files of a folder as lines without comments.</summary>
internal static class LexiconText
{
    public static IEnumerable<(string File, string Line)> Lines(string folder, Assembly assembly)
    {
        var prefix = $"Reading/{folder}/";
        foreach (
            var name in assembly
                .GetManifestResourceNames()
                .Where(n => n.StartsWith(prefix, StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
        )
        {
            foreach (var line in Read(assembly, name))
            {
                var comment = line.IndexOf('#', StringComparison.Ordinal) is var at && at == 0 ? "" : line;
                if (comment.AsSpan().Trim().Length > 0)
                    yield return (name[prefix.Length..], comment.Trim());
            }
        }
    }

    private static IEnumerable<string> Read(Assembly assembly, string name)
    {
        using var stream =
            assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not embedded.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
            yield return line;
    }
}
