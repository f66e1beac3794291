using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Milestones.Language.Wanted;

/// <summary>
/// Fitted weights: for every trait met often enough one small whole number per outcome. Read from a file as <see
/// cref="Write"/> makes it, which is
/// ready to be used as it lies; little-endian.
/// </summary>
internal sealed class LinearModel
{
    private const int HeaderBytes = 8;

    [ThreadStatic]
    private static Dictionary<LinearModel, Seen>? s_seen;

    private readonly float[] _bias;
    private readonly float[] _step;
    private readonly uint[] _traits;
    private readonly sbyte[] _weights;
    private readonly int[] _slots;

    public LinearModel(ReadOnlySpan<byte> file)
    {
        Outcomes = BinaryPrimitives.ReadInt32LittleEndian(file);
        var rows = BinaryPrimitives.ReadInt32LittleEndian(file[4..]);
        var floats = MemoryMarshal.Cast<byte, float>(file[HeaderBytes..]);
        _bias = floats[..Outcomes].ToArray();
        _step = floats[Outcomes..(2 * Outcomes)].ToArray();
        var rest = file[(HeaderBytes + (2 * Outcomes * sizeof(float)))..];
        _traits = MemoryMarshal.Cast<byte, uint>(rest)[..rows].ToArray();
        _weights = MemoryMarshal.Cast<byte, sbyte>(rest[(rows * sizeof(uint))..]).ToArray();
        _slots = Slots(_traits);
    }

    public int Outcomes { get; }

    public int Traits => _traits.Length;

    /// <summary>The file of some weights; a row has a trait and its weight for each outcome.</summary>
    public static byte[] Write(IReadOnlyList<float> bias, IReadOnlyCollection<(uint Trait, float[] Weights)> rows)
    {
        var steps = Enumerable
            .Range(0, bias.Count)
            .Select(k => Math.Max(rows.Max(row => Math.Abs(row.Weights[k])) / sbyte.MaxValue, 1e-9f))
            .ToArray();
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        writer.Write(bias.Count);
        writer.Write(rows.Count);
        foreach (var number in bias.Concat(steps))
            writer.Write(number);
        foreach (var (trait, _) in rows)
            writer.Write(trait);
        foreach (var (_, weights) in rows)
        {
            for (var k = 0; k < steps.Length; k++)
                writer.Write((sbyte)MathF.Round(weights[k] / steps[k]));
        }

        return bytes.ToArray();
    }

    /// <summary>
    /// How probable each outcome is; a trait counts once, and the more of them a text has the less each says.
    /// </summary>
    public void Read(ReadOnlySpan<uint> traits, Span<float> probabilities)
    {
        var seen = (s_seen ??= []).TryGetValue(this, out var kept) ? kept : s_seen[this] = new Seen(_traits.Length);
        Span<int> sums = stackalloc int[Outcomes];
        sums.Clear();
        var length = 0f;
        seen.Next();
        foreach (var trait in traits)
        {
            if (RowOf(trait) is not (>= 0 and var row) || !seen.IsFirst(row))
                continue;
            length += Wanted.Traits.LengthOf(trait);
            var weights = _weights.AsSpan(row * Outcomes, Outcomes);
            for (var k = 0; k < weights.Length; k++)
                sums[k] += weights[k];
        }
        var norm = 1 / MathF.Sqrt(Math.Max(length, 1));
        for (var k = 0; k < sums.Length; k++)
            probabilities[k] = _bias[k] + (sums[k] * _step[k] * norm);
        Normalize(probabilities);
    }

    private static void Normalize(Span<float> scores)
    {
        var (most, sum) = (float.MinValue, 0f);
        foreach (var score in scores)
            most = Math.Max(most, score);
        foreach (ref var score in scores)
            sum += score = MathF.Exp(score - most);
        foreach (ref var score in scores)
            score /= sum;
    }

    /// <summary>Whether a trait was met often enough to say anything.</summary>
    public bool Knows(uint trait) => RowOf(trait) >= 0;

    private int RowOf(uint trait)
    {
        var mask = (uint)_slots.Length - 1;
        for (var slot = (trait >> 1) & mask; _slots[slot] is > 0 and var next; slot = (slot + 1) & mask)
        {
            if (_traits[next - 1] == trait)
                return next - 1;
        }

        return -1;
    }

    private static int[] Slots(uint[] traits)
    {
        var slots = new int[(int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(traits.Length * 2, 2))];
        for (var row = 0; row < traits.Length; row++)
        {
            var slot = (traits[row] >> 1) & (uint)(slots.Length - 1);
            while (slots[slot] > 0)
                slot = (slot + 1) & (uint)(slots.Length - 1);
            slots[slot] = row + 1;
        }
        return slots;
    }

    /// <summary>Which rows a text has met already; kept from one text to the next.</summary>
    private sealed class Seen(int rows)
    {
        private readonly int[] _text = new int[rows];
        private int _now;

        public void Next() => _now++;

        public bool IsFirst(int row)
        {
            if (_text[row] == _now)
                return false;
            _text[row] = _now;
            return true;
        }
    }
}
