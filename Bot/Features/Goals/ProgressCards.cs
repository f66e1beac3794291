using System.Globalization;
using Milestones.Cards;
using Milestones.Conversations;
using Milestones.School;
using Milestones.Views;

namespace Milestones.Features.Goals;

/// <summary>The cards to log progress with, and what was logged.</summary>
internal static class ProgressCards
{
    /// <summary>What was just logged, with the way back.</summary>
    public static Card Logged(Logged logged, TurnContext<Person> context)
    {
        var voice = context.Voice;
        var goal = logged.Goal;
        (string, string) once = ("token", context.Turn.NewId(0x73));
        IEnumerable<CardAction> actions = (
            logged.MeetsTarget && goal.IsActive,
            GoalStatuses.Of(goal, context.Today)
        ) switch
        {
            (true, _) =>
            [
                new Execute(voice["Action.ReachedYes"], ProgressVerbs.Reached, ("goal", goal.Id), once)
                {
                    Style = "positive",
                },
                new Execute(voice["Action.NotYet"], GoalVerbs.Details, ("goal", goal.Id)),
            ],
            (_, GoalStatus.Stuck) =>
            [
                new Execute(voice["Action.BreakDown"], ProgressVerbs.BreakDown, ("goal", goal.Id), once)
                {
                    Style = "positive",
                },
            ],
            (_, GoalStatus.PastDate) =>
            [
                new Execute(voice["Action.Adjust"], ProgressVerbs.Adjust, ("goal", goal.Id)) { Style = "positive" },
            ],
            _ when IsToRaise(logged, context) =>
            [
                new Execute(voice["Action.Raise"], ProgressVerbs.Adjust, ("goal", goal.Id)) { Style = "positive" },
            ],
            _ => [],
        };
        var title = Title(logged, context);
        return CardParts.Framed(
            title,
            [
                CardParts.Heading(title),
                .. Celebration(logged, context),
                new RichTextBlock(new TextRun(goal.Sentence)),
                .. logged.Entry.Value is not null && StatusHandler.Pace(goal, context) is { } pace
                    ? [new TextBlock(pace)]
                    : Array.Empty<CardElement>(),
                .. GoalProgress.Bar(goal, context),
                .. Offer(logged, context),
                new ActionSet([
                    .. actions,
                    new Execute(
                        voice["Action.Undo"],
                        ProgressVerbs.Undo,
                        ("goal", goal.Id),
                        ("entry", logged.Entry.Id),
                        ("token", context.Turn.NewId(0x76))
                    ),
                    new Execute(voice["MyGoals.Title"], GoalVerbs.Mine),
                ]),
            ],
            voice.Culture
        );
    }

    public static Card Form(
        Goal goal,
        CardData sent,
        IReadOnlyDictionary<string, string> errors,
        TurnContext<Person> context
    )
    {
        var voice = context.Voice;
        var title = voice["Log.Title"];
        var unit = Quantities.UnitName(goal.Measure.Unit, voice);
        return CardParts.Framed(
            title,
            [
                CardParts.Heading(title),
                new RichTextBlock(new TextRun(goal.Sentence)),
                .. goal.Measure.Target is null
                    ? Array.Empty<CardElement>()
                    :
                    [
                        new TextInput(unit.Length > 0 ? voice.Say("Log.ValueOf", ("unit", unit)) : voice["Log.Value"])
                        {
                            Id = "value",
                            Value = sent.Text("value"),
                            Placeholder = Quantities.Say(goal.Current, goal.Measure.Unit, voice),
                        },
                        .. Error("value"),
                    ],
                new TextInput(voice[goal.Measure.Target is null ? "Log.Note" : "Log.NoteToo"])
                {
                    Id = "note",
                    Value = sent.Text("note"),
                    MaxLength = Goal.MaxLength,
                    IsMultiline = true,
                },
                .. Error("note"),
                new TextInput(voice["Log.Evidence"])
                {
                    Id = "evidence",
                    Value = sent.Text("evidence"),
                    MaxLength = Goal.MaxLength,
                },
                .. Error("evidence"),
                new DateInput(voice["Log.Day"])
                {
                    Id = "on",
                    Value = sent.Text("on") ?? context.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                },
                .. Error("on"),
                new ActionSet(
                    new Execute(
                        voice["Action.Done"],
                        ProgressVerbs.Submit,
                        ("goal", goal.Id),
                        ("token", context.Turn.NewId(2))
                    )
                    {
                        Style = "positive",
                    },
                    new Execute(voice["Action.Cancel"], GoalVerbs.Details, ("goal", goal.Id))
                ),
            ],
            voice.Culture
        );

        IEnumerable<CardElement> Error(string name) =>
            errors.TryGetValue(name, out var message)
                ?
                [
                    new TextBlock(message)
                    {
                        Color = "attention",
                        Size = "small",
                        Spacing = "none",
                    },
                ]
                : [];
    }

    private static string Title(Logged logged, TurnContext<Person> context) =>
        logged.Goal.ReachedOn is not null ? context.Voice["Log.GoalReached"]
        : logged.Steps.Count > 0 ? context.Voice["Log.StepReached"]
        : logged.Entry.Value is { } value
            ? logged.Before is { } last
                    ? context.Voice.Say(
                        value == last ? "Log.Changed.Same"
                            : value > last ? "Log.Changed.Up"
                            : "Log.Changed.Down",
                        ("value", Quantities.Say(value, logged.Goal.Measure.Unit, context.Voice)),
                        ("last", Quantities.Say(last, logged.Goal.Measure.Unit, context.Voice))
                    )
                : context.Voice.Say(
                    "Log.Logged",
                    ("value", Quantities.Say(value, logged.Goal.Measure.Unit, context.Voice))
                )
        : context.Voice["Log.NoteLogged"];

    private static IEnumerable<CardElement> Celebration(Logged logged, TurnContext<Person> context)
    {
        var goal = logged.Goal;
        if (logged.Steps is [.., { } step] && goal.ReachedOn is null)
        {
            var done = goal.Milestones.Count(one => one.ReachedOn is not null);
            yield return new RichTextBlock(
                new TextRun(MilestoneCards.Title(step, goal, context)) { Weight = "bolder" },
                new TextRun(" · " + context.Voice.Say("Log.StepOf", ("done", done), ("all", goal.Milestones.Count)))
            );
            yield return new TextBlock(context.Voice["Log.StepPraise"]);
        }
    }

    /// <summary>Far ahead of the plan, and not on the way back.</summary>
    private static bool IsToRaise(Logged logged, TurnContext<Person> context) =>
        logged is { Entry.Value: { } now, Goal: var goal }
        && (logged.Before is not { } before || goal.Measure.Meets(now, before))
        && GoalStatuses.IsFarAhead(goal, context.Today);

    private static IEnumerable<CardElement> Offer(Logged logged, TurnContext<Person> context)
    {
        var goal = logged.Goal;
        var key =
            logged.MeetsTarget && goal.IsActive
                ? "Offer.Reached"
                : GoalStatuses.Of(goal, context.Today) switch
                {
                    GoalStatus.Stuck when context.Turn.Input is Tapped => "Offer.BreakDown",
                    GoalStatus.PastDate => "Offer.PastDate",
                    _ => IsToRaise(logged, context) ? "Offer.Raise" : null,
                };
        return key is null ? [] : [new TextBlock(context.Voice[key]) { Spacing = "medium" }];
    }
}
