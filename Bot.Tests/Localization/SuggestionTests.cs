using Milestones.Coaching;
using Milestones.Conversations;
using Milestones.Goals;
using Milestones.People;
using Milestones.Reading;

namespace Milestones.Tests.Localization;

/// <summary>A suggestion is sent as if typed. Whatever we offer, in whatever language, we understand.</summary>
public sealed class SuggestionTests
{
    private static readonly DateOnly Today = new(2026, 9, 14);

    /// <summary>Two answers, the first of which goes ahead.</summary>
    private static readonly string[] Offers = ["Cancel", "Kept", "HigherBar", "SmallerStep", "Direction"];

    public static TheoryData<string, string, string> All
    {
        get
        {
            var all = new TheoryData<string, string, string>();
            foreach (var texts in ResourceTexts.All)
                foreach (var (key, list) in texts.Texts.Where(text => text.Key.StartsWith("Suggest.", StringComparison.Ordinal)))
                    all.Add(texts.Language, key, list);
            return all;
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Every_suggestion_is_understood(string language, string key, string list)
    {
        var answers = list.Split('|');
        Assert.InRange(answers.Length, 1, 6);
        var kind = key["Suggest.".Length..];
        if (Offers.Contains(kind))
            Assert.Equal([YesNo.Yes, YesNo.No], answers.Select(answer => Short.Choice(answer, Context(language))));
        else if (Enum.TryParse<Fields>(kind.Split('.')[0], out var field))
            Assert.All(answers, answer => Assert.True(Answers(answer, field, language), $"{key}: '{answer}' is no answer."));
        else if (kind.StartsWith("FirstWords", StringComparison.Ordinal))
            Assert.All(answers, answer => Assert.True(GoalReader.Read(answer, Today, Context(language).Voice.LanguageOf(answer)).IsGoal, $"{key}: '{answer}' is no goal."));
        else
            Assert.All(answers, answer => Assert.True(Commands.Read(answer) is not null, $"{key}: '{answer}' is no command."));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_suggestion_is_read_in_its_own_language_whatever_is_spoken(string language, string key, string list)
    {
        var other = ResourceTexts.All.First(texts => texts.Language != language).Language;
        if (Enum.TryParse<Fields>(key.Split('.')[1], out var field))
            Assert.All(list.Split('|'), answer => Assert.True(Answers(answer, field, other), $"{key}: '{answer}' is no answer where {other} is spoken."));
    }

    private static bool Answers(string answer, Fields field, string language)
    {
        var (draft, hearing) = Listening.Answer(new GoalDraft("goal", "", Area.None), field, answer, Today, Context(language).Voice.LanguageOf(answer));

        // "Not sure" is the one answer that is none: where one is now may be skipped.
        return field == Fields.Baseline ? hearing == Hearing.Vague && GoalReader.Read(answer, Today).Kind == StatementKind.DontKnow
            : hearing == Hearing.Understood && draft.Settled.HasFlag(field);
    }

    private static TurnContext Context(string language)
    {
        var person = new Person { Id = new PersonId("tenant", "person"), Language = language };
        return new TurnContext(person, null!, VoiceOf.Person(person), Today);
    }
}
