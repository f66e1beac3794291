using Milestones.Cards;
using Milestones.Conversations;
using Milestones.School;
using Milestones.Views;

namespace Milestones.Features.Teaching;

/// <summary>
/// A teacher lets colleagues see a period's figures, or posts them in a channel of theirs: to whom is chosen by name,
/// and on the card stands nobody's.
/// </summary>
internal static class InsightSharing
{
    private const string With = "with";
    private const int MostClasses = 12;
    private const int MostChoices = 60;

    /// <summary>The classes this teacher has, and who else teaches there.</summary>
    public static IEnumerable<DocumentKey> Needs(
        Person person,
        Tapped tapped,
        PersonId teacher,
        OtherDocuments others
    ) =>
        tapped.Verb is InsightVerbs.ShareWith or InsightVerbs.Share
            ?
            [
                .. Taught(person),
                .. Classes(person, teacher, others).SelectMany(Colleagues).Select(one => DocumentKeys.Person(one.Id)),
            ]
            : [];

    /// <summary>The form: to whom.</summary>
    public static TurnResult<Person> Ask(CardData data, TeacherView view)
    {
        var voice = view.Voice;
        if (Figures(data, view) is not { Parts.Count: > 0 } figures)
            return new(view.Context.Person, new Notice(voice.Say("Insight.TooFew", ("n", Insight.SmallestGroup))));
        var choices = Choices(view).ToList();
        if (choices.Count == 0)
            return new(view.Context.Person, new Notice(voice["Insight.NobodyToShare"]));
        var period = InsightPeriod.Read(data.Text("period"))!.Value.Id;
        return new(
            view.Context.Person,
            view.Context.Here(
                view.Framed(
                    voice["Insight.Share"],
                    voice["Insight.Share"],
                    [
                        new TextBlock(voice["Insight.ShareRules"]),
                        new ChoiceInput(voice["Insight.ShareWith"], choices)
                        {
                            Id = With,
                            IsMultiSelect = true,
                            Style = "expanded",
                            Wrap = true,
                        },
                        .. InsightParts.Elements(figures),
                        new ActionSet([
                            view.Button(voice["Insight.ShareNow"], InsightVerbs.Share, null, ("period", period)) with
                            {
                                Style = "positive",
                            },
                            view.Button(voice["Teach.Back"], InsightVerbs.Open, null, ("period", period)),
                        ]),
                    ]
                ),
                voice["Insight.Share"]
            )
        );
    }

    /// <summary>To those alone who stand on the form now, whatever the card says.</summary>
    public static TurnResult<Person> Send(CardData data, TeacherView view)
    {
        var (voice, person, turn) = (view.Voice, view.Context.Person, view.Context.Turn);
        if (Figures(data, view) is not { Parts.Count: > 0 } figures)
            return new(person, new Notice(voice["Tap.Gone"]));
        var chosen = (data.Text(With) ?? "").Split(',').ToHashSet(StringComparer.Ordinal);
        var to = Choices(view).Where(choice => chosen.Contains(choice.Value)).ToList();
        return to.Count == 0
            ? new(person, new Notice(voice["Insight.ShareWithWhom"]))
            : new(
                person,
                new Replace(
                    view.Framed(
                        voice["Insight.Share"],
                        voice["Insight.Share"],
                        [
                            new TextBlock(
                                Markdown.Escape(
                                    voice.Say(
                                        "Insight.SharedWith",
                                        ("names", string.Join(", ", to.Select(one => one.Title)))
                                    )
                                )
                            ),
                            new ActionSet(
                                view.Button(
                                    voice["Teach.Back"],
                                    InsightVerbs.Open,
                                    null,
                                    ("period", data.Text("period")!)
                                )
                            ),
                        ]
                    ),
                    voice["Insight.Share"]
                )
            )
            {
                Messages =
                [
                    .. to.Select(one =>
                        DocumentKeys.NamedClass(one.Value, turn.Person.TenantId) is { } channel
                            ? new Addressed(channel, new InsightPosted(turn.Person, figures))
                            : new Addressed(
                                DocumentKeys.Person(new(turn.Person.TenantId, one.Value)),
                                new InsightShared(person.Name, figures)
                            )
                    ),
                ],
            };
    }

    public static TurnResult<Person> Received(InsightShared shared, TurnContext<Person> context) =>
        new(
            context.Person,
            new Show(
                Card(
                    shared.Figures,
                    context.Voice.Say("Insight.SharedBy", ("name", shared.ByName ?? context.Voice["Class.Somebody"])),
                    context.Voice.Culture
                ),
                shared.Figures.Title
            )
        );

    /// <summary>The class looks again whether they teach it: the channel is that of its team.</summary>
    public static TurnResult<Classroom> Posted(InsightPosted posted, TurnContext<Classroom> context)
    {
        var classroom = context.Classroom;
        return classroom.IsActive && Teachers.Teaches(classroom, posted.By) && classroom.NewsChannel is { } channel
            ? new(
                classroom,
                new Elsewhere(
                    channel,
                    new Show(Card(posted.Figures, null, context.Voice.Culture), posted.Figures.Title),
                    OutboxPolicy.Post
                )
            )
            : new(classroom);
    }

    private static Card Card(SharedInsight figures, string? by, System.Globalization.CultureInfo culture) =>
        CardParts.Framed(
            figures.Title,
            [
                CardParts.Heading(figures.Title),
                .. by is null ? Array.Empty<CardElement>() : [TeacherView.Small(Markdown.Escape(by))],
                .. InsightParts.Elements(figures),
            ],
            culture
        );

    private static SharedInsight? Figures(CardData data, TeacherView view) =>
        InsightPeriod.Read(data.Text("period")) is { } period
            ? InsightParts.Of(InsightHandler.Of(period, view), view)
            : null;

    /// <summary>Colleagues who can be reached, by name, and then the channels.</summary>
    private static IEnumerable<Choice> Choices(TeacherView view)
    {
        var (context, voice) = (view.Context, view.Voice);
        var classes = Classes(context.Person, context.Turn.Person, context.Others).ToList();
        return classes
            .SelectMany(Colleagues)
            .Where(one =>
                one.Id != context.Turn.Person
                && context.Others.Person(DocumentKeys.Person(one.Id)) is { Chat: not null, Unreachable: null }
            )
            .DistinctBy(one => one.Id)
            .OrderBy(one => one.Name, StringComparer.Create(voice.Culture, ignoreCase: true))
            .Select(one => new Choice(one.Name ?? voice["Class.Somebody"], one.Id.ObjectId))
            .Concat(
                classes
                    .Where(one => one.NewsChannel is not null)
                    .Select(one => new Choice(
                        voice.Say("Insight.Channel", ("team", one.Name ?? voice["Class.NoName"])),
                        one.Key.Partition
                    ))
            )
            .Take(MostChoices);
    }

    private static IEnumerable<(PersonId Id, string? Name)> Colleagues(Classroom classroom) =>
        classroom
            .Members.Where(member => member.Role == MemberRole.Teacher)
            .Select(member => (new PersonId(classroom.TenantId, member.ObjectId), member.Name));

    private static IEnumerable<Classroom> Classes(Person person, PersonId teacher, OtherDocuments others) =>
        Taught(person)
            .Select(others.Class)
            .OfType<Classroom>()
            .Where(one => one.IsActive && Teachers.Teaches(one, teacher));

    private static IEnumerable<DocumentKey> Taught(Person person) =>
        person.Classes.Where(one => one.Role == MemberRole.Teacher).Select(one => one.Class).Take(MostClasses);
}
