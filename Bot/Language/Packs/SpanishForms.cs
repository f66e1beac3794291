namespace Milestones.Language.Packs;

/// <summary>The forms of a Spanish word that a student's goal, plan or report can hold, without accents.</summary>
internal static class SpanishForms
{
    private static readonly string[] Clitics = ["", "me", "se", "lo", "la", "los", "las", "le", "les", "nos"];

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
        var space = word.IndexOf(' ', StringComparison.Ordinal);
        var (head, rest) = space < 0 ? (word, "") : (word[..space], word[space..]);
        yield return (PluralOf(head) + rest, WordClass.Plural);
    }

    private static IEnumerable<(string, WordClass?)> Adjective(string word)
    {
        yield return (word, null);
        yield return (PluralOf(word), WordClass.Plural);
        if (word is not [.., 'o'])
            yield break;
        yield return (word[..^1] + "a", null);
        yield return (word[..^1] + "as", WordClass.Plural);
    }

    private static string PluralOf(string word) =>
        word switch
        {
            [.., 'z'] => word[..^1] + "ces",
            [.., 'a' or 'e' or 'i' or 'o' or 'u'] => word + "s",
            { Length: > 3 } and [.., 's'] => word,
            _ => word + "es",
        };

    private static IEnumerable<(string, WordClass?)> Verb(string phrase, string[] irregular)
    {
        var space = phrase.IndexOf(' ', StringComparison.Ordinal);
        var (verb, rest) = space < 0 ? (phrase, "") : (phrase[..space], phrase[space..]);
        if (verb.EndsWith("se", StringComparison.Ordinal))
            verb = verb[..^2];
        foreach (var clitic in Clitics)
            yield return (verb + clitic + rest, WordClass.Base);
        if (verb.Length < 3)
            yield break;
        var (stem, isA) = (verb[..^2], verb[^2] == 'a');
        foreach (var (ending, wordClass) in isA ? EndingsA : EndingsE)
            yield return (stem + ending + rest, wordClass);
        yield return (verb + "e" + rest, WordClass.Future);
        yield return (verb + "emos" + rest, WordClass.Future);
        yield return (verb + "a" + rest, WordClass.Future);
        yield return (verb + "ia" + rest, WordClass.Modal);
        foreach (var clitic in Clitics)
            yield return (stem + (isA ? "ando" : "iendo") + clitic + rest, WordClass.Ing);
        foreach (var (ending, spelled) in SpellingOf(stem, isA))
            yield return (spelled + ending + rest, ending.Length == 1 && isA ? WordClass.Past : WordClass.First);
        // Irregular forms are listed as form:class, "hago:First".
        foreach (var form in irregular)
        {
            var colon = form.IndexOf(':', StringComparison.Ordinal);
            yield return (form[..colon] + rest, Enum.Parse<WordClass>(form[(colon + 1)..]));
        }
    }

    private static readonly (string, WordClass)[] EndingsA =
    [
        ("o", WordClass.First),
        ("amos", WordClass.First),
        ("a", WordClass.ThirdPerson),
        ("an", WordClass.ThirdPerson),
        ("as", WordClass.ThirdPerson),
        ("e", WordClass.Past),
        ("aste", WordClass.Past),
        ("aron", WordClass.Past),
        ("ado", WordClass.Past),
        ("aba", WordClass.Past),
        ("emos", WordClass.First),
        ("en", WordClass.ThirdPerson),
    ];

    private static readonly (string, WordClass)[] EndingsE =
    [
        ("o", WordClass.First),
        ("emos", WordClass.First),
        ("imos", WordClass.First),
        ("e", WordClass.ThirdPerson),
        ("en", WordClass.ThirdPerson),
        ("es", WordClass.ThirdPerson),
        ("i", WordClass.Past),
        ("io", WordClass.Past),
        ("iste", WordClass.Past),
        ("ieron", WordClass.Past),
        ("ido", WordClass.Past),
        ("ia", WordClass.Past),
        ("a", WordClass.First),
        ("amos", WordClass.First),
    ];

    /// <summary>c, g and z keep their sound before another vowel: llegue, practique, empiece.</summary>
    private static IEnumerable<(string Ending, string Stem)> SpellingOf(string stem, bool isA)
    {
        var changed = (isA, stem[^1]) switch
        {
            (true, 'g') => stem + "u",
            (true, 'c') => stem[..^1] + "qu",
            (true, 'z') => stem[..^1] + "c",
            _ => null,
        };
        if (changed is null)
            yield break;
        yield return ("e", changed);
        yield return ("emos", changed);
    }
}
