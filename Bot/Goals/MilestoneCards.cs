using System.Globalization;
using Milestones.Cards;
using Milestones.Conversations;

namespace Milestones.Goals;

/// <summary>The proposed steps of a saved goal: to accept, or to change in a form.</summary>
internal static class MilestoneCards
{
    public static Card Proposal(Goal goal, TurnContext context)
    {
        var voice = context.Voice;
        return new Card(
            [
                GoalCards.Heading(voice["Milestones.Title"]),
                new TextBlock(voice["Milestones.Intro"]),
                .. List(goal, context),
                new ActionSet(
                    new Execute(voice["Action.Accept"], GoalVerbs.AcceptMilestones, ("goal", goal.Id)) { Style = "positive" },
                    new Execute(voice["Action.Change"], GoalVerbs.ChangeMilestones, ("goal", goal.Id))),
            ])
        {
            Lang = voice.Culture.TwoLetterISOLanguageName,
            Speak = voice["Milestones.Title"],
            FallbackText = voice["Milestones.Title"],
        };
    }

    /// <summary>The end of a talk. It says all there is to say in its own place: a message of its own would cost another commit, to note that it arrived.</summary>
    public static Card Accepted(Goal goal, TurnContext context) =>
        new(
            [
                GoalCards.Heading(context.Voice["Milestones.Set"]),
                .. List(goal, context),
                new TextBlock(context.Voice["Milestones.Thanks"]) { Spacing = "medium" },
                new ActionSet(new Execute(context.Voice["MyGoals.Title"], GoalVerbs.Mine), new Execute(context.Voice["Action.NewGoal"], GoalVerbs.New)),
            ])
        {
            Lang = context.Voice.Culture.TwoLetterISOLanguageName,
            Speak = context.Voice["Milestones.Set"],
            FallbackText = context.Voice["Milestones.Set"],
        };

    /// <summary>Up to six steps, each with its words and its day; an emptied line takes the step away.</summary>
    public static Card Form(Goal goal, IReadOnlyDictionary<int, string> errors, Func<string, string?>? sent, TurnContext context)
    {
        var voice = context.Voice;
        var tomorrow = context.Today.AddDays(1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return new Card(
            [
                GoalCards.Heading(voice["Milestones.FormTitle"]),
                new TextBlock(voice["Milestones.FormIntro"]),
                .. Enumerable.Range(0, MilestonePlan.Most).SelectMany(Line),
                new ActionSet(new Execute(voice["Action.Done"], GoalVerbs.SubmitMilestones, ("goal", goal.Id)) { Style = "positive" }),
            ])
        {
            Lang = voice.Culture.TwoLetterISOLanguageName,
            Speak = voice["Milestones.FormTitle"],
            FallbackText = voice["Milestones.FormTitle"],
        };

        IEnumerable<CardElement> Line(int i)
        {
            var step = i < goal.Milestones.Count ? goal.Milestones[i] : null;
            yield return new TextInput(voice.Say("Milestones.Step", ("number", i + 1)))
            {
                Id = $"title{i}",
                Value = sent is null ? step is null ? null : Title(step, goal, context) : sent($"title{i}"),
                MaxLength = Goal.MaxLength,
                Separator = i > 0 ? true : null,
            };
            yield return new DateInput(voice["Milestones.StepDay"])
            {
                Id = $"due{i}",
                Value = sent is null ? step?.Due.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : sent($"due{i}"),
                Min = tomorrow,
                Spacing = "small",
            };
            if (errors.TryGetValue(i, out var message))
            {
                yield return new TextBlock(message) { Color = "attention", Size = "small", Spacing = "none" };
            }
        }
    }

    /// <summary>The steps a sent form asks for, in order of their days; or what is wrong, by line.</summary>
    public static (IReadOnlyList<Milestone>? Steps, IReadOnlyDictionary<int, string> Errors) Read(Goal goal, CardData data, TurnContext context)
    {
        var voice = context.Voice;
        var steps = new List<Milestone>();
        var errors = new Dictionary<int, string>();
        for (var i = 0; i < MilestonePlan.Most; i++)
        {
            if (data.Text($"title{i}") is not { } title)
            {
                continue;
            }

            if (title.Length > Goal.MaxLength)
            {
                errors[i] = voice.Say("Form.TooLong", ("length", title.Length), ("max", Goal.MaxLength));
            }
            else if (data.Day($"due{i}") is not { } due)
            {
                errors[i] = voice["Milestones.DayNeeded"];
            }
            else if (due <= context.Today)
            {
                errors[i] = voice["Form.PastDay"];
            }
            else
            {
                // A checkpoint whose words were not touched keeps its number.
                var old = i < goal.Milestones.Count ? goal.Milestones[i] : null;
                steps.Add(old is not null && Title(old, goal, context) == title ? old with { Due = due } : new Milestone(title, due));
            }
        }

        return errors.Count > 0 ? (null, errors) : ([.. steps.OrderBy(step => step.Due)], errors);
    }

    /// <summary>What a step is called: its words, or for a checkpoint the number to be at.</summary>
    public static string Title(Milestone step, Goal goal, TurnContext context) =>
        step.Title.Length > 0 ? step.Title
        : step.Value is { } value ? context.Voice.Say("Milestones.Reach", ("value", Quantities.Say(value, goal.Measure.Unit, context.Voice)))
        : context.Voice["Milestones.CheckIn"];

    public static IEnumerable<CardElement> List(Goal goal, TurnContext context) =>
        goal.Milestones.Select(step => new ColumnSet(
            new Column("auto", new TextBlock(step.ReachedOn is null ? "⚑" : "✔") { Color = step.ReachedOn is null ? "accent" : "good" }),
            new Column(
                "stretch",
                new RichTextBlock(new TextRun(Title(step, goal, context)) { Weight = "bolder" }),
                new TextBlock(step.ReachedOn is { } day ? context.Voice.Say("Milestones.ReachedOn", ("day", context.Voice.Day(day, context.Today))) : context.Voice.Day(step.Due, context.Today)) { Size = "small", IsSubtle = true, Spacing = "none" })));
}
