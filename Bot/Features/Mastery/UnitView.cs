using Milestones.Cards;
using Milestones.Localization;
using Milestones.School;
using Milestones.Views;

namespace Milestones.Features.Mastery;

/// <summary>What a teacher's cards of units are made from: the class, and its students' own documents.</summary>
internal sealed record UnitView(Classroom Classroom, TurnContext<Person> Context, LevelWords Words)
{
    public Voice Voice => Context.Voice;

    public string ClassName => Classroom.Name ?? Voice["Class.NoName"];

    /// <summary>By name.</summary>
    public IReadOnlyList<Member> Students =>
        [.. Classroom.Students.OrderBy(Name, StringComparer.CurrentCultureIgnoreCase)];

    public string Name(Member student) => student.Name ?? Voice["Class.Somebody"];

    /// <summary>A student's ratings; null while their document knows nothing of the unit.</summary>
    public UnitSurvey? SurveyOf(Member student, LearningUnit unit) =>
        Context.Others.Person(Classroom.KeyOf(student.ObjectId)) is { } person ? Surveys.Find(person, unit.Id) : null;

    /// <summary>How many have rated every target of the unit's round.</summary>
    public int Done(LearningUnit unit) =>
        Classroom.Students.Count(student =>
            SurveyOf(student, unit) is { } survey
            && survey.Targets.All(target => survey.Of(target).In(unit.Round) is not null)
        );

    public Execute Button(string title, string verb, LearningUnit? unit = null, params (string, string)[] more) =>
        new(
            title,
            verb,
            [
                ("class", Classroom.Key.Partition),
                .. unit is null ? Array.Empty<(string, string)>() : [("unit", unit.Id)],
                .. more,
            ]
        );

    public string State(LearningUnit unit) =>
        unit.ClosedAt is not null
            ? Voice["Teach.Units.Closed"]
            : Voice.Say($"Teach.Units.Round.{unit.Round}", ("n", Done(unit)), ("all", Classroom.Students.Count()));
}
