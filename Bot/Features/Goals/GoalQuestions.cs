using System.Text.RegularExpressions;
using Milestones.Conversations;
using Milestones.Language;
using Milestones.Language.Parts;
using Milestones.Language.Wanted;
using Milestones.Localization;
using Milestones.School;
using Milestones.Views;

namespace Milestones.Features.Goals;

/// <summary>What is asked about saved goals, with its taps; a typed answer does what the tap does.</summary>
internal static partial class GoalQuestions
{
    /// <summary>Says what <paramref name="result"/> says, then asks.</summary>
    /// <param name="key">The text of the question; that of its kind where there is none of its own.</param>
    /// <param name="isMeant">The text says in other words what is asked: its taps stay.</param>
    public static TurnResult<Person> Ask(
        GoalQuestion question,
        TurnResult<Person> result,
        TurnContext<Person> context,
        string? key = null,
        bool isMeant = false
    )
    {
        var voice = context.Voice;
        var goal = result.Person.FindGoal(question.GoalId);
        return result with
        {
            // A copy: the same question asked again is a new one, which does not lapse with the old.
            Head = result.Person with
            {
                Question = question with { },
            },
            Replies =
            [
                .. result.Replies,
                new Say(
                    voice.Say(
                        key ?? TextKey(question.Kind, goal),
                        ("goal", goal is null ? string.Empty : GoalNames.Brief(goal)),
                        ("now", goal is null ? string.Empty : Quantities.Say(goal.Current, goal.Measure.Unit, voice)),
                        ("target", goal is null ? null : Quantities.Say(goal.Measure.Target, goal.Measure.Unit, voice)),
                        ("unit", goal is null ? null : Quantities.UnitName(goal.Measure.Unit, voice)),
                        ("entries", goal?.Progress.Count ?? 0),
                        ("number", question.Number is { } number ? voice.Number(number) : null)
                    ),
                    Taps(question, result.Person, voice, key, isMeant)
                ),
            ],
        };
    }

    /// <summary>Null where nothing was asked in the last message, or the words are about something else.</summary>
    public static TurnResult<Person>? Answer(TurnContext<Person> context)
    {
        if (context.Person.Dialog is not Drafting && ReportCorrections.Said(context) is { } right)
            return right.Aside();
        if (context.Person.Question is not { } question)
            return null;
        if (question.Kind != GoalAsked.Delete && RecordQuestions.Hear(context) is { } record)
            return record.Aside();
        if (question.Kind is GoalAsked.Delete or GoalAsked.GaveUp && AsksWhat().IsMatch(context.Heard.Text))
        {
            // "What happens if i close it" is no wish to.
            return Ask(question, new(context.Person, new Say(context.Voice["Answer.WhatClose"])), context);
        }

        var over = context with { Head = context.Person with { Question = null } };
        if (GoalNames.IsWhich(question.Kind))
        {
            return GoalNames.Chosen(question, over) is { } chosen
                ? GoalAnswers.Which(question, chosen, over).Aside()
                : null;
        }

        return
            over.Person.FindGoal(question.GoalId) is { } goal
            && !IsOtherRequest(question.Kind, over)
            && !IsWish(question.Kind, context)
            ? GoalAnswers.Of(question, goal, over)?.Aside()
            : null;
    }

    /// <summary>
    /// A plain request is no answer, whatever word of a tap or day stands in it: "not yet, can we make it easier",
    /// "stop the messages until january 11".
    /// </summary>
    private static bool IsOtherRequest(GoalAsked kind, TurnContext<Person> context) =>
        context.Heard.Text.Length > LongestTap / 2
        // "Same plan, i just started too fast" begins with the answer.
        && !(kind == GoalAsked.SamePlan && Tap("Taps.SamePlan", context) is not null)
        && context.Heard.Wanted(PlaceOf.Person(context.Person)) is { IsSure: true, Best: var best }
        && (
            best
                is Intent.StopMessages
                    or Intent.Privacy
                    or Intent.MyData
                    or Intent.DeleteGoal
                    or Intent.NewGoal
                    or Intent.SecondGoal
                    or Intent.Goal
                    or Intent.Explain
                    or Intent.Undo
            || (best == Intent.PauseMessages && kind == GoalAsked.EditWhat)
            || (best == Intent.EditGoal && kind is GoalAsked.IsItReached or GoalAsked.SamePlan)
        )
        // What is to be done each week may be worded as a wish.
        && !(kind == GoalAsked.NewPlan && best is Intent.Goal or Intent.SecondGoal);

    /// <summary>Asked for a number, "i want to change my goal to a B-" gives none.</summary>
    private static bool IsWish(GoalAsked kind, TurnContext<Person> context) =>
        kind is GoalAsked.HowMuch or GoalAsked.IsItThis or GoalAsked.OutOfHowMany
        && context
            .Heard.Parts(SettingOf.Person(context.Person))
            .Parts.Any(part => PartFamilies.Of(part.Act) == PartFamily.Wish && part.Share >= Likely);

    private const float Likely = 0.6f;

