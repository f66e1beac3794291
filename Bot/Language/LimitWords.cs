using System.Buffers;

namespace Milestones.Language;

/// <summary>Whether words name a number that is not to be passed: "2 times a week at most", "no más de 3".</summary>
internal static class LimitWords
{
    private static readonly SearchValues<string> Limits = SearchValues.Create(
        [
            "at most",
            "no more than",
            "not more than",
            "less than",
            "fewer than",
            "or less",
            "or fewer",
            "como máximo",
            "como maximo",
            "a lo mucho",
            "cuando mucho",
            "no más de",
            "no mas de",
            "menos de",
            "o menos",
        ],
        StringComparison.OrdinalIgnoreCase
    );

    /// <summary>"No less than 3" asks for more, and "more or less 3" for about as many.</summary>
    private static readonly SearchValues<string> Others = SearchValues.Create(
        [
            "no less than",
            "not less than",
            "no fewer than",
            "more or less",
            "no menos de",
            "más o menos",
            "mas o menos",
            "al menos de",
        ],
        StringComparison.OrdinalIgnoreCase
    );

    public static bool AreIn(string? words) =>
        words.AsSpan().ContainsAny(Limits) && !words.AsSpan().ContainsAny(Others);
}
