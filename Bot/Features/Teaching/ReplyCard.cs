using System.Globalization;
using Milestones.Cards;
using Milestones.Conversations;
using Milestones.Language.Packs;

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
                        new TextBlock(voice.Say(fault, ("length", wrong.Length), ("max", ReplyForm.MaxLength)))
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
                        ("token", view.Context.Turn.NewId(5))
                    ) with
                    {
                        Style = "positive",
                    },
                    .. student.Need is null
                        ? Array.Empty<CardAction>()
                        : [view.Button(voice["Teach.Handled"], TeacherVerbs.Handled, student)],
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
    public static Card Unreachable(StudentWeek student, string why, TeacherView view)
    {
        var title = view.Voice.Say("Teach.CannotReach", ("name", view.Name(student)));
        return view.Framed(
            title,
            title,
            [
                new TextBlock(Markdown.Escape(view.Voice.Say("Teach.Why", ("why", why)))),
                new TextBlock(view.Voice["Teach.TalkInstead"]),
                new ActionSet([
                    .. student.Need is null
                        ? Array.Empty<CardAction>()
                        : [view.Button(view.Voice["Teach.Handled"], TeacherVerbs.Handled, student)],
                    view.Button(view.Voice["Teach.Back"], TeacherVerbs.Class),
                ]),
            ]
        );
    }
}
