namespace Milestones.Language;

/// <summary>
/// Finds how a goal is to be reached: steps, a strategy or a support. Bare effort and keeping count are no plan, and a
/// behaviour that is itself the
/// goal is one only where it serves a stated outcome or several distinct steps are named.
/// </summary>
internal static class PlanReader
{
    // An act this many words after an outcome is no longer how that one is reached; a long text is gone through once.
    private const int FarBack = 40;

    public static TextSpan? Read(Statement statement, Outline outline)
    {
        TextSpan? found = null;
        foreach (ref readonly var match in statement.Matches)
        {
            // "to pass the exam" after an act says what the act is for, reason or not.
            if (
                match.Label != Label.Plan
                || outline.Has(match.First, Role.Plan)
                || (outline.Has(match.First, Role.Reason) && match.Rule.Name != "serves")
                || (found is not null && match.Rule.Name != "means")
                || !Holds(statement, match)
            )
            {
                continue;
            }

            var end = EndOf(statement, outline, match.First);
            found ??= statement.SpanOf(match.First, Math.Max(end, match.End));
            if (match.Rule.Name == "means" && match.First > 0)
                outline.Mark(match.First, end, Role.Plan);
        }
        return found ?? SecondIntention(statement, outline) ?? Steps(statement, outline);
    }

    private static bool Holds(Statement statement, in RuleMatch match)
    {
        var tokens = statement.Tokens;
        // "learn to ask for help when I'm sad": what is to be learned is no plan for it.
        if (match.Rule.Name == "coping" && match.First > 1 && tokens[match.First - 2].Is(WordClass.Learn))
            return false;
        if (match.Rule.Name == "trailing")
            return TrailsOutcome(statement, match.First);
        // "ask two teachers for recommendation letters" is itself what is wanted.
        if (
            match.First == 0
            && match.Rule.Name.Length == 0
            && KeepsSomething(tokens, match.End - 2)
            && tokens[0].Is(WordClass.Talk)
        )
        {
            return false;
        }

        if (match.Rule.Name == "serves" && KeepsSomething(tokens, match.First))
            return false;
        if (match.First == 0 && match.Rule.Name.Length == 0)
        {
            return tokens[0]
                .IsAny(
                    Word.Bit(WordClass.Step)
                        | Word.Bit(WordClass.General)
                        | Word.Bit(WordClass.Act)
                        | Word.Bit(WordClass.Helper)
                );
        }

        if (
            match.Rule.Name == "serves"
            && (
                match.First < (tokens[0].Is(WordClass.Step) ? 1 : 2)
                || !EndsContent(tokens[match.First - (tokens[match.First - 1].Shape == Shape.Comma ? 2 : 1)])
            )
        )
        {
            return false;
        }

        for (var i = match.First; i < match.End + 1 && i < tokens.Length; i++)
        {
            if (tokens[i].IsAny(Word.Bit(WordClass.Effort) | Word.Bit(WordClass.Tracking)))
                return false;
        }

        return true;
    }

    /// <summary>
    /// "get to 950 by May reading 25 minutes at home": an act in progress right after what is aimed at or the day it is
    /// due.
    /// </summary>
    private static bool TrailsOutcome(Statement statement, int at)
    {
        var tokens = statement.Tokens;
        if (!tokens[at].IsAny(AnyVerb) || tokens[at].Is(WordClass.Stop))
            return false;
        var outcome = tokens[0].Is(WordClass.Pass) || AimsBefore(statement, at);
        if (!outcome)
            return false;
        if (
            at > 1
            && (tokens[at - 1].IsAny(Named) || tokens[at - 1].Shape == Shape.Number)
            && !tokens[at].Is(WordClass.Content)
        )
        {
            return true;
        }

        return EndsAt(statement, at);
    }

    /// <summary>Whether a number is aimed at in the words before a token.</summary>
    private static bool AimsBefore(Statement statement, int at)
    {
        for (var i = Math.Max(0, at - FarBack); i < at; i++)
        {
            foreach (ref readonly var match in statement.MatchesAt(i))
            {
                if (match.End <= at && match.Label is Label.FromTo or Label.Target)
                    return true;
            }
        }

        return false;
    }

