using System.Globalization;
using Milestones.Conversations;
using Milestones.Localization;
using Milestones.School;

namespace Milestones.Features.Classes;

/// <summary>Setting a class up, from the channel or from a teacher's private chat.</summary>
internal static class SetUpHandler
{
    /// <summary>Why this person cannot change the class, as the key of a text; null when they can.</summary>
    /// <param name="now">When they act; null for what they did before, and only arrives now.</param>
    public static string? WhyNot(Classroom classroom, PersonId person, DateTimeOffset? now) =>
        !classroom.IsActive ? "Class.NotHere"
        : classroom.Members.Count == 0
            ? classroom.RosterFault switch
            {
                null => "Class.StillReading",
                RosterFault.TooLarge => "Class.TooLarge",
                _ => "Class.RosterTrouble",
            }
        : Teachers.Teaches(classroom, person)
            ? now is null || Teachers.IsFresh(classroom, person, now.Value) ? null
                : "Class.NotChecked"
        : classroom.OwnersFault is { } fault ? $"Class.Owners.{fault}"
        : Teachers.Reading(classroom).Any() ? "Class.TeachersOnly"
        : classroom.OwnersReadAt is null ? "Class.Locked"
        : "Class.NoOwners";

    /// <summary>The card, in the place of the button or, when asked for in words, in the thread.</summary>
    public static TurnResult<Classroom> Open(TurnContext<Classroom> context, ClassOptions options)
    {
        var (classroom, turn) = (context.Classroom, context.Turn);
        var title = context.Voice["SetUp.Save"];
        return WhyNot(classroom, turn.Person, turn.Now) is { } why ? Refused(why, context)
            : SetUpCards.Form(
                classroom,
                null,
                [],
                turn.Person,
                turn,
                context.Voice,
                Counselors(classroom, context.Others, options)
            )
                is var card
            && turn.Input is Tapped
                ? new(classroom, new Replace(card, title))
            : new(classroom, context.Answer(new Show(card, title)));
    }

    public static TurnResult<Classroom> Save(CardData data, TurnContext<Classroom> context, ClassOptions options)
    {
        var (classroom, turn, voice) = (context.Classroom, context.Turn, context.Voice);
        if (WhyNot(classroom, turn.Person, turn.Now) is { } why)
        {
            return Refused(why, context);
        }

        var counselors = Counselors(classroom, context.Others, options);
        var read = SetUpForm.Read(data, classroom, turn.Person, turn.Now, counselors);
        if (
            ChangedMeanwhile(Seen(data), Unsaved.Of(data, read, classroom, voice), classroom, turn.Person, voice) is
            { } notice
        )
        {
            return new(
                classroom,
                new Replace(SetUpCards.Form(classroom, null, [], turn.Person, turn, voice, counselors, notice), notice)
            );
        }

        if (read.Settings is not { } settings)
        {
            return new(
                classroom,
                new Replace(
                    SetUpCards.Form(classroom, data, read.Faults, turn.Person, turn, voice, counselors),
                    voice["Form.HasErrors"]
                )
            );
        }

        var saved = Saved(turn.Person, settings, read.Teachers, context);
        return saved with
        {
            Replies =
            [
                new Replace(SetUpCards.Saved(saved.Head, settings, turn, voice, counselors), voice["SetUp.Save"]),
                .. saved.Replies,
            ],
        };
    }

    /// <summary>What a teacher filled in elsewhere. That they may is decided here again.</summary>
    public static TurnResult<Classroom> Received(ClassSetUp setUp, TurnContext<Classroom> context) =>
        WhyNot(context.Classroom, setUp.By, now: null) is not null ? new(context.Classroom)
        : ChangedMeanwhile(
            setUp.Seen,
            Unsaved.Of(setUp.Settings, setUp.Teachers, context.Classroom, VoiceTo(setUp.By, context)),
            context.Classroom,
            setUp.By,
            VoiceTo(setUp.By, context)
        )
            is { } notice
            ? new(context.Classroom, Tell(setUp.By, notice, context))
        : Saved(setUp.By, setUp.Settings, setUp.Teachers, context);

    /// <summary>
    /// How often the class had been set up when this card was opened; null on a card that does not say.
    /// </summary>
    public static int? Seen(CardData data) =>
        int.TryParse(data.Text(SetUpForm.Seen), NumberStyles.None, CultureInfo.InvariantCulture, out var seen)
            ? seen
            : null;

