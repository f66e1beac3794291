using Milestones.Calendar;
using Milestones.Conversations;
using Milestones.School;
using Milestones.Views;

namespace Milestones.Features.Reflections;

/// <summary>
/// What the alarm brings: the weekly prompt and its one reminder. Also what a student decides about them.
/// </summary>
internal static class PromptHandler
{
    /// <summary>What is due at one minute is spread over so many minutes; a class then hears within them.</summary>
    private static readonly TimeSpan SpreadOver = TimeSpan.FromMinutes(5);

    /// <summary>Decides everything that is due, class by class, and sends it.</summary>
    public static TurnResult<Person> Ring(TurnContext<Person> context)
    {
        var result = new TurnResult<Person>(context.Person);
        foreach (var key in context.Person.Classes.Select(one => one.Class))
            result = result.Then(Ring(key, context with { Head = result.Person }));
        return result;
    }

    /// <summary>
    /// Every turn may change when the next decision is due: a schedule arrived, a pause began, an answer was given.
    /// </summary>
    public static Person WithAlarms(Person person, DateTimeOffset now) =>
        person.Classes.Count == 0
            ? person
            : person with
            {
                Classes =
                [
                    .. person
                        .Classes.Select(one => Started(one, now))
                        .Select(one => one with { LookAt = LookAt(one, person, now) }),
                ],
            };

    /// <summary>Whether prompts come, and how to change that.</summary>
    public static TurnResult<Person> Choices(TurnContext<Person> context) =>
        new(context.Person, context.Here(PromptChoicesCard.Of(context, null), context.Voice["Prompts.Title"]));

    public static TurnResult<Person> Pause(CardData data, TurnContext<Person> context)
    {
        if (data.Day("until") is not { } day || day <= context.Today || day > context.Today.AddYears(1))
        {
            return new(
                context.Person,
                new Replace(
                    PromptChoicesCard.Of(context, context.Voice["Prompts.WhichDay"]),
                    context.Voice["Prompts.WhichDay"]
                )
            );
        }

        return PauseUntil(day, context);
    }

    /// <summary>Nothing comes before this day.</summary>
    public static TurnResult<Person> PauseUntil(DateOnly day, TurnContext<Person> context) =>
        Chosen(
            new PromptChoice(OptedOut: false, LocalTime.First(day, default, context.Person.TimeZone)),
            context.Voice.Say("Prompts.Paused", ("day", context.Voice.Day(day, context.Today))),
            context
        );

    public static TurnResult<Person> Stop(TurnContext<Person> context) =>
        Chosen(new PromptChoice(OptedOut: true, PausedUntil: null), context.Voice["Prompts.Stopped"], context);

    public static TurnResult<Person> Resume(TurnContext<Person> context) =>
        Chosen(null, context.Voice["Prompts.Resumed"], context);

    private static TurnResult<Person> Chosen(PromptChoice? choice, string said, TurnContext<Person> context) =>
        new(
            context.Person with
            {
                Prompts = choice,
            },
            new Say(said, context.Voice.List(choice is null ? "Suggest.Reflect" : "Suggest.PromptsOff"))
        );

    private static TurnResult<Person> Ring(DocumentKey key, TurnContext<Person> context)
    {
        var person = context.Person;
        if (
            person.Classes.FirstOrDefault(one => one.Class == key)
            is not { Role: MemberRole.Student, Schedule: { } schedule, Cursor: { } cursor } membership
        )
        {
            return new(person);
        }

        var result = new TurnResult<Person>(PromptNotes.With(person, membership));
        while (true)
        {
            var now = context with { Head = result.Person };
            if (
                PromptRules.Due(schedule, cursor, context.Now) is { } due
                && PromptNotes.AlreadyAsked(key, due.Week, result.Person) is { } known
            )
            {
                (result, cursor) = (
                    result with
                    {
                        Head = PromptNotes.Decided(known, key, cursor.With(due.Week)),
                    },
                    cursor.With(due.Week)
                );
                continue;
            }

            switch (PromptRules.Decide(schedule, Recipient(result.Person), cursor, context.Now))
            {
                case PromptDecision.Send send:
                    cursor = cursor.With(send.Week);
                    result = result.Then(
                        Send(key, send, now with { Head = PromptNotes.Decided(now.Person, key, cursor) })
                    );
                    continue;
                case PromptDecision.Skip skip:
                    cursor = cursor.With(skip.Week);
                    result = result with
                    {
                        Head = PromptNotes.Decided(
                            PromptNotes.Noted(result.Person, key, skip.Week, skip.Why),
                            key,
                            cursor
                        ),
                    };
                    continue;
            }

            break;
        }

        return result.Replies.Count > 0
            ? result
            : result.Then(Remind(key, schedule, context with { Head = result.Person }));
    }

