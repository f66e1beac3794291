using Milestones.Cards;
using Milestones.Conversations;
using Milestones.Localization;
using Milestones.School;
using Milestones.Views;

namespace Milestones.Features.Celebrating;

/// <summary>
/// The coach offers to tell the class that a goal, or a step of it, was reached. The student sees the words first, and
/// may leave their own out.
/// </summary>
internal static class TellingHandler
{
    private const string WithWords = "words";

    /// <summary>Classes offered on one card.</summary>
    private const int MostClasses = 3;

    /// <summary>Steps come often; an offer for each would be a nag.</summary>
    private static readonly TimeSpan StepsApart = TimeSpan.FromDays(7);

    /// <summary>What was reached in this turn is worth an offer, once, before the suggestions that end the
    /// answer.</summary>
    public static TurnResult<Person> Offer(TurnResult<Person> result, TurnContext<Person> context)
    {
        var person = result.Person;
        if (
            ReferenceEquals(person.Goals, context.Person.Goals)
            || context.Turn.Input is Received or Rang
            || person.PraiseWish == PraiseWish.JustTellMe
            || !Classes(person).Any()
            || Reached(context.Person, person) is not var (goal, step)
            || (step is not null && context.Now - person.OfferedToTellAt < StepsApart)
        )
        {
            return result;
        }

        var voice = VoiceOf.Person(person);
        var title = voice[step is null ? "Praise.Tell.Goal" : "Praise.Tell.Step"];
        (string, string)[] what =
        [
            ("goal", goal.Id),
            .. step is { } number ? [("step", Number(number))] : Array.Empty<(string, string)>(),
        ];
        var card = CardParts.Framed(
            title,
            [
                new TextBlock(title) { Weight = "bolder" },
                .. Choices(
                    ("👀", new Execute(voice["Praise.Tell.Show"], CelebrationVerbs.Tell, what)),
                    (
                        OfferCards.SignOfOneself,
                        new Execute(voice["Praise.Tell.Nobody"], CelebrationVerbs.TellNobody, what)
                    )
                ),
            ],
            voice.Culture
        );
        var last =
            result.Replies.Count > 0 && result.Replies[^1] is Say ? result.Replies.Count - 1 : result.Replies.Count;
        return result with
        {
            Head = person with { OfferedToTellAt = context.Now },
            Replies = [.. result.Replies.Take(last), new Show(card, title), .. result.Replies.Skip(last)],
        };

        IEnumerable<CardElement> Choices(params (string Sign, Execute Tap)[] choices) =>
            voice.IsToYoung
                ? Tiles.Of(choices.Select(one => OfferCards.Tile(one.Sign, one.Tap)))
                : [new ActionSet([.. choices.Select(one => one.Tap)])];
    }

    /// <summary>What the class would read, in each of the student's classes.</summary>
    public static TurnResult<Person>? Preview(Tapped tapped, TurnContext<Person> context)
    {
        var (person, voice) = (context.Person, context.Voice);
        if (Said(tapped.Data, person) is not { } said || Classes(person).ToList() is not { Count: > 0 } classes)
            return null;
        var name = OfferHandler.NameOf(context);
        var title = voice["Praise.Tell.Title"];
        var words = TakesWords(said, voice);
        return new(
            person,
            new Replace(
                CardParts.Framed(
                    title,
                    [
                        CardParts.Heading(title),
                        .. PraiseWords.Body(words ? said : said with { Text = null }, name, voice),
                        CardParts.Small(voice["Praise.Tell.Audience"]),
                        .. voice.IsToYoung ? Pictures() : Choices(),
                    ],
                    voice.Culture
                ),
                title
            )
        );

        IEnumerable<CardElement> Choices() =>
            [
                .. classes
                    .Take(MostClasses)
                    .Select(one => new ActionSet([
                        Button("Praise.InChannel", "Praise.Tell.In", one, words) with
                        {
                            Style = "positive",
                        },
                        .. words
                            ? [Button("Praise.Tell.NoWords", "Praise.Tell.NoWordsIn", one, withWords: false)]
                            : Array.Empty<CardAction>(),
                    ])),
                new ActionSet(JustMe()),
            ];

        IEnumerable<CardElement> Pictures() =>
            Tiles.Of(
                classes
                    .Take(MostClasses)
                    .Select(one => Button("Praise.InChannel", "Praise.Tell.In", one, withWords: false))
                    .Select(tap => OfferCards.Tile(OfferCards.SignOfClass, tap))
                    .Append(OfferCards.Tile(OfferCards.SignOfOneself, JustMe()))
            );

        Execute JustMe() => new(voice["Praise.Tell.Nobody"], CelebrationVerbs.TellNobody, What(tapped.Data));

        Execute Button(string label, string labelOfSeveral, Membership one, bool withWords) =>
            new(
                classes.Count == 1 ? voice[label] : voice.Say(labelOfSeveral, ("class", one.ClassName)),
                CelebrationVerbs.TellClass,
                [
                    .. What(tapped.Data),
                    ("class", one.Class.Partition),
                    .. withWords ? [(WithWords, "yes")] : Array.Empty<(string, string)>(),
                ]
            );
    }

