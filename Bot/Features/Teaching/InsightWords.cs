using Milestones.Localization;

namespace Milestones.Features.Teaching;

/// <summary>The figures of a period in words, the same on the card and on the page.</summary>
internal static class InsightWords
{
    public static string Counts<T>(GoalFigures<T> figures, Voice voice)
        where T : struct, Enum =>
        string.Join(
            " · ",
            new[]
            {
                voice.Say("Insight.Goals", ("n", figures.Goals)),
                voice.Say("Insight.Set", ("n", figures.Set)),
                voice.Say("Insight.Reached", ("n", figures.Reached)),
                figures.AtRisk is { } risk ? voice.Say("Insight.AtRisk", ("n", risk)) : null,
                figures.Weeks is { } weeks ? voice.Say("Insight.Weeks", ("n", weeks)) : null,
            }.OfType<string>()
        );

    public static string Of(Outcome outcome, Voice voice) =>
        voice.Say("Insight.ReachedOf", ("n", outcome.Reached), ("all", outcome.All));

    public static string Of(PlanFigures plan, Voice voice) =>
        voice.Say("Insight.Beside", ("with", Of(plan.With, voice)), ("without", Of(plan.Without, voice)));
}
