using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using System.Resources;

namespace Milestones.Localization;

/// <summary>
/// The texts of all rooms: each has its own pair of files beside its code, <c>Texts.resx</c> and one for each other
/// language. A key stands in one of them.
/// </summary>
internal sealed class TextFiles(Assembly assembly)
{
    private const string Name = ".Texts.resources";

    private readonly FrozenDictionary<string, ResourceManager> _fileOf = FileOf(assembly);

    /// <summary>Null when no room has the key.</summary>
    public string? GetString(string key, CultureInfo culture) =>
        _fileOf.GetValueOrDefault(key)?.GetString(key, culture);

    private static FrozenDictionary<string, ResourceManager> FileOf(Assembly assembly)
    {
        var files = new Dictionary<string, ResourceManager>(StringComparer.Ordinal);
        foreach (
            var name in assembly.GetManifestResourceNames().Where(name => name.EndsWith(Name, StringComparison.Ordinal))
        )
        {
            var manager = new ResourceManager(name[..^".resources".Length], assembly);
            using var keys = new ResourceReader(assembly.GetManifestResourceStream(name)!);
            foreach (System.Collections.DictionaryEntry entry in keys)
            {
                if (!files.TryAdd((string)entry.Key, manager))
                    throw new InvalidOperationException($"Two rooms have a text called {entry.Key}.");
            }
        }

        return files.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
