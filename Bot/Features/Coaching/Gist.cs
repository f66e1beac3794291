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
        if (Weakness(text) is { } weakness)
            return weakness;
        var said = WithoutFeeling(WithoutLead(text));
        if (said.Length < text.Trim().Length && WordCount.Of(said) < 2)
            return null;
        return Core(said, reading, text) ?? (said.Length < text.Trim().Length ? said : null);
    }

    /// <summary>
    /// "Im in 7th and i suck at spelling the science words" is about spelling the science words; the scolding of
    /// oneself is no part of a goal.
    /// </summary>
    public static string? Weakness(string text)
    {
        if (Scolding().Match(text) is not { Success: true } scolding)
            return null;
        var what = AsideWords().Replace(UpToNext(text[(scolding.Index + scolding.Length)..], 0), string.Empty);
        return what.Length > 2 && IsNamed(what) ? what : null;
    }

    [GeneratedRegex(
        @"\b(?:i|i'?m|im|i am|yo|soy)\b(?: (?:really|so|just|kinda|always|also|like|super|muy|re|bien))*"
            + @" (?:sucks?|bad|terrible|horrible|awful|trash|not (?:very |that |so |really )?good"
            + @"|the (?:fastest|best|slowest|worst)(?: in (?:my|the) \p{L}+)?|mal[oa]|p[eé]sim[oa])"
            + @" (?:at|in|with|en|para|con) ",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Scolding();

    [GeneratedRegex(
        @"(?:\s+(?:almost|lol|rn|right now|tbh|idk|ig|i guess|sometimes|jaja))+\s*$",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex AsideWords();

    /// <summary>"Ive been missing a lot of school and i feel really bad about it": what it is about.</summary>
    private static string WithoutFeeling(string text) =>
        Feeling().Match(text) is { Success: true, Index: > 0 } feeling && WordCount.Of(text[..feeling.Index]) >= 3
            ? text[..feeling.Index].TrimEnd(' ', ',', '.')
            : text;

    [GeneratedRegex(
        @"(?:,|\.|\band|\by|\bbut)?\s*\b(?:i feel (?:really |so |kinda |very )?(?:bad|sad|guilty|dumb|stupid"
            + @"|awful|terrible)|it makes me (?:sad|mad|feel)"
            + @"|me siento (?:muy |bien |re )?(?:mal|triste|culpable))\b.*$",
        RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.NonBacktracking
    )]
    private static partial Regex Feeling();

    private static string? Core(string said, GoalReading reading, string text)
    {
        var talks = IsTalk(said.Length <= ShortEnough ? said : text.Trim());
        if (said.Length <= LongestSentence && !talks)
            return null;
        foreach (Match lead in Wishing().Matches(said))
        {
            var wish = UpToNext(said[lead.Index..], lead.Length);
            if (wish[Math.Min(lead.Length, wish.Length)..] is var named && WordCount.Of(named) >= 2 && IsNamed(named))
                return wish;
        }

        if (
            reading.Specific is { } span
            && text.Substring(span.Start, span.Length).Trim() is var cut
            && (WordCount.Of(cut) > 2 ? cut : SentenceOf(text, span)) is var what
            && WordCount.Of(what) >= 2
            && !OfTalk().IsMatch(what)
        )
        {
            return what;
        }

        return Subject().Match(said) is { Success: true } subject ? subject.Value : Course(said, reading.Language);
    }

    /// <summary>"I wanted to talk about …" is talk, however specific what it is about.</summary>
    [GeneratedRegex(
        @"\b(?:talk|tell|ask|say|hablar|decir|contar)\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex OfTalk();

    /// <summary>What an answer to "what exactly?" names, without the talk around it.</summary>
    public static string What(string text, GoalReading reading) =>
        WithoutLead(text) is var said
        && (said.Length > ShortEnough || IsTalk(said) || said.Length < text.Trim().Length)
        && reading.Specific is { } span
        && SentenceOf(text, span) is var what
        && WordCount.Of(what) >= 2
            ? what
        : BeforeComplaint(said) is { } named ? named
        : WordCount.Of(said) >= 1 && said.Length > 1 ? said
        : text.Trim();

    /// <summary>"The mile!! its so bad we run it in PE": what is named before the talk about it.</summary>
    private static string? BeforeComplaint(string said) =>
        Complaint().Match(said) is { Success: true, Index: > 2 } complaint
        && said[..complaint.Index].Trim(' ', ',', ';', '.', '!', '?') is { Length: > 2 } named
            ? named
            : null;

    [GeneratedRegex(
        @"[.!?]+\s+(?:its|it'?s|i|im|i'?m|we|they|he|she|because|cuz|bc|es que|es|est[aá]|me|no)\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Complaint();

    /// <summary>A subject that is named: "science"; null where none is.</summary>
    public static string? Course(string text, TextLanguage language)
    {
        foreach (ref readonly var token in Statement.Of(text, language).Tokens)
        {
            if (token.IsAny(Word.Bit(WordClass.Course) | Word.Bit(WordClass.Skill)))
                return text[token.Start..token.End];
        }

        return null;
    }

    /// <summary>The sentence something stands in, up to where it turns to something else.</summary>
    private static string SentenceOf(string text, TextSpan span)
    {
        var start = 0;
        foreach (Match end in SentenceEnd().Matches(text))
        {
            if (end.Index + end.Length <= span.Start)
                start = end.Index + end.Length;
        }

        var said = WithoutLead(text[start..]);
        var from = Math.Max(0, said.Length - (text.Length - span.Start) + span.Length);
        return UpToNext(said, Math.Min(from, said.Length));
    }

    /// <summary>Without a greeting, "ok so", "my teacher wrote me this one:" and the like before the wish.</summary>
    public static string WithoutLead(string text)
    {
        var said = text.Trim();
        while (Hello().Match(said) is { Success: true, Length: > 0 } hello && WordCount.Of(said[hello.Length..]) >= 1)
            said = said[hello.Length..].TrimStart();
        return said;
    }

    /// <summary>An answer without a question or a word of complaint before it: "lol why. i go to tutoring".</summary>
    public static string Answer(string text)
    {
        var said = text.Trim();
        while (
            SentenceEnd().Match(said) is { Success: true } end
            && end.Index + end.Length < said.Length
            && said[..end.Index] is var first
            && (
                (
                    end.Value.Contains('?', StringComparison.Ordinal)
                    && AsksOrSighs().IsMatch(first)
                    // "Um i could leave it on the shelf?" proposes something.
                    && !Proposes().IsMatch(first)
                ) || (WordCount.Of(first) < FewWords && AsksOrSighs().IsMatch(first))
            )
            && said[(end.Index + end.Length)..].TrimStart() is var rest
            && WordCount.Of(rest) >= FewWords
        )
        {
            said = rest;
        }

        return WithoutTail(said);
    }

    [GeneratedRegex(
        @"\bi (?:could|can|will|would|might|cud)\b|\b(?:puedo|podr[ií]a|voy a)\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Proposes();

    /// <summary>Without "i guess", "lol" and the like behind it.</summary>
    private static string WithoutTail(string text) =>
        Tail().Replace(text, string.Empty) is var rest && WordCount.Of(rest) >= 2 ? rest : text;

    [GeneratedRegex(
        @"(?:[\s,.]+(?:i guess|ig|idk|lol|lmao|haha|or something|or whatever|tho|though|supongo|creo|jaja+"
            + @"|o algo))+[\s.!]*$",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Tail();

    /// <summary>What stands before an answer and is none: a question of theirs, a sigh.</summary>
    [GeneratedRegex(
        @"^\W*(?:lol|lmao|haha\w*|bro|bruh|dude|ugh+|omg|idk|um+|uh+|hmm*|ok(?:ay)?|fine|whatever|huh|what|why"
            + @"|how|who|when|where|do|does|can"
            + @"|is|are|well|no|yes|yeah|jaja\w*|ay|pues|bueno|que|qu[eé]|por qu[eé]|c[oó]mo|para qu[eé])\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex AsksOrSighs();

    /// <summary>"I said already, the hearts on the wall": what was said, without the words that it was.</summary>
    public static string WithoutSaid(string text) =>
        Said().Replace(text.Trim(), string.Empty, 1) is var rest && WordCount.Of(rest) >= 2 ? rest : text.Trim();

    [GeneratedRegex(
        @"^(?:no,? |ugh,? |bro,? |um,? )?(?:like )?(?:i (?:just |already )?(?:said|told (?:u|you))(?: already"
            + @"| that)?|ya (?:te )?dije"
            + @"|te (?:acabo de decir|dije))[\s,.:!]+",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Said();

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

    private static bool IsNamed(string after)
    {
        var words = after.Split([' ', ',', '.', '!', '?'], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0 || char.IsAsciiDigit(words[0][0]))
            return false;
        // "I wanna get it up to a 75" names nothing either.
        if (words is ["get" or "bring" or "have" or "make" or "sacar" or "subir", var what, ..])
            return !NamesNothing.Contains(what, StringComparer.OrdinalIgnoreCase) && !char.IsAsciiDigit(what[0]);
        // "I want to be absent less" names something, "i want it to be a 75" does not.
        return words is ["be", var next, ..]
            ? !char.IsAsciiDigit(next[0]) && !NamesNoState.Contains(next, StringComparer.OrdinalIgnoreCase)
            : !NamesNothing.Contains(words[0], StringComparer.OrdinalIgnoreCase);
    }

    private static readonly string[] NamesNoState = ["a", "an", "at", "like", "above", "over", "under", "around", "in"];

    [GeneratedRegex(
        @"\s*(?:[!?;\n]+|\.+(?:\s|$)|,\s+(?:ahorita|ahora|right now|rn|now|voy a|i will|i'?ll|i'?m gonna|im going)\b"
            + @"|,\s+like\s|,?\s+(?:because|cause|cuz|bc|but|so that|and (?:then|i|my)|porque|pero|para que|y (?:mi"
            + @"|luego"
            + @"|yo))\b)",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Clause();

    /// <summary>What stands before a wish and is no part of it.</summary>
    [GeneratedRegex(
        @"^(?:(?:hello|hi|hey|hola|buen[ao]s (?:d[ií]as|tardes|noches)|good (?:morning|afternoon|evening|day))"
            + @"(?: there| coach)?[,.!]*\s+"
            + @"|(?:ok(?:ay)?|so|um+|uh+|well|like|no|nah|its ok|it'?s ok(?:ay)?|pues|bueno|este|oye)[,.!]*\s+"
            + @"|(?:(?:a |the |my |one )?(?:new|second|other|next)(?: one| goal)?(?: is)?|my goal(?: is)?|i said"
            + @"|i just said|otra(?: meta)?|mi meta(?: es)?)\s*[:.,]+\s*"
            + @"|my (?:teacher|mom|dad|coach|counselor) (?:wrote|gave|made|says?|told|set)\b[^:.]{0,30}:\s*"
            + @"|mi (?:maestr[ao]|profe|mam[aá]|pap[aá]) (?:me )?(?:escribi[oó]|dio|puso|dice)\b[^:.]{0,30}:\s*)",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Hello();

    /// <summary>"my science grade": what the talk is about.</summary>
    [GeneratedRegex(
        @"\b(?:my|mi|mis) (?:\p{L}+ ){0,2}(?:grades?|class|scores?|time|reading|writing|homework|attendance|gpa"
            + @"|average"
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
