using Milestones.Conversations;
using Milestones.Features.Goals;
using Milestones.Features.People;
using Milestones.Language.Parts;
using Milestones.Language.Wanted;
using Milestones.School;

namespace Milestones.Turns;

/// <summary>
/// Listeners of <see cref="RestingWords"/> to what the fitted reader of parts is sure of: a question by its form, news
/// without a number, a wish that is none.
/// </summary>
/// <param name="want">Does what somebody wants.</param>
internal sealed class WordsByParts(Func<Intent, TurnContext<Person>, TurnResult<Person>> want)
{
    private const float SureQuestion = 0.8f;

    private const float SurePart = 0.7f;

    /// <summary>
    /// A question by its form, where the weights of whole lines take it for a report or talk: it is answered, and
    /// nothing is logged of it. A protest gets a sorry.
    /// </summary>
    public TurnResult<Person>? Asked(WantedReading wanted, TurnContext<Person> context) =>
        context.Person.Question is { Kind: GoalAsked.NextTry or GoalAsked.Hardest }
        || Of(context) is not [{ Share: >= SureQuestion, Act: var act }]
        || (wanted.IsSure && !(wanted.Best is Intent.Progress or Intent.Answer or Intent.Sharing or Intent.Smalltalk))
            ? null
            : act switch
            {
                PartAct.AskBot => TalkHandler.OfCoach(context),
                PartAct.AskWhy => TalkHandler.SaysWhy(context),
                PartAct.AskStatus when RestingWords.HasGoals(context) => want(Intent.Status, context),
                PartAct.AskRecord when RestingWords.HasGoals(context) => StatusHandler.Record(context),
                PartAct.AskPrivacy => want(Intent.Privacy, context),
                PartAct.AskOff => want(Intent.Offtopic, context),
                PartAct.Protest when RestingWords.HasGoals(context) => new(
                    context.Person,
                    new Say(context.Voice["Answer.Sorry.Again"], context.Voice.List("Suggest.Home"))
                ),
                _ => null,
            };

    /// <summary>"I tried to say hi and everyone had earbuds in": news of the goal, though without a number.</summary>
    public TurnResult<Person>? News(WantedReading wanted, TurnContext<Person> context) =>
        RestingWords.HasGoals(context)
        && wanted.Best is Intent.Sharing or Intent.Smalltalk or Intent.Vent or Intent.Goal or Intent.SecondGoal
        && Of(context)
            is [{ Share: >= SureQuestion, Act: PartAct.Setback or PartAct.Effort or PartAct.Gain or PartAct.Same }, ..]
            ? want(Intent.Progress, context)
            : null;

    /// <summary>"Ie and ei get me every time": said of the goal there is, and no wish for another.</summary>
    public TurnResult<Person>? NotWished(WantedReading wanted, TurnContext<Person> context) =>
        RestingWords.HasGoals(context)
        && wanted.Best is Intent.Goal or Intent.SecondGoal
        && !context.Heard.Goal.IsGoal
        && Of(context) is var parts
        && parts.Any(part => part is { Share: >= SurePart, Act: PartAct.Explain or PartAct.Feeling or PartAct.Chat })
        && !parts.Any(part => part.Act is PartAct.Wish or PartAct.NewGoal)
            ? want(Intent.Sharing, context)
            : null;

    /// <summary>"I wanna also get better at spelling. im at 4 of 10 want 9": one goal more, and no report.</summary>
    public TurnResult<Person>? Wishes(WantedReading wanted, TurnContext<Person> context) =>
        RestingWords.HasGoals(context)
        && wanted.Best is Intent.Goal or Intent.SecondGoal or Intent.NewGoal or Intent.Progress or Intent.Answer
        && Of(context) is var parts
        && parts.Any(part => part is { Share: >= SurePart, Act: PartAct.Wish or PartAct.NewGoal })
        && !ReportHandler.ReportsPlainly(context)
        && context.Heard.Goal.IsGoal
            ? want(Intent.Goal, context)
            : null;

    /// <summary>
    /// What the one part of a line surely does, where the weights of whole lines are unsure. Nothing is deleted or
    /// stopped on its word.
    /// </summary>
    public static Intent? Sure(TurnContext<Person> context)
    {
        var parts = Of(context);
        if (
            parts is not [{ Share: >= SurePart, Act: var act }, ..]
            // "This is boring i dont want this goal anymore": what is wanted gone is asked about.
            || parts.Any(part => part.Act is PartAct.Delete or PartAct.Stop or PartAct.Pause or PartAct.Undo)
        )
        {
            return null;
        }

        return act switch
        {
            PartAct.AskStatus => Intent.Status,
            PartAct.AskPrivacy => Intent.Privacy,
            PartAct.AskWhat => Intent.Explain,
            PartAct.AskExample => Intent.Example,
            PartAct.AskOff => Intent.Offtopic,
            PartAct.ChangeNumber
            or PartAct.ChangeDate
            or PartAct.ChangePlan
            or PartAct.ChangeTitle
            or PartAct.Easier when RestingWords.HasGoals(context) => Intent.EditGoal,
            PartAct.NewGoal => Intent.NewGoal,
            PartAct.Wish when !RestingWords.HasGoals(context) => Intent.Goal,
            PartAct.Feeling => Intent.Emotion,
            PartAct.Ack => Intent.Thanks,
            PartAct.Hello => Intent.Greeting,
            PartAct.Chat => Intent.Smalltalk,
            PartAct.Explain when RestingWords.HasGoals(context) => Intent.Sharing,
            PartAct.Gain
            or PartAct.Setback
            or PartAct.Same
            or PartAct.Done
            or PartAct.Effort when RestingWords.HasGoals(context) => Intent.Progress,
            _ => null,
        };
    }

    private static IReadOnlyList<SaidPart> Of(TurnContext<Person> context) =>
        context.Heard.Parts(SettingOf.Person(context.Person)).Parts;
}
