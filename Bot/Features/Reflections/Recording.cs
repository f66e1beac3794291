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
    /// <summary>Weeks.</summary>
    private const int Kept = 8;

    /// <summary>Of a student of several classes there are several for a week; more would weigh too much.</summary>
    private const int Most = 24;

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
        var (recorded, older) = With(Answered(person, open, checkIn), reflection);
        archive.AddRange(older);
        foreach (var (key, sharing) in checkIn.Beside)
        {
            var known = OpenWeek.Find(recorded, key, open.Week);
            (recorded, older) = With(
                recorded,
                reflection with
                {
                    Class = key,
                    With = open.Key,
                    Sharing = sharing,
                    WantsHelp = known?.WantsHelp ?? false,
                    HelpAt = known?.HelpAt,
                    HandledAt = known?.HandledAt,
                }
            );
            archive.AddRange(older);
        }

        return (recorded, reflection, archive);
    }

    /// <summary>
    /// The person with this reflection, in place of the one on the same week. What was answered is answered for the
    /// classes of the same card, too.
    /// </summary>
    public static (Person Person, IReadOnlyList<ArchiveEntry> Archive) With(Person person, Reflection reflection)
    {
        List<Reflection> all =
        [
            .. person
                .Reflections.Where(one => one.Class != reflection.Class || one.Week != reflection.Week)
                .Select(one =>
                    one.With is { } main && main == reflection.Class && one.Week == reflection.Week
                        ? one with
                        {
                            Answers = reflection.Answers,
                            Asked = reflection.Asked,
                        }
                        : one
                ),
            reflection,
        ];
        var weeks = all.Select(one => one.Week).Distinct().OrderDescending().Take(Kept).ToHashSet();
        var kept = all.Where(one => weeks.Contains(one.Week)).TakeLast(Most).ToList();
        var first =
            person.QuarterStart is { } start
            && Quarter(start.Week) == Quarter(reflection.Week)
            && (start.Class, start.Week) != (reflection.Class, reflection.Week)
                ? start
                : reflection;
        List<Reflection> older = [.. all.Except(kept)];
        return (
            person with
            {
                Reflections = kept,
                QuarterStart = first,
                PastWeeks = PastWeek.After(person.PastWeeks, older),
            },
            [.. older.Select(Archived)]
        );
    }

    /// <summary>How the ids of archived reflections begin.</summary>
    public const string Trail = "reflection:";

    /// <summary>The year and quarter a week belongs to: that of its Thursday.</summary>
    public static (int Year, int Quarter) Quarter(IsoWeek week) =>
        (week.Monday.AddDays(3).Year, (week.Monday.AddDays(3).Month - 1) / 3);

    private static Person Answered(Person person, OpenWeek open, CheckIn checkIn) =>
        person with
        {
            Streak = (person.Streak ?? Streak.None).With(open.Week, WeekEnd.Reflected),
            Classes =
            [
                .. person.Classes.Select(one =>
                    (one.Class == open.Key || checkIn.Beside.Any(other => other.Class == one.Class))
                    && one.LastPrompt is { } prompt
                    && prompt.Week == open.Week
                        ? one with
                        {
                            LastPrompt = prompt with { Answered = true },
                        }
                        : one
                ),
            ],
        };

    public static string Short(DocumentKey key) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key.Partition)))[..16];

    private static ArchiveEntry Archived(Reflection reflection) =>
        new(
            $"{Trail}{reflection.Week}:{(reflection.Class is { } key ? Short(key) : "own")}",
            JsonSerializer.SerializeToUtf8Bytes(reflection, ReflectionJson.Default.Reflection)
        );
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    UseStringEnumConverter = true
)]
[JsonSerializable(typeof(Reflection))]
internal sealed partial class ReflectionJson : JsonSerializerContext;
