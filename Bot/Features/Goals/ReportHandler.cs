using System.Text.RegularExpressions;
using Milestones.Calendar;
using Milestones.Conversations;
using Milestones.Language;
using Milestones.Language.Parts;
using Milestones.Language.Reports;
using Milestones.Localization;
using Milestones.School;

namespace Milestones.Features.Goals;

/// <summary>
/// Progress in a student's own words. What is told with a number is logged; what went wrong or was only work never
/// counts; what cannot be placed is asked.
/// </summary>
internal static partial class ReportHandler
{
    /// <summary>Whether the words report anything of one of the goals.</summary>
    public static bool Reports(TurnContext<Person> context) =>
        GivesUp(context) || GoalMatching.Fit(context.Heard, context.Person.Goals).Count > 0;

    /// <summary>
    /// Whether the rules find in the words what is reported of a goal: a number, an end, work or a setback.
    /// </summary>
    public static bool IsPlaced(TurnContext<Person> context) =>
        GoalMatching.Fit(context.Heard, context.Person.Goals) is [{ Report: not Report.None }, ..];

    /// <summary>Whether the words report a number or an end of one of the goals, or that it is given up.</summary>
    public static bool ReportsPlainly(TurnContext<Person> context) =>
        context.Person.Goals.Any(goal => goal.IsActive)
        && (
            GivesUp(context)
            || GoalMatching.Fit(context.Heard, context.Person.Goals)
                is [{ Report: Report.Value or Report.Change or Report.Done }, ..]
        );

    /// <summary>
    /// Whether the words report of one saved goal and name it: only then are they taken as that while another goal is
    /// in the making.
    /// </summary>
    public static bool ReportsOfNamed(TurnContext<Person> context) =>
        GoalMatching.Fit(context.Heard, context.Person.Goals) is [{ Named: > 0 }];

    public static TurnResult<Person> Hear(TurnContext<Person> context)
    {
        var active = context.Person.Goals.Where(goal => goal.IsActive).ToList();
        if (active.Count == 0)
        {
            return new(
                context.Person with
                {
                    Unsure = new(context.Heard.Text, [Language.Wanted.Intent.Goal]),
                },
                new Say(context.Voice["Log.NoGoal"], context.Voice.List("Suggest.MakeGoal"))
            );
        }

        if (ReportCorrections.Said(context) is { } corrected)
            return corrected;
        if (GivesUp(context))
            return Named(active, GoalAsked.GaveUp, context);
        var fits = GoalMatching.Fit(context.Heard, active);
        return fits switch
        {
            [] => Unplaced(active[0], context),
            [var one] => Take(one.Goal, one.Report, context.Heard.Text, context),
            _ => Which(fits, context),
        };
    }

    /// <summary>
    /// News whose number nobody could place, though it surely is news: work is noted, what went wrong is met, and of
    /// progress the number is asked. Null where several goals could be meant.
    /// </summary>
    public static TurnResult<Person>? Told(PartAct act, TurnContext<Person> context) =>
        context.Person.Goals.Where(goal => goal.IsActive).ToList() is not [var goal]
            ? null
            : act switch
            {
                PartAct.Effort => Effort(goal, context.Heard.Text, context.Today, context),
                PartAct.Setback => Setback(goal, context.Heard.Text, context),
                PartAct.Gain when goal.Measure is { Target: not null, Unit: { } unit } && Units.IsCounted(unit) =>
                    Doubtful(goal, new Report.Ask(Doubt.HowMuch, null, context.Today), context.Heard.Text, context),
                PartAct.Done when !context.Heard.Text.Any(char.IsAsciiDigit) => Done(
                    goal,
                    context.Heard.Text,
                    context.Today,
                    context
                ),
                _ => null,
            };

    /// <summary>What a report does to its goal.</summary>
    public static TurnResult<Person> Take(Goal goal, Report report, string text, TurnContext<Person> context) =>
        report switch
        {
            Report.Change { Delta: 0 } none when goal.Measure.LowerIsBetter && CountsUp(goal, text, none.On) =>
                NoneThisTime(goal, text, none.On, context),
            Report.Change { Delta: 0 } when !goal.Measure.LowerIsBetter => Setback(goal, text, context),
            Report.Value { Number: 0 } none when IsPartOnly(goal, text) => Effort(goal, text, none.On, context),
            Report.Value value when IsUnlikely(goal, value.Number) => Doubtful(
                goal,
                new Report.Ask(Doubt.OtherScore, value.Number, value.On),
                text,
                context
            ),
            Report.Value value => Log(goal, value.Number, adds: false, value.On, text, context),
            Report.Change change => Log(goal, change.Delta, adds: true, change.On, text, context),
            Report.Done done => Done(goal, text, done.On, context),
            Report.Setback => Setback(goal, text, context),
            Report.Effort effort => Effort(goal, text, effort.On, context),
            Report.Ask ask => Doubtful(goal, ask, text, context),
            _ => Unplaced(goal, context),
        };

