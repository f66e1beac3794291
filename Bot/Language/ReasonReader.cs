namespace Milestones.Language;

/// <summary>
/// Finds why a goal matters. A reason is a benefit, need, consequence or value; neither the outcome said again ("to
/// raise my average") nor a bad
/// habit ("because I am on my phone a lot").
/// </summary>
internal static class ReasonReader
{
    // What was said longer ago than this is not being repeated.
    private const int FarBack = 60;

    public static TextSpan? Read(Statement statement, Outline outline)
    {
        TextSpan? found = null;
        var tokens = statement.Tokens;
        foreach (ref readonly var match in statement.Matches)
        {
            if (match.Label != Label.Because || outline.Has(match.First, Role.Reason) || OpensPlan(tokens, match))
                continue;
            if (match.Rule.Name == "purpose" && !FollowsContent(statement, match.First))
                continue;
            if (match.Rule.Name == "aim" && OnlyChatterBefore(tokens, match.First))
                continue;
            var end = ClauseEnd(statement, match);
            if (end <= match.End && match.Rule.Name is not ("says" or "else"))
                continue;
            outline.Mark(match.First, end, Role.Reason);
            if (IsReason(statement, outline, match, end))
                found ??= statement.SpanOf(match.First, end);
        }
        return found;
    }

    /// <summary>"so I'm going to…" says what, not why; "so I will be ready" says why.</summary>
    private static bool OpensPlan(ReadOnlySpan<Token> tokens, in RuleMatch match)
    {
        if (match.Rule.Name != "aim")
            return false;
        var at = match.End;
        if (at < tokens.Length && tokens[at].Is(WordClass.I))
            at++;
        // "so I'm staying after school"
        if (
            at + 1 < tokens.Length
            && at > match.End - 1
            && tokens[at].Is(WordClass.Be)
            && tokens[at + 1].Is(WordClass.Ing)
            && tokens[at + 1].IsAny(Acts)
        )
        {
            return true;
        }

        return at + 1 < tokens.Length
            && tokens[at].IsAny(Word.Bit(WordClass.Commit) | Word.Bit(WordClass.Want))
            && !tokens[at].Is(WordClass.Have)
            && !tokens[at + 1]
                .IsAny(
                    Word.Bit(WordClass.Be)
                        | Word.Bit(WordClass.Not)
                        | Word.Bit(WordClass.Have)
                        | Word.Bit(WordClass.Modal)
                        | Word.Bit(WordClass.Benefit)
                );
    }

    private static readonly UInt128 Acts =
        Word.Bit(WordClass.Unknown)
        | Word.Bit(WordClass.Talk)
        | Word.Bit(WordClass.Step)
        | Word.Bit(WordClass.Act)
        | Word.Bit(WordClass.General);

