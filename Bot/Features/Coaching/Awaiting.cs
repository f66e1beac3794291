using System.Text.RegularExpressions;
using Milestones.Conversations;
using Milestones.Language;
using Milestones.Language.Reports;
using Milestones.Language.Wanted;
using Milestones.Localization;
using Milestones.School;

namespace Milestones.Features.Coaching;

/// <summary>
/// Whether words are plainly what the open dialog waits for, whatever else could be read in them.
/// </summary>
internal static partial class Awaiting
{
    /// <summary>
    /// Whether the words are what the open dialog waits for, whatever else could be read in them: one of the taps it
    /// offered, a plain yes or no to an offer, or first words.
    /// </summary>
    public static bool Awaits(GoalDialogState state, TurnContext<Person> context) =>
        state switch
        {
            Asking s => IsOffered(s, context)
                || Short.Tapped("Suggest.Leave", context.Heard.Text) is not null
                || IsPlainAnswer(s, context),
            AskingFirstWords => context.Heard.Goal.IsGoal,
            ConfirmingCancel { Open: Asking open } => Short.Choice(context.Heard.Text, context) is not null
                || Awaits(open, context),
            ReviewingDraft => (Short.Choice(context.Heard.Text, context) ?? Short.Loosely(context)) is not null
                || Short.Saves(context.Heard.Text)
                || DraftWords.Named(context.Heard.Text) != Fields.None
                || IsPlainChange(context),
            OfferingKeptDraft => Short.Choice(context.Heard.Text, context) is not null
                || Short.StartsOver(context.Heard.Text),
            _ => Short.Choice(context.Heard.Text, context) is not null,
        };

    /// <summary>At the draft card a day or a number alone is about the draft.</summary>
    private static bool IsPlainChange(TurnContext<Person> context) =>
        WordCount.Of(context.Heard.Text) <= MostOfPlainWords
        && !(
            // "Pause until february" is no day of the draft; "in 8 weeks" is.
            context.Heard.Wanted(Place.DraftShown)
                is { IsSure: true, Best: Intent.PauseMessages }
            && RequestReader.Until(context.Heard.Text) is { Words: var day }
            && WordCount.Of(context.Heard.Text) > WordCount.Of(day) + 1
        )
        && (
            context.Heard.Date.Finding == DateFinding.Day
            || ScaleReader.Read(context.Heard.Text, 1, 10, context.Heard.Language) is not null
        );

    private static bool IsOffered(Asking state, TurnContext<Person> context) =>
        GoalDialog.Again(state, context).Replies is [.., Say say]
        && say.Suggestions.Contains(context.Heard.Text, StringComparer.OrdinalIgnoreCase);

    /// <summary>What answers one of the small questions in so few words that nothing else could be meant.</summary>
    private static bool IsPlainAnswer(Asking state, TurnContext<Person> context) =>
        state switch
        {
            // Asked for it in other words, any words are it but a plain wish for something else.
            AskingWhat { Draft.Rewords: true } => !(
                context.Heard.Wanted(PlaceOf.Person(context.Person)) is { IsSure: true, Best: var best }
                && best is Intent.Cancel or Intent.Undo or Intent.DeleteGoal or Intent.Farewell or Intent.Explain
            ),
            AskingPlanDay => PlanTime.IsIn(context.Heard.Text, context.Heard.Language)
                || (context.Heard.IsVague && WordCount.Of(context.Heard.Text) <= 2),
            AskingSchoolDay => context.Heard.YesNo is not null || context.Heard.Date.Finding != DateFinding.None,
            AskingBaseline => WordCount.Of(context.Heard.Text) <= 3
                && context.Heard.Date.Finding == DateFinding.None
                && AnswerReader.ReadBaseline(context.Heard.Text, context.Heard.Language) is not null,
            AskingMeasure => WordCount.Of(context.Heard.Text) <= 3
                && context.Heard.Date.Finding == DateFinding.None
                && AnswerReader.ReadMeasure(context.Heard.Text, context.Heard.Language)?.Quantity is not null,
            AskingDeadline => WordCount.Of(context.Heard.Text) <= MostOfPlainWords
                && !IsCondition(context)
                && context.Heard.Date.Finding != DateFinding.None,
            // Asked why, "because …" is an answer, however short.
            AskingReason => WordCount.Of(context.Heard.Text) >= 3
                && !context.Heard.Text.Contains('?', StringComparison.Ordinal)
                && Statement.Of(context.Heard.Text, context.Heard.Language).First(Label.Because) is { First: 0 },
            AskingDirection => Short.Choice(context.Heard.Text, context) is not null,
            _ => false,
        };

    /// <summary>So few words that a day in them is all they say.</summary>
    private const int MostOfPlainWords = 5;

    /// <summary>"If sunday is busy i do it monday" names days, and no deadline.</summary>
    private static bool IsCondition(TurnContext<Person> context) => DeadlineAnswers.IsCondition(context.Heard.Text);

    /// <summary>"The steps look good to me" takes the proposed steps as a tap does.</summary>
    public static YesNo? LikesSteps(TurnContext<Person> context) =>
        (
            WordCount.Of(context.Heard.Text) <= MostWordsOnSteps
            // "Yeah that fits i guess, 71 by january sounds scary" begins with it.
            || BeginsToLike().IsMatch(context.Heard.Text)
        )
        && Voice
            .InEveryLanguage("Word.StepsFit")
            .SelectMany(words => words)
            .Any(words => context.Heard.Text.Contains(words, StringComparison.OrdinalIgnoreCase))
        && !Voice
            .InEveryLanguage("Word.Not")
            .SelectMany(words => words)
            .Any(word => $" {context.Heard.Text} ".Contains($" {word} ", StringComparison.OrdinalIgnoreCase))
            ? YesNo.Yes
            : null;

    [GeneratedRegex(
        @"^\W*(?:(?:yeah|yes|ok(?:ay)?|sure|s[ií]|bueno|um+)[\s,.!]+)*"
            + @"(?:that fits|that works|looks? (?:good|fine|ok)|it fits|they(?:'re| are) (?:good|fine)"
            + @"|est[aá] bien|me queda)\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex BeginsToLike();

    private const int MostWordsOnSteps = 8;
}
