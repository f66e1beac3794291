using System.Xml.Linq;
using Milestones.Tests.Support;

namespace Milestones.Tests.Localization;

/// <summary>The texts of one language as they stand in its resource file, without the fallback that hides what is missing.</summary>
internal sealed record ResourceTexts(string Language, IReadOnlyDictionary<string, string> Texts)
{
    public static ResourceTexts English { get; } = Load("Strings.resx", "en");

    /// <summary>Every language but English.</summary>
    public static IReadOnlyList<ResourceTexts> Translations { get; } =
        [.. Directory.EnumerateFiles(Folder, "Strings.*.resx").Order(StringComparer.Ordinal).Select(file => Load(Path.GetFileName(file), Path.GetFileName(file).Split('.')[1]))];

    public static IReadOnlyList<ResourceTexts> All { get; } = [English, .. Translations];

    public static ResourceTexts In(string language) => All.Single(texts => texts.Language == language);

    private static string Folder => Path.Combine(Repository.Root, "Bot", "Localization");

    private static ResourceTexts Load(string file, string language) => new(
        language,
        XDocument.Load(Path.Combine(Folder, file)).Root!.Elements("data").ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value, StringComparer.Ordinal));
}
