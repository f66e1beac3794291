using Milestones.Language.Packs;

namespace Milestones.Language;

/// <summary>The forms a word takes in a language; irregular ones are given with the word.</summary>
internal delegate IEnumerable<(string Form, WordClass? Class)> FormsOf(string word, string kind, string[] irregular);

/// <summary>
/// Reads a language's files. Word files have sections headed <c>[Class kind area weight]</c> (several classes joined by
/// +; kind, area and weight
/// may be left out) over entries parted by commas: a word or phrase, irregular forms in parentheses, a value after an
/// equals sign. The file
/// <c>aliases</c> has <c>short: the words it stands for</c>, files named <c>rules…</c> have <see cref="RuleParser"/>'s
/// lines.
/// </summary>
internal sealed class LexiconBuilder
{
    private readonly Dictionary<string, Word> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<Word>> _forms = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Word[]> _aliases = new(StringComparer.Ordinal);
    private readonly Dictionary<Word, List<Phrase>> _phrases = [];
    private readonly FormsOf _formsOf;

    private LexiconBuilder(FormsOf formsOf) => _formsOf = formsOf;

    public static Lexicon Build(LanguagePack pack, Func<string, bool> leaveOut)
    {
        var builder = new LexiconBuilder(pack.FormsOf);
        // Function words come first: an inflected form that looks like one ("para" of "parar") never takes its place.
        var lines = LexiconText.Lines(pack.Code, pack.Files).OrderBy(l => l.File != "function").ToArray();
        builder.ReadSections(lines.Where(l => l.File != "aliases" && !IsRules(l.File)).Select(l => l.Line), leaveOut);
        foreach (var (_, line) in lines.Where(l => l.File == "aliases"))
            builder.ReadAlias(line);
        var parser = new RuleParser(builder.WordOf, builder.FormsOfLiteral);
        return builder.Finish(
            [.. lines.Where(l => IsRules(l.File)).Select(l => parser.Parse(l.Line))],
            pack.IngEnding,
            pack.AdverbEnding
        );
    }

    private static bool IsRules(string file) => file.StartsWith("rules", StringComparison.Ordinal);

    private void ReadSections(IEnumerable<string> lines, Func<string, bool> leaveOut)
    {
        var section = new Section([], "word", 0);
        foreach (var line in lines)
        {
            if (line[0] == '[')
            {
                section = Section.Parse(line);
                continue;
            }
            foreach (
                var entry in line.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            )
            {
                if (!leaveOut(entry))
                    ReadEntry(entry, section);
            }
        }
    }

    private void ReadEntry(string entry, Section section)
    {
        var value = double.NaN;
        if (entry.IndexOf('=', StringComparison.Ordinal) is var equals and > 0)
        {
            value = double.Parse(entry[(equals + 1)..], System.Globalization.CultureInfo.InvariantCulture);
            entry = entry[..equals];
        }
        string[] irregular = [];
        if (entry.IndexOf('(', StringComparison.Ordinal) is var open and > 0)
        {
            irregular = Folded(entry[(open + 1)..entry.IndexOf(')', StringComparison.Ordinal)]).Split(' ');
            entry = entry[..open] + entry[(entry.IndexOf(')', StringComparison.Ordinal) + 1)..];
        }
        var text = Folding.Fold(entry.Trim());
        foreach (var (form, formClass) in _formsOf(text, section.Kind, irregular))
        {
            var word = WordOf(form);
            if (form != text && formClass != WordClass.Ing && word.Is(WordClass.Function))
                continue;
            foreach (var wordClass in section.Classes)
                word.Classes |= Word.Bit(wordClass);
            if (formClass is { } added)
                word.Classes |= Word.Bit(added);
            if (!double.IsNaN(value))
                word.Value = value;
            word.Areas = Strongest(word.Areas, section.Areas);
            (_forms.TryGetValue(text, out var forms) ? forms : _forms[text] = []).Add(word);
        }
    }

    private static string Folded(string forms) =>
        string.Join(
            ' ',
            forms
                .Split(' ')
                .Select(f =>
                    f.Contains(':', StringComparison.Ordinal)
                        ? Folding.Fold(f[..f.IndexOf(':', StringComparison.Ordinal)])
                            + f[f.IndexOf(':', StringComparison.Ordinal)..]
                        : Folding.Fold(f)
                )
        );

    private static ulong Strongest(ulong a, ulong b)
    {
        var result = 0UL;
        for (var shift = 0; shift < 64; shift += 8)
            result |= Math.Max((a >> shift) & 0xFF, (b >> shift) & 0xFF) << shift;
        return result;
    }

    private void ReadAlias(string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        var words = Folding.Fold(line[(colon + 1)..].Trim()).Split(' ').Select(WordOf).ToArray();
        foreach (var alias in line[..colon].Split(',', StringSplitOptions.TrimEntries))
            _aliases[Folding.Fold(alias)] = words;
    }

