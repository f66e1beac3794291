using System.Globalization;
using System.Text.RegularExpressions;
using Milestones.Conversations;
using Milestones.Language;
using Milestones.Language.Reports;
using Milestones.School;

namespace Milestones.Features.Goals;

/// <summary>What the answers to the questions about saved goals do. Null: the words are no answer.</summary>
internal static partial class GoalAnswers
{
    public static TurnResult<Person> Which(GoalQuestion question, Goal goal, TurnContext<Person> context)
    {
        var then = context with { Heard = context.Read(question.Text) };
        return question.Kind switch
        {
            GoalAsked.WhichDelete => GoalRequests.AskDelete(goal, then),
            GoalAsked.WhichClose => GoalRequests.AskClose(goal, then),
            GoalAsked.WhichEdit => GoalRequests.Edit(goal, then),
            _ when ReportHandler.GivesUp(then) => GoalQuestions.Ask(
                question with
                {
                    Kind = GoalAsked.GaveUp,
                    GoalId = goal.Id,
                    Among = [],
                },
                new(context.Person),
                context
            ),
            // The number is this goal's, as was just said, and what it counts is not.
            _ when GoalMatching.ReportOf(goal, then.Heard) is Report.Effort or Report.None
                    && goal.Measure.Target is not null
                    && AnswerReader.ReadBaseline(question.Text, then.Heard.Language) is not null => GoalQuestions.Ask(
                question with
                {
                    Kind = GoalAsked.HowMuch,
                    GoalId = goal.Id,
                    Among = [],
                },
                new(context.Person),
                context
            ),
            _ => ReportHandler.Take(goal, GoalMatching.ReportOf(goal, then.Heard), question.Text, then),
        };
    }