    public static TurnResult<Person>? Tell(Tapped tapped, TurnContext<Person> context)
    {
        var (person, voice) = (context.Person, context.Voice);
        if (
            Said(tapped.Data, person) is not { } said
            || Classes(person).FirstOrDefault(one => one.Class.Partition == tapped.Data.Text("class"))
                is not { } membership
        )
        {
            return null;
        }

        var before = person
            .PraiseOffers.Where(one =>
                one.Class == membership.Class
                && (one.Praise.Id == said.Id || one.Praise.Id.StartsWith($"{said.Id}-", StringComparison.Ordinal))
            )
            .ToList();
        if (before.Exists(one => one.Choice == PraiseChoice.InChannel))
            return new(person, new Notice(voice["Praise.Tell.Already"]));

        // What was taken back is another one when it is told again.
        var id = before.Count == 0 ? said.Id : $"{said.Id}-{context.Turn.NewId(8)}";
        var praise =
            tapped.Data.Has(WithWords) && TakesWords(said, voice)
                ? said with
                {
                    Id = id,
                }
                : said with
                {
                    Id = id,
                    Text = null,
                };
        var offer = new PraiseOffer(praise, membership.Class, context.Now)
        {
            ClassName = membership.ClassName,
            IsChecked = true,
            ShownAt = context.Now,
            Choice = PraiseChoice.InChannel,
        };
        return new(
            person with
            {
                PraiseOffers = [.. person.PraiseOffers.TakeLast(9), offer with { Praise = praise.WithoutWords() }],
            },
            new Replace(Going(offer, context), voice["Praise.Tell.Title"])
        )
        {
            Messages = [new(membership.Class, new PraiseAgreed(praise, Mention: false))],
        };
    }

    public static TurnResult<Person> Nobody(TurnContext<Person> context) =>
        new(
            context.Person,
            new Replace(
                OfferCards.Plain(context.Voice["Praise.Tell.JustYou"], context.Voice),
                context.Voice["Praise.Tell.Nobody"]
            )
        );

    /// <summary>The youngest are told of in a picture and its sentence alone.</summary>
    private static bool TakesWords(Praise said, Voice voice) =>
        !voice.IsToYoung && said.Text is not null && Unkind.WhyNot(said.Text, Praise.MaxLength) is null;

    private static Card Going(PraiseOffer offer, TurnContext<Person> context)
    {
        var voice = context.Voice;
        var title = voice["Praise.Tell.Going"];
        return CardParts.Framed(
            title,
            [
                CardParts.Heading(title),
                .. PraiseWords.Body(offer.Praise, OfferHandler.NameOf(context), voice),
                new ActionSet(
                    new Execute(
                        voice["Praise.Withdraw"],
                        CelebrationVerbs.Withdraw,
                        ("praise", offer.Praise.Id),
                        ("class", offer.Class.Partition)
                    )
                ),
            ],
            voice.Culture
        );
    }

    /// <summary>What is reached still, in words; its id comes from what it is, so that it is told once.</summary>
    private static Praise? Said(CardData data, Person person) =>
        person.FindGoal(data.Text("goal")) is not { } goal ? null
        : data.Number("step") is not { } step
            ? goal.ReachedOn is null ? null
                : new($"goal-{goal.Id}", null, null, person.Id.ObjectId, PraiseStem.Goal, Short(goal.Sentence))
        : step >= 0 && step < goal.Milestones.Count && goal.Milestones[(int)step] is { ReachedOn: not null } reached
            ? new(
                $"step-{goal.Id}-{Number((int)step)}",
                null,
                null,
                person.Id.ObjectId,
                PraiseStem.Step,
                Short(reached.Title)
            )
        : null;

    /// <summary>A long goal is told without its words rather than cut; a step of a number may have none.</summary>
    private static string? Short(string words) =>
        string.IsNullOrWhiteSpace(words) || words.Length > Praise.MaxLength ? null : words;

    private static (string, string)[] What(CardData data) =>
        [
            ("goal", data.Text("goal") ?? string.Empty),
            .. data.Text("step") is { } step ? [("step", step)] : Array.Empty<(string, string)>(),
        ];

    private static (Goal Goal, int? Step)? Reached(Person before, Person after)
    {
        foreach (var goal in after.Goals)
        {
            if (before.FindGoal(goal.Id) is not { } was || ReferenceEquals(was, goal))
                continue;
            if (goal.ReachedOn is not null && was.ReachedOn is null)
                return (goal, null);

            // Whoever is there is asked about the goal itself.
            if (goal.Share >= 1)
                continue;
            for (var step = goal.Milestones.Count - 1; step >= 0; step--)
            {
                if (
                    goal.Milestones[step].ReachedOn is not null
                    && step < was.Milestones.Count
                    && was.Milestones[step].ReachedOn is null
                )
                {
                    return (goal, step);
                }
            }
        }

        return null;
    }

    private static IEnumerable<Membership> Classes(Person person) =>
        person.Classes.Where(one => one is { Role: MemberRole.Student, Schedule: not null });

    private static string Number(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
