using System.Globalization;
using Milestones.Calendar;
using Milestones.Cards;
using Milestones.Conversations;
using Milestones.Localization;
using Milestones.School;
using Milestones.Views;

namespace Milestones.Features.Classes;

/// <summary>The one card that sets a class up and changes it later, and what it becomes when it is saved.</summary>
internal static class SetUpCards
{
    private const string More = "more";

    /// <summary>Hours after the prompt.</summary>
    private static readonly int[] ReminderHours = [12, 24, 48];

    /// <summary>
    /// What few teachers change: hidden at first, so that the card fits a phone; shown when something is wrong there.
    /// </summary>
    private static readonly string[] Rare =
    [
        "week",
        "start",
        "end",
        "holidays",
        "off",
        "pauseFrom",
        "pauseTo",
        "reminder",
    ];

    private static readonly TimeSpan CourseLength = TimeSpan.FromDays(180);

    /// <param name="sent">What was typed before, to be shown again beside what is wrong with it.</param>
    /// <param name="notice">Why what was typed before was not saved; null where there is nothing to say.</param>
    /// <param name="by">The teacher it is for: the first contact, unless somebody says otherwise.</param>
    public static Card Form(
        Classroom classroom,
        CardData? sent,
        IReadOnlyList<SetUpFault> faults,
        PersonId by,
        Turn turn,
        Voice voice,
        IReadOnlyList<Counselor> counselors,
        string? notice = null
    )
    {
        var title = voice.Say("SetUp.Title", ("class", classroom.Name ?? voice["Class.NoName"]));
        var (settings, schedule) = (classroom.Settings, classroom.Settings?.Schedule);
        var zone = schedule?.Zone ?? (LocalTime.Knows(turn.TimeZone) ? turn.TimeZone : null);
        var today = LocalTime.Day(turn.Now, zone);
        var pause = schedule?.Pauses is [.., var last] && !(last.Last < today) ? last : null;
        var teachers = classroom.Members.Where(member => member.Role == MemberRole.Teacher).ToList();
        List<CardElement> rare =
        [
            .. Field(
                "week",
                new ChoiceInput(voice["SetUp.Week"], [.. Days(voice)])
                {
                    IsMultiSelect = true,
                    Style = "compact",
                    Value = Value("week", Week(schedule?.SchoolWeek)),
                }
            ),
            .. Field(
                "start",
                new DateInput(voice["SetUp.Start"]) { Value = Value("start", Iso(schedule?.Start ?? today)) }
            ),
            .. Field(
                "end",
                new DateInput(voice["SetUp.End"])
                {
                    Value = Value("end", Iso(schedule?.End ?? today.AddDays(CourseLength.Days))),
                }
            ),
            .. DaysOff.AreLines(sent, schedule?.Holidays ?? [])
                ? Field(
                    "holidays",
                    new TextInput(voice["SetUp.Holidays"])
                    {
                        Value = Value("holidays", schedule is null ? null : SetUpForm.Say(schedule.Holidays)),
                        Placeholder = voice["SetUp.Holidays.Example"],
                        IsMultiline = true,
                        MaxLength = SetUpForm.HolidaysLength,
                    }
                )
                : DaysOff.Rows(sent, schedule?.Holidays ?? [], Wrong, voice),
            .. Field(
                "pauseFrom",
                new DateInput(voice["SetUp.PauseFrom"]) { Value = Value("pauseFrom", Iso(pause?.First)) }
            ),
            .. Field("pauseTo", new DateInput(voice["SetUp.PauseTo"]) { Value = Value("pauseTo", Iso(pause?.Last)) }),
            .. Field(
                "reminder",
                new ChoiceInput(voice["SetUp.Reminder"], [.. Reminders(voice)])
                {
                    Style = "compact",
                    Value = Value(
                        "reminder",
                        schedule is null or { RemindsNextMorning: true }
                            ? SetUpForm.NextMorning
                            : schedule.ReminderAfter?.TotalHours.ToString(CultureInfo.InvariantCulture)
                                ?? SetUpForm.NoReminder
                    ),
                }
            ),
            .. Field(
                SetUpForm.Summary,
                new ChoiceInput(
                    voice["SetUp.Summary"],
                    [
                        .. Enum.GetValues<SummaryWish>()
                            .Select(wish => new Choice(voice[$"SetUp.Summary.{wish}"], wish.ToString())),
                    ]
                )
                {
                    Style = "compact",
                    Value = Value(SetUpForm.Summary, (settings?.Summary ?? SummaryWish.AskFirst).ToString()),
                }
            ),
            .. Field(
                SetUpForm.Celebrate,
                new ChoiceInput(
                    voice["SetUp.Celebrate"],
                    new Choice(voice["SetUp.Approve"], SetUpForm.Approve),
                    new Choice(voice["SetUp.Faces"], SetUpForm.Faces)
                )
                {
                    IsMultiSelect = true,
                    Style = "expanded",
                    Value = Value(
                        SetUpForm.Celebrate,
                        string.Join(
                            ',',
                            new[]
                            {
                                settings?.SkipsApproval == true ? null : SetUpForm.Approve,
                                settings?.ShowsFaces == true ? SetUpForm.Faces : null,
                            }.OfType<string>()
                        )
                    ),
                }
            ),
            .. Field(
                SetUpForm.Peers,
                new ChoiceInput(
                    voice["SetUp.Peers"],
                    new Choice(voice["SetUp.Peers.Yes"], SetUpForm.PeersYes),
                    new Choice(voice["SetUp.Peers.No"], SetUpForm.PeersNo)
                )
                {
                    Value = Value(
                        SetUpForm.Peers,
                        settings?.HasNoPeerFeedback == true ? SetUpForm.PeersNo : SetUpForm.PeersYes
                    ),
                }
            ),
        ];
        return CardParts.Framed(
            title,
            [
                CardParts.Heading(Markdown.Escape(title)),
                .. notice is null
                    ? Array.Empty<CardElement>()
                    : [new TextBlock(Markdown.Escape(notice)) { Color = "attention", Weight = "bolder" }],
                new TextBlock(voice["SetUp.Intro"]),
                .. ClassState.Of(classroom, turn, voice),
                new ActionSet(new Execute(voice["State.Ask"], ClassVerbs.Check, ("class", classroom.Key.Partition))),
                .. Field(
                    "band",
                    new ChoiceInput(
                        voice["SetUp.Band"],
                        [
                            .. Enum.GetValues<GradeBand>()
                                .Select(band => new Choice(voice[$"Band.{band}"], band.ToString())),
                        ]
                    )
                    {
                        Style = "compact",
                        Value = Value("band", (settings?.Band ?? GradeBand.Grades6To8).ToString()),
                    }
                ),
                .. Field(
                    "day",
                    new ChoiceInput(voice["SetUp.Day"], [.. Days(voice)])
                    {
                        Style = "compact",
                        Value = Value("day", (schedule?.Day ?? DayOfWeek.Friday).ToString()),
                    }
                ),
                .. Field(
                    "time",
                    new TimeInput(voice["SetUp.Time"])
                    {
                        Value = Value(
                            "time",
                            (schedule?.Time ?? new TimeOnly(13, 30)).ToString("HH:mm", CultureInfo.InvariantCulture)
                        ),
                    }
                ),
                .. Field(
                    "zone",
                    new ChoiceInput(
                        voice["SetUp.Zone"],
                        [
                            .. OfferedZones
                                .Of(turn.TimeZone, schedule?.Zone)
                                .Select(one => new Choice(OfferedZones.Name(one), one)),
                        ]
                    )
                    {
                        Style = "compact",
                        Value = Value("zone", zone),
                    }
                ),
                .. classroom.Channels.Count > 1
                    ? Field(
                        "channel",
                        new ChoiceInput(
                            voice["SetUp.Channel"],
                            [
                                .. classroom.Channels.Select(channel => new Choice(
                                    channel.Name ?? voice["SetUp.Channel.General"],
                                    channel.Id
                                )),
                            ]
                        )
                        {
                            Style = "compact",
                            Value = Value("channel", classroom.NewsChannel?.ConversationId),
                        }
                    )
                    : [],
                new TextBlock(
                    Markdown.Escape(
                        voice.Say(
                            "SetUp.TeachersAre",
                            ("names", string.Join(", ", teachers.Select(one => one.Name ?? voice["Class.Somebody"])))
                        )
                    )
                ),
                .. Teachers.Nameable(classroom, by).Any()
                    ? Field("teachers", MoreTeachers(classroom, by, Value, voice))
                    : [],
                .. Field(
                    "contacts",
                    new ChoiceInput(voice["SetUp.Contacts"], Contacts(classroom, by, teachers, counselors, voice))
                    {
                        IsMultiSelect = true,
                        Style = "compact",
                        Value = Value("contacts", settings is null ? by.ObjectId : string.Join(',', settings.Contacts)),
                    }
                ),
                .. Field(
                    SetUpForm.Share,
                    new ChoiceInput(
                        voice["SetUp.Share"],
                        new Choice(voice["SetUp.Share.No"], SetUpForm.ShareNo),
                        new Choice(voice["SetUp.Share.Yes"], SetUpForm.ShareYes)
                    )
                    {
                        Style = "expanded",
                        Wrap = true,
                        Value = Value(
                            SetUpForm.Share,
                            settings?.InvitesSharing == true ? SetUpForm.ShareYes : SetUpForm.ShareNo
                        ),
                    }
                ),
                new ActionSet(new ToggleVisibility(voice["SetUp.More"], More)),
                new Container([.. rare])
                {
                    Id = More,
                    IsVisible = faults.Any(fault => Rare.Contains(fault.Field.TrimEnd([.. "0123456789"]))),
                },
                // No one-time token: who was refused because Graph did not answer taps the same button again.
                new ActionSet(
                    new Execute(
                        voice["SetUp.Save"],
                        ClassVerbs.Save,
                        ("class", classroom.Key.Partition),
                        (SetUpForm.Seen, classroom.SetUps.ToString(CultureInfo.InvariantCulture))
                    )
                    {
                        Style = "positive",
                    }
                ),
            ],
            voice.Culture
        );

        string? Value(string field, string? otherwise) => sent is null ? otherwise : sent.Text(field);

        IEnumerable<CardElement> Field(string id, CardElement input) => [input with { Id = id }, .. Wrong(id)];

        IEnumerable<CardElement> Wrong(string id) =>
            faults
                .Where(fault => fault.Field == id)
                .Select(fault =>
                    CardParts.Wrong(
                        voice.Say(fault.Key, ("line", fault.Line), ("name", Markdown.Escape(fault.Name ?? "")))
                    )
                );
    }

