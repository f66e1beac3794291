using System.Text.RegularExpressions;
using Milestones.Conversations;
using Milestones.Features.Coaching;
using Milestones.Features.Goals;
using Milestones.Features.People;
using Milestones.Language;
using Milestones.Language.Parts;
using Milestones.Language.Wanted;
using Milestones.School;

namespace Milestones.Turns;

/// <summary>
/// A line that surely does one thing has it done, whatever else its words could mean: a question is answered and
/// changes nothing, what is wanted is done, what is told in passing is no news. Heard before all listeners of single
/// words; what is less sure is left to them.
/// </summary>
internal sealed partial class ByActs(RouteTable<Person> routes)
{
    /// <summary>What is less sure is left to the other listeners.</summary>
    private const float Sure = 0.5f;

    private const float Plainly = 0.75f;

    /// <summary>More is needed where the weights of whole lines are sure of something else.</summary>
    private const float Surely = 0.9f;

    /// <summary>Null where the line does nothing surely, or its words are an answer to tap.</summary>
    public TurnResult<Person>? Hear(TurnContext<Person> context) =>
        Does(context) is { } act && (IsFree(context) || IsAskedBack(act, context))
            ? Asked(act, context)
                ?? context.Person.Dialog switch
                {
                    ReviewingDraft draft => AtDraft(act, draft, context),
                    Asking asking => InAsking(act, asking, context),
                    null or ReviewingMilestones when RestingWords.HasGoals(context) => OfSaved(act, context),
                    null or AskingFirstWords { IsLight: true } => AtStart(act, context),
                    _ => null,
                }
            : null;

