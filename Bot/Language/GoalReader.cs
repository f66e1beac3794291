namespace Milestones.Language;

/// <summary>
/// Reads a student's sentence as a careful teacher would: is it a goal, and which parts of a SMART goal are in it.
/// </summary>
internal static class GoalReader
{
    [ThreadStatic]
    private static Outline? s_outline;

    /// <summary>
    /// Every aspect of the text at once. Dates are counted from today; a language not given is told from the words.
    /// </summary>
    public static GoalReading Read(string text, DateOnly today, TextLanguage? language = null)
    {
        var spoken = language ?? LanguageReader.Detect(text);
        return Read(text, today, spoken, Lexicon.Of(spoken));
    }

    /// <summary>
    /// The same with another lexicon than the language's own: how much a reading owes to single words can be measured.
    /// </summary>
    public static GoalReading Read(string text, DateOnly today, TextLanguage spoken, Lexicon lexicon)
    {
        var statement = Statement.Of(text, spoken, lexicon);
        var kind = KindReader.Read(statement);
        if (kind != StatementKind.Goal)
            return new GoalReading(kind, spoken, Area.None, null, null, null, null, null, null, null, null);
        var outline = s_outline ??= new Outline();
        outline.Read(statement, today);
        var measures = TimedGoal.Refine(text, spoken, TargetReader.Read(statement, outline));
        return new GoalReading(
            kind,
            spoken,
            AreaReader.Read(statement, outline),
            SpecificReader.Read(statement, outline, measures.Amount),
            measures.Span,
            outline.Plan,
            outline.Reason,
            outline.Time,
            measures.Target,
            measures.Baseline,
            outline.Deadline
        );
    }
}
