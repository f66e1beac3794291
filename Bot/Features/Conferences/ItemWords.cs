using Milestones.Localization;
using Milestones.School;
using Milestones.Views;

namespace Milestones.Features.Conferences;

/// <summary>How something is told: a line that leads to it, the words, and a line after them.</summary>
/// <param name="IsOwn">The words are somebody's own, and stand in quotation marks.</param>
internal sealed record ItemText(string? Lead, string? Words, string? After = null, bool IsOwn = true)
{
    public string Quoted =>
        Words is null ? ""
        : IsOwn ? $"“{Words}”"
        : Words;
}

/// <summary>What stands in a conference, in words: the student's own, with as few of ours as will do.</summary>
internal static class ItemWords
{
    public static ItemText Of(ConferenceItem item, TurnContext<Person> context, SchoolOptions school)
    {
        var voice = context.Voice;
        return item.Kind switch
        {
            ConferenceKind.Answer => new(voice[$"Reflect.Ask.{item.About}"], item.Words),
            ConferenceKind.Work => new(
                voice.Say("Conference.Item.Work", ("goal", item.About)),
                item.Words,
                Earlier(item, voice)
            ),
            ConferenceKind.TargetWork => new(
                voice.Say("Conference.Item.TargetWork", ("target", item.About)),
                item.Words,
                Earlier(item, voice)
            ),
            ConferenceKind.Reached => new(voice["Conference.Item.Reached"], item.Words),
            ConferenceKind.Feedback => new(
                item.About.Length > 0
                    ? voice.Say("Conference.Item.Feedback", ("name", item.About))
                    : voice["Conference.Item.Feedback.Somebody"],
                item.Words,
                item.Beside is { } next ? $"{voice["Feedback.NextStep"]}: {next}" : null
            ),
            ConferenceKind.Badge => new(voice["Conference.Item.Badge"], voice[$"Badge.{item.About}"]),
            ConferenceKind.Plan => new(voice["Conference.Item.Plan"], item.Words),
            ConferenceKind.Weeks => new(
                null,
                voice.Say("Conference.Item.Weeks", ("n", (int)item.Now!.Value)),
                IsOwn: false
            ),
            ConferenceKind.Number => new(null, item.Words, Number(item, voice)),
            ConferenceKind.Target => new(null, item.Words, Levels(item, new LevelWords(school, voice), voice)),
            ConferenceKind.Criterion => new(
                voice.Say("Conference.Item.Criterion", ("work", item.About)),
                item.Words,
                Meets(item, voice)
            ),
            ConferenceKind.Unit => new(
                null,
                voice.Say(
                    "Conference.Item.Unit",
                    ("unit", item.Words),
                    ("n", (int)item.Now!.Value),
                    ("all", (int)item.Then!.Value)
                ),
                IsOwn: false
            ),
            ConferenceKind.Imported => new(
                null,
                voice.Say(
                    "Conference.Item.Imported",
                    ("measure", item.About),
                    ("value", Quantities.Say(item.Now, item.Beside, voice)),
                    ("day", voice.Day(item.On!.Value, context.Today))
                ),
                IsOwn: false
            ),
            ConferenceKind.Goal => new(null, item.Words, Goal(item.Goal!, context)),
            _ => new(null, voice.List("Conference.Questions")[(int)item.Now!.Value], IsOwn: false),
        };
    }

    /// <summary>Where there is little room; no letter is cut in two.</summary>
    public static string Short(string text, int longest) =>
        text.Length <= longest ? text
        : char.IsHighSurrogate(text[longest - 1]) ? $"{text[..(longest - 1)]} …"
        : $"{text[..longest]} …";

    private static string? Earlier(ConferenceItem item, Voice voice) =>
        item.Beside is { } words ? voice.Say("Conference.Item.Earlier", ("words", words)) : null;

    private static string Number(ConferenceItem item, Voice voice)
    {
        var measure = item.Goal!.Measure;
        var now = Said(item.Now);
        var told =
            item.Then is { } then && then != item.Now
                ? voice.Say("Conference.Item.ThenNow", ("then", Said(then)), ("now", now))
                : voice.Say("Conference.Item.Now", ("now", now));
        return item is { Part: ConferencePart.Data, Goal.IsActive: true } && measure.Target is { } target
            ? $"{told} {voice.Say("Conference.Item.Target", ("target", Said(target)))}"
            : told;

        string Said(double? value) => Quantities.Say(value, measure.Unit, voice);
    }

    private static string Levels(ConferenceItem item, LevelWords levels, Voice voice) =>
        voice.Say(
            "Conference.Item.ThenNow",
            ("then", levels[(int)item.Then!.Value]),
            ("now", levels[(int)item.Now!.Value])
        );

    private static string Meets(ConferenceItem item, Voice voice)
    {
        var now = CriteriaRows.Word((Meets)item.Now!.Value, voice);
        return item.Then is { } then
            ? voice.Say("Conference.Item.ThenNow", ("then", CriteriaRows.Word((Meets)then, voice)), ("now", now))
            : voice.Say("Conference.Item.Now", ("now", now));
    }

    private static string? Goal(Goal goal, TurnContext<Person> context)
    {
        var voice = context.Voice;
        string[] lines =
        [
            .. goal.Plan is { } plan ? [voice.Say("Conference.Item.GoalPlan", ("plan", plan))] : Array.Empty<string>(),
            .. goal.Milestones.FirstOrDefault(step => step.ReachedOn is null) is { } next
                ?
                [
                    voice.Say(
                        "Conference.Item.Next",
                        ("step", MilestoneCards.Title(next, goal, context)),
                        ("day", voice.Day(next.Due, context.Today))
                    ),
                ]
                : Array.Empty<string>(),
        ];
        return lines.Length == 0 ? null : string.Join(' ', lines);
    }
}
