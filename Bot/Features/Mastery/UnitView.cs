using Milestones.Cards;
using Milestones.School;
using Milestones.Views;

namespace Milestones.Features.Mastery;

/// <summary>What a teacher's cards of units are made from.</summary>
internal sealed record UnitView(Classroom Classroom, TurnContext<Person> Context, LevelWords Words)
    : TaughtView(Classroom, Context)
{
    /// <summary>A student's ratings; null while their document knows nothing of the unit.</summary>
    public UnitSurvey? SurveyOf(Member student, LearningUnit unit) =>
        Person(student) is { } person ? Surveys.Find(person, unit.Id) : null;

    /// <summary>How many have rated every target of the unit's round.</summary>
    public int Done(LearningUnit unit) =>
        Classroom.Students.Count(student =>
            SurveyOf(student, unit) is { } survey
            && survey.Targets.All(target => survey.Of(target).In(unit.Round) is not null)
        );

    public Execute Button(string title, string verb, LearningUnit? unit, params (string, string)[] more) =>
        Button(title, verb, unit is null ? more : [("unit", unit.Id), .. more]);

    public string State(LearningUnit unit) =>
        unit.ClosedAt is not null
            ? Voice["Teach.Units.Closed"]
            : Voice.Say($"Teach.Units.Round.{unit.Round}", ("n", Done(unit)), ("all", Classroom.Students.Count()));
}
