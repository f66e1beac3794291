using Milestones.Conversations;
using Milestones.School;
using Milestones.Views;

namespace Milestones.Features.Conferences;

/// <summary>
/// The conference a student leads: what is told, printed, tried out and looked back on; and for teachers who is ready.
/// </summary>
internal sealed class ConferenceRoutes(SchoolOptions school)
{
    private readonly PackHandler _packs = new(school);
    private readonly ClassPacksHandler _classes = new(school);

    public Routes<Person> Private =>
        field ??= new("Conferences")
        {
            Verbs = new Dictionary<string, Func<Tapped, TurnContext<Person>, TurnResult<Person>?>>(
                StringComparer.Ordinal
            )
            {
                [ConferenceVerbs.Mine] = (_, context) => _packs.Open(context),
                [ConferenceVerbs.Anew] = (_, context) => _packs.Anew(context),
                [ConferenceVerbs.Part] = (tapped, context) => _packs.Part(tapped.Data, context),
                [ConferenceVerbs.Put] = (tapped, context) => _packs.Put(tapped.Data, context),
                [ConferenceVerbs.TakeOut] = (tapped, context) => _packs.TakeOut(tapped.Data, context),
                [ConferenceVerbs.LeaveOut] = (tapped, context) => _packs.LeaveOut(tapped.Data, context),
                [ConferenceVerbs.Move] = (tapped, context) => _packs.Move(tapped.Data, context),
                [ConferenceVerbs.Details] = (_, context) => PackHandler.Details(context),
                [ConferenceVerbs.SaveDetails] = (tapped, context) => _packs.SaveDetails(tapped.Data, context),
                [ConferenceVerbs.Print] = (_, context) => _packs.Print(context),
                [ConferenceVerbs.Ready] = (tapped, context) => _packs.Ready(tapped.Data, context),
                [ConferenceVerbs.NotReady] = (_, context) => _packs.NotReady(context),
                [ConferenceVerbs.Rehearse] = (_, context) => TalkingHandler.Begin(ConferenceTalk.Rehearsal, context),
                [ConferenceVerbs.LookBack] = (_, context) => TalkingHandler.Begin(ConferenceTalk.LookingBack, context),
                [ConferencesVerbs.List] = _classes.Tap,
                [ConferencesVerbs.Day] = _classes.Tap,
                [ConferencesVerbs.Print] = _classes.Tap,
            },
            Commands = new Dictionary<Command, Func<TurnContext<Person>, TurnResult<Person>?>>
            {
                [Command.Conference] = context =>
                    (
                        ClassPacksHandler.IsTeachers(context.Person)
                            ? ClassPacksHandler.Asked(context)
                            : _packs.Open(context)
                    ).Aside(),
            },
            Answers = TalkingHandler.Hear,
            Alarms = [ConferenceTime.Due],
            AfterEach = (result, context) =>
                result with
                {
                    Head = ConferenceTime.WithAlarm(result.Person, context.Now),
                },
            Needs = ClassPacksHandler.Needs,
        };

    public static Routes<Classroom> Class { get; } =
        new("Conferences") { Messages = [Routes<Classroom>.On<ConferenceDaySet>(ClassDayHandler.Set)] };
}
