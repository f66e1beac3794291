using System.Text.RegularExpressions;
using Milestones.Language;
using Milestones.Localization;
using Milestones.School;

namespace Milestones.Features.Coaching;

/// <summary>What words typed at the draft card say of a part of it, and which part they name.</summary>
internal static partial class DraftWords
{
    /// <summary>The parts in the order in which "Suggest.DraftPart" names them.</summary>
    private static readonly Fields[] Parts = [Fields.What, Fields.Measure, Fields.Deadline, Fields.Plan, Fields.Reason];

    /// <summary>
    /// The part whose name was tapped, or that the words call wrong; none where no single one is named.
    /// </summary>
    public static Fields Named(string text)
    {
        foreach (var names in Voice.InEveryLanguage("Suggest.DraftPart"))
        {
            for (var i = 0; i < names.Count && i < Parts.Length; i++)
            {
                if (names[i].Equals(text.Trim(), StringComparison.OrdinalIgnoreCase))
                {
                    return Parts[i];
                }
            }
        }

        // "Who sees my goal" and "save my goal" name it too, and want nothing changed.
        return Part().Match(text) is { Success: true } part && IsToChange().IsMatch(text)
            ? PartOf(part.Groups["part"].Value)
            : Fields.None;
    }

    /// <summary>
    /// The draft with what the words put in: "my plan is …", "it should say …"; null where they put in nothing.
    /// </summary>
    public static GoalDraft? Put(GoalDraft draft, string text)
    {
        if (Why().Match(text) is { Success: true } why && Worth(why) is { } because)
        {
            return draft.Settle(Fields.Reason) with { Reason = because };
        }

        if (Is().Match(text) is { Success: true } said && Worth(said) is { } now && !IsToChange().IsMatch(text))
        {
            return PartOf(said.Groups["part"].Value) switch
            {
                Fields.Plan => draft.Settle(Fields.Plan) with { Plan = now },
                Fields.Reason => draft.Settle(Fields.Reason) with { Reason = now },
                Fields.What when !now.Any(char.IsAsciiDigit) => Says(draft, now),
                _ => null,
            };
        }

        return
            Say().Match(text) is { Success: true } wording
            && Worth(wording) is { } words
            && !words.Any(char.IsAsciiDigit)
            ? Says(draft, words)
            : null;
    }

    /// <summary>How sure the student says to be, from 1 to 10, where the words speak of that.</summary>
    public static int? Confidence(string text, TextLanguage language) =>
        Sure().IsMatch(text) || NumberFirst().IsMatch(text) ? AnswerReader.ReadScale(text, 1, 10, language) : null;

    private static GoalDraft Says(GoalDraft draft, string words) =>
        draft with
        {
            Wish = words,
            What = null,
            FirstWordsAreSpecific = true,
        };

    /// <summary>What was put in, without what it is not to say: "submit my apps not im okay".</summary>
    private static string? Worth(Match said)
    {
        var now = Instead().Replace(said.Groups["now"].Value, string.Empty).Trim(' ', '.', ',', '!', '?', '"');
        return now.Length is >= 3 and <= Goal.MaxLength ? now : null;
    }

    private static Fields PartOf(string word) =>
        char.ToLowerInvariant(word[0]) switch
        {
            'p' when word.StartsWith("pl", StringComparison.OrdinalIgnoreCase) => Fields.Plan,
            'r' or 'w' or 'p' => Fields.Reason,
            'd' or 'f' => Fields.Deadline,
            'n' or 't' => Fields.Measure,
            _ => Fields.What,
        };

    /// <summary>"the plan is still wrong", "thats not my plan", "change the date", "mi plan está mal".</summary>
    [GeneratedRegex(
        @"\b(?:wrong|weird|not right|not my|change|fix|edit"
            + @"|est[aá] mal|es mal[ao]|no es mi|cambia\w*|corrige|arregla)\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex IsToChange();

    /// <summary>A part by its name.</summary>
    [GeneratedRegex(
        @"\b(?:the|my|el|la|mi) "
            + @"(?<part>plan|reason|why|date|day|number|target|goal|raz[oó]n|porqu[eé]|fecha|n[uú]mero|meta)\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Part();

    [GeneratedRegex(
        @"\b(?:the|my|mi|el|la) (?<part>plan|reason|why|goal|raz[oó]n|porqu[eé]|meta) "
            + @"(?:is|should be|will be|es|ser[ií]a|sea)"
            + @":? (?<now>.+)",
        RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.NonBacktracking
    )]
    private static partial Regex Is();

    /// <summary>"thats not why its cause i wanna stay", "el porqué está mal. es porque me pierdo banda".</summary>
    [GeneratedRegex(
        @"\b(?:why|reason|porqu[eé]|raz[oó]n)\b.*\b(?:it'?s|is|es|era)"
            + @" (?<now>(?:because|'?cause|cuz|bc|porque|pq) .+)",
        RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.NonBacktracking
    )]
    private static partial Regex Why();

    [GeneratedRegex(
        @"\b(?:it|the goal|goal|that|top part|la meta|eso)?\s*(?:should|can|could|to|just|que|debe|puede)"
            + @"(?: (?:it|the goal|la meta))?"
            + @" (?:say|read|decir|diga) (?<now>.+)",
        RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.NonBacktracking
    )]
    private static partial Regex Say();

    [GeneratedRegex(
        @",? (?:not|instead of|en vez de|y no) .*$",
        RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.NonBacktracking
    )]
    private static partial Regex Instead();

    /// <summary>"6. i work nights so i dont know": the card asks for a number from 1 to 10.</summary>
    [GeneratedRegex(@"^\s*(?:10|[1-9])(?:[.,!]\s|\s*/\s*10\b)", RegexOptions.NonBacktracking)]
    private static partial Regex NumberFirst();

    [GeneratedRegex(
        @"\b(?:confiden(?:ce|t)|how sure|sure|confianza|segur[oa])\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Sure();
}
