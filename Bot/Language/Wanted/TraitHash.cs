using System.Numerics;

namespace Milestones.Language.Wanted;

/// <summary>Makes a number of what a text shows, the same on every machine (FNV-1a, scattered at the end).</summary>
internal static class TraitHash
{
    private const uint Offset = 2166136261;
    private const uint Prime = 16777619;

    public static uint Of(char kind) => Mix(Offset, kind);

    public static uint Of(char kind, ReadOnlySpan<char> text)
    {
        var hash = Of(kind);
        foreach (var c in text)
            hash = Mix(hash, c);
        return hash;
    }

    public static uint Mix(uint hash, char c) => (hash ^ c) * Prime;

    public static uint Mix(uint hash, int number) => Mix(hash, (char)number);

    public static uint Scattered(uint hash) => BitOperations.RotateLeft(hash, 15) * 0x9E3779B1;
}
