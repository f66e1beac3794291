using Milestones.Calendar;
using Milestones.School;

namespace Milestones.Features.Reflections;

internal enum ReviewSpan
{
    Month,
    Quarter,
}

/// <summary>Two reflections of one's own, to lay side by side.</summary>
internal sealed record Review(ReviewSpan Span, Reflection Then, Reflection Now)
{
    /// <summary>
    /// What can be looked back on now: the quarter where it began before this month, else the month, else the earliest
    /// that is known; null before there are two weeks.
    /// </summary>
    public static Review? Of(Person person)
    {
        if (person.Reflections.LastOrDefault(one => one is { IsReflected: true, With: null }) is not { } now)
            return null;
        var earlier = Earlier(person, now).ToList();
        return earlier.Find(one => InQuarterBefore(one, now)) is { } quarter ? new(ReviewSpan.Quarter, quarter, now)
            : earlier is [var first, ..]
                ? new(ReviewSpan.Month, earlier.Find(one => MonthOf(one.Week) == MonthOf(now.Week)) ?? first, now)
            : null;
    }

    /// <summary>The review that is due after this reflection, if it is the last one of a month or quarter.</summary>
    /// <param name="next">The week of the next prompt; null when the course has none left.</param>
    public static Review? Due(Person person, Reflection now, IsoWeek? next)
    {
        if (next is { } following && MonthOf(following) == MonthOf(now.Week))
            return null;
        var earlier = Earlier(person, now).ToList();
        var quarter = next is not { } after || Recording.Quarter(after) != Recording.Quarter(now.Week);
        return quarter && earlier.Find(one => InQuarterBefore(one, now)) is { } start
                ? new(ReviewSpan.Quarter, start, now)
            : earlier.Find(one => MonthOf(one.Week) == MonthOf(now.Week)) is { } first && IsMonthApart(earlier[0], now)
                ? new(ReviewSpan.Month, first, now)
            : null;
    }

    /// <summary>Four weeks lie from the first of them to the other: two are no month yet.</summary>
    private static bool IsMonthApart(Reflection first, Reflection now) =>
        first.Week.Monday <= now.Week.Monday.AddDays(-21);

    /// <summary>In the same quarter but another month: within one month it is a month's review.</summary>
    private static bool InQuarterBefore(Reflection one, Reflection now) =>
        Recording.Quarter(one.Week) == Recording.Quarter(now.Week) && MonthOf(one.Week) != MonthOf(now.Week);

    private static IEnumerable<Reflection> Earlier(Person person, Reflection now) =>
        person
            .Reflections.Prepend(person.QuarterStart)
            .OfType<Reflection>()
            .Where(one => one is { IsReflected: true, With: null } && one.Week < now.Week)
            .OrderBy(one => one.Week);

    /// <summary>A week belongs to the month of its Thursday, as ISO weeks belong to years.</summary>
    private static (int Year, int Month) MonthOf(IsoWeek week) =>
        (week.Monday.AddDays(3).Year, week.Monday.AddDays(3).Month);
}
