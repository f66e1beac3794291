namespace Milestones.Language.Dates;

/// <summary>Weekdays, days of the month, months, holidays.</summary>
internal readonly ref partial struct DateParser
{
    private const int LastDay = 31;
    private const int FirstYear = 1900;
    private const int LastYear = 2100;

    /// <summary>"friday", "next friday", "friday of next week", "friday, dec 18", "next week on friday".</summary>
    private Found Weekday(int at)
    {
        var day = LoneWeekday(at);
        if (!day.IsSome)
            return WeekThenWeekday(at);
        if (day.Expression is not ComingWeekday { WeeksLater: 0 } and not WeekdayOf)
            return day;
        var weekday = day.Expression is ComingWeekday coming ? coming.Weekday : ((WeekdayOf)day.Expression).Weekday;
        var next = Is(day.End, Part.DayPart) ? day.End + 1 : day.End;
        var after = Skip(next, Part.Of, Part.In);
        if (Is(after, Part.After) && Is(after + 1, Part.Next))
            return new(new ComingWeekday(weekday, 1), after + 2);
        if (Unit(after) is { Expression: WholeUnit { Unit: TimeUnit.Week } week } found)
            return new(week.Ahead < 0 ? new TimeOver() : new WeekdayOf(weekday, week), found.End);
        var comma = Skip(next, Part.Comma);
        var date = MonthAndDay(comma).Or(Digits(comma)).Or(Numbered(comma)).Or(OrdinalAlone(comma));
        return date.Expression is MonthDay or NumberedDay
            ? new(new WeekdayAnd(weekday, date.Expression), date.End)
            : day;
    }

    private Found OrdinalAlone(int at) =>
        DayNumber(at, out var day, out var end) ? new(new NumberedDay(day), end) : default;

    private Found LoneWeekday(int at)
    {
        var lead = at;
        at = Skip(at, Part.The);
        var part = At(at, 0);
        // "this coming friday", "this past friday"
        if (part == Part.This && At(at, 1) is Part.Coming or Part.Next or Part.Last)
            part = At(++at, 0) == Part.Next ? Part.Coming : At(at, 0);
        var isSaid = part is Part.This or Part.Next or Part.Coming or Part.Last;
        var day = isSaid ? at + 1 : at;
        if (!Is(day, Part.Weekday))
            return default;
        var weekday = (int)Value(day);
        var end = day + 1;
        if (_grammar.NextFollowsTheNoun && !isSaid && At(end, 0) is Part.Next or Part.Coming or Part.Last)
            (part, isSaid) = (At(end++, 0), true);
        DateExpression meant = part switch
        {
            Part.Last => new TimeOver(),
            Part.Next when _grammar.NextWeekdayIsOfNextWeek => new WeekdayOf(weekday, new WholeUnit(TimeUnit.Week, 1)),
            _ => new ComingWeekday(weekday),
        };
        return new(meant, end, NeedsLead: !isSaid && !(_grammar.TheMakesAWeekdayADay && lead < day));
    }

    private Found WeekThenWeekday(int at)
    {
        if (Unit(at) is not { Expression: WholeUnit { Unit: TimeUnit.Week, Ahead: >= 0 } week } found)
            return default;
        var day = Skip(Skip(Skip(found.End, Part.Comma), Part.By, Part.In), Part.The);
        return Is(day, Part.Weekday) ? new(new WeekdayOf((int)Value(day), week), day + 1) : default;
    }

    /// <summary>"dec 18", "18th of december 2027", "2027-dec-18", "december", "december 2027".</summary>
    private Found MonthAndDay(int at)
    {
        var first = Skip(Skip(at, Part.The), Part.Next, Part.Coming);
        if (Is(first, Part.Unit) && _terms[first].Unit == TimeUnit.Day)
            first++;
        if (
            DayNumber(first, out var day, out var end)
            && Is(Skip(Skip(end, Part.Dash, Part.Slash), Part.Of, Part.Comma), Part.Month)
        )
        {
            return DayThenMonth(Skip(Skip(end, Part.Dash, Part.Slash), Part.Of, Part.Comma), day);
        }

        if (
            IsYear(at, out var year, out end)
            && Is(Skip(end, Part.Dash, Part.Comma), Part.Month)
            && Skip(end, Part.Dash, Part.Comma) is var middle
            && DayNumber(Skip(middle + 1, Part.Dash), out day, out var last)
        )
        {
            return new(new MonthDay((int)Value(middle), day, new(year, null)), last);
        }

        var all = Skip(Skip(at, Part.The), Part.About);
        // "the whole month of october"
        if (Is(all, Part.Unit) && _terms[all].Unit == TimeUnit.Month && Is(all + 1, Part.Of) && Is(all + 2, Part.Month))
            return WithYear(new WholeMonth((int)Value(all + 2)), all + 3);
        var said = At(at, 0) is Part.This or Part.Next or Part.Coming or Part.Last && Is(at + 1, Part.Month);
        var month = said ? at + 1 : Skip(at, Part.The);
        if (!Is(month, Part.Month))
            return default;
        if (said && Is(at, Part.Last))
            return new(new TimeOver(), month + 1);
        var number =
            Is(month + 1, Part.Comma) && Is(month + 2, Part.Ordinal)
                ? month + 2
                : Skip(Skip(month + 1, Part.Dash, Part.Slash), Part.The);
        if (DayNumber(number, out day, out end) && At(end, 0) is not (Part.Counted or Part.Unit or Part.AmPm))
            return WithYear(new MonthDay((int)Value(month), day), end);
        var whole = WithYear(new WholeMonth((int)Value(month)), month + 1);
        return whole with { NeedsLead = !said && whole.Expression is WholeMonth { Year.IsSaid: false } };
    }

    private Found DayThenMonth(int month, int day) => WithYear(new MonthDay((int)Value(month), day), month + 1);

    private Found WithYear(DateExpression date, int end)
    {
        var year = YearAt(end, out var after);
        if (!year.IsSaid)
            return new(date, end);
        return new(
            date switch
            {
                MonthDay day => day with { Year = year },
                WholeMonth month => month with { Year = year },
                HolidayDay holiday => holiday with { Year = year },
                _ => date,
            },
            after
        );
    }

    private YearPart YearAt(int at, out int end)
    {
        var next = Skip(at, Part.Comma, Part.Of);
        next = Skip(Skip(next, Part.Dash, Part.Slash), Part.The);
        if (IsYear(next, out var year, out end))
            return new(year, null);
        return Unit(next) is { Expression: WholeUnit { Unit: TimeUnit.Year } unit } found && (end = found.End) > 0
            ? new(null, unit.Ahead)
            : default;
    }

    /// <summary>"2027", and in words "twenty twenty seven".</summary>
    private bool IsYear(int at, out int year, out int end)
    {
        (year, end) = (0, at + 1);
        if (!Is(at, Part.Number))
            return false;
        var value = Value(at);
        if (
            value is 19 or 20
            && Is(at + 1, Part.Number)
            && Value(at + 1) is >= 10 and < 100
            && _terms[at + 1].Token == _terms[at].Token + 1
        )
        {
            (value, end) = ((value * 100) + Value(at + 1), at + 2);
        }

        year = value is >= FirstYear and <= LastYear && value == Math.Floor(value) ? (int)value : 0;
        return year > 0;
    }

    /// <summary>A day of the month in digits or words ("21", "21st", "twenty first").</summary>
    private bool DayNumber(int at, out int day, out int end)
    {
        (day, end) = (0, at + 1);
        if (At(at, 0) is not (Part.Number or Part.Ordinal))
            return false;
        var value = Value(at);
        if (Is(at, Part.Number) && value is 20 or 30 && Is(at + 1, Part.Ordinal) && Value(at + 1) < 10)
            (value, end) = (value + Value(at + 1), at + 2);
        else if (Is(at, Part.Number) && IsYear(at, out _, out var yearEnd) && yearEnd == at + 1)
            return false;
        if (value < 0 || value > 99 || value != Math.Floor(value))
            return false;
        day = (int)value;
        return true;
    }

    /// <summary>"the 15th", "15th", "el 16", "el día 16", "20 of this month", "el 5 del 3".</summary>
    private Found Numbered(int at)
    {
        var first = Skip(at, Part.The);
        var isDay = Is(first, Part.Unit) && _terms[first].Unit == TimeUnit.Day;
        if (isDay)
            first++;
        if (!DayNumber(first, out var day, out var end))
            return default;
        var month = Skip(Skip(end, Part.Of), Part.The);
        if (Is(month, Part.Unit) && _terms[month].Unit == TimeUnit.Month && month > end)
        {
            var unit = Unit(month);
            return unit.Expression is WholeUnit { Unit: TimeUnit.Month } later
                ? new(new NumberedDay(day, later), unit.End)
                : new(new NumberedDay(day, new WholeUnit(TimeUnit.Month, 0)), month + 1);
        }
        if (Unit(month) is { Expression: WholeUnit { Unit: TimeUnit.Month } whole } found)
            return new(new NumberedDay(day, whole), found.End);
        if (
            _grammar.MonthMayBeANumber
            && first > at
            && Is(end, Part.Of)
            && Is(end + 1, Part.Number)
            && Value(end + 1) is >= 1 and <= 12
        )
        {
            return WithYear(new MonthDay((int)Value(end + 1), day), end + 2);
        }

        if (day > LastDay || Counts(end))
            return default;
        var isOrdinal = Is(end - 1, Part.Ordinal);
        var isSaid = (first > at && (_grammar.DayNeedsAnOrdinal ? isOrdinal : Value(at) == 1)) || isDay;
        return isSaid || isOrdinal || (at > 0 && Is(at - 1, Part.By) && Value(at - 1) == 1 && At(end, 0) == Part.Stop)
            ? new(new NumberedDay(day), end, NeedsLead: !isSaid)
            : default;
    }

    /// <summary>
    /// Whether a number before this place counts something or is part of another ("3 books", "the 4th period", "90%").
    /// </summary>
    private bool Counts(int end) =>
        At(end, 0)
            is Part.Thing
                or Part.Counted
                or Part.Number
                or Part.Unit
                or Part.Slash
                or Part.AmPm
                or Part.School
                or Part.Weekdays
                or Part.Season
                or Part.Holiday
                or Part.Last
                or Part.Few;

    /// <summary>"12/18", "12-18", and three groups of digits.</summary>
    private Found Digits(int at)
    {
        at = Skip(at, Part.The);
        if (Is(at, Part.Numeric))
        {
            var packed = (int)Value(at);
            return new(new MonthDay(packed / 100 % 100, packed % 100, new(packed / 10_000, null)), at + 1);
        }
        if (
            !Is(at, Part.Number)
            || At(at, 1) is not (Part.Slash or Part.Dash)
            || !Is(at + 2, Part.Number)
            || At(at, 3) == At(at, 1)
            || At(at, 3) is Part.Of or Part.Thing or Part.Counted or Part.Unit
        )
        {
            return default;
        }

        var (a, b) = (Value(at), Value(at + 2));
        if (a != Math.Floor(a) || b != Math.Floor(b) || a is < 0 or > 99 || b is < 0 or > 99)
            return default;
        // "24/7" is always.
        if (_grammar.IsMonthFirst && (a, b) is (24, 7))
            return default;
        var monthFirst = NumericDate.MonthFirst(a, b, language);
        return new(new MonthDay((int)(monthFirst ? a : b), (int)(monthFirst ? b : a)), at + 3, NeedsLead: true);
    }

    private Found Holiday(int at)
    {
        at = Skip(at, Part.The, Part.This);
        var isOver = Is(at, Part.Last);
        at = Is(at, Part.Next) || Is(at, Part.Coming) || isOver ? at + 1 : at;
        if (!Is(at, Part.Holiday))
            return default;
        if (isOver)
            return new(new TimeOver(), at + 1);
        var end = Is(at + 1, Part.Unit) && _terms[at + 1].Unit == TimeUnit.Day ? at + 2 : at + 1;
        return WithYear(new HolidayDay((int)Value(at)), end);
    }
}
