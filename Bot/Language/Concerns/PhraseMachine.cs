using System.Numerics;
using System.Runtime.InteropServices;

namespace Milestones.Language.Concerns;

/// <summary>
/// Finds every phrase in one pass, whatever the text: a nondeterministic automaton held in bits (Shift-And with
/// optional steps,
/// Navarro and Raffinato's form). Each step is a bit; a phrase never crosses a 64-bit lane, so the lanes run side by
/// side in vectors.
/// The work per word is fixed by the lexicon, which keeps the growth linear for text written to be slow.
/// </summary>
internal sealed class PhraseMachine
{
    private readonly Phrase[] _phrases;
    private readonly (int Lane, int Bit)[] _place;
    private readonly ulong[] _rows;
    private readonly int[] _rowOf;
    private readonly ulong[] _first;
    private readonly ulong[] _last;
    private readonly ulong[] _optional;
    private readonly int[] _phraseAt;
    private readonly int _optionalRun;

    /// <param name="phrases">What to find.</param>
    /// <param name="ids">The number of each word of the lexicon; numbers begin at 0 and leave none out.</param>
    /// <param name="wordCount">One more than the highest number in use, words outside the lexicon included.</param>
    /// <param name="negations">Words no gap passes over.</param>
    public PhraseMachine(
        IEnumerable<Phrase> phrases,
        IReadOnlyDictionary<string, int> ids,
        int wordCount,
        IEnumerable<string> negations
    )
    {
        _phrases = [.. phrases];
        _place = Place(out var lanes);
        Lanes = lanes;
        _first = new ulong[lanes];
        _last = new ulong[lanes];
        _optional = new ulong[lanes];
        _phraseAt = new int[lanes * 64];
        var any = new ulong[lanes];
        var rows = new Dictionary<int, ulong[]>();

        for (var p = 0; p < _phrases.Length; p++)
        {
            var (lane, bit) = _place[p];
            var steps = _phrases[p].Steps;
            _first[lane] |= 1UL << bit;
            _last[lane] |= 1UL << (bit + steps.Length - 1);
            _phraseAt[(lane * 64) + bit + steps.Length - 1] = p;
            for (var s = 0; s < steps.Length; s++)
            {
                var mask = 1UL << (bit + s);
                if (steps[s].Optional)
                    _optional[lane] |= mask;
                if (steps[s].Words.Length == 0)
                    any[lane] |= mask;
                foreach (var word in steps[s].Words)
                    (rows.TryGetValue(ids[word], out var row) ? row : rows[ids[word]] = new ulong[lanes])[lane] |= mask;
            }

            _optionalRun = Math.Max(_optionalRun, LongestOptionalRun(steps));
        }

        // A gap passes over any word but a negation; words no phrase asks for share the row of gaps alone.
        var barred = negations.Select(word => ids[word]).ToHashSet();
        foreach (var (word, row) in rows)
        {
            if (!barred.Contains(word))
            {
                for (var lane = 0; lane < lanes; lane++)
                    row[lane] |= any[lane];
            }
        }

        foreach (var word in barred)
            rows.TryAdd(word, new ulong[lanes]);
        (_rows, _rowOf) = Share(rows, any, wordCount);
    }

    /// <summary>The length of the state a caller lends to <see cref="Find"/>.</summary>
    public int Lanes { get; }

