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

    /// <summary>The part the words name, whatever they want with it.</summary>
    public static Fields Names(string text) =>
        Part().Match(text) is { Success: true } part ? PartOf(part.Groups["part"].Value) : Fields.None;

    /// <summary>
    /// The draft with what the words put in: "my plan is …", "it should say …"; null where they put in nothing.
    /// </summary>
    public static GoalDraft? Put(GoalDraft draft, string text)
    {
        if ((PutByName(draft, text) ?? TakenOut(draft, text) ?? LeftOut(draft, text)) is { } byName)
        {
            return byName;
        }

        if (Why().Match(text) is { Success: true } why && Worth(why) is { } because)
        {
            return draft.Settle(Fields.Reason) with { Reason = because };
        }

        if (
            Is().Match(text) is { Success: true } said
            && Worth(said) is { } now
            && !IsToChange().IsMatch(text[said.Index..])
        )
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

    /// <summary>
    /// What is put in with the name of its part, or called by a new name: plain enough to be heard at any question.
    /// Null for other words.
    /// </summary>
    public static GoalDraft? PutByName(GoalDraft draft, string text)
    {
        // "That's not why, it's cause …" puts right a reason, and names nothing.
        if (Why().IsMatch(text))
        {
            return null;
        }

        if (IsWrong().Match(text) is { Success: true } wrong && Worth(wrong) is { } right)
        {
            return PartOf(wrong.Groups["part"].Value) switch
            {
                Fields.Plan => draft.Settle(Fields.Plan) with { Plan = right },
                Fields.Reason => draft.Settle(Fields.Reason) with { Reason = right },
                _ => null,
            };
        }

        if (
            (ChangeTo().Match(text) is { Success: true } change ? change : PartFirst().Match(text))
                is { Success: true } told
            && Worth(told) is { } anew
        )
        {
            return PartOf(told.Groups["part"].Value) switch
            {
                Fields.Plan => draft.Settle(Fields.Plan) with { Plan = anew },
                Fields.Reason => draft.Settle(Fields.Reason) with { Reason = anew },
                Fields.What => Reworded(draft, anew),
                _ => null,
            };
        }

        if (
            (Calls().Match(text) is { Success: true } calls ? calls : IsAbout().Match(text)) is { Success: true } called
            && Worth(called) is { } name
        )
        {
            return Reworded(draft, name);
        }

        if (
            (
                ItSays().Match(text) is { Success: true } says
                    ? Swapped(draft, says.Groups["old"].Value.Trim(), Worth(says))
                    : null
            ) is
            { } swapped
        )
        {
            return swapped;
        }

        if (
            Replacement.OfWords(text) is var (now, old)
            && (draft.Wish ?? draft.FirstWords) is var wish
            && Corrections.Whole(wish, old) is { } at
        )
        {
            return Says(draft, wish[..at] + now + wish[(at + old.Length)..]);
        }

        return null;
    }

    /// <summary>How sure the student says to be, from 1 to 10, where the words speak of that.</summary>
    public static int? Confidence(string text, TextLanguage language) =>
        Sure().IsMatch(text) || NumberFirst().IsMatch(text) ? AnswerReader.ReadScale(text, 1, 10, language) : null;

    /// <summary>
    /// The goal in other words, in place of all that was said it is about; its numbers where the words tell both.
    /// </summary>
    public static GoalDraft Reworded(GoalDraft draft, string text)
    {
        var language = LanguageReader.Detect(text);
        var said = Lead().Replace(Longest(text), string.Empty, 1).Trim(' ', '.', ',', '!', '?', '"', ':');
        var words = Gist.Answer(Gist.Wish(said, GoalReader.Read(said, DateOnly.MinValue, language)) ?? said);
        var told = MeasureAnswers.WithNumbers(draft with { Measure = Measure.None }, said, language);
        return Says(told.Measure == Measure.None ? draft : told, words) with { Rewords = false };
    }

    /// <summary>"I said science. get my science grade up": the sentence that says most.</summary>
    private static string Longest(string text) =>
        text.Split(['.', '!', '?', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .MaxBy(part => part.Length)
        ?? text;

    /// <summary>"It says getting sent?? its getting sent out": the old words in whichever part they stand.</summary>
    private static GoalDraft? Swapped(GoalDraft draft, string old, string? now)
    {
        if (now is null || old.Length < 3)
        {
            return null;
        }

        return In(draft.What) is { } what ? draft with { What = what }
            : In(draft.Wish) is { } wish ? draft with { Wish = wish }
            : In(draft.FirstWords) is { } first ? draft with { Wish = first, What = null }
            : In(draft.Plan) is { } plan ? draft with { Plan = plan }
            : In(draft.Reason) is { } reason ? draft with { Reason = reason }
            : null;

        string? In(string? words) =>
            words?.Contains(old, StringComparison.OrdinalIgnoreCase) == true
            && !words.Contains(now, StringComparison.OrdinalIgnoreCase)
                ? words.Replace(old, now, StringComparison.OrdinalIgnoreCase)
                : null;
    }

    /// <summary>"Why does it say "i just did" lol take that out": those words leave the part they stand in.</summary>
    private static GoalDraft? TakenOut(GoalDraft draft, string text)
    {
        if (!TakeOut().IsMatch(text) || Quoted().Match(text) is not { Success: true } quoted)
            return null;
        var words = quoted.Groups["words"].Value.Trim(' ', '.', ',', '"', '\'', '?', '!');
        return In(draft.Wish ?? draft.FirstWords) is { } wish ? Says(draft, wish)
            : In(draft.Plan) is { } plan ? draft with { Plan = plan }
            : In(draft.Reason) is { } reason ? draft with { Reason = reason }
            : null;

        string? In(string? said) =>
            words.Length >= 3
            && said?.IndexOf(words, StringComparison.OrdinalIgnoreCase) is { } at and >= 0
            && said.Remove(at, words.Length).Trim(' ', '.', ',', '!', '?') is { Length: >= 3 } rest
                ? Gist.Answer(rest.Replace("  ", " ", StringComparison.Ordinal))
                : null;
    }

    [GeneratedRegex(
        @"\b(?:take|remove|delete|get rid of|erase|drop|quita\w*|borra\w*|saca\w*)\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex TakeOut();

    [GeneratedRegex(
        @"[""“”'‘](?<words>[^""“”]{3,60})[""“”'’]"
            + @"|\b(?:says?|said|dice) (?<words>.{3,60}?)[?,.]? (?:lol |can u |can you |just |pls "
            + @"|please )*(?:take|remove|delete|quita|borra)\b"
            + @"|\b(?:take|remove|delete|erase|drop|quita|borra) (?:out |off )?(?:the |el |la )?(?:part |words? "
            + @"|parte )?(?<words>.{3,60}?)(?: out| off| part)?[.!?]*$",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Quoted();

    /// <summary>"Wait it left out the library on saturdays": it belongs to the plan as well.</summary>
    private static GoalDraft? LeftOut(GoalDraft draft, string text) =>
        Forgot().Match(text) is { Success: true } forgot && Worth(forgot) is { } more
            ? draft.Plan is { } plan && $"{plan}, {more}" is { Length: <= Goal.MaxLength } both
                ? draft with
                {
                    Plan = both,
                }
                : draft.Settle(Fields.Plan) with
                {
                    Plan = more,
                }
            : null;

    [GeneratedRegex(
        @"\b(?:(?:it|u|you|that|the plan) (?:left out|forgot|missed|(?:is|are) missing|doesn'?t (?:say|have))"
            + @"|le falta|falt[oó](?: lo de)?|se te olvid[oó])"
            + @" (?:about |to put |to say |the part about )?(?<now>(?:the |my |that |el |la |que )?\p{L}.+)",
        RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.NonBacktracking
    )]
    private static partial Regex Forgot();

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
            'n' when word.StartsWith("na", StringComparison.OrdinalIgnoreCase) => Fields.What,
            'n' when word.StartsWith("no", StringComparison.OrdinalIgnoreCase) => Fields.What,
            't' when word.StartsWith("ti", StringComparison.OrdinalIgnoreCase) => Fields.What,
            'r' or 'w' or 'p' => Fields.Reason,
            'd' or 'f' => Fields.Deadline,
            'n' or 't' => Fields.Measure,
            _ => Fields.What,
        };

    /// <summary>"Change my plan to …", "put the goal as …".</summary>
    [GeneratedRegex(
        @"\b(?:change|make|put|set|fix|edit|update|cambia\w*|pon\w*|corrige) (?:the |my |el |la |mi )"
            + @"(?<part>plan|reason|why|goal|name|title|raz[oó]n|porqu[eé]|meta|nombre)(?: of (?:it|the goal))?"
            + @",? (?:to|as|into|a|por)\b:?\s*(?<now>.+)",
        RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.NonBacktracking
    )]
    private static partial Regex ChangeTo();

    /// <summary>"The goal. getting sent out of class", "plan: read before bed".</summary>
    [GeneratedRegex(
        @"^\s*(?:no,? )?(?:the |my |el |la |mi )?"
            + @"(?<part>plan|reason|why|goal|name|title|raz[oó]n|porqu[eé]|meta|nombre)\s*[.:]+\s*(?<now>.+)",
        RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.NonBacktracking
    )]
    private static partial Regex PartFirst();

    /// <summary>"Call it …".</summary>
    [GeneratedRegex(
        @"\b(?:(?:re)?(?:call|name) it(?: to)?|ll[aá]m(?:al[ao]|ale)|ponle de nombre) (?<now>.+)",
        RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.NonBacktracking
    )]
    private static partial Regex Calls();

    /// <summary>"It's not about my phone, it's science": a number in its place is a correction of a number.</summary>
    [GeneratedRegex(
        @"\b(?:no es (?:sobre|de) (?:mi |el |la )?[\p{L} ]+?[,.;]? (?:es|sino)(?: sobre)?"
            + @"|(?:it'?s|that'?s) not (?:about |for )?(?:my |the )?[\p{L} ]+?[,.;]? (?:it'?s|but)(?: about)?"
            + @") (?<now>\D+)",
        RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.NonBacktracking
    )]
    private static partial Regex IsAbout();

    [GeneratedRegex(
        @"\bit (?:still )?says (?<old>[^?!.,]+)[?!.,]+\s*(?:it'?s|it should (?:say|be)|it'?s supposed to (?:say|be))"
            + @" (?<now>.+)",
        RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.NonBacktracking
    )]
    private static partial Regex ItSays();

    /// <summary>What stands before the words themselves: "i said", "um its".</summary>
    [GeneratedRegex(
        @"^\s*(?:(?:i (?:just )?(?:said|meant|mean|want it to say)|no|ok(?:ay)?|like|um+|uh+|just|so|it'?s|about"
            + @"|dije|digo|pues|es)[\s,:.]+)+",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Lead();

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
            + @"(?<part>plan|reason|why|date|day|number|target|goal|name|title|raz[oó]n|porqu[eé]|fecha|n[uú]mero"
            + @"|meta"
            + @"|nombre)\b",
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

    /// <summary>"The plan is wrong its ask to sit at the art table", "ese no es mi plan. es …".</summary>
    [GeneratedRegex(
        @"\b(?<part>plan|reason|why|raz[oó]n|porqu[eé]) (?:is|es|est[aá]) (?:wrong|weird|not right|mal|raro)[,.;]?\s+"
            + @"(?:it'?s|it is|it should be|es|debe ser) (?<now>.+)",
        RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.NonBacktracking
    )]
    private static partial Regex IsWrong();

    /// <summary>"thats not why its cause i wanna stay", "el porqué está mal. es porque me pierdo banda".</summary>
    [GeneratedRegex(
        @"\b(?:why|reason|porqu[eé]|raz[oó]n)\b.*\b(?:it'?s|is|es|era)"
            + @" (?:importante |important )?(?<now>(?:because|'?cause|cuz|bc|porque|pq|xq) .+)",
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
