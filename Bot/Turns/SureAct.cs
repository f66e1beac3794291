using Milestones.Features.Goals;
using Milestones.Features.People;
using Milestones.Language;
using Milestones.Language.Parts;
using Milestones.Language.Wanted;
using Milestones.School;

namespace Milestones.Turns;

/// <summary>
/// The one thing that a line surely does, read by its parts: for <see cref="ByActs"/>, which has it done.
/// </summary>
internal static class SureAct
{
    /// <summary>What is less sure is left to the other listeners.</summary>
    private const float Sure = 0.5f;

    /// <summary>"Can i change my plan" asks about the coach, or wants it done.</summary>
    private const float Rather = 0.6f;

    private const float Plainly = 0.75f;

    /// <summary>More is needed where the weights of whole lines are sure of something else.</summary>
    private const float Surely = 0.9f;

    /// <summary>Null where the line does nothing surely, or its words are an answer to tap.</summary>
    public static PartAct? Of(TurnContext<Person> context) =>
        Does(context) is { } act && (IsFree(context) || IsAskedBack(act, context)) ? act : null;

    /// <summary>Whether the line surely is a question of their own, and no answer to the one that is open.</summary>
    public static bool IsQuestion(TurnContext<Person> context) =>
        IsFree(context)
        && LineParts.Of(context).Parts is { Count: > 0 } parts
        && parts.All(part => PartFamilies.Of(part.Act) == PartFamily.Question && part.Share >= Surely);

    /// <summary>Whether nothing in the line wishes for a goal: a story beside a saved one begins none.</summary>
    public static bool WishesNothing(TurnContext<Person> context) =>
        context.Heard.Goal is not { IsGoal: true, Target: not null }
        && LineParts.Of(context).Parts is { Count: > 0 } parts
        && parts.All(part =>
            part.Share >= Plainly && part.Act is not (PartAct.Wish or PartAct.NewGoal or PartAct.Measure)
        );

    /// <summary>Whether all that is more than a word in passing is this, as surely as can be.</summary>
    public static bool IsSurely(PartAct act, TurnContext<Person> context) =>
        LineParts.Of(context).Parts is var parts
        && parts.Any(part => part.Act == act)
        && parts.All(part =>
            part.Act == act
                ? part.Share >= Surely
                : PartFamilies.Of(part.Act) is PartFamily.Passing or PartFamily.Answer
        );

    /// <summary>"Whats that mean", asked of what should change: no answer to it.</summary>
    private static bool IsAskedBack(PartAct act, TurnContext<Person> context) =>
        context.Heard.Command is null
        && UnsureHandler.Chip(context) is null
        && PartFamilies.Of(act) == PartFamily.Question
        && context.Person.Question is { Kind: GoalAsked.EditWhat or GoalAsked.NewPlan };

    /// <summary>Words that tap or name something of the coach's own are heard as that.</summary>
    private static bool IsFree(TurnContext<Person> context) =>
        context.Heard.Command is null
        && UnsureHandler.Chip(context) is null
        && !ReportHandler.GivesUp(context)
        && !TellsWholeGoal(context.Heard.Goal)
        && !(
            context.Person.Question is { } question
            && (
                question.Kind is GoalAsked.Delete or GoalAsked.GaveUp or GoalAsked.EditWhat or GoalAsked.NewPlan
                || GoalNames.IsWhich(question.Kind)
                || GoalQuestions.IsTap(question, context)
            )
        );

    /// <summary>A goal with all its parts is begun, whatever else its number could change.</summary>
    private static bool TellsWholeGoal(GoalReading goal) =>
        goal
            is { IsGoal: true, Target: not null, TimeBound: not null }
                and ({ Plan: not null } or { Reason: not null });

