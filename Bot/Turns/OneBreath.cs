using Milestones.Language;
using Milestones.Language.Parts;
using Milestones.School;

namespace Milestones.Turns;

/// <summary>
/// A line that does several things: "yes that fits. i read 2 more. can my mom see this?" is a yes, a report and a
/// question, each heard by itself in its turn. What belongs together stays together: a report with its story and the
/// feeling about it, an answer with its reason.
/// </summary>
internal static class OneBreath
{
    private const int Longest = 400;

    /// <summary>More things at once are heard as one.</summary>
    private const int Most = 4;

    /// <summary>What is less sure begins nothing of its own.</summary>
    private const float Sure = 0.65f;

    /// <summary>What the line does, one text each; a single one where it does one thing.</summary>
    public static IReadOnlyList<OneThing> Of(TurnContext<Person> context)
    {
        var text = context.Heard.Text;
        if (text.Length > Longest)
            return [new(text, Asks: false)];
        if (YesAndMore(context) is { } both)
            return both;
        var read = context.Heard.Parts(SettingOf.Person(context.Person));
        var goals = context.Person.Goals.Count(goal => goal.IsActive);
        var things = new List<Thing>();
        for (var at = 0; at < read.Parts.Count; at++)
        {
            var part = read.Parts[at];
            var kind = part.Share >= Sure ? KindOf(part.Act) : Kind.Light;
            if (kind == Kind.Answer && !IsAsked(context.Person))
                kind = Kind.Light;
            var next = new Thing(
                kind,
                part.Act,
                part.Start,
                read.Numbers.Any(one => one.Part == at && one.Role is NumberRole.Now or NumberRole.Add)
            );
            if (things.Count == 0)
                things.Add(next);
            else if (kind == Kind.Light)
                continue;
            else if (things[^1].Kind == Kind.Light)
                things[^1] = kind is Kind.Question or Kind.Request ? next : next with { Start = things[^1].Start };
            else if (things[^1].Kind != kind || (goals > 1 && next.IsNews && things[^1].IsNews))
                things.Add(next);
        }

        if (things.Count is 0 or > Most)
            return [new(text, Asks: false)];
        var said = things
            .Select(
                (thing, at) =>
                    (
                        thing.Act,
                        One: new OneThing(
                            at + 1 < things.Count
                                ? text[thing.Start..things[at + 1].Start].Trim(' ', ',', ';', '.', '\n')
                                : text[thing.Start..].Trim(' ', ',', ';', '\n'),
                            thing.Kind is Kind.Question or Kind.Request
                        )
                    )
            )
            .Where(one => one.One.Text.Length > 0);
        // "Why do you ask" is about the question that is open now, not about the next.
        return context.Person.Dialog is Asking
            ? [.. said.OrderBy(one => one.Act is PartAct.AskWhy or PartAct.AskWhat ? 0 : 1).Select(one => one.One)]
            : [.. said.Select(one => one.One)];
    }

    /// <summary>One thing that a line does.</summary>
    /// <param name="HasNumber">Whether a number in it is where a goal stands.</param>
    private sealed record Thing(Kind Kind, PartAct Act, int Start, bool HasNumber)
    {
        /// <summary>News of one goal: of two goals two.</summary>
        public bool IsNews => Kind == Kind.Report && HasNumber;
    }

    /// <summary>"Looks fine. can i have a 2nd one": a yes to the steps shown, and what stands behind it.</summary>
    private static IReadOnlyList<OneThing>? YesAndMore(TurnContext<Person> context) =>
        context.Person.Dialog is ReviewingMilestones
        && TwoInOne.Parts(context.Heard.Text) is var (first, then)
        && RestingWords.SaidOfSteps(first) == YesNo.Yes
            ? [new(first, Asks: true), new(then, Asks: true)]
            : null;

    /// <summary>Only where something is asked there are answers.</summary>
    private static bool IsAsked(Person person) => person.Dialog is not null || person.Question is not null;

    private enum Kind
    {
        /// <summary>A word in passing, or what belongs to what stands beside it.</summary>
        Light,
        Question,
        Request,
        Report,
        Answer,
        Correction,
    }

    private static Kind KindOf(PartAct act) =>
        act switch
        {
            PartAct.AskStatus
            or PartAct.AskPrivacy
            or PartAct.AskWhy
            or PartAct.AskWhat
            or PartAct.AskExample
            or PartAct.AskRecord
            or PartAct.AskBot
            or PartAct.AskOff => Kind.Question,
            PartAct.ChangeNumber
            or PartAct.ChangeDate
            or PartAct.ChangePlan
            or PartAct.ChangeTitle
            or PartAct.Easier
            or PartAct.Pause
            or PartAct.Stop
            or PartAct.Delete
            or PartAct.NewGoal
            or PartAct.Undo
            or PartAct.Language => Kind.Request,
            PartAct.Gain or PartAct.Setback or PartAct.Same or PartAct.Done or PartAct.Effort => Kind.Report,
            PartAct.Measure
            or PartAct.Plan
            or PartAct.Reason
            or PartAct.Obstacle
            or PartAct.Deadline
            or PartAct.Sure
            or PartAct.Yes
            or PartAct.No
            or PartAct.Wish => Kind.Answer,
            PartAct.Fix => Kind.Correction,
            _ => Kind.Light,
        };
}

/// <summary>One thing of several in a line.</summary>
/// <param name="Asks">It asks or requests something: an answer is owed.</param>
internal sealed record OneThing(string Text, bool Asks);
