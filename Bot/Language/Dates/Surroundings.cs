namespace Milestones.Language.Dates;

/// <summary>
/// What stands beside a date: whether it lets it be one, and whether something of it was not understood.
/// </summary>
internal static class Surroundings
{
    /// <summary>The value of Spanish "del", which leads a day as "el" does.</summary>
    private const double WithArticle = 1;

    /// <summary>The value of "for", with which a length is how long something lasts.</summary>
    private const double Lasting = 1;

    /// <summary>Whether words at a place are a date and not a frequency, a score or a start.</summary>
    /// <param name="mayStandAlone">Whether a text that is no more than the date, or ends in a weekday, is enough
    /// without "by".</param>
    public static bool Allow(ReadOnlySpan<DateTerm> terms, int at, Found found, bool mayStandAlone)
    {
        var before = PartAt(terms, at - 1);
        if (IsRepeatedOrStart(terms, at) || IsMeasured(terms, at, found))
            return false;
        if (
            !found.NeedsLead
            || before is Part.By or Part.In or Part.Until or Part.Before or Part.This
            || (before == Part.To && found.Expression is not ComingWeekday)
            || (before == Part.Of && (found.Expression is WholeMonth || terms[at - 1].Value == WithArticle))
        )
        {
            return !IsListed(terms, at, found);
        }

        return mayStandAlone
            && (
                IsAlone(terms, at, found.End)
                || before == Part.Or
                || PartAt(terms, found.End) == Part.Or
                || (
                    found.Expression is ComingWeekday
                    && PartAt(terms, found.End) == Part.Stop
                    && !IsListed(terms, at, found)
                )
            );
    }

    private static bool IsRepeatedOrStart(ReadOnlySpan<DateTerm> terms, int at)
    {
        var last = at - 1;
        for (var most = 3; most > 0 && PartAt(terms, last) is Part.The or Part.This or Part.Next or Part.Coming; most--)
            last--;
        return PartAt(terms, last) is Part.Every or Part.From;
    }

    /// <summary>"5 greens in a week" is how many in each, "for 5 hours" how long something lasts.</summary>
    private static bool IsMeasured(ReadOnlySpan<DateTerm> terms, int at, Found found)
    {
        if (found.Expression is not Away { From: null } away)
            return false;
        var lead = PartAt(terms, at) is Part.In or Part.By ? at : at - 1;
        if (PartAt(terms, lead) is not (Part.In or Part.By))
            return false;
        return away.Unit == TimeUnit.Hour
            ? terms[lead].Value == Lasting
            : away.Unit is TimeUnit.Day or TimeUnit.Week
                && PartAt(terms, lead + 1) == Part.A
                && PartAt(terms, lead - 2) == Part.Number
                && PartAt(terms, lead - 1) is Part.Other or Part.Thing or Part.Counted;
    }

    /// <summary>Whether the words beside a date belong to it and were not understood.</summary>
    public static bool CutShort(ReadOnlySpan<DateTerm> terms, int at, int end)
    {
        var next = end;
        while (PartAt(terms, next) is Part.Of or Part.The or Part.A or Part.In or Part.From or Part.This)
            next++;
        if (
            IsOfDate(PartAt(terms, next))
            || (PartAt(terms, end) == Part.Or && PartAt(terms, end + 1) == Part.Number)
            || (
                next == end
                && PartAt(terms, next) == Part.Number
                && PartAt(terms, next + 1) is not (Part.Other or Part.Thing or Part.Counted)
            )
        )
        {
            return true;
        }

        var last = at - 1;
        while (PartAt(terms, last) is Part.Of or Part.The or Part.In or Part.Or)
            last--;
        return PartAt(terms, last) is Part.Number
            ? last == at - 1 || PartAt(terms, last + 1) is Part.Of or Part.Or
            : IsOfDate(PartAt(terms, last)) || PartAt(terms, last) is Part.Dash or Part.Slash;
    }

    /// <summary>Whether a date is led by a word for "not later than".</summary>
    public static bool IsDeadline(ReadOnlySpan<DateTerm> terms, int at) =>
        PartAt(terms, at) == Part.Before
        || PartAt(terms, at - 1) is Part.By or Part.Until or Part.Before
        || (PartAt(terms, at - 1) == Part.The && PartAt(terms, at - 2) is Part.By or Part.Until);

    /// <summary>"on tuesdays and thursdays", written "tues and thurs", is how often.</summary>
    private static bool IsListed(ReadOnlySpan<DateTerm> terms, int at, Found found) =>
        found.Expression is ComingWeekday && (Joins(terms, found.End, 1) || Joins(terms, at - 1, -1));

    private static bool Joins(ReadOnlySpan<DateTerm> terms, int at, int step)
    {
        if (PartAt(terms, at) is not (Part.And or Part.Comma))
            return false;
        at += step;
        while (PartAt(terms, at) is Part.And or Part.The or Part.By)
            at += step;
        return PartAt(terms, at) is Part.Weekday or Part.Weekdays;
    }

    private static bool IsAlone(ReadOnlySpan<DateTerm> terms, int at, int end)
    {
        for (var i = 0; i < at; i++)
        {
            if (terms[i].Part is not (Part.Filler or Part.Comma or Part.The or Part.About or Part.At))
                return false;
        }

        for (var i = end; i < terms.Length; i++)
        {
            if (terms[i].Part is not (Part.Filler or Part.Comma or Part.Stop))
                return false;
        }

        return true;
    }

    private static bool IsOfDate(Part part) =>
        part
            is Part.Weekday
                or Part.Month
                or Part.Holiday
                or Part.Ordinal
                or Part.Unit
                or Part.Numeric
                or Part.RelativeDay
                or Part.Last
                or Part.Next
                or Part.Coming
                or Part.Start
                or Part.Middle
                or Part.End
                or Part.Ago
                or Part.After
                or Part.Before
                or Part.Few
                or Part.Slash
                or Part.School
                or Part.Season;

    private static Part PartAt(ReadOnlySpan<DateTerm> terms, int at) =>
        at >= 0 && at < terms.Length ? terms[at].Part : Part.Stop;
}
