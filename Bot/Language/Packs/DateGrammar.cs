namespace Milestones.Language.Packs;

/// <summary>How a language makes dates of its words, as far as languages differ in it.</summary>
internal sealed record DateGrammar
{
    /// <summary>"12/5" is the fifth of December where the other order makes a date too.</summary>
    public bool IsMonthFirst { get; init; }

    /// <summary>"hace dos días": what says that a time is over stands before it.</summary>
    public bool AgoComesFirst { get; init; }

    /// <summary>"la semana próxima": next, coming, last and this may follow their noun.</summary>
    public bool NextFollowsTheNoun { get; init; }

    /// <summary>"over the next month" is a month long, not the month after this.</summary>
    public bool OverTheNextIsALength { get; init; }

    /// <summary>"next friday" is a day of next week, not the coming one.</summary>
    public bool NextWeekdayIsOfNextWeek { get; init; }

    /// <summary>"el viernes": a weekday with an article is a day, and needs no "by".</summary>
    public bool TheMakesAWeekdayADay { get; init; }

    /// <summary>"fin de semana": the weekend needs neither an article nor a "by".</summary>
    public bool WeekendNeedsNoThe { get; init; }

    /// <summary>"the 15th", not "the 15", is a day of the month.</summary>
    public bool DayNeedsAnOrdinal { get; init; }

    /// <summary>"el 5 del 3": a month may be a number.</summary>
    public bool MonthMayBeANumber { get; init; }

    /// <summary>"two of weeks", as in "a couple of weeks": a number may have an "of" after it.</summary>
    public bool NumberTakesOf { get; init; }

    /// <summary>"una semana de hoy": a length may be counted from a day with "of".</summary>
    public bool CountsFromADayWithOf { get; init; }

    /// <summary>"de lunes a viernes": "of" begins a stretch.</summary>
    public bool OfBeginsAStretch { get; init; }

    /// <summary>"mañana", "por la mañana", "pasado mañana": tomorrow, the morning and a part of another day.</summary>
    public bool TomorrowIsMorningToo { get; init; }

    /// <summary>"temporada de fútbol": what a season is of stands after it.</summary>
    public bool SeasonComesBeforeItsName { get; init; }
}
