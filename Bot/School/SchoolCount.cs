namespace Milestones.School;

/// <summary>
/// What is counted of classes, added up. Of nobody by name: behind each number stand at least five students of each
/// class that is in it.
/// </summary>
internal sealed record SchoolCount
{
    public static SchoolCount None { get; } = new();

    public int Classes { get; init; }

    public int Students { get; init; }

    public int Goals { get; init; }

    /// <summary>Goals that were set in the term.</summary>
    public int Set { get; init; }

    public int Reached { get; init; }

    /// <summary>Goals that were behind, stuck or past their day on the night of the count.</summary>
    public int AtRisk { get; init; }

    /// <summary>Weeks that students looked back on, each student's each week once.</summary>
    public int Looks { get; init; }

    /// <summary>As many as there would be had every student looked back on every week of their class.</summary>
    public int Weeks { get; init; }

    public static SchoolCount operator +(SchoolCount one, SchoolCount other) => one.With(other, 1);

    /// <remarks>What two nights took away twice is nothing, never less.</remarks>
    public static SchoolCount operator -(SchoolCount one, SchoolCount other) => one.With(other, -1);

    public static SchoolCount Sum(IEnumerable<SchoolCount> all) => all.Aggregate(None, (sum, one) => sum + one);

    private SchoolCount With(SchoolCount other, int sign)
    {
        return new()
        {
            Classes = To(Classes, other.Classes),
            Students = To(Students, other.Students),
            Goals = To(Goals, other.Goals),
            Set = To(Set, other.Set),
            Reached = To(Reached, other.Reached),
            AtRisk = To(AtRisk, other.AtRisk),
            Looks = To(Looks, other.Looks),
            Weeks = To(Weeks, other.Weeks),
        };

        int To(int mine, int others) => Math.Max(0, mine + (sign * others));
    }
}
