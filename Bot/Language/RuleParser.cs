namespace Milestones.Language;

/// <summary>
/// Reads a line of a grammar file: <c>Label=Name: places</c> (the name may be left out). A place is <c>word</c>,
/// <c>word~</c> (any of its forms),
/// <c>@Class</c>, <c>#</c> (a number), <c>#th</c> (an ordinal) or several of them joined by <c>|</c>; <c>?</c> after it
/// makes it optional,
/// <c>$</c> before it captures its value, <c>!</c> before it says it must not come next. <c>...3</c> is a gap of up to
/// three tokens. <c>^</c> in front
/// begins a sentence, <c>^^</c> the text, <c>.</c> at the end ends the sentence.
/// </summary>
internal sealed class RuleParser(Func<string, Word> wordOf, Func<string, IEnumerable<Word>> formsOf)
{
    private const int DefaultGap = 3;

    public Rule Parse(string line)
    {
        var colon = line.IndexOf(": ", StringComparison.Ordinal);
        var head = line[..colon].Split('=');
        var places = line[(colon + 2)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var elements = places.Where(p => p is not ("^" or "^^" or ".")).Select(ParsePlace).ToArray();
        return new Rule(
            Enum.Parse<Label>(head[0]),
            head.Length > 1 ? head[1] : "",
            elements,
            places.Contains("^"),
            places.Contains("^^"),
            places[^1] == "."
        );
    }

    private static string TextOf(string part) => Folding.Fold(part.Replace('_', ' '));

    private Element ParsePlace(string place)
    {
        if (place.StartsWith("...", StringComparison.Ordinal))
        {
            return new Element(
                0,
                [],
                false,
                false,
                false,
                false,
                false,
                place.Length > 3 ? int.Parse(place[3..], System.Globalization.CultureInfo.InvariantCulture) : DefaultGap
            );
        }

        var optional = place.EndsWith('?');
        var not = place.StartsWith('!');
        var capture = place.StartsWith('$');
        var classes = UInt128.Zero;
        var words = new HashSet<Word>();
        var (anyNumber, anyOrdinal) = (false, false);
        foreach (var part in place.Trim('?', '!', '$').Split('|'))
        {
            if (part == "#")
                anyNumber = true;
            else if (part == "#th")
                anyOrdinal = true;
            else if (part[0] == '@')
                classes |= Word.Bit(Enum.Parse<WordClass>(part[1..]));
            else if (part[^1] == '~')
                words.UnionWith(formsOf(TextOf(part[..^1])));
            else
                words.Add(wordOf(TextOf(part)));
        }
        return new Element(classes, [.. words], anyNumber, anyOrdinal, optional, capture, not, 0);
    }
}
