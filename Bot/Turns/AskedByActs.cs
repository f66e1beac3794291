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

/// <summary>A question of a person's own: answered, and the open question comes back.</summary>
/// <param name="want">Does what somebody wants; null where nothing does.</param>
internal sealed partial class AskedByActs(Func<Intent, TurnContext<Person>, TurnResult<Person>?> want)
{
    /// <summary>Null for an act that asks nothing.</summary>
    public TurnResult<Person>? Hear(PartAct act, TurnContext<Person> context) =>
        (
            act switch
            {
                PartAct.AskBot
                    when context.Heard.Wanted(PlaceOf.Person(context.Person))
                        is { IsSure: true, Best: Intent.Explain } => want(Intent.Explain, context)
                    ?? TalkHandler.OfCoach(context),
                PartAct.AskBot => TalkHandler.OfCoach(context),
                PartAct.AskPrivacy => want(Intent.Privacy, context),
                PartAct.AskOff => want(
                    context.Heard.Wanted(PlaceOf.Person(context.Person)).Best == Intent.Smalltalk
                        ? Intent.Smalltalk
                        : Intent.Offtopic,
                    context
                ),
                PartAct.AskStatus when RestingWords.HasGoals(context) => want(Intent.Status, context),
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
                : want(Intent.Explain, context)?.Aside()
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
}
