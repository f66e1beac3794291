using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Milestones.Calendar;
using Milestones.Conversations;
using Milestones.School;

namespace Milestones.Features.Reflections;

/// <summary>
/// Puts a reflection into the person's document: one for each class and week; the last ones stay, older ones go to the
/// archive.
/// </summary>
internal static class Recording
{
    private const int Kept = 8;

    /// <summary>
    /// The check-in: its numbers become progress, and the week counts from here on, whether questions are answered or
    /// not.
    /// </summary>
    public static (Person Person, Reflection Reflection, IReadOnlyList<ArchiveEntry> Archive) Take(
        CheckIn checkIn,
        OpenWeek open,
        TurnContext<Person> context
    )
    {
        var person = context.Person;
        var archive = new List<ArchiveEntry>();
        var snapshots = new List<GoalSnapshot>();
        foreach (var (index, goal) in CheckIn.GoalsOf(context).Index())
        {
            var check = checkIn.Goals.FirstOrDefault(one => one.GoalId == goal.Id);
            var after = goal;
            if (check?.Value is { } value)
            {
                var logged = Progress.Log(
                    goal,
                    context.Turn.NewId(0x60 + index),
                    value,
                    adds: false,
                    context.Today,
                    null,
                    null
                );
                (after, var archived) = Archiving.Trim(logged.Goal);
                archive.AddRange(archived);
                person = person.WithGoal(after) with { LastEntry = logged.Entry.Id };
            }

            snapshots.Add(
                new(
                    goal.Id,
                    goal.Sentence,
                    GoalStatuses.Of(after, context.Today),
                    after.Current,
                    check?.Of(goal, after, context.Today),
                    FromNumber: check is { Tapped: null }
                )
            );
        }

        var before = open.In(person);
        var reflection = new Reflection(
            open.Key,
            open.Week,
            checkIn.Mood ?? before?.Mood,
            before?.Answers ?? [],
            checkIn.Sharing,
            before?.WantsHelp ?? false,
            context.Now
        )
        {
            HelpAt = before?.HelpAt,
            HandledAt = before?.HandledAt,
            Asked = before?.Asked ?? [],
            Goals = snapshots,
        };
        var (recorded, older) = With(Answered(person, open), reflection);
        return (recorded, reflection, [.. archive, .. older]);
    }

    /// <summary>The person with this reflection, in place of the one on the same week.</summary>
    public static (Person Person, IReadOnlyList<ArchiveEntry> Archive) With(Person person, Reflection reflection)
    {
        List<Reflection> all =
        [
            .. person.Reflections.Where(one => one.Class != reflection.Class || one.Week != reflection.Week),
            reflection,
        ];
        var surplus = Math.Max(0, all.Count - Kept);
        var first =
            person.QuarterStart is { } start
            && Quarter(start.Week) == Quarter(reflection.Week)
            && (start.Class, start.Week) != (reflection.Class, reflection.Week)
                ? start
                : reflection;
        return (
            person with
            {
                Reflections = [.. all.Skip(surplus)],
                QuarterStart = first,
            },
            [.. all.Take(surplus).Select(Archived)]
        );
    }

    /// <summary>The year and quarter a week belongs to: that of its Thursday.</summary>
    public static (int Year, int Quarter) Quarter(IsoWeek week) =>
        (week.Monday.AddDays(3).Year, (week.Monday.AddDays(3).Month - 1) / 3);

    private static Person Answered(Person person, OpenWeek open) =>
        person with
        {
            Streak = (person.Streak ?? Streak.None).With(open.Week, WeekEnd.Reflected),
            Classes =
            [
                .. person.Classes.Select(one =>
                    one.Class == open.Key && one.LastPrompt is { } prompt && prompt.Week == open.Week
                        ? one with
                        {
                            LastPrompt = prompt with { Answered = true },
                        }
                        : one
                ),
            ],
        };

    private static string Short(DocumentKey key) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key.Partition)))[..16];

    private static ArchiveEntry Archived(Reflection reflection) =>
        new(
            $"reflection:{reflection.Week}:{(reflection.Class is { } key ? Short(key) : "own")}",
            JsonSerializer.SerializeToUtf8Bytes(reflection, ReflectionJson.Default.Reflection)
        );

    private static string Mark(DocumentKey key) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key.Partition)))[..16];
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    UseStringEnumConverter = true
)]
[JsonSerializable(typeof(Reflection))]
internal sealed partial class ReflectionJson : JsonSerializerContext;
