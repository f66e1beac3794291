using Milestones.Calendar;
using Milestones.Conversations;
using Milestones.School;

namespace Milestones.Features.Celebrating;

/// <summary>
/// The student named chooses who hears of it. Nobody is told of a no, and what was agreed to can be taken back.
/// </summary>
internal static class OfferHandler
{
    private const int Kept = 10;

    public static TurnResult<Person> Received(PraiseOffered offered, TurnContext<Person> context)
    {
        var person = context.Person;
        if (
            StudentIn(offered.Class, person) is not { } membership
            || person.PraiseOffers.Any(one => one.Praise.Id == offered.Praise.Id)
        )
        {
            return new(person);
        }

        var offer = new PraiseOffer(offered.Praise, offered.Class, context.Now)
        {
            ClassName = offered.ClassName,
            IsChecked = offered.IsChecked,
            ShowAt = ShowAt(person, membership, context.Now),
        };
        return Due(
            context with
            {
                Head = person with
                {
                    PraiseOffers = [.. person.PraiseOffers.TakeLast(Kept - 1), offer],
                    ThankedForHelpAt = offered.Praise.Stem == PraiseStem.Help ? context.Now : person.ThankedForHelpAt,
                },
            }
        );
    }

    /// <summary>What waited for the end of the night.</summary>
    public static TurnResult<Person> Due(TurnContext<Person> context) =>
        context.Person is { Chat: null } or { Unreachable: not null }
            ? new(
                context.Person.PraiseOffers.All(one => one.ShowAt is null)
                    ? context.Person
                    : With(context.Person, one => one with { ShowAt = null })
            )
            : Show(context.Person.PraiseOffers.Where(one => one.ShowAt <= context.Now), context);

    /// <summary>Whoever wanted nothing unasked, or had no chat yet, finds it when they come.</summary>
    public static TurnResult<Person> Settled(TurnResult<Person> result, TurnContext<Person> context) =>
        context.Turn is { Input: Said or Installed, Conversation: not null }
        && result.Person is { Dialog: null or AskingFirstWords { IsLight: true }, Reflecting: null } person
        && person.PraiseOffers.Any(IsUnseen)
            ? result.Then(Show(person.PraiseOffers.Where(IsUnseen), context with { Head = person })) with
            {
                IsAside = result.IsAside,
            }
            : result;

    public static TurnResult<Person>? Choose(PraiseChoice choice, Tapped tapped, TurnContext<Person> context) =>
        Find(tapped, context) is not { IsOpen: true } offer ? null : Chosen(offer, choice, tapped, context);

    public static TurnResult<Person>? Always(Tapped tapped, TurnContext<Person> context) =>
        Find(tapped, context) is not { IsOpen: true } offer
            ? null
            : Chosen(
                offer,
                PraiseChoice.JustMe,
                tapped,
                context with
                {
                    Head = context.Person with { PraiseWish = PraiseWish.JustTellMe },
                }
            );

    public static TurnResult<Person> AskAgain(TurnContext<Person> context) =>
        new(context.Person with { PraiseWish = PraiseWish.AskMe }, new Notice(context.Voice["Praise.WillAsk"]));

    /// <summary>
    /// The class decides whether the post is this student's: a card may be older than what is remembered here.
    /// </summary>
    public static TurnResult<Person>? Withdraw(Tapped tapped, TurnContext<Person> context)
    {
        var (person, voice) = (context.Person, context.Voice);
        if (
            tapped.Data.Text("praise") is not { Length: <= 64 } id
            || DocumentKeys.NamedClass(tapped.Data.Text("class"), context.Turn.Person.TenantId) is not { } key
            || StudentIn(key, person) is null
        )
        {
            return null;
        }

        return new(
            With(person, one => one.Praise.Id == id ? one with { Choice = PraiseChoice.JustMe } : one),
            new Replace(OfferCards.Plain(voice["Praise.Withdrawn"], voice), voice["Praise.Withdraw"])
        )
        {
            Messages = [new(key, new PraiseWithdrawn(id, context.Turn.Person))],
        };
    }

    public static Membership? StudentIn(DocumentKey key, Person person) =>
        person.Classes.FirstOrDefault(one => one.Class == key && one.Role == MemberRole.Student);

    public static string NameOf(TurnContext<Person> context) => context.Person.Name ?? context.Voice["Class.Somebody"];

    private static TurnResult<Person> Chosen(
        PraiseOffer offer,
        PraiseChoice choice,
        Tapped tapped,
        TurnContext<Person> context
    )
    {
        var (voice, name) = (context.Voice, NameOf(context));
        var always = context.Person.PraiseWish == PraiseWish.JustTellMe;
        var card = choice switch
        {
            PraiseChoice.InChannel => OfferCards.Going(offer, name, voice),
            PraiseChoice.JustMe => OfferCards.Told(offer, name, always, voice),
            _ => OfferCards.Plain(voice["Praise.Declined"], voice),
        };
        return new(
            With(
                context.Person,
                one =>
                    one.Praise.Id == offer.Praise.Id
                        ? one with
                        {
                            Choice = choice,
                            Praise = one.Praise.WithoutWords(),
                        }
                        : one
            ),
            new Replace(card, OfferCards.Title(offer, voice))
        )
        {
            Messages =
                choice == PraiseChoice.InChannel
                    ?
                    [
                        new(
                            offer.Class,
                            new PraiseAgreed(offer.Praise, tapped.Data.Text(OfferCards.Mention) == OfferCards.Mention)
                        ),
                    ]
                    : [],
        };
    }

    private static TurnResult<Person> Show(IEnumerable<PraiseOffer> offers, TurnContext<Person> context)
    {
        var due = offers.ToList();
        var (voice, name) = (context.Voice, NameOf(context));
        var told = context.Person.PraiseWish == PraiseWish.JustTellMe;
        return due.Count == 0
            ? new(context.Person)
            : new(
                With(
                    context.Person,
                    one =>
                        !due.Contains(one) ? one
                        : told
                            ? one with
                            {
                                ShowAt = null,
                                ShownAt = context.Now,
                                Choice = PraiseChoice.JustMe,
                                Praise = one.Praise.WithoutWords(),
                            }
                        : one with { ShowAt = null, ShownAt = context.Now }
                ),
                [
                    .. due.Select(offer => new Show(
                        told ? OfferCards.Told(offer, name, always: true, voice) : OfferCards.Ask(offer, name, voice),
                        OfferCards.Title(offer, voice)
                    )),
                ]
            );
    }

    private static bool IsUnseen(PraiseOffer offer) => offer is { ShownAt: null, ShowAt: null, IsOpen: true };

    /// <summary>By day at once, at night in the morning, after a pause when it is over; null where nothing is to come
    /// unasked.</summary>
    private static DateTimeOffset? ShowAt(Person person, Membership membership, DateTimeOffset now)
    {
        if (person is { Prompts.OptedOut: true } or { Chat: null })
            return null;
        var from = person.Prompts?.PausedUntil is { } until && until > now ? until : now;
        return (person.Quiet ?? QuietHours.Night).FreeFrom(
            from,
            LocalTime.Knows(person.TimeZone) ? person.TimeZone : membership.Schedule?.Zone
        );
    }

    private static PraiseOffer? Find(Tapped tapped, TurnContext<Person> context) =>
        tapped.Data.Text("praise") is { } id
            ? context.Person.PraiseOffers.FirstOrDefault(one => one.Praise.Id == id)
            : null;

    private static Person With(Person person, Func<PraiseOffer, PraiseOffer> change) =>
        person with
        {
            PraiseOffers = [.. person.PraiseOffers.Select(change)],
        };
}
