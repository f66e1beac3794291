namespace Milestones.Language;

/// <summary>Tells what counts from what only looks like a number.</summary>
internal static class Amounts
{
    private static readonly UInt128 Countable = Word.Bit(WordClass.Measure) | Word.Bit(WordClass.Friendship);

    /// <summary>"una beca": one is looked for, not counted.</summary>
    private static readonly UInt128 Sought =
        Word.Bit(WordClass.Form) | Word.Bit(WordClass.Job) | Word.Bit(WordClass.Program);

    /// <summary>A number, a letter grade or "twice"; Spanish "un" and "una" only before something counted.</summary>
    public static bool IsAmount(ReadOnlySpan<Token> tokens, int at)
    {
        ref readonly var token = ref tokens[at];
        if (double.IsNaN(token.Value))
            return false;
        // "send it 2 the office", "a thank-you 4 my coach": a word in a digit.
        if (
            token is { Shape: Shape.Number, Value: 2 or 4 }
            && at + 1 < tokens.Length
            && tokens[at + 1].Word.Text is "the" or "my" or "our"
        )
        {
            return false;
        }

        // "A second one", "ok so new one": it stands for what was named, and counts nothing.
        if (
            token is { Shape: Shape.Number, Value: 1 }
            && at > 0
            && token.Word.Text is "one"
            && tokens[at - 1].Word.Text
                is "second"
                    or "another"
                    or "other"
                    or "new"
                    or "this"
                    or "that"
                    or "which"
                    or "next"
                    or "first"
                    or "last"
                    or "same"
                    or "the"
            && !(at + 1 < tokens.Length && tokens[at + 1].IsAny(Countable))
        )
        {
            return false;
        }

        if (token.Is(WordClass.Article))
            return at + 1 < tokens.Length && tokens[at + 1].IsAny(Countable) && !tokens[at + 1].IsAny(Sought);
        return token.Shape == Shape.Number
            || token.Is(WordClass.Letter)
            || (token.Is(WordClass.Frequency) && !token.Is(WordClass.Every));
    }
}