    /// <summary>Whether the line surely is a question of their own, and no answer to the one that is open.</summary>
    public static bool IsQuestion(TurnContext<Person> context) =>
        IsFree(context)
        && LineParts.Of(context).Parts is { Count: > 0 } parts
        && parts.All(part => PartFamilies.Of(part.Act) == PartFamily.Question && part.Share >= Surely);

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
        var weighty = parts.Where(part => !IsLight(part.Act)).ToList();
        return weighty.Count == 0
            ? parts.Count > 0 && parts.All(part => IsEnough(part, wanted))
                ? parts.FirstOrDefault(part => part.Act == PartAct.Feeling)?.Act ?? parts[0].Act
                : null
            : weighty.All(part => part.Act == weighty[0].Act && IsEnough(part, wanted))
                ? weighty[0].Act
                : null;
    }

    private static bool IsEnough(SaidPart part, WantedReading wanted) =>
        Enough(part.Act, wanted) is var enough
        && (part.Share >= enough || (enough <= Sure && part.Together >= Sure && part.Share >= Some));

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
                ? Never
                : Surely
            : act
                is PartAct.Delete
                    or PartAct.Undo
                    or PartAct.Stop
                    or PartAct.Pause
                    or PartAct.Protest
                    or PartAct.AskPrivacy
                    or PartAct.AskWhat
                ? Plainly
                : Sure;

    private const float Never = 1.1f;

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

    private static bool IsLight(PartAct act) =>
        act is PartAct.Ack or PartAct.Hello or PartAct.Chat or PartAct.Explain or PartAct.Feeling;

    private TurnResult<Person>? Want(Intent intent, TurnContext<Person> context) => routes.Want(intent, context);

    /// <summary>A question of their own: answered, and the open question comes back.</summary>
    private TurnResult<Person>? Asked(PartAct act, TurnContext<Person> context) =>
        (
            act switch
            {
                PartAct.AskBot
                    when context.Heard.Wanted(PlaceOf.Person(context.Person))
                        is { IsSure: true, Best: Intent.Explain } => Want(Intent.Explain, context)
                    ?? TalkHandler.OfCoach(context),
                PartAct.AskBot => TalkHandler.OfCoach(context),
                PartAct.AskPrivacy => Want(Intent.Privacy, context),
                PartAct.AskOff => Want(
                    context.Heard.Wanted(PlaceOf.Person(context.Person)).Best == Intent.Smalltalk
                        ? Intent.Smalltalk
                        : Intent.Offtopic,
                    context
                ),
                PartAct.AskStatus when RestingWords.HasGoals(context) => Want(Intent.Status, context),
                PartAct.AskRecord when context.Person.Dialog is ReviewingDraft draft => CoachingHandler.Shows(
                    draft,
                    context
                ),
                PartAct.AskRecord when RestingWords.HasGoals(context) => RecordQuestions.Answer(context),
                _ => null,
            }
        )?.Aside()
        ?? act switch
        {
            PartAct.AskWhy => context.Person.Dialog is (Asking or ReviewingDraft) and var open
                ? CoachingHandler.Why(open, context)
                : TalkHandler.SaysWhy(context),
            PartAct.AskWhat => context.Person.Dialog is Asking asking
                ? TalkHandler.AsksTerm(context)?.Aside()
                    ?? CoachingHandler.Misfits(asking, Misfit.NotUnderstood, context)
                : Means(context),
            PartAct.AskExample => Examples(context),
            _ => null,
        };

    /// <summary>
    /// "What do u mean" asked of the coach's question, or of a word of its own that stands anywhere in the line.
    /// </summary>
    private TurnResult<Person>? Means(TurnContext<Person> context) =>
        TalkHandler.AsksTerm(context)
        ?? TalkHandler.OfSmartIn(context.Turn.Input is Said said ? said.Text : context.Heard.Text, context)
        ?? (context.Person.Question is { } question ? GoalQuestions.InOtherWords(question, context) : null)
        ?? (
            RestingWords.HasGoals(context) && WordCount.Of(context.Heard.Text) <= FewWords
                ? StatusHandler.Record(context)
                : Want(Intent.Explain, context)?.Aside()
                    ?? (RestingWords.HasGoals(context) ? StatusHandler.Record(context) : null)
        );

    /// <summary>In so few words what was said last is meant, and where the goal stands says it.</summary>
    private const int FewWords = 6;

    /// <summary>"Is 40 crazy?" is theirs to say; else what others do.</summary>
    private static TurnResult<Person>? Examples(TurnContext<Person> context) =>
        context.Person.Dialog is Drafting && Judges().IsMatch(context.Heard.Text)
            ? new TurnResult<Person>(context.Person, new Say(context.Voice["Aside.YourCall"])).Aside()
            : context.Person.Dialog switch
            {
                Asking asking => CoachingHandler.Misfits(asking, Misfit.WantsExample, context),
                Drafting draft => CoachingHandler.Ideas(draft.Draft, context).Aside(),
                _ => context.Person.Goals.LastOrDefault(goal => goal.IsActive) is { } goal
                    ? CoachingHandler.IdeasFor(goal, context)
                    : TalkHandler.Example(context),
            };

    [GeneratedRegex(
        @"\b(?:good|bad|too|enough|ok|okay|crazy|realistic|a lot|dumb|hard|easy|bien|mal|mucho|poco|suficiente"
            + @"|demasiado|muy)\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Judges();

    private TurnResult<Person>? AtStart(PartAct act, TurnContext<Person> context) =>
        act switch
        {
            PartAct.Later => Want(Intent.Farewell, context),
            PartAct.Pause => Want(Intent.PauseMessages, context),
            PartAct.Stop => Want(Intent.StopMessages, context),
            PartAct.Feeling => Feels(context),
            PartAct.Chat => Want(Intent.Smalltalk, context),
            PartAct.Wish => Want(Intent.Goal, context),
            _ => null,
        };

    private TurnResult<Person>? InAsking(PartAct act, Asking asking, TurnContext<Person> context) =>
        act switch
        {
            PartAct.Later => Want(Intent.Farewell, context),
            PartAct.Fix
            or PartAct.Measure
                when asking is not (AskingMeasure or AskingBaseline or AskingWhat or AskingDirection)
                    && CoachingHandler.PutRight(asking, context) is { } right => right,
            PartAct.Protest when WordCount.Of(context.Heard.Text) > 1 => CoachingHandler.Misfits(
                asking,
                Misfit.Correction,
                context
            ),
            _ when Answers(act, asking) && !IsOtherNumber(asking, context) => CoachingHandler.Hear(
                asking,
                context.Heard.Text,
                context
            ),
            PartAct.Skip when Short.SaysSkip(context.Heard.Text) => CoachingHandler.Skip(asking, context),
            PartAct.Skip when !Short.IsUnknowing(context.Heard.Text) => CoachingHandler.Misfits(
                asking,
                Misfit.Refusal,
                context
            ),
            _ => null,
        };

    /// <summary>"80% on the next quiz" is no day.</summary>
    private static bool IsOtherNumber(Asking asking, TurnContext<Person> context) =>
        asking is AskingDeadline
        && context.Heard.Date.Finding == DateFinding.None
        && AnswerReader.ReadMeasure(context.Heard.Text, context.Heard.Language) is not null;

    /// <summary>
    /// A number or a day that was asked for. Longer answers are weighed against what else they could be.
    /// </summary>
    private static bool Answers(PartAct act, Asking asking) =>
        (asking, act)
            is
                (AskingDeadline, PartAct.Deadline)
                or
                (AskingConfidence, PartAct.Sure)
                or
                (AskingMeasure or AskingBaseline, PartAct.Measure);

    /// <summary>At the draft only what puts something right changes it.</summary>
    private TurnResult<Person>? AtDraft(PartAct act, ReviewingDraft draft, TurnContext<Person> context) =>
        act switch
        {
            // "Should say 0, the rest is good" was changed, and is shown first.
            PartAct.Yes
                when !context.Heard.Text.Any(char.IsAsciiDigit)
                    && (
                        context.Heard.Act is null
                        || Short.Loosely(context) == YesNo.Yes
                        || Short.Saves(context.Heard.Text)
                    ) => DraftHandler.Save(draft, context),
            PartAct.No or PartAct.Protest when CoachingHandler.ChangesNothing(draft, context) =>
                CoachingHandler.AsksWhat(draft, context),
            PartAct.Later => Want(Intent.Farewell, context),
            PartAct.Feeling => Want(Intent.Emotion, context)?.Aside(),
            PartAct.Chat or PartAct.Explain or PartAct.Hello or PartAct.Skip => new TurnResult<Person>(
                context.Person
            ).Aside(),
            _ when CoachingHandler.BeginsWithSure(context) => CoachingHandler.Hear(draft, context.Heard.Text, context),
            PartAct.Sure when CoachingHandler.IsSure(draft, context) is { } sure => sure,
            PartAct.ChangePlan => CoachingHandler.ChangesPlan(draft, context),
            PartAct.Fix when CoachingHandler.ChangesNothing(draft, context) => CoachingHandler.AddsToPlan(
                draft,
                context
            ) ?? CoachingHandler.AsksWhat(draft, context),
            PartAct.Fix
            or PartAct.ChangeNumber
            or PartAct.ChangeDate
            or PartAct.ChangeTitle
            or PartAct.Plan
            or PartAct.Deadline
            or PartAct.Measure => CoachingHandler.Hear(draft, context.Heard.Text, context),
            _ => null,
        };

    private TurnResult<Person>? OfSaved(PartAct act, TurnContext<Person> context) =>
        context.Person.Question is { Kind: GoalAsked.Hardest or GoalAsked.NextTry } asked
        && context.Person.FindGoal(asked.GoalId) is { } goal
        && AfterSetback(act, goal, context) is { } answered
            ? answered
            : act switch
            {
                PartAct.Undo => Want(Intent.Undo, context),
                PartAct.Protest when context.Person.Question is null => IsJustLogged(context.Person)
                    ? TakenBack(context)
                    : Sorry(context),
                PartAct.ChangeNumber
                or PartAct.ChangeDate
                or PartAct.ChangePlan
                or PartAct.ChangeTitle
                or PartAct.Easier => GoalRequests.Edit(act, context),
                PartAct.Fix when IsJustLogged(context.Person) => ReportCorrections.PutRight(context),
                PartAct.Yes or PartAct.Ack when context.Person.Dialog is ReviewingMilestones =>
                    CoachingHandler.TakeSteps(context),
                PartAct.Pause => Want(Intent.PauseMessages, context),
                PartAct.Stop => Want(Intent.StopMessages, context),
                PartAct.Delete => Want(Intent.DeleteGoal, context),
                PartAct.NewGoal => Want(Intent.NewGoal, context),
                PartAct.Wish => Want(Intent.Goal, context),
                PartAct.Language => Want(Intent.Language, context),
                PartAct.Plan => new(
                    context.Person,
                    new Say(context.Voice["Plan.Told"], context.Voice.List("Suggest.AfterAnswer"))
                ),
                PartAct.Later when context.Person.Question is { Kind: GoalAsked.HowMuch or GoalAsked.OutOfHowMany } =>
                    new(context.Person, new Say(context.Voice["Answer.WhenYouKnow"])),
                PartAct.Later when !LooksAhead(context) => Want(Intent.Farewell, context),
                PartAct.Back => new TurnResult<Person>(
                    context.Person,
                    new Say(context.Voice["Unknown.Greeting.InDialog"])
                ).Then(Want(Intent.Status, context)!),
                PartAct.Feeling when context.Person.Question is null => Feels(context),
                PartAct.Chat or PartAct.Explain when context.Person.Question is null => Want(Intent.Sharing, context),
                PartAct.Ack when context.Person is { Question: null, Dialog: null } => Want(Intent.Thanks, context),
                PartAct.Gain
                or PartAct.Setback
                or PartAct.Same
                or PartAct.Effort
                or PartAct.Done when context.Person.Question is null && ReportHandler.IsPlaced(context) => Want(
                    Intent.Progress,
                    context
                ),
                _ when context.Person.Question is null && PartFamilies.Of(act) == PartFamily.News => ReportHandler.Told(
                    act,
                    context
                ),
                _ => null,
            };

    /// <summary>
    /// "I hate sharing" is let out, what weighs gets kind words, and "im not giving up" is no weight.
    /// </summary>
    private TurnResult<Person>? Feels(TurnContext<Person> context) =>
        Want(
            context.Heard.Wanted(PlaceOf.Person(context.Person)) switch
            {
                { Best: Intent.Vent } => Intent.Vent,
                { Best: Intent.Emotion, IsSure: true } => Intent.Emotion,
                _ when TalkHandler.FeelsGood(context.Heard.Text) => Intent.Emotion,
                var other
                    when other.Guesses.Any(guess =>
                        guess is { Intent: Intent.Emotion or Intent.Vent, Probability: >= Some }
                    ) => Intent.Vent,
                _ => Intent.Sharing,
            },
            context
        );

    /// <summary>"I will share my crayons tomorrow" is told, and leaves nothing for later.</summary>
    private static bool LooksAhead(TurnContext<Person> context) =>
        context.Heard.Wanted(PlaceOf.Person(context.Person)).Best is Intent.Sharing or Intent.Progress;

    /// <summary>What could help was asked: a plan is kept and not asked for again.</summary>
    private static TurnResult<Person>? AfterSetback(PartAct act, Goal goal, TurnContext<Person> context) =>
        act switch
        {
            PartAct.Plan or PartAct.ChangePlan => GoalAnswers.TriesThat(goal, context),
            PartAct.Skip or PartAct.No or PartAct.Later => GoalAnswers.Skipped(context),
            _ => null,
        };

    private static bool IsJustLogged(Person person) =>
        person is { Question: null, LastEntry: { } entry }
        && person.LastSaid?.Entry == entry
        && person.Goals.Any(goal => goal.Progress is [.., { Value: not null } last] && last.Id == entry);

    /// <summary>"That's brody's": the number logged last was none of theirs.</summary>
    private TurnResult<Person>? TakenBack(TurnContext<Person> context) =>
        ReportCorrections.Complains(context.Heard.Text)
            ? Sorry(context)
            : new TurnResult<Person>(context.Person, new Say(context.Voice["Answer.Sorry.Back"])).Then(
                Want(Intent.Undo, context)!
            );

    private static TurnResult<Person> Sorry(TurnContext<Person> context) =>
        new(context.Person, new Say(context.Voice["Answer.Sorry.Again"], context.Voice.List("Suggest.Home")));
}