    /// <summary>Whether a day, a time or "from … to …" ends right before a token.</summary>
    private static bool EndsAt(Statement statement, int at)
    {
        for (var i = Math.Max(0, at - FarBack); i < at; i++)
        {
            if (statement.DateAt(i, out _, out var end) && end == at)
                return true;
            foreach (ref readonly var match in statement.MatchesAt(i))
            {
                if (match.End == at && match.Label is Label.Time or Label.FromTo)
                    return true;
            }
        }
        return false;
    }

    private static readonly UInt128 Named =
        Word.Bit(WordClass.Course)
        | Word.Bit(WordClass.Umbrella)
        | Word.Bit(WordClass.Assessment)
        | Word.Bit(WordClass.Mark)
        | Word.Bit(WordClass.Letter)
        | Word.Bit(WordClass.Percent);

    /// <summary>"to keep my scholarship" is what would be lost, and so a reason.</summary>
    private static bool KeepsSomething(ReadOnlySpan<Token> tokens, int at)
    {
        for (var i = at + 1; i < tokens.Length && i < at + 5 && !tokens[i].IsMark; i++)
        {
            if (tokens[i].IsAny(Kept))
                return true;
        }

        return false;
    }

    private static readonly UInt128 Kept =
        Word.Bit(WordClass.Form)
        | Word.Bit(WordClass.Club)
        | Word.Bit(WordClass.Sport)
        | Word.Bit(WordClass.SportUmbrella)
        | Word.Bit(WordClass.Money)
        | Word.Bit(WordClass.Job);

    private static bool EndsContent(in Token token) =>
        !token.IsAny(
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
                | Word.Bit(WordClass.Possessive)
                | Word.Bit(WordClass.Article)
        ) && !token.IsMark;

    private static int EndOf(Statement statement, Outline outline, int from)
    {
        var tokens = statement.Tokens;
        for (var i = from; i < tokens.Length; i++)
        {
            if (
                tokens[i].EndsSentence
                || outline.Has(i, Role.Reason)
                || (i > from + 1 && tokens[i - 1].IsMark && OpensIntention(statement, i))
            )
            {
                return i;
            }
        }

        return tokens.Length;
    }

    private static bool OpensIntention(Statement statement, int at)
    {
        foreach (ref readonly var match in statement.MatchesAt(at))
        {
            if (match.Label == Label.Frame)
                return true;
        }

        return false;
    }

    /// <summary>
    /// "I want a B. I will go to tutoring": an act promised after an outcome is how it will be reached.
    /// </summary>
    private static TextSpan? SecondIntention(Statement statement, Outline outline)
    {
        var tokens = statement.Tokens;
        var seen = -1;
        foreach (ref readonly var match in statement.Matches)
        {
            if (match.Label != Label.Frame || outline.Has(match.First, Role.Reason) || match.First < seen)
                continue;
            if (
                (
                    seen >= 0
                    || (
                        match.First > 3
                        && !statement.FollowsOpeningTime(match.First - (tokens[match.First - 1].IsMark ? 1 : 0))
                        && OpensWithVerb(tokens)
                    )
                )
                && match.Rule.Name == "will"
                && PromisesAct(tokens, match.End)
                && HasContent(tokens, match.First)
            )
            {
                var end = EndOf(statement, outline, match.First);
                outline.Mark(match.First, end, Role.Plan);
                return statement.SpanOf(match.First, end);
            }
            seen = match.End;
        }
        return null;
    }

    private static bool OpensWithVerb(ReadOnlySpan<Token> tokens) =>
        tokens[0]
            .IsAny(
                Word.Bit(WordClass.Base)
                    | Word.Bit(WordClass.Ing)
                    | Word.Bit(WordClass.I)
                    | Word.Bit(WordClass.Want)
                    | Word.Bit(WordClass.Commit)
                    | Word.Bit(WordClass.Effort)
                    | Word.Bit(WordClass.Preposition)
            );

