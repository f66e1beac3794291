using System.Globalization;
using Milestones.Cards;
using Milestones.Conversations;
using Milestones.Localization;
using Milestones.School;

namespace Milestones.Features.Conferences;

/// <summary>
/// A student's pack: made at once from what there is, then changed by taps. Each change shows what will stand there.
/// </summary>
internal sealed class PackHandler(SchoolOptions school)
{
    /// <summary>The path of the page to print.</summary>
    public const string Path = "/conference";

    /// <summary>The pack there is; else a first one.</summary>
    public TurnResult<Person> Open(TurnContext<Person> context) =>
        Shown(context.Person.Conference ?? ConferenceItems.Begun(context.Person, context.Now), context);

    /// <summary>Another one, once the last was held; that one stays in the archive.</summary>
    public TurnResult<Person> Anew(TurnContext<Person> context) =>
        context.Person.Conference is { WasHeld: true } last
            ? Shown(ConferenceItems.Begun(context.Person, context.Now), context) with
            {
                Archive = [last.Archived()],
            }
            : Open(context);

    public TurnResult<Person>? Part(CardData data, TurnContext<Person> context) =>
        PartOf(data) is { } part && context.Person.Conference is { } pack
            ? Shown(part, pack, context, Page(data))
            : null;

    /// <summary>What was kept to oneself is asked about first: who will see it, and whether it is meant.</summary>
    public TurnResult<Person>? Put(CardData data, TurnContext<Person> context)
    {
        var known = ConferenceItems.Of(context.Person);
        if (context.Person.Conference is not { } pack || ConferenceItems.Find(known, data.Text("item")) is not { } item)
        {
            return null;
        }

        if (!pack.Shows(item) && !pack.HasRoom(item.Part, known))
            return Shown(item.Part, pack, context, Page(data), "Conference.Full");
        if (item.IsPrivate && !pack.Shows(item) && !data.Has("sure"))
        {
            var sure = PartCard.Sure(item, context, school);
            return new(context.Person, context.Here(sure, context.Voice["Conference.OnlyMe"]));
        }

        return Shown(item.Part, pack.Without(item.Id).With(item, known), context, Page(data));
    }

    public TurnResult<Person>? TakeOut(CardData data, TurnContext<Person> context) =>
        context.Person.Conference is { } pack
        && ConferenceItems.Find(ConferenceItems.Of(context.Person), data.Text("item")) is { } item
            ? Shown(item.Part, pack.Without(item.Id), context, Page(data))
            : null;

    public TurnResult<Person>? LeaveOut(CardData data, TurnContext<Person> context)
    {
        if (PartOf(data) is not { } part || context.Person.Conference is not { } pack)
            return null;
        var toggled = pack.Toggled(part);
        return Shown(toggled, context, ReferenceEquals(toggled, pack) ? "Conference.OneStays" : null);
    }

    public TurnResult<Person>? Move(CardData data, TurnContext<Person> context) =>
        PartOf(data) is { } part && context.Person.Conference is { } pack
            ? Shown(part, pack.Moved(part, data.Text("to") == "earlier"), context, 0)
            : null;

    public static TurnResult<Person>? Details(TurnContext<Person> context, string? wrong = null) =>
        context.Person.Conference is { } pack
            ? new(
                context.Person,
                context.Here(PackCards.Details(pack, wrong, context), context.Voice["Conference.Details"])
            )
            : null;

    /// <summary>No day of their own, and the class's once more, leaves the class's to count.</summary>
    public TurnResult<Person>? SaveDetails(CardData data, TurnContext<Person> context)
    {
        if (context.Person.Conference is not { } pack)
            return null;
        var given = data.Day("on");
        if (given is null && data.Text("on") is not null)
            return Details(context, "Conference.WrongDay");
        var on = given == (pack with { On = null }).DayOf(context.Person) ? null : given;
        return Shown(
            pack with
            {
                On = on,
                LetterLanguage = Voice.Languages.FirstOrDefault(one => one == data.Text("language")),
                AskedHowAt = on == pack.On ? pack.AskedHowAt : null,
            },
            context
        );
    }

    /// <summary>A link under which the pack can be looked at and printed; what is on it is read when it is
    /// opened.</summary>
    public TurnResult<Person>? Print(TurnContext<Person> context)
    {
        if (context.Person.Conference is null)
            return null;
        if (school.Address.Length == 0)
            return Said("Conference.AskSchool", context);
        var (link, token) = PrintLink.New(context.Person.Id, PrintKind.Conference, context.Turn.Seed, context.Now);
        return new(
            context.Person with
            {
                Print = link,
            },
            context.Here(
                PackCards.Link($"{school.Address.TrimEnd('/')}{Path}/{token}", isClass: false, context.Voice),
                context.Voice["Conference.Print"]
            )
        );
    }

    /// <summary>From now on the teachers of one class see it; of several classes the student says which.</summary>
    public TurnResult<Person>? Ready(CardData data, TurnContext<Person> context)
    {
        if (context.Person.Conference is not { } pack)
            return null;
        var classes = context.Person.Classes.Where(one => one.Role == MemberRole.Student).ToList();
        var named = classes.FirstOrDefault(one => one.Class.Partition == data.Text("class"));
        if (named is null && (classes.Count > 0 || !data.Has("sure")))
        {
            return new(
                context.Person,
                context.Here(PackCards.Ready(classes, context.Voice), context.Voice["Conference.Ready"])
            );
        }

        return Shown(
            pack with
            {
                ReadyAt = context.Now,
                ReadyIn = named?.Class,
            },
            context,
            pack.DayOf(context.Person) is null ? "Conference.ReadyNoDay" : "Conference.IsReady"
        );
    }

    public TurnResult<Person>? NotReady(TurnContext<Person> context) =>
        context.Person.Conference is { } pack
            ? Shown(pack with { ReadyAt = null, ReadyIn = null }, context, "Conference.TakenBack")
            : null;

    private TurnResult<Person> Shown(ConferencePack pack, TurnContext<Person> context, string? note = null) =>
        new(
            context.Person with
            {
                Conference = pack,
            },
            context.Here(
                PackCards.Of(pack, context with { Head = context.Person with { Conference = pack } }, school, note),
                context.Voice["Conference.Title"]
            )
        );

    private TurnResult<Person> Shown(
        ConferencePart part,
        ConferencePack pack,
        TurnContext<Person> context,
        int page,
        string? note = null
    ) =>
        new(
            context.Person with
            {
                Conference = pack,
            },
            context.Here(PartCard.Of(part, pack, page, note, context, school), PartWords.Title(part, context.Voice))
        );

    private static TurnResult<Person> Said(string key, TurnContext<Person> context) =>
        new(
            context.Person,
            context.Here(
                CardParts.Framed(context.Voice[key], [new TextBlock(context.Voice[key])], context.Voice.Culture),
                context.Voice["Conference.Title"]
            )
        );

    private static ConferencePart? PartOf(CardData data) =>
        Enum.TryParse<ConferencePart>(data.Text("part"), out var part) && Enum.IsDefined(part) ? part : null;

    private static int Page(CardData data) =>
        int.TryParse(data.Text("page"), NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? page : 0;
}
