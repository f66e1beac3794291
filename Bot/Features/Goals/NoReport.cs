using System.Text.RegularExpressions;

namespace Milestones.Features.Goals;

/// <summary>Numbers and letters in words that tell of no result of one's own: they are never logged.</summary>
internal static partial class NoReport
{
    /// <summary>Of a plan, a wish, a rule or a sum: "that C+ by saturday seems fast", "keep it the B", "7x8".</summary>
    public static bool Is(string text) =>
        OfStep().IsMatch(text) || OfWish().IsMatch(text) || OfSum().IsMatch(text) || Asks().IsMatch(text);

    /// <summary>"That C+ by saturday seems fast": of what is planned, however much it sounds like news.</summary>
    public static bool IsOfStep(string text) => OfStep().IsMatch(text);

    /// <summary>Somebody else is told of: "fern only has 5 books", "mi prima lleva 12".</summary>
    public static bool IsOfOthers(string text) =>
        Other().Match(text) is { Success: true } other
        && !Own.Contains(other.Groups["who"].Value)
        && !SaysI().IsMatch(text);

    /// <summary>What has a number of one's own, and no other person.</summary>
    private static readonly HashSet<string> Own = new(StringComparer.OrdinalIgnoreCase)
    {
        "it",
        "that",
        "this",
        "which",
        "what",
        "who",
        "grade",
        "score",
        "average",
        "gpa",
        "class",
        "test",
        "quiz",
        "card",
        "chart",
        "total",
        "now",
        "goal",
        "promedio",
        "nota",
        "eso",
        "que",
        "meta",
        "total",
        "there",
        "everything",
        "todo",
        "already",
        "only",
        "just",
        "also",
    };

    [GeneratedRegex(
        @"^\W*(?:(?:yay|ok(?:ay)?|haha|lol|but|and|so|well|ja+|pero|y|my|mi|the|el|la)[\s,.!]+)*"
            + @"(?<who>\p{L}{2,})(?:[\s,]+(?:only|just|already|still|solo|ya|nom[aá]s))*"
            + @"\s+(?:has|tiene|lleva|va en)\s+(?:\p{L}+\s+)?\d",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Other();

    [GeneratedRegex(
        @"\b(?:i|i'?m|im|ive|yo|llevo|tengo|voy)\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex SaysI();

    [GeneratedRegex(
        @"^[^.!?]*\b(?:by|para|para el) \p{L}+\b[^.!?]*\b(?:seems?|sounds?|looks?|feels?|is|se me hace|parece|suena)"
            + @" (?:(?:a|an|like|kinda|kind of|really|so|way|pretty|too|very|muy|demasiado|bien)\s+)*"
            + @"(?:fast|soon|early|quick|hard|much|impossible|scary|weird|r[aá]pido|pronto|dif[ií]cil|imposible)\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex OfStep();

    [GeneratedRegex(
        @"(?:^|[.!?,;] *|\b(?:please|pls|just|lets|let's|(?:can|could) (?:we|u|you|i)) )(?:no |so |ok )?"
            + @"(?:keep|leave|make|set|put|change|move) (?:it|that|the goal|my goal)"
            + @"(?: (?:to|at|as|back|an?|the|like|only|just|be))* (?:\d|[a-f][+-]?(?:\W|$))"
            + @"|\bcan (?:it|we|i|u|you) (?:just |maybe |please )?(?:be|do|make|change|go|have|put|set)\b"
            + @"|\bi (?:can'?t|cannot|cant) do \d|\b(?:needs?|requires?|wants?|has to (?:be|have)) an? [a-f]\b"
            + @"|\b(?:d[eé]ja|ponla|ponlo|c[aá]mbia)(?:la|lo)?\b.*\d|\bpuede ser\b.*\d"
            + @"|\b(?:the )?syllabus says\b|\bgot (?:bent|lost|stolen|ripped|torn|wet|broken|cancell?ed)\b"
            + @"|^[^\d]*\b(?:did not|didn'?t|haven'?t) (?:get|got|have|gotten|reach\w*) (?:an? )?[a-f][+-]?\W",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex OfWish();

    [GeneratedRegex(@"\d\s*[x×*]\s*\d", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex OfSum();

    [GeneratedRegex(
        @"^\W*(?:(?:so|but|and|wait|ok|um+|y|pero)[\s,]+)*(?:(?:does|did|do) (?:i|u|you|it|that|this|we)"
            + @"|is (?:it|that)|what(?:'?s| is| are| do| does| did| if)|wdym|how (?:many|much|come)|why|when"
            + @"|por ?qu[eé]|cu[aá]nt[oa]s?|cu[aá]ndo)\b.*\d"
            + @"|\bif (?:half|one|that|it)\b.*\bcounts?\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Asks();
}
