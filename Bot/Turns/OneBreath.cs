using System.Text.RegularExpressions;
using Milestones.Features.Goals;
using Milestones.Language;
using Milestones.Language.Parts;
using Milestones.Language.Reports;
using Milestones.School;

namespace Milestones.Turns;

/// <summary>
/// A line that does several things: "yes that fits. i read 2 more. can my mom see this?" is a yes, a report and a
/// question, each heard by itself in its turn. What belongs together stays together: a report with its story and the
/// feeling about it, an answer with its reason.
/// </summary>
internal static partial class OneBreath
{
    private const int Longest = 400;

    /// <summary>More things at once are heard as one.</summary>
    private const int Most = 4;

    /// <summary>What is less sure begins nothing of its own.</summary>
    private const float Sure = 0.65f;

    /// <summary>
    /// What is made of a line that does several things: each heard in its turn, as if it had come by itself. What is
    /// asked again in between is left out, the last asks. Null for a line that does one thing.
    /// </summary>
    public static TurnResult<Person>? Hear(
        TurnContext<Person> context,
        Func<TurnContext<Person>, TurnResult<Person>> hear
    )
    {
        var things = Of(context);
        if (things is [{ Act: null } only] && only.Text.Length == context.Heard.Text.Length)
            return null;
        TurnResult<Person>? all = null;
        GoalQuestion? asked = null;
        foreach (var (number, thing) in things.Index())
        {
            var head = all?.Person ?? context.Person;
            if (head.Question is { } question && !ReferenceEquals(question, context.Person.Question))
            {
                // What was asked of the thing before is not answered in the same breath.
                (asked, head) = (question, head with { Question = null });
            }

            var next = hear(
                context with
                {
                    Head = head,
                    Turn = context.Turn.Thing(number),
                    Heard = context.Read(thing.Text, thing.Act),
                }
            );
            if (things.Count > 1 && !thing.Asks && IsPassing(next, head))
                continue;
            all = all is null ? next : Dialogs.WithoutDraft(Dialogs.WithoutQuestion(all, context), next).Then(next);
        }

        return all is { Person.Question: null } && asked is not null
            ? all with
            {
                Head = all.Person with { Question = asked },
            }
            : all;
    }

    /// <summary>Told in passing, and nothing came of it: what stands beside it is answered.</summary>
    private static bool IsPassing(TurnResult<Person> next, Person before) =>
        next.Messages.Count == 0
        && before.Dialog is not Drafting
        && (ReferenceEquals(next.Person, before) || next.Person.Unsure is not null);

