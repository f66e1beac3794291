namespace Milestones.Language.Reports;

/// <summary>What a word or set phrase says in a report: the sections of the lexicon files, one bit each.</summary>
internal enum Sign
{
    // Numbers
    Ones,
    Teens,
    Tens,
    Hundreds,
    And,
    HalfMore,
    QuarterMore,
    Half,
    Quarter,
    Point,
    Oh,
    OutOf,
    Of,
    Percent,
    Ordinal,
    Once,
    Plus,
    Minus,
    Thing,

    // Who
    Me,
    Peer,
    Adult,
    They,
    Pet,
    Says,

    // Questions, requests, plans
    Wh,
    Aux,
    You,
    Lead,
    Request,
    Future,
    NotFuture,

    // When
    Today,
    Weekday,
    Thru,
    Period,
    Whole,
    Old,
    Now,
    Still,

    // Levels
    To,
    By,
    Up,
    Down,
    Faster,
    Slower,
    Better,
    MoreThan,
    LessThan,

    // Counting
    More,
    Another,
    Total,
    MaybeTotal,
    Nothing,
    All,

    // What came of it
    Goal,
    Reached,
    Almost,
    Passed,
    MadeIt,
    Won,
    Referred,
    Not,
    Finished,
    Learned,
    Fail,
    Effort,
    Did,
    Missed,
    Right,
    Label,
    Part,
    Absent,
    Late,
    OnTime,
    AtClock,
    Ampm,
    For,
    Per,
    Function,
    Break,

    // Subjects
    Science,
    Math,
    English,
    History,
    Language,
    Arts,
}

internal static class Signs
{
    public static UInt128 Of(params ReadOnlySpan<Sign> signs)
    {
        var all = UInt128.Zero;
        foreach (var sign in signs)
            all |= UInt128.One << (int)sign;
        return all;
    }
}
