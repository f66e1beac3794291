using Milestones.Cards;
using Milestones.Conversations;
using Milestones.Localization;
using Milestones.School;
using Milestones.Views;

namespace Milestones.Features.Teaching;

/// <summary>A teacher's answer as the student sees it.</summary>
internal static class AnswerCards
{
    public static string Title(TeacherReply reply, Voice voice) =>
        voice.Say(
            reply.Feedback is null ? "FromTeacher.Title" : "FromTeacher.Looked",
            ("name", reply.TeacherName ?? voice["FromTeacher.YourTeacher"])
        );

    /// <param name="earlier">What the student wrote before, which this answers: so it was read.</param>
    public static Card Of(TeacherReply reply, string? earlier, string? className, Turn turn, Voice voice) =>
        Framed(
            reply,
            earlier,
            className,
            [
                new TextBlock(
                    reply.MayBeAnswered
                        ? voice.Say(
                            "FromTeacher.WriteBack",
                            ("name", Markdown.Escape(reply.TeacherName ?? voice["FromTeacher.YourTeacher"]))
                        )
                        : voice["FromTeacher.Talk"]
                )
                {
                    Size = "small",
                    IsSubtle = true,
                },
                Buttons(reply, turn, voice),
            ],
            voice
        );

    /// <summary>With what the student wrote back, which its teacher has read.</summary>
    public static Card Read(TeacherReply reply, string? className, Turn turn, Voice voice) =>
        Framed(
            reply,
            null,
            className,
            [
                Mine(reply.Answer!, voice),
                .. reply.IsLastTurn
                    ? [new TextBlock(voice["FromTeacher.Talk"]) { Size = "small", IsSubtle = true }]
                    : Array.Empty<CardElement>(),
                Buttons(reply, turn, voice),
            ],
            voice
        );

    private static ActionSet Buttons(TeacherReply reply, Turn turn, Voice voice) =>
        new([
            new Execute(voice["FromTeacher.Thanks"], TeacherVerbs.Thanks, ("reply", reply.Id)) { Style = "positive" },
            .. reply.Feedback is { } feedback
                ? [new Execute(voice["Feedback.MyWork"], CriteriaVerbs.Mine, ("work", feedback.Work))]
                : Array.Empty<CardAction>(),
            new Execute(
                voice["Reflect.Help"],
                ReflectionVerbs.Help,
                ("class", reply.Class.Partition),
                ("token", turn.NewId(4))
            ),
        ]);

    /// <summary>What the student wrote; it was read, since it was answered or looked at.</summary>
    private static RichTextBlock Mine(string written, Voice voice) =>
        new(
            new TextRun($"{voice["FromTeacher.You"]} “{written}” · {voice["Teach.State.Read"]}")
            {
                Size = "small",
                IsSubtle = true,
            }
        );

    public static Card Thanked(TeacherReply reply, string? className, Voice voice) =>
        Framed(
            reply,
            null,
            className,
            [
                .. reply is { Answer: { } written, AnswerSeenAt: not null }
                    ? [Mine(written, voice)]
                    : Array.Empty<CardElement>(),
                new TextBlock(voice["FromTeacher.Seen"]) { Size = "small", IsSubtle = true },
            ],
            voice
        );

    public static string NudgeTitle(Nudge nudge, Voice voice) =>
        voice.Say("FromTeacher.Nudge", ("name", nudge.TeacherName ?? voice["FromTeacher.YourTeacher"]));

    public static Card Nudge(Nudge nudge, Membership membership, Turn turn, Voice voice)
    {
        var title = NudgeTitle(nudge, voice);
        return new Card([
            new TextBlock(Markdown.Escape(title))
            {
                Style = "heading",
                Size = "large",
                Weight = "bolder",
            },
            new TextBlock(voice["FromTeacher.NudgeText"]),
            new TextBlock(Markdown.Escape(membership.ClassName)) { Size = "small", IsSubtle = true },
            new ActionSet(
                new Execute(voice["FromTeacher.Reflect"], ReflectionVerbs.Open, ("class", nudge.Class.Partition))
                {
                    Style = "positive",
                },
                new Execute(
                    voice["Reflect.Help"],
                    ReflectionVerbs.Help,
                    ("class", nudge.Class.Partition),
                    ("token", turn.NewId(6))
                )
            ),
        ]).In(voice.Culture, $"{title}. {voice["FromTeacher.NudgeText"]}", title);
    }

    private static Card Framed(
        TeacherReply reply,
        string? earlier,
        string? className,
        IEnumerable<CardElement> end,
        Voice voice
    )
    {
        var title = Title(reply, voice);
        return new Card([
            new TextBlock(Markdown.Escape(title))
            {
                Style = "heading",
                Size = "large",
                Weight = "bolder",
            },
            .. earlier is null ? Array.Empty<CardElement>() : [Mine(earlier, voice)],
            .. reply.Feedback is { } feedback
                ? FeedbackRows.Of(feedback, null, voice)
                : [new RichTextBlock(new TextRun(reply.Text))],
            .. className is null
                ? Array.Empty<CardElement>()
                : [new TextBlock(Markdown.Escape(className)) { Size = "small", IsSubtle = true }],
            .. end,
        ]).In(voice.Culture, $"{title}. {reply.Text}", $"{title}: {reply.Text}");
    }
}