    public static TurnResult<Person>? Of(GoalQuestion question, Goal goal, TurnContext<Person> context) =>
        question.Kind switch
        {
            GoalAsked.OutOfHowMany => OutOf(question, goal, context),
            // "Yes the frogs so now its 9" says more than yes.
            GoalAsked.IsItThis
                when context.Heard.Text.Any(char.IsAsciiDigit)
                    && GoalMatching.ReportOf(goal, context.Heard) is Report.Value told
                    && told.Number != question.Number => ReportHandler.Log(
                goal,
                told.Number,
                adds: false,
                question.On,
                question.Text,
                context
            ),
            GoalAsked.IsItThis => YesNoOf(question.Kind, context) switch
            {
                true => IsThis(question, goal, context),
                false => Said("Answer.LeftOut", context),
                null => null,
            },
            GoalAsked.HowMuch => HowMuch(question, goal, context),
            GoalAsked.IsItReached => YesNoOf(question.Kind, context) switch
            {
                true => ProgressHandler.Reached(goal, context),
                false => NotYet(question, goal, context),
                null => null,
            },
            GoalAsked.SamePlan => GoalQuestions.Tap("Taps.SamePlan", context) switch
            {
                0 => Said("Answer.SamePlan", context),
                1 => Changed(goal, context),
                _ when context.Heard.YesNo == YesNo.No => GoalRequests.AskWhat(goal, context),
                _ when GoalRequests.TellsPlan(context) => GoalRequests.Plan(goal, context),
                _ => null,
            },
            GoalAsked.BreakDown => YesNoOf(question.Kind, context) switch
            {
                true => AdjustHandler.BreakDown(goal, context),
                false => Said("Answer.SamePlan", context),
                null => null,
            },
            GoalAsked.Hardest => Hardest(goal, context),
            GoalAsked.NextTry => NextTry(goal, context),
            GoalAsked.GaveUp => GoalQuestions.Tap("Taps.GaveUp", context) switch
            {
                0 => GoalRequests.Pause(goal, context),
                1 when goal.Measure.Target is null => AdjustHandler.BreakDown(goal, context),
                1 => GoalQuestions.Ask(
                    new(GoalAsked.EditWhat, goal.Id, question.Text),
                    new(context.Person),
                    context,
                    "Asked.Smaller"
                ),
                2 => GoalRequests.Close(goal, context),
                3 => Said("Answer.Kept", context),
                _ when context.Heard.YesNo == YesNo.No => Said("Answer.Kept", context),
                // "Smaller. could we do like an 80?" says how small.
                _ when GoalRequests.Apply(goal, context, isAsked: true) is { } smaller => smaller,
                _ when context.Heard.Wanted(PlaceOf.Person(context.Person))
                        is { IsSure: true, Best: Language.Wanted.Intent.CloseGoal } => GoalRequests.Close(
                    goal,
                    context
                ),
                _ => null,
            },
            // "Mejor no, no la borres. solo ciérrala".
            GoalAsked.Delete when Closes().IsMatch(context.Heard.Text) => GoalRequests.Close(goal, context),
            // "No no dont delete": the word alone is a tap, denied it is none.
            GoalAsked.Delete when Denies().IsMatch(context.Heard.Text) => Said("Answer.Kept", context),
            GoalAsked.Delete => GoalQuestions.Tap("Taps.Delete", context) switch
            {
                1 => GoalRequests.Close(goal, context),
                2 => Said("Answer.Kept", context),
                0 => GoalRequests.Delete(goal, context),
                _ => context.Heard.YesNo switch
                {
                    YesNo.Yes => GoalRequests.Delete(goal, context),
                    YesNo.No => Said("Answer.Kept", context),
                    _ => null,
                },
            },
            GoalAsked.NewTarget when question.Number is { } number => GoalQuestions.Tap(
                "Taps.NewTarget",
                context
            ) switch
            {
                0 => GoalRequests.Change(goal, number, null, context),
                1 => ReportHandler.Log(goal, number, adds: false, question.On, question.Text, context),
                2 => Said("Answer.Kept", context),
                _ => context.Heard.YesNo switch
                {
                    YesNo.Yes => GoalRequests.Change(goal, number, null, context),
                    YesNo.No => Said("Answer.Kept", context),
                    _ => null,
                },
            },
            GoalAsked.NewPlan => context.Heard.YesNo == YesNo.No || context.Heard.Command is not null
                ? null
                : GoalRequests.Plan(goal, context),
            GoalAsked.EditWhat => (GoalQuestions.Tap("Taps.EditWhat", context) ?? PartNamed(context)) switch
            {
                0 or 1 when GoalRequests.Apply(goal, context, isAsked: true) is { } done => done,
                0 when goal.Measure.Target is not null => GoalQuestions.Ask(
                    question,
                    new(context.Person),
                    context,
                    "Asked.NewNumber"
                ),
                1 => GoalQuestions.Ask(question, new(context.Person), context, "Asked.NewDate"),
                2
                    when GoalQuestions.Behind("Taps.EditWhat", context.Heard.Text) is var plan
                        && WordCount.Of(plan) >= FewestOfPlan
                        && plan.Length < context.Heard.Text.Trim().Length => GoalRequests.Plan(
                    goal,
                    context with
                    {
                        Heard = context.Read(plan),
                    }
                ),
                2 => GoalQuestions.Ask(
                    question with
                    {
                        Kind = GoalAsked.NewPlan,
                    },
                    new(context.Person),
                    context,
                    "Asked.NewPlan"
                ),
                3 => AdjustHandler.BreakDown(goal, context),
                _ when GoalRequests.TellsPlan(context) => GoalRequests.Plan(goal, context),
                _ => GoalRequests.Apply(goal, context, isAsked: true)
                    ?? (context.Heard.YesNo == YesNo.No ? Said("Answer.SamePlan", context) : null),
            },
            _ => null,
        };