    public static Card Saved(
        Classroom classroom,
        ClassSettings settings,
        Turn turn,
        Voice voice,
        IReadOnlyList<Counselor> counselors
    )
    {
        var schedule = settings.Schedule;
        var title = voice.Say("SetUp.Saved", ("class", classroom.Name ?? voice["Class.NoName"]));
        var names = classroom
            .Members.Where(member => settings.Contacts.Contains(member.ObjectId, StringComparer.OrdinalIgnoreCase))
            .Select(member => member.Name ?? voice["Class.Somebody"])
            .Concat(counselors.Where(one => settings.Contacts.Contains(one.ObjectId)).Select(one => one.Name))
            .Distinct(StringComparer.Ordinal);
        var next = schedule.Next(turn.Now);
        return CardParts.Framed(
            title,
            [
                CardParts.Heading(Markdown.Escape(title)),
                new TextBlock(
                    next is null
                        ? voice["SetUp.NoPrompt"]
                        : voice.Say(
                            "SetUp.NextPrompt",
                            ("day", voice.Day(next.Date, LocalTime.Day(turn.Now, schedule.Zone))),
                            ("time", voice.Time(schedule.Time)),
                            ("zone", schedule.Zone)
                        )
                ),
                new TextBlock(voice["SetUp.ContactsAre"]) { IsSubtle = true },
                new RichTextBlock(new TextRun(string.Join(", ", names))) { Spacing = "none" },
                .. classroom.Students.Any()
                    ? Array.Empty<CardElement>()
                    : [new TextBlock(voice["SetUp.Empty"]) { Color = "warning" }],
                new TextBlock(voice["SetUp.Checking"]),
                new ActionSet(new Execute(voice["SetUp.Change"], ClassVerbs.SetUp, ("class", classroom.Key.Partition))),
            ],
            voice.Culture
        );
    }

