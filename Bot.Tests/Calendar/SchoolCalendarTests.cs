using System.Globalization;
using Milestones.Calendar;

namespace Milestones.Tests.Calendar;

/// <summary>
/// A school year with four quarters, three breaks and two weeks of finals, seen on Saturday, November 28, 2026.
/// </summary>
public sealed class SchoolCalendarTests
{
    private static readonly DateOnly Today = new(2026, 11, 28);

    private static readonly SchoolCalendar Year = new(
    [
        Period(SchoolOccasion.Quarter, "Q1", "2026-08-17", "2026-10-16"),
        Period(SchoolOccasion.Quarter, "Q2", "2026-10-19", "2027-01-15"),
        Period(SchoolOccasion.Quarter, "Q3", "2027-01-19", "2027-03-19"),
        Period(SchoolOccasion.Quarter, "Q4", "2027-03-22", "2027-06-04"),
        Period(SchoolOccasion.WinterBreak, "Winter break", "2026-12-19", "2027-01-03"),
        Period(SchoolOccasion.SpringBreak, "Spring break", "2027-04-03", "2027-04-11"),
        Period(SchoolOccasion.SummerBreak, "Summer", "2027-06-05", "2027-08-15"),
        Period(SchoolOccasion.Finals, "Finals", "2027-01-11", "2027-01-15"),
        Period(SchoolOccasion.Finals, "Finals", "2027-05-31", "2027-06-04"),
        Period(SchoolOccasion.SportSeason, "Track and field", "2027-02-15", "2027-05-20"),
    ]);

    [Theory]
    [InlineData(SchoolNames.WinterBreak, SchoolNames.Before, "2026-12-18")]
    [InlineData(SchoolNames.WinterBreak, SchoolNames.Start, "2026-12-18")]
    [InlineData(SchoolNames.WinterBreak, SchoolNames.End, "2027-01-03")]
    [InlineData(SchoolNames.Break, SchoolNames.Before, "2026-12-18")]
    [InlineData(SchoolNames.Quarter, SchoolNames.End, "2027-01-15")]
    [InlineData(SchoolNames.Semester, SchoolNames.End, "2027-01-15")]
    [InlineData(SchoolNames.SchoolYear, SchoolNames.End, "2027-06-04")]
    [InlineData(SchoolNames.Summer, SchoolNames.Start, "2027-06-04")]
    [InlineData(SchoolNames.Finals, SchoolNames.Start, "2027-01-11")]
    [InlineData(SchoolNames.Finals, SchoolNames.Before, "2027-01-08")]
    [InlineData(SchoolNames.Trimester, SchoolNames.End, null)]
    public void A_school_date_is_found_in_the_calendar(string occasion, string edge, string? day) =>
        Assert.Equal(day,
            Text(Year.Resolve(new(Enum.Parse<SchoolOccasion>(occasion), Enum.Parse<SchoolEdge>(edge)), Today)));

    [Fact]
    public void The_nth_and_the_next_are_counted()
    {
        Assert.Equal("2027-03-19", Text(Year.Resolve(new(SchoolOccasion.Quarter, SchoolEdge.End, Number: 3), Today)));
        Assert.Equal("2027-03-19", Text(Year.Resolve(new(SchoolOccasion.Quarter, SchoolEdge.End, Ahead: 1), Today)));
        Assert.Equal("2027-06-04", Text(Year.Resolve(new(SchoolOccasion.Semester, SchoolEdge.End, Number: 2), Today)));
        Assert.Null(Year.Resolve(new(SchoolOccasion.Quarter, SchoolEdge.End, Number: 1), Today));
        Assert.Null(Year.Resolve(new(SchoolOccasion.Quarter, SchoolEdge.End, Number: 5), Today));
    }

    [Fact]
    public void A_season_is_found_by_its_name()
    {
        Assert.Equal("2027-02-12",
            Text(Year.Resolve(new(SchoolOccasion.SportSeason, SchoolEdge.Before, Name: "track"), Today)));
        Assert.Null(Year.Resolve(new(SchoolOccasion.SportSeason, SchoolEdge.Before, Name: "chess"), Today));
        Assert.Null(Year.Resolve(new(SchoolOccasion.SportSeason, SchoolEdge.Before), Today));
    }

    [Fact]
    public void There_is_no_school_on_weekends_and_in_breaks()
    {
        Assert.True(Year.IsSchoolDay(new(2026, 12, 18)));
        Assert.False(Year.IsSchoolDay(new(2026, 12, 19)));
        Assert.False(Year.IsSchoolDay(new(2026, 12, 23)));
        Assert.True(Year.IsSchoolDay(new(2027, 1, 12)));
        Assert.True(SchoolCalendar.Empty.IsSchoolDay(new(2026, 12, 23)));
    }

    [Theory]
    [InlineData(SchoolNames.WinterBreak, SchoolNames.Before, "2026-12-11 2026-12-18")]
    [InlineData(SchoolNames.Quarter, SchoolNames.End, "2026-12-18 2027-01-15 2027-01-22")]
    [InlineData(SchoolNames.Semester, SchoolNames.End, "2026-12-18 2027-01-15 2027-01-22")]
    [InlineData(SchoolNames.SchoolYear, SchoolNames.End, "2027-05-28 2027-06-11 2027-06-18")]
    [InlineData(SchoolNames.Finals, SchoolNames.Start, "2026-12-14 2027-01-11 2027-01-18")]
    [InlineData(SchoolNames.Finals, SchoolNames.Before, "2026-12-11 2027-01-08 2027-01-15")]
    [InlineData(SchoolNames.SportSeason, SchoolNames.Before, "")]
    public void Without_a_calendar_there_are_guesses(string occasion, string edge, string days) => Assert.Equal(days,
        string.Join(' ',
            SchoolGuesses.For(new(Enum.Parse<SchoolOccasion>(occasion), Enum.Parse<SchoolEdge>(edge)),
            Today).Select(day => Text(day))));

    [Fact]
    public void A_guess_is_never_over_and_there_are_up_to_three()
    {
        foreach (var occasion in Enum.GetValues<SchoolOccasion>())
        {
            for (var day = Today; day < Today.AddYears(1); day = day.AddDays(1))
            {
                var guesses = SchoolGuesses.For(new(occasion, SchoolEdge.End), day);
                Assert.True(occasion == SchoolOccasion.SportSeason ? guesses.Count == 0
                    : guesses.Count is >= 1 and <= 3, $"{occasion} on {day}");
                Assert.All(guesses, guess => Assert.True(guess > day));
            }
        }
    }

    private static SchoolPeriod Period(SchoolOccasion occasion, string name, string first, string last) =>
        new(occasion, name, Day(first), Day(last));

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string? Text(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static class SchoolNames
    {
        public const string Break = nameof(SchoolOccasion.Break);
        public const string WinterBreak = nameof(SchoolOccasion.WinterBreak);
        public const string Quarter = nameof(SchoolOccasion.Quarter);
        public const string Trimester = nameof(SchoolOccasion.Trimester);
        public const string Semester = nameof(SchoolOccasion.Semester);
        public const string SchoolYear = nameof(SchoolOccasion.SchoolYear);
        public const string Summer = nameof(SchoolOccasion.Summer);
        public const string Finals = nameof(SchoolOccasion.Finals);
        public const string SportSeason = nameof(SchoolOccasion.SportSeason);
        public const string Before = nameof(SchoolEdge.Before);
        public const string Start = nameof(SchoolEdge.Start);
        public const string End = nameof(SchoolEdge.End);
    }
}
