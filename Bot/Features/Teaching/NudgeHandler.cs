using Milestones.Calendar;
using Milestones.Conversations;
using Milestones.School;

namespace Milestones.Features.Teaching;

/// <summary>
/// A push, not a chase: one for each student and week, never at night, never as the second message of a day, and none
/// to who wants no messages.
/// </summary>
internal static class NudgeHandler
{
    /// <summary>How late it may still come.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromHours(48);

    /// <summary>The teacher's tap. The student's document decides again when it comes.</summary>
    public static TurnResult<Person> Nudge(StudentWeek student, TeacherView view)
    {
        var name = view.FirstName(student);
        var why =
            ReplyHandler.WhyUnreachable(student) is { } code
                ? view.Voice.Say("Teach.NudgeGone", ("name", name), ("why", Reasons.Of(code, view.Voice)))
            : student.HasReflected ? view.Voice.Say("Teach.NudgeReflected", ("name", name))
            : WhyNot(student.Person!, view.Context.Now) is { } key ? view.Voice.Say(key, ("name", name))
            : null;
        return why is not null
            ? new(view.Context.Person, new Notice(why))
            : new(view.Context.Person, new Notice(view.Voice.Say("Teach.Nudged", ("name", name))))
            {
                Messages =
                [
                    new(
                        view.Week.Classroom.KeyOf(student.Member.ObjectId),
                        new Nudged(view.Week.Classroom.Key, view.Context.Person.Name)
                    ),
                ],
            };
    }

    /// <summary>Everybody who has not reflected and can be nudged.</summary>
    public static TurnResult<Person> NudgeAll(TeacherView view)
    {
        var some = view
            .Week.Missing.Where(one =>
                ReplyHandler.WhyUnreachable(one) is null && WhyNot(one.Person!, view.Context.Now) is null
            )
            .Take(PromptSending.AtOnce)
            .ToList();
        return new(
            view.Context.Person,
            new Notice(
                some.Count == 0
                    ? view.Voice["Teach.NudgedNobody"]
                    : view.Voice.Say("Teach.NudgedAll", ("n", some.Count))
            )
        )
        {
            Messages =
            [
                .. some.Select(one => new Addressed(
                    view.Week.Classroom.KeyOf(one.Member.ObjectId),
                    new Nudged(view.Week.Classroom.Key, view.Context.Person.Name)
                )),
            ],
        };
    }

    public static TurnResult<Person> Received(Nudged nudged, TurnContext<Person> context)
    {
        var person = context.Person;
        if (
            !person.Classes.Any(one => one.Class == nudged.Class && one.Role == MemberRole.Student)
            || WhyNot(person, context.Now) is not null
        )
        {
            return new(person);
        }

        var nudge = new Nudge(IsoWeek.Of(context.Today), nudged.Class, nudged.TeacherName, context.Now);
        return Due(context with { Head = person with { Nudge = nudge } });
    }

    /// <summary>Shows it as soon as that is possible, or lets it go.</summary>
    public static TurnResult<Person> Due(TurnContext<Person> context)
    {
        var person = context.Person;
        if (person.Nudge is not { ShowAt: { } since } nudge || since > context.Now)
            return new(person);

        var membership = person.Classes.FirstOrDefault(one =>
            one.Class == nudge.Class && one.Role == MemberRole.Student
        );
        if (membership?.Schedule is not { } schedule || person.Chat is null || person.Unreachable is not null)
            return new(person with { Nudge = nudge with { ShowAt = null } });

        var (at, why) = new SendingRoom(
            schedule,
            new Recipient(person.TimeZone, LastUnprompted: person.LastUnprompted)
            {
                Quiet = person.Quiet ?? QuietHours.Night,
            }
        ).Find(context.Now, context.Now + Grace);
        return why is not null ? new(person with { Nudge = nudge with { ShowAt = null } })
            : at > context.Now ? new(person with { Nudge = nudge with { ShowAt = at } })
            : new(
                person with
                {
                    Nudge = nudge with { ShowAt = null },
                    LastUnprompted = context.Now,
                },
                new Show(
                    AnswerCards.Nudge(nudge, membership, context.Turn, context.Voice),
                    AnswerCards.NudgeTitle(nudge, context.Voice)
                )
            );
    }

    /// <summary>The key of a text that says why a push would not come; null when it would.</summary>
    private static string? WhyNot(Person person, DateTimeOffset now) =>
        person.Prompts is { OptedOut: true } || person.Prompts?.PausedUntil > now ? "Teach.NudgeOff"
        : person.Nudge?.Week == IsoWeek.Of(LocalTime.Day(now, person.TimeZone)) ? "Teach.NudgedAlready"
        : null;
}
