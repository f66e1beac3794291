using System.Text.RegularExpressions;
using Milestones.Cards;
using Milestones.Conversations;
using Milestones.Language.Concerns;
using Milestones.School;

namespace Milestones.Features.Safety;

/// <summary>
/// Reads everything a student types for words of concern before anything else does, and answers them first.
/// </summary>
internal sealed partial class SafetyHandler(HelpLines helpLines)
{
    /// <summary>The main concern in what was typed in this turn: a message, or the inputs of a card.</summary>
    public static Concern Read(TurnContext<Person> context) =>
        context.Turn.Input is Said said
            ? Gravest(said.Beside.Select(ConcernReader.Read).Prepend(context.Heard.Concern.Alarm))
            : Read(context.Turn.Input);

    public static Concern Read(TurnInput input) =>
        input switch
        {
            Said said => Gravest(said.Beside.Prepend(said.Text).Select(ConcernReader.Read)),
            Edited edited => ConcernReader.Read(edited.Text),
            Tapped tapped => Gravest(tapped.Data.Typed.Select(ConcernReader.Read)),
            _ => Concern.None,
        };

    private static Concern Gravest(IEnumerable<Concern> concerns) =>
        concerns.Where(concern => concern != Concern.None).Order().FirstOrDefault();

    /// <summary>
    /// Right after the help was shown they say that it is not so: "no im ok im not gonna hurt myself". The alert stays
    /// open for the adults; the same card is not shown twice.
    /// </summary>
    public static bool IsDenied(Concern concern, TurnContext<Person> context) =>
        context.Turn.Input is Said
        && context.Person.Alerts.Any(alert => alert.Concern == concern && context.Now - alert.LastAt < JustShown)
        && Denies(context.Heard.Text)
        // "Im fine, i will kill myself tonight" denies nothing: without the denial no other strong word may be left.
        && ConcernReader.Read(Denied().Replace(context.Heard.Text, " ")) == Concern.None;

    /// <summary>
    /// What is said right after the help was shown, and is no request: "will they tell my dad?" gets the truth, and
    /// telling somebody a good word. Null where no help was shown a moment ago.
    /// </summary>
    public static TurnResult<Person>? After(TurnContext<Person> context) =>
        IsJustShown(context.Person, context.Now)
            ? new(
                context.Person,
                new Say(
                    context.Voice[
                        context.Person.Classes.Any(known => known.IsWatched) ? "Safety.After" : "Safety.After.NoAdult"
                    ]
                )
            )
            : null;

    public static bool IsJustShown(Person person, DateTimeOffset now) =>
        person.Alerts.Any(alert => now - alert.LastAt < JustShown);

    /// <summary>Whether the words deny what the help was shown for.</summary>
    public static bool Denies(string text) => Denial().IsMatch(text) && !Doubt().IsMatch(text);

    private static readonly TimeSpan JustShown = TimeSpan.FromMinutes(15);