    /// <summary>
    /// What to tell who saves over another teacher's newer settings, with what they had put in; null where nobody was
    /// faster.
    /// </summary>
    /// <param name="mine">What was not saved, a field each.</param>
    public static string? ChangedMeanwhile(
        int? seen,
        IReadOnlyList<string> mine,
        Classroom classroom,
        PersonId by,
        Voice voice
    )
    {
        if (seen is null || seen >= classroom.SetUps || classroom.SetUpBy == by.ObjectId)
            return null;
        var name = classroom.SetUpBy is { } id && classroom.Find(id)?.Name is { } known ? known : null;
        var changed = voice.Say("SetUp.Changed", ("name", name ?? voice["Class.Somebody"]));
        return mine.Count > 0
            ? $"{changed} {voice.Say("SetUp.Unsaved", ("values", string.Join(" · ", mine)))}"
            : changed;
    }

    private static Voice VoiceTo(PersonId person, TurnContext<Classroom> context) =>
        context.Others.Person(context.Classroom.KeyOf(person.ObjectId)) is { } known
            ? VoiceOf.Person(known)
            : context.Voice;

    private static Reply[] Tell(PersonId person, string text, TurnContext<Classroom> context) =>
        context.Classroom.WhereToTell(person.ObjectId, context.Others.Person(context.Classroom.KeyOf(person.ObjectId)))
            is { } chat
            ? [new Elsewhere(chat, new Say(text), OutboxPolicy.Post)]
            : [];

    /// <summary>Those of the tenant's contacts who can be told: they have written to the bot once.</summary>
    public static IReadOnlyList<Counselor> Counselors(
        Classroom classroom,
        OtherDocuments others,
        ClassOptions options
    ) =>
        [
            .. options
                .Counselors.Select(id => (id, person: others.Person(classroom.KeyOf(id))))
                .Where(one => one.person?.Chat is not null)
                .Select(one => new Counselor(one.id, one.person!.Name ?? one.id)),
        ];

    public static TurnResult<Classroom> CheckAgain(PersonId by, TurnContext<Classroom> context)
    {
        var classroom = context.Classroom;
        return WhyNot(classroom, by, now: null) is { } why
            ? Refused(why, context)
            : new(
                ClassCheck.Begin(classroom, by, all: true, context.Now),
                [
                    .. context.Turn.Input is Tapped
                        ? [new Notice(context.Voice["Report.Checking"])]
                        : Array.Empty<Reply>(),
                    .. CanPost(classroom, context.Voice),
                ]
            );
    }

    private static TurnResult<Classroom> Saved(
        PersonId by,
        ClassSettings settings,
        IReadOnlyList<string>? teachers,
        TurnContext<Classroom> context
    )
    {
        var before = context.Classroom;
        var next = before with
        {
            Settings = settings,
            SetUps = before.SetUps + 1,
            SetUpBy = by.ObjectId,
            Locale = Spoken(by, context) ?? context.Turn.Locale ?? before.Locale,
        };
        var first = before.Settings is null;
        next = teachers is null ? next : Teachers.Name(next, by, teachers, context.Now);
        return new(
            ClassCheck.Begin(next, by, first, context.Now),
            first || before.NewsChannel != next.NewsChannel
                ? CanPost(next, new(Voice.CultureFor(next.Locale), context.Voice.Band))
                : []
        );
    }

    /// <summary>What the class's channel is told in: the language its teacher chose, whatever their client's; null
    /// where they chose none.</summary>
    private static string? Spoken(PersonId by, TurnContext<Classroom> context) =>
        context.Others.Person(context.Classroom.KeyOf(by.ObjectId)) is { Language: { } chosen } known
            ? Voice.CultureFor(chosen, known.Locale).Name
            : null;

    private static Reply[] CanPost(Classroom classroom, Voice voice) =>
        classroom.NewsChannel is { } channel
            ? [new Elsewhere(channel, new Say(voice["Class.CanPost"]), OutboxPolicy.Post)]
            : [];

    private static TurnResult<Classroom> Refused(string why, TurnContext<Classroom> context)
    {
        var text = context.Voice.Say(why, ("most", Classroom.MostMembers));
        return new(context.Classroom, context.Turn.Input is Tapped ? new Notice(text) : context.Answer(new Say(text)));
    }
}
