using Milestones.Cards;
using Milestones.Localization;
using Milestones.School;

namespace Milestones.Features.Teaching;

/// <summary>What a student wrote back, under what it answers; after four turns, the advice to talk.</summary>
internal static class WroteBackCard
{
    public static string Title(AnswerCall call, Voice voice) =>
        voice.Say("Teach.WroteBack", ("name", call.Name ?? voice["Class.Somebody"]));

    public static Card Of(AnswerCall call, TeacherReply reply, Classroom classroom, TurnContext<Person> context)
    {
        var voice = context.Voice;
        var title = Title(call, voice);
        (string, string)[] data = [("class", call.Class.Partition), ("student", call.Student)];
        return CardParts.In(
            new Card([
                CardParts.Heading(Markdown.Escape(title)),
                new TextBlock(Markdown.Escape(classroom.Name ?? voice["Class.NoName"]))
                {
                    IsSubtle = true,
                    Spacing = "none",
                },
                .. Words(reply, voice),
                .. reply.IsLastTurn ? [new TextBlock(voice["Teach.Enough"])] : Array.Empty<CardElement>(),
                new ActionSet([
                    .. reply.IsLastTurn
                        ? Array.Empty<CardAction>()
                        : [new Execute(voice["Teach.Reply"], TeacherVerbs.Reply, data) { Style = "positive" }],
                    new Execute(
                        voice["Teach.Handled"],
                        TeacherVerbs.Handled,
                        [.. data, ("token", context.Turn.NewId(0x7A))]
                    ),
                ]),
            ]),
            voice.Culture,
            $"{title}. {reply.Answer}"
        );
    }

    /// <summary>The last turn of each, the teacher's small.</summary>
    public static IEnumerable<CardElement> Words(TeacherReply reply, Voice voice)
    {
        yield return new RichTextBlock(
            new TextRun($"{voice["Teach.You"]} ") { Size = "small", IsSubtle = true },
            new TextRun($"“{reply.Text}”")
            {
                Size = "small",
                IsSubtle = true,
                Italic = true,
            },
            new TextRun($" · {voice["Teach.State.Read"]}") { Size = "small", IsSubtle = true }
        )
        {
            Spacing = "medium",
        };
        yield return new RichTextBlock(new TextRun($"“{reply.Answer}”")) { Spacing = "small" };
    }
}
