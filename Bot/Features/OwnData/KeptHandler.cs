using Milestones.Conversations;
using Milestones.Language;
using Milestones.Localization;
using Milestones.School;

namespace Milestones.Features.OwnData;

/// <summary>What is asked about the data that is kept: what it is, a copy of it, or that it shall go.</summary>
internal static class KeptHandler
{
    public static TurnResult<Person> Wanted(TurnContext<Person> context, SchoolOptions school) =>
        Says("Word.Erase", context) ? ErasureHandler.Ask(context)
        : Says("Word.Copy", context) ? CopyHandler.Offer(context, school)
        : Kept(context);

    /// <summary>All of it by its kinds, with how much there is now.</summary>
    private static TurnResult<Person> Kept(TurnContext<Person> context)
    {
        var (person, voice) = (context.Person, context.Voice);
        var teaches = person.Classes.Count > 0 && person.Classes.All(one => one.Role == MemberRole.Teacher);
        var kept = teaches
            ? voice["Teach.DataKept"]
            : voice.Say(
                "MyData.Kept",
                ("goals", person.Goals.Count),
                ("weeks", person.Reflections.Count),
                ("replies", person.TeacherReplies.Count),
                ("units", person.Surveys.Count),
                ("works", Works.Of(person).Count),
                ("feedback", person.Peers.Count)
            );
        return new(
            person,
            new Say(
                person.Erasure?.At is { } at ? $"{kept}\n\n{ErasureHandler.When("MyData.Going", at, context)}" : kept,
                voice.List("Suggest.MyData")
            )
        );
    }

    private static bool Says(string words, TurnContext<Person> context)
    {
        var said = $" {Folding.Fold(context.Heard.Text)} ";
        return Voice
            .InEveryLanguage(words)
            .SelectMany(every => every)
            .Any(word => said.Contains(word, StringComparison.OrdinalIgnoreCase));
    }
}
