using Milestones.Language.Packs;
using Milestones.Language.Reports;

namespace Milestones.Language;

/// <summary>
/// Reads a short answer as an answer to what was asked: "80" is a score here and a level of confidence there.
/// </summary>
internal static class AnswerReader
{
    private static readonly UInt128 Empty = Bits(
        WordClass.Function,
        WordClass.Vague,
        WordClass.Disposition,
        WordClass.DontKnow,
        WordClass.General,
        WordClass.Effort,
        WordClass.Chatter,
        WordClass.More,
        WordClass.Less,
        WordClass.Improve,
        WordClass.Approx,
        WordClass.Want,
        WordClass.Commit,
        WordClass.Complaint,
        WordClass.Greeting,
        WordClass.Yes,
        WordClass.No,
        WordClass.Current,
        WordClass.Learn
    );

    private static readonly UInt128 Named = Bits(
        WordClass.Mark,
        WordClass.Assessment,
        WordClass.Work,
        WordClass.Skill,
        WordClass.Course,
        WordClass.Record,
        WordClass.Family,
        WordClass.Friend,
        WordClass.Helper,
        WordClass.Job,
        WordClass.Form,
        WordClass.College,
        WordClass.Pass
    );

    /// <summary>An answer to "how will you know?"; null where nothing in it can be measured.</summary>
    /// <remarks>Where the reader of stated numbers finds a target, that is the number.</remarks>
    public static MeasureAnswer? ReadMeasure(string text, TextLanguage language)
    {
        var answer = MeasureIn(text, language);
        return
            answer is { Quantity: { } quantity, RelativeToNow: false }
            && StatedNumbersReader.Read(text, NumbersAsked.Target, "", language).Target is { } stated
            ? answer with
            {
                Quantity = WithUnitOf(stated, quantity),
            }
            : answer;
    }

    /// <summary>An answer to "where are you now?"; "none" and "never" are 0, not knowing is not.</summary>
    public static Quantity? ReadBaseline(string text, TextLanguage language)
    {
        var found = BaselineIn(text, language);
        return
            StatedNumbersReader.Read(text, NumbersAsked.Baseline, "", language).Baseline is { } stated
            && !(stated is { Value: 0, Unit: null } && IsVagueInAny(text))
            ? WithUnitOf(stated, found)
            : found;
    }

    private static bool IsVagueInAny(string text) => LanguagePacks.All.Any(pack => IsVague(text, pack.Language));

    /// <summary>The same number read twice has the unit that either saw.</summary>
    private static Quantity WithUnitOf(Quantity stated, Quantity? found) =>
        found?.Value == stated.Value ? stated with { Unit = found.Unit ?? stated.Unit } : stated;

    private static MeasureAnswer? MeasureIn(string text, TextLanguage language)
    {
        var statement = Statement.Of(text, language);
        var tokens = statement.Tokens;
        foreach (ref readonly var match in statement.Matches)
        {
            if (match.Label == Label.FromTo && !double.IsNaN(match.B))
            {
                return new MeasureAnswer(
                    new Quantity(match.B, UnitReader.Read(statement, match.End - 1)),
                    false,
                    false,
                    statement.SpanOf(match.First, match.End)
                );
            }

            if (match.Label == Label.Relative && !double.IsNaN(match.A))
            {
                return new MeasureAnswer(
                    new Quantity(match.A, UnitAfter(statement, match.First)),
                    false,
                    true,
                    statement.SpanOf(match.First, match.End)
                );
            }
        }
        if (FirstNumber(statement, 0) is var at and >= 0)
            return new MeasureAnswer(QuantityAt(statement, at), false, false, statement.SpanOf(at, at + 1));
        foreach (ref readonly var match in statement.Matches)
        {
            if (match.Label == Label.Target && match.Rule.Name == "zero")
            {
                return new MeasureAnswer(
                    new Quantity(0, tokens[match.End - 1].Word.Text),
                    false,
                    false,
                    statement.SpanOf(match.First, match.End)
                );
            }

            if (match.Label is Label.Criterion or Label.Frequency)
                return new MeasureAnswer(null, true, false, statement.SpanOf(match.First, match.End));
        }
        // "24:30", "seven forty five": times are no numbers of a sentence, but they are of an answer.
        return StatedNumbersReader.Read(text, NumbersAsked.Target, "", language).Target is { } stated
            ? new MeasureAnswer(stated, false, false, new TextSpan(0, text.Length))
            : null;
    }

