using Milestones.Bench.Wanted;
using Milestones.Language.Parts;
using Milestones.Language.Wanted;

namespace Milestones.Bench.Parts;

/// <summary>Fits the three models of <see cref="PartReader"/>.</summary>
internal static class PartFit
{
    /// <summary>More than for whole lines: there are many parts, and a sure reading overrules the rules.</summary>
    private const float Regularisation = 1;

    public static (byte[] Gaps, byte[] Acts, byte[] Roles) Fit(IReadOnlyList<PartLine> lines)
    {
        var (tokens, traits) = (new PartTokens(), new TraitList());
        var (gaps, acts, roles) = (new List<Sample>(), new List<Sample>(), new List<Sample>());
        foreach (var line in lines)
        {
            tokens.Read(line.Text, line.Language, line.Setting);
            if (tokens.Count == 0)
                continue;
            var begins = Begins(tokens, line);
            for (var at = 1; at < tokens.Count; at++)
            {
                if (tokens[at].IsMark)
                    continue;
                PartTraits.OfGap(tokens, at, line.Setting, traits);
                gaps.Add(new(traits.Items.ToArray(), begins.Exists(one => one.At == at) ? 1 : 0));
            }

            for (var k = 0; k < begins.Count; k++)
            {
                var (from, act) = begins[k];
                var end = PartReader.Close(tokens, from, k + 1 < begins.Count ? begins[k + 1].At : tokens.Count);
                PartTraits.OfPart(tokens, from, end, line.Setting, traits);
                acts.Add(new(traits.Items.ToArray(), (int)act));
                for (var at = from; at < end; at++)
                {
                    if (!PartTokens.IsNumber(tokens[at]))
                        continue;
                    PartTraits.OfNumber(tokens, at, act, line.Setting, traits);
                    roles.Add(new(traits.Items.ToArray(), (int)RoleOf(tokens, at, line)));
                }
            }
        }

        return (
            MaximumEntropy.Fit(gaps, 2, Regularisation),
            MaximumEntropy.Fit(acts, PartReader.Acts, Regularisation),
            MaximumEntropy.Fit(roles, PartReader.Roles, Regularisation)
        );
    }

    /// <summary>The tokens at which parts begin, with what each does.</summary>
    public static List<(int At, PartAct Act)> Begins(PartTokens tokens, PartLine line)
    {
        var begins = new List<(int At, PartAct Act)>();
        foreach (var (start, act) in line.Parts)
        {
            for (var at = 0; at < tokens.Count; at++)
            {
                if (tokens[at].End <= start || tokens[at].IsMark)
                    continue;
                if (begins.Count == 0 || begins[^1].At < at)
                    begins.Add((begins.Count == 0 ? 0 : at, act));
                break;
            }
        }

        return begins;
    }

    public static NumberRole RoleOf(PartTokens tokens, int at, PartLine line)
    {
        foreach (var (start, end, role) in line.Numbers)
        {
            if (tokens[at].Start < end && tokens[at].End > start)
                return role;
        }

        return NumberRole.Other;
    }

    public static PartModels Models((byte[] Gaps, byte[] Acts, byte[] Roles) fitted) =>
        new(new LinearModel(fitted.Gaps), new LinearModel(fitted.Acts), new LinearModel(fitted.Roles));
}
