using System.Text.RegularExpressions;
using Milestones.Language;

namespace Milestones.Features.Coaching;

/// <summary>
/// What of a longer text stands in the goal: the student's own words, without the talk around them. "Hey um so i just
/// said running?? i do xc and i wanna get my mile down" wishes to get a mile down.
/// </summary>
internal static partial class Gist
{
    private const int ShortEnough = 60;

    private const int LongestSentence = 160;

    private const int FewWords = 4;

    /// <summary>The wish in a goal's first words; null where they are short or one sentence that says it all.</summary>
    public static string? Wish(string text, GoalReading reading)
    {
        var said = Hello().Replace(text.Trim(), string.Empty, 1);
        if (said.Length < text.Trim().Length && WordCount.Of(said) < 2)
            return null;
        return Core(said, reading, text) ?? (said.Length < text.Trim().Length ? said : null);
    }

    private static string? Core(string said, GoalReading reading, string text)
    {
        if (said.Length <= ShortEnough || (said.Length <= LongestSentence && !IsTalk(said)))
            return null;
        foreach (Match lead in Wishing().Matches(said))
        {
            var wish = UpToNext(said[lead.Index..], lead.Length);
            if (wish[Math.Min(lead.Length, wish.Length)..] is var named && WordCount.Of(named) >= 2 && IsNamed(named))
                return wish;
        }

        if (
            reading.Specific is { } span
            && text.Substring(span.Start, span.Length).Trim() is var what
            && WordCount.Of(what) >= 2
        )
        {
            return what;
        }

        return Subject().Match(said) is { Success: true } subject ? subject.Value : null;
    }

    /// <summary>An answer without a question or a word of complaint before it: "lol why. i go to tutoring".</summary>
    public static string Answer(string text)
    {
        var said = text.Trim();
        while (
            SentenceEnd().Match(said) is { Success: true } end
            && end.Index + end.Length < said.Length
            && said[..end.Index] is var first
            && (end.Value.Contains('?', StringComparison.Ordinal) || WordCount.Of(first) < FewWords)
            && said[(end.Index + end.Length)..].TrimStart() is var rest
            && WordCount.Of(rest) >= FewWords
        )
        {
            said = rest;
        }

        return said;
    }

    /// <summary>
    /// "idk do it on the bus i guess": what is said behind the doubt; the text itself where that is little.
    /// </summary>
    public static string WithoutDoubt(string text) =>
        Doubt().Replace(text.Trim(), string.Empty, 1) is var rest && WordCount.Of(rest) >= FewWords ? rest : text;

    [GeneratedRegex(
        @"^(?:(?:idk|i don'?t know|um+|uh+|hmm*|mm+|well|pues|no sé|no se,|eh+|este)[,.]*\s+)+",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Doubt();

    private static bool IsTalk(string text) =>
        Filler().IsMatch(text) || (SentenceEnd().Match(text) is { Success: true } end && end.Index < text.Length - 2);

    private static string UpToNext(string text, int from)
    {
        var end = Clause().Match(text, Math.Min(from, text.Length));
        return (end.Success ? text[..end.Index] : text).Trim(' ', ',', ';', '.', '!', '?');
    }

    /// <summary>A wish for something named: "i want it to be a 75" and "i wanted to talk about" name nothing.</summary>
    [GeneratedRegex(
        @"\b(?:i (?:really |just |also )?(?:want|wanna|need|gotta|hope|plan|would like|am trying|'?m trying)(?: to)?"
            + @"|i'?d like to|im trying to|my goal is(?: to)?|quiero|quisiera|me gustar[ií]a|necesito|mi meta es)\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Wishing();

    private static readonly string[] NamesNothing =
    [
        "it",
        "this",
        "that",
        "them",
        "be",
        "talk",
        "tell",
        "say",
        "ask",
        "help",
        "u",
        "you",
        "hablar",
        "decir",
        "contar",
        "preguntar",
        "que",
        "lo",
        "la",
    ];

    private static bool IsNamed(string after) =>
        !NamesNothing.Contains(
            after.TrimStart().Split(' ', 2)[0].Trim(',', '.', '!', '?'),
            StringComparer.OrdinalIgnoreCase
        );

    [GeneratedRegex(
        @"\s*(?:[!?;\n]+|\.+(?:\s|$)|,\s+(?:ahorita|ahora|right now|rn|now|voy a|i will|i'?ll|i'?m gonna|im going)\b"
            + @"|,?\s+(?:because|cause|cuz|bc|but|so that|and (?:then|i|my)|porque|pero|para que|y (?:mi|luego|yo))\b)",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Clause();

    /// <summary>A greeting before the wish.</summary>
    [GeneratedRegex(
        @"^(?:hello|hi|hey|hola|buen[ao]s (?:d[ií]as|tardes|noches)|good (?:morning|afternoon|evening|day))"
            + @"(?: there| coach)?[,.!]+\s*",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Hello();

    /// <summary>"my science grade": what the talk is about.</summary>
    [GeneratedRegex(
        @"\b(?:my|mi|mis) (?:\p{L}+ ){0,2}(?:grades?|class|scores?|time|reading|writing|homework|attendance|gpa|average"
            + @"|notas?|calificaci[oó]n(?:es)?|clase|promedio|tarea|lectura)(?: (?:de|en) \p{L}+)?\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Subject();

    [GeneratedRegex(
        @"^(?:hey|hi|hello|ok(?:ay)?|um+|uh+|so|well|like|lol|bruh|hola|bueno|pues|este|oye)\b|\b(?:um+|uh+|lol)\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Filler();

    [GeneratedRegex(@"[.!?]+(?:\s|$)|\n+", RegexOptions.NonBacktracking)]
    private static partial Regex SentenceEnd();
}
