using System.Globalization;
using Milestones.Localization;
using Milestones.School;
using Milestones.Turns;

namespace Milestones.Pages.Sheets;

/// <summary>What the page of a school, or of all schools of a tenant, is made of.</summary>
/// <param name="Asked">The first day of the term that was asked for; null for the last there is.</param>
/// <param name="Address">Of the page.</param>
internal sealed record SchoolView(
    Voice Voice,
    SchoolsRead Read,
    SchoolOptions School,
    DateOnly Today,
    DateOnly? Asked,
    string Address
)
{
    /// <summary>All terms of which something may be shown, the last first.</summary>
    public IReadOnlyList<SchoolFigures> Terms { get; } =
    [
        .. Read
            .Schools.SelectMany(one => one.Terms)
            .Select(one => one.Term)
            .Distinct()
            .OrderDescending()
            .Select(term => SchoolFigures.Of(Read.Schools, term))
            .Where(figures => !figures.IsEmpty),
    ];

    public SchoolFigures? Figures =>
        Terms.FirstOrDefault(figures => figures.Term == Asked) ?? (Terms.Count > 0 ? Terms[0] : null);

    /// <summary>The term that runs: what is at risk is told of it alone.</summary>
    public bool IsNow => Figures?.Term == School.TermOf(Today).From;

    public string AllName => Read.Names.Count > 1 ? Voice["Page.School.All"] : Voice["Page.School.Title"];

    public string Title => Read.IsAll ? AllName : NameOf(Read.Schools is [var one] ? one.Name : "");

    /// <summary>The night before whose morning it was told last.</summary>
    public DateTimeOffset? ToldAt => Read.Schools.Max(one => one.ToldAt);

    /// <summary>Schools of which something of this term is shown.</summary>
    public int Shown =>
        Figures is { } figures ? Read.Schools.Count(one => !SchoolFigures.Of([one], figures.Term).IsEmpty) : 0;

    public string NameOf(string name) =>
        name.Length > 0 ? name
        : Read.Names.Count > 1 ? Voice["Page.School.NoName"]
        : School.Name.Length > 0 ? School.Name
        : Voice["Page.School.Title"];

    public string TermName(DateOnly first)
    {
        var term = School.TermOf(first);
        return Voice.Say(
            "Page.School.Term",
            ("from", term.From.ToString("Y", Voice.Culture)),
            ("to", term.To.AddDays(-1).ToString("Y", Voice.Culture))
        );
    }

    public string ToTerm(DateOnly first) =>
        string.Create(CultureInfo.InvariantCulture, $"{Address}?term={first:yyyy-MM-dd}");

    /// <summary>How many of the weeks there were students looked back on.</summary>
    public string Looked(SchoolCount count) =>
        count.Weeks == 0 ? "–" : Voice.Say("Page.Percent", ("n", Percent(count)));

    public static int Percent(SchoolCount count) =>
        (int)Math.Round(100.0 * count.Looks / Math.Max(1, count.Weeks), MidpointRounding.AwayFromZero);
}
