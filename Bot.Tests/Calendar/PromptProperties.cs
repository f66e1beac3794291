using FsCheck;
using FsCheck.Fluent;
using Milestones.Calendar;
using static Milestones.Tests.Calendar.Moments;
using LocalTime = Milestones.Calendar.LocalTime;

namespace Milestones.Tests.Calendar;

/// <summary>A year of one student, with a bot that is sometimes not there and clocks that sometimes jump.</summary>
public sealed class PromptProperties
{
    private static readonly DateTimeOffset Begin = Utc("2026-08-20 12:00");

    /// <summary>What happens next to the bot that looks after the student.</summary>
    public enum Event
    {
        WakesOnTime,
        WakesLate,
        IsAway,
        LooksEarly,
        DiesBeforeItSaves,
        ClockGoesBack,
        ClockGoesAhead,
        ClassMoves,
        ZoneMoves,
    }

    private static Gen<(Event What, int Amount)> Steps(bool moves) =>
        from what in Gen.Frequency(
            (60, Gen.Constant(Event.WakesOnTime)),
            (10, Gen.Constant(Event.WakesLate)),
            (8, Gen.Constant(Event.IsAway)),
            (15, Gen.Constant(Event.LooksEarly)),
            (10, Gen.Constant(Event.DiesBeforeItSaves)),
            (4, Gen.Constant(Event.ClockGoesBack)),
            (4, Gen.Constant(Event.ClockGoesAhead)),
            (moves ? 6 : 0, Gen.Constant(Event.ClassMoves)),
            (moves ? 3 : 0, Gen.Constant(Event.ZoneMoves))
        )
        from amount in Gen.Choose(1, 1_000_000)
        select (what, amount);

    private static Gen<Year> Years(bool moves) =>
        from zone in Gen.Elements(Zones.All)
        from own in Gen.Elements([.. Zones.All, null!, "Nowhere/Atlantis"])
        from day in Gen.Choose(0, 6)
        from minute in Gen.Choose(0, 1439)
        from quietFrom in Gen.Choose(0, 23)
        from quietFor in Gen.Choose(0, 14)
        from spread in Gen.Choose(0, 300)
        from holidays in Gen.ArrayOf(
            from start in Gen.Choose(0, 300)
            from length in Gen.Choose(0, 20)
            select (start, length)
        )
        from steps in Gen.ArrayOf(Steps(moves), 120)
        select new Year(
            new WeeklySchedule(
                (DayOfWeek)day,
                default(TimeOnly).AddMinutes(minute),
                zone,
                Day("2026-09-01"),
                Day("2027-06-18"),
                Begin
            )
            {
                Holidays =
                [
                    .. holidays
                        .Take(6)
                        .Select(one => new Holiday(
                            "",
                            Day("2026-09-01").AddDays(one.start),
                            Day("2026-09-01").AddDays(one.start + one.length)
                        )),
                ],
            },
            new Recipient(own, Spread: TimeSpan.FromSeconds(spread))
            {
                Quiet = new(new TimeOnly(quietFrom, 0), new TimeOnly(quietFrom, 0).AddHours(quietFor)),
            },
            steps
        );

