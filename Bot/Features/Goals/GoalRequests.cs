using System.Globalization;
using System.Text.RegularExpressions;
using Milestones.Conversations;
using Milestones.Language;
using Milestones.Language.Parts;
using Milestones.Language.Reports;
using Milestones.School;
using Milestones.Views;

namespace Milestones.Features.Goals;

/// <summary>
/// What a sentence asks to be done to a saved goal. Each shows what it does and can be undone for a day.
/// </summary>
internal static partial class GoalRequests
{
    public static TurnResult<Person> Delete(TurnContext<Person> context) =>
        For(context.Person.Goals, GoalAsked.WhichDelete, AskDelete, context);

    public static TurnResult<Person> Close(TurnContext<Person> context) =>
        For(Active(context), GoalAsked.WhichClose, AskClose, context);

    /// <summary>A goal is not closed on a word: it may be doubt, and smaller may do.</summary>
    public static TurnResult<Person> AskClose(Goal goal, TurnContext<Person> context) =>
        GoalQuestions.Ask(new(GoalAsked.GaveUp, goal.Id, context.Heard.Text), new(context.Person), context);

    public static TurnResult<Person> Edit(TurnContext<Person> context) =>
        ReportCorrections.Said(context)
        ?? ReportCorrections.Stands(context)
        ?? For(Active(context), GoalAsked.WhichEdit, Edit, context);

    public static TurnResult<Person> AskDelete(Goal goal, TurnContext<Person> context) =>
        GoalQuestions.Ask(new(GoalAsked.Delete, goal.Id, context.Heard.Text), new(context.Person), context);

    public static TurnResult<Person> Delete(Goal goal, TurnContext<Person> context) =>
        new(
            GoalAct.Do(context.Person, goal, null, context.Now),
            new Say(context.Voice.Say("Act.Deleted", ("goal", GoalNames.Brief(goal))), context.Voice["Action.Undo"])
        );

    public static TurnResult<Person> Close(Goal goal, TurnContext<Person> context) =>
        new(
            GoalAct.Do(context.Person, goal, Adjustment.Close(goal, null, context.Today), context.Now),
            new Say(context.Voice.Say("Act.Closed", ("goal", GoalNames.Brief(goal))), context.Voice["Action.Undo"])
        )
        {
            Archive = [Archiving.Version(goal)],
        };

    public static TurnResult<Person> Pause(Goal goal, TurnContext<Person> context) =>
        new(
            GoalAct.Do(context.Person, goal, goal with { PausedOn = context.Today }, context.Now),
            new Say(context.Voice["Act.Paused"], context.Voice["Action.Undo"])
        );

    /// <summary>What is said is changed; where nothing is, it is asked what.</summary>
    public static TurnResult<Person> Edit(Goal goal, TurnContext<Person> context) =>
        (NewPlan(context.Heard.Text) is { } plan ? Plan(goal, context with { Heard = context.Read(plan) }) : null)
        ?? Apply(goal, context)
        ?? (
            Target(goal, context.Heard) is { } same && same == goal.Measure.Target
                ? new(context.Person, new Say(context.Voice["Answer.Kept"], context.Voice.List("Suggest.AfterAnswer")))
                : AskWhat(goal, context)
        );

    /// <summary>
    /// What a line surely wants changed of a goal: only that is changed, and where the words do not tell to what, that
    /// is asked.
    /// </summary>
    public static TurnResult<Person> Edit(PartAct act, TurnContext<Person> context) =>
        ReportCorrections.Stands(context)
        ?? For(Active(context), GoalAsked.WhichEdit, (goal, then) => Edit(goal, act, then), context);

