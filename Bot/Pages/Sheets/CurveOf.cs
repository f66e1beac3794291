using Microsoft.AspNetCore.Components;
using Milestones.Localization;
using Milestones.Views;

namespace Milestones.Pages.Sheets;

/// <summary>A goal's numbers over the days as a chart, with the number to be at.</summary>
internal static class CurveOf
{
    /// <param name="points">At least two, in the order of their days.</param>
    public static RenderFragment Goal(
        string id,
        IReadOnlyList<(DateOnly On, double Value)> points,
        double? target,
        string? unit,
        Voice voice,
        DateOnly today
    )
    {
        double[] goals = target is { } mark ? [mark] : [];
        var (from, to) = ChartRange.Around([.. points.Select(point => point.Value), .. goals]);
        var says = string.Join(" → ", points.Select(point => Quantities.Say(point.Value, unit, voice)));
        var aim = target is { } end ? voice.Say("Bar.Goal", ("goal", Quantities.Say(end, unit, voice))) : "";
        return Charts.Line(
            new(
                id,
                voice["Chart.Title"],
                target is null ? says : $"{says}. {aim}",
                [voice["Mine.Day"], voice["Mine.Number"]],
                [
                    .. points.Select(point =>
                        (string[])[voice.Day(point.On, today), Quantities.Say(point.Value, unit, voice)]
                    ),
                ]
            ),
            new(points, target, aim, from, to, voice.ShortDay, voice.Number),
            voice
        );
    }
}
