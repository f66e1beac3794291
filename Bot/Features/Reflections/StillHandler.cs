using System.Text.RegularExpressions;
using Milestones.Calendar;
using Milestones.Cards;
using Milestones.Conversations;
using Milestones.Language;
using Milestones.Language.Dates;
using Milestones.Language.Packs;
using Milestones.Language.Wanted;
using Milestones.School;
using Milestones.Views;

namespace Milestones.Features.Reflections;

/// <summary>
/// No messages, none at night, or none until a day, asked for in words. Each answer says from when till when, and can
/// be taken back.
/// </summary>
internal static partial class StillHandler
{
    private const int Noon = 12;
    private const int Evening = 18;
    private const int Morning = 7;
    private const int ShortAnswer = 40;

    public static TurnResult<Person> Stop(TurnContext<Person> context)
    {
        var wish = QuietWish.Read(context.Heard.Text);
        if (RequestReader.Until(context.Heard.Text) is not null && wish.Kind == Quiet.Always)
            return Pause(context);
        return wish.Kind switch
        {
            Quiet.Always => Changed(
                context.Person with
                {
                    Prompts = new PromptChoice(OptedOut: true, PausedUntil: null),
                },
                context.Voice["Still.Stopped"],
                context
            ),
            Quiet.AtNight => AtNight(wish.FromHour ?? Evening, context),
            _ => AskWhich(context.Voice["Still.OnlyWeekly"], context),
        };
    }

    public static TurnResult<Person> Pause(TurnContext<Person> context)
    {
        if (RequestReader.Until(context.Heard.Text) is not { } until)
            return AskDay(context);
        var words = until.IsSpan ? LanguagePacks.Of(context.Heard.Language).SpanFrame + until.Words : until.Words;
        if (MonthNames.Find(Folding.Fold(until.Words.Trim(' ', '.', '!'))) is { } month)
        {
            // A goal "by January" has all of it; a pause until January is over when it begins.
            var first = new DateOnly(context.Today.Year, month, 1);
            first = first > context.Today ? first : first.AddYears(1);
            return Until(new DateReading(DateFinding.Day, first), context) ?? AskDay(context);
        }

        return Until(After(DateReader.Find(words, context.Today, context.Heard.Language), context), context)
            ?? Until(After(context.Heard.Date, context), context)
            ?? AskDay(context);
    }

    /// <summary>"Till after christmas" is over on the day behind it.</summary>
    private static DateReading After(DateReading date, TurnContext<Person> context) =>
        date.Day is { } day && Behind().IsMatch(context.Heard.Text) ? date with { Day = day.AddDays(1) } : date;

