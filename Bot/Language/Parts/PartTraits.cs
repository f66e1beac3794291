using Milestones.Language.Reports;
using Milestones.Language.Wanted;

namespace Milestones.Language.Parts;

/// <summary>
/// What is seen of a line where its parts are told apart, named, and its numbers given their meaning. Used alike where
/// the weights are fitted and where they are read.
/// </summary>
internal static class PartTraits
{
    private const int Reach = 4;
    private const int LongestPiece = 5;

    /// <summary>The stem that two forms of a word share.</summary>
    private const int Stem = 4;

    /// <summary>What speaks for or against a part beginning at a token.</summary>
    public static void OfGap(PartTokens line, int at, PartSetting setting, TraitList traits)
    {
        traits.Clear();
        var (last, next) = (line.WordAt(at - 1), line.WordAt(at));
        traits.AddHere(setting.Place, 'l', last);
        traits.AddHere(setting.Place, 'n', next);
        traits.Add('b', last, next);
        traits.Add('N', next, line.WordAt(at + 1));
        traits.Add('t', next, line.WordAt(at + 1), line.WordAt(at + 2));
        traits.Add('L', line.WordAt(at - 2), last);
        traits.Add('B', last, next, line.WordAt(at + 1));
        traits.Add('2', line.WordAt(at + 1));
        traits.Add('3', line.WordAt(at - 2));
        Signs('s', line, at, traits);
        Signs('S', line, at - 1, traits);
        var since = 0;
        for (var i = at - 1; i >= 0 && !line[i].IsMark; i--)
            since++;
        traits.Add('d', (uint)Math.Min(since, 6));
        traits.Add('D', (uint)Math.Min(at, 8));
        var ahead = 0;
        for (var i = at; i < line.Count && !line[i].IsMark; i++)
            ahead++;
        traits.Add('a', (uint)Math.Min(ahead, 6), (uint)Math.Min(since, 2));
        traits.Add('g', (uint)line.Language);
        Classes('c', line, at, traits);
        Classes('C', line, at - 1, traits);
        Classes('e', line, at + 1, traits);
        if (at > 0 && line.IsOfDate(at) && line.IsOfDate(at - 1))
            traits.Add('E');
    }

    /// <summary>What speaks for what the part from one token up to another does.</summary>
    public static void OfPart(PartTokens line, int from, int end, PartSetting setting, TraitList traits)
    {
        traits.Clear();
        var place = setting.Place;
        traits.Add('P', (uint)place);
        traits.Add('P', 99, (uint)Stage(place));
        traits.AddHere(place, 'l', (uint)Math.Min(end - from, 8));
        traits.AddHere(place, 'o', from == 0 ? 1u : 0, end >= line.Count ? 1u : 0);
        traits.Add('g', (uint)line.Language);
        Wanted(line, from, end, place, traits);
        if (line.ByRule is { } report)
            traits.AddHere(place, 'R', KindOf(report), from == 0 && end >= line.Count ? 1u : 0);
        var asks = false;
        Span<char> letters = stackalloc char[32];
        for (var i = from; i < end; i++)
        {
            var word = line.WordAt(i);
            traits.AddHere(place, 'w', word);
            traits.Add('W', word, 0x200u + (uint)Stage(place));
            if (i + 1 < end)
            {
                traits.AddHere(place, '2', word, line.WordAt(i + 1));
                traits.Add('3', word, line.WordAt(i + 1), line.WordAt(i + 2));
                traits.Add('k', word, line.WordAt(i + 2));
            }

            asks |= line[i].Look == Look.Question;
            Classes('c', line, i, traits);
            if (line.IsOfDate(i))
                traits.AddHere(place, 'E');
            Pieces(line, i, letters, traits);
            Signs('s', line, i, traits);
            if (PartTokens.IsNumber(line[i]))
                Value('v', line, i, setting, traits);
        }

        asks |= end < line.Count && line[end].Look == Look.Question;
        if (asks)
            traits.AddHere(place, '?');
        traits.AddHere(place, '^', line.WordAt(from));
        traits.Add('^', line.WordAt(from), line.WordAt(from + 1), 7);
        traits.Add('$', line.WordAt(end - 1));
        traits.AddHere(place, '=', Whole(line, from, end));
        traits.Add('<', line.WordAt(from - 1));
        traits.Add('<', line.WordAt(from - 1), line.WordAt(from - 2), 7);
        traits.Add('>', line.WordAt(end), line.WordAt(end + 1));
        for (var i = 0; i < from; i++)
            traits.Add('x', line.WordAt(i));
        for (var i = end; i < line.Count; i++)
            traits.Add('y', line.WordAt(i));
    }

