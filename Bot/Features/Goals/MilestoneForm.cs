using System.Globalization;
using Milestones.Cards;
using Milestones.Conversations;
using Milestones.School;
using Milestones.Views;

namespace Milestones.Features.Goals;

/// <summary>The steps of a saved goal as a form.</summary>
internal static class MilestoneForm
{
    /// <summary>Up to six steps, each with its words and its day; an emptied line takes the step away.</summary>
    public static Card Of(
        Goal goal,
        IReadOnlyDictionary<int, string> errors,
        Func<string, string?>? sent,
        TurnContext<Person> context
    )
    {
        var voice = context.Voice;
        var tomorrow = context.Today.AddDays(1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return new Card([
            CardParts.Heading(voice["Milestones.FormTitle"]),
            new TextBlock(voice["Milestones.FormIntro"]),
            .. Enumerable.Range(0, MilestonePlan.Most).SelectMany(Line),
            new ActionSet(
                new Execute(
                    voice["Action.Done"],
                    GoalVerbs.SubmitMilestones,
                    ("goal", goal.Id),
                    ("token", context.Turn.NewId(0x74))
                )
                {
                    Style = "positive",
                }
            ),
        ]).In(voice.Culture, voice["Milestones.FormTitle"]);

        IEnumerable<CardElement> Line(int i)
        {
            var step = i < goal.Milestones.Count ? goal.Milestones[i] : null;
            yield return new TextInput(voice.Say("Milestones.Step", ("number", i + 1)))
            {
                Id = $"title{i}",
                Value = sent is null
                    ? step is null
                        ? null
                        : MilestoneCards.Title(step, goal, context)
                    : sent($"title{i}"),
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
                yield return new TextBlock(message)
                {
                    Color = "attention",
                    Size = "small",
                    Spacing = "none",
                };
            }
        }
    }

    /// <summary>The steps a sent form asks for, in order of their days; or what is wrong, by line.</summary>
    public static (IReadOnlyList<Milestone>? Steps, IReadOnlyDictionary<int, string> Errors) Read(
        Goal goal,
        CardData data,
        TurnContext<Person> context
    )
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
                steps.Add(
                    old is not null && MilestoneCards.Title(old, goal, context) == title
                        ? old with
                        {
                            Due = due,
                        }
                        : new Milestone(title, due)
                );
            }
        }

        return errors.Count > 0 ? (null, errors) : ([.. steps.OrderBy(step => step.Due)], errors);
    }
}
