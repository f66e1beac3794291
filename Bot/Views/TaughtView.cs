using Milestones.Cards;
using Milestones.Localization;
using Milestones.School;

namespace Milestones.Views;

/// <summary>What a teacher's cards of a class are made from: the class, and its students' own documents.</summary>
internal record TaughtView(Classroom Classroom, TurnContext<Person> Context)
{
    public Voice Voice => Context.Voice;

    public string ClassName => Classroom.Name ?? Voice["Class.NoName"];

    /// <summary>By name.</summary>
    public IReadOnlyList<Member> Students =>
        [.. Classroom.Students.OrderBy(Name, StringComparer.CurrentCultureIgnoreCase)];

    public string Name(Member student) => student.Name ?? Voice["Class.Somebody"];

    /// <summary>A student's own document; null where it was not read.</summary>
    public Person? Person(Member student) => Context.Others.Person(Classroom.KeyOf(student.ObjectId));

    public Execute Button(string title, string verb, params (string, string)[] more) =>
        new(title, verb, [("class", Classroom.Key.Partition), .. more]);
}
