using Milestones.Conversations;
using Milestones.Features.Coaching;
using Milestones.Language;
using Milestones.Localization;
using Milestones.School;
using Milestones.Tests.Localization;
using Milestones.Tests.Support;

namespace Milestones.Tests.Coaching;

/// <summary>What is offered to tap is sent as if typed: the coach must understand its own words.</summary>
public sealed class SuggestionTests
{
    private static readonly DateOnly Monday = new(2026, 9, 14);

    private static readonly string[] Choices =
    [
        "Suggest.Cancel",
        "Suggest.Kept",
        "Suggest.HigherBar",
        "Suggest.SmallerStep",
        "Suggest.Direction",
        "Suggest.SchoolDay",
        "Suggest.NotSure",
        "Suggest.Leave",
        "Suggest.KeepGoing",
        "Suggest.DraftPart",
        "Suggest.MakeGoal",
    ];

    public static TheoryData<string> Languages => [.. Voice.Languages];

    [Theory]
    [MemberData(nameof(Languages))]
    public void An_answer_the_coach_offers_is_taken_at_once(string language)
    {
        var context = Context(language);
        var offered = new HashSet<string>(StringComparer.Ordinal);
        foreach (var draft in Drafts(context.Voice))
        {
            foreach (var asking in Questions(draft))
            {
                foreach (var suggestion in Suggestions.For(Field(asking), draft, context))
                {
                    offered.Add(suggestion);
                    Assert.False(
                        GoalDialog.Hear(asking, suggestion, context).Next is Asking { Times: 2 },
                        $"{asking.GetType().Name} about '{draft.FirstWords}' ({draft.Area}) offers "
                            + $"'{suggestion}' and does not understand it."
                    );
                }
            }
        }

        var written = Keys(language).Where(key => IsField(key.Key)).SelectMany(key => key.Value.Split('|'));
        Assert.Empty(written.Except(offered, StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Whatever_else_is_offered_is_a_command_a_goal_or_a_choice_of_ours(string language)
    {
        var voice = Context(language).Voice;

        Assert.All(
            Keys(language).Where(key => !IsField(key.Key)).SelectMany(key => key.Value.Split('|')),
            suggestion =>
                Assert.True(
                    Commands.Read(suggestion) is not null
                        || Choices.Any(choice =>
                            voice.List(choice).Contains(suggestion, StringComparer.OrdinalIgnoreCase)
                        )
                        || GoalReader.Read(suggestion, Monday, voice.Language).IsGoal,
                    suggestion
                )
        );
    }

    [Fact]
    public async Task No_suggestion_of_the_first_question_is_a_dead_end()
    {
        var chat = new PureChat();
        foreach (var suggestion in (await chat.SaysAsync("new goal"))[0].Suggestions!)
        {
            var answer = Assert.Single(await new PureChat().SaysAsync(suggestion));
            Assert.NotEmpty(answer.Suggestions!);
        }
    }

    private static IEnumerable<KeyValuePair<string, string>> Keys(string language) =>
        ResourceTexts
            .In(language)
            .Texts.Where(text =>
                text.Key.StartsWith("Suggest.", StringComparison.Ordinal)
                && !text.Key.EndsWith(".G35", StringComparison.Ordinal)
                && !text.Key.EndsWith("College", StringComparison.Ordinal)
            );

    private static bool IsField(string key) => Enum.TryParse<Fields>(key.Split('.')[1], out _);

    /// <summary>
    /// A draft about each subject that has suggestions of its own, and about nothing in particular, in each area.
    /// </summary>
    private static IEnumerable<GoalDraft> Drafts(Voice voice)
    {
        return from words in Suggestions.Topics.Select(topic => voice.List($"Topic.{topic}")[0]).Append("zzz")
            from area in Enum.GetValues<Area>()
            select new GoalDraft("g1", words, area);
    }

    private static IEnumerable<Asking> Questions(GoalDraft draft) =>
        [
            new AskingWhat(draft),
            new AskingMeasure(draft),
            new AskingBaseline(draft with { Measure = new Measure("80%", 80, Unit: "percent") }),
            new AskingPlan(draft),
            new AskingObstacle(draft),
            new AskingReason(draft),
            new AskingDeadline(draft),
            new AskingConfidence(draft),
        ];

    private static Fields Field(Asking asking) => Enum.Parse<Fields>(asking.GetType().Name["Asking".Length..]);

    private static TurnContext<Person> Context(string language)
    {
        var chat = new PureChat();
        var turn = new Turn(
            "a:chat|1",
            chat.Key,
            chat.Known.Id,
            "Sam",
            null,
            new Said("x"),
            PureChat.Monday,
            language,
            "UTC",
            Guid.Empty
        );
        return new TurnContext<Person>(
            chat.Known,
            turn,
            new Voice(Voice.CultureFor(language), GradeBand.Grades6To8),
            Monday
        );
    }
}
