using Milestones.Conversations;
using Milestones.Localization;
using Milestones.School;

namespace Milestones.Features.OwnData;

/// <summary>Who sees what is written: the true answer, which depends on the classes and on what the school has
/// set.</summary>
internal static class PrivacyHandler
{
    public static TurnResult<Person> Answer(TurnContext<Person> context, SchoolOptions school)
    {
        var voice = context.Voice;
        var classes = context.Person.Classes;
        var learning = classes.Where(one => one.Role == MemberRole.Student).ToList();
        var teaches = classes.Count > 0 && learning.Count == 0;
        var text =
            learning.Count > 0
                ? voice.Say("Privacy.InClass", ("classes", Names(learning, voice)))
                : voice[teaches ? "Teach.Privacy" : "Privacy.NoClass"];
        return new(
            context.Person,
            new Say(
                string.Join(
                    "\n\n",
                    [
                        text,
                        .. Besides(context.Person, context.Now).Select(key => voice[key]),
                        .. school.AsksModel ? [voice[teaches ? "Teach.Privacy.Model" : "Privacy.Model"]] : (string[])[],
                    ]
                ),
                voice.List(teaches ? "Suggest.Teacher" : "Suggest.Home")
            )
        );
    }

    /// <summary>What others see besides, of what there is of this person.</summary>
    private static IEnumerable<string> Besides(Person person, DateTimeOffset now)
    {
        if (person.Surveys.Count > 0 || person.Tasks.Count > 0)
            yield return "Privacy.Work";
        if (person.Peers.Count > 0)
            yield return "Privacy.Feedback";
        if (person.PraisesGiven.Count > 0 || person.PraiseOffers.Count > 0)
            yield return "Privacy.Praise";
        if (person.Conference is { ReadyAt: not null })
            yield return "Privacy.Conference";
        if (person.Family?.IsOpen(now) == true)
            yield return "Privacy.Home";
    }

    private static string Names(IEnumerable<Membership> classes, Voice voice) =>
        string.Join(", ", classes.Select(one => one.ClassName is { Length: > 0 } name ? name : voice["Class.NoName"]));
}
