using Milestones.Calendar;
using Milestones.Conversations;
using Milestones.Features.Classes;
using Milestones.School;

namespace Milestones.Tests.Classes;

public sealed class SetUpFormTests
{
    private static readonly Dictionary<string, string> Good = new(StringComparer.Ordinal)
    {
        ["band"] = "Grades6To8",
        ["day"] = "Friday",
        ["time"] = "13:30",
        ["zone"] = "America/New_York",
        ["start"] = "2026-09-14",
        ["end"] = "2027-06-01",
        ["reminder"] = "24",
        ["contacts"] = "lee",
        ["teachers"] = "",
    };

    [Theory]
    [InlineData("band", "Grades99", "SetUp.Fault.Band")]
    [InlineData("day", "Someday", "SetUp.Fault.UnknownDay")]
    [InlineData("time", "25:00", "SetUp.Fault.UnreadableTime")]
    [InlineData("zone", "Mars/Olympus", "SetUp.Fault.UnknownZone")]
    [InlineData("zone", "", "SetUp.Fault.UnknownZone")]
    [InlineData("start", "soon", "SetUp.Fault.UnreadableStart")]
    [InlineData("end", "2026-09-01", "SetUp.Fault.EndBeforeStart")]
    [InlineData("holidays", "2026-11-27..2026-11-26 Backwards", "SetUp.Fault.HolidayEndsBeforeStart")]
    [InlineData("holidays", "next week", "SetUp.Fault.UnreadableHoliday")]
    [InlineData("reminder", "soon", "SetUp.Fault.ReminderOutOfRange")]
    [InlineData("off0From", "soon", "SetUp.Fault.OffStart")]
    [InlineData("off3To", "2026-11-27", "SetUp.Fault.OffStart")]
    [InlineData("pauseTo", "2026-10-01", "SetUp.Fault.PauseStart")]
    [InlineData("contacts", "", "SetUp.Fault.Contacts")]
    [InlineData("contacts", "sam", "SetUp.Fault.Contacts")] // a student is nobody's contact
    [InlineData("teachers", "nobody", "SetUp.Fault.Teacher")]
    public void One_wrong_field_is_named(string field, string value, string key)
    {
        var read = Read(field, value);

        Assert.Null(read.Settings);
        Assert.Equal(
            (
                field == "start" ? "start"
                : field == "pauseTo" ? "pauseFrom"
                : field.StartsWith("off", StringComparison.Ordinal) ? field[..4]
                : field,
                key
            ),
            (Assert.Single(read.Faults).Field, read.Faults[0].Key)
        );
    }

    [Fact]
    public void Holidays_are_read_as_they_are_shown()
    {
        const string Text = "2026-11-26..2026-11-27 Thanksgiving; 2027-01-18 Martin Luther King Jr. Day";

        var schedule = Read("holidays", Text).Settings!.Schedule;

        Assert.Equal(
            [
                new Holiday("Thanksgiving", new(2026, 11, 26), new(2026, 11, 27)),
                new Holiday("Martin Luther King Jr. Day", new(2027, 1, 18), new(2027, 1, 18)),
            ],
            schedule.Holidays
        );
        Assert.Equal(Text, SetUpForm.Say(schedule.Holidays));
    }

    [Fact]
    public void Days_off_are_picked_row_by_row_and_an_emptied_row_is_gone()
    {
        var rows = new Dictionary<string, string>(Good, StringComparer.Ordinal)
        {
            ["off0From"] = "2026-11-26",
            ["off0To"] = "2026-11-27",
            ["off0Name"] = "Thanksgiving",
            ["off1From"] = "",
            ["off1To"] = "2026-12-01",
            ["off1Name"] = "Was one",
            ["off4From"] = "2027-01-18",
        };

        Assert.Equal(
            [
                new Holiday("Thanksgiving", new(2026, 11, 26), new(2026, 11, 27)),
                new Holiday("", new(2027, 1, 18), new(2027, 1, 18)),
            ],
            SetUpForm.Read(new CardData(rows), Room(), Lee, Classrooms.Now, []).Settings!.Schedule.Holidays
        );
        rows["off0To"] = "2026-11-25";
        Assert.Equal(
            new SetUpFault("off0", "SetUp.Fault.EndBeforeStart"),
            Assert.Single(SetUpForm.Read(new CardData(rows), Room(), Lee, Classrooms.Now, []).Faults)
        );
    }

