using System.Text.Json;
using Milestones.Conversations;

namespace Milestones.School;

/// <summary>What a student's document takes from the units of their classes.</summary>
internal static class Surveys
{
    public static UnitSurvey? Find(Person person, string? id) =>
        id is null ? null : person.Surveys.FirstOrDefault(one => one.Unit.Id == id);

    public static Person With(Person person, UnitSurvey changed) =>
        person with
        {
            Surveys = [.. person.Surveys.Select(one => one.Unit.Id == changed.Unit.Id ? changed : one)],
        };

    /// <summary>Whether they may rate: the unit goes on, and they are a student of its class.</summary>
    public static bool IsOpen(UnitSurvey survey, Person person) =>
        survey.Unit.ClosedAt is null
        && person.Classes.Any(one => one.Class == survey.Class && one.Role == MemberRole.Student);

    /// <summary>
    /// The units as the class has them now. A new round asks anew. A unit the class has no more is closed and stays
    /// theirs where they rated anything.
    /// </summary>
    public static (Person Person, IReadOnlyList<ArchiveEntry> Left) Told(
        Person person,
        Classroom classroom,
        DateTimeOffset now
    )
    {
        var known = person
            .Surveys.Where(one =>
                one.Class != classroom.Key
                || one.Ratings.Count > 0
                || ClassUnits.Find(classroom, one.Unit.Id) is { ClosedAt: null }
            )
            .Select(one => one.Class == classroom.Key ? Told(one, ClassUnits.Find(classroom, one.Unit.Id), now) : one)
            .ToList();
        var begun = classroom
            .Units.Where(unit => unit.ClosedAt is null && known.TrueForAll(one => one.Unit.Id != unit.Id))
            .Select(unit => new UnitSurvey(classroom.Key, unit));
        return Trim(person with { Surveys = [.. known, .. begun] }, UnitSurvey.MostKept);
    }

    /// <summary>Keeps the newest, and whatever is open; closed ones before them leave for the archive.</summary>
    public static (Person Person, IReadOnlyList<ArchiveEntry> Left) Trim(Person person, int kept)
    {
        var surplus = Math.Max(0, person.Surveys.Count - kept);
        var left = person.Surveys.Where(one => !IsOpen(one, person)).Take(surplus).ToList();
        return left.Count == 0
            ? (person, [])
            : (
                person with
                {
                    Surveys = [.. person.Surveys.Except(left)],
                },
                [
                    .. left.Select(one => new ArchiveEntry(
                        $"unit:{one.Unit.Id}",
                        JsonSerializer.SerializeToUtf8Bytes(one, UnitSurveyJson.Default.UnitSurvey)
                    )),
                ]
            );
    }

    private static UnitSurvey Told(UnitSurvey survey, LearningUnit? unit, DateTimeOffset now) =>
        unit is null ? survey with { Unit = survey.Unit with { ClosedAt = survey.Unit.ClosedAt ?? now } }
        : unit.Round == survey.Unit.Round ? survey with { Unit = unit }
        : survey with { Unit = unit, AskedAt = null, RemindedAt = null };
}
