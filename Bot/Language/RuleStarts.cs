namespace Milestones.Language;

/// <summary>
/// Gives each word the rules a match of which can begin at it. From the rules to the words: to ask every word about
/// every rule was most of what a start cost.
/// </summary>
internal static class RuleStarts
{
    public static void Link(IEnumerable<Rule> rules, Word[] words, Word number)
    {
        var startingAt = words.Distinct().ToDictionary(word => word, _ => new List<Rule>());
        var members = Enum.GetValues<WordClass>().Select(_ => new List<Word>()).ToArray();
        foreach (var word in words)
        {
            for (var left = word.Classes; left != 0; left &= left - 1)
                members[(int)UInt128.TrailingZeroCount(left)].Add(word);
        }

        foreach (var rule in rules)
        {
            foreach (var word in Starts(rule).SelectMany(element => StartedBy(element, members, number)))
            {
                if (startingAt.TryGetValue(word, out var found) && (found is [] || !ReferenceEquals(found[^1], rule)))
                    found.Add(rule);
            }
        }

        foreach (var (word, found) in startingAt)
            word.Rules = [.. found];
    }

    private static IEnumerable<Word> StartedBy(Element element, List<Word>[] members, Word number)
    {
        var classes = element.Classes;
        if (element.AnyNumber)
            classes |= Word.Numbers;
        if (element.AnyOrdinal)
            classes |= Word.Bit(WordClass.Ordinal);
        return members
            .Where((_, place) => ((classes >> place) & 1) != 0)
            .SelectMany(ofClass => ofClass)
            .Concat(element.Words)
            .Concat(element.AnyNumber || element.AnyOrdinal ? [number] : []);
    }

    /// <summary>The places a match of the rule can begin at: up to the first that must be there.</summary>
    private static IEnumerable<Element> Starts(Rule rule)
    {
        foreach (var element in rule.Elements)
        {
            if (element.Not)
                continue;
            yield return element;
            if (!element.Optional)
                yield break;
        }
    }
}
