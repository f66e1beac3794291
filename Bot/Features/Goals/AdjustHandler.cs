using System.Globalization;
using Milestones.Cards;
using Milestones.Conversations;
using Milestones.Language;
using Milestones.School;
using Milestones.Views;

namespace Milestones.Features.Goals;

/// <summary>What the router calls to change a goal on its way: raise, shrink, extend, break down, close.</summary>
internal static class AdjustHandler
{
    public static TurnResult<Person> Form(Goal goal, TurnContext<Person> context) =>
        goal.IsActive
            ? new(
                context.Person,
                context.Here(
                    Card(goal, CardData.Empty, new Dictionary<string, string>(StringComparer.Ordinal), context),
                    context.Voice["Adjust.Title"]
                )
            )
            : new(context.Person, new Notice(context.Voice["Tap.Gone"]));

    public static TurnResult<Person> Submit(Goal goal, CardData data, TurnContext<Person> context)
    {
        if (!goal.IsActive)
        {
            return new(context.Person, new Notice(context.Voice["Tap.Gone"]));
        }

        var (target, day, errors) = Read(data, context);
        if (errors.Count > 0)
        {
            return new(context.Person, new Replace(Card(goal, data, errors, context), context.Voice["Form.HasErrors"]));
        }

        var changed = Adjustment.Change(goal, target, day, data.Text("reason"), context.Today);
        return Changed(goal, changed, context.Voice[$"Adjust.{changed.Changes[^1].Kind}"], context);
    }

    public static TurnResult<Person> BreakDown(Goal goal, TurnContext<Person> context) =>
        !goal.IsActive ? new(context.Person, new Notice(context.Voice["Tap.Gone"]))
        : Adjustment.BreakDown(goal, context.Voice["Adjust.SmallStep"], context.Today) is { } smaller
            ? Changed(goal, smaller, context.Voice["Adjust.BrokenDown"], context)
        : new(context.Person, new Notice(context.Voice["Adjust.EnoughSteps"]));

    public static TurnResult<Person> Close(Goal goal, CardData data, TurnContext<Person> context)
    {
        if (!goal.IsActive)
        {
            return new(context.Person, new Notice(context.Voice["Tap.Gone"]));
        }

        var reason = data.Text("reason");
        if (reason is null or { Length: > Goal.MaxLength })
        {
            return new(
                context.Person,
                new Replace(
                    Card(
                        goal,
                        data,
                        new Dictionary<string, string>(StringComparer.Ordinal)
                        {
                            ["reason"] = reason is null
                                ? context.Voice["Adjust.ReasonNeeded"]
                                : context.Voice.Say("Form.TooLong", ("length", reason.Length), ("max", Goal.MaxLength)),
                        },
                        context
                    ),
                    context.Voice["Form.HasErrors"]
                )
            );
        }

        return Changed(
            goal,
            Adjustment.Close(goal, reason, context.Today),
            context.Voice["Adjust.Closed"],
            context,
            context.Voice["Adjust.ClosedIsOkay"]
        );
    }

    /// <summary>Shows the changed goal, with the way back.</summary>
    public static TurnResult<Person> Changed(
        Goal before,
        Goal after,
        string title,
        TurnContext<Person> context,
        string? words = null
    )
    {
        var card = CardParts.Framed(
            title,
            [
                CardParts.Heading(title),
                .. words is null ? Array.Empty<CardElement>() : [new TextBlock(words)],
                new RichTextBlock(new TextRun(after.Sentence) { Weight = "bolder" }),
                .. GoalProgress.Bar(after, context),
                .. after.IsActive ? MilestoneCards.List(after, context) : [],
                new ActionSet(
                    new Execute(
                        context.Voice["Action.Undo"],
                        GoalVerbs.UndoAct,
                        ("goal", after.Id),
                        ("token", context.Turn.NewId(0x7B))
                    ),
                    new Execute(context.Voice["MyGoals.Title"], GoalVerbs.Mine)
                ),
            ],
            context.Voice.Culture
        );
        return new TurnResult<Person>(GoalAct.Do(context.Person, before, after, context.Now), context.Here(card, title))
        {
            Archive = [Archiving.Version(before)],
        };
    }

    private static (double? Target, DateOnly? Day, Dictionary<string, string> Errors) Read(
        CardData data,
        TurnContext<Person> context
    )
    {
        var errors = new Dictionary<string, string>(StringComparer.Ordinal);
        var target = data.Text("target") is { } said
            ? AnswerReader.ReadBaseline(said, context.Voice.LanguageOf(said))
            : null;
        if (data.Text("target") is not null && target is null)
        {
            errors["target"] = context.Voice["Form.NowIsNoNumber"];
        }

        var day = data.Day("by");
        if (data.Text("by") is not null && day is null)
        {
            errors["by"] = context.Voice["Form.NoSuchDay"];
        }
        else if (day <= context.Today)
        {
            errors["by"] = context.Voice["Form.PastDay"];
        }

        if (data.Text("reason") is { Length: > Goal.MaxLength } reason)
        {
            errors["reason"] = context.Voice.Say("Form.TooLong", ("length", reason.Length), ("max", Goal.MaxLength));
        }

        if (errors.Count == 0 && target is null && day is null)
        {
            errors["target"] = context.Voice["Adjust.Nothing"];
        }

        return (target?.Value, day, errors);
    }

    private static Card Card(Goal goal, CardData sent, Dictionary<string, string> errors, TurnContext<Person> context)
    {
        var voice = context.Voice;
        var title = voice["Adjust.Title"];
        return CardParts.Framed(
            title,
            [
                CardParts.Heading(title),
                new RichTextBlock(new TextRun(goal.Sentence)),
                .. GoalProgress.Bar(goal, context),
                .. goal.Measure.Target is null
                    ? Array.Empty<CardElement>()
                    :
                    [
                        new TextInput(voice["Adjust.Target"])
                        {
                            Id = "target",
                            Value = sent.Text("target"),
                            Placeholder = Quantities.Say(goal.Measure.Target, goal.Measure.Unit, voice),
                        },
                        .. Error("target"),
                    ],
                new DateInput(voice["Adjust.By"])
                {
                    Id = "by",
                    Value = sent.Text("by"),
                    Min = context.Today.AddDays(1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                },
                .. Error("by"),
                .. goal.Measure.Target is null ? Error("target") : [],
                new TextInput(voice["Adjust.Reason"])
                {
                    Id = "reason",
                    Value = sent.Text("reason"),
                    MaxLength = Goal.MaxLength,
                    IsMultiline = true,
                },
                .. Error("reason"),
                new ActionSet(
                    new Execute(voice["Action.SaveChange"], ProgressVerbs.SubmitAdjust, ("goal", goal.Id), Once(0))
                    {
                        Style = "positive",
                    },
                    new Execute(voice["Action.BreakDown"], ProgressVerbs.BreakDown, ("goal", goal.Id), Once(1)),
                    new Execute(voice["Action.CloseGoal"], ProgressVerbs.Close, ("goal", goal.Id), Once(2)),
                    new Execute(voice["Action.Cancel"], GoalVerbs.Details, ("goal", goal.Id))
                ),
            ],
            voice.Culture
        );

        (string, string) Once(int button) => ("token", context.Turn.NewId(0x70 + button));

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
}