    /// <summary>What speaks for what a number stands for, in a part whose act is known.</summary>
    public static void OfNumber(PartTokens line, int at, PartAct act, PartSetting setting, TraitList traits)
    {
        traits.Clear();
        var place = setting.Place;
        traits.Add('P', (uint)place);
        traits.AddHere(place, 'a', (uint)act);
        var token = line[at];
        traits.AddHere(place, 'l', (uint)token.Look);
        traits.Add('$', line.Before(at), line.After(at));
        traits.Add('$', line.Before(at), 1, (uint)act);
        traits.Add('%', line.After(at), 1, (uint)act);
        Value('v', line, at, setting, traits);
        for (var i = 1; i <= Reach; i++)
        {
            traits.AddHere(place, 'b', line.WordAt(at - i), (uint)i);
            traits.AddHere(place, 'n', line.WordAt(at + i), (uint)i);
            traits.Add('B', line.WordAt(at - i));
            traits.Add('N', line.WordAt(at + i));
            Signs((char)('0' + i), line, at - i, traits);
            Signs((char)('5' + i), line, at + i, traits);
            Classes((char)('a' + i), line, at - i, traits);
            Classes((char)('h' + i), line, at + i, traits);
        }

        if (line.IsOfDate(at))
            traits.AddHere(place, 'D');
        Figure(line, at, act, place, traits);
        ByRule(line, at, act, traits);

        traits.Add('c', line.WordAt(at - 1), line.WordAt(at + 1));
        traits.Add('C', line.WordAt(at - 2), line.WordAt(at - 1));
        traits.Add('d', line.WordAt(at + 1), line.WordAt(at + 2));
        traits.Add('e', line.WordAt(at - 3), line.WordAt(at - 2), line.WordAt(at - 1));
        traits.Add('f', line.WordAt(at - 1), line.WordAt(at + 1), line.WordAt(at + 2));
        Neighbours(line, at, traits);
        if (Shares(line, at + 1, setting.Words) || Shares(line, at + 2, setting.Words))
            traits.AddHere(place, 'u');
        for (var i = 0; i < line.Count; i++)
            traits.Add('x', line.WordAt(i));
    }

    /// <summary>What the rules make of a number.</summary>
    private static void Figure(PartTokens line, int at, PartAct act, PartPlace place, TraitList traits)
    {
        if (line.FigureAt(at) is not var (figure, role))
        {
            traits.AddHere(place, 'F');
            return;
        }

        traits.AddHere(place, 'F', 1, (uint)figure.Kind);
        traits.AddHere(place, 'F', 2, (uint)(figure.Sign + 1));
        traits.AddHere(place, 'F', 3, at > figure.First && figure.Kind == FigureKind.Score ? 1u : 0);
        traits.AddHere(
            place,
            'F',
            4,
            (figure.IsOld ? 1u : 0) | (figure.IsMore ? 2u : 0) | (figure.CountsOther ? 4u : 0)
        );
        traits.AddHere(place, 'F', 5, (uint)role);
        traits.Add('F', 6, (uint)role, (uint)act);
        if (figure.Thing is { } thing)
            traits.AddHere(place, 'G', TraitHash.Of('G', thing));
    }

    /// <summary>What the rules would log, and whether it is this number.</summary>
    private static void ByRule(PartTokens line, int at, PartAct act, TraitList traits)
    {
        if (line.ByRule is not { } report)
            return;
        var kind = KindOf(report);
        var told = report switch
        {
            Report.Value value => value.Number,
            Report.Change change => Math.Abs(change.Delta),
            Report.Ask { Number: { } asked } => asked,
            _ => double.NaN,
        };
        var same = Same(line[at].Value, double.IsNaN(told) ? null : told);
        traits.Add('R', kind, same);
        traits.Add('R', kind, same, 0x300u + (uint)act);
    }

    private static uint KindOf(Report report) =>
        report switch
        {
            Report.Value => 1,
            Report.Change { Delta: < 0 } => 2,
            Report.Change => 3,
            Report.Done => 4,
            Report.Setback => 5,
            Report.Effort => 6,
            Report.Ask { Number: not null } => 7,
            Report.Ask => 8,
            _ => 9,
        };

    /// <summary>What the reader of wishes makes of the part, in steps so that weights can grow with it.</summary>
    private static void Wanted(PartTokens line, int from, int end, PartPlace place, TraitList traits)
    {
        Span<float> wanted = stackalloc float[WantedReader.Intents];
        WantedReader.Probabilities(line.Stretch(from, end), PlaceOf(place), wanted);
        for (var k = 0; k < wanted.Length; k++)
        {
            for (var step = 1; step <= 4; step++)
            {
                if (wanted[k] * 5 >= step)
                    traits.AddHere(place, 'I', (uint)k, (uint)step);
            }
        }
    }

    private static Place PlaceOf(PartPlace place) =>
        place switch
        {
            PartPlace.Start => Place.NothingOpen,
            PartPlace.AskMeasure or PartPlace.AskTarget => Place.AskedMeasure,
            PartPlace.AskNow => Place.AskedBaseline,
            PartPlace.AskPlan => Place.AskedPlan,
            PartPlace.AskWhen => Place.AskedDeadline,
            PartPlace.AskWhy => Place.AskedReason,
            PartPlace.AskObstacle => Place.AskedObstacle,
            PartPlace.AskSure => Place.AskedConfidence,
            PartPlace.Draft => Place.DraftShown,
            _ => Place.GoalSaved,
        };

