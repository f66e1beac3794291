using System.Globalization;
using Milestones.Calendar;
using Milestones.Conversations;
using Milestones.Localization;
using Milestones.School;

namespace Milestones.Features.Classes;

/// <summary>
/// The fields of a set-up card as somebody filled them in, by the names they have on it: readable where they can be
/// read, else as they were typed.
/// </summary>
internal static class UnsavedFields
{
    public static IEnumerable<KeyValuePair<string, string>> Of(CardData sent, Classroom classroom, Voice voice)
    {
        (string Field, string Label, Func<string, string> Say)[] fields =
        [
            ("band", "SetUp.Band", said => Known<GradeBand>(said) is { } band ? voice[$"Band.{band}"] : said),
            ("day", "SetUp.Day", said => Known<DayOfWeek>(said) is { } day ? voice.Weekday(day) : said),
            ("time", "SetUp.Time", said => Time(said) is { } time ? voice.Time(time) : said),
            ("zone", "SetUp.Zone", said => LocalTime.Knows(said) ? OfferedZones.Name(said) : said),
            ("week", "SetUp.Week", said => Days(said) is { } days ? Unsaved.Week(days, voice) : said),
            ("start", "SetUp.Start", said => said),
            ("end", "SetUp.End", said => said),
            ("pauseFrom", "SetUp.PauseFrom", said => said),
            ("pauseTo", "SetUp.PauseTo", said => said),
            ("reminder", "SetUp.Reminder", said => Reminder(said, voice)),
            ("channel", "SetUp.Channel", said => Channel(said, classroom, voice)),
            ("teachers", "SetUp.Teachers", said => Names(said, classroom)),
            ("contacts", "SetUp.Contacts", said => Names(said, classroom)),
            (
                SetUpForm.Share,
                "SetUp.Share",
                said => voice[said == SetUpForm.ShareYes ? "SetUp.Share.Yes" : "SetUp.Share.No"]
            ),
            (
                SetUpForm.Summary,
                "SetUp.Summary",
                said => Known<SummaryWish>(said) is { } wish ? voice[$"SetUp.Summary.{wish}"] : said
            ),
            (SetUpForm.Celebrate, "SetUp.Celebrate", said => Celebrates(said, voice)),
            (SetUpForm.Peers, "SetUp.Peers", said => Unsaved.Peers(said != SetUpForm.PeersNo, voice)),
        ];
        foreach (var (field, label, say) in fields)
        {
            if (sent.Text(field) is { } said)
                yield return new(voice[label], say(said));
        }

        var off = DaysOff
            .Read(sent)
            .Select(row => row.Form)
            .Select(Off)
            .Prepend(sent.Text("holidays"))
            .OfType<string>();
        if (string.Join("; ", off) is { Length: > 0 } holidays)
            yield return new(voice["SetUp.Holidays"], holidays);
    }

    private static T? Known<T>(string said)
        where T : struct, Enum => Enum.TryParse<T>(said, out var known) && Enum.IsDefined(known) ? known : null;

    private static TimeOnly? Time(string said) =>
        TimeOnly.TryParseExact(said, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time
            : null;

    private static List<DayOfWeek>? Days(string said)
    {
        var days = SetUpForm.List(said).Select(Known<DayOfWeek>).ToList();
        return days.Contains(null) ? null : [.. days.OfType<DayOfWeek>()];
    }

    private static string Reminder(string said, Voice voice) =>
        said switch
        {
            SetUpForm.NextMorning => voice["SetUp.Reminder.Morning"],
            SetUpForm.NoReminder => voice["SetUp.Reminder.None"],
            _ => int.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out var hours)
                ? voice.Say("SetUp.Reminder.Hours", ("hours", hours))
                : said,
        };

    private static string Channel(string said, Classroom classroom, Voice voice) =>
        classroom.Channels.FirstOrDefault(one => one.Id == said) is { } channel
            ? channel.Name ?? voice["SetUp.Channel.General"]
            : said;

    private static string Names(string said, Classroom classroom) =>
        string.Join(
            ", ",
            SetUpForm.List(said).Select(one => classroom.Find(one)?.Name ?? one).Order(StringComparer.CurrentCulture)
        );

    private static string Celebrates(string said, Voice voice)
    {
        var chosen = SetUpForm.List(said).ToList();
        return Unsaved.Celebrates(chosen.Contains(SetUpForm.Approve), chosen.Contains(SetUpForm.Faces), voice);
    }

    /// <summary>As the days that are saved are said.</summary>
    private static string Off(HolidayForm off) =>
        $"{off.First}{(off.Last is null || off.Last == off.First ? "" : $"..{off.Last}")} {off.Name}".TrimEnd();
}