    [GeneratedRegex(
        @"\b(?:i'?m|im|i am) (?:ok(?:ay)?|fine|good|alright|not (?:gonna|going to|hurt|sad|suicidal|in danger))\b"
            + @"|\b(?:it'?s|its) not (?:that|bullying|like that|what you think)\b|\bnot gonna (?:hurt|do)\b"
            + @"|\b(?:estoy|ando) bien\b|\bno es (?:eso|para tanto|bullying|acoso)\b|\bno me voy a\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Denial();

    /// <summary>The denial with what it denies: "im ok im not gonna hurt myself".</summary>
    [GeneratedRegex(
        @"\b(?:i'?m|im|i am|it'?s|its)? ?(?:not|never|wouldn'?t|won'?t) (?:gonna |going to |ever )?(?:hurt|hurting"
            + @"|kill|killing|cut|do anything to) (?:myself|my self|me)\b"
            + @"|\bno me voy a (?:hacer da[ñn]o|lastimar|matar|cortar)\b"
            + @"|\b(?:it'?s|its|no es) (?:not )?(?:bullying|acoso)\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Denied();

    /// <summary>"I'm fine, it will be over soon" is no denial.</summary>
    [GeneratedRegex(
        @"\b(?:soon|over|anymore|pretend|act like|say i|tell (?:them|everyone)|lie|but|used to"
            + @"|fing\w+|pronto|ya no|digo que)\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Doubt();

    /// <summary>
    /// Words in the private chat: all classes with an adult are told. It speaks the language of the words.
    /// </summary>
    public TurnResult<Person> Answer(Concern concern, TurnContext<Person> context) =>
        Answer(concern, context with { Voice = QuietHandler.VoiceOfWords(context) }, []);

    /// <summary>
    /// Written in a class's channel; answered in private, and where that chat could not be opened by the adults alone.
    /// </summary>
    public TurnResult<Person> HeardInChannel(ConcernHeard heard, TurnContext<Person> context)
    {
        var person = context.Person.Met(heard.Name, heard.Chat, heard.Locale);
        var answered = Answer(
            heard.Concern,
            context with
            {
                Head = person,
                Voice = VoiceOf.Person(person),
            },
            [heard.Class]
        );
        return person.Chat is null ? answered with { Replies = [] } : answered;
    }

    private TurnResult<Person> Answer(Concern concern, TurnContext<Person> context, IEnumerable<DocumentKey> heardIn) =>
        Answer(
            concern,
            context,
            Membership.Watching(context.Person.Classes).Union(heardIn),
            context.Person.Classes.Any(known => known.IsWatched)
        );

    /// <summary>
    /// Keeps the concern as an open alert and answers with calm words and the help lines of the region.
    /// </summary>
    /// <param name="watching">The classes that are told of it.</param>
    /// <param name="promised">Whether one of them has an adult who will come: only then the student hears that.</param>
    private TurnResult<Person> Answer(
        Concern concern,
        TurnContext<Person> context,
        IEnumerable<DocumentKey> watching,
        bool promised
    )
    {
        var person = context.Person with
        {
            Alerts = OpenAlert.Raise(context.Person.Alerts, concern, context.Turn.NewId(3), context.Now),
        };
        var raised = person.Alerts.First(alert => alert.Concern == concern);
        var voice = context.Voice;
        string[] told = promised ? [voice["Safety.AdultTold"]] : [];
        var title = voice["Safety.Title"];
        var said = context.Heard.Concern.AboutAnother ? voice["Safety.Friend"] : voice[$"Safety.{concern}"];
        // Who is hurt at home is sent to nobody at home.
        var adult = voice[concern == Concern.Abuse ? "Safety.Adult.Away" : "Safety.Adult"];
        var lines = helpLines.For(Region(context.Turn.Locale ?? context.Person.Locale), concern);
        var card = new Card([
            new TextBlock(title)
            {
                Style = "heading",
                Size = "large",
                Weight = "bolder",
            },
            new TextBlock(said),
            .. told.Select(text => new TextBlock(text)),
            new TextBlock(adult),
            .. lines.SelectMany(line =>
                new CardElement[]
                {
                    new TextBlock(Markdown.Escape(line.Name.In(voice.Culture)))
                    {
                        Weight = "bolder",
                        Spacing = "medium",
                    },
                    new TextBlock(Markdown.Escape(line.Text.In(voice.Culture))) { Spacing = "none" },
                }
            ),
            new TextBlock(voice[context.Person.Dialog is null ? "Safety.GoOn" : "Safety.GoOn.Below"])
            {
                Size = "small",
                IsSubtle = true,
                Spacing = "medium",
            },
        ]).In(
            voice.Culture,
            string.Join(' ', [title, said, .. told, adult]),
            string.Join(
                ' ',
                [
                    said,
                    .. told,
                    adult,
                    .. lines.Select(line => $"{line.Name.In(voice.Culture)}: {line.Text.In(voice.Culture)}"),
                ]
            )
        );
        return new(person, new Show(card, title))
        {
            Messages =
            [
                .. watching.Select(known => new Addressed(known, new AlertRaised(person.Id, person.Name, raised))),
            ],
        };
    }

    /// <summary>Whom one can call or write to, in one line each.</summary>
    public IEnumerable<string> Lines(Concern concern, TurnContext<Person> context) =>
        helpLines
            .For(Region(context.Turn.Locale ?? context.Person.Locale), concern)
            .Select(line => $"{line.Name.In(context.Voice.Culture)}: {line.Text.In(context.Voice.Culture)}");

    /// <summary>The country of a language tag such as <c>en-US</c>, where it has one.</summary>
    private static string? Region(string? locale) =>
        locale?.Split('-') is [_, .., { Length: 2 } region] ? region : null;
}