    [GeneratedRegex(
        @"\b(?:close|archive|ci[eé]rra\w*|cerrar\w*|cierres)\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Closes();

    [GeneratedRegex(
        @"\b(?:don'?t|do not|not|never|wasn'?t going to)\s+(?:\p{L}+\s+)?(?:delete|erase|remove|get rid)\b"
            + @"|\bkeep (?:it|the goal|my goal)\b|\bno (?:la |lo |me la )?(?:borres|borrar|elimines|quites)\b"
            + @"|\bd[eé]ja(?:la|lo)\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Denies();

    /// <summary>"Date", "the number pls": the part of the goal, as it stands among the taps.</summary>
    private static int? PartNamed(TurnContext<Person> context) =>
        WordCount.Of(context.Heard.Text) > FewestOfPlan ? null
        : OfNumber().IsMatch(context.Heard.Text) ? 0
        : OfDate().IsMatch(context.Heard.Text) ? 1
        : OfPlan().IsMatch(context.Heard.Text) ? 2
        : null;

    [GeneratedRegex(@"\b(?:number|target|n[uú]mero)\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex OfNumber();

    [GeneratedRegex(@"\b(?:date|deadline|fecha)\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex OfDate();

    [GeneratedRegex(@"\bplan\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex OfPlan();

    private const int FewestOfPlan = 3;

    /// <summary>Something is to change: what is told in the same breath does, else it is asked.</summary>
    private static TurnResult<Person> Changed(Goal goal, TurnContext<Person> context)
    {
        var told = context with { Heard = context.Read(GoalQuestions.Behind("Taps.SamePlan", context.Heard.Text)) };
        return GoalRequests.TellsPlan(told)
            ? GoalRequests.Plan(goal, told)
            : GoalRequests.Apply(goal, told) ?? GoalRequests.AskWhat(goal, context);
    }

    /// <summary>The first tap of a question means yes, the last no.</summary>
    private static bool? YesNoOf(GoalAsked kind, TurnContext<Person> context) =>
        GoalQuestions.Tap($"Taps.{kind}", context) is { } tap
            ? tap == 0
            : context.Heard.YesNo switch
            {
                YesNo.Yes => true,
                YesNo.No => false,
                _ => null,
            };

    private static TurnResult<Person> Said(string key, TurnContext<Person> context) =>
        new(context.Person, new Say(context.Voice[key], context.Voice.List("Suggest.AfterAnswer")));

    private static TurnResult<Person>? OutOf(GoalQuestion question, Goal goal, TurnContext<Person> context)
    {
        if (
            question.Number is not { } number
            || AnswerReader.ReadBaseline(context.Heard.Text, context.Heard.Language) is not { Value: > 0 } total
        )
        {
            return null;
        }

        if (total.Value < number)
            return GoalQuestions.Ask(question, new(context.Person), context);
        var score = string.Create(CultureInfo.InvariantCulture, $"{number}/{total.Value}");
        return GoalMatching.ReportOf(goal, context.Read(score)) is Report.Value value
            ? ReportHandler.Log(goal, value.Number, adds: false, question.On, question.Text, context)
            : ProgressHandler.Note(goal, $"{question.Text} ({score})", question.On, context);
    }

    private static TurnResult<Person> IsThis(GoalQuestion question, Goal goal, TurnContext<Person> context) =>
        question.Number is { } number
        && goal.Measure.Unit is { } unit
        && !Units.IsCounted(unit)
        && unit != "letter_grade"
            ? ReportHandler.Log(goal, number, adds: false, question.On, question.Text, context)
        : question.Number is { } total && NumberHeard.IsTotal(total, goal, context.Read(question.Text))
            ? ReportHandler.Log(goal, total, adds: false, question.On, question.Text, context)
        : question.Number is { } more && OnTop().IsMatch(question.Text)
            ? ReportHandler.Log(goal, more, adds: true, question.On, question.Text, context)
        : goal.Measure.Target is null ? ProgressHandler.Note(goal, question.Text, question.On, context)
        : GoalQuestions.Ask(question with { Kind = GoalAsked.HowMuch }, new(context.Person), context);

    /// <summary>"Thats 20 more": it comes on top of what there was.</summary>
    [GeneratedRegex(
        @"\d \S*\s?more\b|\b(?:otr[oa]s|m[aá]s) \d|\d+ m[aá]s\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex OnTop();

    private static TurnResult<Person>? HowMuch(GoalQuestion question, Goal goal, TurnContext<Person> context)
    {
        switch (GoalMatching.ReportOf(goal, context.Heard))
        {
            case Report.Value value:
                return ReportHandler.Log(goal, value.Number, adds: false, question.On, question.Text, context);
            case Report.Change change:
                return ReportHandler.Log(goal, change.Delta, adds: true, question.On, question.Text, context);
            case Report.Ask { Why: Doubt.OutOfWhat } ask when goal.Measure.Unit is "percent":
                return ReportHandler.Log(goal, ask.Number ?? 0, adds: false, question.On, question.Text, context);
        }

        if (AnswerReader.ReadBaseline(context.Heard.Text, context.Heard.Language) is { } number)
        {
            return (number.Unit == "letter_grade") == (goal.Measure.Unit == "letter_grade")
                ? ReportHandler.Log(
                    goal,
                    number.Value,
                    adds: goal.Measure.Unit is { } unit
                        && Units.IsCounted(unit)
                        && !NumberHeard.IsTotal(number.Value, goal, context.Heard),
                    question.On,
                    question.Text,
                    context
                )
                : GoalQuestions.Ask(question, new(context.Person), context);
        }

        return context.Heard.YesNo == YesNo.No || context.Heard.IsVague ? Said("Answer.WhenYouKnow", context) : null;
    }

    private static TurnResult<Person> NotYet(GoalQuestion question, Goal goal, TurnContext<Person> context) =>
        goal.Measure.Target is null ? ProgressHandler.Note(goal, question.Text, question.On, context)
        : goal.Current is { } now && goal.Measure.Meets(now, goal.Measure.Target.Value)
            ? Said("Answer.SamePlan", context)
        : GoalQuestions.Ask(question with { Kind = GoalAsked.HowMuch }, new(context.Person), context);

    /// <summary>
    /// What was hardest is kept in the student's words, and gets one small step; it counts for nothing.
    /// </summary>
    private static TurnResult<Person>? Hardest(Goal goal, TurnContext<Person> context)
    {
        var key = GoalQuestions.TapsKey(GoalAsked.Hardest, goal);
        var tap = GoalQuestions.Tap(key, context);
        var steps = context.Voice.List(GoalNames.IsScored(goal) ? "Steps.Hardest.Score" : "Steps.Hardest.Habit");
        if (tap is null && (NotBad(goal, context) ?? Glad(goal, context)) is { } glad)
            return glad;

        if (tap is null && (IsSomethingElse(goal, context) || context.Heard.Text.Length > Goal.MaxLength))
            return null;
        if (
            tap >= steps.Count
            || context.Heard.Command == Command.Skip
            || (tap is null && context.Heard.YesNo == YesNo.No)
        )
        {
            return Said("Answer.Skipped", context);
        }

        var noted = ProgressHandler.Note(goal, context.Heard.Text, context.Today, context);
        return noted with
        {
            Head = tap is null
                ? noted.Person with
                {
                    Question = new(GoalAsked.NextTry, goal.Id, context.Heard.Text) { On = context.Today },
                }
                : noted.Person,
            Replies =
            [
                new Say(
                    tap is { } chosen ? steps[chosen] : context.Voice["Steps.Other"],
                    context.Voice.List("Suggest.AfterNote")
                ),
            ],
        };
    }

    /// <summary>
    /// "What?? nothing hurts": it was taken for a setback and was none. A number told with it is logged.
    /// </summary>
    private static TurnResult<Person>? NotBad(Goal goal, TurnContext<Person> context)
    {
        if (!WentWrong.IsDenied(context.Heard.Text))
            return null;
        var sorry = new Say(context.Voice["Answer.GotItWrong"], context.Voice.List("Suggest.AfterNote"));
        return Number() is { } value
            ? new TurnResult<Person>(context.Person, new Say(context.Voice["Answer.Sorry"])).Then(
                ReportHandler.Log(goal, value, adds: false, context.Today, context.Heard.Text, context)
            )
            : ProgressHandler.Note(goal, context.Heard.Text, context.Today, context) with
            {
                Replies = [sorry],
            };

        double? Number() =>
            GoalMatching.ReportOf(goal, context.Heard) switch
            {
                Report.Value { Number: var told } => told,
                Report.Ask { Why: Doubt.OtherScore, Number: var told } => told,
                _ => GoalMatching.ByRule(goal, context.Heard) is Report.Value { Number: var read } ? read : null,
            };
    }

    /// <summary>It went wrong once more, and this is told; it is no answer to what would help.</summary>
    [GeneratedRegex(
        @"\b(?:again|today|yesterday|failed|got (?:sent|red|an? [df])|otra ve[sz]|hoy|ayer|reprob\w+)\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex NewOne();

    /// <summary>Work that is done, and no idea for the next time.</summary>
    private static bool IsDone(string text) => DoneToday().IsMatch(text) && !ToCome().IsMatch(text);

    [GeneratedRegex(
        @"\b(?:will|gonna|goes|going to|can|could|i'?ll|maybe|voy a|puedo|podr[ií]a)\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex ToCome();

    [GeneratedRegex(
        @"\b(?:today|tonight|yesterday|this (?:morning|afternoon|week)|last night|hoy|ayer|anoche|esta (?:ma[ñn]ana"
            + @"|tarde|noche|semana))\b.*\b\d|\b\d.*\b(?:today|tonight|yesterday|hoy|ayer|anoche)\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex DoneToday();

    /// <summary>It was taken for a setback, and was none. Null where anything in the words says that it was.</summary>
    public static TurnResult<Person>? Glad(Goal goal, TurnContext<Person> context) =>
        !WasGood().IsMatch(context.Heard.Text) || WasBad().IsMatch(context.Heard.Text)
            ? null
            : ProgressHandler.Note(goal, context.Heard.Text, context.Today, context) with
            {
                Replies = [new Say(context.Voice["Answer.WasGood"], context.Voice.List("Suggest.AfterNote"))],
            };

    [GeneratedRegex(
        @"\b(?:bad|wrong|worse|late|fail\w*|an? [fd]|zero|not (?:good|great|fun|easy)|wasn'?t (?:good|great|fun"
            + @"|easy)|hurt|sad"
            + @"|but|mal|tarde|reprob\w+|peor|pero|no (?:fue|estuvo))\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex WasBad();

    [GeneratedRegex(
        @"^\W*(?:huh|what|wait|no+|nope|nah|nono|q|qu[eé])\b[\s,.?!]*(?:no[\s,.]+)?(?:i|we|si|s[ií]|yo) (?:did"
            + @"|went|passed|got|made|finished|fui|pas[eé]|hice)\b"
            + @"|\b(?:its|it'?s|it was) (?:not (?:hard|bad)|good|fun|easy)\b|\bi did it\b"
            + @"|\b(?:(?:that|it|this) was (?:a )?(?:good|great|fun|easy)|(?:good|great) thing|nothing was"
            + @"|wasn'?t hard"
            + @"|it was good"
            + @"|i mean (?:it was )?good|fue (?:bueno|bien|f[aá]cil)|estuvo bien|nada fue)\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex WasGood();

    /// <summary>A way for the next one is told: it is kept, and nothing more is asked.</summary>
    public static TurnResult<Person>? TriesThat(Goal goal, TurnContext<Person> context) =>
        context.Heard.Text.Length > Goal.MaxLength
            ? null
            : ProgressHandler.Note(goal, context.Heard.Text, context.Today, context) with
            {
                Replies = [new Say(context.Voice["Answer.TryThat"], context.Voice.List("Suggest.AfterNote"))],
            };

    /// <summary>"I was at my dads": why, and no idea for the next time, which stays asked.</summary>
    public static TurnResult<Person>? TellsWhy(Goal goal, TurnContext<Person> context) =>
        context.Person.Question is not { } question || context.Heard.Text.Length > Goal.MaxLength
            ? null
            : GoalQuestions.Ask(
                question,
                ProgressHandler.Note(goal, context.Heard.Text, context.Today, context) with
                {
                    Replies = [],
                },
                context,
                "Steps.Told"
            );

    /// <summary>Nobody has to say what was hard.</summary>
    public static TurnResult<Person> Skipped(TurnContext<Person> context) => Said("Answer.Skipped", context);

    /// <summary>What will make the next one easier, in the student's words.</summary>
    private static TurnResult<Person>? NextTry(Goal goal, TurnContext<Person> context)
    {
        if ((NotBad(goal, context) ?? Glad(goal, context)) is { } glad)
            return glad;

        if (
            IsSomethingElse(goal, context)
            || GoalMatching.ReportOf(goal, context.Heard) is Report.Value or Report.Change or Report.Done
            || (GoalMatching.ReportOf(goal, context.Heard) is Report.Effort && IsDone(context.Heard.Text))
            || (GoalMatching.ReportOf(goal, context.Heard) is Report.Setback && NewOne().IsMatch(context.Heard.Text))
            || context.Heard.Wanted(PlaceOf.Person(context.Person))
                is { IsSure: true, Best: Language.Wanted.Intent.Emotion or Language.Wanted.Intent.Vent }
            || context.Heard.Text.Length > Goal.MaxLength
        )
        {
            return null;
        }

        var noted = ProgressHandler.Note(goal, context.Heard.Text, context.Today, context);
        return noted with
        {
            Replies =
            [
                new Say(
                    context.Voice[
                        context.Heard.YesNo == YesNo.No
                        || (
                            context.Heard.Goal.Kind == StatementKind.DontKnow
                            && WordCount.Of(context.Heard.Text) <= FewestOfPlan
                        )
                            ? "Answer.Skipped"
                        : GoalMatching.ReportOf(goal, context.Heard) is Report.Setback
                        && WentWrong.IsSaid(context.Heard.Text)
                            ? "Noted.Hard"
                        : "Answer.TryThat"
                    ],
                    context.Voice.List("Suggest.AfterNote")
                ),
            ],
        };
    }

    /// <summary>Any words can say what was hardest, but a number is a report and a plain wish is a wish.</summary>
    private static bool IsSomethingElse(Goal goal, TurnContext<Person> context) =>
        context.Heard.Command is not null and not Command.Skip
        || AsksOrWants().IsMatch(context.Heard.Text)
        || (
            GoalMatching.ReportOf(goal, context.Heard) is Report.Value or Report.Change or Report.Done
            && context.Heard.Wanted(PlaceOf.Person(context.Person)).Best == Language.Wanted.Intent.Progress
        )
        || context.Heard.Wanted(PlaceOf.Person(context.Person)) is { IsSure: true, Best: var best }
            && best
                is not (
                    Language.Wanted.Intent.Answer
                    or Language.Wanted.Intent.Progress
                    or Language.Wanted.Intent.Vent
                    or Language.Wanted.Intent.Emotion
                    or Language.Wanted.Intent.Refuse
                    or Language.Wanted.Intent.Smalltalk
                    or Language.Wanted.Intent.Offtopic
                    or Language.Wanted.Intent.Sharing
                );

    /// <summary>A question of their own, or a wish: "does it count", "can it be 12", "go back to 6".</summary>
    [GeneratedRegex(
        @"\?\s*$|\bdoes (?:it|that|half|one)\b.*\bcount|\bcan (?:it|we|i|u|you) (?:just |maybe )?(?:be|do|make"
            + @"|change|go|have)\b"
            + @"|\bi want to change\b|\bi (?:wanna|want to) (?:drop|quit|stop|undo)\b|\bgo back to\b"
            + @"|\bpuede ser\b|\bquiero cambiar\b|\bcambia(?:la|lo)\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex AsksOrWants();
}
