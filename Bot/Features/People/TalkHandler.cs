using System.Text.RegularExpressions;
using Milestones.Conversations;
using Milestones.Language;
using Milestones.Language.Wanted;
using Milestones.Localization;
using Milestones.School;
using Milestones.Views;

namespace Milestones.Features.People;

/// <summary>
/// Answers to what is asked of the coach itself: who sees this, what is kept, what a word means, how somebody feels.
/// </summary>
internal static partial class TalkHandler
{
    /// <summary>The words of coaching that can be asked about, each with the text that explains it.</summary>
    private static readonly (string Words, string Text)[] Terms =
    [
        ("Word.Smart", "Means.Smart"),
        ("Word.Specific", "Means.Specific"),
        ("Word.Measurable", "Means.Measurable"),
        ("Word.Achievable", "Means.Achievable"),
        ("Word.Relevant", "Means.Relevant"),
        ("Word.School", "Means.School"),
        ("Word.RaiseBar", "Means.RaiseBar"),
        ("Word.BreakDown", "Means.BreakDown"),
        ("Word.OnTrack", "Means.OnTrack"),
        ("Word.UpFrom", "Means.UpFrom"),
        ("Word.Way", "Means.Way"),
        ("Word.Draft", "Means.Draft"),
        ("Word.CheckIn", "Means.CheckIn"),
        ("Word.TimeBound", "Means.TimeBound"),
        ("Word.Milestone", "Means.Milestone"),
        ("Word.Baseline", "Means.Baseline"),
        ("Word.Obstacle", "Means.Obstacle"),
        ("Word.Confidence", "Means.Confidence"),
        ("Word.Reflection", "Means.Reflection"),
        ("Word.Close", "Means.Close"),
        ("Word.Streak", "Means.Streak"),
        ("Word.Trend", "Means.Trend"),
        ("Word.Pace", "Means.Pace"),
        ("Word.Average", "Means.Average"),
        ("Word.Percent", "Means.Percent"),
        ("Word.Setback", "Means.Setback"),
        ("Word.Hold", "Means.Hold"),
        ("Word.Next", "Means.Next"),
        ("Word.Log", "Means.Log"),
        ("Word.Target", "Means.Target"),
        ("Word.Bar", "Means.Bar"),
        ("Word.Fit", "Means.Fit"),
        ("Word.Plan", "Means.Plan"),
        ("Word.Step", "Means.Step"),
        ("Word.GoalCoach", "Coach.What"),
        ("Word.Goal", "Means.Goal"),
    ];

    /// <summary>
    /// What a word of coaching means. Null where none is named while a question is open: then the question itself is
    /// meant, and whoever asked it explains it.
    /// </summary>
    public static TurnResult<Person>? Explain(TurnContext<Person> context)
    {
        var term = Term(context.Heard.Text);
        // "How would i even measure that" at the question for a number is about the question.
        if (term.Text == "Means.Measurable" && context.Person.Dialog is AskingMeasure or AskingBaseline)
            return null;
        return term.Text is "Means.Smart" && Smart(context) is { } smart ? smart
            : term.Text is { } text ? Say(context.Voice[text], "Suggest.Home", context)
            : context.Person.Dialog is null
                ? Say(
                    CoachAnswers.To(context.Heard.Text, context.Voice) ?? context.Voice["Coach.For"],
                    "Suggest.Home",
                    context
                )
            : null;
    }

    private static (string Words, string Text) Term(string text)
    {
        var asked = new AskedWords(text);
        return Terms.FirstOrDefault(one => asked.Have(one.Words));
    }

    /// <summary>
    /// "My teacher asked if its a smart goal?? whats that even": the word stands beside the question.
    /// </summary>
    public static TurnResult<Person>? OfSmartIn(string text, TurnContext<Person> context) =>
        new AskedWords(text).Have("Word.Smart")
            ? Smart(context) ?? Say(context.Voice["Means.Smart"], "Suggest.Home", context)
            : null;

    /// <summary>
    /// "Wdym raise the bar": asked of a word the coach used itself. Null for any other words: "what is my target" asks
    /// for a number.
    /// </summary>
    public static TurnResult<Person>? AsksTerm(TurnContext<Person> context) =>
        AsksMeaning().IsMatch(context.Heard.Text)
        && !OfOwn().IsMatch(context.Heard.Text)
        && Term(context.Heard.Text).Text is not null
            ? Explain(context)
            : null;

