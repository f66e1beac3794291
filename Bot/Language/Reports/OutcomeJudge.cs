using System.Globalization;

namespace Milestones.Language.Reports;

/// <summary>
/// Weighs what a report without a number says: a setback, work done, something to ask about, or nothing. A linear
/// model fitted on
/// labelled lines (<c>Bot.Bench fit-reports</c>); the rules' own answer is one of its features. It never makes
/// progress of anything.
/// </summary>
internal static class OutcomeJudge
{
    public const double Scale = 100;

    /// <summary>Below this the rules' answer stands, unless they had none.</summary>
    private const double Sure = 0.6;

    [ThreadStatic]
    private static List<int>? s_features;
    private static readonly Lazy<Weights> LazyWeights = new(() => Weights.Read("report-weights"));

    /// <param name="byRule">What the rules made of it; a report with a number, or of a goal reached, is left as it
    /// is.</param>
    public static Report Judge(ReportLine line, GoalShape goal, Report byRule)
    {
        if (byRule is Report.Value or Report.Change or Report.Done or Report.Ask { Number: not null })
            return byRule;
        var features = s_features ??= [];
        OutcomeFeatures.Of(line, goal, byRule, features);
        var weights = LazyWeights.Value;
        var (best, share) = weights.Best(features);
        if (byRule is not Report.None && share < Sure)
            return byRule;
        return weights.Kinds[best] switch
        {
            "setback" => new Report.Setback(byRule.On),
            "effort" => new Report.Effort(byRule.On),
            "ask" => byRule is Report.Ask ? byRule : new Report.Ask(Doubt.HowMuch, null, byRule.On),
            "none" => new Report.None(byRule.On),
            // Something went well and no number says how far: it is asked, or kept as work; it is no setback.
            "done" when goal.Goal.Target is null => new Report.Ask(Doubt.ReachedOrDone, null, byRule.On),
            "done" or "value" or "change" when byRule is Report.Setback or Report.None => new Report.Effort(byRule.On),
            _ => byRule,
        };
    }

    /// <summary>A row of weights for each feature that has any, in whole hundredths, one for each kind.</summary>
    private sealed record Weights(string[] Kinds, double[] Bias, short[] Rows)
    {
        public static Weights Read(string folder)
        {
            using var lines = LexiconText
                .Lines(folder, typeof(LexiconText).Assembly)
                .Select(one => one.Line.Split(' '))
                .GetEnumerator();
            lines.MoveNext();
            var kinds = lines.Current;
            lines.MoveNext();
            var bias = lines.Current.Select(one => double.Parse(one, CultureInfo.InvariantCulture) / Scale).ToArray();
            var rows = new short[OutcomeFeatures.Buckets * kinds.Length];
            while (lines.MoveNext())
            {
                for (var k = 0; k < kinds.Length; k++)
                {
                    rows[(int.Parse(lines.Current[0], CultureInfo.InvariantCulture) * kinds.Length) + k] = short.Parse(
                        lines.Current[k + 1],
                        CultureInfo.InvariantCulture
                    );
                }
            }

            return new Weights(kinds, bias, rows);
        }

        /// <summary>The likeliest kind and its share.</summary>
        public (int Kind, double Share) Best(List<int> features)
        {
            var scale = 1 / (Scale * Math.Sqrt(Math.Max(1, features.Count)));
            Span<double> scores = stackalloc double[Kinds.Length];
            foreach (var feature in features)
            {
                for (var k = 0; k < scores.Length; k++)
                    scores[k] += Rows[(feature * scores.Length) + k];
            }

            var best = 0;
            for (var k = 0; k < scores.Length; k++)
            {
                scores[k] = (scores[k] * scale) + Bias[k];
                best = scores[k] > scores[best] ? k : best;
            }
            var all = 0.0;
            foreach (var score in scores)
                all += Math.Exp(score - scores[best]);
            return (best, 1 / all);
        }
    }
}
