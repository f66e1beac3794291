using System.Globalization;
using Milestones.Cards;
using Milestones.Conversations;
using Milestones.Localization;

namespace Milestones.Goals;

/// <summary>How far a goal is: the bar, the small chart, and the cards to log with.</summary>
internal static class ProgressCards
{
    /// <summary>As many days as have their names under the line on a phone.</summary>
    private const int MostPoints = 6;

    /// <summary>What was just logged, with the way back.</summary>
    public static Card Logged(Logged logged, TurnContext context)
    {
        var voice = context.Voice;
        var goal = logged.Goal;
        IEnumerable<CardAction> actions = (logged.MeetsTarget && goal.IsActive, GoalStatuses.Of(goal, context.Today)) switch
        {
            (true, _) =>
            [
                new Execute(voice["Action.ReachedYes"], ProgressVerbs.Reached, ("goal", goal.Id)) { Style = "positive" },
                new Execute(voice["Action.NotYet"], GoalVerbs.Details, ("goal", goal.Id)),
            ],
            (_, GoalStatus.Stuck) => [new Execute(voice["Action.BreakDown"], ProgressVerbs.BreakDown, ("goal", goal.Id)) { Style = "positive" }],
            (_, GoalStatus.PastDate) => [new Execute(voice["Action.Adjust"], ProgressVerbs.Adjust, ("goal", goal.Id)) { Style = "positive" }],
            _ when GoalStatuses.IsFarAhead(goal, context.Today) => [new Execute(voice["Action.Raise"], ProgressVerbs.Adjust, ("goal", goal.Id)) { Style = "positive" }],
            _ => [],
        };
        var title = Title(logged, context);
        return Framed(
            title,
            [
                GoalCards.Heading(title),
                .. Celebration(logged, context),
                new RichTextBlock(new TextRun(goal.Sentence)),
                .. Bar(goal, context),
                .. Offer(logged, context),
                new ActionSet([.. actions, new Execute(voice["Action.Undo"], ProgressVerbs.Undo, ("goal", goal.Id), ("entry", logged.Entry.Id)), new Execute(voice["MyGoals.Title"], GoalVerbs.Mine)]),
            ],
            voice);
    }

