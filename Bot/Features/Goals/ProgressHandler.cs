using Milestones.Cards;
using Milestones.Conversations;
using Milestones.Language;
using Milestones.School;
using Milestones.Views;

namespace Milestones.Features.Goals;

/// <summary>What the router calls for progress: logged by sentence, by form or by tap, and taken back.</summary>
internal static class ProgressHandler
{
    public static TurnResult<Person> Pick(Goal goal, CardData data, TurnContext<Person> context) =>
        context.Person.Pending is { } pending
        && pending.Id == data.Text("entry")
        && pending.GoalIds.Contains(goal.Id, StringComparer.Ordinal)
            ? Log(
                goal,
                pending.Id,
                pending.Value,
                pending.Adds,
                pending.On,
                pending.Note,
                context with
                {
                    Head = context.Person with { Pending = null },
                }
            )
            : new(context.Person, new Notice(context.Voice["Tap.Gone"]));

    /// <summary>The form for a goal; which one is asked first when there are several.</summary>
    public static TurnResult<Person> Form(Goal? goal, TurnContext<Person> context)
    {
        var active = context.Person.Goals.Where(one => one.IsActive).ToList();
        return (goal, active) switch
        {
            ({ IsActive: true }, _) => Show(goal),
            (_, [var only]) => Show(only),
            (_, []) => new(
                context.Person,
                new Say(context.Voice["MyGoals.None"], context.Voice.List("Suggest.NoGoals"))
            ),
            _ => new(context.Person, context.Here(MyGoalsCard.Of(context), context.Voice["MyGoals.Title"])),
        };

        TurnResult<Person> Show(Goal one) =>
            new(
                context.Person,
                context.Here(
                    ProgressCards.Form(
                        one,
                        CardData.Empty,
                        new Dictionary<string, string>(StringComparer.Ordinal),
                        context
                    ),
                    context.Voice["Log.Title"]
                )
            );
    }

    /// <summary>
    /// One more, with one tap. The card says how many there were: an old card or a double tap adds nothing.
    /// </summary>
    public static TurnResult<Person> Plus(Goal goal, CardData data, TurnContext<Person> context) =>
        data.Number("entries") == goal.Progress.Count
            ? Log(goal, context.Turn.NewId(), 1, adds: true, context.Today, null, context)
            : GoalHandler.Mine(context);

    public static TurnResult<Person> Submit(Goal goal, Tapped tapped, TurnContext<Person> context)
    {
        var data = tapped.Data;
        var errors = new Dictionary<string, string>(StringComparer.Ordinal);
        var value = data.Text("value") is { } said
            ? AnswerReader.ReadBaseline(said, context.Voice.LanguageOf(said))
            : null;
        if (data.Text("value") is not null && value is null)
        {
            errors["value"] = context.Voice["Form.NowIsNoNumber"];
        }

        foreach (var name in new[] { "note", "evidence" })
        {
            if (data.Text(name) is { Length: > Goal.MaxLength } text)
            {
                errors[name] = context.Voice.Say("Form.TooLong", ("length", text.Length), ("max", Goal.MaxLength));
            }
        }

        var on = data.Day("on");
        if (on is null || on > context.Today)
        {
            errors["on"] = context.Voice[on is null ? "Form.NoSuchDay" : "Log.FutureDay"];
        }

        if (errors.Count == 0 && value is null && data.Text("note") is null && data.Text("evidence") is null)
        {
            errors[goal.Measure.Target is null ? "note" : "value"] = context.Voice["Log.Nothing"];
        }

        return errors.Count > 0
            ? new(
                context.Person,
                new Replace(ProgressCards.Form(goal, data, errors, context), context.Voice["Form.HasErrors"])
            )
            : Log(
                goal,
                context.Turn.NewId(),
                value?.Value,
                adds: false,
                on!.Value,
                data.Text("note"),
                context,
                data.Text("evidence")
            );
    }

