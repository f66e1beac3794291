using Milestones.Conversations;
using Milestones.School;

namespace Milestones.Features.Celebrating;

/// <summary>
/// Badges are earned quietly, told once when nothing else is open, and seen by nobody until their owner says so.
/// </summary>
internal sealed class BadgeHandler(SchoolOptions school)
{
    /// <summary>What this turn earned is noted; what was not told yet is, where it disturbs nothing.</summary>
    public static TurnResult<Person> Earned(TurnResult<Person> result, TurnContext<Person> context)
    {
        if (!Learns(result.Person))
            return result;
        var person = BadgeRules.WithEarned(result.Person, context.Today);
        List<Badge> untold = [.. person.Badges.Where(badge => !badge.IsTold && MayBeTold(badge, context.Today))];
        if (untold.Count == 0 || !IsAtRest(person, context) || IsInPlace(result, context))
            return ReferenceEquals(person, result.Person) ? result : result with { Head = person };

        // A client shows the suggestions of the last message alone.
        var voice = VoiceOf.Person(person);
        var last =
            result.Replies.Count > 0 && result.Replies[^1] is Say ? result.Replies.Count - 1 : result.Replies.Count;
        return result with
        {
            Head = person with { Badges = [.. person.Badges.Select(Told)] },
            Replies =
            [
                .. result.Replies.Take(last),
                new Show(BadgeCards.Told(untold, voice), BadgeCards.TitleOfTold(untold, voice)),
                .. result.Replies.Skip(last),
            ],
        };

        Badge Told(Badge badge) => untold.Contains(badge) ? badge with { IsTold = true } : badge;
    }

    public TurnResult<Person> Mine(TurnContext<Person> context) => Mine(context.Person, null, context);

    /// <summary>Which of them the class may see. What is hidden now leaves the cards in the channel.</summary>
    public TurnResult<Person> Choose(Tapped tapped, TurnContext<Person> context)
    {
        var shown = (tapped.Data.Text(BadgeCards.WhichShown) ?? string.Empty).Split(',');
        var before = context.Person;
        var person = before with
        {
            Badges =
            [
                .. before.Badges.Select(badge =>
                    badge with
                    {
                        ShownOn = shown.Contains(badge.Kind.ToString(), StringComparer.Ordinal)
                            ? badge.ShownOn ?? context.Today
                            : null,
                    }
                ),
            ],
        };
        var hidden = before.Badges.Where(badge =>
            badge.ShownOn is not null && person.FindBadge(badge.Kind)!.ShownOn is null
        );
        return Mine(person, context.Voice["Badge.Saved"], context) with
        {
            Messages =
            [
                .. hidden.SelectMany(badge =>
                    Classes(person)
                        .Select(one => new Addressed(one.Class, new BadgeHidden(context.Turn.Person, badge.Kind)))
                ),
            ],
        };
    }

    private TurnResult<Person> Mine(Person person, string? said, TurnContext<Person> context) =>
        new(
            person with
            {
                Badges = [.. person.Badges.Select(badge => badge with { IsTold = true })],
            },
            context.Here(
                BadgeCards.Mine(
                    person.Badges,
                    context.Today,
                    Classes(person).Any(),
                    school.Address.Length > 0,
                    said,
                    context.Voice
                ),
                context.Voice["Badge.Mine"]
            )
        );

    /// <summary>Asking for help is hard enough: that it was brave is said another day.</summary>
    private static bool MayBeTold(Badge badge, DateOnly today) =>
        badge.Kind != BadgeKind.AskedForHelp || badge.EarnedOn < today;

    private static bool IsAtRest(Person person, TurnContext<Person> context) =>
        context.Turn is { Input: Said or Tapped, Conversation: not null }
        // What was reached is offered to the class in this turn: one thing at a time.
        && person.OfferedToTellAt != context.Now
        && person
            is {
                Dialog: null or AskingFirstWords { IsLight: true },
                Reflecting: null,
                Pending: null,
                Question: null,
                Unsure: null,
                Erasure: null,
                Alerts.Count: 0,
                Heavy: null or { IsOpen: false },
            };

    /// <summary>A tap that is answered on its card alone: a message of its own would come as a surprise.</summary>
    private static bool IsInPlace(TurnResult<Person> result, TurnContext<Person> context) =>
        context.Turn.Input is Tapped && result.Replies.All(reply => reply is Replace or Notice);

    private static bool Learns(Person person) =>
        person.Classes.Count == 0 || person.Classes.Any(one => one.Role != MemberRole.Teacher);

    private static IEnumerable<Membership> Classes(Person person) =>
        person.Classes.Where(one => one.Role == MemberRole.Student);
}
