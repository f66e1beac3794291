namespace Milestones.Language.Dates;

/// <summary>The part a word plays in a date.</summary>
internal enum Part : byte
{
    Other,
    Thing,
    Counted,
    Filler,
    Number,
    A,
    Few,
    Ordinal,
    Numeric,
    Weekday,
    Weekdays,
    Month,
    Holiday,
    Unit,
    Season,
    School,
    RelativeDay,
    Now,
    The,
    Of,
    In,
    By,
    Until,
    From,
    Between,
    And,
    Or,
    To,
    After,
    Before,
    Ago,
    Later,
    This,
    Next,
    Coming,
    Last,
    Start,
    Middle,
    End,
    Rest,
    Every,
    DayPart,
    At,
    Clock,
    AmPm,
    Dash,
    Slash,
    Comma,
    Stop,
    About,
}

/// <summary>A length or stretch of time that dates count in; the number of a <see cref="Part.Unit"/>.</summary>
internal enum TimeUnit
{
    Hour,
    Day,
    Week,
    Fortnight,
    Weekend,
    Month,
    Year,
}

/// <summary>A word of the text as a part of a date. A set phrase gives several terms with one token.</summary>
/// <param name="Value">A number, month, weekday, code of a holiday, <see cref="TimeUnit"/> or days from today, as its
/// part says.</param>
/// <param name="Token">The token it belongs to.</param>
internal readonly record struct DateTerm(Part Part, double Value, int Token)
{
    public TimeUnit Unit => (TimeUnit)(int)Value;
}
