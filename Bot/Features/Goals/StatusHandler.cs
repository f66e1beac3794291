using System.Text.RegularExpressions;
using Milestones.Conversations;
using Milestones.Localization;
using Milestones.School;
using Milestones.Views;

namespace Milestones.Features.Goals;

/// <summary>
/// <em>How am I doing</em>: each goal in one line with its number, how it stands and the pace it needs.
/// </summary>
internal static partial class StatusHandler
{
    public static TurnResult<Person> Hear(TurnContext<Person> context)
    {
        var goals = context.Person.Goals.Where(goal => goal.IsActive).ToList();
        return goals.Count == 0
            ? GoalHandler.Mine(context)
            : new(
                context.Person,
                new Say(
                    string.Join(
                        "\n\n",
                        (
                            OfAll().IsMatch(context.Heard.Text) ? goals : GoalMatching.ByName(context.Heard.Text, goals)
                        ).Select(goal =>
                            OfSteps().IsMatch(context.Heard.Text) && Steps(goal, context) is { } steps
                                ? $"{Line(goal, context)} {steps}"
                                : Line(goal, context)
                        )
                    ),
                    context.Voice["MyGoals.Title"],
                    context.Voice["Action.Log"]
                )
            );
    }

    /// <summary>"How many steps remain", "what's my next step and when".</summary>
    [GeneratedRegex(
        @"\b(?:steps?|next|milestones?|what (?:do|should) i do|pasos?|sigue|siguiente|pr[oó]ximo|qu[eé] hago)\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex OfSteps();

    [GeneratedRegex(
        @"\b(?:both|all|each|every(?:thing)?|amb[ao]s|tod[ao]s|cada)\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex OfAll();

    private static string? Steps(Goal goal, TurnContext<Person> context) =>
        goal.Milestones.Where(step => step.ReachedOn is null).ToList() is [var next, ..] open
            ? context.Voice.Say(
                "HowAmI.Step",
                ("step", GoalCards.InBrief(MilestoneCards.Title(next, goal, context))),
                ("day", context.Voice.Day(next.Due, context.Today)),
                ("left", open.Count)
            )
            : null;

    private static string Line(Goal goal, TurnContext<Person> context)
    {
        var voice = context.Voice;
        var status = voice[$"Status.{GoalStatuses.Of(goal, context.Today)}"];
        var numbers = GoalProgress.Numbers(goal, voice);
        var line = voice.Say(
            numbers.Length > 0 ? "HowAmI.Line" : "HowAmI.LineBare",
            ("goal", GoalNames.Brief(goal)),
            ("numbers", numbers),
            ("status", status)
        );
        return string.Join(
            ' ',
            new[] { line, Pace(goal, context), Checked(goal, voice) }.Where(part => part is not null)
        );
    }

    /// <summary>How much of the work the student sees as good, now and the time before.</summary>
    private static string? Checked(Goal goal, Voice voice)
    {
        if (goal.Criteria is not { Last: { } last } criteria)
            return null;
        var said = voice.Say("HowAmI.Checked", ("yes", Yes(last)), ("all", criteria.List.Count));
        return criteria.Checks is [.., var before, _]
            ? $"{said} {voice.Say("HowAmI.CheckedBefore", ("yes", Yes(before)))}"
            : said;

        int Yes(CriteriaCheck check) => criteria.List.Count(one => check.Of(one.Id)?.Meets == Meets.Yes);
    }

    /// <summary>What is left, and what it takes in a week; null where no number or no time is left.</summary>
    public static string? Pace(Goal goal, TurnContext<Person> context)
    {
        if (
            goal is not { Measure: { Target: { } target, Unit: not "letter_grade" }, Current: { } now }
            || goal.Measure.Meets(now, target)
        )
        {
            return null;
        }

        var voice = context.Voice;
        var left = Math.Abs(target - now);
        var weeks = goal.Deadline is { } day ? (day.DayNumber - context.Today.DayNumber + 6) / 7 : 0;
        var adds = goal.Measure.Unit is { } unit && Units.IsCounted(unit) && !goal.Measure.LowerIsBetter;
        return weeks < 1 ? voice.Say("HowAmI.Left", ("left", Quantities.SayLeft(left, goal.Measure.Unit, voice)))
            : weeks == 1 ? voice.Say("HowAmI.OneWeek", ("left", Quantities.SayLeft(left, goal.Measure.Unit, voice)))
            : adds
                ? voice.Say(
                    "HowAmI.PerWeek",
                    ("left", Quantities.SayLeft(left, goal.Measure.Unit, voice)),
                    ("weeks", weeks),
                    ("pace", Quantities.SayLeft(Math.Ceiling(left / weeks), goal.Measure.Unit, voice))
                )
            : voice.Say("HowAmI.Weeks", ("left", Quantities.SayLeft(left, goal.Measure.Unit, voice)), ("weeks", weeks));
    }
}
