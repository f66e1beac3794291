using System.Text.Json.Nodes;
using Milestones.Bench.Parts;
using Milestones.Conversations;
using Milestones.Language.Parts;
using Milestones.School;

namespace Milestones.Bench.Replies;

/// <summary>
/// Whether a turn did what the marks of its line say it should, and nothing they do not. Coarser than a reader: what
/// kind of answer came, and which numbers were taken.
/// </summary>
internal sealed class ReplyScores(bool tellsAll)
{
    private readonly Dictionary<string, int> _faults = [];
    private int _lines,
        _wrong;

    public void Add(LinePlayed played, Effects effects, TextWriter? misses)
    {
        var line = played.Line;
        var faults = Faults(line, effects).Distinct().ToList();
        _lines++;
        _wrong += faults.Count > 0 ? 1 : 0;
        if (faults.Count == 0 && !tellsAll)
            return;
        foreach (var fault in faults)
            _faults[fault] = _faults.GetValueOrDefault(fault) + 1;
        var (from, now, to) = (line.Setting.From, line.Setting.Now, line.Setting.To);
        var said = string.Join(" ⏎ ", played.Replies.Select(Effects.TextOf)).ReplaceLineEndings(" ");
        var read = new Heard(line.Text, new(2026, 10, 14), line.Language).Parts(SettingOf.Person(played.Before));
        misses?.WriteLine(
            $"{string.Join(' ', faults)}\t{line.Setting.Place}\t{string.Join('+', line.Parts.Select(part => part.Act))}"
                + $"\t{string.Join('+', read.Parts.Select(part => $"{part.Act}{part.Share:.0}"))}"
                + $"\t{string.Join(' ', read.Numbers.Select(one => $"{one.Value}={one.Role}{one.Share:.0}"))}"
                + $"\t[{from} {now} {to} {line.Setting.Unit}]\t{line.Text}\t{effects.Logged}\t{said}"
        );
    }

    public JsonObject Json()
    {
        var json = new JsonObject { ["lines"] = _lines, ["wrong"] = _wrong };
        foreach (var (name, count) in _faults.OrderByDescending(pair => pair.Value))
            json[name] = count;
        return json;
    }

    private static IEnumerable<string> Faults(PartLine line, Effects effects)
    {
        var acts = line.Parts.Select(part => part.Act).ToHashSet();
        foreach (var harm in Harms(line, acts, effects))
            yield return "harm:" + harm;
        // What an alarm answers stands alone.
        if (effects.Alarms || effects.AsksQuietly)
            yield break;
        foreach (var act in acts.Where(act => !IsServed(act, acts, line, effects)))
            yield return "owed:" + act;
        if (acts.All(IsLight) && effects.Says(Senseless) && line.Setting.Place >= PartPlace.Steps)
            yield return "senseless";
    }

    /// <summary>Answers that ask or explain what nobody in passing asked for.</summary>
    private static readonly string[] Senseless =
    [
        "Log.Unplaced",
        "Asked.HowMuch",
        "Asked.IsIt",
        "Asked.GaveUp",
        "Coach.For",
        "Help.Title",
        "Unsure.Ask",
        "Unknown.Other",
    ];

    private static bool IsLight(PartAct act) =>
        act is PartAct.Explain or PartAct.Chat or PartAct.Ack or PartAct.Hello or PartAct.Feeling;

