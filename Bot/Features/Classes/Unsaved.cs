using System.Globalization;
using Milestones.Calendar;
using Milestones.Conversations;
using Milestones.Localization;
using Milestones.School;

namespace Milestones.Features.Classes;

/// <summary>
/// What a teacher had put into the set-up card and was not saved, because another was faster: the fields in which it
/// differs from what is there now, by the names they have on the card.
/// </summary>
internal static class Unsaved
{
    private const int Longest = 100;

    /// <summary>As it was typed, where something of it could not be read.</summary>
    public static IReadOnlyList<string> Of(CardData sent, SetUpReading read, Classroom classroom, Voice voice) =>
        read.Settings is { } mine
            ? Of(mine, read.Teachers, classroom, voice)
            : Differing(UnsavedFields.Of(sent, classroom, voice), classroom, voice);

    /// <param name="teachers">Who was named as teaching here; null where that was left as it is.</param>
    public static IReadOnlyList<string> Of(
        ClassSettings mine,
        IReadOnlyList<string>? teachers,
        Classroom classroom,
        Voice voice
    ) => Differing(Lines(mine, teachers ?? classroom.AddedTeachers, classroom, voice), classroom, voice);

    public static string Names(IEnumerable<string> ids, Classroom classroom, Voice voice) =>
        string.Join(
            ", ",
            ids.Select(id => classroom.Find(id)?.Name ?? voice["Class.Somebody"]).Order(StringComparer.CurrentCulture)
        );

    public static string Week(IReadOnlyList<DayOfWeek> week, Voice voice) =>
        string.Join(
            ", ",
            Enum.GetValues<DayOfWeek>().Where(day => SchoolDays.IsInWeek(day, week)).Select(voice.Weekday)
        );

    public static string Celebrates(bool approves, bool showsFaces, Voice voice) =>
        (approves, showsFaces) switch
        {
            (true, true) => $"{voice["SetUp.Approve"]}, {voice["SetUp.Faces"]}",
            (true, false) => voice["SetUp.Approve"],
            (false, true) => voice["SetUp.Faces"],
            _ => None,
        };

    private const string None = "–";

    private static List<string> Differing(
        IEnumerable<KeyValuePair<string, string>> mine,
        Classroom classroom,
        Voice voice
    )
    {
        var theirs = Lines(classroom.Settings, classroom.AddedTeachers, classroom, voice)
            .ToDictionary(StringComparer.Ordinal);
        return
        [
            .. mine.Where(line => !theirs.TryGetValue(line.Key, out var now) || now != line.Value)
                .Select(line =>
                    $"{line.Key}: {(line.Value.Length > Longest ? $"{line.Value[..Longest]}…" : line.Value)}"
                ),
        ];
    }

    private static IEnumerable<KeyValuePair<string, string>> Lines(
        ClassSettings? settings,
        IReadOnlyList<string> teachers,
        Classroom classroom,
        Voice voice
    )
    {
        if (settings is null)
            yield break;
        var (band, schedule) = (settings.Band, settings.Schedule);
        yield return new(voice["SetUp.Band"], voice[$"Band.{band}"]);
        yield return new(voice["SetUp.Day"], voice.Weekday(schedule.Day));
        yield return new(voice["SetUp.Time"], voice.Time(schedule.Time));
        yield return new(voice["SetUp.Zone"], OfferedZones.Name(schedule.Zone));
        yield return new(voice["SetUp.Week"], Week(schedule.SchoolWeek, voice));
        yield return new(voice["SetUp.Start"], Iso(schedule.Start));
        yield return new(voice["SetUp.End"], Iso(schedule.End));
        yield return new(voice["SetUp.Holidays"], SetUpForm.Say(schedule.Holidays));
        yield return new(voice["SetUp.PauseFrom"], Iso(schedule.Pauses is [.., var from] ? from.First : null));
        yield return new(voice["SetUp.PauseTo"], Iso(schedule.Pauses is [.., var to] ? to.Last : null));
        yield return new(
            voice["SetUp.Reminder"],
            schedule.RemindsNextMorning ? voice["SetUp.Reminder.Morning"]
                : schedule.ReminderAfter is { } after
                    ? voice.Say("SetUp.Reminder.Hours", ("hours", (int)after.TotalHours))
                : voice["SetUp.Reminder.None"]
        );
        yield return new(
            voice["SetUp.Channel"],
            classroom.Channels.FirstOrDefault(one => one.Id == settings.ChannelId)?.Name
                ?? voice["SetUp.Channel.General"]
        );
        yield return new(voice["SetUp.Teachers"], Names(teachers, classroom, voice));
        yield return new(voice["SetUp.Contacts"], Names(settings.Contacts, classroom, voice));
        yield return new(voice["SetUp.Share"], voice[settings.InvitesSharing ? "SetUp.Share.Yes" : "SetUp.Share.No"]);
        yield return new(voice["SetUp.Summary"], voice[$"SetUp.Summary.{settings.Summary}"]);
        yield return new(voice["SetUp.Celebrate"], Celebrates(!settings.SkipsApproval, settings.ShowsFaces, voice));
        yield return new(voice["SetUp.Peers"], Peers(!settings.HasNoPeerFeedback, voice));
    }

    public static string Peers(bool has, Voice voice) => voice[has ? "SetUp.Peers.Yes" : "SetUp.Peers.No"];

    private static string Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? None;
}
