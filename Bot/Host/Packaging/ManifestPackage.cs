using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Milestones.Host.Packaging;

/// <summary>
/// The zip that Teams takes: the manifest with its placeholders filled in, its icons and its language files, all at the
/// root.
/// </summary>
internal static partial class ManifestPackage
{
    // Zip has no time zones, and the same input should give the same bytes.
    private static readonly DateTimeOffset Stamp = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Writes the package of the manifest in a folder.</summary>
    /// <param name="folder">Holds <c>manifest.json</c> and the files it names.</param>
    /// <returns>The names of the files in the package.</returns>
    /// <exception cref="InvalidDataException">The manifest has a placeholder that nothing fills.</exception>
    public static IReadOnlyList<string> Write(string folder, ManifestValues values, Stream package)
    {
        var manifest = Fill(File.ReadAllText(Path.Combine(folder, "manifest.json")), values);
        string[] others = [.. FilesNamedIn(JsonNode.Parse(manifest)!)];

        using var zip = new ZipArchive(package, ZipArchiveMode.Create, leaveOpen: true);
        Add(zip, "manifest.json", Encoding.UTF8.GetBytes(manifest));
        foreach (var name in others)
            Add(zip, name, File.ReadAllBytes(Path.Combine(folder, name)));
        return ["manifest.json", .. others];
    }

    // What is filled in is an id, a host name or an escaped address: none of them has a character that JSON would
    // escape.
    private static string Fill(string manifest, ManifestValues values) =>
        Placeholder()
            .Replace(
                manifest,
                match =>
                    values.For(match.Groups["name"].Value)
                    ?? throw new InvalidDataException($"Nothing fills {match.Value} of manifest.json.")
            );

    private static IEnumerable<string> FilesNamedIn(JsonNode manifest)
    {
        yield return manifest["icons"]!["color"]!.GetValue<string>();
        yield return manifest["icons"]!["outline"]!.GetValue<string>();
        foreach (var language in manifest["localizationInfo"]!["additionalLanguages"]!.AsArray())
            yield return language!["file"]!.GetValue<string>();
    }

    private static void Add(ZipArchive zip, string name, byte[] content)
    {
        var entry = zip.CreateEntry(name);
        entry.LastWriteTime = Stamp;
        using var stream = entry.Open();
        stream.Write(content);
    }

    [GeneratedRegex(@"\$\{\{(?<name>[A-Z_]+)\}\}", RegexOptions.NonBacktracking)]
    private static partial Regex Placeholder();
}