    private static IEnumerable<string> Harms(PartLine line, HashSet<PartAct> acts, Effects effects)
    {
        var saved = line.Setting.Place >= PartPlace.Steps;
        var (number, adds) = LoggedScores.Expected(line);
        if (effects.Logged is { } logged && !IsRight(logged, number, adds, acts, line))
            yield return number is null ? "logged" : "number";
        if (effects.Alarms && !acts.Contains(PartAct.Concern))
            yield return "alarm";
        if (effects.AsksQuietly && !acts.Contains(PartAct.Concern))
            yield return "quiet";
        if (saved && effects.Begins && !acts.Overlaps([PartAct.Wish, PartAct.NewGoal]))
            yield return "begun";
        if (
            effects.IsUnlogged
            && !acts.Overlaps([PartAct.Undo, PartAct.Fix, PartAct.Protest, PartAct.Delete, PartAct.Back])
        )
        {
            yield return "unlogged";
        }

        if (
            effects.Asks(GoalAsked.IsItReached)
            && !acts.Contains(PartAct.Done)
            && !(line.Setting.To is { } to && effects.Logged is { } at && Reaches(line, at, to))
        )
        {
            yield return "reached";
        }

        if (saved && effects.ChangesGoal && !acts.Overlaps(Changes))
            yield return "changed";
        if (effects.Saves && !acts.Overlaps([PartAct.Yes, PartAct.Ack]))
            yield return "saved";
        if (effects.ChangesLanguage && !acts.Contains(PartAct.Language))
            yield return "language";
        if (effects.ChangesMessages && !acts.Overlaps([PartAct.Pause, PartAct.Stop]))
            yield return "messages";
        if (effects is { After: { } after, Before: { } before })
        {
            if (after.Plan != before.Plan && !acts.Overlaps([PartAct.Plan, PartAct.ChangePlan, PartAct.Fix]))
                yield return "plan";
            if (after.Reason != before.Reason && !acts.Overlaps([PartAct.Reason, PartAct.Fix, PartAct.Explain]))
                yield return "reason";
            if (after.Obstacle != before.Obstacle && !acts.Overlaps([PartAct.Obstacle, PartAct.Explain]))
                yield return "obstacle";
            if (
                (after.Measure.Target, after.Measure.Baseline) != (before.Measure.Target, before.Measure.Baseline)
                && !acts.Overlaps(Measures)
            )
            {
                yield return "measure";
            }
        }
    }

    private static readonly PartAct[] Measures =
    [
        PartAct.Measure,
        PartAct.Fix,
        PartAct.ChangeNumber,
        PartAct.Easier,
        PartAct.Wish,
        PartAct.ChangeTitle,
    ];

    private static readonly PartAct[] Changes =
    [
        PartAct.ChangeNumber,
        PartAct.ChangeDate,
        PartAct.ChangePlan,
        PartAct.ChangeTitle,
        PartAct.Easier,
        PartAct.Fix,
        PartAct.Plan,
        PartAct.Undo,
        PartAct.Deadline,
        PartAct.Yes,
    ];

    private static bool Reaches(PartLine line, double at, double to) =>
        line.Setting.LowerIsBetter == true ? at <= to : at >= to;

    private static bool IsRight(double logged, double? number, bool adds, HashSet<PartAct> acts, PartLine line)
    {
        var was = line.Setting.Now ?? line.Setting.From ?? 0;
        return number is null
            ? acts.Contains(PartAct.Same) && logged == was || acts.Contains(PartAct.Done) && logged == line.Setting.To
            : logged == number && !adds
                || adds && logged == was + number
                || logged == was + Together(line)
                || Converted(logged, number.Value)
                || IsOfTwo(logged, line);
    }

    /// <summary>"50 from grandma and 20": all that came on top.</summary>
    private static double? Together(PartLine line)
    {
        var tokens = new PartTokens();
        tokens.Read(line.Text, line.Language);
        var added = Enumerable
            .Range(0, tokens.Count)
            .Where(at => PartTokens.IsNumber(tokens[at]) && PartFit.RoleOf(tokens, at, line) == NumberRole.Add)
            .Select(at => tokens[at].Value)
            .ToList();
        return added.Count > 1 ? added.Sum() : null;
    }