    /// <summary>
    /// What the line does: the one thing that is more than a word in passing, or what is told in passing alone. Null
    /// where it does several things, or none surely.
    /// </summary>
    private static PartAct? Does(TurnContext<Person> context)
    {
        if (context.Heard.Act is { } within)
            return within;
        var parts = LineParts.Of(context).Parts;
        var wanted = context.Heard.Wanted(PlaceOf.Person(context.Person));
        var weighty = parts.Where(part => PartFamilies.Of(part.Act) != PartFamily.Passing).ToList();
        // "Im back. where was i at" greets, and asks.
        if (weighty.Count > 1)
            weighty.RemoveAll(part => part.Act == PartAct.Back);
        return weighty.Count == 0
            ? parts.Count > 0 && parts.All(part => IsEnough(part, wanted))
                ? parts.FirstOrDefault(part => part.Act == PartAct.Feeling)?.Act ?? parts[0].Act
                : null
            : weighty.All(part => part.Act == weighty[0].Act && IsEnough(part, wanted))
                ? weighty[0].Act
            : AskedFor(context.Person) is { } asked
            && weighty.All(part => GoesWith(part.Act, context.Person))
            && weighty.Exists(part => part.Act == asked && IsEnough(part, wanted))
                ? asked
                : null;
    }

    /// <summary>"50, because the office asks for it": what answers the open question, with what goes with it.</summary>
    private static PartAct? AskedFor(Person person) =>
        person.Dialog switch
        {
            AskingMeasure or AskingBaseline => PartAct.Measure,
            AskingPlan => PartAct.Plan,
            AskingReason => PartAct.Reason,
            AskingObstacle => PartAct.Obstacle,
            AskingDeadline => PartAct.Deadline,
            AskingConfidence => PartAct.Sure,
            Drafting => null,
            _ => IsAskedWhatHelps(person) ? PartAct.Plan : null,
        };

    /// <summary>"Already emailed him. office hours thursday": asked what could help, news goes with it.</summary>
    private static bool GoesWith(PartAct act, Person person) =>
        PartFamilies.Of(act) is PartFamily.Answer
        || (IsAskedWhatHelps(person) && PartFamilies.Of(act) is PartFamily.News or PartFamily.Decision);

    private static bool IsAskedWhatHelps(Person person) =>
        person.Question is { Kind: GoalAsked.Hardest or GoalAsked.NextTry };

    /// <summary>Whether a line tells what could help next time, which was asked.</summary>
    public static bool TellsWhatHelps(TurnContext<Person> context) =>
        IsAskedWhatHelps(context.Person) && Of(context) == PartAct.Plan;

    private static bool IsEnough(SaidPart part, WantedReading wanted) =>
        // "This is dumb" lets something out, and says nothing of what the coach has.
        !(part.Act == PartAct.Protest && wanted.Best is Intent.Vent or Intent.Cancel or Intent.Emotion)
        && Enough(part.Act, wanted) is var enough
        && (part.Share >= enough || (enough <= Rather && part.Together >= enough && part.Share >= Some));

    /// <summary>Of a family that is sure, an act may be this unsure.</summary>
    private const float Some = 0.3f;

    /// <summary>
    /// How sure an act must be. Where the weights of whole lines are sure of something that is done, or of a whole
    /// goal, it must be surer: acts have no name for some of that, such as a copy of one's data. What takes something
    /// away needs more as well.
    /// </summary>
    private static float Enough(PartAct act, WantedReading wanted) =>
        (wanted.IsSure || wanted.Guesses[0].Probability >= Likely)
        && (IntentKinds.IsRequest(wanted.Best) || wanted.Best is Intent.Goal or Intent.SecondGoal or Intent.Progress)
            ? wanted.Best is Intent.Goal or Intent.SecondGoal && IsChange(act)
                ? Certainly
                : Surely
            : act
                is PartAct.Delete
                    or PartAct.Undo
                    or PartAct.Stop
                    or PartAct.Pause
                    or PartAct.Protest
                    or PartAct.AskPrivacy
                    or PartAct.AskWhat
                    or PartAct.Skip
                ? Plainly
            : act is PartAct.AskBot ? Rather
            : Sure;

    /// <summary>What the weights of whole lines take for another goal changes a saved one only so.</summary>
    private const float Certainly = 0.95f;

    /// <summary>So probable a reading of the whole line is not passed over for an act that is likely.</summary>
    private const float Likely = 0.6f;

    private static bool IsChange(PartAct act) =>
        act
            is PartAct.ChangeNumber
                or PartAct.ChangeDate
                or PartAct.ChangePlan
                or PartAct.ChangeTitle
                or PartAct.Easier
                or PartAct.Delete
                or PartAct.Undo;
}