    /// <summary>
    /// A teacher has this week's question sent before its time. Where it may not come now, it comes when it would have.
    /// </summary>
    public static TurnResult<Person> Now(PromptNow now, TurnContext<Person> context)
    {
        var person = context.Person;
        if (
            person.Classes.FirstOrDefault(one => one.Class == now.Class)
                is not { Role: MemberRole.Student, Schedule: { } schedule, Cursor: { } cursor } membership
            || cursor.Through >= now.Week
            || now.Week != IsoWeek.Of(LocalTime.Day(context.Now, schedule.Zone))
            || OpenWeek.Find(person, now.Class, now.Week) is { IsReflected: true }
            || Recipient(person) is var recipient
                && (
                    recipient.WhyNot(context.Now) is not null
                    || new SendingRoom(schedule, recipient).Find(context.Now, context.Now + SpreadOver)
                        is not { Why: null, At: var at }
                    || at > context.Now
                )
        )
        {
            return new(person);
        }

        var decided = PromptNotes.With(person, membership with { Cursor = cursor.With(now.Week) });
        return Send(now.Class, new PromptDecision.Send(now.Week, PromptOutcome.Sent), context with { Head = decided });
    }

    private static TurnResult<Person> Send(DocumentKey key, PromptDecision.Send send, TurnContext<Person> context)
    {
        var person = PromptNotes.Closed(context.Person, key);
        var sent = person.Classes.First(one => one.Class == key) with
        {
            LastPrompt = new SentPrompt(send.Week, context.Now),
        };
        var open = new OpenWeek(sent, send.Week);
        var next = PromptNotes.Noted(PromptNotes.With(person, sent), key, send.Week, send.As);
        next = next with
        {
            LastUnprompted = context.Now,
            Reflecting = next.Reflecting is { Listens: true } asked ? asked : new CheckingIn(key, send.Week),
        };
        return new(next, new Show(CheckInCard.Of(open, context), CheckInCard.Title(open, context)));
    }

    private static TurnResult<Person> Remind(DocumentKey key, WeeklySchedule schedule, TurnContext<Person> context)
    {
        var membership = context.Person.Classes.First(one => one.Class == key);
        if (
            membership.LastPrompt is not { Answered: false, RemindedAt: null } prompt
            || ReminderRules.Decide(schedule, Recipient(context.Person), prompt, context.Now) is not PromptDecision.Send
        )
        {
            return new(context.Person);
        }

        var open = new OpenWeek(membership, prompt.Week);
        var noted = membership.WithOutcome(prompt.Week, outcome => outcome with { Reminder = PromptOutcome.Sent });
        var reminded = PromptNotes.With(
            context.Person,
            noted with
            {
                LastPrompt = prompt with { RemindedAt = context.Now },
            }
        ) with
        {
            LastUnprompted = context.Now,
        };
        return new(reminded, new Show(CheckInCard.Reminder(open, context), context.Voice["Reflect.Reminder"]));
    }

    private static DateTimeOffset? LookAt(Membership membership, Person person, DateTimeOffset now)
    {
        if (membership is not { Role: MemberRole.Student, Schedule: { } schedule, Cursor: { } cursor })
            return null;
        if (
            PromptRules.Due(schedule, cursor, now) is { } due
            && PromptNotes.AlreadyAsked(membership.Class, due.Week, person) is not null
        )
        {
            return now;
        }

        var recipient = Recipient(person);
        var prompt = At(PromptRules.Decide(schedule, recipient, cursor, now), now);
        var reminder =
            membership.LastPrompt is { Answered: false, RemindedAt: null } last
            && ReminderRules.Decide(schedule, recipient, last, now) is var decision and not PromptDecision.Skip
                ? At(decision, now)
                : null;
        return prompt is null || reminder < prompt ? reminder ?? prompt : prompt;
    }

    private static DateTimeOffset? At(PromptDecision decision, DateTimeOffset now) =>
        decision switch
        {
            PromptDecision.WaitUntil wait => wait.At,
            PromptDecision.Idle => null,
            _ => now,
        };

    /// <summary>Prompts begin when a schedule first reaches the student.</summary>
    private static Membership Started(Membership membership, DateTimeOffset now) =>
        membership is { Role: MemberRole.Student, Schedule: not null, Cursor: null }
            ? membership with
            {
                Cursor = new PromptCursor(now),
            }
            : membership;

    private static Recipient Recipient(Person person) =>
        new(
            person.TimeZone,
            Reachable: person.Chat is not null && person.Unreachable is null,
            person.Prompts?.OptedOut ?? false,
            person.Prompts?.PausedUntil,
            person.LastUnprompted,
            Spread.Of($"{person.Id.TenantId}:{person.Id.ObjectId}", SpreadOver)
        )
        {
            Quiet = person.Quiet ?? QuietHours.Night,
        };
}
