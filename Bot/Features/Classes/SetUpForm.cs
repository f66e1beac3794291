using Milestones.Calendar;
using Milestones.Conversations;
using Milestones.Localization;
using Milestones.School;

namespace Milestones.Features.Classes;

/// <summary>A field that is wrong, and the key of the text that says why.</summary>
/// <param name="Line">The line of the holidays it is about, from 1.</param>
internal sealed record SetUpFault(string Field, string Key, int? Line = null, string? Name = null);

/// <summary>A contact of the tenant, who need not be in the team.</summary>
internal sealed record Counselor(string ObjectId, string Name);

/// <param name="Teachers">Null where the card did not ask, because there is nobody to name.</param>
internal sealed record SetUpReading(
    ClassSettings? Settings,
    IReadOnlyList<string>? Teachers,
    IReadOnlyList<SetUpFault> Faults
);

/// <summary>The set-up card as it comes back: untrusted text, read against the class.</summary>
internal static class SetUpForm
{
    /// <summary>
    /// With more people a list to choose from would not fit into the card; their names are typed instead.
    /// </summary>
    public const int MostChoices = 95;

    /// <summary>
    /// With more people only those who teach already are offered as contacts: the card would grow too long.
    /// </summary>
    public const int MostContacts = 40;

    /// <summary>Names shown where several people are called so.</summary>
    private const int Examples = 3;

    /// <summary>The field of the holidays: more would weigh too much in every member's document.</summary>
    public const int HolidaysLength = 1500;

    public const string Share = "share";
    public const string ShareYes = "yes";
    public const string ShareNo = "no";

    /// <summary>What of shout-outs and cheers the class wants.</summary>
    public const string Celebrate = "celebrate";

    /// <summary>A teacher looks at classmates' shout-outs before the class does.</summary>
    public const string Approve = "approve";

    /// <summary>How the class's week comes into the channel.</summary>
    public const string Summary = "summary";

    /// <summary>The names of some who cheered are shown.</summary>
    public const string Faces = "faces";

    /// <summary>Whether students give each other feedback.</summary>
    public const string Peers = "peers";
    public const string PeersYes = "yes";
    public const string PeersNo = "no";

    /// <summary>How often the class was set up when the card was opened.</summary>
    public const string Seen = "seen";

    /// <summary>The choice of no reminder: an empty value would be no choice at all.</summary>
    public const string NoReminder = "none";

    public const string NextMorning = "morning";

    private static readonly char[] Lines = [';', '\n'];