    /// <summary>What the line does, one text each; a single one where it does one thing.</summary>
    private static IReadOnlyList<OneThing> Of(TurnContext<Person> context)
    {
        var text = context.Heard.Text;
        if (text.Length > Longest || SureAct.TellsWhatHelps(context))
            return [new(text, Asks: false)];
        if ((YesAndMore(context) ?? OfTwoGoals(context)) is { } both)
            return both;
        var read = LineParts.Of(context);
        var goals = context.Person.Goals.Count(goal => goal.IsActive);
        var things = new List<Thing>();
        for (var at = 0; at < read.Parts.Count; at++)
        {
            var part = read.Parts[at];
            var kind = part.Share >= Sure ? KindOf(part.Act) : Kind.Light;
            if (kind == Kind.Answer && !IsAsked(context.Person))
                kind = Kind.Light;
            var numbers = read.Numbers.Where(one => one.Part == at).ToList();
            var next = new Thing(
                kind,
                part.Act,
                part.Start,
                part.Share >= Sure
                    && numbers.Count == 0
                    && part.Act is PartAct.Ack or PartAct.Hello or PartAct.Chat or PartAct.Explain,
                numbers.Exists(one => one.Role is NumberRole.Now or NumberRole.Add)
            );
            if (things.Count > 0 && (kind == Kind.Light || IsDayOf(things[^1], text[part.Start..part.End])))
                continue;
            if (things.Count == 0 || Parts(things[^1], next, goals))
                things.Add(next);
            else if (things[^1].Kind == Kind.Light)
                things[^1] = Behind(things[^1], next);
        }

        if (things.Count is 0 or > Most)
            return [new(text, Asks: false)];
        var several = things.Count > 1;
        if (several && context.Person.Dialog is ReviewingDraft && read.Parts.Any(IsNotYet))
            things.RemoveAll(thing => thing.Act == PartAct.Yes);
        if (things.Count == 0)
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
                            thing.Kind is Kind.Question or Kind.Request,
                            several && thing.Kind != Kind.Light ? thing.Act : null
                        )
                    )
            )
            .Where(one => one.One.Text.Length > 0);
        // "Why do you ask" is about the question that is open now, not about the next.
        return context.Person.Dialog is Asking
            ? [.. said.OrderBy(one => one.Act is PartAct.AskWhy or PartAct.AskWhat ? 0 : 1).Select(one => one.One)]
            : [.. said.Select(one => one.One)];
    }

    /// <summary>"Good but also the oven timer": what is to be changed first is not saved in the same breath.</summary>
    private static bool IsNotYet(SaidPart part) =>
        part.Share >= Sure
        && (
            PartFamilies.Of(part.Act) is PartFamily.Right
            || part.Act
                is PartAct.Later
                    or PartAct.ChangeNumber
                    or PartAct.ChangeDate
                    or PartAct.ChangePlan
                    or PartAct.ChangeTitle
                    or PartAct.Easier
                    or PartAct.Delete
        );

    /// <summary>"Pause till october 9": the number is of the day.</summary>
    private static bool IsDayOf(Thing last, string words) =>
        last.Act is PartAct.Pause or PartAct.Stop or PartAct.ChangeDate or PartAct.Deadline
        && words.All(c => char.IsAsciiDigit(c) || char.IsPunctuation(c));

    /// <summary>Whether something else begins, or news of another goal.</summary>
    private static bool Parts(Thing last, Thing next, int goals) =>
        last.Kind != Kind.Light && (last.Kind != next.Kind || (goals > 1 && next.IsNews && last.IsNews));

    /// <summary>"Ok. whats a smart goal": what was said in passing is no part of the question; a feeling is.</summary>
    private static Thing Behind(Thing light, Thing next) =>
        light.IsPassing && next.Kind is Kind.Question or Kind.Request ? next : next with { Start = light.Start };

    /// <summary>One thing that a line does.</summary>
    /// <param name="IsPassing">A word in passing that nothing is lost without.</param>
    /// <param name="HasNumber">Whether a number in it is where a goal stands.</param>
    private sealed record Thing(Kind Kind, PartAct Act, int Start, bool IsPassing, bool HasNumber)
    {
        /// <summary>News of one goal: of two goals two.</summary>
        public bool IsNews => Kind == Kind.Report && HasNumber;
    }

    /// <summary>"Looks fine. can i have a 2nd one": a yes to the steps shown, and what stands behind it.</summary>
    private static IReadOnlyList<OneThing>? YesAndMore(TurnContext<Person> context) =>
        context.Person.Dialog is ReviewingMilestones
        && TwoInOne.Parts(context.Heard.Text) is var (first, then)
        && RestingWords.OfSteps(context with { Heard = context.Read(first) }) == YesNo.Yes
            ? [new(first, Asks: true), new(then, Asks: true)]
            : null;

    /// <summary>
    /// "Got a 70 in math and i read 2 more books": news of one goal on each side of what joins them. Null for any other
    /// line.
    /// </summary>
    private static IReadOnlyList<OneThing>? OfTwoGoals(TurnContext<Person> context)
    {
        var text = context.Heard.Text;
        if (context.Person.Goals.Count(goal => goal.IsActive) < 2 || context.Person.Dialog is Drafting)
            return null;
        foreach (Match joint in Joins().Matches(text))
        {
            var (first, then) = (text[..joint.Index].Trim(), text[(joint.Index + joint.Length)..].Trim());
            if (Of(first) is { } one && Of(then) is { } other && one != other)
                return [new(first, Asks: false), new(then, Asks: false)];
        }

        return null;

        string? Of(string half) =>
            GoalMatching.Fit(context.Read(half), context.Person.Goals)
                is [{ Report: Report.Value or Report.Change, Named: > 0 } news]
                ? news.Goal.Id
                : null;
    }

    [GeneratedRegex(
        @"\s*(?:[,;.!]+\s+(?:and |y )?|\band\b|\by\b)\s*",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Joins();

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
            PartAct.Fix => Kind.Correction,
            PartAct.Undo => Kind.Request,
            _ => PartFamilies.Of(act) switch
            {
                PartFamily.Question => Kind.Question,
                PartFamily.Wish => Kind.Request,
                PartFamily.News => Kind.Report,
                PartFamily.Answer or PartFamily.Decision => Kind.Answer,
                _ => Kind.Light,
            },
        };
}

/// <summary>One thing of several in a line.</summary>
/// <param name="Asks">It asks or requests something: an answer is owed.</param>
/// <param name="Act">What it surely does within the line; null where that is not sure.</param>
internal sealed record OneThing(string Text, bool Asks, PartAct? Act = null);
