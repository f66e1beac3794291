using static Milestones.Tests.Calendar.Moments;
using LocalTime = Milestones.Calendar.LocalTime;

namespace Milestones.Tests.Calendar;

public sealed class LocalTimeTests
{
    [Theory]
    [InlineData("America/New_York", "2027-03-13", "02:30", "2027-03-13 07:30")]
    // Leapt over: 03:00 is the first that exists.
    [InlineData("America/New_York", "2027-03-14", "02:30", "2027-03-14 07:00")]
    [InlineData("America/New_York", "2027-03-14", "02:00", "2027-03-14 07:00")]
    [InlineData("America/New_York", "2026-11-01", "01:30", "2026-11-01 05:30")] // Shown twice: the first.
    [InlineData("America/Phoenix", "2027-03-14", "02:30", "2027-03-14 09:30")] // Arizona moves no clocks.
    [InlineData("Europe/Madrid", "2027-03-28", "02:30", "2027-03-28 01:00")]
    [InlineData("Europe/Madrid", "2026-10-25", "02:30", "2026-10-25 00:30")]
    [InlineData("Asia/Kathmandu", "2026-09-18", "14:00", "2026-09-18 08:15")] // 5 h 45 min ahead.
    // Clocks move by half an hour, 02:00 to 02:30.
    [InlineData("Australia/Lord_Howe", "2026-10-04", "02:15", "2026-10-03 15:30")]
    [InlineData("Australia/Lord_Howe", "2027-04-04", "01:45", "2027-04-03 14:45")]
    // A day that never was: the first minute of the 31st.
    [InlineData("Pacific/Apia", "2011-12-30", "14:00", "2011-12-30 10:00")]
    // Ramadan: an hour back on that Sunday, 03:00 to 02:00.
    [InlineData("Africa/Casablanca", "2026-02-15", "02:30", "2026-02-15 01:30")]
    // Since September 2026 there is no summer time any more.
    [InlineData("Africa/Casablanca", "2027-02-12", "14:00", "2027-02-12 14:00")]
    [InlineData("Nowhere/Atlantis", "2026-09-18", "14:00", "2026-09-18 14:00")]
    public void A_clock_shows_a_time_first_at(string zone, string day, string time, string utc)
    {
        Assert.Equal(Utc(utc), LocalTime.First(Day(day), Time(time), zone));
    }

    [Theory]
    [InlineData("America/New_York", "2026-11-01", "01:30", "2026-11-01 06:30")]
    [InlineData("America/New_York", "2027-03-14", "02:30", "2027-03-14 07:00")]
    [InlineData("Europe/Madrid", "2026-10-25", "02:30", "2026-10-25 01:30")]
    public void A_clock_shows_a_time_last_at(string zone, string day, string time, string utc)
    {
        Assert.Equal(Utc(utc), LocalTime.Last(Day(day), Time(time), zone));
    }

    [Theory]
    [InlineData("America/New_York", true)]
    [InlineData("US/Eastern", true)] // An old name of it.
    [InlineData("Eastern Standard Time", false)]
    [InlineData("america/new_york", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Only_IANA_names_are_zones(string? zone, bool known)
    {
        Assert.Equal(known, LocalTime.Knows(zone));
    }

    [Fact]
    public void The_day_and_the_clock_are_those_of_the_zone()
    {
        var moment = Utc("2026-09-18 23:30");

        Assert.Equal(
            (Day("2026-09-19"), Time("05:15")),
            (LocalTime.Day(moment, "Asia/Kathmandu"), LocalTime.Clock(moment, "Asia/Kathmandu"))
        );
        Assert.Equal((Day("2026-09-18"), Time("23:30")), (LocalTime.Day(moment, null), LocalTime.Clock(moment, null)));
    }
}