    /// <summary>
    /// Writes what it finds in one sentence to <paramref name="found"/> until that is full; the number written comes
    /// back.
    /// </summary>
    public int Find(ReadOnlySpan<Word> words, Span<ulong> state, Span<Finding> found)
    {
        state.Clear();
        var lanes = MemoryMarshal.Cast<ulong, Vector<ulong>>(state);
        var first = MemoryMarshal.Cast<ulong, Vector<ulong>>(_first);
        var last = MemoryMarshal.Cast<ulong, Vector<ulong>>(_last);
        var optional = MemoryMarshal.Cast<ulong, Vector<ulong>>(_optional);
        var count = 0;
        for (var at = 0; at < words.Length; at++)
        {
            var row = MemoryMarshal.Cast<ulong, Vector<ulong>>(_rows.AsSpan(_rowOf[words[at].Id], Lanes));
            for (var lane = 0; lane < lanes.Length; lane++)
            {
                var reached = ((lanes[lane] << 1) | first[lane]) & row[lane];
                if (reached == Vector<ulong>.Zero)
                {
                    lanes[lane] = reached;
                    continue;
                }

                for (var skip = 0; skip < _optionalRun; skip++)
                    reached |= (reached << 1) & optional[lane];
                lanes[lane] = reached;
                var ended = reached & last[lane];
                if (ended != Vector<ulong>.Zero)
                {
                    for (var part = 0; part < Vector<ulong>.Count; part++)
                    {
                        for (var bits = ended[part]; bits != 0 && count < found.Length; bits &= bits - 1)
                        {
                            var phrase = _phraseAt[
                                (((lane * Vector<ulong>.Count) + part) * 64) + BitOperations.TrailingZeroCount(bits)
                            ];
                            found[count++] = new(
                                _phrases[phrase].Rule,
                                Start(phrase, _phrases[phrase].Steps.Length - 1, words, at),
                                at
                            );
                        }
                    }
                }
            }
        }

        return count;
    }

    /// <summary>
    /// The earliest word from which the steps up to <paramref name="step"/> lead to the word at <paramref name="at"/>.
    /// </summary>
    private int Start(int phrase, int step, ReadOnlySpan<Word> words, int at)
    {
        var best = int.MaxValue;
        var (lane, bit) = _place[phrase];
        if (at >= 0 && ((_rows[_rowOf[words[at].Id] + lane] >> (bit + step)) & 1) != 0)
            best = step == 0 ? at : Start(phrase, step - 1, words, at - 1);
        return _phrases[phrase].Steps[step].Optional ? Math.Min(best, Start(phrase, step - 1, words, at)) : best;
    }

    private (int Lane, int Bit)[] Place(out int lanes)
    {
        var at = new (int, int)[_phrases.Length];
        var free = new List<int>();
        for (var p = 0; p < _phrases.Length; p++)
        {
            var length = _phrases[p].Steps.Length;
            var lane = free.FindIndex(room => room >= length);
            if (lane < 0)
            {
                lane = free.Count;
                free.Add(64);
            }

            at[p] = (lane, 64 - free[lane]);
            free[lane] -= length;
        }

        lanes = (free.Count + Vector<ulong>.Count - 1) / Vector<ulong>.Count * Vector<ulong>.Count;
        return at;
    }

    private static int LongestOptionalRun(Step[] steps)
    {
        var (longest, run) = (0, 0);
        foreach (var step in steps)
            longest = Math.Max(longest, run = step.Optional ? run + 1 : 0);
        return longest;
    }

    /// <summary>Words that fit the same steps share one row, which keeps the table in cache.</summary>
    private static (ulong[] Rows, int[] RowOf) Share(Dictionary<int, ulong[]> rows, ulong[] any, int wordCount)
    {
        var byHash = new Dictionary<int, List<int>>();
        var table = new List<ulong>(any);
        var rowOf = new int[wordCount];
        foreach (var (word, row) in rows)
        {
            var hash = new HashCode();
            hash.AddBytes(MemoryMarshal.AsBytes(row.AsSpan()));
            var alike = byHash.TryGetValue(hash.ToHashCode(), out var known) ? known : byHash[hash.ToHashCode()] = [];
            var at = alike.Find(at => CollectionsMarshal.AsSpan(table).Slice(at, row.Length).SequenceEqual(row));
            if (at == 0)
            {
                alike.Add(at = table.Count);
                table.AddRange(row);
            }

            rowOf[word] = at;
        }

        return ([.. table], rowOf);
    }
}