    public static SetUpReading Read(
        CardData data,
        Classroom classroom,
        PersonId by,
        DateTimeOffset now,
        IReadOnlyList<Counselor> counselors
    )
    {
        var faults = new List<SetUpFault>();
        var band =
            Enum.TryParse<GradeBand>(data.Text("band"), out var known) && Enum.IsDefined(known)
                ? known
                : (GradeBand?)null;
        if (band is null)
        {
            faults.Add(new("band", "SetUp.Fault.Band"));
        }

        var holidays = data.Text("holidays") ?? string.Empty;
        if (holidays.Length > HolidaysLength)
        {
            faults.Add(new("holidays", "SetUp.Fault.HolidaysTooLong"));
            holidays = string.Empty;
        }

        List<(string Field, HolidayForm Form)> off =
        [
            .. Holidays(holidays).Select(one => ("holidays", one)),
            .. DaysOff.Read(data),
        ];
        var form = new ScheduleForm(
            data.Text("day"),
            data.Text("time"),
            data.Text("zone"),
            data.Text("start"),
            data.Text("end"),
            data.Text("reminder") is NoReminder or NextMorning ? null : data.Text("reminder"),
            [.. off.Select(one => one.Form)],
            data.Text("reminder") is NextMorning,
            data.Has("week")
                ? [.. List(data.Text("week"))]
                : [.. (classroom.Settings?.Schedule.SchoolWeek ?? []).Select(day => day.ToString())]
        );
        var (schedule, problems) = form.Read(now);
        faults.AddRange(
            problems.Select(problem =>
                problem.Holiday is { } place && off[place].Field != "holidays"
                    ? new SetUpFault(off[place].Field, Off(problem.Fault))
                    : new(FieldOf(problem.Fault), $"SetUp.Fault.{problem.Fault}", problem.Holiday + 1)
            )
        );
        var pauses = Pauses(data, faults);
        var teachers = ReadTeachers(data, classroom, by, faults);
        var contacts = ReadContacts(data, classroom, by, teachers, counselors, faults);

        var channel = data.Text("channel") ?? classroom.Settings?.ChannelId;
        if (data.Has("channel") && classroom.Channels.All(known => known.Id != channel))
        {
            faults.Add(new("channel", "SetUp.Fault.Channel"));
        }

        return faults.Count > 0 || band is not { } chosen || schedule is null
            ? new(null, teachers, faults)
            : new(
                new ClassSettings(
                    chosen,
                    Kept(schedule, classroom.Settings?.Schedule, now) with
                    {
                        Pauses = pauses,
                    },
                    channel,
                    contacts
                )
                {
                    InvitesSharing = data.Has(Share)
                        ? data.Text(Share) == ShareYes
                        : classroom.Settings?.InvitesSharing ?? false,
                    SkipsApproval = data.Has(Celebrate)
                        ? !List(data.Text(Celebrate)).Contains(Approve)
                        : classroom.Settings?.SkipsApproval ?? false,
                    Summary =
                        Enum.TryParse<SummaryWish>(data.Text(Summary), out var wish) && Enum.IsDefined(wish)
                            ? wish
                            : classroom.Settings?.Summary ?? SummaryWish.AskFirst,
                    ShowsFaces = data.Has(Celebrate)
                        ? List(data.Text(Celebrate)).Contains(Faces)
                        : classroom.Settings?.ShowsFaces ?? false,
                    HasNoPeerFeedback = data.Has(Peers)
                        ? data.Text(Peers) == PeersNo
                        : classroom.Settings?.HasNoPeerFeedback ?? false,
                },
                teachers,
                []
            );
    }

    /// <summary>The holidays as the field shows them: <c>2026-11-26..2026-11-27 Thanksgiving; …</c>.</summary>
    public static string Say(IEnumerable<Holiday> holidays) =>
        string.Join(
            "; ",
            holidays.Select(holiday =>
                (
                    holiday.First == holiday.Last
                        ? $"{holiday.First:yyyy-MM-dd} {holiday.Name}"
                        : $"{holiday.First:yyyy-MM-dd}..{holiday.Last:yyyy-MM-dd} {holiday.Name}"
                ).TrimEnd()
            )
        );

    public static IEnumerable<string> List(string? text) =>
        text?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    /// <summary>A schedule whose day and hour did not change has not moved.</summary>
    private static WeeklySchedule Kept(WeeklySchedule read, WeeklySchedule? before, DateTimeOffset now) =>
        before is null
            ? read
            : before.Moved(read.Day, read.Time, read.Zone, now) with
            {
                Start = read.Start,
                End = read.End,
                Holidays = read.Holidays,
                SchoolWeek = read.SchoolWeek,
                ReminderAfter = read.ReminderAfter,
                RemindsNextMorning = read.RemindsNextMorning,
            };

