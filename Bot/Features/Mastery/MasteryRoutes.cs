using Milestones.Conversations;
using Milestones.School;
using Milestones.Views;

namespace Milestones.Features.Mastery;

/// <summary>
/// Where students stand with the targets of a unit: what they say of themselves, before and after, and what their
/// teacher makes of it.
/// </summary>
internal sealed class MasteryRoutes(SchoolOptions school)
{
    public Routes<Person> Private =>
        field ??= new("Mastery")
        {
            Verbs = new Dictionary<string, Func<Tapped, TurnContext<Person>, TurnResult<Person>?>>(
                StringComparer.Ordinal
            )
            {
                [TargetVerbs.Mine] = (tapped, context) => RatingHandler.Mine(tapped.Data, context, school),
                [TargetVerbs.Begin] = (tapped, context) => RatingHandler.Begin(tapped.Data, context, school),
                [TargetVerbs.Rate] = (tapped, context) => RatingHandler.Rate(tapped.Data, context, school),
                [TargetVerbs.Show] = (tapped, context) => RatingHandler.Show(tapped.Data, context, school),
                [UnitVerbs.List] = Teacher,
                [UnitVerbs.New] = Teacher,
                [UnitVerbs.Start] = Teacher,
                [UnitVerbs.Map] = Teacher,
                [UnitVerbs.Student] = Teacher,
                [UnitVerbs.Mark] = Teacher,
                [UnitVerbs.Decide] = Teacher,
            },
            Commands = new Dictionary<Command, Func<TurnContext<Person>, TurnResult<Person>?>>
            {
                [Command.Targets] = context => UnitsHandler.Asked(context, school).Aside(),
            },
            Messages =
            [
                Routes<Person>.On<UnitsTold>(RatingHandler.Told),
                Routes<Person>.On<TargetsMarked>(RatingHandler.Marked),
            ],
            Alarms = [SurveyTime.Due],
            AfterEach = (result, context) => result with { Head = SurveyTime.WithAlarms(result.Person, context.Now) },
            Needs = UnitsHandler.Needs,
        };

    public static Routes<Classroom> Class { get; } =
        new("Mastery")
        {
            Messages =
            [
                Routes<Classroom>.On<UnitBegun>(UnitClassHandler.Begun),
                Routes<Classroom>.On<UnitDecided>(UnitClassHandler.Decided),
            ],
        };

    private TurnResult<Person> Teacher(Tapped tapped, TurnContext<Person> context) =>
        UnitsHandler.Tap(tapped, context, school);
}