    /// <summary>The bar with the same in words, and the next step.</summary>
    public static IEnumerable<CardElement> Bar(Goal goal, TurnContext context)
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
                new TextRun(" · " + voice.Day(next.Due, context.Today)) { IsSubtle = true })
            {
                Spacing = "none",
            };
        }
    }

    /// <summary>A line through the last numbers, one a day, from where it began; clients without charts get the numbers in a row.</summary>
    public static IEnumerable<CardElement> Chart(Goal goal, TurnContext context)
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
        var (from, to) = ChartRange.Around([.. shown.Select(point => point.Value), .. goal.Measure.Target is { } target ? [target] : Array.Empty<double>()]);
        var row = string.Join(" → ", shown.Select(point => Quantities.Say(point.Value, goal.Measure.Unit, voice)));
        yield return new LineChart(title, new LineSeries(title, [.. shown.Select(point => new LinePoint(voice.ShortDay(point.On), point.Value))]))
        {
            YMin = from,
            YMax = to,
            Fallback = new TextBlock(Markdown.Escape(row)) { Size = "small", IsSubtle = true },
        };
    }

    public static Card Form(Goal goal, CardData sent, IReadOnlyDictionary<string, string> errors, TurnContext context)
    {
        var voice = context.Voice;
        var title = voice["Log.Title"];
        var unit = Quantities.UnitName(goal.Measure.Unit, voice);
        return Framed(
            title,
            [
                GoalCards.Heading(title),
                new RichTextBlock(new TextRun(goal.Sentence)),
                .. goal.Measure.Target is null ? Array.Empty<CardElement>() :
                [
                    new TextInput(unit.Length > 0 ? voice.Say("Log.ValueOf", ("unit", unit)) : voice["Log.Value"]) { Id = "value", Value = sent.Text("value"), Placeholder = Quantities.Say(goal.Current, goal.Measure.Unit, voice) },
                    .. Error("value"),
                ],
                new TextInput(voice[goal.Measure.Target is null ? "Log.Note" : "Log.NoteToo"]) { Id = "note", Value = sent.Text("note"), MaxLength = Goal.MaxLength, IsMultiline = true },
                .. Error("note"),
                new TextInput(voice["Log.Evidence"]) { Id = "evidence", Value = sent.Text("evidence"), MaxLength = Goal.MaxLength },
                .. Error("evidence"),
                new DateInput(voice["Log.Day"]) { Id = "on", Value = sent.Text("on") ?? context.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) },
                .. Error("on"),
                new ActionSet(
                    new Execute(voice["Action.Done"], ProgressVerbs.Submit, ("goal", goal.Id), ("token", context.Turn.NewId(2))) { Style = "positive" },
                    new Execute(voice["Action.Cancel"], GoalVerbs.Details, ("goal", goal.Id))),
            ],
            voice);

        IEnumerable<CardElement> Error(string name) => errors.TryGetValue(name, out var message) ? [new TextBlock(message) { Color = "attention", Size = "small", Spacing = "none" }] : [];
    }

    /// <summary>Asks which goal is meant.</summary>
    public static Card Pick(PendingProgress pending, IEnumerable<Goal> goals, TurnContext context)
    {
        var title = context.Voice["Log.Which"];
        return Framed(
            title,
            [
                GoalCards.Heading(title),
                .. goals.Select(goal => new Container(new RichTextBlock(new TextRun(goal.Sentence)))
                {
                    Style = "emphasis",
                    Spacing = "small",
                    SelectAction = new Execute(goal.Sentence, ProgressVerbs.Pick, ("goal", goal.Id), ("entry", pending.Id)),
                }),
                new TextBlock(context.Voice["Log.WhichHint"]) { Size = "small", IsSubtle = true },
            ],
            context.Voice);
    }

    public static ActionSet ToMyGoals(TurnContext context) => new(new Execute(context.Voice["MyGoals.Title"], GoalVerbs.Mine));

    public static Card Framed(string title, IReadOnlyList<CardElement> body, Voice voice) => new(body)
    {
        Lang = voice.Culture.TwoLetterISOLanguageName,
        Speak = title,
        FallbackText = title,
    };

    private static string Numbers(Goal goal, Voice voice) => goal.Measure.Target is { } target
        ? goal.Current is { } now
            ? voice.Say("Status.FromTo", ("now", Quantities.Say(now, goal.Measure.Unit, voice)), ("target", Quantities.Say(target, goal.Measure.Unit, voice)))
            : voice.Say("Status.To", ("target", Quantities.Say(target, goal.Measure.Unit, voice)))
        : goal.Milestones.Count > 0
            ? voice.Say("Status.Steps", ("done", goal.Milestones.Count(step => step.ReachedOn is not null)), ("all", goal.Milestones.Count))
            : string.Empty;

    private static string Title(Logged logged, TurnContext context) =>
        logged.Goal.ReachedOn is not null ? context.Voice["Log.GoalReached"]
        : logged.Steps.Count > 0 ? context.Voice["Log.StepReached"]
        : logged.Entry.Value is { } value ? context.Voice.Say("Log.Logged", ("value", Quantities.Say(value, logged.Goal.Measure.Unit, context.Voice)))
        : context.Voice["Log.NoteLogged"];

    private static IEnumerable<CardElement> Celebration(Logged logged, TurnContext context)
    {
        var goal = logged.Goal;
        if (logged.Steps is [.., { } step] && goal.ReachedOn is null)
        {
            var done = goal.Milestones.Count(one => one.ReachedOn is not null);
            yield return new RichTextBlock(
                new TextRun(MilestoneCards.Title(step, goal, context)) { Weight = "bolder" },
                new TextRun(" · " + context.Voice.Say("Log.StepOf", ("done", done), ("all", goal.Milestones.Count))));
            yield return new TextBlock(context.Voice["Log.StepPraise"]);
        }
    }

    private static IEnumerable<CardElement> Offer(Logged logged, TurnContext context)
    {
        var goal = logged.Goal;
        var key = logged.MeetsTarget && goal.IsActive ? "Offer.Reached"
            : GoalStatuses.Of(goal, context.Today) switch
            {
                GoalStatus.Stuck => "Offer.BreakDown",
                GoalStatus.PastDate => "Offer.PastDate",
                _ => GoalStatuses.IsFarAhead(goal, context.Today) ? "Offer.Raise" : null,
            };
        return key is null ? [] : [new TextBlock(context.Voice[key]) { Spacing = "medium" }];
    }
}
