using System.Globalization;
using System.Text.RegularExpressions;
using Milestones.Language;
using Milestones.Language.Parts;
using Milestones.Language.Reports;
using Milestones.School;
using Milestones.Views;

namespace Milestones.Features.Goals;

/// <summary>
/// A number that was logged a moment ago is put right, in words or by editing the message: it takes the place of the
/// wrong one, and nothing is asked about a step back that was none.
/// </summary>
internal static partial class ReportCorrections
{
    /// <summary>
    /// "Wait, it's 3 not 4" after 4 was logged, "that's just the lab, my grade is still a C-", "not an F, fix that".
    /// Null where the words correct something else.
    /// </summary>
    public static TurnResult<Person>? Said(TurnContext<Person> context)
    {
        if (context.Person.Dialog is not Drafting && Stands(context) is { } stands)
            return stands;
        if (BackTo(context) is { } back)
            return back;
        if (LastOf(context.Person.LastEntry, context) is not { Progress: [.., { Value: { } logged } last] } goal)
            return null;
        if (
            Replacement.Of(context.Heard.Text) is var (now, before)
            && Number(before) == logged
            && Number(now) is { } right
            && right != logged
        )
        {
            return Again(goal, right, adds: false, context);
        }

        if (
            (
                WordCount.Of(context.Heard.Text) is > 1 and <= MostWordsToUndo
                || (
                    BeginsToUndo().IsMatch(context.Heard.Text)
                    && WordCount.Of(context.Heard.Text) <= 2 * MostWordsToUndo
                )
            )
            && Undoes().IsMatch(context.Heard.Text)
            && (context.Person.LastSaid?.Entry == last.Id || Standing().IsMatch(context.Heard.Text))
        )
        {
            // "Undo. 68 is my math grade" names no other number; "undo, it was 70" does.
            return Anew(goal, logged, context.Heard, context) ?? ProgressHandler.Undo(goal, last.Id, context);
        }

        var said = WithoutDenied(goal, logged, context);
        return
            last.On >= context.Today.AddDays(-1) && (said is not null || TakesBack(context)) && !AsksForChange(context)
            ? Anew(goal, logged, context.Read(said ?? context.Heard.Text), context)
            : null;

        double? Number(string words) =>
            StatedNumbersReader
                .Read(words, NumbersAsked.Baseline, goal.Sentence, context.Heard.Language)
                .Baseline?.Value
            ?? AnswerReader.ReadBaseline(words, context.Heard.Language)?.Value;
    }

    /// <summary>
    /// Right after a number was logged a line surely puts it right: the number that it says is now takes its place;
    /// where it says none, the wrong one is taken back. Null where no number was logged.
    /// </summary>
    public static TurnResult<Person>? PutRight(TurnContext<Person> context)
    {
        if (LastOf(context.Person.LastEntry, context) is not { Progress: [.., { Value: { } logged } last] } goal)
            return null;
        var without = Progress.Undo(goal);
        var said = context.Heard.Parts(SettingOf.Goal(without, PartPlace.Logged));
        return said.Numbers.LastOrDefault(number =>
            number is { Role: NumberRole.Now or NumberRole.Add or NumberRole.Start, Share: >= Likely }
            && number.Value != logged
        ) switch
        {
            { Role: NumberRole.Add } more => Again(goal, more.Value, adds: true, context),
            { } now => Again(goal, now.Value, adds: false, context),
            null => ProgressHandler.Undo(goal, last.Id, context),
        };
    }

    /// <summary>
    /// "It still says 1, make it 0", where 1 is where it stands: the number now is put right, not what is aimed at.
    /// Null where no goal stands at the number named.
    /// </summary>
    public static TurnResult<Person>? Stands(TurnContext<Person> context) =>
        Says().Match(context.Heard.Text) is { Success: true } says
        && double.TryParse(says.Groups["old"].ValueSpan, CultureInfo.InvariantCulture, out var old)
        && double.TryParse(says.Groups["now"].ValueSpan, CultureInfo.InvariantCulture, out var now)
        && context.Person.Goals.Where(goal => goal.IsActive && goal.Current == old).ToList() is [var goal]
        && goal.Measure.Target != old
            ? ReportHandler.Logged(goal, now, adds: false, context.Today, context.Heard.Text, context)
            : null;

