using Milestones.Cards;
using Milestones.Localization;
using Milestones.School;

namespace Milestones.Views;

/// <summary>How far a goal is: the bar in words and as a line, and the small chart.</summary>
internal static class GoalProgress
{
    /// <summary>As many days as have their names under the line on a phone.</summary>
    private const int MostPoints = 6;

    /// <summary>The bar with the same in words, and the next step.</summary>
    public static IEnumerable<CardElement> Bar(Goal goal, TurnContext<Person> context)
    {
        var voice = context.Voice;
        var status = voice[$"Status.{GoalStatuses.Of(goal, context.Today)}"];
        var numbers = Numbers(goal, voice);
        var words = numbers.Length > 0 ? $"{status} · {numbers}" : status;
        if (goal.Share is { } share)
        {
            yield return new ProgressBar((int)Math.Round(share * 100), words);
        }

        yield return new TextBlock(Markdown.Escape(words)) { Size = "small", Spacing = "small" };
        if (goal.IsActive && goal.Milestones.FirstOrDefault(step => step.ReachedOn is null) is { } next)
        {
            yield return new RichTextBlock(
                new TextRun(voice["MyGoals.Next"] + " ") { IsSubtle = true },
                new TextRun(GoalCards.InBrief(MilestoneCards.Title(next, goal, context))),
                new TextRun(" · " + voice.Day(next.Due, context.Today)) { IsSubtle = true }
            )
            {
                Spacing = "none",
            };
        }
    }

    /// <summary>
    /// A bar as wide as the card, with the start and the goal at its ends and where it is now over it.
    /// </summary>
    public static IEnumerable<CardElement> Thick(Goal goal, TurnContext<Person> context)
    {
        var (voice, unit) = (context.Voice, goal.Measure.Unit);
        if (goal is not { Share: { } share, Measure.Target: { } target, Current: { } now })
        {
            foreach (var element in Bar(goal, context))
                yield return element;
            yield break;
        }

        var percent = Math.Clamp((int)Math.Round(share * 100), 0, 100);
        yield return new ColumnSet([
            .. percent == 0 ? Array.Empty<Column>() : [Part(percent, "good")],
            .. percent == 100 ? Array.Empty<Column>() : [Part(100 - percent, "emphasis")],
        ])
        {
            Spacing = "small",
        };
        var start = goal.Measure.Baseline is { } from ? Quantities.Say(from, unit, voice) : voice.Number(0);
        yield return new ColumnSet(
            End(goal.Measure.Baseline is null && goal.Measure.LowerIsBetter ? string.Empty : start, "left"),
            End(voice.Say("Bar.Now", ("now", Quantities.Say(now, unit, voice))), "center"),
            End(voice.Say("Bar.Goal", ("goal", Quantities.Say(target, unit, voice))), "right")
        )
        {
            Spacing = "none",
        };

        static Column Part(int share, string style) =>
            new(share.ToString(System.Globalization.CultureInfo.InvariantCulture), new TextBlock("\u00a0"))
            {
                Style = style,
            };

        static Column End(string words, string side) =>
            new(
                "stretch",
                new TextBlock(words.Length > 0 ? Markdown.Escape(words) : "\u00a0")
                {
                    Size = "small",
                    HorizontalAlignment = side,
                }
            );
    }

    /// <summary>
    /// A line through the last numbers, one a day, from where it began; clients without charts get the numbers in a
    /// row.
    /// </summary>
    public static IEnumerable<CardElement> Chart(Goal goal, TurnContext<Person> context)
    {
        var voice = context.Voice;
        List<(DateOnly On, double Value)> logged =
        [
            .. goal.Measure.Baseline is { } start ? [(goal.CreatedOn, start)] : Array.Empty<(DateOnly, double)>(),
            .. goal.Progress.Where(entry => entry.Value is not null).Select(entry => (entry.On, entry.Value!.Value)),
        ];

        // A line needs days: two numbers of one afternoon are no curve.
        var days = logged.GroupBy(point => point.On).Select(day => day.Last()).OrderBy(point => point.On).ToList();
        if (days.Count < 2)
        {
            yield break;
        }

        var title = voice["Chart.Title"];
        List<(DateOnly On, double Value)> shown = [days[0], .. days.Skip(1).TakeLast(MostPoints - 1)];
        var (from, to) = ChartRange.Around([
            .. shown.Select(point => point.Value),
            .. goal.Measure.Target is { } target ? [target] : Array.Empty<double>(),
        ]);
        var row = string.Join(" → ", shown.Select(point => Quantities.Say(point.Value, goal.Measure.Unit, voice)));
        yield return new LineChart(
            title,
            new LineSeries(title, [.. shown.Select(point => new LinePoint(voice.ShortDay(point.On), point.Value))])
        )
        {
            YMin = from,
            YMax = to,
            Fallback = new TextBlock(Markdown.Escape(row)) { Size = "small", IsSubtle = true },
        };
    }

    public static ActionSet ToMyGoals(TurnContext<Person> context) =>
        new(new Execute(context.Voice["MyGoals.Title"], GoalVerbs.Mine));

    /// <summary>Where it is and where it is to be, in words.</summary>
    public static string Numbers(Goal goal, Voice voice) =>
        goal.Measure.Target is { } target
            ? goal.Current is { } now
                ? voice.Say(
                    "Status.FromTo",
                    ("now", Quantities.Say(now, goal.Measure.Unit, voice)),
                    ("target", Quantities.Say(target, goal.Measure.Unit, voice))
                )
                : voice.Say("Status.To", ("target", Quantities.Say(target, goal.Measure.Unit, voice)))
            : goal.Milestones.Count > 0
                ? voice.Say(
                    "Status.Steps",
                    ("done", goal.Milestones.Count(step => step.ReachedOn is not null)),
                    ("all", goal.Milestones.Count)
                )
                : string.Empty;
}
