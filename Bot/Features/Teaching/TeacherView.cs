using Milestones.Calendar;
using Milestones.Cards;
using Milestones.Localization;
using Milestones.School;

namespace Milestones.Features.Teaching;

/// <summary>What a teacher's card is made from, and the parts they share.</summary>
internal sealed record TeacherView(ClassWeek Week, TurnContext<Person> Context)
{
    public Voice Voice => Context.Voice;

    public string ClassName => Week.Classroom.Name ?? Voice["Class.NoName"];

    /// <summary>The texts for this class's grades, where they are for students.</summary>
    public Voice OfClass => new(Voice.Culture, Week.Classroom.Settings?.Band ?? GradeBand.Grades6To8);

    /// <summary>The same texts in the language in which this student is spoken to.</summary>
    public Voice ToStudent(StudentWeek student) =>
        student.Person is { } person ? new(VoiceOf.Person(person).Culture, OfClass.Band) : OfClass;

    public string Name(StudentWeek student) => student.Name ?? Voice["Class.Somebody"];

    /// <summary>The whole name where it stands with what tells two of the same name apart.</summary>
    public string FirstName(StudentWeek student) => PeopleNames.First(Name(student));

    /// <summary>A day as the class counts it.</summary>
    public string Day(DateTimeOffset moment) => Voice.Day(DayOf(moment), DayOf(Context.Now));

    public string WeekName(IsoWeek week) =>
        Voice.Say("Teach.WeekOf", ("day", Voice.Day(week.Monday, DayOf(Context.Now))));

    public DateOnly DayOf(DateTimeOffset moment) => LocalTime.Day(moment, Week.Classroom.Settings?.Schedule.Zone);

    public Execute Button(
        string title,
        string verb,
        StudentWeek? student = null,
        params IEnumerable<(string, string)> more
    ) =>
        new(
            title,
            verb,
            [
                ("class", Week.Classroom.Key.Partition),
                .. student is null ? Array.Empty<(string, string)>() : [("student", student.Member.ObjectId)],
                .. more,
            ]
        );

    public Card Framed(string title, string speak, IEnumerable<CardElement> body) =>
        new Card([
            new TextBlock(Markdown.Escape(title))
            {
                Style = "heading",
                Size = "large",
                Weight = "bolder",
            },
            .. body,
        ]).In(Voice.Culture, speak);

    public static TextBlock Heading(string text) =>
        new(text)
        {
            Weight = "bolder",
            Spacing = "medium",
            Separator = true,
        };

    public static TextBlock Small(string text) =>
        new(text)
        {
            Size = "small",
            IsSubtle = true,
            Spacing = "small",
        };

    /// <summary>Why a student waits, in words.</summary>
    public string Why(Need need) => Voice.Say($"Teach.Need.{need.Kind}", ("day", Day(need.Since)));

    /// <summary>A name, what is to say of it, and a button.</summary>
    public static ColumnSet Row(string name, string? about, params IReadOnlyList<Execute> buttons) =>
        new(
            new Column(
                "stretch",
                new RichTextBlock([
                    new TextRun(name) { Weight = "bolder" },
                    .. about is null ? Array.Empty<TextRun>() : [new TextRun($" · {about}")],
                ])
            )
            {
                VerticalContentAlignment = "center",
            },
            new Column("auto", new ActionSet(buttons))
        )
        {
            Spacing = "small",
        };
}
