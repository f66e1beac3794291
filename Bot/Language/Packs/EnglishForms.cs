namespace Milestones.Language.Packs;

/// <summary>
/// The forms of an English word. More are made than exist ("visitting"): a form nobody writes costs an entry, a form
/// missed costs a reading.
/// </summary>
internal static class EnglishForms
{
    public static IEnumerable<(string Form, WordClass? Class)> Of(string word, string kind, string[] irregular) =>
        kind switch
        {
            "noun" => Noun(word),
            "verb" => Verb(word, irregular),
            "adj" => Adjective(word),
            _ => [(word, null)],
        };

    private static IEnumerable<(string, WordClass?)> Noun(string word)
    {
        yield return (word, null);
        yield return (PluralOf(word), WordClass.Plural);
    }

    private static IEnumerable<(string, WordClass?)> Verb(string phrase, string[] irregular)
    {
        var space = phrase.IndexOf(' ', StringComparison.Ordinal);
        var (verb, rest) = space < 0 ? (phrase, "") : (phrase[..space], phrase[space..]);
        yield return (phrase, WordClass.Base);
        yield return (PluralOf(verb) + rest, WordClass.ThirdPerson);
        foreach (var stem in Stems(verb, "ing"))
            yield return (stem + "ing" + rest, WordClass.Ing);
        foreach (var form in irregular)
            yield return (form + rest, WordClass.Past);
        if (irregular.Length > 0)
            yield break;
        foreach (var stem in Stems(verb, "ed"))
            yield return (stem + "ed" + rest, WordClass.Past);
    }

    private static IEnumerable<(string, WordClass?)> Adjective(string word)
    {
        yield return (word, null);
        yield return (word + "ly", null);
        if (word.Contains(' ', StringComparison.Ordinal) || word.Length > 8)
            yield break;
        foreach (var stem in Stems(word, "er"))
        {
            yield return (stem + "er", null);
            yield return (stem + "est", null);
        }
    }

    private static string PluralOf(string word) =>
        word switch
        {
            [.., 'y'] when word.Length > 2 && !IsVowel(word[^2]) => word[..^1] + "ies",
            [.., 's' or 'x' or 'z'] or [.., 'c' or 's', 'h'] => word + "es",
            [.., 'd' or 'g', 'o'] => word + "es",
            _ => word + "s",
        };

    private static IEnumerable<string> Stems(string word, string ending)
    {
        if (word is [.., 'i', 'e'])
            return ending == "ing" ? [word[..^2] + "y"] : [word[..^1]];
        if (word is [.., 'e'] and not [.., 'e', 'e'])
            return [word[..^1]];
        if (word is [.., 'y'] && word.Length > 2 && !IsVowel(word[^2]))
            return ending == "ing" ? [word] : [word[..^1] + "i"];
        if (
            word.Length > 2
            && !IsVowel(word[^1])
            && IsVowel(word[^2])
            && !IsVowel(word[^3])
            && word[^1] is not ('w' or 'x' or 'y')
        )
        {
            return [word + word[^1], word];
        }

        return [word];
    }

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u';
}
