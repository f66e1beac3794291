using FsCheck;
using FsCheck.Fluent;
using Milestones.Calendar;
using static Milestones.Tests.Calendar.Moments;

namespace Milestones.Tests.Calendar;

public sealed class QuietHoursTests
{
    [Theory]
    [InlineData("20:00", "07:00", "19:59", false)]
    [InlineData("20:00", "07:00", "20:00", true)]
    [InlineData("20:00", "07:00", "00:00", true)]
    [InlineData("20:00", "07:00", "06:59", true)]
    [InlineData("20:00", "07:00", "07:00", false)]
    [InlineData("09:00", "15:00", "09:00", true)]
    [InlineData("09:00", "15:00", "15:00", false)]
    [InlineData("09:00", "15:00", "03:00", false)]
    [InlineData("08:00", "08:00", "08:00", false)] // Equal ends are none.
    public void A_time_is_quiet_from_the_first_end_up_to_the_second(string from, string to, string time, bool quiet)
    {
        Assert.Equal(quiet, new QuietHours(Time(from), Time(to)).Contains(Time(time)));
    }

    [Theory]
    [InlineData("20:00", "07:00", "America/New_York", "2026-09-18 18:00", "2026-09-18 18:00")]
    [InlineData("20:00", "07:00", "America/New_York", "2026-09-19 01:00", "2026-09-19 11:00")]
    // The night is an hour longer.
    [InlineData("20:00", "07:00", "America/New_York", "2026-11-01 03:00", "2026-11-01 12:00")]
    // Its end was leapt over.
    [InlineData("20:00", "02:30", "America/New_York", "2027-03-14 06:00", "2027-03-14 07:00")]
    // Its end comes twice: quiet until the second.
    [InlineData("20:00", "01:30", "America/New_York", "2026-11-01 05:00", "2026-11-01 06:30")]
    [InlineData("20:00", "01:30", "America/New_York", "2026-11-01 06:10", "2026-11-01 06:30")]
    // 29 December 23:00; the next morning is the 31st's.
    [InlineData("20:00", "07:00", "Pacific/Apia", "2011-12-30 09:00", "2011-12-30 17:00")]
    public void Quiet_hours_end_by_the_clock_of_the_zone(
        string from,
        string to,
        string zone,
        string moment,
        string free
    )
    {
        Assert.Equal(Utc(free), new QuietHours(Time(from), Time(to)).FreeFrom(Utc(moment), zone));
    }

    [Fact]
    public void Whatever_the_hours_and_the_zone_the_end_is_not_quiet_and_never_earlier()
    {
        var cases =
            from zone in Gen.Elements(Zones.All)
            from minute in Gen.Choose(0, 60 * 24 * 366)
            from start in Gen.Choose(0, 1439)
            from end in Gen.Choose(0, 1439)
            select (
                zone,
                moment: Utc("2026-07-01 00:00").AddMinutes(minute),
                quiet: new QuietHours(default(TimeOnly).AddMinutes(start), default(TimeOnly).AddMinutes(end))
            );

        Prop.ForAll(
                cases.ToArbitrary(),
                one =>
                {
                    var free = one.quiet.FreeFrom(one.moment, one.zone);
                    Assert.False(one.quiet.Contains(free, one.zone));
                    Assert.InRange(free, one.moment, one.moment.AddHours(25));
                    Assert.Equal(one.quiet.Contains(one.moment, one.zone), free > one.moment);
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }
}