    [GeneratedRegex(
        @"\b(?:till|until|til) after\b|\bhasta despu[eé]s\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Behind();

    /// <summary>The day that was asked for, where the words are little more than one.</summary>
    public static TurnResult<Person>? Day(TurnContext<Person> context) =>
        context.Person.AsksPauseDay && context.Heard.Text.Length <= ShortAnswer
            ? Until(context.Heard.Date, context)
            : Corrected(context);

    /// <summary>
    /// Right after a pause, another day is another end of it: "no not the whole week, just till weds", "i said monday".
    /// </summary>
    private static TurnResult<Person>? Corrected(TurnContext<Person> context)
    {
        var text = context.Heard.Text;
        if (
            context.Person is not { PromptsBefore.IsLast: true, Prompts.PausedUntil: not null }
            || text.Length > LongestCorrection
            || OfGoal().IsMatch(text)
        )
        {
            return null;
        }

        var said = Meant().Match(text) is { Success: true } meant ? text[(meant.Index + meant.Length)..] : text;
        return WordCount.Of(said) <= FewWords || Corrects().IsMatch(text)
            ? Until(DateReader.Find(said, context.Today, context.Heard.Language), context)
                ?? (
                    DayInTalk.Find(said, context.Today, context.Heard.Language) is { } day
                        ? Until(new DateReading(DateFinding.Day, day), context)
                        : null
                )
            : null;
    }

    private const int LongestCorrection = 120;

    private const int FewWords = 5;

    [GeneratedRegex(
        @"\b(?:goal|deadline|date|steps?|meta|fecha|pasos?)\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex OfGoal();

    [GeneratedRegex(
        @"\b(?:i (?:said|meant?)|(?:change|make) (?:it|that) to|(?:ya )?dije|quise decir)\b[\s,:]*",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Meant();

    [GeneratedRegex(
        @"\b(?:till?|until|til|hasta|not|no+|only|just|said|meant?|change|make|pause\w*|dije|solo|pausa\w*)\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Corrects();

    /// <summary>"When do u message me again": what is set, said and left as it is. Null for any other words.</summary>
    public static TurnResult<Person>? AsksWhen(TurnContext<Person> context)
    {
        if (!When().IsMatch(context.Heard.Text))
            return null;
        var (person, voice) = (context.Person, context.Voice);
        var said = person.Prompts switch
        {
            { OptedOut: true } => voice["Still.When.Never"],
            { PausedUntil: { } until } when until > context.Now => voice.Say(
                "Still.When.Paused",
                ("day", voice.Day(LocalTime.Day(until, person.TimeZone), context.Today))
            ),
            _ when person.Classes.Any(one => one.Schedule is not null) => voice["Still.When.Weekly"],
            _ => voice["Still.When.NoClass"],
        };
        return new(person, new Say(said, voice.List("Suggest.Home")));
    }

    [GeneratedRegex(
        @"\bwhen (?:do|will|are|r|is|would) (?:u|you|ya|the next|it) (?:\p{L}+ )?(?:message|messaging|text|texting"
            + @"|write"
            + @"|writing|msg|ask|asking|talk|question|prompt|check)"
            + @"|\bcu[aá]ndo me (?:escrib\w+|vas a (?:escribir|preguntar)|pregunt\w+|mand\w+)",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex When();

    /// <summary>Takes the last change back; null where there is none.</summary>
    public static TurnResult<Person>? Undo(TurnContext<Person> context) =>
        context.Person.PromptsBefore is { } before
            ? new(
                context.Person with
                {
                    Prompts = before.Choice,
                    Quiet = before.Quiet,
                    PromptsBefore = null,
                },
                new Say(context.Voice["Still.Undone"], context.Voice.List("Suggest.Home"))
            )
            : null;

    /// <summary>
    /// What is said or done next closes the question for a day, and "undo" means something else then.
    /// </summary>
    public static Person Settled(TurnResult<Person> result, TurnContext<Person> context) =>
        result.Person is var after && context.Turn.Input is not (Said or Tapped)
            ? after
            : after with
            {
                AsksPauseDay =
                    after.AsksPauseDay
                    && (
                        !context.Person.AsksPauseDay
                        || result.Replies.Any(reply => reply is Say { Text: var said } && said == WhichDay(after))
                    ),
                PromptsBefore =
                    after.PromptsBefore is { IsLast: true } before
                    && ReferenceEquals(before, context.Person.PromptsBefore)
                        ? before with
                        {
                            IsLast = false,
                        }
                        : after.PromptsBefore,
            };

    private static TurnResult<Person> AtNight(int from, TurnContext<Person> context)
    {
        // Nobody means the whole day with an hour of the morning.
        var hour = from is > Morning and < Noon ? Evening : from;
        var hours = new QuietHours(new TimeOnly(hour, 0), new TimeOnly(Morning, 0));
        return Changed(
            context.Person with
            {
                Quiet = hours,
            },
            context.Voice.Say(
                "Still.AtNight",
                ("from", context.Voice.Time(hours.From)),
                ("to", context.Voice.Time(hours.To))
            ),
            context
        );
    }

    private static TurnResult<Person>? Until(DateReading date, TurnContext<Person> context) =>
        date is { Finding: DateFinding.Day, Day: { } day } && day > context.Today && day <= context.Today.AddYears(1)
            ? Changed(
                context.Person with
                {
                    Prompts = new PromptChoice(OptedOut: false, LocalTime.First(day, default, context.Person.TimeZone)),
                },
                context.Voice.Say("Still.Paused", ("day", context.Voice.Day(day, context.Today))),
                context
            )
            : null;

    private static string WhichDay(Person person) => VoiceOf.Person(person)["Still.WhichDay"];

    private static TurnResult<Person> AskDay(TurnContext<Person> context) =>
        AskWhich(context.Voice["Still.WhichDay"], context with { Head = context.Person with { AsksPauseDay = true } });

    private static TurnResult<Person> AskWhich(string said, TurnContext<Person> context) =>
        new(
            context.Person,
            new Say(said),
            new Show(PromptChoicesCard.Of(context, null), context.Voice["Prompts.Title"])
        );

    private static TurnResult<Person> Changed(Person person, string said, TurnContext<Person> context) =>
        new(
            person with
            {
                PromptsBefore = new(context.Person.Prompts, context.Person.Quiet, IsLast: true),
            },
            context.Here(
                new Card([
                    new TextBlock(said),
                    new ActionSet(new Execute(context.Voice["Action.Undo"], ReflectionVerbs.UndoChoice)),
                ]).In(context.Voice.Culture, said),
                said
            )
        );
}
