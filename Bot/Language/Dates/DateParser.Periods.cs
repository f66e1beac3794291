using Milestones.Calendar;

namespace Milestones.Language.Dates;

/// <summary>Weeks, weekends, months and years, their edges, the nth day of them, and the school's own times.</summary>
internal readonly ref partial struct DateParser
{
    /// <summary>
    /// "next week", "this month", "the week after next", "the week of november 30", "el mes que viene", "the weekend".
    /// </summary>
    private Found Unit(int at)
    {
        var first = at;
        at = Skip(at, Part.The);
        var part = At(at, 0);
        if (part == Part.This && At(at, 1) is Part.Coming or Part.Next or Part.Last)
            part = At(++at, 0);
        var isSaid = part is Part.This or Part.Next or Part.Coming or Part.Last;
        var unit = isSaid ? at + 1 : at;
        if (!Is(unit, Part.Unit))
            return default;
        var (kind, end) = (_terms[unit].Unit, unit + 1);
        if (kind is TimeUnit.Hour or TimeUnit.Fortnight)
            return default;
        if (!isSaid && _grammar.NextFollowsTheNoun && At(end, 0) is Part.Next or Part.Coming or Part.Last or Part.This)
            (part, isSaid) = (At(end++, 0), true);
        if (!isSaid)
        {
            return kind == TimeUnit.Week && Is(end, Part.Of) ? WeekOf(end + 1)
                : kind == TimeUnit.Weekend
                    ? new(new WholeUnit(kind, 0), end, NeedsLead: first == at && !_grammar.WeekendNeedsNoThe)
                : default;
        }

        if (kind == TimeUnit.Day)
        {
            return part is Part.Last ? new(new TimeOver(), end)
                : part is Part.This ? default
                : new(new WholeUnit(kind, 1), end);
        }
        // "la semana siguiente a la próxima"
        if (
            _grammar.NextFollowsTheNoun
            && part == Part.Next
            && Is(end, Part.To)
            && Is(end + 1, Part.The)
            && Is(end + 2, Part.Next)
        )
        {
            return new(new WholeUnit(kind, 2), end + 3);
        }

        var whole = new WholeUnit(
            kind,
            part switch
            {
                Part.This => 0,
                Part.Last => -1,
                _ => 1,
            }
        );
        // "next month on the 20th"
        return
            kind == TimeUnit.Month
            && Is(Skip(end, Part.By), Part.The)
            && OrdinalAlone(Skip(end, Part.By) + 1) is { Expression: NumberedDay day } numbered
            && !Counts(numbered.End)
            ? new(day with { Month = whole }, numbered.End)
            : new(whole, end);
    }

    private Found WeekOf(int at)
    {
        var day = MonthAndDay(at).Or(Digits(at)).Or(Numbered(at)).Or(Holiday(at)).Or(OrdinalAlone(at));
        return day.Expression is MonthDay or NumberedDay or HolidayDay
            ? new(new BesideUnit(TimeUnit.Week, 0, day.Expression), day.End)
            : default;
    }

    /// <summary>
    /// "the end of next month", "mid november", "rest of the week", "fin de mes", "early december", "end of 2027".
    /// </summary>
    private Found Edge(int at)
    {
        at = Skip(at, Part.In, Part.By);
        at = Skip(at, Part.The);
        var edge = At(at, 0);
        if (edge is not (Part.Start or Part.Middle or Part.End or Part.Rest))
            return default;
        var next = Skip(Skip(at + 1, Part.Of, Part.Dash), Part.The, Part.About);
        next = Is(next, Part.This) && At(next, 1) is Part.School or Part.Season ? next + 1 : next;
        if (Is(next, Part.Unit) && Unit(next) is not { Expression: WholeUnit { Unit: not TimeUnit.Weekend } })
            return EdgeOf(edge, _terms[next].Unit, next + 1);
        if (Is(next, Part.This) && Is(next + 1, Part.Unit) && _terms[next + 1].Unit == TimeUnit.Day)
            return new(new RelativeDay(0), next + 2);
        var month = MonthAndDay(next);
        var whole = Unit(next).Or(month.Expression is WholeMonth or TimeOver ? month : default);
        if (whole.IsSome)
            return new(edge == Part.Middle ? new Middle(whole.Expression!) : whole.Expression, whole.End);
        if (IsYear(next, out var year, out var end) && edge == Part.End)
            return new(new YearEnd(year), end);
        if (Is(next, Part.RelativeDay))
            return Word(next);
        var school = School(next);
        return school.Expression is SchoolTime { Date: var date }
            ? new(
                new SchoolTime(date with { Edge = edge == Part.Start ? SchoolEdge.Start : SchoolEdge.End }),
                school.End
            )
            : default;
    }

    /// <summary>
    /// An edge of a time that is not said to be this one or the next: "end of the year 2027", "end of the day".
    /// </summary>
    private Found EdgeOf(Part edge, TimeUnit unit, int end)
    {
        if (unit == TimeUnit.Day)
            return edge is Part.End or Part.Rest ? new(new RelativeDay(0), end) : default;
        if (unit == TimeUnit.Year)
        {
            return IsYear(Skip(end, Part.Of), out var year, out var after) && edge == Part.End
                ? new(new YearEnd(year), after)
                : new(new UnclearTime(), end);
        }

        if (unit is not (TimeUnit.Week or TimeUnit.Month or TimeUnit.Weekend))
            return default;
        var whole = new WholeUnit(unit, 0);
        if (
            Is(end, Part.Of)
            && Is(Skip(end + 1, Part.The), Part.Month)
            && unit == TimeUnit.Month
            && MonthAndDay(Skip(end + 1, Part.The)) is { Expression: WholeMonth month } found
        )
        {
            return new(edge == Part.Middle ? new Middle(month) : month, found.End);
        }

        return new(edge == Part.Middle ? new Middle(whole) : whole, end);
    }

    /// <summary>"the first friday of february", "last day of next month", "el último viernes de mayo".</summary>
    private Found Nth(int at)
    {
        at = Skip(at, Part.The);
        var n =
            Is(at, Part.Last) ? -1
            : At(at, 0) is Part.Ordinal && Value(at) <= LastDay ? (int)Value(at)
            : 0;
        if (n == 0 || !(Is(at + 1, Part.Weekday) || Is(at + 1, Part.Unit)))
            return default;
        int? weekday = Is(at + 1, Part.Weekday) ? (int)Value(at + 1) : null;
        var next = Skip(at + 2, Part.Of, Part.In);
        if (next == at + 2)
            return default;
        var day = Skip(next, Part.The);
        // "of the month of may"
        if (Is(day, Part.Unit) && _terms[day].Unit == TimeUnit.Month && Is(day + 1, Part.Of) && Is(day + 2, Part.Month))
            day += 2;
        var whole = MonthAndDay(day) is { Expression: WholeMonth } month ? month : Unit(day);
        if (!whole.IsSome && Is(day, Part.Unit) && day > next && _terms[day].Unit is TimeUnit.Month or TimeUnit.Week)
            whole = new(new WholeUnit(_terms[day].Unit, 0), day + 1);
        if (IsYear(day, out var year, out var end))
            whole = new(new YearEnd(year), end);
        if (!whole.IsSome)
            return default;
        if (weekday is not null || _terms[at + 1].Unit == TimeUnit.Day)
            return new(new NthDay(n, weekday, whole.Expression!), whole.End);
        return new(
            _terms[at + 1].Unit is TimeUnit.Week or TimeUnit.Weekend
                ? new NthWeek(n, _terms[at + 1].Unit, whole.Expression!)
                : new UnclearTime(),
            whole.End
        );
    }

    /// <summary>"winter break", "next semester", "the second quarter", "my track season", "this summer".</summary>
    private Found School(int at)
    {
        var first = at;
        at = Skip(at, Part.The);
        var ahead = At(at, 0) is Part.Next or Part.Coming ? 1 : 0;
        var isSaid = At(at, 0) is Part.This or Part.Next or Part.Coming or Part.Last;
        if (Is(at, Part.Last) && Is(at + 1, Part.School))
            return new(new TimeOver(), at + 2);
        at = isSaid ? at + 1 : at;
        int? number = Is(at, Part.Ordinal) ? (int)Value(at) : null;
        at = Skip(at, Part.Ordinal);
        if (Is(at, Part.Season) && !Is(at + 1, Part.School))
        {
            return new(
                new SchoolTime(
                    new((SchoolOccasion)((int)SchoolOccasion.Fall + SeasonOrder(Value(at))), SchoolEdge.Start)
                ),
                at + 1,
                NeedsLead: !isSaid
            );
        }

        var school =
            At(at, 0) is Part.Other or Part.Thing
                && Is(at + 1, Part.School)
                && Value(at + 1) == (int)SchoolOccasion.SportSeason
            || Is(at, Part.Season)
                ? at + 1
                : at;
        if (!Is(school, Part.School))
            return default;
        var end = school + 1;
        if (_grammar.NextFollowsTheNoun && number is null && At(end, 0) is Part.Next or Part.Coming)
            (ahead, end) = (1, end + 1);
        var occasion = (SchoolOccasion)(int)Value(school);
        var edge =
            ahead == 0 && number is null && occasion is >= SchoolOccasion.Midterms or <= SchoolOccasion.SummerBreak
                ? SchoolEdge.Start
                : SchoolEdge.End;
        return new(
            new SchoolTime(new(occasion, edge, number, ahead)),
            end,
            NeedsLead: !isSaid && number is null && first == at
        );
    }

    /// <summary>Fall, winter, spring, summer from the seasons' own order, which begins with spring.</summary>
    private static int SeasonOrder(double season) => ((int)season + 1) % 4;
}
