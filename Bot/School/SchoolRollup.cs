using System.Text.Json.Serialization;
using Milestones.Conversations;
using Milestones.Language;
using Milestones.Localization;

namespace Milestones.School;

/// <summary>
/// One school, one document: what its classes add up to, term by term. It knows sums alone: no class, no teacher and
/// no student can be found in it.
/// </summary>
internal sealed record SchoolRollup : Head
{
    /// <summary>Terms that are looked back on: three years of two.</summary>
    public const int MostTerms = 6;

    /// <summary>Schools of one tenant; what comes after is counted, and has no page.</summary>
    public const int MostSchools = 200;

    /// <summary>Empty where the tenant is one school.</summary>
    public string Name { get; init; } = "";

    /// <summary>When a class last told its figures.</summary>
    public DateTimeOffset? ToldAt { get; init; }

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<TermCount> Terms { get; init; } = [];

    /// <summary>Only in the document of a district: the names of its schools, by the alphabet.</summary>
    public IReadOnlyList<string> Schools { get; init; } = [];

    /// <summary>A class counts something else now than before; null for nothing.</summary>
    public SchoolRollup With(SchoolPart? before, SchoolPart? now) =>
        this with
        {
            Terms =
            [
                .. Added(Added(Terms, before, static (sum, part) => sum - part), now, static (sum, part) => sum + part)
                    .Where(term => !term.IsEmpty)
                    .OrderBy(term => term.Term)
                    .TakeLast(MostTerms),
            ],
        };

    private static IReadOnlyList<TermCount> Added(
        IReadOnlyList<TermCount> terms,
        SchoolPart? part,
        Func<SchoolCount, SchoolCount, SchoolCount> add
    )
    {
        if (part is null)
            return terms;
        var term = terms.FirstOrDefault(one => one.Term == part.Term) ?? new(part.Term);
        return
        [
            .. terms.Where(one => one.Term != part.Term),
            term with
            {
                Grades =
                [
                    .. Enum.GetValues<GradeBand>()
                        .Select(band => new GradeCount(band)
                        {
                            Count = part.Band == band ? add(term.Of(band), part.Count) : term.Of(band),
                        })
                        .Where(one => one.Count.Classes > 0),
                ],
                Areas =
                [
                    .. Enum.GetValues<Area>()
                        .Select(area => new AreaCount(area)
                        {
                            Count = part.Areas.FirstOrDefault(one => one.Area == area) is { } counted
                                ? add(term.Of(area), counted.Count)
                                : term.Of(area),
                        })
                        .Where(one => one.Count.Classes > 0),
                ],
            },
        ];
    }
}

/// <summary>What a school adds up to in one term.</summary>
/// <param name="Term">Its first day.</param>
internal sealed record TermCount(DateOnly Term)
{
    public IReadOnlyList<GradeCount> Grades { get; init; } = [];

    public IReadOnlyList<AreaCount> Areas { get; init; } = [];

    [JsonIgnore]
    public bool IsEmpty => Grades.Count == 0 && Areas.Count == 0;

    public SchoolCount Of(GradeBand band) => Grades.FirstOrDefault(one => one.Band == band)?.Count ?? SchoolCount.None;

    public SchoolCount Of(Area area) => Areas.FirstOrDefault(one => one.Area == area)?.Count ?? SchoolCount.None;
}

/// <summary>A school's document as it is stored.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    UseStringEnumConverter = true
)]
[JsonSerializable(typeof(SchoolRollup))]
internal sealed partial class SchoolRollupJson : JsonSerializerContext;
