using System.Globalization;
using Milestones.Cards;
using Milestones.Conversations;
using Milestones.Language.Packs;
using Milestones.School;

namespace Milestones.Features.Teaching;

/// <summary>
/// Where a teacher answers one student: what was shared, sentences to begin with, and room for their own.
/// </summary>
internal static class ReplyCard
{
    public static Card Form(StudentWeek student, CardData sent, ReplyForm? wrong, TeacherView view)
    {
        var voice = view.Voice;
        var title = voice.Say("Teach.ReplyTo", ("name", view.Name(student)));
        var spoken = view.ToStudent(student).Language;
        var language = LanguagePacks.Of(spoken).Name;
        var shared = SharedReflections.Of(student.Person, view.Week.Classroom.Key);
        return view.Framed(
            title,
            title,
            [
                .. student.Need is { } need
                    ? [new TextBlock(view.Why(need)) { Color = "attention", Spacing = "small" }]
                    : Array.Empty<CardElement>(),
                .. Said(student, wrong?.Fault == "Teach.JustAnswered", view),
                .. shared is [var last, ..]
                    ? ReadCard.Words(student, last, view)
                    : [TeacherView.Small(voice["Teach.NoWords"])],
                new ChoiceInput(
                    voice["Teach.Begin"],
                    [
                        .. ReplyForm
                            .Starters(student, view, view.OfClass)
                            .Select((text, i) => new Choice(text, i.ToString(CultureInfo.InvariantCulture))),
                    ]
                )
                {
                    Id = ReplyForm.Starter,
                    Style = "expanded",
                    Wrap = true,
                    Value = sent.Text(ReplyForm.Starter),
                    Separator = true,
                },
                .. spoken == voice.Language
                    ? Array.Empty<CardElement>()
                    : [TeacherView.Small(voice.Say($"Teach.SentIn.{language}", ("name", view.FirstName(student))))],
                new TextInput(voice["Teach.Own"])
                {
                    Id = ReplyForm.Own,
                    IsMultiline = true,
                    MaxLength = ReplyForm.MaxLength,
                    Value = sent.Text(ReplyForm.Own),
                },
                .. wrong?.Fault is { } fault
                    ?
                    [
                        new TextBlock(
                            Markdown.Escape(
                                voice.Say(
                                    fault,
                                    ("length", wrong.Length),
                                    ("max", ReplyForm.MaxLength),
                                    ("name", view.FirstName(student)),
                                    ("other", Other(student, view)?.TeacherName ?? voice["Class.Somebody"])
                                )
                            )
                        )
                        {
                            Color = "attention",
                            Size = "small",
                            Spacing = "none",
                        },
                    ]
                    : Array.Empty<CardElement>(),
                new ActionSet([
                    view.Button(
                        voice["Teach.Send"],
                        TeacherVerbs.Send,
                        student,
                        ("token", view.Context.Turn.NewId(5)),
                        (ReplyForm.Seen, Other(student, view)?.Id ?? ReplyForm.SeenNone)
                    ) with
                    {
                        Style = "positive",
                    },
                    .. student.Need is null ? Array.Empty<CardAction>() : [Handled(student, view)],
                    view.Button(voice["Teach.Back"], TeacherVerbs.Class),
                ]),
            ]
        );
    }

    /// <summary>What was done, and who is next.</summary>
    public static Card Done(StudentWeek student, string text, string? words, TeacherView view)
    {
        var next = view.Week.Waiting.FirstOrDefault(one => one.Member.ObjectId != student.Member.ObjectId);
        return view.Framed(
            text,
            text,
            [
                .. words is null
                    ? Array.Empty<CardElement>()
                    : [new RichTextBlock(new TextRun($"“{words}”") { Italic = true })],
                new ActionSet([
                    .. next is null
                        ? Array.Empty<CardAction>()
                        :
                        [
                            view.Button(
                                view.Voice.Say("Teach.NextReply", ("name", view.FirstName(next))),
                                TeacherVerbs.Reply,
                                next
                            ) with
                            {
                                Style = "positive",
                            },
                        ],
                    view.Button(view.Voice["Teach.Back"], TeacherVerbs.Class),
                ]),
            ]
        );
    }

    /// <summary>Who cannot be written to is to be talked to.</summary>
    public static Card Unreachable(StudentWeek student, string why, TeacherView view) =>
        Talk(
            view.Voice.Say("Teach.CannotReach", ("name", view.Name(student))),
            view.Voice.Say("Teach.Why", ("why", why)),
            student,
            view
        );

    /// <summary>Four turns were taken.</summary>
    public static Card Enough(StudentWeek student, TeacherView view) =>
        Talk(
            view.Voice.Say("Teach.EnoughWith", ("name", view.Name(student))),
            view.Voice["Teach.Enough"],
            student,
            view
        );

    /// <summary>What was written back, and what another teacher has answered.</summary>
    private static IEnumerable<CardElement> Said(StudentWeek student, bool isNew, TeacherView view) =>
        [
            .. Exchange.Waiting(student.Person, view.Week.Classroom.Key, view.Context.Turn.Key) is { } wrote
                ? WroteBackCard.Words(wrote, view.Voice)
                : [],
            .. isNew && Other(student, view) is { } other ? ReadCard.Answered(other, view) : [],
        ];

    private static TeacherReply? Other(StudentWeek student, TeacherView view) =>
        SentReplies.OfOthers(student.Person, view.Week.Classroom.Key, view.Context.Turn.Key);

    private static Card Talk(string title, string why, StudentWeek student, TeacherView view) =>
        view.Framed(
            title,
            title,
            [
                new TextBlock(Markdown.Escape(why)),
                new TextBlock(view.Voice["Teach.TalkInstead"]),
                new ActionSet([
                    .. student.Need is null ? Array.Empty<CardAction>() : [Handled(student, view)],
                    view.Button(view.Voice["Teach.Back"], TeacherVerbs.Class),
                ]),
            ]
        );

    private static Execute Handled(StudentWeek student, TeacherView view) =>
        view.Button(
            view.Voice["Teach.Handled"],
            TeacherVerbs.Handled,
            student,
            ("token", view.Context.Turn.NewId(0x7C))
        );
}