    /// <summary>Told of a time without: where all times are counted up, their number stays.</summary>
    private static bool CountsUp(Goal goal, string text, DateOnly on) =>
        goal.Current is > 0
        && (
            Span(goal, text) is not { } span
            || goal.Progress.LastOrDefault(entry => entry.Value is not null) is { } last && IsSame(span, last.On, on)
        );

    private static TurnResult<Person> NoneThisTime(Goal goal, string text, DateOnly on, TurnContext<Person> context) =>
        ProgressHandler.Note(goal, text, on, context) with
        {
            Replies = [new Say(context.Voice["Noted.None"], context.Voice["Action.Undo"])],
        };

    /// <summary>"Went every day this week": where a month is counted, a week without is a good beginning.</summary>
    private static bool IsPartOnly(Goal goal, string text) =>
        goal.Measure is { LowerIsBetter: true, Unit: { } unit }
        && SpanIn($"{unit} {goal.Sentence} {goal.Measure.Words}") is CountedIn.Month
        && SpanIn(text) is CountedIn.Day or CountedIn.Week
        && !Monthly().IsMatch(text);

    /// <summary>Many times what the goal is about is a time of day or a slip: asked, before it is logged.</summary>
    private static bool IsUnlikely(Goal goal, double value) =>
        goal.Measure is { Target: { } target, Unit: not "letter_grade" }
        && Math.Max(Math.Max(target, goal.Measure.Baseline ?? 0), goal.Current ?? 0) is > 0 and var most
        && (value > most * Unlikely || (goal.Measure.Unit == "gpa" && value > HighestAverage));

    /// <summary>No school's average goes beyond.</summary>
    private const double HighestAverage = 5;

    private const double Unlikely = 10;

    public static TurnResult<Person> Log(
        Goal goal,
        double value,
        bool adds,
        DateOnly on,
        string text,
        TurnContext<Person> context
    )
    {
        var logged = Logged(goal, value, adds, on, text, context);
        var after = logged.Person.FindGoal(goal.Id)!;
        if (logged.Person.Question is { Kind: GoalAsked.IsItReached } reached && reached.GoalId == goal.Id)
            return logged;
        var asked =
            goal.Current is { } before && after.Current is { } now && now != before && !goal.Measure.Meets(now, before)
                ? GoalAsked.SamePlan
            : GoalStatuses.Of(after, context.Today) == GoalStatus.Stuck ? GoalAsked.BreakDown
            : (GoalAsked?)null;
        return asked is { } kind && after.IsActive
            ? GoalQuestions.Ask(new(kind, goal.Id, text) { On = on }, logged, context)
            : logged;
    }

    /// <summary>Logs, and waits for a yes where the goal seems reached; asks nothing more.</summary>
    public static TurnResult<Person> Logged(
        Goal goal,
        double value,
        bool adds,
        DateOnly on,
        string text,
        TurnContext<Person> context
    )
    {
        if (adds && value < 0 && goal.Current is { } so && so + value < 0)
        {
            // Nothing is counted below none.
            (value, adds) = (0, false);
        }
        else if (adds && value > 0 && Span(goal, text) is { } span)
        {
            // So often a week: what was told of this week adds up, what is said of the weeks before does not.
            value +=
                goal.Progress.LastOrDefault(entry => entry.Value is not null) is { Value: { } told } last
                && IsSame(span, last.On, on)
                    ? told
                    : 0;
            adds = false;
        }

        var logged = ProgressHandler.Log(goal, context.Turn.NewId(), value, adds, on, text, context);
        return
            logged.Person.FindGoal(goal.Id) is { IsActive: true, Measure.Target: { } target, Current: { } now } after
            && after.Measure.Meets(now, target)
            && Progress.IsEnd(goal, now, on)
            ? logged with
            {
                Head = logged.Person with { Question = new(GoalAsked.IsItReached, goal.Id, text) { On = on } },
            }
            : logged;
    }

    /// <summary>
    /// The time within which what is told adds up; null where it adds to all there was. What is to become fewer is
    /// counted anew: six times before are not added to.
    /// </summary>
    private static CountedIn? Span(Goal goal, string text)
    {
        if (goal.Measure is not { Unit: { } unit } measure)
            return null;
        if (Units.IsFrequency(unit))
            return SpanIn(unit);
        if (!measure.LowerIsBetter || measure.Baseline is null || !Units.IsHappening(unit))
            return null;
        var own = SpanIn($"{goal.Sentence} {measure.Words}");
        return own != CountedIn.Goal || Lasting().IsMatch(goal.Sentence) ? own : SpanIn(text);
    }

