using Milestones.Goals;

namespace Milestones.Reading;

/// <summary>Sums what the words of a goal say about its area; the core weighs most, and a reason counts only where nothing else speaks.</summary>
internal static class AreaReader
{
    private const int Slots = 6;
    private const int NoneSlot = 5;

    public static Area Read(Statement statement, Outline outline)
    {
        Span<int> core = stackalloc int[Slots];
        Span<int> plan = stackalloc int[Slots];
        Span<int> reason = stackalloc int[Slots];
        Span<int> time = stackalloc int[Slots];
        var tokens = statement.Tokens;
        var aside = false;
        for (var i = 0; i < tokens.Length; i++)
        {
            // "finish my homework before I play video games": what comes after is not what the goal is about.
            aside = (aside || (i > 0 && tokens[i - 1].Is(WordClass.Before) && tokens[i].Is(WordClass.I))) && !tokens[i].IsMark;
            var votes = tokens[i].Word.Areas;
            if (votes == 0)
                continue;
            var sum = outline.Has(i, Role.Time) ? time : outline.Has(i, Role.Reason) ? reason : outline.Has(i, Role.Plan) || aside ? plan : core;
            for (var slot = 0; slot < Slots; slot++)
                sum[slot] += (int)((votes >> (8 * slot)) & 0xFF);
        }
        return Strongest(core) ?? Strongest(plan) ?? Strongest(reason) ?? Strongest(time) ?? Area.Academic;
    }

    private static Area? Strongest(ReadOnlySpan<int> sums)
    {
        var best = -1;
        for (var slot = 0; slot < Slots; slot++)
            if (sums[slot] > 0 && (best < 0 || sums[slot] > sums[best]))
                best = slot;
        return best < 0 ? null : best == NoneSlot ? Area.None : (Area)(best + 1);
    }
}