    [Fact]
    public void Each_week_has_one_decision_at_the_most_whatever_happens() =>
        Prop.ForAll(
                Years(moves: true).ToArbitrary(),
                year =>
                {
                    var log = year.Live();

                    Assert.Equal(log.Select(one => one.Week).Distinct().Order(), log.Select(one => one.Week));
                    Assert.All(
                        log.Where(one => one.Sent),
                        one => Assert.False(year.Person.Quiet.Contains(one.At, one.Zone))
                    );
                    Assert.All(
                        log.Where(one => one.Sent),
                        one => Assert.True(one.Schedule.IsSchoolDay(LocalTime.Day(one.At, one.Schedule.Zone)))
                    );
                    var days = log.Where(one => one.Sent).Select(one => LocalTime.Day(one.At, one.Zone)).ToList();
                    Assert.Equal(days.Distinct(), days);
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(150));

    [Fact]
    public void Each_week_of_an_unmoved_class_is_either_sent_or_skipped_with_a_reason() =>
        Prop.ForAll(
                Years(moves: false).ToArbitrary(),
                year =>
                {
                    var log = year.Live();
                    var planned = year
                        .Schedule.From(year.Schedule.Start)
                        .Select(one => (one.Week, Closed: year.Schedule.Closed(one.Date)))
                        .ToList();
                    var open = planned.Where(one => one.Closed is null).Select(one => one.Week);

                    Assert.Empty(open.Except(log.Select(one => one.Week)));
                    Assert.Empty(log.Select(one => one.Week).Except(planned.Select(one => one.Week)));
                    Assert.All(
                        log.Where(one => one.Sent),
                        one =>
                            Assert.InRange(
                                one.At,
                                year.Schedule.In(one.Week)!.At,
                                year.Schedule.Until(year.Schedule.In(one.Week)!, null)
                            )
                    );
                    Assert.All(
                        log.Where(one => !one.Sent),
                        one => Assert.Contains(one.Outcome, year.Reasons(one.Week))
                    );
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(150));

    [Fact]
    public void A_bot_that_is_always_there_sends_every_prompt_of_a_school_day_on_time() =>
        Prop.ForAll(
                Years(moves: false).ToArbitrary(),
                year =>
                {
                    var steady = year with { Steps = [], Person = year.Person with { Quiet = QuietHours.None } };

                    var planned = steady
                        .Schedule.From(steady.Schedule.Start)
                        .Where(one => steady.Schedule.Closed(one.Date) is null)
                        .ToList();
                    // A clock that jumps over midnight (Nuuk, on a Saturday in March) takes the time with it into a
                    // day without school: that week's prompt comes when there is school again.
                    var jumped = planned
                        .Where(one => LocalTime.Day(one.At, steady.Schedule.Zone) != one.Date)
                        .Select(one => one.Week)
                        .ToHashSet();

                    var sent = steady.Live().Where(one => one.Sent && !jumped.Contains(one.Week));

                    Assert.Equal(
                        planned.Where(one => !jumped.Contains(one.Week)).Select(one => (one.Week, PromptOutcome.Sent)),
                        sent.Select(one => (one.Week, one.Outcome))
                    );
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(150));

    internal sealed record Entry(
        IsoWeek Week,
        PromptOutcome Outcome,
        DateTimeOffset At,
        string Zone,
        WeeklySchedule Schedule
    )
    {
        public bool Sent => Outcome is PromptOutcome.Sent or PromptOutcome.Late;
    }

    internal sealed record Year(WeeklySchedule Schedule, Recipient Person, (Event What, int Amount)[] Steps)
    {
        public PromptOutcome[] Reasons(IsoWeek week) =>
            [
                .. Schedule.Closed(Schedule.In(week)!.Date) is { } closed
                    ? [closed]
                    : new[]
                    {
                        PromptOutcome.Outage,
                        PromptOutcome.QuietHoursPassed,
                        PromptOutcome.DailyLimit,
                        PromptOutcome.Holiday,
                    },
            ];

        /// <summary>Lives the steps, then a quiet time until the course is over.</summary>
        public IReadOnlyList<Entry> Live()
        {
            var log = new List<Entry>();
            var (schedule, person, cursor, now, wake) = (
                Schedule,
                Person,
                new PromptCursor(Begin),
                Begin,
                (DateTimeOffset?)Begin
            );
            foreach (var (what, amount) in Steps)
            {
                var minutes = TimeSpan.FromMinutes(amount % (60 * 24 * 9));
                now = what switch
                {
                    Event.WakesOnTime => Later(wake, now),
                    Event.WakesLate => Later(wake, now) + TimeSpan.FromMinutes(amount % 600),
                    Event.IsAway => now + minutes,
                    Event.LooksEarly => Later(wake, now) - TimeSpan.FromMinutes(amount % 3000),
                    Event.ClockGoesBack => now - TimeSpan.FromHours(1),
                    Event.ClockGoesAhead => now + TimeSpan.FromHours(1),
                    _ => now,
                };
                schedule = what switch
                {
                    Event.ClassMoves => schedule.Moved(
                        (DayOfWeek)(amount % 7),
                        default(TimeOnly).AddMinutes(amount % 1440),
                        schedule.Zone,
                        now
                    ),
                    Event.ZoneMoves => schedule.Moved(
                        schedule.Day,
                        schedule.Time,
                        Zones.All[amount % Zones.All.Length],
                        now
                    ),
                    _ => schedule,
                };
                Look(saves: what != Event.DiesBeforeItSaves);
            }

            for (var left = 400; wake is { } next && left > 0; left--)
            {
                now = Later(next, now);
                Look(saves: true);
            }

            Assert.Null(wake);
            return log;

            void Look(bool saves)
            {
                var run = PromptRuns.Run(schedule, person, cursor, now);
                Assert.Equal(run.Decided, PromptRuns.Run(schedule, person, cursor, now).Decided);
                Assert.True(run.WakeAt is null || run.WakeAt > now, "A wake-up that is not ahead would ring for ever.");
                Assert.InRange(run.Decided.Count(one => one is PromptDecision.Send), 0, 1);
                if (!saves)
                    return;

                (cursor, wake) = (run.Cursor, run.WakeAt);
                var zone = LocalTime.Knows(person.Zone) ? person.Zone : schedule.Zone;
                foreach (var decision in run.Decided)
                {
                    if (decision is PromptDecision.Send send)
                    {
                        person = person with { LastUnprompted = now };
                        log.Add(new(send.Week, send.As, now, zone, schedule));
                    }
                    else if (decision is PromptDecision.Skip skip)
                    {
                        log.Add(new(skip.Week, skip.Why, now, zone, schedule));
                    }
                }
            }
        }

        private static DateTimeOffset Later(DateTimeOffset? wake, DateTimeOffset now) => wake > now ? wake.Value : now;
    }
}