    /// <summary>
    /// Those who teach, and the school's own contacts; and who may be named as a teacher on the same card, as long as
    /// the list is one.
    /// </summary>
    private static Choice[] Contacts(
        Classroom classroom,
        PersonId by,
        IEnumerable<Member> teachers,
        IEnumerable<Counselor> counselors,
        Voice voice
    )
    {
        var nameable = Teachers.Nameable(classroom, by).ToList();
        return
        [
            .. teachers
                .Take(30)
                .Select(Choice)
                .Concat(
                    counselors.Select(one => new Choice(voice.Say("SetUp.Counselor", ("name", one.Name)), one.ObjectId))
                )
                .Concat(nameable.Count <= SetUpForm.MostContacts ? nameable.Select(Choice) : [])
                .DistinctBy(choice => choice.Value),
        ];
    }

    private static CardElement MoreTeachers(
        Classroom classroom,
        PersonId by,
        Func<string, string?, string?> value,
        Voice voice
    )
    {
        var others = Teachers.Nameable(classroom, by).ToList();
        return others.Count <= SetUpForm.MostChoices
            ? new ChoiceInput(voice["SetUp.Teachers"], [.. others.Select(Choice)])
            {
                IsMultiSelect = true,
                Style = "compact",
                Value = value("teachers", string.Join(',', Named(others, classroom).Select(one => one.ObjectId))),
            }
            : new TextInput(voice["SetUp.TeacherNames"])
            {
                Value = value("teachers", string.Join(", ", Named(others, classroom).Select(one => one.Name))),
            };
    }

    private static IEnumerable<Member> Named(IEnumerable<Member> others, Classroom classroom) =>
        others.Where(member => classroom.AddedTeachers.Contains(member.ObjectId));

    private static Choice Choice(Member member) => new(member.Name ?? member.ObjectId, member.ObjectId);

    private static IEnumerable<Choice> Days(Voice voice) =>
        Enumerable
            .Range(1, 7)
            .Select(day => (DayOfWeek)(day % 7))
            .Select(day => new Choice(voice.Weekday(day), day.ToString()));

    private static string Week(IReadOnlyList<DayOfWeek>? week) =>
        string.Join(',', Enum.GetValues<DayOfWeek>().Where(day => SchoolDays.IsInWeek(day, week)));

    private static IEnumerable<Choice> Reminders(Voice voice) =>
        [
            new(voice["SetUp.Reminder.Morning"], SetUpForm.NextMorning),
            new(voice["SetUp.Reminder.None"], SetUpForm.NoReminder),
            .. ReminderHours.Select(hours => new Choice(
                voice.Say("SetUp.Reminder.Hours", ("hours", hours)),
                hours.ToString(CultureInfo.InvariantCulture)
            )),
        ];

    private static string? Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