    [GeneratedRegex(
        @"\b(?:says?|saying|shows?|write|wrote|put|have|dice|sale|pusiste|escribiste) (?<old>\d+(?:\.\d+)?)%?\W.*?"
            + @"\b(?:make it|should be|it'?s|its|it was|is|was|change it to|put|ponle|debe ser|es|son|era)"
            + @" (?<now>\d+(?:\.\d+)?)",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Says();

    /// <summary>"Go back to 6": the last number was wrong, and this one is right.</summary>
    private static TurnResult<Person>? BackTo(TurnContext<Person> context) =>
        Back().Match(context.Heard.Text) is { Success: true } back
        && double.TryParse(back.Groups["now"].ValueSpan, CultureInfo.InvariantCulture, out var number)
        && LastOf(context.Person.LastEntry, context) is { Progress: [.., { Value: { } logged } last] } goal
        && number != logged
        && goal.Measure.Unit is not "letter_grade"
        // "Change it back to 480", where 480 was the goal: not how it goes.
        && number != goal.Measure.Target
        && number != context.Person.LastAct?.Before.Measure.Target
            ? Progress.Undo(goal).Current == number
                ? ProgressHandler.Undo(goal, last.Id, context)
                : Again(goal, number, adds: false, context)
            : null;

    [GeneratedRegex(
        @"\b(?:go|put it|change it) back to (?<now>\d+(?:\.\d+)?)|\b(?:reg[ré]sa\w*"
            + @"|vuelve) a(?:l)? (?<now>\d+(?:\.\d+)?)",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Back();

    /// <summary>"Undo that, i have 0 done": says where it stands.</summary>
    [GeneratedRegex(
        @"\b(?:i have|i got|it'?s|its|it was|i'?m at|tengo|llevo|son|fueron) (?:only |just |like |solo )?\d",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Standing();

    /// <summary>What is said of the number now; without one the wrong one is taken back.</summary>
    private static TurnResult<Person>? Anew(
        Goal goal,
        double logged,
        Conversations.Heard heard,
        TurnContext<Person> context
    )
    {
        var without = Progress.Undo(goal);
        return GoalMatching.ReportOf(without, heard) switch
        {
            Report.Value { Number: var number } when number == logged => null,
            Report.Value value when value.Number != without.Current => Again(goal, value.Number, adds: false, context),
            // "No it was 195" after 185: of the same kind as the number that was wrong, a total or what was added.
            Report.Change change
                when change.Delta > 0 && Math.Abs(change.Delta - logged) < Math.Abs(change.Delta - Added(without)) =>
                Again(goal, change.Delta, adds: false, context),
            // "I did not read 5, i read 2" after 5 cannot be 5 again: 2 is where it stands.
            Report.Change change when change.Delta > 0 => Again(
                goal,
                change.Delta,
                adds: (without.Current ?? 0) + change.Delta != logged,
                context
            ),
            // "Got 68 on the second quiz... i failed again" is news, and takes nothing back.
            _ when IsNews(context) => null,
            _ => ProgressHandler.Undo(goal, goal.Progress[^1].Id, context),
        };

        double Added(Goal before) => logged - (before.Current ?? 0);
    }

    /// <summary>
    /// The words without the number that they deny, as it was logged: "no 7 no, fueron 3"; null where they deny none.
    /// </summary>
    private static string? WithoutDenied(Goal goal, double logged, TurnContext<Person> context)
    {
        var text = context.Heard.Text;
        string[] written = [Quantities.Say(logged, goal.Measure.Unit, context.Voice), context.Voice.Number(logged)];
        var number = string.Join('|', written.Distinct(StringComparer.Ordinal).Select(Regex.Escape));
        var without = Regex.Replace(
            text,
            $@"\b(?:not?|isn'?t|wasn'?t|never|didn'?t \p{{L}}+|did not \p{{L}}+)\s+(?:es |was |is |an? )?"
                + $@"(?:{number})(?![\w+-])(?:\s+no\b)?"
                + $@"|(?<![\w])(?:{number})(?![\w+-])\s+(?:no|not)\b(?: (?:es|was|is))?",
            " ",
            RegexOptions.IgnoreCase,
            Longest
        );
        return without == text ? null : LeadingNo().Replace(without, string.Empty, 1);
    }

    private const int MostWordsToUndo = 12;

    /// <summary>"Deshaz lo de ahora, son 6 todavía": more may stand behind it.</summary>
    [GeneratedRegex(
        @"^\W*(?:(?:no+|wait|ok|please|pls|espera|porfa)[\s,.!]+)*(?:undo|deshaz|b[oó]rralo|qu[ií]talo|go back to \d)",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex BeginsToUndo();

    [GeneratedRegex(
        @"\b(?:undo|deshaz|deshacer|b[oó]rralo|qu[ií]talo|go back to)\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Undoes();

    [GeneratedRegex(
        @"^\W*(?:no+|nope|what|wait|q|que)\b[\s,.?!]*",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex LeadingNo();

    /// <summary>A sentence is short; nothing it holds keeps the search going.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Says that what was logged is wrong. "Change it to 3" does so right after 3 was not what was logged, and else
    /// changes the goal.
    /// </summary>
    private static bool TakesBack(TurnContext<Person> context) =>
        !Complains(context.Heard.Text) && (Wrong().IsMatch(context.Heard.Text) || PutsRight(context));

    /// <summary>"Can i change it to 4 kids, 5 is kinda a lot": of the goal, and not of what was logged.</summary>
    private static bool AsksForChange(TurnContext<Person> context) =>
        Has(context, act => act is PartAct.ChangeNumber or PartAct.Easier or PartAct.ChangeDate or PartAct.ChangePlan);

    private static bool IsNews(TurnContext<Person> context) =>
        Has(context, act => act is PartAct.Gain or PartAct.Setback or PartAct.Effort or PartAct.Feeling)
        && !Has(context, act => act is PartAct.Fix or PartAct.Undo or PartAct.Protest);

    private static bool Has(TurnContext<Person> context, Func<PartAct, bool> acts) =>
        context.Heard.Parts(SettingOf.Person(context.Person)).Parts.Any(part => acts(part.Act) && part.Share >= Likely);

    /// <summary>From this share on a part is rather this than anything else.</summary>
    private const float Likely = 0.5f;

    /// <summary>"That's not what i asked", "why did u take it back": nothing more is taken back.</summary>
    public static bool Complains(string text) => Complaint().IsMatch(text);

    [GeneratedRegex(
        @"\b(?:asked|why (?:did|do|would)|pregunt\w+|por ?qu[eé] (?:lo|la|me|quitaste|borraste))\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Complaint();

    private static bool PutsRight(TurnContext<Person> context) =>
        (
            context.Person.LastSaid?.Entry == context.Person.LastEntry
            && (
                (ChangeTo().IsMatch(context.Heard.Text) && context.Heard.Text.Any(char.IsAsciiDigit))
                || Denies().IsMatch(context.Heard.Text)
            )
            && !OfGoal().IsMatch(context.Heard.Text)
        );

    /// <summary>"No it was 3", "wait i meant 70": right after a number was logged, another takes its place.</summary>
    [GeneratedRegex(
        @"^\W*(?:(?:no+|nope|wait|what|oops|sorry|espera|perd[oó]n|ay)[\s,.!?]+)+"
            + @"(?:(?:it|its|that|thats|they|i|eso|ya)\b[\s']*)?(?:\p{L}+\s+)?"
            + @"(?:like |about |only |just |an? |como |solo )*[\p{L}]?\d"
            + @"|^\W*(?:it'?s|its|i) (?:only|just) (?:\p{L}+ )?\d|^\W*(?:solo|nom[aá]s) (?:es|son|fue|fueron"
            + @"|llevo|tengo) \d"
            + @"|^\W*(?:no+|wait|what)\b[\s,.!?]+i (?:didn'?t|did not|haven'?t) \p{L}+",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Denies();

    [GeneratedRegex(
        @"\b(?:fix (?:that|it)|that'?s wrong|it'?s wrong|(?:that'?s|it'?s) not (?:right|my|the|what)|wrong number"
            + @"|still say(?:s|ing)|not what i said|typo|take (?:that|it) (?:off|out|away|back)|is (?:a|the) time\b"
            + @"|(?:that'?s|it'?s|was) just (?:the|that|a|one) (?:quiz|lab|test|hw|homework|project"
            + @"|essay)|my (?:actual|real) \w+ is|sigue mal|est[aá] mal|sigue diciendo|no es (?:eso|as[ií]|mi)"
            + @"|me equivoqu[eé]|no fue(?:ron)? es[eoa]s?|eso no es)\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Wrong();

    [GeneratedRegex(
        @"\b(?:(?:change|make|put) (?:it|that) (?:to|as|back)?|c[aá]mbia(?:lo|la)? a|ponle|pon)\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex ChangeTo();

    [GeneratedRegex(
        @"\b(?:goal|target|back to|instead|easier|harder|smaller|meta|m[aá]s f[aá]cil|mejor|en vez)\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex OfGoal();

    /// <summary>
    /// The last report in other words, as an edited message has them. Null where the last thing said was no number of a
    /// goal, or the new words are none.
    /// </summary>
    public static TurnResult<Person>? Edited(TurnContext<Person> context)
    {
        if (LastOf(context.Person.LastSaid?.Entry, context) is not { Progress: [.., { Value: { } logged }] } goal)
            return null;
        var without = Progress.Undo(goal);
        return GoalMatching.ReportOf(without, context.Heard) switch
        {
            Report.Value value when value.Number != logged => Again(goal, value.Number, adds: false, context),
            Report.Change change when (without.Current ?? 0) + change.Delta != logged => Again(
                goal,
                change.Delta,
                adds: true,
                context
            ),
            _ => null,
        };
    }

    /// <summary>
    /// The goal whose last entry this is, where that has a number; a note made of it since, today, is left out.
    /// </summary>
    private static Goal? LastOf(string? entry, TurnContext<Person> context) =>
        entry is not null
        && context.Person.Goals.FirstOrDefault(goal => goal.Progress is [.., var last] && last.Id == entry) is { } found
        && WithoutNotes(found, context.Today) is { Progress: [.., { Value: not null }] } told
            ? told
            : null;

    private static Goal WithoutNotes(Goal goal, DateOnly today) =>
        goal.Progress is [.., { Value: null } note] && note.On == today
            ? WithoutNotes(Progress.Undo(goal), today)
            : goal;

    private static TurnResult<Person> Again(Goal goal, double value, bool adds, TurnContext<Person> context)
    {
        var without = Progress.Undo(goal);
        return ReportHandler.Logged(
            without,
            value,
            adds,
            goal.Progress[^1].On,
            context.Heard.Text,
            context with
            {
                Head = context.Person.WithGoal(without),
            }
        );
    }
}