    private static CountedIn SpanIn(string words) =>
        Daily().IsMatch(words) ? CountedIn.Day
        : Weekly().IsMatch(words) ? CountedIn.Week
        : Monthly().IsMatch(words) ? CountedIn.Month
        : CountedIn.Goal;

    private static bool IsSame(CountedIn span, DateOnly one, DateOnly other) =>
        span switch
        {
            CountedIn.Day => one == other,
            CountedIn.Week => IsoWeek.Of(one) == IsoWeek.Of(other),
            CountedIn.Month => (one.Year, one.Month) == (other.Year, other.Month),
            _ => true,
        };

    private enum CountedIn
    {
        Day,
        Week,
        Month,

        /// <summary>From the day the goal was made.</summary>
        Goal,
    }

    [GeneratedRegex(
        @"/day\b|/d[ií]a\b|\b(?:a|per|each|every) day\b|\b(?:al|por|cada) d[ií]a\b|\bdaily\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Daily();

    [GeneratedRegex(
        @"/week\b|/semana\b|\b(?:a|per|each|every|this) week\b|\b(?:a la|por|x|cada|esta) semana\b|\bweekly\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Weekly();

    [GeneratedRegex(
        @"/month\b|/mes\b|\b(?:a|per|each|every|this) month\b|\b(?:al|por|x|cada|este) mes\b|\bmonthly\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Monthly();

    /// <summary>Counted over a time that is longer than a week or a month: "this semester".</summary>
    [GeneratedRegex(
        @"\b(?:semester|quarter|trimester|term|year|spring|fall|winter|season|from now|until|semestre|trimestre|ciclo"
            + @"|curso|a[ñn]o|bimestre|temporada)\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Lasting();

    /// <summary>It went wrong: what is reached stays, and one question looks for the way on.</summary>
    private static TurnResult<Person> Setback(Goal goal, string text, TurnContext<Person> context)
    {
        if (!WentWrong.IsSaid(text))
        {
            // Nothing in the words is plainly bad: thanked for and kept, and no one is consoled.
            return ProgressHandler.Note(goal, text, context.Today, context) with
            {
                Replies = [new Say(context.Voice["Noted.Neutral"], context.Voice.List("Suggest.Unplaced"))],
            };
        }

        if (!TellsWhy().IsMatch(text) && WordCount.Of(text) < TellsEnough)
        {
            return GoalQuestions.Ask(
                new(GoalAsked.Hardest, goal.Id, text) { On = context.Today },
                new(context.Person),
                context
            );
        }

        // What was hard is told already: it is kept, and only the next step is asked for.
        var noted = ProgressHandler.Note(goal, text, context.Today, context);
        return noted with
        {
            Head = noted.Person with { Question = new(GoalAsked.NextTry, goal.Id, text) { On = context.Today } },
            Replies = [new Say(context.Voice["Steps.Told"], context.Voice.List("Suggest.AfterNote"))],
        };
    }

    /// <summary>Whoever tells so much has told what was hard.</summary>
    private const int TellsEnough = 8;

    [GeneratedRegex(
        @"\b(?:because|cause|cuz|cus|coz|bc|since|had to|have to|(?:i|we) (?:was|were|got) (?:so |too "
            + @"|really )?(?:sleepy|tired"
            + @"|sick|busy|late|scared|nervous|hungry|mad|angry|bored|lazy)|was (?:talking|talkin|bugging"
            + @"|annoying|being)"
            + @"|made me|forgot|overslept|porque|pq|xq|ten[ií]a que|tuve que|estaba (?:cansad|enferm|ocupad"
            + @"|nervios)\p{L}+"
            + @"|se me olvid[oó]|me dio|me qued[eé])\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex TellsWhy();

    private static TurnResult<Person> Effort(Goal goal, string text, DateOnly on, TurnContext<Person> context)
    {
        var noted = ProgressHandler.Note(goal, text, on, context);
        return noted with
        {
            Replies =
            [
                new Say(
                    context.Voice[
                        goal.Measure.Target is null ? "Effort.NoNumber"
                        : GoalNames.IsScored(goal) ? "Effort.Score"
                        : "Effort.Number"
                    ],
                    context.Voice["Action.Undo"]
                ),
            ],
        };
    }

    /// <summary>A step where its words are said, else the goal; a goal that counts is asked about first.</summary>
    private static TurnResult<Person> Done(Goal goal, string text, DateOnly on, TurnContext<Person> context)
    {
        var named = goal
            .Milestones.Index()
            .Where(step => step.Item is { ReachedOn: null, Value: null } && GoalMatching.Shares(text, step.Item.Title))
            .ToList();
        return named is [var (index, _)] && goal.Milestones.Count(step => step.ReachedOn is null) > 1
                ? ProgressHandler.Done(Progress.StepDone(goal, index, context.Turn.NewId(), on), context)
            : goal.Measure.Target is null && goal.Milestones.Count(step => step.ReachedOn is null) < 2
                ? ProgressHandler.Reached(goal, context)
            : GoalQuestions.Ask(new(GoalAsked.IsItReached, goal.Id, text) { On = on }, new(context.Person), context);
    }

    private static TurnResult<Person> Doubtful(Goal goal, Report.Ask ask, string text, TurnContext<Person> context) =>
        GoalQuestions.Ask(
            new(
                ask.Why switch
                {
                    Doubt.OutOfWhat => GoalAsked.OutOfHowMany,
                    Doubt.OtherScore => GoalAsked.IsItThis,
                    Doubt.ReachedOrDone => GoalAsked.IsItReached,
                    _ => GoalAsked.HowMuch,
                },
                goal.Id,
                text
            )
            {
                Number = ask.Number,
                On = ask.On,
            },
            new(context.Person),
            context
        );

    private static TurnResult<Person> Which(IReadOnlyList<GoalReport> fits, TurnContext<Person> context) =>
        GoalQuestions.Ask(
            new(GoalAsked.WhichReport, null, context.Heard.Text)
            {
                Among = [.. fits.Select(fit => fit.Goal.Id)],
                On = context.Today,
            },
            new(context.Person),
            context
        );

    /// <summary>A question about the one goal that is named, or the only one; else it is asked which.</summary>
    private static TurnResult<Person> Named(IReadOnlyList<Goal> active, GoalAsked kind, TurnContext<Person> context) =>
        GoalMatching.ByName(context.Heard.Text, active) is [var goal]
            ? GoalQuestions.Ask(
                new(kind, goal.Id, context.Heard.Text) { On = context.Today },
                new(context.Person),
                context
            )
            : GoalQuestions.Ask(
                new(GoalAsked.WhichReport, null, context.Heard.Text)
                {
                    Among = [.. active.Select(one => one.Id)],
                    On = context.Today,
                },
                new(context.Person),
                context
            );

    private static TurnResult<Person> Unplaced(Goal goal, TurnContext<Person> context) =>
        new(
            context.Person,
            new Say(
                context.Voice[
                    GoalMatching.ReportOf(goal, context.Heard) is Report.None { IsOfOthers: true } && !IsOwn(context)
                        ? "Log.OfOthers"
                    : IsPassing(context) ? "Sharing.Goals"
                    : "Log.Unplaced"
                ],
                context.Voice.List("Suggest.Unplaced")
            )
        );

    /// <summary>"Talked to mrs reyes for like 15 min": somebody is named, and it is still their own.</summary>
    private static bool IsOwn(TurnContext<Person> context) =>
        !NoReport.IsOfOthers(context.Heard.Text)
        && context
            .Heard.Parts(SettingOf.Person(context.Person))
            .Parts.Any(part => PartFamilies.Of(part.Act) is PartFamily.News or PartFamily.Right or PartFamily.Question);

    /// <summary>Told in passing: no number is to be noted of it.</summary>
    private static bool IsPassing(TurnContext<Person> context) =>
        context.Heard.Parts(SettingOf.Person(context.Person)).Parts is { Count: > 0 } parts
        && parts.All(part => PartFamilies.Of(part.Act) == PartFamily.Passing);

    /// <summary>Said of the goal itself and not denied: "i gave up", but not "i almost gave up".</summary>
    public static bool GivesUp(TurnContext<Person> context) =>
        context.Heard.Text.Length < LongestGivingUp
        && Folded(context.Heard.Text) is var said
        && Voice.InEveryLanguage("Said.GaveUp").SelectMany(words => words).Any(words => Has(said, words))
        && !Voice.InEveryLanguage("Said.NotGaveUp").SelectMany(words => words).Any(words => Has(said, words));

    private const int LongestGivingUp = 80;

    private static string Folded(string text) => $" {Folding.Fold(text.Replace('’', '\'')).Trim('.', '!', '?', ' ')} ";

    private static bool Has(string said, string words) =>
        said.Contains($" {Folding.Fold(words)} ", StringComparison.Ordinal);
}