    [GeneratedRegex(
        @"^\W*(?:(?:no|wait|ok|but|so|hm+|pero|y)[\s,.]+)*(?:what|how|whats|qu[eé]|c[oó]mo)\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex AsksWhat();

    /// <summary>Who does not answer has gone on: a later "yes" is not about it any more.</summary>
    public static TurnResult<Person> Lapse(TurnResult<Person> result, TurnContext<Person> context)
    {
        var person = result.Person;
        if (
            context.Turn.Input is Said or Tapped
            && person.Question is { } asked
            && ReferenceEquals(asked, context.Person.Question)
        )
        {
            person = person with { Question = null };
        }

        if (person.LastAct is { } act && context.Now - act.Done > GoalAct.Kept)
            person = person with { LastAct = null };
        return ReferenceEquals(person, result.Person) ? result : result with { Head = person };
    }

    /// <summary>What the open question means; it stays open. Null where it says all there is to say.</summary>
    public static TurnResult<Person>? InOtherWords(GoalQuestion question, TurnContext<Person> context) =>
        context.Voice.Has($"Mean.Asked.{question.Kind}")
            ? Ask(question, new(context.Person), context, $"Mean.Asked.{question.Kind}", isMeant: true)
            : null;

    /// <summary>Whether the words are one of the taps that the question offers.</summary>
    public static bool IsTap(GoalQuestion question, TurnContext<Person> context) =>
        TapsKey(question.Kind, context.Person.FindGoal(question.GoalId)) is var key
        && context.Voice.Has(key)
        && Tap(key, context) is not null;

    /// <summary>Which of a question's taps was tapped or typed, in whatever language.</summary>
    public static int? Tap(string key, TurnContext<Person> context)
    {
        var said = Plain(context.Heard.Text);
        if (said.Length == 0)
            return null;
        int? found = null;
        foreach (var taps in Voice.InEveryLanguage(key))
        {
            for (var i = 0; i < taps.Count; i++)
            {
                var tap = Plain(taps[i]);
                if (said == tap)
                    return i;
                if (found is null && (said.Length <= LongestTap ? Holds(said, tap) : Begins(said, tap)))
                    found = i;
            }
        }

        return found;
    }

    /// <summary>What was typed behind one of a question's taps: "change something. i'll study on saturdays".</summary>
    public static string Behind(string key, string text)
    {
        foreach (var tap in Voice.InEveryLanguage(key).SelectMany(taps => taps))
        {
            if (text.StartsWith(tap, StringComparison.OrdinalIgnoreCase))
                return text[tap.Length..].TrimStart(' ', '.', ',', '!', ':', ';', '-');
        }

        return string.Empty;
    }

    private const int LongestTap = 40;

    private static string Plain(string text) =>
        string.Join(
            ' ',
            new string([
                // "Its" is typed for "it's".
                .. Folding.Fold(text).Where(c => c is not ('\'' or '’')).Select(c => char.IsLetterOrDigit(c) ? c : ' '),
            ]).Split(' ', StringSplitOptions.RemoveEmptyEntries)
        );

    private static bool Holds(string said, string tap) => $" {said} ".Contains($" {tap} ", StringComparison.Ordinal);

    /// <summary>"Not yet, the month isn't over": in more words a tap of one word is part of something else.</summary>
    private static bool Begins(string said, string tap) =>
        tap.Contains(' ', StringComparison.Ordinal) && said.StartsWith(tap + ' ', StringComparison.Ordinal);

    public static string TapsKey(GoalAsked kind, Goal? goal) =>
        kind == GoalAsked.Hardest
            ? goal is { } one && GoalNames.IsScored(one)
                ? "Taps.Hardest.Score"
                : "Taps.Hardest.Habit"
            : $"Taps.{kind}";

    private static string TextKey(GoalAsked kind, Goal? goal) =>
        kind switch
        {
            GoalAsked.WhichReport or GoalAsked.WhichDelete or GoalAsked.WhichClose or GoalAsked.WhichEdit =>
                $"Asked.{kind}",
            GoalAsked.Hardest
                when goal?.Current is null || goal.Current == goal.Measure.Baseline || goal.Measure.LowerIsBetter =>
                "Asked.Hardest.NoNumber",
            GoalAsked.Delete when goal?.Progress.Count == 1 => "Asked.Delete.One",
            GoalAsked.Delete when goal?.Progress.Count == 0 => "Asked.Delete.None",
            GoalAsked.EditWhat when goal?.Measure.Target is null => "Asked.EditWhat.NoNumber",
            GoalAsked.HowMuch
                when goal?.Measure.Unit is { } unit
                    && Units.IsCounted(unit)
                    && UnitNames.Normal(unit) is not ("dollars" or "points" or "score") => "Asked.HowMuch.Count",
            GoalAsked.HowMuch when goal?.Measure.Unit == "letter_grade" => "Asked.HowMuch.Letter",
            _ => $"Asked.{kind}",
        };

    /// <summary>What scores in school are out of, most often.</summary>
    private static readonly int[] Totals = [5, 10, 100];

    private static IReadOnlyList<string> Taps(
        GoalQuestion question,
        Person person,
        Voice voice,
        string? key,
        bool isMeant
    ) =>
        GoalNames.IsWhich(question.Kind)
            ? [.. question.Among.Select(person.FindGoal).OfType<Goal>().Take(6).Select(GoalNames.Brief)]
        : question.Kind == GoalAsked.OutOfHowMany
            ?
            [
                .. Totals
                    .Where(total => total >= question.Number)
                    .Select(total => voice.Say("Tap.OutOf", ("total", total))),
            ]
        : key is not null && !isMeant ? []
        : voice.List(TapsKey(question.Kind, person.FindGoal(question.GoalId)));
}