    private static bool HasContent(ReadOnlySpan<Token> tokens, int before)
    {
        for (var i = 0; i < before; i++)
        {
            if (
                tokens[i]
                    .IsAny(
                        Word.Bit(WordClass.Content)
                            | Word.Bit(WordClass.Unknown)
                            | Word.Bit(WordClass.Act)
                            | Word.Bit(WordClass.Letter)
                    )
            )
            {
                return true;
            }
        }

        return false;
    }

    private static bool PromisesAct(ReadOnlySpan<Token> tokens, int at)
    {
        while (
            at < tokens.Length
            && tokens[at].IsAny(Word.Bit(WordClass.Function))
            && !tokens[at].IsAny(Word.Bit(WordClass.Be) | Word.Bit(WordClass.Have) | Word.Bit(WordClass.Not))
            && !DoesSomething(tokens, at)
        )
        {
            at++;
        }

        if (at >= tokens.Length || tokens[at].IsAny(Word.Bit(WordClass.Effort) | Word.Bit(WordClass.Tracking)))
            return false;
        return tokens[at]
            .IsAny(
                Word.Bit(WordClass.Step)
                    | Word.Bit(WordClass.Act)
                    | Word.Bit(WordClass.General)
                    | Word.Bit(WordClass.Unknown)
            );
    }

    /// <summary>"do one practice section": here "do" is the act, not a word that helps another.</summary>
    private static bool DoesSomething(ReadOnlySpan<Token> tokens, int at) =>
        tokens[at].Is(WordClass.Step)
        && at + 1 < tokens.Length
        && (
            tokens[at + 1].Shape == Shape.Number
            || tokens[at + 1]
                .IsAny(Word.Bit(WordClass.Content) | Word.Bit(WordClass.Possessive) | Word.Bit(WordClass.Article))
        );

    private static readonly UInt128 AnyVerb =
        Word.Bit(WordClass.Step) | Word.Bit(WordClass.Act) | Word.Bit(WordClass.General);
    private static readonly UInt128 LaterStep = Word.Bit(WordClass.Step) | Word.Bit(WordClass.Act);

    /// <summary>
    /// "be", "have" or "get" begins an outcome, not a step; later ones do when they are listed as steps.
    /// </summary>
    private static bool IsLight(in Token token, int first) =>
        first < 0 && token.Is(WordClass.Light) && !token.Is(WordClass.Step);

    /// <summary>Two or more distinct steps joined by "and" or a comma.</summary>
    private static TextSpan? Steps(Statement statement, Outline outline)
    {
        var tokens = statement.Tokens;
        var (first, count) = (-1, 0);
        for (var i = 0; i < tokens.Length; i++)
        {
            if (
                outline.Has(i, Role.Reason)
                || !tokens[i].IsAny(first < 0 ? AnyVerb : LaterStep)
                || IsLight(tokens[i], first)
                || !StartsClause(statement, outline, i)
            )
            {
                continue;
            }

            if (first < 0)
            {
                first = i;
            }
            else if (
                tokens[i].IsAny(Word.Bit(WordClass.Pass) | Word.Bit(WordClass.Be))
                || ReferenceEquals(tokens[i].Word, tokens[first].Word)
                || IsSameThing(tokens, i)
            )
            {
                continue;
            }

            count++;
        }
        if (count < 2)
            return null;
        return statement.SpanOf(first, EndOf(statement, outline, first));
    }

    /// <summary>"complete my homework and turn it in" is one step told in full.</summary>
    private static bool IsSameThing(ReadOnlySpan<Token> tokens, int at) =>
        tokens[at].Word.Text is "turn it in" or "hand it in" or "turn them in"
        || (at + 2 < tokens.Length && tokens[at + 1].Word.Text is "it" or "them" && tokens[at + 2].Word.Text is "in");

    private static bool StartsClause(Statement statement, Outline outline, int at) =>
        at == 0
        || outline.Has(at, Role.Led)
        || statement.Tokens[at - 1].IsMark
        || statement.Tokens[at - 1].Is(WordClass.Conjunction);
}