    private Word WordOf(string text)
    {
        if (_words.TryGetValue(text, out var word))
            return word;
        word = _words[text] = new Word(text);
        var parts = text.Split(' ');
        if (parts.Length > 1)
        {
            var first = WordOf(parts[0]);
            (_phrases.TryGetValue(first, out var phrases) ? phrases : _phrases[first] = []).Add(
                new Phrase([.. parts[1..].Select(WordOf)], word)
            );
        }
        return word;
    }

    private HashSet<Word> FormsOfLiteral(string lemma) =>
        _forms.TryGetValue(lemma, out var forms) ? forms : [WordOf(lemma)];

    private Lexicon Finish(Rule[] rules, string ingEnding, string adverbEnding)
    {
        var unknown = new Word("") { Classes = Word.Bit(WordClass.Unknown) };
        var unknownIng = new Word("") { Classes = Word.Bit(WordClass.Unknown) | Word.Bit(WordClass.Ing) };
        var number = new Word("") { Classes = Word.Bit(WordClass.Digit) };
        var (mark, dash, slash) = (WordOf(","), WordOf("-"), WordOf("/"));
        LinkGrades();
        // "4th" is listed for the sake of "4th of July", and is a number still.
        foreach (
            var ordinal in _words.Values.Where(w =>
                w.Text.Length > 2
                && char.IsAsciiDigit(w.Text[0])
                && w.Text[^2..] is "st" or "nd" or "rd" or "th"
                && w.Text[..^2].All(char.IsAsciiDigit)
            )
        )
        {
            ordinal.Classes |= Word.Bit(WordClass.Ordinal);
            ordinal.Value = int.Parse(ordinal.Text[..^2], System.Globalization.CultureInfo.InvariantCulture);
        }
        foreach (
            var phrase in _words.Values.Where(w => w.Classes == 0 && w.Text.Contains(' ', StringComparison.Ordinal))
        )
        {
            phrase.Classes = ClassesOfParts(phrase.Text);
        }
        // A word known only as part of a phrase is as good as unlisted.
        foreach (var part in _words.Values.Where(w => w.Classes == 0 && w.Text.All(char.IsAsciiLetterLower)))
            part.Classes = (part.Text.EndsWith(ingEnding, StringComparison.Ordinal) ? unknownIng : unknown).Classes;
        RuleStarts.Link(rules, [.. _words.Values, unknown, unknownIng, number], number);
        return new Lexicon(
            _words,
            _aliases,
            _phrases.ToDictionary(p => p.Key, p => p.Value.OrderByDescending(x => x.Rest.Length).ToArray()),
            [unknown, unknownIng, number, mark, dash, slash],
            ingEnding,
            adverbEnding
        );
    }

    /// <summary>
    /// A phrase only the rules name is still what its words are ("no_tener"), but for a number; one that joins clauses
    /// ("si_no") is no more than that.
    /// </summary>
    private UInt128 ClassesOfParts(string phrase)
    {
        var parts = phrase.Split(' ');
        return WordOf(parts[0]).Is(WordClass.Conjunction)
            ? Word.Bit(WordClass.Function)
            : parts.Aggregate(UInt128.Zero, (classes, part) => classes | WordOf(part).Classes) & ~Counts;
    }

    private static readonly UInt128 Counts =
        Word.Bit(WordClass.Unit)
        | Word.Bit(WordClass.Tens)
        | Word.Bit(WordClass.Hundred)
        | Word.Bit(WordClass.Ordinal)
        | Word.Bit(WordClass.Unknown);

    private void LinkGrades()
    {
        foreach (
            var (letter, points) in (ReadOnlySpan<(string, double)>)[("a", 4), ("b", 3), ("c", 2), ("d", 1), ("f", 0)]
        )
        {
            var grade = new Word(letter) { Classes = Word.Bit(WordClass.Letter), Value = points };
            WordOf(letter).GradeLetter = grade;
            WordOf(letter + "s").GradeLetter = grade;
            _words[$"grade {letter}"] = grade;
        }
    }

    private sealed record Section(WordClass[] Classes, string Kind, ulong Areas)
    {
        public static Section Parse(string line)
        {
            var parts = line.Trim('[', ']').Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var classes = parts[0].Split('+').Select(Enum.Parse<WordClass>).ToArray();
            var kind = parts.Length > 1 ? parts[1] : "word";
            if (classes.Any(c => c is >= WordClass.Umbrella and <= WordClass.Program))
                classes = [.. classes, WordClass.Content];
            var areas = 0UL;
            for (var i = 2; i + 1 < parts.Length; i += 2)
            {
                areas |=
                    ulong.Parse(parts[i + 1], System.Globalization.CultureInfo.InvariantCulture)
                    << (8 * (SlotOf(Enum.Parse<Area>(parts[i]))));
            }

            return new Section(classes, kind, areas);
        }

        // Sports, hobbies, health and money speak for no area as strongly as others speak for one.
        private static int SlotOf(Area area) => area == Area.None ? 5 : (int)area - 1;
    }
}