    /// <summary>"ok so i have a 58": a so with nothing before it explains nothing.</summary>
    private static bool OnlyChatterBefore(ReadOnlySpan<Token> tokens, int at)
    {
        if (!tokens[at].Is(WordClass.Conjunction))
            return false;
        for (var i = 0; i < at; i++)
        {
            if (
                !tokens[i].IsMark
                && !tokens[i]
                    .IsAny(Word.Bit(WordClass.Chatter) | Word.Bit(WordClass.Greeting) | Word.Bit(WordClass.Function))
            )
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>
    /// "to" gives a purpose only after something was said; after "want", "how" or "going" it belongs to the verb.
    /// </summary>
    private static bool FollowsContent(Statement statement, int at)
    {
        var tokens = statement.Tokens;
        if (at == 0)
            return Fronts(statement);
        ref readonly var before = ref tokens[at - 1];
        // "when I start to feel anxious"
        if (before.Is(WordClass.Light) && before.Is(WordClass.Base))
            return false;
        return !before.IsAny(
            Word.Bit(WordClass.Want)
                | Word.Bit(WordClass.Commit)
                | Word.Bit(WordClass.Wh)
                | Word.Bit(WordClass.Be)
                | Word.Bit(WordClass.Have)
                | Word.Bit(WordClass.Modal)
                | Word.Bit(WordClass.Learn)
                | Word.Bit(WordClass.Preposition)
                | Word.Bit(WordClass.Conjunction)
                | Word.Bit(WordClass.Not)
        );
    }

    /// <summary>
    /// "To get a scholarship, I will …": a purpose that opens the text belongs to what is promised after its comma.
    /// </summary>
    private static bool Fronts(Statement statement)
    {
        foreach (ref readonly var match in statement.Matches)
        {
            if (match is { Label: Label.Frame, First: > 1 })
                return statement.Tokens[match.First - 1].IsMark;
        }

        return false;
    }

    private static int ClauseEnd(Statement statement, in RuleMatch reason)
    {
        var tokens = statement.Tokens;
        for (var i = reason.End; i < tokens.Length; i++)
        {
            if (tokens[i].EndsSentence)
                return i;
            foreach (ref readonly var match in statement.MatchesAt(i))
            {
                if (
                    i > reason.End
                    && match.Label is Label.Plan or Label.Frame
                    && match.Rule.Name is "" or "means" or "will"
                    && (
                        tokens[i - 1].IsMark
                        || match.Rule.Name == "means"
                        || IsSo(tokens[i - 1])
                        || (match.Label == Label.Plan && IsSo(tokens[i]))
                    )
                )
                {
                    return i;
                }
            }
        }
        return tokens.Length;
    }

    /// <summary>"because I failed so I will …": what follows is drawn from the reason and no part of it.</summary>
    private static bool IsSo(in Token token) => token.Word.Text is "so" or "asi que";

    private static bool IsReason(Statement statement, Outline outline, in RuleMatch match, int end)
    {
        var tokens = statement.Tokens;
        var (benefit, habit, outcome, fresh, self) = (false, false, false, 0, false);
        for (var i = match.First + 1; i < end; i++)
        {
            ref readonly var token = ref tokens[i];
            benefit |= token.Is(WordClass.Benefit);
            self |= token.Is(WordClass.I) && i <= match.End + 1;
            habit |= self && token.Is(WordClass.BadHabit);
            outcome |= token.Is(WordClass.Improve) && !token.Is(WordClass.Benefit);
            if (
                !token.IsMark
                && (token.Is(WordClass.Benefit) || !token.IsAny(Outcome) || IsFeeling(token))
                && !SaidBefore(statement, outline, match.First, token.Word)
            )
            {
                fresh++;
            }
        }
        return match.Rule.Name switch
        {
            "why" => !habit || benefit,
            "says" => fresh > 0 || end > match.End,
            "else" => true,
            "purpose" => fresh > 0 && !outcome,
            _ => fresh > 0 && !outcome,
        };
    }

    /// <summary>What a goal of school is about anyway, and so no reason for one.</summary>
    private static readonly UInt128 Outcome =
        Word.Bit(WordClass.Function)
        | Word.Bit(WordClass.Learn)
        | Word.Bit(WordClass.Work)
        | Word.Bit(WordClass.Assessment)
        | Word.Bit(WordClass.Mark)
        | Word.Bit(WordClass.Umbrella)
        | Word.Bit(WordClass.Vague)
        | Word.Bit(WordClass.Step)
        | Word.Bit(WordClass.Measure)
        | Word.Bit(WordClass.Attendance)
        | Word.Bit(WordClass.Improve);

    /// <summary>A better feeling is a benefit, however vague.</summary>
    private static bool IsFeeling(in Token token) =>
        token.Is(WordClass.Vague) && ((token.Word.Areas >> (8 * ((int)Area.SocialEmotional - 1))) & 0xFF) > 0;

    private static bool SaidBefore(Statement statement, Outline outline, int before, Word word)
    {
        for (var i = Math.Max(0, before - FarBack); i < before; i++)
        {
            if (
                ReferenceEquals(statement.Tokens[i].Word, word)
                && !word.Is(WordClass.Unknown)
                && !outline.Has(i, Role.Reason)
            )
            {
                return true;
            }
        }

        return false;
    }
}
