using System.Text.RegularExpressions;
using Milestones.Conversations;
using Milestones.Language;
using Milestones.Language.Wanted;
using Milestones.School;

namespace Milestones.Features.Goals;

/// <summary>
/// Questions about what the coach has written down: "does it say 8 now", "did u change it or not", "is that 6 more or
/// 6 all together". They change nothing and are answered with what stands there.
/// </summary>
internal static partial class RecordQuestions
{
    /// <summary>Null for any other words, and where nothing is saved.</summary>
    public static TurnResult<Person>? Hear(TurnContext<Person> context) =>
        !context.Person.Goals.Any(goal => goal.IsActive)
        || context.Heard.Text.Length > Goal.MaxLength
        || IsOfElse(context.Heard.Wanted(PlaceOf.Person(context.Person)), context.Heard.Text)
            ? null
        : Counts().IsMatch(context.Heard.Text) ? WhatCounts(context)
        : Asks().IsMatch(context.Heard.Text) ? StatusHandler.Record(context)
        : null;

    /// <summary>
    /// "Does it show up on the class screen" asks who sees it, "how many goals can i have" what is possible. A word is
    /// explained where no number of the goal's is asked about.
    /// </summary>
    private static bool IsOfElse(WantedReading wanted, string text) =>
        wanted.IsSure
        && (
            wanted.Best
                is Intent.Privacy
                    or Intent.MyData
                    or Intent.MyGoals
                    or Intent.Goal
                    or Intent.NewGoal
                    or Intent.SecondGoal
                    or Intent.Abilities
                    or Intent.Example
                    or Intent.Offtopic
            || (wanted.Best == Intent.Explain && !text.Any(char.IsAsciiDigit))
        )
        // "Does that count" is read for all of these, and is none.
        && !(Counts().IsMatch(text) && WordCount.Of(text) <= FewWords);

    private const int FewWords = 6;

    /// <summary>What is surely asked of the record: what counts, or what stands there.</summary>
    public static TurnResult<Person> Answer(TurnContext<Person> context) =>
        Counts().IsMatch(context.Heard.Text) || OfCounting().IsMatch(context.Heard.Text)
            ? WhatCounts(context)
            : StatusHandler.Record(context);

    /// <summary>"Do naps count", "las siestas cuentan".</summary>
    [GeneratedRegex(
        @"count(?:s|ed)?\b|cuent[ae]n?|valen?",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex OfCounting();

    private static TurnResult<Person> WhatCounts(TurnContext<Person> context) =>
        new(
            context.Person,
            new Say(
                context.Voice[IsOfScores(context) ? "Record.Counts.Score" : "Record.Counts"],
                context.Voice.List("Suggest.Unplaced")
            )
        );

    private static bool IsOfScores(TurnContext<Person> context) =>
        GoalMatching
            .ByName(context.Heard.Text, [.. context.Person.Goals.Where(goal => goal.IsActive)])
            .All(GoalNames.IsScored);

    /// <summary>"Does it count", "i asked if half a book counts".</summary>
    [GeneratedRegex(
        @"\b(?:does|do|did|would|will|if) (?:\p{L}+ ){0,5}counts?\b|\b(?:eso |si )?(?:cuenta|vale)\s*\?",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Counts();

    [GeneratedRegex(
        @"\b(?:did|does|do|is|was|has|have) (?:u|you|it|that|this|the \p{L}+|my \p{L}+) (?:\p{L}+ ){0,3}?(?:change"
            + @"|changed|say|show|save|saved|delete|deleted|log|logged|fix|fixed|update|updated|move|moved|written"
            + @"|write|still there|gone)\b"
            + @"|\bwhat (?:grade|number|score|day|date|goal|plan) (?:do|did) (?:u|you) have\b"
            + @"|\bhow (?:many|much) (?:\p{L}+ ){0,4}?(?:left|still|to go|do i have|can i|do i need|a week)\b"
            + @"|\b(?:what|wat) do (?:u|you) mean\b.*\d|\bwdym\b.*\d"
            + @"|\bis that (?:\d+ )?(?:more|total|all together|altogether|in all|extra)\b"
            + @"|\bwhy (?:does|do|is|did|r) (?:it|u|you) (?:\p{L}+ )?(?:say|show|saying|showing|have|write)\b"
            + @"|(?:\$|\bhow much|\bdollars|\bcu[aá]nto) (?:per|a|por|a la) (?:week|semana)"
            + @"|\bpor ?qu[eé] (?:me )?(?:sale|dice|aparece|pone|salio|sali[oó])\b"
            + @"|\b(?:guardaste|cambiaste|borraste|anotaste|se (?:cambi|borr|guard)[oó]|qued[oó])\b.*\?"
            + @"|\bcu[aá]nt[oa]s? (?:\p{L}+ ){0,2}?(?:faltan?|quedan?|puedo|llevo|necesito)\b"
            + @"|\bqu[eé] (?:nota|n[uú]mero|fecha) tienes\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Asks();
}
