using Milestones.Language.Parts;
using Milestones.Language.Wanted;
using Milestones.School;

namespace Milestones.Turns;

/// <summary>
/// A line that surely does one thing has it done, whatever else its words could mean: a question is answered and
/// changes nothing, what is wanted is done, what is told in passing is no news. Heard before all listeners of single
/// words; what is less sure is left to them.
/// </summary>
internal sealed class ByActs(RouteTable<Person> routes)
{
    private readonly AskedByActs _asked = new(routes.Want);
    private readonly MakingByActs _making = new(routes.Want);
    private readonly SavedByActs _saved = new(routes.Want);

    /// <summary>Null where the line does nothing surely, or its words are an answer to tap.</summary>
    public TurnResult<Person>? Hear(TurnContext<Person> context) =>
        SureAct.Of(context) is { } act
            ? _asked.Hear(act, context)
                ?? context.Person.Dialog switch
                {
                    Drafting drafting => _making.Hear(act, drafting, context),
                    null or ReviewingMilestones when RestingWords.HasGoals(context) => _saved.Hear(act, context),
                    null or AskingFirstWords { IsLight: true } => AtStart(act, context),
                    _ => null,
                }
            : null;

    private TurnResult<Person>? AtStart(PartAct act, TurnContext<Person> context) =>
        act switch
        {
            PartAct.Later => routes.Want(Intent.Farewell, context),
            PartAct.Pause => routes.Want(Intent.PauseMessages, context),
            PartAct.Stop => routes.Want(Intent.StopMessages, context),
            PartAct.Feeling => Feelings.Met(routes.Want, context),
            PartAct.Chat => routes.Want(Intent.Smalltalk, context),
            PartAct.Wish => routes.Want(Intent.Goal, context),
            PartAct.Protest => SavedByActs.Sorry(context),
            _ => null,
        };
}
