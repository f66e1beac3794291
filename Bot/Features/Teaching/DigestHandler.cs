using Milestones.Calendar;
using Milestones.Conversations;
using Milestones.School;

namespace Milestones.Features.Teaching;

/// <summary>What the clock brings a teacher: the picture of each class's week, once.</summary>
internal static class DigestHandler
{
    private const int KeptOutcomes = 8;

    /// <summary>When it could not be read that they teach, before names leave unasked.</summary>
    private static readonly TimeSpan AskAgain = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan SpreadOver = TimeSpan.FromMinutes(5);

    /// <summary>The classes whose picture is due, and then their students.</summary>
    public static IReadOnlyCollection<DocumentKey> Needs(Person person, Turn turn, OtherDocuments others) =>
        [
            .. Due(person, turn.Now)
                .SelectMany(one =>
                    TeacherHandler.StudentsOf(one.Class, person.Id, turn.Now, others).Prepend(one.Class)
                ),
        ];

    public static TurnResult<Person> Ring(TurnContext<Person> context) =>
        Due(context.Person, context.Now)
            .Aggregate(
                new TurnResult<Person>(context.Person),
                (result, membership) => result.Then(Ring(membership, context with { Head = result.Person }))
            );

    /// <summary>Every turn may change when the next picture is due.</summary>
    public static Person WithAlarms(Person person, DateTimeOffset now) =>
        !person.Classes.Any(Teaches)
            ? person
            : person with
            {
                Classes =
                [
                    .. person.Classes.Select(one =>
                        Teaches(one) ? one with { LookAt = LookAt(one, person, now) } : one
                    ),
                ],
            };

    private static TurnResult<Person> Ring(Membership membership, TurnContext<Person> context)
    {
        var decision = Decide(membership, context.Person, context.Now);
        if (decision is PromptDecision.Skip skip)
            return new(With(context.Person, Noted(membership, skip.Week, skip.Why)));
        if (decision is not PromptDecision.Send send)
            return new(context.Person);

        var classroom = context.Others.Class(membership.Class);
        var why = TeacherHandler.WhyNot(classroom, context.Person.Id, context.Now);
        if (classroom is null || why is not null)
        {
            return new(
                With(
                    context.Person,
                    TeacherHandler.Waits(why)
                        ? membership with
                        {
                            RetryAt = context.Now + AskAgain,
                        }
                        : Noted(membership, send.Week, null)
                )
            );
        }

        var view = new TeacherView(TeacherHandler.Week(classroom, send.Week, context), context);
        return view.Week.IsEmpty
            ? new(With(context.Person, Noted(membership, send.Week, null)))
            : new(
                With(
                    context.Person,
                    Noted(membership, send.Week, send.As) with
                    {
                        LastPrompt = new SentPrompt(send.Week, context.Now, Answered: true),
                    }
                ),
                new Show(DigestCard.Of(view), DigestCard.Title(view))
            );
    }

    private static IEnumerable<Membership> Due(Person person, DateTimeOffset now) =>
        person.Classes.Where(one =>
            Teaches(one)
            && !(one.RetryAt > now)
            && Decide(one, person, now) is PromptDecision.Send or PromptDecision.Skip
        );

    private static PromptDecision Decide(Membership membership, Person person, DateTimeOffset now) =>
        DigestRules.Decide(membership.Schedule!, Recipient(person), membership.Cursor!, now);

    private static DateTimeOffset? LookAt(Membership membership, Person person, DateTimeOffset now)
    {
        DateTimeOffset? at = Decide(membership, person, now) switch
        {
            PromptDecision.WaitUntil wait => wait.At,
            PromptDecision.Idle => null,
            _ => now,
        };
        return at < membership.RetryAt ? membership.RetryAt : at;
    }

    private static bool Teaches(Membership membership) =>
        membership is { Role: MemberRole.Teacher, Schedule: not null, Cursor: not null };

    /// <param name="outcome">Null where there was nobody to tell of, or nothing to tell.</param>
    private static Membership Noted(Membership membership, IsoWeek week, PromptOutcome? outcome) =>
        membership with
        {
            Cursor = membership.Cursor!.With(week),
            RetryAt = null,
            Outcomes = outcome is { } known
                ? [.. membership.Outcomes.Append(new WeekOutcome(week, known)).TakeLast(KeptOutcomes)]
                : membership.Outcomes,
        };

    private static Person With(Person person, Membership changed) =>
        person with
        {
            Classes = [.. person.Classes.Select(one => one.Class == changed.Class ? changed : one)],
        };

    private static Recipient Recipient(Person person) =>
        new(
            person.TimeZone,
            Reachable: person.Chat is not null && person.Unreachable is null,
            person.Prompts?.OptedOut ?? false,
            person.Prompts?.PausedUntil,
            Spread: Spread.Of($"{person.Id.TenantId}:{person.Id.ObjectId}", SpreadOver)
        );
}
