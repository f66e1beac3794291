using System.Globalization;
using Milestones.Cards;
using Milestones.Localization;
using Milestones.School;

namespace Milestones.Views;

/// <summary>How far a goal is: the bar in words and as a line, and the small chart.</summary>
internal static class GoalProgress
{
    /// <summary>As many days as have their names under the line on a phone.</summary>
    private const int MostPoints = 6;

    /// <summary>
    /// A thick bar as wide as the card with its steps, the start, now and the goal under it, and how it stands with
    /// the next step.
    /// </summary>
    public static IEnumerable<CardElement> Bar(Goal goal, TurnContext<Person> context)
    {
        var voice = context.Voice;
        var status = voice[$"Status.{GoalStatuses.Of(goal, context.Today)}"];
        var numbers = Numbers(goal, voice);
        var words = numbers.Length > 0 ? $"{status} · {numbers}" : status;
        if (goal.Share is { } share)
        {
            yield return new Image(BarPicture.Of(share, Steps(goal)), words) { Size = "stretch", Spacing = "small" };
        }

        var ends = Ends(goal, voice);
        if (ends is not null)
            yield return ends;
        var next = goal.IsActive ? goal.Milestones.FirstOrDefault(step => step.ReachedOn is null) : null;
        yield return new RichTextBlock([
            new TextRun(ends is null ? words : status) { Weight = "bolder" },
            .. next is null
                ? Array.Empty<TextRun>()
                :
                [
                    new TextRun($" · {voice["MyGoals.Next"]} ") { IsSubtle = true },
                    new TextRun(GoalCards.InBrief(MilestoneCards.Title(next, goal, context))),
                    new TextRun(" · " + voice.Day(next.Due, context.Today)) { IsSubtle = true },
                ],
        ])
        {
            Spacing = "small",
        };
    }

    /// <summary>Where the steps are on the way, 0 to 1.</summary>
    private static IReadOnlyList<double> Steps(Goal goal) =>
        goal.Measure.Target is null
            ? [.. Enumerable.Range(1, goal.Milestones.Count).Select(n => (double)n / goal.Milestones.Count)]
            :
            [
                .. goal
                    .Milestones.Select(step => step.Value is { } value ? goal.Measure.Share(value) : null)
                    .OfType<double>(),
            ];

    /// <summary>The start, now and the goal under the bar; null where there are no such numbers.</summary>
    private static ColumnSet? Ends(Goal goal, Voice voice)
    {
        var unit = goal.Measure.Unit;
        if (goal is not { Share: not null, Measure.Target: { } target, Current: { } now })
            return null;
        var start =
            goal.Measure.Baseline is { } from ? Quantities.Say(from, unit, voice)
            : goal.Measure.LowerIsBetter ? "\u00a0"
            : voice.Number(0);
        return new(
            End("1", start, "left"),
            End("2", voice.Say("Bar.Now", ("now", Quantities.Say(now, unit, voice))), "center", "bolder"),
            End("2", voice.Say("Bar.Goal", ("goal", Quantities.Say(target, unit, voice))), "right")
        )
        {
            Spacing = "none",
        };

        static Column End(string width, string words, string side, string? weight = null) =>
            new(
                width,
                new TextBlock(Markdown.Escape(words))
                {
                    Size = "small",
                    HorizontalAlignment = side,
                    Weight = weight,
                }
            );
    }

    /// <summary>
    /// A line through the last numbers, one a day, and the goal as a line of its own; above it the same in words, for
    /// clients without charts and for those who cannot see it.
    /// </summary>
    public static IEnumerable<CardElement> Chart(Goal goal, TurnContext<Person> context)
    {
        var voice = context.Voice;
        var logged = goal
            .Progress.Where(entry => entry.Value is not null)
            .Select(entry => (entry.On, Value: entry.Value!.Value))
            .ToList();
        if (logged.Count == 0)
            yield break;

        // Where it began is the first point: one that was told for an earlier day is not followed by it.
        if (goal.Measure.Baseline is { } start && logged.TrueForAll(point => point.On >= goal.CreatedOn))
            logged.Insert(0, (goal.CreatedOn, start));

        // A line needs days: two numbers of one afternoon are no curve.
        var days = logged.GroupBy(point => point.On).Select(day => day.Last()).OrderBy(point => point.On).ToList();
        if (days.Count < 2)
            yield break;

        List<(DateOnly On, double Value)> shown = [days[0], .. days.Skip(1).TakeLast(MostPoints - 1)];
        double[] goals = goal.Measure.Target is { } target ? [target] : [];
        var (from, to) = ChartRange.Around([.. shown.Select(point => point.Value), .. goals]);
        var row = string.Join(" → ", shown.Select(point => Quantities.Say(point.Value, goal.Measure.Unit, voice)));
        var title = voice["Chart.Title"];
        yield return new TextBlock(Markdown.Escape($"{title}: {row}"))
        {
            Size = "small",
            Weight = "bolder",
            Spacing = "medium",
        };
        yield return new LineChart(
            title,
            [
                new(title, [.. shown.Select(point => new LinePoint(voice.ShortDay(point.On), point.Value))])
                {
                    Color = "categoricalBlue",
                },
                .. goals.Select(mark => new LineSeries(
                    voice.Say("Bar.Goal", ("goal", Quantities.Say(mark, goal.Measure.Unit, voice))),
                    [.. shown.Select(point => new LinePoint(voice.ShortDay(point.On), mark))]
                )
                {
                    Color = "good",
                }),
            ]
        )
        {
            YMin = from,
            YMax = to,
            Fallback = new TextBlock("\u00a0") { Size = "small", Spacing = "none" },
        };
    }

    public static ActionSet ToMyGoals(TurnContext<Person> context) =>
        new(new Execute(context.Voice["MyGoals.Title"], GoalVerbs.Mine));

    /// <summary>One tap counts one, once: the button of an older state does nothing.</summary>
    public static Execute PlusOne(Goal goal, string token, TurnContext<Person> context) =>
        new(
            context.Voice["Action.PlusOne"],
            ProgressVerbs.Plus,
            ("goal", goal.Id),
            ("entries", goal.Progress.Count.ToString(CultureInfo.InvariantCulture)),
            ("token", token)
        )
        {
            Style = "positive",
        };

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
