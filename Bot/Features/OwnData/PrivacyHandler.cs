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
                school.AsksModel ? $"{text}\n\n{voice[teaches ? "Teach.Privacy.Model" : "Privacy.Model"]}" : text,
                voice.List(teaches ? "Suggest.Teacher" : "Suggest.Home")
            )
        );
    }

    private static string Names(IEnumerable<Membership> classes, Voice voice) =>
        string.Join(", ", classes.Select(one => one.ClassName is { Length: > 0 } name ? name : voice["Class.NoName"]));
}
