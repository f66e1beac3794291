using Milestones.Cards;
using Milestones.Conversations;
using Milestones.School;
using Milestones.Views;

namespace Milestones.Features.Looking;

/// <summary>
/// Makes the link to a page. It says who opened it; what they may see there is asked again when they look.
/// </summary>
internal static class LinkHandler
{
    private const int LongestUpload = 40;

    public static IReadOnlyCollection<DocumentKey> Needs(Person person, Turn turn, OtherDocuments others) =>
        turn.Input is Tapped { Verb: PageVerbs.Class } tapped && Named(tapped.Data, turn) is { } key ? [key] : [];

    /// <summary>One's own; a teacher's first page is that of the class they teach, or the list of them.</summary>
    public static TurnResult<Person> Mine(TurnContext<Person> context, SchoolOptions school) =>
        Link(null, context, school);

    public static TurnResult<Person>? OfClass(CardData data, TurnContext<Person> context, SchoolOptions school) =>
        Named(data, context.Turn) is { } key
        && context.Others.Class(key) is { } classroom
        && Teachers.MayAct(classroom, context.Turn.Person, context.Now)
            ? Link(key, context, school, data.Text("file"))
            : null;

    /// <summary>For whom the school's settings name; to all others there is no such page.</summary>
    public static TurnResult<Person>? OfSchool(TurnContext<Person> context, SchoolOptions school) =>
        school.IsAdministrator(context.Turn.Person)
            ? Link(DocumentKeys.District(context.Turn.Person.TenantId), context, school)
            : null;

    /// <param name="upload">A file to be looked at; what is none is found nowhere.</param>
    private static TurnResult<Person> Link(
        DocumentKey? to,
        TurnContext<Person> context,
        SchoolOptions school,
        string? upload = null
    )
    {
        var voice = context.Voice;
        if (upload is { Length: > LongestUpload })
            upload = null;
        if (school.Address.Length == 0)
        {
            var where = voice[upload is null ? "Link.InTeams" : "Link.FileInTeams"];
            return new(context.Person, new Say(where, voice.List("Suggest.Home")));
        }

        var (link, token) = PageLink.New(context.Person.Id, context.Turn.Seed, context.Now, to);
        var ofSchool = to is { } named && DocumentKeys.IsSchool(named);
        var title = voice[
            upload is not null ? "Link.File"
            : to is null ? "Link.Mine"
            : ofSchool ? "Link.School"
            : "Link.Class"
        ];
        return new(
            context.Person with
            {
                Page = link with { Upload = upload },
            },
            new Show(
                CardParts.Framed(
                    title,
                    [
                        CardParts.Heading(title),
                        new TextBlock(voice["Link.Offer"]),
                        new ActionSet([
                            new OpenUrl(voice["Link.Open"], $"{school.Address.TrimEnd('/')}{PageLink.Path}/{token}"),
                            .. to is null && school.IsAdministrator(context.Turn.Person)
                                ? [new Execute(voice["Link.School"], PageVerbs.School)]
                                : Array.Empty<CardAction>(),
                            .. to is { } key && !ofSchool && upload is null
                                ? [new Execute(voice["Insight.Open"], InsightVerbs.Open, ("class", key.Partition))]
                                : Array.Empty<CardAction>(),
                        ]),
                    ],
                    voice.Culture
                ),
                title
            )
        );
    }

    private static DocumentKey? Named(CardData data, Turn turn) =>
        DocumentKeys.NamedClass(data.Text("class"), turn.Person.TenantId);
}
