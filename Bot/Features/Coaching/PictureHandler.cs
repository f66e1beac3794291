using System.Globalization;
using Milestones.Conversations;
using Milestones.Language;
using Milestones.School;

namespace Milestones.Features.Coaching;

/// <summary>
/// A goal in three taps, for grades K to 2: what, how many, until when. What is typed instead of a tap counts as well.
/// </summary>
internal static class PictureHandler
{
    public const string Start = "picture.start";
    public const string What = "picture.what";
    public const string HowMany = "picture.howMany";
    public const string When = "picture.when";

    /// <summary>Also where something was typed: the pictures are those for it, and what it says is not asked.</summary>
    public static TurnResult<Person> Begin(TurnContext<Person> context, Area area = Area.None) =>
        Full(context)
        ?? (
            context.Turn.Input is Said && Told(new AskingPictures(), context) is { } told && !IsWide(told, area)
                ? Next(told, PictureWords.When(context.Heard, context), context)
                : Next(new AskingPictures(), null, context, area)
        );

    /// <summary>"Be nice" is made of what one can see and count: which of it is still to be chosen.</summary>
    private static bool IsWide(AskingPictures told, Area area) =>
        told.Picture == "Kind" && area == Area.SocialEmotional;

    /// <summary>
    /// What was typed while a picture, a number or a day was waited for; null where it is none of them.
    /// </summary>
    public static TurnResult<Person>? Hear(AskingPictures state, TurnContext<Person> context) =>
        PictureWords.When(context.Heard, context) is { } until && state.Count is not null ? Next(state, until, context)
        : Told(state, context) is { } told ? Next(told, PictureWords.When(context.Heard, context), context)
        : null;

    /// <summary>The card that is open, again.</summary>
    public static TurnResult<Person> Again(AskingPictures state, TurnContext<Person> context) =>
        Next(state, null, context);

    public static TurnResult<Person> ChooseWhat(CardData data, TurnContext<Person> context) =>
        Picture.Find(data.Text("picture")) is { } picture
            ? Next(Known(context) with { Picture = picture.Name }, null, context)
            : Gone(context);

    public static TurnResult<Person> ChooseHowMany(CardData data, TurnContext<Person> context) =>
        Chosen(data) is ({ } picture, { } count)
            ? Next(new AskingPictures(picture.Name, count), null, context)
            : Gone(context);

    public static TurnResult<Person> ChooseWhen(CardData data, TurnContext<Person> context)
    {
        var time = Picture.Times.FirstOrDefault(one => one.Name == data.Text("when"));
        return Chosen(data) is not ({ } picture, { } count) || time.Name is null
            ? Gone(context)
            : Save(picture, count, context.Today.AddDays(time.Days), context);
    }

    /// <summary>What the words tell of the goal that was not known; null where they tell nothing new.</summary>
    private static AskingPictures? Told(AskingPictures state, TurnContext<Person> context)
    {
        var told = state.Picture is not null
            ? state
            : state with
            {
                Picture = PictureWords.Which(context.Heard, context.Voice)?.Name,
            };
        told = told.Count is not null ? told : told with { Count = PictureWords.HowMany(context.Heard) };
        return told == state ? null : told;
    }

    /// <summary>The first of the three that is open is asked; with all three the goal is set.</summary>
    private static TurnResult<Person> Next(
        AskingPictures state,
        DateOnly? until,
        TurnContext<Person> context,
        Area area = Area.None
    )
    {
        var asking = context.Person with { Dialog = state };
        if (Picture.Find(state.Picture) is not { } picture)
        {
            var what = PictureCards.What(Picture.For(area), context);
            return new(asking, context.Here(what, context.Voice["Picture.What"]));
        }

        if (state.Count is { } count && until is { } day)
            return Save(picture, count, day, context);
        var (card, title) = state.Count is { } times
            ? PictureCards.When(picture, times, context)
            : PictureCards.HowMany(picture, context);
        return new(asking, context.Here(card, title));
    }

    private static TurnResult<Person> Save(Picture picture, int count, DateOnly deadline, TurnContext<Person> context)
    {
        if (Full(context) is { } full)
            return full;
        var number = count.ToString(CultureInfo.InvariantCulture);
        var measure = new Measure(number, count, Unit: picture.Unit);
        var goal = new Goal(
            context.Turn.NewId(),
            PictureCards.Frame(picture, number, context),
            picture.Area,
            measure,
            null,
            null,
            null,
            null,
            deadline,
            Aspects.Specific | Aspects.Measurable | Aspects.TimeBound,
            Aspects.None,
            context.Today
        )
        {
            Milestones = MilestonePlan.Propose(measure, null, context.Today, deadline),
        };
        return new(
            context.Person with
            {
                Goals = [.. context.Person.Goals, goal],
                Dialog = null,
            },
            context.Here(PictureCards.Saved(picture, goal, context), context.Voice["Saved.Title"])
        );
    }

    private static AskingPictures Known(TurnContext<Person> context) =>
        context.Person.Dialog as AskingPictures ?? new AskingPictures();

    private static TurnResult<Person>? Full(TurnContext<Person> context) =>
        context.Person.Goals.Count(goal => goal.IsActive) < Goal.MaxActive ? null
        : context.Turn.Input is Tapped
            ? new(context.Person, new Notice(context.Voice.Say("Goals.Full", ("max", Goal.MaxActive))))
        : new(context.Person, new Say(context.Voice.Say("Goals.Full", ("max", Goal.MaxActive))));

    private static (Picture? Picture, int? Count) Chosen(CardData data) =>
        (
            Picture.Find(data.Text("picture")),
            data.Number("count") is { } count and >= 1 and <= PictureWords.MostTimes && count == (int)count
                ? (int)count
                : null
        );

    private static TurnResult<Person> Gone(TurnContext<Person> context) =>
        new(context.Person, new Notice(context.Voice["Tap.Gone"]));
}
