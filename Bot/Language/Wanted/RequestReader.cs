namespace Milestones.Language.Wanted;

/// <summary>How long messages shall keep quiet, in the words used.</summary>
/// <param name="Words">The words of the day, the event or the span: "january 5", "two weeks"; for a date
/// reader.</param>
/// <param name="IsSpan">Whether it is a length of time from now, not a day.</param>
internal sealed record QuietTime(string Words, bool IsSpan);

/// <summary>Reads the parts of a request that its intent leaves open. Pure rules, in both languages alike.</summary>
internal static class RequestReader
{
    private static readonly Lazy<RequestPattern[]> LazyPatterns = new(() =>
        [.. Resources.Lines("requests.txt").Select(line => new RequestPattern(line))]
    );

    private static readonly HashSet<string> Unnamed = new(StringComparer.Ordinal)
    {
        "my",
        "the",
        "this",
        "that",
        "a",
        "an",
        "one",
        "goal",
        "goals",
        "old",
        "last",
        "new",
        "first",
        "other",
        "whole",
        "only",
        "current",
        "same",
        "mi",
        "la",
        "esta",
        "esa",
        "una",
        "un",
        "meta",
        "it",
        "them",
        "all",
        "all of",
        "of",
        "old one",
        "me",
        "saved",
        "second",
        "these",
        "two",
        "nueva",
        "otra",
        "primera",
        "ultima",
        "vieja",
    };

    private static readonly HashSet<string> Opening = new(StringComparer.Ordinal)
    {
        "please",
        "pls",
        "plz",
        "can",
        "could",
        "would",
        "will",
        "you",
        "u",
        "hey",
        "hi",
        "hello",
        "ok",
        "okay",
        "coach",
        "i",
        "want",
        "to",
        "id",
        "like",
        "wanna",
        "need",
        "lets",
        "just",
        "puedes",
        "podrias",
        "por",
        "favor",
        "porfa",
        "hola",
        "oye",
        "quiero",
        "quisiera",
        "necesito",
        "a",
        "give",
    };

    /// <summary>The words that tell which goal is meant ("delete my math goal": "math"); null where none do.</summary>
    public static string? GoalNamed(string text)
    {
        var words = SpokenWord.Of(text);
        foreach (var pattern in LazyPatterns.Value)
        {
            if (pattern.Wish == "goal_named" && pattern.Fits(words, out var named) && Kept(words, named) is { } kept)
                return text[kept.Start..(kept.Start + kept.Length)];
        }

        return null;
    }

    /// <summary>Whether all goals are meant, not one.</summary>
    public static bool AllGoals(string text) => Find(SpokenWord.Of(text), "all_goals", out _);

    /// <summary>Until when or how long there shall be no messages; null where no words tell.</summary>
    public static QuietTime? Until(string text)
    {
        var words = SpokenWord.Of(text);
        if (Find(words, "until", out var named))
            return new QuietTime(TextOf(text, words, named), IsSpan: false);
        if (SpanOfTime(text, words) is { } span)
            return span;
        return Find(words, "day", out _) ? new QuietTime(text, IsSpan: false) : null;
    }

    /// <summary>
    /// The first request of some kinds that the words make, opening courtesies aside, and what it names.
    /// </summary>
    internal static (string Wish, string? Named)? First(string text, Func<string, bool> isOfKind)
    {
        ReadOnlySpan<SpokenWord> all = SpokenWord.Of(text);
        for (var start = 0; start < all.Length; start++)
        {
            var words = all[start..];
            foreach (var pattern in LazyPatterns.Value)
            {
                if (isOfKind(pattern.Wish) && pattern.Fits(words, out var named))
                    return (pattern.Wish, named.Equals(default) ? null : TextOf(text, words, named));
            }

            if (!Opening.Contains(all[start].Folded))
                return null;
        }
        return null;
    }

    private static bool Find(ReadOnlySpan<SpokenWord> words, string wish, out Range named)
    {
        foreach (var pattern in LazyPatterns.Value)
        {
            if (pattern.Wish == wish && pattern.Fits(words, out named))
                return true;
        }

        named = default;
        return false;
    }

    /// <summary>"for two weeks", "por unos dias", "over break": what follows must be a time.</summary>
    private static QuietTime? SpanOfTime(string text, SpokenWord[] words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (!IsTimeLead(words[i].Folded))
                continue;
            for (var k = i + 1; k < words.Length && k <= i + 4; k++)
            {
                if (IsTime(words[k].Folded))
                {
                    var isSpan = IsLength(words[k].Folded) && words[i].Folded is not ("next" or "this" or "esta");
                    var first = i + 1;
                    while (first < k && words[first].Folded is "like" or "about" or "around" or "maybe" or "como")
                        first++;
                    return new QuietTime(TextOf(text, words, first..(k + 1)), isSpan);
                }
            }
        }
        return null;
    }

    private static bool IsTimeLead(string word) =>
        word
            is "for"
                or "por"
                or "durante"
                or "during"
                or "over"
                or "in"
                or "en"
                or "next"
                or "this"
                or "esta"
                or "proxima"
                or "after"
                or "despues";

    private static bool IsLength(string word) =>
        word
            is "day"
                or "days"
                or "week"
                or "weeks"
                or "wk"
                or "wks"
                or "month"
                or "months"
                or "dia"
                or "dias"
                or "semana"
                or "semanas"
                or "mes"
                or "meses"
                or "hour"
                or "hours"
                or "while"
                or "bit"
                or "rato"
                or "ratito"
                or "weekend"
                or "now"
                or "ahora";

    private static bool IsTime(string word) =>
        IsLength(word) || (Concepts.All.OfWord(word) & Concepts.All.Named("dayname", "monthname", "away")) != 0;

    private static TextSpan? Kept(SpokenWord[] words, Range named)
    {
        var (start, length) = named.GetOffsetAndLength(words.Length);
        var end = start + length;
        while (start < end && Unnamed.Contains(words[start].Folded))
            start++;
        while (end > start && Unnamed.Contains(words[end - 1].Folded))
            end--;
        const int mostWords = 6;
        if (end <= start || end - start > mostWords)
            return null;
        var (first, last) = (words[start].Span, words[end - 1].Span);
        return new TextSpan(first.Start, last.Start + last.Length - first.Start);
    }

    private static string TextOf(string text, ReadOnlySpan<SpokenWord> words, Range named)
    {
        var (start, length) = named.GetOffsetAndLength(words.Length);
        var last = words[start + length - 1].Span;
        return text[words[start].Span.Start..(last.Start + last.Length)];
    }
}
