using System.Collections.Frozen;
using System.Text.Json;
using Milestones.Language.Concerns;
using Milestones.Language.Packs;

namespace Milestones.Features.Safety;

/// <summary>
/// The help lines of each region, from a file a school can edit. Regions are ISO 3166 country codes; <c>*</c> is
/// everywhere else.
/// Every region has an answer for every concern, so that no student is left without one.
/// </summary>
internal sealed class HelpLines
{
    private const string Elsewhere = "*";
    private const string AnyConcern = "any";

    private static readonly FrozenDictionary<string, Concern> Concerns = new Dictionary<string, Concern>
    {
        ["self_harm"] = Concern.SelfHarm,
        ["abuse"] = Concern.Abuse,
        ["violence"] = Concern.Violence,
        ["bullying"] = Concern.Bullying,
        ["substance"] = Concern.Substance,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly string[] Codes = [.. LanguagePacks.All.Select(pack => pack.Code)];

    private static readonly string[] Needed =
    [
        .. LanguagePacks.All.Where(pack => pack.IsNeededInHelpLines).Select(pack => pack.Code),
    ];

    private readonly FrozenDictionary<(string Region, Concern Concern), HelpLine[]> _lines;

    private HelpLines(Dictionary<(string Region, Concern Concern), HelpLine[]> lines) =>
        _lines = lines.ToFrozenDictionary();

    /// <exception cref="InvalidDataException">The file is missing or broken; the message says where and how, for
    /// whoever edited it.</exception>
    public static HelpLines Load(string path)
    {
        try
        {
            using var stream = File.OpenRead(path);
            return new(
                Check(
                    JsonSerializer.Deserialize(stream, HelpLinesJson.Default.HelpLinesFile)?.Regions
                        ?? throw new InvalidDataException("it is empty.")
                )
            );
        }
        catch (Exception fault)
            when (fault is IOException or UnauthorizedAccessException or JsonException or InvalidDataException)
        {
            throw new InvalidDataException(
                $"The help lines in {path} cannot be used (Safety:HelpLines names them): {fault.Message}",
                fault
            );
        }
    }

    /// <summary>
    /// The lines to show, in the order of the file, for a region known or not. None for <see cref="Concern.None"/>.
    /// </summary>
    public IReadOnlyList<HelpLine> For(string? region, Concern concern) =>
        _lines.TryGetValue((region?.ToUpperInvariant() ?? Elsewhere, concern), out var lines) ? lines
        : _lines.TryGetValue((Elsewhere, concern), out lines) ? lines
        : [];

    private static Dictionary<(string Region, Concern Concern), HelpLine[]> Check(
        Dictionary<string, HelpLineEntry[]> regions
    )
    {
        if (!regions.ContainsKey(Elsewhere))
            throw new InvalidDataException($"the region \"{Elsewhere}\", for students elsewhere, is missing.");
        var lines = new Dictionary<(string, Concern), HelpLine[]>();
        foreach (var (region, entries) in regions)
        {
            if (region != Elsewhere && (region.Length != 2 || !region.All(char.IsAsciiLetterUpper)))
            {
                throw new InvalidDataException(
                    $"\"{region}\" is not a country code of two capital letters, such as US."
                );
            }

            for (var at = 0; at < entries.Length; at++)
                Check(entries[at], $"region {region}, line {at + 1}");
            foreach (var (name, concern) in Concerns)
            {
                lines[(region, concern)] = entries
                    .Where(entry => entry.For.Contains(name) || entry.For.Contains(AnyConcern))
                    .Select(entry => new HelpLine(new(entry.Name), new(entry.Text)))
                    .ToArray()
                    is { Length: > 0 } some
                    ? some
                    : throw new InvalidDataException($"region {region} has no line for {name}.");
            }
        }

        return lines;
    }

    private static string Quoted(IEnumerable<string> codes) =>
        string.Join(" and ", codes.Select(code => $"\"{code}\""));

    private static void Check(HelpLineEntry entry, string where)
    {
        foreach (var written in new[] { entry.Name, entry.Text })
        {
            if (written.Keys.FirstOrDefault(code => !Codes.Contains(code)) is { } unknown)
                throw new InvalidDataException($"{where}: \"{unknown}\" is no language of ours. Use {Quoted(Codes)}.");
            if (Needed.Union(written.Keys).Any(code => string.IsNullOrWhiteSpace(written.GetValueOrDefault(code))))
                throw new InvalidDataException($"{where}: name and text are both needed, in {Quoted(Needed)}.");
        }

        foreach (var name in entry.For)
        {
            if (name != AnyConcern && !Concerns.ContainsKey(name))
            {
                throw new InvalidDataException(
                    $"{where}: \"{name}\" is no concern. "
                        + $"Use {string.Join(", ", Concerns.Keys.Order())} or {AnyConcern}."
                );
            }
        }
    }
}
