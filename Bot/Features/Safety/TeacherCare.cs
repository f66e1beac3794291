using Milestones.Conversations;
using Milestones.Language.Concerns;
using Milestones.School;

namespace Milestones.Features.Safety;

/// <summary>
/// A teacher who writes of a student in trouble gets what to do and the way to the class's contacts. No alert is
/// raised: it would be about the teacher.
/// </summary>
internal static class TeacherCare
{
    public static bool IsAboutStudent(TurnContext<Person> context) =>
        IsTeacher(context.Person) && context.Heard.Concern is { Level: not ConcernLevel.None, AboutAnother: true };

    /// <summary>Teaches a class, and is a student in none.</summary>
    public static bool IsTeacher(Person person) =>
        person.Classes.Any(one => one.Role == MemberRole.Teacher)
        && person.Classes.All(one => one.Role == MemberRole.Teacher);

    /// <summary>The class documents that name the contacts.</summary>
    public static IReadOnlyCollection<DocumentKey> Needs(Person person, Turn turn) =>
        turn.Input is Said said
        && IsTeacher(person)
        && ConcernReader.Read(said.Text, language: null) is { Level: not ConcernLevel.None, AboutAnother: true }
            ? [.. person.Classes.Select(one => one.Class)]
            : [];

    public static TurnResult<Person> Answer(TurnContext<Person> context)
    {
        var voice = QuietHandler.VoiceOfWords(context);
        var names = context
            .Person.Classes.Select(one => context.Others.Class(one.Class))
            .OfType<Classroom>()
            .SelectMany(Contacts.Of)
            .Where(member => member.ObjectId != context.Person.Id.ObjectId)
            .Select(member => member.Name)
            .OfType<string>()
            .Distinct(StringComparer.Ordinal)
            .Take(Contacts.Most)
            .ToList();
        var who =
            names.Count > 0
                ? voice.Say("Alert.Teacher.Contacts", ("names", string.Join(", ", names)))
                : voice["Alert.Teacher.NoContacts"];
        var steps = voice.List("Alert.Dos").Select(text => $"• {text}");
        return new(
            context.Person,
            new Say($"{voice["Alert.Teacher"]}\n\n{string.Join('\n', steps)}\n\n{who}", voice.List("Suggest.Teacher"))
        );
    }
}
