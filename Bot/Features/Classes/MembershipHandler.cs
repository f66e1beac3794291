using Milestones.Calendar;
using Milestones.School;

namespace Milestones.Features.Classes;

/// <summary>What a person's document takes from their classes.</summary>
internal static class MembershipHandler
{
    /// <summary>
    /// In a class, or something about it is new. Prompts begin when a schedule first reaches the person, and are never
    /// counted back.
    /// </summary>
    public static TurnResult<Person> Joined(JoinedClass joined, TurnContext<Person> context)
    {
        var person = context.Person;
        var known = person.Classes.FirstOrDefault(one => one.Class == joined.Membership.Class);

        // Prompts of a student and digests of a teacher are not the same weeks.
        var before = known?.Role == joined.Membership.Role ? known : null;
        var now = joined.Membership with
        {
            Cursor = before?.Cursor ?? (joined.Membership.Schedule is null ? null : new PromptCursor(context.Now)),
            LastPrompt = before?.LastPrompt,
            RetryAt = before?.RetryAt,
            Outcomes = before?.Outcomes ?? [],
        };
        var next = person.Met(joined.Name, joined.Chat, joined.Locale) with
        {
            Classes = known is null
                ? [.. person.Classes, now]
                : [.. person.Classes.Select(one => one.Class == now.Class ? now : one)],
        };

        // What is open already is news to a class this student has just come to, and to one that has somebody to tell
        // only now.
        var tells =
            now.Role == MemberRole.Student
            && (before is not { Role: MemberRole.Student } || (now.IsWatched && !before.IsWatched));
        return new(next)
        {
            Messages = tells
                ?
                [
                    .. person.Alerts.Select(alert => new Addressed(
                        now.Class,
                        new AlertRaised(person.Id, next.Name, alert)
                    )),
                ]
                : [],
        };
    }

    public static TurnResult<Person> Left(LeftClass left, TurnContext<Person> context) =>
        new(
            context.Person with
            {
                Classes = [.. context.Person.Classes.Where(known => known.Class != left.Class)],
                Traces = (context.Person.Traces ?? Traces.None).With(left.Class),
            }
        );

    /// <summary>
    /// A student's call for help goes to every teacher of the class; where none is known, to the first who is.
    /// </summary>
    public static TurnResult<Classroom> Pass(HelpAsked asked, TurnContext<Classroom> context)
    {
        var classroom = context.Classroom;
        return !classroom.IsActive || classroom.Find(asked.Student) is not { Role: MemberRole.Student } student
            ? new(classroom)
            : new(
                classroom with
                {
                    HelpWaiting = [.. classroom.HelpWaiting.Where(id => id != student.ObjectId), student.ObjectId],
                }
            );
    }

    /// <summary>What waits for a teacher goes to them as soon as there is one.</summary>
    public static TurnResult<Classroom> PassOn(TurnResult<Classroom> result)
    {
        var classroom = result.Head;
        var teachers = Teachers.Reading(classroom).ToList();
        return classroom.HelpWaiting.Count == 0 || teachers.Count == 0
            ? result
            : result with
            {
                Head = classroom with { HelpWaiting = [] },
                Messages =
                [
                    .. result.Messages,
                    .. classroom
                        .Students.Where(student => classroom.HelpWaiting.Contains(student.ObjectId))
                        .SelectMany(student =>
                            teachers.Select(teacher => new Addressed(
                                classroom.KeyOf(teacher.ObjectId),
                                new HelpAsked(new(classroom.TenantId, student.ObjectId), classroom.Key, student.Name)
                            ))
                        ),
                ],
            };
    }

    /// <summary>An adult has dealt with it: the other classes need not look any more.</summary>
    public static TurnResult<Person> AlertHandled(AlertHandled handled, TurnContext<Person> context) =>
        context.Person.Alerts.All(alert => alert.Id != handled.AlertId)
            ? new(context.Person)
            : new(
                context.Person with
                {
                    Alerts = [.. context.Person.Alerts.Where(alert => alert.Id != handled.AlertId)],
                }
            )
            {
                Messages =
                [
                    .. Membership
                        .Watching(context.Person.Classes)
                        .Select(known => new Addressed(known, new AlertClosed(handled.AlertId))),
                ],
            };
}
