using Milestones.Language.Reports;
using Milestones.Language.Wanted;

namespace Milestones.Language.Parts;

/// <summary>
/// Tells the parts of a line, what each does, and what its numbers stand for. The weights are fitted to labelled lines
/// by <c>Bot.Bench fit-parts</c>.
/// </summary>
internal static class PartReader
{
    public static int Acts { get; } = Enum.GetValues<PartAct>().Length;

    public static int Roles { get; } = Enum.GetValues<NumberRole>().Length;

    private static readonly Lazy<PartModels> LazyModels = new(() =>
        new(
            new LinearModel(Resources.Weights("gaps.weights")),
            new LinearModel(Resources.Weights("acts.weights")),
            new LinearModel(Resources.Weights("roles.weights"))
        )
    );

    /// <summary>The bot's own weights.</summary>
    public static PartModels Models => LazyModels.Value;

    [ThreadStatic]
    private static Scratch? s_scratch;

    [ThreadStatic]
    private static LastRead?[]? s_last;

    [ThreadStatic]
    private static uint s_next;

    /// <summary>
    /// The reading of a line. The last ones are at hand: in a turn several rules ask for the same, each against its
    /// goal.
    /// </summary>
    public static PartReading Read(string text, TextLanguage language, PartSetting setting)
    {
        var last = s_last ??= new LastRead[Kept];
        foreach (var one in last)
        {
            if (one?.Text == text && one.Language == language && one.Setting == setting)
                return one.Reading;
        }

        var reading = Read(text, language, setting, Models);
        last[s_next++ % Kept] = new(text, language, setting, reading);
        return reading;
    }

    private const int Kept = 8;

    /// <summary>The same with other weights than the bot's own.</summary>
    public static PartReading Read(string text, TextLanguage language, PartSetting setting, PartModels models)
    {
        var (line, traits) = s_scratch ??= new(new(), new());
        line.Read(text, language, setting);
        var parts = new List<SaidPart>();
        var numbers = new List<SaidNumber>();
        Span<float> acts = stackalloc float[Acts];
        Span<float> roles = stackalloc float[Roles];
        for (var from = Next(line, 0); from < line.Count; )
        {
            var end = End(line, from, setting, traits, models.Gaps);
            PartTraits.OfPart(line, from, end, setting, traits);
            models.Acts.Read(traits.Items, acts);
            var (act, together) = BestOfFamily(acts);
            parts.Add(new(line[from].Start, line[end - 1].End, (PartAct)act, acts[act], together));
            for (var at = from; at < end; at++)
            {
                if (!PartTokens.IsNumber(line[at]))
                    continue;
                PartTraits.OfNumber(line, at, (PartAct)act, setting, traits);
                models.Roles.Read(traits.Items, roles);
                var role = Best(roles);
                var token = line[at];
                // A number in words that name a day is of that day, or unsure.
                var share = line.IsOfDate(at) && role != (int)NumberRole.Date ? 0 : roles[role];
                numbers.Add(
                    new(token.Start, token.End, token.Value, token.Look, parts.Count - 1, (NumberRole)role, share)
                );
            }

            from = Next(line, end);
        }

        return new(parts, numbers);
    }

    /// <summary>So probable a beginning is enough behind a full stop, where most parts end.</summary>
    private const float AfterStop = 0.25f;

    private const float Elsewhere = 0.5f;

    /// <summary>Where the part that begins at a token ends: before the marks that close it.</summary>
    private static int End(PartTokens line, int from, PartSetting setting, TraitList traits, LinearModel gaps)
    {
        Span<float> begins = stackalloc float[2];
        for (var at = from + 1; at < line.Count; at++)
        {
            if (line[at].IsMark)
                continue;
            PartTraits.OfGap(line, at, setting, traits);
            gaps.Read(traits.Items, begins);
            if (begins[1] > (line[at - 1].Look is Look.Stop or Look.Question ? AfterStop : Elsewhere))
                return Close(line, from, at);
        }

        return Close(line, from, line.Count);
    }

    /// <summary>A question mark belongs to the part before it, other marks to none.</summary>
    public static int Close(PartTokens line, int from, int end)
    {
        while (end > from + 1 && line[end - 1].IsMark)
            end--;
        return end;
    }

    private static int Next(PartTokens line, int at)
    {
        while (at < line.Count && line[at].IsMark)
            at++;
        return at;
    }

    /// <summary>The likeliest act of the likeliest family, and how probable the family is.</summary>
    private static (int Act, float Together) BestOfFamily(ReadOnlySpan<float> acts)
    {
        Span<float> families = stackalloc float[PartFamilies.Count];
        for (var act = 0; act < acts.Length; act++)
            families[(int)PartFamilies.Of((PartAct)act)] += acts[act];
        var family = (PartFamily)Best(families);
        var best = -1;
        for (var act = 0; act < acts.Length; act++)
        {
            if (PartFamilies.Of((PartAct)act) == family && (best < 0 || acts[act] > acts[best]))
                best = act;
        }

        return (best, families[(int)family]);
    }

    private static int Best(ReadOnlySpan<float> shares)
    {
        var best = 0;
        for (var k = 1; k < shares.Length; k++)
        {
            if (shares[k] > shares[best])
                best = k;
        }

        return best;
    }

    private sealed record LastRead(string Text, TextLanguage Language, PartSetting Setting, PartReading Reading);

    private sealed record Scratch(PartTokens Line, TraitList Traits);
}

/// <summary>The fitted weights of this room.</summary>
/// <param name="Gaps">Whether a part begins.</param>
/// <param name="Acts">What a part does.</param>
/// <param name="Roles">What a number stands for.</param>
internal sealed record PartModels(LinearModel Gaps, LinearModel Acts, LinearModel Roles);
