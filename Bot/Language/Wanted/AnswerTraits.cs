using static Milestones.Language.Wanted.TraitHash;

namespace Milestones.Language.Wanted;

/// <summary>
/// What tells an answer from other talk, each trait as a number and joined with the question asked: what the
/// sentence wants, what the other
/// readers find in it, its form, its words.
/// </summary>
internal sealed class AnswerTraits
{
    private const int LabelCount = 32;
    private const int ShortestShared = 4;
    private const int Steps = 8;

    /// <summary>An intent less probable than this is not worth a trait.</summary>
    private const float Notable = 0.15f;

    private static readonly string[] Openings =
    [
        "because",
        "because i",
        "bc",
        "cuz",
        "cause",
        "so",
        "so i",
        "so that",
        "porque",
        "para que",
        "para",
        "es que",
        "if",
        "si",
        "when",
        "cuando",
        "by",
        "before",
        "antes",
        "i want",
        "quiero",
        "i",
        "ill",
        "im",
        "my",
        "mi",
        "the",
        "el",
        "la",
        "que",
        "no",
        "not",
        "a",
        "un",
        "una",
        "get",
        "to",
    ];

    private uint[] _items = new uint[512];
    private int _count;
    private char _asked;

    public ReadOnlySpan<uint> Items => _items.AsSpan(0, _count);

    /// <param name="wanted">How probable each intent is.</param>
    /// <param name="today">Dates are counted from it.</param>
    public void Read(
        string text,
        PlainText plain,
        Place asked,
        PlainText goal,
        TextLanguage language,
        DateOnly today,
        ReadOnlySpan<float> wanted
    )
    {
        (_count, _asked) = (0, (char)('A' + (int)asked));
        Add(Of('q'));
        AddWanted(wanted);
        AddForm(plain, goal);
        AddAnswers(text, language, today);
        AddStatement(text, language);
        AddWords(plain);
    }

    private void AddWanted(ReadOnlySpan<float> wanted)
    {
        var best = 0;
        for (var k = 1; k < wanted.Length; k++)
        {
            if (wanted[k] > wanted[best])
                best = k;
        }

        Add(Mix(Of('i'), best));
        // In steps, each with those under it, so that weights can grow with the probability.
        for (var step = 1; step < Steps; step++)
        {
            if (wanted[(int)Intent.Answer] * Steps >= step)
                Add(Mix(Of('a'), step));
        }

        for (var k = 0; k < wanted.Length; k++)
        {
            if (wanted[k] >= Notable)
                Add(Mix(Of('p'), k));
        }
    }

    private void AddForm(PlainText plain, PlainText goal)
    {
        Add(
            Mix(
                Of('n'),
                Math.Min(plain.Count, 10) switch
                {
                    <= 1 => 1,
                    2 => 2,
                    <= 4 => 4,
                    <= 7 => 7,
                    _ => 10,
                }
            )
        );
        if (plain.Asks)
            Add(Of('?'));
        if (plain.HasNumber)
            Add(Of('#'));
        if (plain.Count <= 2 && plain.HasNumber)
            Add(Of('o'));
        for (var k = 0; k < Openings.Length; k++)
        {
            if (Opens(plain, Openings[k]))
                Add(Mix(Of('b'), k));
        }

        AddShared(plain, goal);
    }

    /// <summary>Whether the text repeats the goal, and nothing else: short words aside.</summary>
    private void AddShared(PlainText plain, PlainText goal)
    {
        var (shared, all) = (0, 0);
        for (var i = 0; i < plain.Count; i++)
        {
            if (plain.Word(i).Length < ShortestShared)
                continue;
            all++;
            shared += Holds(goal, plain.Word(i)) ? 1 : 0;
        }
        if (shared > 0)
            Add(Of('g'));
        if (shared > 0 && shared == all)
            Add(Of('G'));
    }

    private static bool Holds(PlainText goal, ReadOnlySpan<char> word)
    {
        for (var k = 0; k < goal.Count; k++)
        {
            if (goal.Word(k).SequenceEqual(word))
                return true;
        }

        return false;
    }

    private static bool Opens(PlainText plain, ReadOnlySpan<char> words) =>
        plain.Letters.Length > words.Length + 1
        && plain.Letters[1..].StartsWith(words)
        && plain.Letters[words.Length + 1] == ' ';

    private void AddAnswers(string text, TextLanguage language, DateOnly today)
    {
        if (AnswerReader.ReadMeasure(text, language) is { } measure)
        {
            Add(Of('M'));
            Add(
                measure.Quantity is null ? Of('C')
                : measure.Quantity.Unit is null ? Of('U')
                : Of('V')
            );
        }
        if (AnswerReader.IsVague(text, language))
            Add(Of('v'));
        var goal = GoalReader.Read(text, today, language);
        Add(Mix(Of('K'), (int)goal.Kind));
        if (goal.Deadline is not null)
            Add(Of('D'));
        if (goal.Plan is { } plan)
            Add(plan.Length * 2 > text.Length ? Of('L') : Of('l'));
        if (goal.Reason is { } reason)
            Add(reason.Length * 2 > text.Length ? Of('R') : Of('r'));
        if (goal.TimeBound is { } time)
            Add(time.Length * 2 > text.Length ? Of('T') : Of('t'));
        if (goal.Specific is not null)
            Add(Of('s'));
    }

    private void AddStatement(string text, TextLanguage language)
    {
        var statement = Statement.Of(text, language);
        UInt128 classes = 0;
        foreach (ref readonly var token in statement.Tokens)
        {
            classes |= token.Word.Classes;
            if (token.Shape == Shape.Number && token.Value is >= 1 and <= 10)
                Add(Of('S'));
        }
        AddEach('w', classes);
        if (statement.Tokens.Length > 0)
            AddEach('f', statement.Tokens[0].Word.Classes);
        uint labels = 0;
        foreach (ref readonly var match in statement.Matches)
            labels |= 1u << (int)match.Label;
        for (var label = 0; label < LabelCount; label++)
        {
            if ((labels >> label & 1) == 1)
                Add(Mix(Of('x'), label));
        }
    }

    private void AddWords(PlainText plain)
    {
        for (var i = 0; i < plain.Count; i++)
        {
            Add(Of('W', plain.Word(i)));
            if (i + 1 < plain.Count)
                Add(Of('W', plain.Words(i, 2)));
        }
        AddEach('c', Concepts.All.Of(plain));
    }

    private void AddEach(char kind, UInt128 bits)
    {
        for (var rest = bits; rest != 0; rest &= rest - 1)
            Add(Mix(Of(kind), (int)UInt128.TrailingZeroCount(rest)));
    }

    /// <summary>A trait alone and with the question asked.</summary>
    private void Add(uint trait)
    {
        if (_count + 2 > _items.Length)
            Array.Resize(ref _items, _items.Length * 2);
        _items[_count++] = Traits.Whole(Mix(trait, '*'));
        _items[_count++] = Traits.Whole(Mix(Mix(trait, '@'), _asked));
    }
}
