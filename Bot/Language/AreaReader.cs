namespace Milestones.Language;

/// <summary>
/// Sums what the words of a goal say about its area; the core weighs most, and a reason counts only where nothing else
/// speaks.
/// </summary>
internal static class AreaReader
{
    private const int Slots = 6;
    private const int NoneSlot = 5;
    private const int RuleVotes = 7;
    private const int BehaviorSlot = (int)Area.Behavior - 1;

    public static Area Read(Statement statement, Outline outline)
    {
        Span<int> core = stackalloc int[Slots];
        Span<int> plan = stackalloc int[Slots];
        Span<int> reason = stackalloc int[Slots];
        Span<int> time = stackalloc int[Slots];
        var tokens = statement.Tokens;
        var (aside, instead) = (false, false);
        for (var i = 0; i < tokens.Length; i++)
        {
            // "finish my homework before I play video games": what comes after is not what the goal is about.
            aside =
                (
                    aside
                    || (
                        i > 0
                        && ((tokens[i - 1].Is(WordClass.Before) && tokens[i].IsAny(Doing)) || OpensSituation(tokens, i))
                    )
                )
                && !tokens[i].IsMark
                && !tokens[i].Is(WordClass.Commit);
            instead =
                (instead || tokens[i].Word.Text is "instead" or "rather than" or "en vez de" or "en lugar de")
                && !tokens[i].IsMark;
            var votes = tokens[i].Word.Areas;
            if (votes == 0)
                continue;
            var sum =
                outline.Has(i, Role.Time) ? time
                : outline.Has(i, Role.Reason) ? reason
                : outline.Has(i, Role.Plan) || aside ? plan
                : core;
            for (var slot = 0; slot < Slots; slot++)
                // "… instead of playing Xbox" is about the homework; "… instead of calling out" is about calling out.
                (instead && slot != BehaviorSlot ? plan : sum)[slot] += (int)((votes >> (8 * slot)) & 0xFF);
        }
        foreach (ref readonly var match in statement.Matches)
        {
            if (match.Label == Label.Area && !outline.Has(match.First, Role.Time | Role.Reason))
                (outline.Has(match.First, Role.Plan) ? plan : core)[SlotOf(match.Rule.Name)] += RuleVotes;
        }

        return Strongest(core) ?? Strongest(plan) ?? Strongest(reason) ?? Strongest(time) ?? Area.Academic;
    }

    /// <summary>"… when I'm playing four square" says where a goal holds, "when I'm angry" more than that.</summary>
    private static bool OpensSituation(ReadOnlySpan<Token> tokens, int at) =>
        tokens[at].Is(WordClass.Be)
        && at > 1
        && tokens[at - 1].Is(WordClass.I)
        && tokens[at - 2].IsAny(Word.Bit(WordClass.Wh))
        && at + 1 < tokens.Length
        && tokens[at + 1].Is(WordClass.Ing);

    private static int SlotOf(string area) =>
        area switch
        {
            nameof(Area.Academic) => (int)Area.Academic - 1,
            nameof(Area.Engagement) => (int)Area.Engagement - 1,
            nameof(Area.Behavior) => (int)Area.Behavior - 1,
            nameof(Area.SocialEmotional) => (int)Area.SocialEmotional - 1,
            nameof(Area.FutureReadiness) => (int)Area.FutureReadiness - 1,
            _ => NoneSlot,
        };

    private static readonly UInt128 Doing = Word.Bit(WordClass.I) | Word.Bit(WordClass.Base) | Word.Bit(WordClass.Ing);

    private static Area? Strongest(ReadOnlySpan<int> sums)
    {
        var best = -1;
        for (var slot = 0; slot < Slots; slot++)
        {
            if (sums[slot] > 0 && (best < 0 || sums[slot] > sums[best]))
                best = slot;
        }

        return best < 0 ? null
            : best == NoneSlot ? Area.None
            : (Area)(best + 1);
    }
}
