using System.Text.RegularExpressions;
using Milestones.Conversations;
using Milestones.Features.Celebrating;
using Milestones.Features.Coaching;
using Milestones.Features.Goals;
using Milestones.Features.Peers;
using Milestones.Features.People;
using Milestones.Features.Reflections;
using Milestones.Features.Safety;
using Milestones.Features.Teaching;
using Milestones.Language;
using Milestones.Language.Wanted;
using Milestones.School;

namespace Milestones.Turns;

/// <summary>
/// Words while nothing waits for an answer. The listeners stand in their order: the first that hears something of its
/// own answers, and what nobody is sure of is asked about.
/// </summary>
internal sealed partial class RestingWords(RouteTable<Person> routes, ByActs acts)
{
    /// <summary>Under this even the rules' agreement is not enough.</summary>
    public const float Doubtful = 0.35f;

    /// <summary>So plain a wish to change or close a goal yields to no number in the words.</summary>
    private const float PlainRequest = 0.85f;

    /// <param name="isAsked">A greeting asked what to get better at: what is unsure answers that.</param>
    public TurnResult<Person> Hear(TurnContext<Person> context, bool isAsked = false)
    {
        var wanted = context.Heard.Wanted(PlaceOf.Person(context.Person));
        return OnSteps(context)
            ?? (UnsureHandler.Chip(context) is { } chosen ? Want(chosen, context) : null)
            ?? GivingHandler.Hear(context)
            ?? Conference(context)
            ?? AskHandler.Hear(context)
            ?? OfTeacher(wanted, context)
            ?? AfterCare(wanted, context)
            ?? GoingOn(context)
            ?? Leaving(context)
            ?? NamedWhenAsked(wanted, isAsked, context)
            ?? Sum(context)
            ?? OfTarget(wanted, context)
            ?? NotBad(context)
            ?? Misheard(context)
            ?? StillHandler.AsksWhen(context)
            ?? RecordQuestions.Hear(context)
            ?? StillNeeded(context)
            ?? TalkHandler.WhyAsked(context)
            ?? TalkHandler.IsSmart(context)
            ?? TalkHandler.AsksExample(context)
            ?? TalkHandler.AsksTerm(context)
            ?? TalkHandler.Feature(context)
            ?? acts.Hear(context)
            ?? Parts.Asked(wanted, context)
            ?? Parts.Wishes(wanted, context)
            ?? OneMoreGoal(context)
            ?? Written(context)
            ?? Report(wanted, context)
            ?? Parts.News(wanted, context)
            ?? Parts.NotWished(wanted, context)
            ?? LetOutOrGoal(wanted, context)
            ?? BehindFeeling(wanted, context)
            ?? WholeGoal(wanted, context)
            ?? LastWish(wanted, context)
            ?? Weighed(wanted, isAsked, context);
    }

    private WordsByParts Parts => field ??= new(Want);

    public TurnResult<Person> Want(Intent intent, TurnContext<Person> context) =>
        routes.Want(
            intent is Intent.Goal or Intent.SecondGoal && HasGoals(context) && SureAct.WishesNothing(context)
                ? Intent.Sharing
                : intent,
            context
        )
        ?? PersonHandler.Reply(context.Heard.Goal.Kind, context);

    /// <summary>A yes or no to the proposed steps of a goal just saved.</summary>
    private static TurnResult<Person>? OnSteps(TurnContext<Person> context) =>
        context.Person.Dialog is ReviewingMilestones s
        && context.Person.FindGoal(s.GoalId) is { } goal
        && OfSteps(context) is { } fits
            ? fits == YesNo.Yes
                ? CoachingHandler.TakeSteps(context)
                : GoalHandler.ChangeMilestones(goal, context)
            : null;

    /// <summary>What a line says of the steps shown; null where it speaks of something else.</summary>
    public static YesNo? OfSteps(TurnContext<Person> context) =>
        // "No it was 3" is about a number.
        (context.Heard.Text.Any(char.IsAsciiDigit) ? null : Short.Loosely(context))
        ?? SaidOfSteps(context.Heard.Text)
        ?? Awaiting.LikesSteps(context);