    [GeneratedRegex(
        @"\b(?:what(?:'?s| is| are)|qu[eé] (?:es|son)) (?:my|mis?)\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex OfOwn();

    [GeneratedRegex(
        @"^\W*(?:(?:um+|wait|ok(?:ay)?|but|and|so|huh|y|oye|pero)[\s,]+)*(?:wdym|wym|what (?:do|does|did|is|are)"
            + @"|what'?s|whats|qu[eé] (?:es|son|significa|quiere"
            + @" decir)|c[oó]mo que|a qu[eé] te refieres)\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex AsksMeaning();

    /// <summary>What SMART is, and what of it the goal has that they are making, or made last.</summary>
    private static TurnResult<Person>? Smart(TurnContext<Person> context)
    {
        var has =
            context.Person.Dialog is Drafting { Draft: var draft } ? draft.Present
            : context.Person.Goals.LastOrDefault(goal => goal.IsActive) is { } goal ? goal.Present
            : (Aspects?)null;
        if (has is not { } present)
            return null;
        var missing = AllAspects.Where(aspect => !present.HasFlag(aspect)).ToList();
        return Say(
            $"{context.Voice["Means.Smart.Short"]} "
                + (
                    missing.Count == 0
                        ? context.Voice["Means.Smart.Yours"]
                        : context.Voice.Say(
                            "Means.Smart.Lacks",
                            ("what", string.Join(", ", missing.Select(aspect => context.Voice[$"Smart.{aspect}"])))
                        )
                ),
            "Suggest.Home",
            context
        );
    }

    /// <summary>"So mine is one, right?", "is my goal smart": whether theirs is. Null for any other words.</summary>
    public static TurnResult<Person>? IsSmart(TurnContext<Person> context) =>
        OfMine().IsMatch(context.Heard.Text) && WordCount.Of(context.Heard.Text) <= MostWordsOfMine
            ? Smart(context)
            : null;

    private const int MostWordsOfMine = 8;

    private static readonly Aspects[] AllAspects =
    [
        Aspects.Specific,
        Aspects.Measurable,
        Aspects.Achievable,
        Aspects.Relevant,
        Aspects.TimeBound,
    ];

    [GeneratedRegex(
        @"\bmine (?:is )?(?:a |an )?(?:one|smart|good)\b|\bis mine\b|\b(?:is )?my goal (?:is )?(?:a )?smart\b"
            + @"|\bla m[ií]a (?:es|s[ií])\b|\bmi meta es smart\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex OfMine();

    /// <summary>Goals to take as they are; null while a question is open, which has examples of its own.</summary>
    public static TurnResult<Person>? Example(TurnContext<Person> context) =>
        context.Person.Dialog is null or AskingFirstWords or ReviewingMilestones
            ? new(context.Person, new Say(context.Voice["Example.Goals"], context.Voice.List("Suggest.FirstWords")))
            : null;

    /// <summary>
    /// "What even is a smart goal, give me one for anatomy": what it is, and some to look at. Null for any other words.
    /// </summary>
    public static TurnResult<Person>? AsksExample(TurnContext<Person> context) =>
        WordCount.Of(context.Heard.Text) <= MostWordsOfExample && WantsExample().IsMatch(context.Heard.Text)
            ? AsksSmart().IsMatch(context.Heard.Text) && Explain(context) is { } smart && Example(context) is { } some
                ? smart.Then(some)
                : Example(context)
            : null;

    private const int MostWordsOfExample = 25;

    [GeneratedRegex(
        @"\b(?:an?|another|one|some|me|see|need|un|unos|dame|ver) examples?\b|\b(?:un|unos|dame|ver|otro) ejemplos?\b"
            + @"|\bsmart goal\b.*\bgive me one\b|\bexamples? of (?:a|one|smart)\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex WantsExample();

    [GeneratedRegex(@"\b(?:what|wat|qu[eé])\b.*\bsmart\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex AsksSmart();

    /// <summary>Kind words; a way to an adult is named, and no worksheet is offered.</summary>
    public static TurnResult<Person> Emotion(TurnContext<Person> context) =>
        new(
            context.Person,
            new Say(
                context.Voice[
                    FeelsGood(context.Heard.Text) ? "Emotion.Glad"
                    : context.Person.Classes.Any(one => one.Role == MemberRole.Student) ? "Emotion.Heavy"
                    : "Emotion.Heavy.NoClass"
                ]
            )
        );

    public static TurnResult<Person> Vent(TurnContext<Person> context) =>
        new(context.Person, new Say(context.Voice["Vent.Heard"]));

    /// <summary>"Whats 7x8": arithmetic is no report of a goal, whatever stands beside it.</summary>
    public static bool IsSum(string text) => Sum().IsMatch(text);

    [GeneratedRegex(
        @"\b(?:what'?s|what is|whats|how much is|cu[aá]nto es|asked what is) \d+ ?(?:[x×*+/-]|times|por|m[aá]s) ?\d+",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Sum();

    /// <summary>Why the coach asks at all. Null for any other words.</summary>
    public static TurnResult<Person>? WhyAsked(TurnContext<Person> context) =>
        AsksWhy().IsMatch(context.Heard.Text) ? SaysWhy(context) : null;

    /// <summary>What is asked of the coach itself, or what it is for where nothing tells what is meant.</summary>
    public static TurnResult<Person> OfCoach(TurnContext<Person> context) =>
        Say(CoachAnswers.To(context.Heard.Text, context.Voice) ?? context.Voice["Coach.For"], "Suggest.Home", context);

    /// <summary>Why the coach asks what it asks.</summary>
    public static TurnResult<Person> SaysWhy(TurnContext<Person> context) =>
        Say(
            context.Voice[
                context.Person.Heavy is not null && OfTalking().IsMatch(context.Heard.Text) ? "Quiet.Why" : "Why.AtRest"
            ],
            "Suggest.Home",
            context
        );

    [GeneratedRegex(
        @"\bhow come (?:u|you|ya) ask|\bwhy (?:do|did|are|r|would)? ?(?:u|you|ya) (?:even |always |keep )?ask"
            + @"|\bwhy (?:so many|all the|the) questions"
            + @"|\b(?:por ?qu?[eé]?|xq|pq|para qu?[eé]?) (?:me )?(?:preguntas|preguntaste|tantas preguntas)",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex AsksWhy();

    [GeneratedRegex(
        @"\b(?:talk|someone|adult|help|hablar|alguien|adulto|ayuda)",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex OfTalking();

    /// <summary>
    /// A feature that is not there, called by its name: said, with what there is. Null for any other words.
    /// </summary>
    public static TurnResult<Person>? Feature(TurnContext<Person> context) =>
        TeacherWantedReader.ReadFeature(context.Heard.Text)?.Wish switch
        {
            null or Wish.ShoutOut or Wish.Conference or Wish.PeerFeedback => null,
            Wish.Journal => Say(context.Voice["Feature.Journal"], "Suggest.Reflect", context),
            Wish.ShareCard => Say(context.Voice["Feature.ShareCard"], "Suggest.Home", context),
            Wish.Report => Say(context.Voice["Feature.Report"], "Suggest.Home", context),
            _ => Say(context.Voice["Feature.School"], "Suggest.Home", context),
        };

    public static TurnResult<Person> Smalltalk(TurnContext<Person> context) =>
        Say(context.Voice[HasGoals(context) ? "Smalltalk.Line.Goals" : "Smalltalk.Line"], "Suggest.Home", context);

    /// <summary>A word back for what somebody tells of their day.</summary>
    public static TurnResult<Person> Sharing(TurnContext<Person> context) =>
        Say(context.Voice[HasGoals(context) ? "Sharing.Goals" : "Sharing.Line"], "Suggest.Home", context);

    /// <summary>Nobody is held up; an open question waits as it is.</summary>
    public static TurnResult<Person> Farewell(TurnContext<Person> context) =>
        new(
            context.Person,
            new Say(context.Voice[context.Person.Dialog is Drafting ? "Farewell.Drafting" : "Farewell.Line"])
        );

    private static bool HasGoals(TurnContext<Person> context) => context.Person.Goals.Any(goal => goal.IsActive);

    public static TurnResult<Person> Offtopic(TurnContext<Person> context) =>
        Say(context.Voice["Offtopic.Line"], "Suggest.Home", context);

    /// <summary>Folded, its words apart by one blank, with a blank at each end.</summary>
    internal static string Folded(string text) => PlainWords.Of(text);

    [GeneratedRegex(
        @"\b(?:not (?:so |that |as )?(?:sad|mad|nervous|scared) anymore|feel(?:ing)? (?:a lot |much |so )?better"
            + @"|not giving up|no me rindo"
            + @"|ya no (?:estoy|me siento) (?:tan |muy )?\p{L}+|me siento mejor|estoy mejor)\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Better();

    /// <summary>Whether words tell of a good feeling, and do not deny it.</summary>
    public static bool FeelsGood(string text)
    {
        var said = Folded(text);
        if (Better().IsMatch(text))
            return true;
        return Voice
                .InEveryLanguage("Word.Glad")
                .SelectMany(words => words)
                .Any(word => said.Contains($" {word} ", StringComparison.Ordinal))
            && !Voice
                .InEveryLanguage("Word.Not")
                .SelectMany(words => words)
                .Any(word => said.Contains($" {word} ", StringComparison.Ordinal));
    }

    private static string Names(IEnumerable<Membership> classes, Voice voice) =>
        string.Join(", ", classes.Select(one => one.ClassName is { Length: > 0 } name ? name : voice["Class.NoName"]));

    private static TurnResult<Person> Say(string text, string suggestions, TurnContext<Person> context) =>
        new(context.Person, new Say(text, context.Voice.List(suggestions)));
}
