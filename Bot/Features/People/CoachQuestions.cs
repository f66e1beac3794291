using Milestones.Conversations;
using Milestones.Localization;
using Milestones.School;

namespace Milestones.Features.People;

/// <summary>
/// What is asked of the coach: does it remind, can a goal be changed later, what happens when a week is missed. What
/// it is about is told by words of each language, <c>Word.Coach.{topic}</c>.
/// </summary>
internal static class CoachQuestions
{
    /// <summary>The more particular first: "remind me if i miss a day" is about reminding.</summary>
    public static IReadOnlyList<string> Topics { get; } =
    ["Remind", "Change", "Grade", "Prize", "Many", "Number", "Tell", "Miss", "Must", "Long", "Real"];

    /// <summary>The answer, or what the coach is for where nothing tells what is meant.</summary>
    public static string Answer(string text, Voice voice)
    {
        var asked = TalkHandler.Folded(text);
        var topic = Topics.FirstOrDefault(one =>
            Voice
                .InEveryLanguage($"Word.Coach.{one}")
                .SelectMany(words => words)
                .Any(word => asked.Contains($" {word}", StringComparison.Ordinal))
        );
        return voice[topic is null ? "Coach.For" : $"Coach.{topic}"];
    }

    public static TurnResult<Person> Hear(TurnContext<Person> context) =>
        new(context.Person, new Say(Answer(context.Heard.Text, context.Voice), context.Voice.List("Suggest.Home")));
}