    private static TurnResult<Person> Edit(Goal goal, PartAct act, TurnContext<Person> context)
    {
        return act switch
        {
            PartAct.ChangePlan => NewPlan(context.Heard.Text) is { } plan
                ? Plan(goal, context with { Heard = context.Read(plan) })
                : Asks(GoalAsked.NewPlan, "Asked.NewPlan"),
            PartAct.ChangeDate => Apply(goal, context) is { } moved
            && moved.Person.FindGoal(goal.Id)?.Measure.Target == goal.Measure.Target
                ? moved
                : Asks(GoalAsked.EditWhat, "Asked.NewDate"),
            PartAct.ChangeNumber or PartAct.Easier when goal.Measure.Target is not null => (
                NamesOtherNumbers(goal, context) ? null : Apply(goal, context)
            )
                ?? Asks(GoalAsked.EditWhat, act == PartAct.Easier ? "Asked.Smaller" : "Asked.NewNumber"),
            PartAct.ChangeTitle when NewName.In(context.Heard.Text) is { } name => Renamed(goal, name, context)
                ?? AskWhat(goal, context),
            _ => Edit(goal, context),
        };

        TurnResult<Person> Asks(GoalAsked kind, string key) =>
            GoalQuestions.Ask(new(kind, goal.Id, context.Heard.Text), new(context.Person), context, key);
    }

    /// <summary>The goal under another name, and all else as it was; null where it would be too long.</summary>
    private static TurnResult<Person>? Renamed(Goal goal, string name, TurnContext<Person> context)
    {
        var end = goal.Sentence.AsSpan().IndexOfAny('.', ':');
        var hasName = end > 0 && end + 1 < goal.Sentence.Length && goal.Sentence[end + 1] == ' ';
        var rest = hasName ? goal.Sentence[end..] : $": {goal.Sentence}";
        var sentence = $"{char.ToUpper(name[0], context.Voice.Culture)}{name[1..]}{rest}";
        return sentence.Length > Goal.MaxLength
            ? null
            : new(
                GoalAct.Do(context.Person, goal, goal with { Sentence = sentence }, context.Now),
                new Say(context.Voice.Say("Act.Renamed", ("name", name)), context.Voice["Action.Undo"])
            )
            {
                Archive = [Archiving.Version(goal)],
            };
    }

    /// <summary>The one number that is surely the one wanted from now on: "72 is never gonna happen do 45".</summary>
    private static double? Wanted(Goal goal, TurnContext<Person> context) =>
        context
            .Heard.Parts(SettingOf.Goal(goal))
            .Numbers.Where(number =>
                number is { Role: NumberRole.Target, Share: >= Sure }
                && (number.Look == Look.Letter) == (goal.Measure.Unit == "letter_grade")
                // "I can't hit a B. Can we make it a C+": the goal's own is said as well.
                && number.Value != goal.Measure.Target
            )
            .Select(number => number.Value)
            .Distinct()
            .ToList()
            is [var wanted]
            ? wanted
            : null;

    /// <summary>"Too many in step 2": the numbers of the line are surely none to aim at.</summary>
    private static bool NamesOtherNumbers(Goal goal, TurnContext<Person> context) =>
        context.Heard.Parts(SettingOf.Goal(goal)).Numbers is { Count: > 0 } numbers
        && numbers.All(number =>
            number.Share >= Sure
            && number.Role is NumberRole.Other or NumberRole.Date or NumberRole.Work or NumberRole.Each
        );

    private const float Sure = 0.7f;

    /// <summary>Asked for a number, the one other than the goal's own: "smaller, B- instead of B".</summary>
    private static double? Only(Goal goal, TurnContext<Person> context) =>
        context
            .Heard.Parts(SettingOf.Goal(goal))
            .Numbers.Where(number =>
                (number.Look == Look.Letter) == (goal.Measure.Unit == "letter_grade")
                && number.Role != NumberRole.Date
                && number.Value != goal.Measure.Target
            )
            .Select(number => number.Value)
            .Distinct()
            .ToList()
            is [var only]
            ? only
            : null;

    /// <summary>"Put the goal back to 8", "deja la meta en 5": about where to, not how it goes.</summary>
    public static bool SpeaksOfTarget(string text) =>
        OfTarget().IsMatch(text) || Wished().IsMatch(text) || Moved().IsMatch(text) || NewPlan(text) is not null;

    /// <summary>"Change my plan to the treadmill", "mi plan: 2 alarmas": what the plan is from now on.</summary>
    private static string? NewPlan(string text) =>
        PlanNow().Match(text) is { Success: true } now
        && now.Groups["plan"].Value.Trim(' ', '.', ',', ':') is var plan
        && WordCount.Of(plan) >= FewestOfPlan - 1
        && !PointsBack().IsMatch(plan)
            ? plan
            : null;