    private static void Classes(char kind, PartTokens line, int at, TraitList traits)
    {
        for (var rest = line.ClassesAt(at); rest != 0; rest &= rest - 1)
            traits.Add('K', kind, (uint)UInt128.TrailingZeroCount(rest));
    }

    /// <summary>The numbers before and after, with what stands between: "4 to 9", "6 of 10".</summary>
    private static void Neighbours(PartTokens line, int at, TraitList traits)
    {
        var before = Numbers(line, at, -1, 'q', traits);
        var after = Numbers(line, at, 1, 'r', traits);
        traits.Add('i', Math.Min(before, 3), Math.Min(after, 3));
    }

    /// <summary>How many numbers stand on one side, and how the nearest of them lies to this one.</summary>
    private static uint Numbers(PartTokens line, int at, int way, char kind, TraitList traits)
    {
        var count = 0u;
        for (var i = at + way; i >= 0 && i < line.Count; i += way)
        {
            if (!PartTokens.IsNumber(line[i]) || count++ > 0)
                continue;
            var far = Math.Abs(i - at);
            traits.Add(
                kind,
                (uint)far,
                far <= Near ? line.WordAt(at + way) : 0,
                line[i].Value < line[at].Value ? 1u : 2
            );
        }

        return count;
    }

    /// <summary>"4 to 9", "6 of the 10": what stands between them joins them.</summary>
    private const int Near = 3;

    /// <summary>How a number lies to those of the goal.</summary>
    private static void Value(char kind, PartTokens line, int at, PartSetting setting, TraitList traits)
    {
        var value = line[at].Value;
        var place = setting.Place;
        traits.AddHere(place, kind, 1, Same(value, setting.From));
        traits.AddHere(place, kind, 2, Same(value, setting.Now));
        traits.AddHere(place, kind, 3, Same(value, setting.To));
        var all = (Same(value, setting.From) << 4) | (Same(value, setting.Now) << 2) | Same(value, setting.To);
        traits.AddHere(place, kind, 4, all);
        traits.Add(
            kind,
            5,
            all,
            setting.LowerIsBetter is { } lower
                ? lower
                    ? 1u
                    : 2
                : 0
        );
        if ((setting.Now ?? setting.From) is { } now && setting.To is { } to && now != to)
        {
            var way = (value - now) / (to - now);
            traits.AddHere(
                place,
                kind,
                6,
                way switch
                {
                    < -1 => 1,
                    < 0 => 2,
                    < 0.5 => 3,
                    <= 1 => 4,
                    <= 2 => 5,
                    _ => 6,
                }
            );
        }

        traits.Add(kind, 7, value is >= 1 and <= 10 && value == Math.Floor(value) ? 1u : 0, (uint)place);
    }

    /// <summary>0 unknown, 1 less, 2 equal, 3 more.</summary>
    private static uint Same(double value, double? known) =>
        known is not { } other ? 0
        : Math.Abs(value - other) < 1e-6 ? 2
        : value < other ? 1u
        : 3;

    private static bool Shares(PartTokens line, int at, string words)
    {
        if (at >= line.Count || line[at].Look != Look.Word || line[at].End - line[at].Start < Stem)
            return false;
        Span<char> stem = stackalloc char[Stem];
        for (var i = 0; i < Stem; i++)
            stem[i] = Folding.Fold(line.TextOf(at)[i]);
        return words.AsSpan().Contains(stem, StringComparison.Ordinal);
    }

    private static void Pieces(PartTokens line, int at, Span<char> letters, TraitList traits)
    {
        var word = line.Letters(at, letters);
        for (var size = 3; size <= LongestPiece; size++)
        {
            for (var from = 0; from + size <= word.Length; from++)
                traits.AddPiece(word.Slice(from, size));
        }
    }

    private static void Signs(char kind, PartTokens line, int at, TraitList traits)
    {
        if (at < 0 || at >= line.Count)
            return;
        for (var signs = line[at].Signs; signs != 0; signs &= signs - 1)
            traits.Add('g', kind, (uint)UInt128.TrailingZeroCount(signs));
    }

    private static uint Whole(PartTokens line, int from, int end)
    {
        if (end - from > 4)
            return 0;
        var hash = 17u;
        for (var i = from; i < end; i++)
            hash = TraitHash.Mix(hash ^ line.WordAt(i), '|');
        return hash;
    }

    /// <summary>Making a goal, looking at the draft, or after saving.</summary>
    private static int Stage(PartPlace place) =>
        place switch
        {
            PartPlace.Start => 0,
            < PartPlace.Draft => 1,
            PartPlace.Draft => 2,
            PartPlace.AskedHeavy => 4,
            _ => 3,
        };
}