    /// <summary>Words without a number: work, or what was hard. They bring the goal no further.</summary>
    public static TurnResult<Person> Note(Goal goal, string text, DateOnly on, TurnContext<Person> context) =>
        Done(Progress.Log(goal, context.Turn.NewId(), null, adds: false, on, text, null), context);

    /// <summary>Takes back the entry of a card, or without one the last that was logged.</summary>
    public static TurnResult<Person> Undo(Goal? goal, string? entry, TurnContext<Person> context)
    {
        if (goal is null && GoalRequests.Undo(context) is { } act)
            return act;
        var chosen =
            goal
            ?? context
                .Person.Goals.Where(one => one.Progress.Count > 0)
                .MaxBy(one => one.Progress[^1].Id == context.Person.LastEntry ? 1 : 0);
        if (
            chosen is not { Progress: [.., { } last] }
            || (entry is null ? last : Progress.LastCounted(chosen, entry)) is not { } wrong
        )
        {
            return new(context.Person, new Notice(context.Voice["Undo.Nothing"]));
        }

        var undone = Progress.Undo(chosen, wrong);
        var person = context.Person.WithGoal(undone) with { LastEntry = null };
        var title = context.Voice["Undo.Done"];
        var card = CardParts.Framed(
            title,
            [
                CardParts.Heading(title),
                new Cards.RichTextBlock(new Cards.TextRun(undone.Sentence)),
                .. GoalProgress.Bar(undone, context),
                GoalProgress.ToMyGoals(context),
            ],
            context.Voice.Culture
        );
        return new(person, context.Here(card, title));
    }

    public static TurnResult<Person> StepDone(Goal goal, CardData data, TurnContext<Person> context)
    {
        if (
            data.Number("step") is not { } number
            || number != Math.Floor(number)
            || number < 0
            || number >= goal.Milestones.Count
            || goal.Milestones[(int)number].ReachedOn is not null
        )
        {
            return new(context.Person, new Notice(context.Voice["Tap.Gone"]));
        }

        return Done(Progress.StepDone(goal, (int)number, context.Turn.NewId(), context.Today), context);
    }

    public static TurnResult<Person> Reached(Goal goal, TurnContext<Person> context)
    {
        if (!goal.IsActive)
        {
            return new(context.Person, new Notice(context.Voice["Tap.Gone"]));
        }

        var reached = Adjustment.Reach(goal, context.Today);
        var weeks = Math.Max(1, (context.Today.DayNumber - goal.CreatedOn.DayNumber + 6) / 7);
        var title = context.Voice["Log.GoalReached"];
        var card = CardParts.Framed(
            title,
            [
                CardParts.Heading(title),
                new Cards.RichTextBlock(new Cards.TextRun(reached.Sentence) { Weight = "bolder" }),
                .. GoalProgress.Bar(reached, context),
                .. GoalProgress.Chart(reached, context),
            ],
            context.Voice.Culture
        );
        return new(
            GoalAct.Do(context.Person, goal, reached, context.Now),
            context.Here(card, title),
            new Say(
                weeks == 1
                    ? context.Voice["Log.GoalPraise.OneWeek"]
                    : context.Voice.Say("Log.GoalPraise", ("weeks", weeks)),
                context.Voice.List("Suggest.AfterReached")
            )
        );
    }

    public static TurnResult<Person> Log(
        Goal goal,
        string id,
        double? value,
        bool adds,
        DateOnly on,
        string? note,
        TurnContext<Person> context,
        string? evidence = null
    ) => Done(Progress.Log(goal, id, value, adds, on, note, evidence), context);

    public static TurnResult<Person> Done(Logged logged, TurnContext<Person> context)
    {
        var (kept, archived) = Archiving.Trim(logged.Goal);
        return new TurnResult<Person>(
            context.Person.WithGoal(kept) with
            {
                LastEntry = logged.Entry.Id,
            },
            context.Here(ProgressCards.Logged(logged, context), logged.Goal.Sentence)
        )
        {
            Archive = archived,
        };
    }
}