    [GeneratedRegex(
        @"\b(?:change|switch|make|fix) (?:my|the) plan (?:to|into|so it'?s)\b[\s:]*(?<plan>.+)$"
            + @"|^\W*(?:(?:no|ok|and|but|pero|y)[\s,]+)*(?:my|mi|the new) plan(?: is(?: now)?| es|:)[\s:]*(?<plan>.+)$"
            + @"|\bcambia(?:r)? mi plan (?:a|por)[\s:]*(?<plan>.+)$",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex PlanNow();

    [GeneratedRegex(
        @"^(?:that|it|what i|the one|this|eso|lo que|wrong|bad|not)\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex PointsBack();

    /// <summary>"Can it be 12", "can i make it a 7 instead": the number to aim at from now on.</summary>
    [GeneratedRegex(
        @"\b(?:can|could) (?:it|we|i|u|you) (?:just |maybe |please |pls )?(?:be|do|make it|change it to|have|go for"
            + @"|put(?: it)?)(?: to| at)?(?: an?| like| just| only)*"
            + @" \$?(?<number>\d+(?:\.\d+)?)(?:[%\s.!?,]|$)"
            + @"|\b(?:make|change) it (?:to )?(?:an? |like |just |only )*\$?(?<number>\d+(?:\.\d+)?)"
            + @"(?:[%\s.!?,]*(?:instead|pls|please|then)|[%\s.!?]*$)"
            + @"|\bpuede ser (?:de |a |solo |nom[aá]s )*(?<number>\d+(?:\.\d+)?)(?:[%\s.!?,]|$)",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Wished();

    /// <summary>"Y si mejor la paso para el 15 de febrero?", "can we move it to the 16th".</summary>
    [GeneratedRegex(
        @"\by si (?:mejor )?(?:la|lo) (?:paso|cambio|dejo|muevo|pongo|bajo|subo)\b"
            + @"|\b(?:can|could) (?:i|we|u|you) (?:please |just |maybe )?(?:move|push|extend) (?:it|the date"
            + @"|my goal|the deadline)\b"
            + @"|\b(?:want|wanna|need to) (?:to )?(?:change|move|push) the (?:day|date|deadline)\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Moved();

    [GeneratedRegex(
        @"\b(?:put|set|leave|keep|change|move|deja|pon|cambia|regresa|mant[eé]n)"
            + @"(?: it| the| my| la| mi)? (?:goal|target|meta)\b"
            + @"|\b(?:put|change|set) it back to \d",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex OfTarget();

    public static TurnResult<Person> AskWhat(Goal goal, TurnContext<Person> context) =>
        GoalQuestions.Ask(new(GoalAsked.EditWhat, goal.Id, context.Heard.Text), new(context.Person), context);

    /// <summary>A new number or day that is said plainly. Null where none is, or it cannot be this goal's.</summary>
    /// <param name="isAsked">The coach asked for it: what is said then is not asked about again.</param>
    public static TurnResult<Person>? Apply(Goal goal, TurnContext<Person> context, bool isAsked = false)
    {
        var heard = context.Heard;
        // "Make it 78 by oct 12" says both.
        var until = UntilThen().Match(heard.Text) is { Success: true, Index: > 0 } end ? end : null;
        var wished =
            WishedFor(goal, heard.Text)
            ?? (goal.Measure.Target is null ? null : Wanted(goal, context))
            ?? (until is not null ? Target(goal, context.Read(heard.Text[..until.Index])) : null);
        var day =
            wished is not null && until is null ? null
            : heard.Date is { Finding: DateFinding.Day, Day: { } said } ? said
            : NewDay(goal, context) is { } instead ? instead
            : DayInTalk.Find(heard.Text, context.Today, heard.Language);
        day ??= OfDay().IsMatch(heard.Text) ? DayOfMonth(goal, heard.Text) : null;
        if (day is not null && day == goal.Deadline && OtherThan().IsMatch(heard.Text))
        {
            // "Later than feb 12" names the day it is not to be.
            return null;
        }

        if (day is not null && day == goal.Deadline)
        {
            return new(
                context.Person,
                new Say(context.Voice["Answer.Kept"], context.Voice.List("Suggest.AfterAnswer"))
            );
        }

        wished ??= isAsked ? Only(goal, context) : null;
        var target = wished ?? (day is null && !OfDay().IsMatch(heard.Text) ? Target(goal, heard) : null);
        if (day <= context.Today)
        {
            return GoalQuestions.Ask(
                new(GoalAsked.EditWhat, goal.Id, heard.Text),
                new(context.Person),
                context,
                "Asked.PastDate"
            );
        }

        if ((target is null && day is null) || (target is { } same && same == goal.Measure.Target) || !goal.IsActive)
            return null;
        return
            !isAsked
            && target is { } asked
            && goal is { Current: { } at, Measure.Target: { } before }
            && !goal.Measure.Meets(at, before)
            && goal.Measure.Meets(at, asked)
            // What is reached already is rarely what somebody wants to get to.
            ? GoalQuestions.Ask(
                new(GoalAsked.NewTarget, goal.Id, heard.Text) { Number = asked, On = context.Today },
                new(context.Person),
                context
            )
            : Change(goal, target, day, context);
    }

    /// <summary>Another number, another day, or both.</summary>
    public static TurnResult<Person> Change(Goal goal, double? target, DateOnly? day, TurnContext<Person> context)
    {
        var (heard, voice) = (context.Heard, context.Voice);
        var changed = Adjustment.Change(goal, target, day, null, context.Today);
        changed = changed with { Sentence = Rewording.Of(goal, changed, context) };
        var title =
            target is { } number && number != goal.Measure.Target
                ? voice.Say(
                    "Act.Changed",
                    ("old", Quantities.Say(goal.Measure.Target, goal.Measure.Unit, voice)),
                    ("new", Quantities.Say(number, goal.Measure.Unit, voice))
                )
            : goal.Deadline is { } old
                ? voice.Say(
                    "Act.Changed",
                    ("old", voice.Day(old, context.Today)),
                    ("new", voice.Day(day!.Value, context.Today))
                )
            : voice.Say("Act.FirstDay", ("new", voice.Day(day!.Value, context.Today)));
        var result = AdjustHandler.Changed(goal, changed, title, context);
        return
            changed is { IsActive: true, Current: { } now, Measure.Target: { } aim } && changed.Measure.Meets(now, aim)
            ? GoalQuestions.Ask(new(GoalAsked.IsItReached, goal.Id, heard.Text) { On = context.Today }, result, context)
            : result;
    }

    [GeneratedRegex(
        @"\b(?:later|earlier|sooner|other|before|after|past|not|m[aá]s tarde|despu[eé]s|antes|otro|otra|no)\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex OtherThan();

    /// <summary>"April 2 instead of march 12", where the goal ends on March 12: the other of two days.</summary>
    private static DateOnly? NewDay(Goal goal, TurnContext<Person> context) =>
        goal.Deadline is { } last
        && Instead().Match(context.Heard.Text) is { Success: true } instead
        && context.Read(context.Heard.Text[..instead.Index]).Date is { Finding: DateFinding.Day, Day: { } day }
        && DayInTalk.Find(instead.Groups["old"].Value, context.Today, context.Heard.Language) == last
            ? day
            : null;

    [GeneratedRegex(
        @"[\s,]+(?:instead of|not|rather than|en vez de|en lugar de|y no) (?<old>[^.!?]+)",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Instead();

    /// <summary>Something to do on certain days, and no day or number of the goal: a plan.</summary>
    public static bool TellsPlan(TurnContext<Person> context) =>
        PlanTime.IsWeekly(context.Heard.Text, context.Heard.Language)
        && context.Heard.Date.Finding != DateFinding.Day
        && WordCount.Of(context.Heard.Text) > FewestOfPlan;

    private const int FewestOfPlan = 3;

    /// <summary>What is said is the plan from now on.</summary>
    public static TurnResult<Person> Plan(Goal goal, TurnContext<Person> context) =>
        context.Heard.Text.Length > Goal.MaxLength
            ? AskWhat(goal, context)
            : new(
                GoalAct.Do(context.Person, goal, goal with { Plan = context.Heard.Text.Trim() }, context.Now),
                new Say(
                    context.Voice.Say("Act.Plan", ("plan", context.Heard.Text.Trim())),
                    context.Voice["Action.Undo"]
                )
            )
            {
                Archive = [Archiving.Version(goal)],
            };

    /// <summary>Takes back the last act.</summary>
    public static TurnResult<Person>? Undo(TurnContext<Person> context) =>
        context.Person is { LastEntry: null, LastAct: { } act } && context.Now - act.Done <= GoalAct.Kept
            ? new(
                GoalAct.Undo(context.Person, act),
                new Say(
                    context.Voice.Say("Act.Undone", ("goal", GoalNames.Brief(act.Before))),
                    context.Voice["MyGoals.Title"]
                )
            )
            : null;

    /// <summary>A number that is asked for as the one to aim at, whatever day stands beside it.</summary>
    private static double? WishedFor(Goal goal, string text) =>
        goal.Measure is { Target: not null, Unit: not "letter_grade" }
        && Wished().Match(text) is { Success: true } wished
        && double.TryParse(wished.Groups["number"].ValueSpan, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    /// <summary>Beside a number only a day that is plainly an end is one.</summary>
    [GeneratedRegex(
        @"\b(?:by|until|till?|til|before|para el|para|hasta)\b[^.!?]*$",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex UntilThen();

    /// <summary>"The last circle is 16 not 18", where the goal ends on the 18th.</summary>
    private static DateOnly? DayOfMonth(Goal goal, string text) =>
        goal.Deadline is { } last
        && Replacement.Of(text) is var (now, old)
        && int.TryParse(old, CultureInfo.InvariantCulture, out var before)
        && before == last.Day
        && int.TryParse(now, CultureInfo.InvariantCulture, out var day)
        && day >= 1
        && day <= DateTime.DaysInMonth(last.Year, last.Month)
            ? new DateOnly(last.Year, last.Month, day)
            : null;

    [GeneratedRegex(
        @"\b(?:the|my|la|el) (?:day|date|deadline|fecha|d[ií]a)\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex OfDay();

    private static double? Target(Goal goal, Heard heard)
    {
        if (goal.Measure.Target is null)
            return null;
        if (
            InsteadOf().Match(heard.Text) is { Success: true } instead
            && double.TryParse(instead.Groups["old"].ValueSpan, CultureInfo.InvariantCulture, out var old)
            && old == goal.Measure.Target
            && double.TryParse(instead.Groups["now"].ValueSpan, CultureInfo.InvariantCulture, out var other)
        )
        {
            return other;
        }

        var stated =
            StatedNumbersReader.Read(heard.Text, NumbersAsked.Target, goal.Sentence, heard.Language).Target
            ?? (
                heard.Date.Finding == DateFinding.None && heard.Text.Any(char.IsAsciiDigit)
                    ? AnswerReader.ReadBaseline(heard.Text, heard.Language)
                    : null
            );
        if (OutOf.TotalOf(goal.Measure.Unit) is { } total)
            stated = OutOf.Back(stated, total);
        if (stated is not { } number || (number.Value == 0 && !heard.Text.Contains('0', StringComparison.Ordinal)))
            return null;
        var (said, own) = (Unit(number.Unit), Unit(goal.Measure.Unit));
        return (said is null || said == own) && !(own == "percent" && number.Value > 100) ? number.Value : null;
    }

    /// <summary>"Like 2 days a month instead of 1".</summary>
    [GeneratedRegex(
        @"(?<now>\d+(?:\.\d+)?)%?[^.!?\d]*\b(?:instead of|not|rather than|en vez de|en lugar de"
            + @"|y no)\W+(?<old>\d+(?:\.\d+)?)",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex InsteadOf();

    private static string? Unit(string? unit) =>
        unit is null ? null
        : UnitNames.Normal(unit).Split('/')[0] is var thing && thing is "points" or "score" ? "percent"
        : thing;

    private static List<Goal> Active(TurnContext<Person> context) =>
        [.. context.Person.Goals.Where(goal => goal.IsActive)];

    private static TurnResult<Person> For(
        IReadOnlyList<Goal> goals,
        GoalAsked which,
        Func<Goal, TurnContext<Person>, TurnResult<Person>> act,
        TurnContext<Person> context
    ) =>
        goals.Count == 0
            ? new(context.Person, new Say(context.Voice["MyGoals.None"], context.Voice.List("Suggest.NoGoals")))
        : GoalMatching.ByName(context.Heard.Text, goals) is [var named] ? act(named, context)
        : GoalQuestions.Ask(
            new(which, null, context.Heard.Text) { Among = [.. goals.Select(goal => goal.Id)] },
            new(context.Person),
            context
        );
}
