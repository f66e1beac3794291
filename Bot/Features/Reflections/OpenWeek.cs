using Milestones.Calendar;
using Milestones.Conversations;
using Milestones.School;

namespace Milestones.Features.Reflections;

/// <summary>The week a reflection counts for, in one class.</summary>
/// <param name="Class">Null for a student in no class.</param>
internal sealed record OpenWeek(Membership? Class, IsoWeek Week)
{
    public DocumentKey? Key => Class?.Class;

    /// <summary>
    /// The week of a class: the last one prompted until the next prompt comes, so that late reflections count; once it
    /// is answered, the week we are in.
    /// </summary>
    public static OpenWeek Of(Membership membership, TurnContext<Person> context) =>
        new(
            membership,
            membership.LastPrompt is { Answered: false } prompt
                ? prompt.Week
                : IsoWeek.Of(LocalTime.Day(context.Now, membership.Schedule?.Zone ?? context.Person.TimeZone))
        );

    /// <summary>
    /// What to reflect on when nothing says which: the prompt that waits longest, else the first class without a
    /// reflection this week.
    /// </summary>
    public static OpenWeek Any(TurnContext<Person> context)
    {
        var classes = Student(context.Person).ToList();
        return classes.Where(one => one.LastPrompt is { Answered: false }).MinBy(one => one.LastPrompt!.At)
                is { } waiting
                ? Of(waiting, context)
            : classes
                .Select(one => Of(one, context))
                .FirstOrDefault(one => one.In(context.Person) is not { IsReflected: true })
                is { } first
                ? first
            : classes is [var any, ..] ? Of(any, context)
            : new(null, IsoWeek.Of(context.Today));
    }

    /// <summary>The open week of the class a card or a dialog names, if the student is in it.</summary>
    public static OpenWeek? Named(string? partition, TurnContext<Person> context) =>
        Student(context.Person).ToList() switch
        {
            [] => partition is null ? Any(context) : null,
            var classes => classes.FirstOrDefault(one => one.Class.Partition == partition) is { } found
                ? Of(found, context)
                : null,
        };

    /// <summary>
    /// The student's other classes that ask about this week too: one card serves them all, and each has its own
    /// sharing.
    /// One whose week was looked at on its own is none of them.
    /// </summary>
    public IReadOnlyList<Membership> Beside(Person person) =>
        Key is null
            ? []
            :
            [
                .. Student(person)
                    .Where(one =>
                        one.Class != Key
                        && one.Schedule is { } schedule
                        && schedule.In(Week) is { } planned
                        && schedule.Closed(planned.Date) is null
                        && (Find(person, one.Class, Week) is not { IsReflected: true } known || known.With == Key)
                    ),
            ];

    /// <summary>The reflection on this week, where there is one.</summary>
    public Reflection? In(Person person) => Find(person, Key, Week);

    public static Reflection? Find(Person person, DocumentKey? key, IsoWeek week) =>
        person.Reflections.FirstOrDefault(one => one.Class == key && one.Week == week);

    private static IEnumerable<Membership> Student(Person person) =>
        person.Classes.Where(one => one.Role == MemberRole.Student);
}