    [Theory]
    [InlineData("none", null)]
    [InlineData("48", 48)]
    public void A_reminder_can_be_left_out(string said, int? hours) =>
        Assert.Equal(hours, Read("reminder", said).Settings!.Schedule.ReminderAfter?.TotalHours);

    [Fact]
    public void A_schedule_saved_as_it_was_has_not_moved()
    {
        var before = Classrooms.Settings("lee");
        var room = Room() with { Settings = before };

        var same = SetUpForm.Read(new CardData(Good), room, Lee, Classrooms.Now.AddDays(9), []).Settings!;
        var moved = SetUpForm
            .Read(
                new CardData(new Dictionary<string, string>(Good, StringComparer.Ordinal) { ["day"] = "Monday" }),
                room,
                Lee,
                Classrooms.Now.AddDays(9),
                []
            )
            .Settings!;

        Assert.Equal(
            (before.Schedule.MovedAt, Classrooms.Now.AddDays(9)),
            (same.Schedule.MovedAt, moved.Schedule.MovedAt)
        );
    }

    [Fact]
    public void Teachers_of_a_large_class_are_named_by_name() =>
        Assert.Equal(["sam"], Read("teachers", "SAM name").Teachers);

    [Theory]
    [InlineData("Núñez", "t007", null)] // as people are called
    [InlineData("jose nunez", "t007", null)]
    [InlineData("Person 12", "t012", null)] // the whole name before what begins so
    [InlineData("person 1", "t001", null)]
    [InlineData("Wanda", null, "SetUp.Fault.Teacher")]
    [InlineData("person", null, "SetUp.Fault.Teachers")]
    public void In_a_team_of_250_a_teacher_is_named_by_what_others_call_them(string said, string? found, string? fault)
    {
        var room = Room() with
        {
            Members =
            [
                .. Room().Members,
                .. Enumerable
                    .Range(1, Classroom.MostMembers - 3)
                    .Select(n => Classrooms.Student($"t{n:d3}") with { Name = n == 7 ? "José Núñez" : $"Person {n}" }),
            ],
        };
        var read = SetUpForm.Read(
            new CardData(new Dictionary<string, string>(Good, StringComparer.Ordinal) { ["teachers"] = said }),
            room,
            Lee,
            Classrooms.Now,
            []
        );
        Assert.Equal(found is null ? [] : [found], read.Teachers!);
        Assert.Equal(fault, read.Faults.FirstOrDefault(one => one.Field == "teachers")?.Key);
    }

    [Fact]
    public void Where_Graph_says_who_teaches_a_card_names_nobody()
    {
        var read = SetUpForm.Read(
            new CardData(new Dictionary<string, string>(Good, StringComparer.Ordinal) { ["teachers"] = "sam" }),
            Room() with
            {
                OwnersReadAt = Classrooms.Now,
            },
            Lee,
            Classrooms.Now,
            []
        );

        Assert.Null(read.Teachers);
    }

    [Fact]
    public void A_contact_may_be_named_as_a_teacher_in_the_same_go_and_a_counselor_need_not_be_in_the_team()
    {
        var read = SetUpForm.Read(
            new CardData(
                new Dictionary<string, string>(Good, StringComparer.Ordinal)
                {
                    ["teachers"] = "sam",
                    ["contacts"] = "sam,counselor,lee,nobody",
                }
            ),
            Room(),
            Lee,
            Classrooms.Now,
            [new Counselor("counselor", "Pat Lang")]
        );

        Assert.Equal(["sam", "counselor", "lee"], read.Settings!.Contacts);
        Assert.Equal("SetUp.Fault.ContactNotTeacher", Assert.Single(Read("contacts", "lee,sam").Faults).Key);
        Assert.Equal("SetUp.Fault.Contacts", Assert.Single(Read("contacts", "counselor").Faults).Key);
    }

    private static PersonId Lee { get; } = new(Classrooms.Tenant, "lee");

    private static Classroom Room() => Classrooms.Of(Classrooms.Teacher("lee"), Classrooms.Student("sam"));

    private static SetUpReading Read(string field, string value) =>
        SetUpForm.Read(
            new CardData(new Dictionary<string, string>(Good, StringComparer.Ordinal) { [field] = value }),
            Room(),
            Lee,
            Classrooms.Now,
            [new Counselor("counselor", "Pat Lang")]
        );
}
