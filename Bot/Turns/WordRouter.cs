using Milestones.Features.People;
using Milestones.Features.Reflections;
using Milestones.Language.Wanted;
using Milestones.School;

namespace Milestones.Turns;

/// <summary>
/// Where words that are no command go: into the open dialog, a reflection, or, with nothing open, to what they want.
/// </summary>
internal sealed class WordRouter
{
    /// <summary>In a reflection a wish must be this plain to be taken for one.</summary>
    private const float PlainRequest = 0.85f;

    private readonly RouteTable<Person> _routes;
    private readonly ByActs _acts;
    private readonly RestingWords _resting;
    private readonly DialogWords _dialog;

    public WordRouter(RouteTable<Person> routes)
    {
        _routes = routes;
        _acts = new(routes);
        _resting = new(routes, _acts);
        _dialog = new(routes, _resting, _acts);
    }

    public TurnResult<Person> InDialog(GoalDialogState dialog, TurnContext<Person> context) =>
        _dialog.Hear(dialog, context);

    /// <summary>
    /// What the line surely does, before it is taken for the answer to a question about a saved goal.
    /// </summary>
    public TurnResult<Person>? ByActs(TurnContext<Person> context) => _acts.Hear(context);

    public TurnResult<Person> AtRest(TurnContext<Person> context) => _resting.Hear(context);

    /// <summary>
    /// Words in a reflection are the student's own; only what plainly wants something else is taken as that.
    /// </summary>
    public TurnResult<Person> InReflection(ReflectionDialogState asked, TurnContext<Person> context)
    {
        var wanted = context.Heard.Wanted(PlaceOf.Person(context.Person));
        return
            wanted.Guesses[0].Probability >= PlainRequest
            && IntentKinds.IsRequest(wanted.Best)
            && _routes.Want(wanted.Best, context) is { } done
            ? done.Aside()
            : ReflectionHandler.Hear(asked, context.Heard.Text, context);
    }

    /// <summary>One of the guesses was chosen: the words are taken as that.</summary>
    public TurnResult<Person> Meant(Intent? chosen, Unsure unsure, TurnContext<Person> context) =>
        chosen is { } intent
            ? _resting.Want(intent, context with { Heard = context.Read(unsure.Text) })
            : UnsureHandler.SomethingElse(context);
}
