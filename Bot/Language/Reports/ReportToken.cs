namespace Milestones.Language.Reports;

/// <summary>What a token looks like.</summary>
internal enum Look : byte
{
    Word,

    /// <summary>A number, in digits or words.</summary>
    Number,

    /// <summary>"8:17" or "1:07.3", in seconds as read mm:ss.</summary>
    Clock,

    /// <summary>A grade letter with its sign, in points.</summary>
    Letter,

    /// <summary>A comma or the like.</summary>
    Pause,

    /// <summary>The end of a sentence.</summary>
    Stop,

    Question,
}

/// <summary>A word, number or mark of a report: <c>Start</c> and <c>End</c> in the text.</summary>
internal readonly record struct ReportToken(
    int Start,
    int End,
    Look Look,
    UInt128 Signs,
    double Value,
    string? Thing,
    ReportWord? Word
)
{
    public bool IsMark => Look >= Look.Pause;

    public bool IsNumber => Look == Look.Number;

    public bool Is(Sign sign) => (Signs & (UInt128.One << (int)sign)) != 0;

    /// <summary>The token of the given look, as nothing but a mark, number or word nobody listed.</summary>
    public static ReportToken Bare(int start, int end, Look look, double value = double.NaN) =>
        new(start, end, look, UInt128.Zero, value, null, null);

    public static ReportToken Of(ReportWord word, int start, int end) =>
        new(start, end, Numerals.IsNumber(word) ? Look.Number : Look.Word, word.Signs, word.Value, word.Thing, word);

    public bool IsAny(UInt128 signs) => (Signs & signs) != 0;
}
