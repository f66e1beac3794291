using System.Globalization;
using System.Text.RegularExpressions;
using Milestones.Language;
using Milestones.Language.Parts;
using Milestones.Language.Reports;
using Milestones.School;
using Milestones.Views;

namespace Milestones.Features.Coaching;

/// <summary>
/// What the fitted reader of parts is sure the numbers of an answer stand for: where it begins, where it is to go, or
/// nothing of this goal.
/// </summary>
internal static partial class NumbersHeard
{
    /// <summary>From this share on a reading outweighs the rules'.</summary>
    private const float Sure = 0.8f;

    /// <summary>A part is this surely no other than one that tells or corrects numbers.</summary>
    private const float Told = 0.75f;

    /// <summary>From this share on a number alone is taken for the other end.</summary>
    private const float Surely = 0.9f;

    /// <summary>"3 times a week" alone is what was offered to tap; "i do it 3 times a week" is how it goes.</summary>
    [GeneratedRegex(
        @"\b(?:i|im|i'?m|i'?ve|ive|i'?d|my|now|rn|we|currently|yo|tengo|saco|voy|llevo|hago|estoy|ahora|quiero"
            + @"|me|mi)\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex TellsOfSelf();

    private const string Letters = "letter_grade";

    /// <summary>The numbers of an answer again, with what each is surely taken for.</summary>
    public static StatedNumbers Settle(
        StatedNumbers stated,
        GoalDraft draft,
        string text,
        PartPlace place,
        TextLanguage language
    )
    {
        var read = PartReader.Read(text, language, SettingOf.Draft(draft, place));
        var (start, target) = (One(read, IsStart), One(read, IsTarget));
        if (start is not null && target is not null && start.Value != target.Value)
        {
            return stated with { Baseline = Quantity(start, stated), Target = Quantity(target, stated) };
        }

        if (
            start is { Share: >= Surely }
            && target is null
            && stated is { Baseline: null, Target: { } aimed }
            && aimed.Value == start.Value
            && TellsOfSelf().IsMatch(text)
        )
        {
            return stated with { Target = null, Baseline = aimed };
        }

        if (
            target is { Share: >= Surely }
            && start is null
            && stated is { Target: null, Baseline: { } now }
            && now.Value == target.Value
            && TellsOfSelf().IsMatch(text)
        )
        {
            return stated with { Target = now, Baseline = null };
        }

        if (
            start is { Share: >= Surely }
            && target is null
            && stated is { Baseline: { } other, Target: { } end }
            && end.Value == start.Value
        )
        {
            // "I went 7:52. coach says 7:30 gets me into champs": the one they are at is no end.
            return stated with { Baseline = end, Target = other };
        }

        if (
            stated is { Baseline: { } score, Target: { } total }
            && Total().Match(text) is { Success: true } of
            && double.TryParse(of.Groups["total"].ValueSpan, CultureInfo.InvariantCulture, out var all)
            && all == total.Value
        )
        {
            // "I got a 9. out of 20" is where they are, and not where to.
            return stated with { Baseline = score with { Unit = OutOf.Unit(all) }, Target = null };
        }

        return new(
            Rather(stated.Target, target, IsTarget, read, stated),
            Rather(stated.Baseline, start, IsStart, read, stated),
            stated.Corrects
        );
    }

    /// <summary>
    /// What the rules take a number for, unless it surely is another's: "six. no seven" names the last, "10 cause i
    /// have 10 fingers" names one end.
    /// </summary>
    private static Quantity? Rather(
        Quantity? byRule,
        SaidNumber? surely,
        Func<NumberRole, bool> stands,
        PartReading read,
        StatedNumbers stated
    ) =>
        byRule is null
            ? surely is { Share: >= Surely } && stated is { Target: null, Baseline: null }
                ? Quantity(surely, stated)
                : null
        : surely is not null && surely.Value != byRule.Value && IsOther(read, byRule, stands) ? Quantity(surely, stated)
        : IsNone(read, byRule) ? null
        : stated.Target?.Value == stated.Baseline?.Value && surely is null && IsOther(read, byRule, stands) ? null
        : byRule;

    /// <summary>Every number of this value is read, and surely none stands for this.</summary>
    private static bool IsOther(PartReading read, Quantity quantity, Func<NumberRole, bool> stands) =>
        read.Numbers.Where(number => number.Value == quantity.Value).ToList() is { Count: > 0 } alike
        && alike.TrueForAll(number => number.Share >= Told && !stands(number.Role));

    /// <summary>Whether an answer surely says where one stands, whatever day stands beside it.</summary>
    public static bool TellsStart(GoalDraft draft, string text, TextLanguage language) =>
        One(PartReader.Read(text, language, SettingOf.Draft(draft, PartPlace.AskNow)), IsStart) is not null;

    [GeneratedRegex(@"\bout of (?<total>\d+)\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Total();

    /// <summary>
    /// The draft with both ends as the words tell them: "now 2, i want 5". Null where they do not tell both.
    /// </summary>
    public static GoalDraft? BothEnds(GoalDraft draft, TurnContext<Person> context) =>
        context.Heard.Parts(SettingOf.Draft(draft, PartPlace.AskNow)) is var read
        && (One(read, IsStart), One(read, IsTarget)) is ({ } start, { } target)
        && start.Value != target.Value
        && (start.Look == Look.Letter, target.Look == Look.Letter) is var letters
        && letters == (draft.Measure.Unit == Letters, draft.Measure.Unit == Letters)
            ? Corrections.With(
                draft,
                OfClock(draft.Measure with { Baseline = start.Value, Target = target.Value }, start),
                context
            )
            : null;

    /// <summary>
    /// The draft with its numbers put right, and what now stands there; null where no number is surely put right.
    /// </summary>
    public static (GoalDraft Draft, string Now)? Corrected(GoalDraft draft, TurnContext<Person> context)
    {
        var measure = draft.Measure;
        if (measure is { Target: null, Baseline: null })
            return null;
        var read = context.Heard.Parts(SettingOf.Person(context.Person));
        // "Its gonna be 12 pages and i got 2 done" tells both ends, and needs no word that says what is wrong.
        if (
            !(One(read, IsStart) is not null && One(read, IsTarget) is not null)
            && (
                !read.Parts.Any(part => part.Act is PartAct.Fix or PartAct.ChangeNumber && part.Share >= Told)
                || !PutsRight().IsMatch(context.Heard.Text)
            )
        )
        {
            return null;
        }

        var (start, target) = InPlaceOf(read, measure) ?? (One(read, IsStart), One(read, IsTarget));
        if ((start ?? target) is not { } any || (any.Look == Look.Letter) != (measure.Unit == Letters))
            return null;
        var changed = (start?.Value, target?.Value) switch
        {
            ({ } from, { } to) when from != to => measure with { Baseline = from, Target = to },
            // What stood at the other end was told of this one: they change places.
            ({ } from, null) when from != measure.Baseline => measure with
            {
                Baseline = from,
                Target = from == measure.Target ? measure.Baseline : measure.Target,
            },
            (null, { } to) when to != measure.Target => measure with
            {
                Target = to,
                Baseline = to == measure.Baseline ? measure.Target : measure.Baseline,
            },
            _ => measure,
        };
        changed = changed == measure ? measure : OfClock(changed, any);
        return changed == measure || changed.Baseline == changed.Target || OfOtherPart(draft, read, context)
            ? null
            : (
                Corrections.With(draft, changed, context),
                Quantities.Say(target is null ? changed.Baseline : changed.Target, changed.Unit, context.Voice)
            );
    }

    /// <summary>"Its 2:24 rn and i wanna get 2:05": times are times, whatever was counted before.</summary>
    private static Measure OfClock(Measure measure, SaidNumber told) =>
        told.Look == Look.Clock && measure.Unit is not ("minutes" or "hours" or "seconds")
            ? measure with
            {
                Unit = "seconds",
            }
            : measure;

    /// <summary>"10 obviously", "im super sure like 9": how sure, 1 to 10; null where no number says it.</summary>
    public static int? HowSure(TurnContext<Person> context) =>
        context
            .Heard.Parts(SettingOf.Person(context.Person))
            .Numbers.FirstOrDefault(number =>
                number is { Role: NumberRole.Sure, Share: >= Told, Value: >= 1 and <= 10 }
                && number.Value == Math.Floor(number.Value)
            )
            is { } sure
            ? (int)sure.Value
            : null;

    /// <summary>
    /// How sure an answer says they are, 1 to 10: "was 4 yesterday, today 7", "60 percent". Null where no number says
    /// it.
    /// </summary>
    public static int? HowSure(GoalDraft draft, string text, TextLanguage language) =>
        PartReader
            .Read(text, language, SettingOf.Draft(draft, PartPlace.AskSure))
            .Numbers.LastOrDefault(number => number is { Role: NumberRole.Sure, Share: >= Likely, Value: >= 1 })
            is { } sure
            ? sure.Value switch
            {
                <= Most => (int)Math.Floor(sure.Value),
                _ when text.Contains('%', StringComparison.Ordinal) || Percent().IsMatch(text) => Math.Clamp(
                    (int)Math.Round(sure.Value / Most),
                    1,
                    Most
                ),
                _ => Most,
            }
            : null;

    private const int Most = 10;

    [GeneratedRegex(@"\b(?:percent|por ?ciento)\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Percent();

    /// <summary>The number put right stands in the plan, or a plan, a reason or a day is spoken of.</summary>
    private static bool OfOtherPart(GoalDraft draft, PartReading read, TurnContext<Person> context) =>
        DraftWords.Names(context.Heard.Text) is Fields.Plan or Fields.Reason or Fields.Deadline
        || LeftOut().IsMatch(context.Heard.Text)
        || read.Numbers.Any(number =>
            number.Role == NumberRole.Denied
            && number.Value != draft.Measure.Target
            && number.Value != draft.Measure.Baseline
        );

    /// <summary>
    /// "Pues 7. guardala" puts nothing right: some word says which number is meant, or that one is wrong.
    /// </summary>
    [GeneratedRegex(
        @"\b(?:no+|not|nope|wrong|goal|want|wanna|should|supposed|must|now|start|from|to|meant|said|instead|change|make"
            + @"|backwards?|target|finish|end|meta|quiero|debe|ahora|de|a|cambia\w*|ponle?|dije|empiezo|mal"
            + @"|al rev[eé]s)\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex PutsRight();

    /// <summary>
    /// "Thats 9 not 7": the one other number takes the place of the denied one; null where none of the goal's is
    /// denied.
    /// </summary>
    private static (SaidNumber? Start, SaidNumber? Target)? InPlaceOf(PartReading read, Measure measure)
    {
        var denied = read.Numbers.FirstOrDefault(number =>
            number is { Role: NumberRole.Denied, Share: >= Likely }
            && (number.Value == measure.Baseline || number.Value == measure.Target)
        );
        return
            denied is not null
            && read.Numbers.Where(number => number.Value != denied.Value).ToList() is [var right]
            && right.Role is NumberRole.Start or NumberRole.Now or NumberRole.Target
            ? denied.Value == measure.Baseline
                ? (right, null)
                : (null, right)
            : null;
    }

    private const float Likely = 0.5f;

    /// <summary>"It left out counting to ten": words of the plan.</summary>
    [GeneratedRegex(
        @"\b(?:left out|leaves out|forgot|missing|cut off|falta|falt[oó]|olvidaste|quitaste)\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex LeftOut();

    private static bool IsStart(NumberRole role) => role is NumberRole.Start or NumberRole.Now;

    private static bool IsTarget(NumberRole role) => role is NumberRole.Target;

    /// <summary>The last number that surely stands for this, where all that do are alike or it corrects them.</summary>
    private static SaidNumber? One(PartReading read, Func<NumberRole, bool> stands)
    {
        SaidNumber? found = null;
        foreach (var number in read.Numbers)
        {
            if (number.Share >= Sure && stands(number.Role))
                found = number;
        }

        return found;
    }

    /// <summary>Surely a number of something else.</summary>
    private static bool IsNone(PartReading read, Quantity? quantity) =>
        quantity is not null
        // A number alone is the answer, whatever else it could be.
        && read.Parts is [{ } first, ..]
        && (read.Parts.Count > 1 || first.End - first.Start > Alone)
        && read.Numbers.Where(number => number.Value == quantity.Value).ToList() is { Count: > 0 } alike
        && alike.TrueForAll(number =>
            number.Share >= Sure && number.Role is NumberRole.Sure or NumberRole.Denied or NumberRole.Other
        );

    /// <summary>Characters of an answer that says nothing but its number: "at least 80%".</summary>
    private const int Alone = 24;

    private static Quantity Quantity(SaidNumber number, StatedNumbers stated) =>
        new(
            number.Value,
            number.Look == Look.Letter ? Letters
                : stated.Target?.Value == number.Value ? stated.Target.Unit
                : stated.Baseline?.Value == number.Value ? stated.Baseline.Unit
                : stated.Target?.Unit ?? stated.Baseline?.Unit
        );
}