    private static YesNo? SaidOfSteps(string text) =>
        SpeaksOfSteps().IsMatch(text) ? YesNo.No
        : Guesses().IsMatch(text) || EndsWithYes().IsMatch(text) ? YesNo.Yes
        : BeginsWithYes().IsMatch(text)
        && (WordCount.Of(text) <= FewWords || Fits().IsMatch(text))
        && !HasMore().IsMatch(text)
        && !text.Any(char.IsAsciiDigit)
            ? YesNo.Yes
        : null;

    /// <summary>"I guess", "i think so".</summary>
    [GeneratedRegex(
        @"^\W*(?:(?:um+|hm+|well|yeah|ok)[\s,.]+)*(?:i (?:guess|think|suppose)(?: so)?|ig|supongo(?: que s[ií])?"
            + @"|creo que s[ií])\W*$",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Guesses();

    /// <summary>"Dec 24 is xmas eve lol. but ya ok".</summary>
    [GeneratedRegex(
        @"[.!,]\s*(?:but|pero|anyway)\s+(?:ya|yea|yeah|yes|ok|its|it'?s|s[ií]|est[aá])[\s,]*(?:ok(?:ay)?|fine|good"
            + @"|bien)?"
            + @"\W*$",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex EndsWithYes();

    /// <summary>"Hmm ok"; in more words a yes may be to something else: "ok i will tell ms lopez".</summary>
    private const int FewWords = 2;

    [GeneratedRegex(
        @"\b(?:fits?|works?|good|fine|realistic|right|great|cool|nice|perfect|think so|do (?:it|that|them)|keep"
            + @"|like (?:it|them|that)|bien|me gustan?|me quedan?|puedo|perfect[oa]s?)\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Fits();

    /// <summary>"Yes, that seems realistic", "yeah i think so thats good".</summary>
    [GeneratedRegex(
        @"^\W*(?:(?:hm+|um+|oh|well|mm+|pues)[\s,]+)*(?:yes|yeah|yea|yep|yup|ya|sure|ok(?:ay)?|perfect|good|great"
            + @"|s[ií]|claro|bueno|va|perfecto)\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex BeginsWithYes();

    [GeneratedRegex(
        @"\?|\b(?:but|except|can|could|change|how|what|when|who|where|why|bye|new|delete|stop|pero|puedo|cambi\w*"
            + @"|qu[eé]"
            + @"|c[oó]mo|cu[aá]ndo|i (?:got|did|read|have|went|finished)|saqu[eé]|le[ií]|hice)\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex HasMore();

    /// <summary>"Take out the thanksgiving thing thats not a step".</summary>
    [GeneratedRegex(
        @"\b(?:take out|remove|change|fix|wrong|not an?|delete|quita\w*|cambia\w*|no es un)\b.*\b(?:steps?|pasos?)\b"
            + @"|\b(?:steps?|pasos?)\b.*\b(?:wrong|too (?:big|hard|much|fast)|not right|weird|mal|muy (?:grandes"
            + @"|dif[ií]ciles))\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex SpeaksOfSteps();

    /// <summary>"Prepare my conference", whoever says it.</summary>
    private TurnResult<Person>? Conference(TurnContext<Person> context) =>
        TeacherWantedReader.IsConference(context.Heard.Text) ? routes.Obey(Command.Conference, context) : null;

    /// <summary>What a teacher writes is never coached.</summary>
    private TurnResult<Person>? OfTeacher(WantedReading wanted, TurnContext<Person> context) =>
        !TeacherTalk.IsTeacher(context.Person)
            ? null
            : TeacherTalk.Hear(context)
                ?? (
                    IntentKinds.IsTeachers(wanted.Best) && (wanted.IsSure || Agreed(wanted, context) is not null)
                        ? Want(wanted.Best, context)
                        : TeacherTalk.Unknown(context)
                );

    private static TurnResult<Person>? AfterCare(WantedReading wanted, TurnContext<Person> context) =>
        (
            TellsSomebody().IsMatch(context.Heard.Text)
            || (wanted is { IsSure: true, Best: Intent.Emotion or Intent.Vent })
        )
        && !GoesOn().IsMatch(context.Heard.Text)
        && !ReportHandler.ReportsPlainly(context)
            ? SafetyHandler.After(context)
            : null;

    /// <summary>"Ok i will tell ms lopez", "ya le dije a mi mamá".</summary>
    [GeneratedRegex(
        @"\b(?:i(?:'?ll| will| wil|'?m gonna| am going to| can)? (?:tell|told|tel|talk to|talked to)"
            + @"|(?:voy a|ya) (?:le |les )?(?:decir\w*|dije|contar\w*|cont[eé]|hablar) )\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex TellsSomebody();

    private TurnResult<Person>? GoingOn(TurnContext<Person> context) =>
        HasGoals(context) && GoesOn().IsMatch(context.Heard.Text) ? Want(Intent.Status, context) : null;

    private TurnResult<Person>? Leaving(TurnContext<Person> context) =>
        Short.Leaves(context.Heard.Text) && !ReportHandler.ReportsPlainly(context)
            ? Want(Intent.Farewell, context)
            : null;

    private TurnResult<Person>? NamedWhenAsked(WantedReading wanted, bool isAsked, TurnContext<Person> context) =>
        isAsked
        && !HasGoals(context)
        && (
            (
                wanted.Best is Intent.Sharing or Intent.Smalltalk or Intent.Answer or Intent.Vent
                && context.Heard.Goal is { IsGoal: true, Area: not Area.None }
            )
            || (
                wanted.Best is Intent.Sharing or Intent.Answer or Intent.Vent or Intent.Emotion or Intent.Progress
                // "Got a 90 on my math test" tells of a score, and names nothing to get better at.
                && !(wanted.IsSure && wanted.Best == Intent.Progress && context.Heard.Text.Any(char.IsAsciiDigit))
                && OfSchool().IsMatch(context.Heard.Text)
            )
        )
            ? Want(Intent.Goal, context)
            : null;

    /// <summary>
    /// "My color chart. i get red alot", "ive been missing a lot of school": asked for it, it is named.
    /// </summary>
    [GeneratedRegex(
        @"\b(?:i|ive|i've|im|i'm|my|me|mi|mis|he|yo)\b.*\b(?:school|class(?:es)?|grades?|math|reading|writing"
            + @"|spelling|science|history"
            + @"|english|chart|homework|hw|tests?|quiz(?:zes)?|late|absent|missing|behind|failing|fail|in trouble"
            + @"|sent out"
            + @"|escuela|clases?|notas?|mate\p{L}*|lectura|tareas?|ex[aá]men(?:es)?|faltado|falto|tarde"
            + @"|reprobando)\b",
        RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.NonBacktracking
    )]
    private static partial Regex OfSchool();

    /// <summary>"What? nothing hurts": somebody was misunderstood, and is told so.</summary>
    private static TurnResult<Person>? NotBad(TurnContext<Person> context) =>
        WordCount.Of(context.Heard.Text) <= MostOfComplaint
        && WentWrong.IsDenied(context.Heard.Text)
        && HasGoals(context)
        && !ReportHandler.ReportsPlainly(context)
            ? new(context.Person, new Say(context.Voice["Answer.Sorry.Go"], context.Voice.List("Suggest.Unplaced")))
            : null;

    /// <summary>"Thats not what i asked": said to be sorry for, and asked for once more.</summary>
    private static TurnResult<Person>? Misheard(TurnContext<Person> context) =>
        WordCount.Of(context.Heard.Text) <= MostOfComplaint && NotWhatISaid().IsMatch(context.Heard.Text)
            ? new(context.Person, new Say(context.Voice["Answer.Sorry.Again"], context.Voice.List("Suggest.Home")))
            : null;

    private const int MostOfComplaint = 9;

    [GeneratedRegex(
        @"\b(?:that'?s|thats|that is|it'?s|its|this is) not what i (?:asked|said|meant|mean)\b"
            + @"|\b(?:u|you) (?:don'?t|dont|didn'?t|didnt) (?:get|understand|listen)\b"
            + @"|\b(?:eso )?no (?:es|fue) lo que (?:dije|pregunt[eé]|quise)|\bno me entiendes\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex NotWhatISaid();

    private TurnResult<Person>? Sum(TurnContext<Person> context) =>
        TalkHandler.IsSum(context.Heard.Text) ? Want(Intent.Offtopic, context) : null;

    private TurnResult<Person>? OfTarget(WantedReading wanted, TurnContext<Person> context) =>
        GoalRequests.SpeaksOfTarget(context.Heard.Text)
        && HasGoals(context)
        // "Set my goal to finished", "can i have 2 goals", "turn off the messages but keep my goal".
        && !(
            wanted is
            {
                IsSure: true,
                Best: Intent.CloseGoal
                    or Intent.DeleteGoal
                    or Intent.NewGoal
                    or Intent.SecondGoal
                    or Intent.StopMessages
                    or Intent.Cancel
            }
        )
            ? Want(Intent.EditGoal, context)
            : null;

    /// <summary>"I only need six more hours" says what is left, and reports nothing.</summary>
    private TurnResult<Person>? StillNeeded(TurnContext<Person> context) =>
        HasGoals(context) && Needs().IsMatch(context.Heard.Text) ? Want(Intent.Status, context) : null;

    [GeneratedRegex(
        @"\b(?:(?:i |we )?(?:only |just |still )+need \p{L}+|i need \S+ more|(?:solo |nom[aá]s "
            + @"|todav[ií]a )?me faltan?) (?:\S+ )?more\b"
            + @"|\b(?:solo|nom[aá]s|todav[ií]a) me faltan? \S+",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Needs();

    private TurnResult<Person>? OneMoreGoal(TurnContext<Person> context) =>
        LaterGoal.Asks(context.Heard.Text)
        || (LaterGoal.Told(context.Heard.Text) is not null && !ReportHandler.ReportsPlainly(context))
            ? Want(Intent.NewGoal, context)
            : null;

    /// <summary>A goal that a teacher wrote about the student becomes the student's own.</summary>
    private TurnResult<Person>? Written(TurnContext<Person> context) =>
        WrittenGoal.AsOwn(context.Heard.Text, context.Voice) is { } own && !ReportHandler.ReportsPlainly(context)
            ? Want(Intent.Goal, context with { Heard = context.Read(own) })
            : null;

    /// <summary>What a goal that is saved would log begins no new one, and changes none.</summary>
    private TurnResult<Person>? Report(WantedReading wanted, TurnContext<Person> context) =>
        (wanted.IsSure && !YieldsToReport(wanted)) || !ReportHandler.ReportsPlainly(context) ? null
        : wanted is { IsSure: true, Best: Intent.Goal or Intent.SecondGoal } && LooksAhead(context)
            ? UnsureHandler.Ask(Either(Intent.Progress, Intent.Goal), context)
        : Want(Intent.Progress, context);

    /// <summary>"I miss too much school" may be let out or a goal; who has none is helped to one.</summary>
    private TurnResult<Person>? LetOutOrGoal(WantedReading wanted, TurnContext<Person> context) =>
        wanted is { IsSure: false, Best: Intent.Vent or Intent.Goal or Intent.Sharing }
        && !HasGoals(context)
        && wanted.Guesses.Any(guess => guess is { Intent: Intent.Goal, Probability: >= Doubtful })
            ? Want(Intent.Goal, context)
            : null;

    /// <summary>"I feel bad, ive missed so much school" names what to work on, and is not turned away.</summary>
    private TurnResult<Person>? BehindFeeling(WantedReading wanted, TurnContext<Person> context) =>
        wanted.Best is Intent.Emotion or Intent.Vent
        && context.Heard.Goal is { IsGoal: true, Area: not Area.None }
        && !HasGoals(context)
        && (
            // "Behavior i guess. this is so dumb" names it, and sighs.
            TwoInOne.Parts(context.Heard.Text)
                is not null
            || wanted.Guesses.Any(guess =>
                guess is { Intent: Intent.Goal or Intent.Answer or Intent.Progress, Probability: >= Doubtful / 2 }
            )
        )
            ? Want(Intent.Goal, context)
            : null;

    /// <summary>With nothing saved there is nothing to report of: a goal with its number and day is one.</summary>
    private TurnResult<Person>? WholeGoal(WantedReading wanted, TurnContext<Person> context) =>
        wanted.Best is Intent.Progress or Intent.Answer or Intent.Sharing
        && !HasGoals(context)
        && context.Heard.Goal is { IsGoal: true, Target: not null, TimeBound: not null }
            ? Want(Intent.Goal, context)
            : null;

    /// <summary>
    /// "No es para tanto. ya no me mandes mensajes": unsure as a whole, and the last sentence plainly asks.
    /// </summary>
    private TurnResult<Person>? LastWish(WantedReading wanted, TurnContext<Person> context) =>
        (!wanted.IsSure || wanted.Best is Intent.Thanks or Intent.Greeting)
        && TwoInOne.Parts(context.Heard.Text) is var (_, last)
        && context.Read(last) is var asks
        && asks.Wanted(PlaceOf.Person(context.Person)) is { IsSure: true, Best: var wish }
        && (IntentKinds.IsRequest(wish) || wish is Intent.Smalltalk or Intent.Offtopic)
        && wish is not (Intent.Greeting or Intent.Thanks)
            ? Want(wish, context with { Heard = asks })
            : null;

    /// <summary>What the weights say, where they are sure or the rules agree; else what it was is asked.</summary>
    private TurnResult<Person> Weighed(WantedReading wanted, bool isAsked, TurnContext<Person> context) =>
        wanted.IsSure ? Want(wanted.Best, context)
        : context.Heard.Goal.Kind == StatementKind.DontKnow
        && (!HasGoals(context) || WordCount.Of(context.Heard.Text) <= ShortDoubt)
            ? CoachingHandler.BeginWithSubject(context)
        : Agreed(wanted, context) is { } agreed ? Want(agreed, context)
        : WordsByParts.Sure(context) is { } said ? Want(said, context)
        : isAsked && !context.Heard.IsVague ? CoachingHandler.BeginWith(context.Heard.Text, context.Heard.Goal, context)
        : UnsureHandler.Ask(wanted, context);

    /// <summary>"Idk"; in more words the doubt is about something.</summary>
    private const int ShortDoubt = 3;

    public static bool HasGoals(TurnContext<Person> context) => context.Person.Goals.Any(goal => goal.IsActive);

    /// <summary>
    /// Where the weights are unsure and the rules read the same in the sentence, the two together are enough.
    /// </summary>
    private static Intent? Agreed(WantedReading wanted, TurnContext<Person> context)
    {
        var (best, probability) = wanted.Guesses[0];
        // A whole goal is one, whatever the weights make of its words.
        return context.Heard.Goal is { IsGoal: true, Target: not null, TimeBound: not null } ? Intent.Goal
            : probability < Doubtful ? null
            : best is Intent.Goal or Intent.Answer && context.Heard.Goal.IsGoal ? best
            : ReportHandler.Reports(context)
            && best is Intent.Progress or Intent.Answer or Intent.Vent or Intent.Emotion
                ? Intent.Progress
            : best
                is Intent.Greeting
                    or Intent.Thanks
                    or Intent.Smalltalk
                    or Intent.Offtopic
                    or Intent.Sharing
                    or Intent.Farewell
                ? best
            : null;
    }

    /// <summary>A day to come is named: a goal has one, a report of what was done has none.</summary>
    public static bool LooksAhead(TurnContext<Person> context) =>
        context.Heard.Goal is { IsGoal: true, TimeBound: not null, Deadline: var day }
        && (day is null || day > context.Today);

    private static WantedReading Either(Intent one, Intent other) =>
        new([new(one, 0.5f), new(other, 0.5f)], IsSure: false);

    /// <summary>What a sentence is taken for less readily than for a number or an end of a saved goal.</summary>
    private static bool YieldsToReport(WantedReading wanted) =>
        !(wanted.Guesses[0] is { Probability: >= PlainRequest, Intent: Intent.EditGoal or Intent.CloseGoal })
        && wanted.Best
            is Intent.Goal
                or Intent.SecondGoal
                or Intent.Answer
                or Intent.EditGoal
                or Intent.CloseGoal
                or Intent.Vent
                or Intent.Emotion
                or Intent.Thanks
                or Intent.Greeting
                or Intent.Sharing;

    /// <summary>"Ok continue", "i want to go on with my english goal".</summary>
    [GeneratedRegex(
        @"^\W*(?:ok(?:ay)?|no|so|its fine|bueno|si)?[\s,.!]*(?:continue|continuar|seguir|sigamos|go on)\W*$"
            + @"|^\W*(?:continue|continuar|sigamos)[.,!;]"
            + @"|\b(?:continue|go on|keep going|seguir|continuar|sigo) (?:with|on|con)"
            + @" (?:my|the|mi|la)(?: \p{L}+)? (?:goal|meta)\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex GoesOn();
}