    private static Quantity? BaselineIn(string text, TextLanguage language)
    {
        var statement = Statement.Of(text, language);
        foreach (ref readonly var match in statement.Matches)
        {
            if (match.Label == Label.Current && !double.IsNaN(match.A))
                return new Quantity(match.A, UnitAfter(statement, match.First));
        }

        if (FirstNumber(statement, 0) is var at and >= 0)
            return QuantityAt(statement, at);
        foreach (ref readonly var token in statement.Tokens)
        {
            if (token.Is(WordClass.Zero))
                return new Quantity(0, null);
        }

        return null;
    }

    /// <summary>
    /// An answer on a scale ("about a 7", "siete", "7/10"); a fraction goes to the nearest step; null outside the
    /// scale.
    /// </summary>
    public static int? ReadScale(string text, int low, int high, TextLanguage language) =>
        ScaleReader.Read(text, low, high, language);

    /// <summary>A yes or a no, by the first word that is either; null where it is neither or "not sure".</summary>
    public static YesNo? ReadYesNo(string text, TextLanguage language)
    {
        var statement = Statement.Of(text, language);
        foreach (ref readonly var token in statement.Tokens)
        {
            if (token.Is(WordClass.DontKnow) && !token.IsAny(Word.Bit(WordClass.Yes) | Word.Bit(WordClass.No)))
                return null;
            if (token.IsAny(Word.Bit(WordClass.No)))
                return YesNo.No;
            if (token.IsAny(Word.Bit(WordClass.Yes)))
                return YesNo.Yes;
        }
        return null;
    }

    /// <summary>Whether a text holds nothing to work with ("idk", "stuff", "better", "no sé").</summary>
    public static bool IsVague(string text, TextLanguage language)
    {
        var statement = Statement.Of(text, language);
        if (statement.First(Label.DontKnow) is { First: 0 })
            return true;
        if (FirstNumber(statement, 0) >= 0)
            return false;
        foreach (ref readonly var token in statement.Tokens)
        {
            if (
                token.IsAny(Named)
                || (token.Is(WordClass.Benefit) && !token.IsAny(Bits(WordClass.Light, WordClass.Function)))
                || (
                    !token.IsMark
                    && !token.IsAny(Empty)
                    && (
                        token.Word.Areas != 0
                        || token.IsAny(
                            Bits(WordClass.Content, WordClass.Step, WordClass.Act, WordClass.Pass, WordClass.Unknown)
                        )
                    )
                )
            )
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>"una D": a match may hold a number that counts nothing by itself.</summary>
    private static string? UnitAfter(Statement statement, int first) =>
        FirstNumber(statement, first) is var at and >= 0 ? UnitReader.Read(statement, at) : null;

    private static Quantity QuantityAt(Statement statement, int at) =>
        new(statement.Tokens[at].Value, UnitReader.Read(statement, at));

    private static int FirstNumber(Statement statement, int from)
    {
        var tokens = statement.Tokens;
        for (var i = from; i < tokens.Length; i++)
        {
            if (Amounts.IsAmount(tokens, i))
                return i;
        }

        return -1;
    }

    private static UInt128 Bits(params ReadOnlySpan<WordClass> classes)
    {
        UInt128 bits = 0;
        foreach (var wordClass in classes)
            bits |= Word.Bit(wordClass);
        return bits;
    }
}