    private static List<HolidayForm> Holidays(string text) =>
        [
            .. text.Split(Lines, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Select(line =>
                {
                    var space = line.IndexOf(' ', StringComparison.Ordinal);
                    var days = space < 0 ? line : line[..space];
                    var name = space < 0 ? null : line[(space + 1)..];
                    return days.Split("..") is [var first, var last]
                        ? new HolidayForm(name, first, last)
                        : new HolidayForm(name, days);
                }),
        ];

    private static List<ClassPause> Pauses(CardData data, List<SetUpFault> faults)
    {
        if (data.Text("pauseFrom") is null && data.Text("pauseTo") is null)
        {
            return [];
        }

        if (data.Day("pauseFrom") is not { } first)
        {
            faults.Add(new("pauseFrom", "SetUp.Fault.PauseStart"));
            return [];
        }

        var last = data.Day("pauseTo");
        if (data.Text("pauseTo") is not null && (last is null || last < first))
        {
            faults.Add(new("pauseTo", "SetUp.Fault.PauseEnd"));
        }

        return [new ClassPause(first, last)];
    }

    private static List<string>? ReadTeachers(CardData data, Classroom classroom, PersonId by, List<SetUpFault> faults)
    {
        var nameable = Teachers.Nameable(classroom, by).ToList();
        if (nameable.Count == 0 || !data.Has("teachers"))
        {
            return null;
        }

        var found = new List<string>();
        List<(Member Member, string[] Words)> known =
        [
            .. nameable.Select(member => (member, PeopleNames.Words(member.Name ?? string.Empty))),
        ];
        foreach (var said in List(data.Text("teachers")))
        {
            switch (Called(said, known))
            {
                case [var one]:
                    found.Add(one.ObjectId);
                    break;
                case []:
                    faults.Add(new("teachers", "SetUp.Fault.Teacher", Name: said));
                    break;
                case var several:
                    var names = string.Join(", ", several.Take(Examples).Select(one => one.Name));
                    faults.Add(new("teachers", "SetUp.Fault.Teachers", Name: $"{said}: {names}"));
                    break;
            }
        }

        return [.. found.Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Chosen from the list, or typed: the whole name, else as people are called.</summary>
    private static List<Member> Called(string said, List<(Member Member, string[] Words)> known)
    {
        var whole = known.FindAll(one =>
            one.Member.ObjectId == said || string.Equals(one.Member.Name, said, StringComparison.OrdinalIgnoreCase)
        );
        var fitting =
            whole.Count > 0 || PeopleNames.Words(said) is not { Length: > 0 } asked
                ? whole
                : known.FindAll(one => PeopleNames.Fits(asked, one.Words));
        return [.. fitting.Select(one => one.Member)];
    }

    /// <summary>Teachers, those named on the same card, and the tenant's contacts; one of them teaches here.</summary>
    private static List<string> ReadContacts(
        CardData data,
        Classroom classroom,
        PersonId by,
        List<string>? teachers,
        IReadOnlyList<Counselor> counselors,
        List<SetUpFault> faults
    )
    {
        var stay = teachers is null
            ? []
            : Teachers.Nameable(classroom, by).Select(one => one.ObjectId).Except(teachers);
        var teach = classroom
            .Members.Where(member => member.Role == MemberRole.Teacher)
            .Select(member => member.ObjectId)
            .Except(stay)
            .Union(teachers ?? [])
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        var said = List(data.Text("contacts")).ToList();
        if (!said.Exists(teach.Contains))
        {
            faults.Add(new("contacts", "SetUp.Fault.Contacts"));
            return [];
        }

        var known = counselors.Select(one => one.ObjectId).Concat(teach);
        if (
            said.Select(classroom.Find).FirstOrDefault(member => member is not null && !teach.Contains(member.ObjectId))
                is { } other
            && counselors.All(one => one.ObjectId != other.ObjectId)
        )
        {
            faults.Add(new("contacts", "SetUp.Fault.ContactNotTeacher", Name: other.Name));
        }

        return [.. said.Intersect(known, StringComparer.OrdinalIgnoreCase).Take(Contacts.Most)];
    }

    private static string Off(ScheduleFault fault) =>
        fault == ScheduleFault.HolidayEndsBeforeStart ? "SetUp.Fault.EndBeforeStart" : "SetUp.Fault.OffStart";

    private static string FieldOf(ScheduleFault fault) =>
        fault switch
        {
            ScheduleFault.UnknownDay => "day",
            ScheduleFault.UnreadableTime => "time",
            ScheduleFault.UnknownZone => "zone",
            ScheduleFault.UnreadableStart => "start",
            ScheduleFault.UnreadableEnd
            or ScheduleFault.EndBeforeStart
            or ScheduleFault.CourseTooLong
            or ScheduleFault.CourseOver => "end",
            ScheduleFault.ReminderOutOfRange => "reminder",
            _ => "holidays",
        };
}
