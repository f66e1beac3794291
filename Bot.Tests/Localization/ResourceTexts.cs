using System.Xml.Linq;

namespace Milestones.Tests.Localization;

/// <summary>
/// The texts of one language as they stand in its resource file, without the fallback that hides what is missing.
/// </summary>
internal sealed record ResourceTexts(string Language, IReadOnlyDictionary<string, string> Texts)
{
    public static ResourceTexts English { get; } = Load("Texts.resx", "en");

    /// <summary>Every language but English.</summary>
    public static IReadOnlyList<ResourceTexts> Translations { get; } =
    [
        .. Files("Texts.*.resx")
            .Select(Path.GetFileName)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .Select(file => Load(file!, file!.Split('.')[1])),
    ];

    public static IReadOnlyList<ResourceTexts> All { get; } = [English, .. Translations];

    public static ResourceTexts In(string language) => All.Single(texts => texts.Language == language);

    /// <summary>Each room has its own; no key stands in two.</summary>
    private static ResourceTexts Load(string file, string language) =>
        new(
            language,
            Files(file)
                .SelectMany(path => XDocument.Load(path).Root!.Elements("data"))
                .ToDictionary(
                    data => data.Attribute("name")!.Value,
                    data => data.Element("value")!.Value,
                    StringComparer.Ordinal
                )
        );

    private static IEnumerable<string> Files(string pattern) =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "Bot"), pattern, SearchOption.AllDirectories);
}
