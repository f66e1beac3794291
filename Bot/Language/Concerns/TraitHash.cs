using System.Numerics;

namespace Milestones.Language.Concerns;

/// <summary>
/// Numbers for traits. They are hashes, so that weights need no list of names: what was never seen in the fitting
/// falls where nothing, or seldom another trait, weighs. They must stay as they are while the file of weights does.
/// </summary>
internal static class TraitHash
{
    /// <summary>Stands for the word before the first and after the last of a sentence.</summary>
    public const uint Edge = 0x27D4EB2F;

    public static uint Of(ReadOnlySpan<char> word)
    {
        var hash = 2166136261u;
        foreach (var letter in word)
            hash = (hash ^ letter) * 16777619u;
        return Mix(hash);
    }

    public static uint Concept(byte concept) => Mix(0xA511E9B3u + concept);

    public static uint Pair(uint first, uint second) =>
        Mix((first * 0x9E3779B1u) ^ BitOperations.RotateLeft(second, 13));

    public static uint Near(byte first, byte second) => Mix(0x63D83595u + ((uint)first << 8) + second);

    public static uint Next(byte first, byte second) => Mix(0x1F83D9ABu + ((uint)first << 8) + second);

    public static uint Letters(ReadOnlySpan<char> letters) => Of(letters) ^ 0x5BE0CD19u;

    public static uint Phrase(Concern concern, Force force, bool explained) =>
        Mix(0x6A09E667u + ((uint)concern * 16) + ((uint)force * 2) + (explained ? 1u : 0u));

    public static uint Excuse(Effect effect, Force force) => Mix(0x3C6EF372u + ((uint)effect * 16) + (uint)force);

    private static uint Mix(uint hash)
    {
        hash = (hash ^ (hash >> 16)) * 0x85EBCA6Bu;
        hash = (hash ^ (hash >> 13)) * 0xC2B2AE35u;
        return hash ^ (hash >> 16);
    }
}
