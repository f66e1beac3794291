namespace Milestones.Language.Concerns;

/// <summary>
/// What each trait speaks for, as fitted from labelled lines by <c>Bot.Bench fit</c>: a small number for every number
/// a trait can have, and for words five more that tell the kinds of concern apart. Little-endian, kept as
/// text (<see cref="WeightsText"/>); read whole, since it is no longer than a picture.
/// </summary>
internal sealed class WeightsFile
{
    /// <summary>How many concerns there are besides none.</summary>
    public const int Kinds = 5;

    /// <summary>Kinds are told by fewer numbers: the first bits of a trait's.</summary>
    public const int KindShift = 4;

    private const string Name = "Safety/concerns.weights";
    private const int Version = 1;

    /// <summary>Where a passage starts, before its traits are added.</summary>
    public required float Bias { get; init; }

    /// <summary>What a weight of one is worth.</summary>
    public required float Scale { get; init; }

    /// <summary>A passage that scores this much is an alarm.</summary>
    public required float Alarm { get; init; }

    /// <summary>A passage that scores this much is worth a quiet question.</summary>
    public required float Quiet { get; init; }

    public required float KindScale { get; init; }

    public required float[] KindBias { get; init; }

    public required sbyte[] Weights { get; init; }

    public required sbyte[] KindWeights { get; init; }

    public static WeightsFile Load()
    {
        using var text = EmbeddedText.OpenBytes(typeof(WeightsFile).Assembly, Name);
        using var reader = new BinaryReader(new MemoryStream(WeightsText.Read(text, Name)));
        return reader.ReadInt32() == Version
            ? new()
            {
                Bias = reader.ReadSingle(),
                Scale = reader.ReadSingle(),
                Alarm = reader.ReadSingle(),
                Quiet = reader.ReadSingle(),
                KindScale = reader.ReadSingle(),
                KindBias = [.. Enumerable.Range(0, Kinds).Select(_ => reader.ReadSingle())],
                Weights = Signed(reader.ReadBytes(TraitSet.Size)),
                KindWeights = Signed(reader.ReadBytes((TraitSet.Size >> KindShift) * Kinds)),
            }
            : throw new InvalidDataException($"{Name} is not of version {Version}.");
    }

    public byte[] Bytes()
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        writer.Write(Version);
        foreach (var number in (float[])[Bias, Scale, Alarm, Quiet, KindScale, .. KindBias])
            writer.Write(number);
        foreach (var weight in Weights)
            writer.Write(weight);
        foreach (var weight in KindWeights)
            writer.Write(weight);
        return bytes.ToArray();
    }

    private static sbyte[] Signed(byte[] bytes) =>
        System.Runtime.InteropServices.MemoryMarshal.Cast<byte, sbyte>(bytes).ToArray();
}
