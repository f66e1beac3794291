using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using Milestones.Conversations;
using Milestones.Language;
using Milestones.Language.Opinions;
using Milestones.Language.Packs;
using Milestones.Language.Reports;
using Milestones.Language.Wanted;
using Milestones.Reading;
using Milestones.School;
using Milestones.Turns;

namespace Milestones.Bench;

/// <summary>
/// Labelled lines read with a language model beside the rules: the bot's own decision which of them are unclear, its
/// own question and its own check of the answer. Lines have no classes, so the names in them are not covered.
/// </summary>
internal sealed class SecondReading(ISecondReader reader)
{
    private int _lines;
    private int _sent;
    private int _answered;
    private int _used;

    /// <param name="endpoint">What speaks the chat protocol of OpenAI.</param>
    public static SecondReading At(Uri endpoint, string name, string key) =>
        new(
            new ModelReader(
                ModelConnection.Open(
                    new ModelOptions
                    {
                        Endpoint = endpoint,
                        Name = name,
                        Key = key,
                    },
                    new HttpClient()
                ),
                TimeProvider.System,
                NullLogger<ModelReader>.Instance
            )
        );

    /// <summary>What could be checked of the model's answer; null where the rules are sure of the line.</summary>
    /// <param name="place">Where it was typed.</param>
    /// <param name="goal">The words of the goal in the making, if any.</param>
    public Task<Opinion?> OfAsync(string text, Place place, string goal, TextLanguage language, DateOnly today) =>
        AskAsync(Somebody(place, goal, language), text, today);

    /// <summary>The same of words that report how a saved goal goes.</summary>
    public async Task<Opinion?> OfAsync(string text, ReportGoal goal, TextLanguage language, DateOnly today) =>
        // The bot knows its goals in its own way, the line in its; what is said of the one holds for the other.
        await AskAsync(With(Saved(goal), language), text, today) is { } opinion
            ? opinion with
            {
                Goal = opinion.Goal is null ? null : goal,
            }
            : null;

    public JsonObject Json() =>
        new()
        {
            ["lines"] = _lines,
            ["sent"] = _sent,
            ["answered"] = _answered,
            ["used"] = _used,
        };

    private async Task<Opinion?> AskAsync(Person person, string text, DateOnly today)
    {
        _lines++;
        var turn = new Turn(
            "line",
            DocumentKeys.Person(person.Id),
            person.Id,
            null,
            null,
            new Said(text),
            new DateTimeOffset(today, new TimeOnly(12, 0), TimeSpan.Zero),
            null,
            null,
            Guid.Empty
        );
        if (UnclearWords.Of(HeadKinds.ContextOf(person, turn)) is not { } asked)
        {
            return null;
        }

        var covered = asked with { Sent = Covering.Of(text, []) };
        var answer = await reader.ReadAsync(covered, CancellationToken.None);
        _sent += answer.WasSent ? 1 : 0;
        if (answer.Answer is not { } said)
        {
            return null;
        }

        _answered++;
        var opinion = OpinionCheck.Of(said, covered);
        _used += opinion.SaysSomething ? 1 : 0;
        return opinion;
    }

    private static Person Somebody(Place place, string goal, TextLanguage language)
    {
        var draft = new GoalDraft("goal", goal, Area.None);
        return With(
            place switch
            {
                Place.NothingOpen => [],
                _ => Saved(new("I want to raise my math grade to 85", "percent", 70, 85, 74, LowerIsBetter: false)),
            },
            language
        ) with
        {
            Dialog = place switch
            {
                Place.AskedWhat => new AskingWhat(draft),
                Place.AskedMeasure => new AskingMeasure(draft),
                Place.AskedBaseline => new AskingBaseline(draft),
                Place.AskedPlan => new AskingPlan(draft),
                Place.AskedReason => new AskingReason(draft),
                Place.AskedObstacle => new AskingObstacle(draft),
                Place.AskedDeadline => new AskingDeadline(draft),
                Place.AskedConfidence => new AskingConfidence(draft),
                Place.DraftShown => new ReviewingDraft(draft, "token"),
                _ => null,
            },
        };
    }

    /// <summary>A goal that is measured as the line says.</summary>
    private static IReadOnlyList<Goal> Saved(ReportGoal goal) =>
        [
            new(
                "goal",
                goal.Sentence,
                Area.None,
                new Measure(null, goal.Target, goal.Baseline, goal.Unit),
                null,
                null,
                null,
                null,
                null,
                Aspects.None,
                Aspects.None,
                DateOnly.MinValue
            )
            {
                Progress = goal.Current is { } now ? [new("entry", now, DateOnly.MinValue, null, null)] : [],
            },
        ];

    private static Person With(IReadOnlyList<Goal> goals, TextLanguage language) =>
        new()
        {
            Id = new("tenant", "person"),
            Language = LanguagePacks.Of(language).Code,
            Goals = goals,
        };
}
