using Milestones.Language.Reports;

namespace Milestones.Language;

/// <summary>The numbers of a goal that is a time to beat: "drop my 5k from 26:10 to 24:30" in seconds.</summary>
internal static class TimedGoal
{
    /// <summary>The measures with the times of a race in place of what its distance looked like.</summary>
    public static Measures Refine(ReadOnlySpan<char> text, TextLanguage language, Measures measures)
    {
        if (FirstClock(text) is not { } clock)
            return measures;
        var sentence = text.ToString();
        var stated = StatedNumbersReader.ReadTimes(sentence, language);
        if (stated.Target is null && stated.Baseline is null)
            return measures;
        return measures with { Target = stated.Target, Baseline = stated.Baseline, Span = clock, Amount = true };
    }

    /// <summary>"24:30"; most texts have none, and looking costs nothing.</summary>
    private static TextSpan? FirstClock(ReadOnlySpan<char> text)
    {
        for (var at = text.IndexOf(':'); at > 0 && at + 2 < text.Length; at++)
        {
            if (
                text[at] != ':'
                || !char.IsAsciiDigit(text[at - 1])
                || !char.IsAsciiDigit(text[at + 1])
                || !char.IsAsciiDigit(text[at + 2])
            )
            {
                continue;
            }

            var start = at - 1;
            while (start > 0 && char.IsAsciiDigit(text[start - 1]))
                start--;
            return new TextSpan(start, at + 3 - start);
        }
        return null;
    }
}
