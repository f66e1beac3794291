using Milestones.Language.Packs;

namespace Milestones.Language.Reports;

/// <summary>
/// Tells the parts of a line that report from those that ask, wish, foretell or speak of somebody else; numbers in
/// these do not count.
/// </summary>
internal static class Moods
{
    private static readonly UInt128 Told = Signs.Of(
        Sign.Did,
        Sign.Effort,
        Sign.Fail,
        Sign.Passed,
        Sign.Finished,
        Sign.Reached,
        Sign.Better,
        Sign.Says
    );
    private static readonly UInt128 Others = Signs.Of(Sign.Peer, Sign.They, Sign.Pet, Sign.Adult);

    /// <summary>Whether each token reports.</summary>
    /// <returns>False where no word at all reports.</returns>
    public static bool Mark(ReportLine line, List<bool> reports)
    {
        reports.Clear();
        var any = false;
        for (var first = 0; first < line.Count; )
        {
            var end = EndOf(line, first);
            var isReport = !Asks(line, first, end) && !Foretells(line, first, end) && !IsOfOthers(line, first, end);
            for (var i = first; i < end; i++)
            {
                reports.Add(isReport);
                any |= isReport && !line[i].IsMark && !line[i].Is(Sign.Lead) && !line[i].Is(Sign.Break);
            }
            first = end;
        }
        return any;
    }

    /// <summary>Whether a part of the line tells of somebody else.</summary>
    public static bool IsOfOthers(ReportLine line)
    {
        for (var first = 0; first < line.Count; first = EndOf(line, first))
        {
            if (
                EndOf(line, first) is var end
                && !Asks(line, first, end)
                && !Foretells(line, first, end)
                && IsOfOthers(line, first, end)
            )
            {
                return true;
            }
        }

        return false;
    }

    private static int EndOf(ReportLine line, int first)
    {
        var end = first + 1;
        while (end < line.Count && !line[end - 1].IsMark && !line[end].Is(Sign.Break))
            end++;
        return end;
    }

    private static int AfterLead(ReportLine line, int first, int end)
    {
        while (first < end && (line[first].IsMark || line[first].Is(Sign.Lead) || line[first].Is(Sign.Break)))
            first++;
        return first;
    }

    private static bool Asks(ReportLine line, int first, int end)
    {
        var at = AfterLead(line, first, end);
        if (at >= end)
            return false;
        if (line[at].Is(Sign.Wh) && !(line.Says(at, "what") && line.Says(at + 1, "a", "an")))
            return true;
        if (line[at].Is(Sign.Request) || HasAskingAccent(line.TextOf(at)))
            return true;
        if (
            line[at].Is(Sign.Aux)
            && (
                LanguagePacks.Of(line.Language).ReportGrammar.TurnsToAsk
                    ? IsTurned(line, at)
                    : !line[at].Is(Sign.Learned) || EndsAsking(line, end)
            )
        )
        {
            return true;
        }

        if (!EndsAsking(line, end))
            return false;
        if (line.Says(at, "si", "if", "y si", "what if"))
            return true;
        for (var i = at; i < end; i++)
        {
            if (line[i].IsAny(Told))
                return line[at].IsAny(Signs.Of(Sign.Wh, Sign.Aux, Sign.Request));
        }

        return end - at > 1 || line[at].Look == Look.Word;
    }

    /// <summary>"does the retake count", but not "did the study guide".</summary>
    private static bool IsTurned(ReportLine line, int at) =>
        line.Says(at, "did", "was", "have", "am", "may")
            ? line.Says(at + 1, "you", "u", "it", "we", "they", "he", "she", "anyone")
            : line.Is(at + 1, Sign.You)
                || line.Is(at + 1, Sign.Peer)
                || (line.Says(at, "is") && at + 4 < line.Count && line[at + 1].IsNumber)
                || (line.IsNoun(at + 1) && line.Says(at, "is", "are", "do", "does", "should", "isnt"));

    /// <summary>"cuándo", "qué", "cómo": with an accent they ask.</summary>
    private static bool HasAskingAccent(ReadOnlySpan<char> typed) =>
        typed.Length is > 2 and < 8
        && typed[0] is 'q' or 'Q' or 'c' or 'C' or 'd' or 'D'
        && (
            typed.Equals("qué", StringComparison.OrdinalIgnoreCase)
            || typed.Equals("cuándo", StringComparison.OrdinalIgnoreCase)
            || typed.Equals("cómo", StringComparison.OrdinalIgnoreCase)
            || typed.Equals("cuál", StringComparison.OrdinalIgnoreCase)
            || typed.Equals("dónde", StringComparison.OrdinalIgnoreCase)
            || typed.Equals("quién", StringComparison.OrdinalIgnoreCase)
            || typed.StartsWith("cuánt", StringComparison.OrdinalIgnoreCase)
        );

    /// <summary>"quizzed me", "me ayudó": somebody else's act, but about the one who writes.</summary>
    private static bool IsToMe(ReportLine line, int at) =>
        line.TextOf(at) is var said
        && (
            said.EndsWith(" me", StringComparison.OrdinalIgnoreCase)
            || said.StartsWith("me ", StringComparison.OrdinalIgnoreCase)
            || said.Equals("me", StringComparison.OrdinalIgnoreCase)
            || said.Equals("nos", StringComparison.OrdinalIgnoreCase)
        );

    private static bool EndsAsking(ReportLine line, int end)
    {
        for (var i = end - 1; i < line.Count; i++)
        {
            if (line[i].IsMark)
                return line[i].Look == Look.Question;
        }

        return false;
    }

    private static bool Foretells(ReportLine line, int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (line[i].Is(Sign.Future) && !line[i].Is(Sign.NotFuture))
                return true;
            if (line[i].IsAny(Told) && i + 1 < end && !line.Is(i, Sign.Better))
                return false;
        }
        return false;
    }

    private static bool IsOfOthers(ReportLine line, int first, int end)
    {
        var at = AfterLead(line, first, end);
        while (
            at < end
            && (line[at].Is(Sign.Me) || line.Says(at, "the", "el", "la", "los", "las", "our", "un", "una", "a", "this"))
            && !line.Says(at, "i", "im", "me", "yo", "we", "ive")
            && !line[at].IsAny(Others)
        )
        {
            at++;
        }

        if (at < end && !line[at].IsAny(Others) && at + 1 < end && line.IsNoun(at) && line[at + 1].IsAny(Others))
            at++;
        if (at >= end || !line[at].IsAny(Others))
            return false;
        for (var i = at + 1; i < end; i++)
        {
            if (
                line[i].Is(Sign.Me)
                || (line[i].Is(Sign.Says) && line[at].Is(Sign.Adult))
                || line[i].Is(Sign.Total)
                || IsToMe(line, i)
            )
            {
                return false;
            }
        }

        return true;
    }
}
