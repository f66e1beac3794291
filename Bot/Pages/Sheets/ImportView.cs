using Milestones.Features.Importing;
using Milestones.School;

namespace Milestones.Pages.Sheets;

/// <summary>A file that was handed in, as its preview shows it.</summary>
/// <param name="Plan">What would be done; null where nothing could be read yet.</param>
/// <param name="Says">The key of a text for a file that holds nothing to take.</param>
internal sealed record ImportView(
    ClassView View,
    ImportFormat Format,
    IReadOnlyList<string> Heads,
    IReadOnlyDictionary<string, string> Codes,
    ImportChoices Choices,
    ImportPlan? Plan,
    string? Says
)
{
    /// <summary>Something of the file only its teacher can say.</summary>
    public bool Asks =>
        Says is null
        && (
            Format == ImportFormat.Plain
            || Codes.Count > 0
            || MustAnswer
            || Choices is { DecimalComma: not null } or { DayFirst: not null }
        );

    /// <summary>It can be read two ways: before it is said which, nothing is taken.</summary>
    public bool MustAnswer => Plan?.Content is { AsksNumbers: true } or { AsksDays: true };

    /// <summary>The file's kind, for the list of imports.</summary>
    public string Source => Format.ToString();

    /// <summary>What was said, as the fields of a form carry it.</summary>
    public static IEnumerable<(string Name, string Value)> Fields(ImportChoices choices) =>
        new (string, string?)[]
        {
            ("who", choices.Who),
            ("what", choices.What),
            ("when", choices.When),
            ("value", choices.Value),
            ("unit", choices.Unit),
            ("comma", Text(choices.DecimalComma)),
            ("dayfirst", Text(choices.DayFirst)),
        }
            .Concat(choices.Codes.Select(code => ($"code.{code.Code}", (string?)code.Meaning)))
            .Where(field => !string.IsNullOrEmpty(field.Item2))
            .Select(field => (field.Item1, field.Item2!));

    /// <summary>And back. Empty is nothing said.</summary>
    public static ImportChoices Read(IEnumerable<KeyValuePair<string, string>> fields)
    {
        var said = fields
            .Where(field => field.Value.Length is > 0 and < 200 && field.Key.Length < 100)
            .Take(60)
            .DistinctBy(field => field.Key, StringComparer.Ordinal)
            .ToDictionary(StringComparer.Ordinal);
        string? Of(string name) => said.GetValueOrDefault(name);
        return new(
            Of("who"),
            Of("what"),
            Of("when"),
            Of("value"),
            Of("unit") is "percent" or "absences" or "tardies" ? Of("unit") : null,
            Flag(Of("comma")),
            Flag(Of("dayfirst"))
        )
        {
            Codes =
            [
                .. said.Where(field => field.Key.StartsWith("code.", StringComparison.Ordinal))
                    .Select(field => new CodeMeaning(field.Key[5..], field.Value)),
            ],
        };
    }

    public static string Text(bool? flag) =>
        flag switch
        {
            true => "yes",
            false => "no",
            null => "",
        };

    private static bool? Flag(string? text) =>
        text switch
        {
            "yes" => true,
            "no" => false,
            _ => null,
        };
}