    /// <summary>"5h 40" and "31 and 7/8": two numbers make one.</summary>
    private static bool IsOfTwo(double logged, PartLine line)
    {
        var tokens = new PartTokens();
        tokens.Read(line.Text, line.Language);
        var numbers = Enumerable
            .Range(0, tokens.Count)
            .Where(at => PartTokens.IsNumber(tokens[at]))
            .Select(at => tokens[at].Value)
            .ToList();
        return numbers
            .Zip(numbers.Skip(1))
            .Any(pair =>
                Math.Abs(logged - pair.First - (pair.Second / 60)) < 0.02 || logged == pair.First + pair.Second
            );
    }

    /// <summary>Minutes of hours, seconds of minutes, percent of a share.</summary>
    private static bool Converted(double logged, double number) =>
        Math.Abs(logged - (number * 60)) < 1 || Math.Abs((logged * 60) - number) < 1;

    private static bool IsServed(PartAct act, HashSet<PartAct> acts, PartLine line, Effects effects)
    {
        var place = line.Setting.Place;
        var (number, _) = LoggedScores.Expected(line);
        return act switch
        {
            PartAct.Wish => place is PartPlace.Start or >= PartPlace.Steps
                ? effects.Begins || effects.Says("Misfit.AnotherGoal", "Later.", "Care.") || acts.Contains(PartAct.Fix)
                : true,
            PartAct.Plan => place switch
            {
                PartPlace.AskPlan or PartPlace.Draft => effects.ChangesPlan,
                PartPlace.Missed => !effects.Says("Steps.Other", "Steps.Told", "Log.Unplaced", "Asked.HowMuch"),
                >= PartPlace.Steps => !effects.Says("Log.Unplaced", "Asked.HowMuch", "Unsure", "Coach.For"),
                _ => true,
            },
            PartAct.Measure => place is not (PartPlace.AskMeasure or PartPlace.AskTarget or PartPlace.AskNow)
                || effects.ChangesMeasure
                || line.Numbers.Count == 0,
            PartAct.Reason => place != PartPlace.AskWhy || effects.After?.Reason is not null,
            PartAct.Obstacle => place != PartPlace.AskObstacle || effects.After?.Obstacle is not null,
            PartAct.Deadline => place is not (PartPlace.AskWhen or PartPlace.Draft)
                || effects.ChangesDeadline
                || effects.Says("Ask.SchoolDay", "Ask.Deadline.Unclear"),
            PartAct.Sure => place != PartPlace.AskSure
                || effects.After?.Confidence is not null
                || line.Numbers.Count == 0,
            PartAct.Yes => place switch
            {
                PartPlace.Draft => effects.Saves || acts.Overlaps([PartAct.Fix, .. Changes[..5]]),
                PartPlace.Steps => effects.Says("Milestones.Thanks") || acts.Count > 1,
                PartPlace.AskedHeavy => effects.Says("Quiet."),
                _ => true,
            },
            PartAct.Fix => place switch
            {
                PartPlace.Draft => effects.ChangesDraft
                    || effects.Says("Heard.Changed", "Edited.Changed", "Draft.Here", "Draft.What")
                    || (line.Numbers.Count == 0 && effects.Says("Draft.What")),
                >= PartPlace.Steps => effects.Logged is not null
                    || effects.IsUnlogged
                    || effects.ChangesGoal
                    || effects.IsNoted
                    || effects.Says("Answer.Sorry", "Answer.Got", "Asked.EditWhat", "Undo", "Asked.HowMuch", "Record")
                    || effects.Asks(GoalAsked.IsItThis),
                _ => effects.ChangesDraft || line.Numbers.Count == 0,
            },
            PartAct.Protest => effects.Says(
                "Answer.Sorry",
                "Answer.Got",
                "Undo",
                "Draft.",
                "Asked.EditWhat",
                "Record",
                "Misfit.Correction",
                "Why.",
                "Steps.",
                "Unknown.Complaint",
                "Asked.Smaller"
            )
                || effects.IsUnlogged
                || effects.ChangesDraft
                || acts.Count > 1,
            PartAct.Undo => effects.IsUnlogged || effects.Says("Undo") || effects.ChangesGoal || effects.ChangesDraft,
            PartAct.Gain or PartAct.Setback or PartAct.Same when place >= PartPlace.Steps => number is not null
                ? effects.Logged is not null
                    || effects.Asks(GoalAsked.IsItReached)
                    || effects.Asks(GoalAsked.IsItThis)
                    || effects.Asks(GoalAsked.HowMuch)
                    || effects.Asks(GoalAsked.OutOfHowMany)
                    || acts.Contains(PartAct.Fix)
                : effects.IsNoted
                    || effects.Says("Asked.", "Steps.", "Noted", "Effort", "Emotion", "Answer.", "Record", "Log.Of"),
            PartAct.Done => effects.IsReached || effects.Logged is not null || effects.Says("Asked.IsIt", "Reached"),
            PartAct.Effort when place >= PartPlace.Steps => effects.IsNoted || acts.Count > 1,
            PartAct.AskStatus => effects.Says("Status", "HowAmI", "Record", "MyGoals", "Draft.Waiting", "Answer.Record")
                || acts.Contains(PartAct.Gain),
            PartAct.AskPrivacy => effects.Says("Privacy", "Coach."),
            PartAct.AskWhy => effects.Says("Why", "Coach.", "Mean", "Record") && !effects.Says("Coach.For"),
            PartAct.AskWhat => effects.Says("Mean", "Coach.", "Help", "Why", "Example", "Record", "Draft.Means")
                && !effects.Says("Coach.For"),
            PartAct.AskExample => effects.Says("Example", "Mean", "Again", "Form.", "Aside.YourCall"),
            PartAct.AskRecord => effects.Says(
                "Record",
                "Status",
                "HowAmI",
                "Undo",
                "MyGoals",
                "Coach.",
                "Draft.Waiting"
            ) && !effects.Says("Coach.For"),
            PartAct.AskBot => effects.Says("Coach.", "Privacy", "Help", "Still", "Record", "Language")
                && !effects.Says("Coach.For"),
            PartAct.AskOff => effects.Says("Offtopic", "Coach.", "Smalltalk") && !effects.Says("Coach.For"),
            PartAct.ChangeNumber => effects.ChangesMeasure
                || effects.Says("Asked.EditWhat", "Asked.NewNumber", "Asked.Smaller"),
            PartAct.ChangeDate => effects.ChangesDeadline
                || effects.Says("Asked.EditWhat", "Asked.NewDate", "Ask.School"),
            PartAct.ChangePlan => effects.ChangesPlan
                || effects.Says("Asked.EditWhat", "Asked.NewPlan", "Milestones.Form", "Answer.TryThat", "Ask.Plan"),
            PartAct.ChangeTitle => effects.ChangesWords || effects.ChangesGoal || effects.Says("Asked.EditWhat"),
            PartAct.Easier => effects.ChangesMeasure
                || effects.Says("Asked.EditWhat", "Asked.Smaller", "Milestones.Form", "Asked.BreakDown", "Draft.What"),
            PartAct.Pause or PartAct.Stop => effects.Says("Still", "Asked.GaveUp", "Paused", "Cancel", "Kept"),
            PartAct.Delete => effects.Says("Asked.Delete", "Erase", "Cancel", "Asked.WhichDelete", "Undo"),
            PartAct.NewGoal => effects.Begins || effects.Says("Misfit.AnotherGoal", "Later."),
            PartAct.Skip => !effects.Says("Steps.Other", "Asked.", "Unsure", "Heard.Start", "Log."),
            PartAct.Later => effects.Says("Farewell", "Kept", "Answer.", "Still", "Cancel.Fine"),
            PartAct.Back => !effects.Says("Unsure", "Asked.", "Unknown", "Log.", "Noted", "Steps"),
            PartAct.Language => effects.Says("Language"),
            PartAct.Concern => place == PartPlace.AskedHeavy,
            _ => true,
        };
    }
}
