using System.Globalization;
using Milestones.Cards;
using Milestones.School;

namespace Milestones.Features.Teaching;

/// <summary><em>Needs a reply</em>: everybody who waits, those who asked for help first; a page at a time.</summary>
internal static class WaitingCard
{
    private const int Rows = 6;

    public static Card Of(TeacherView view, int page)
    {
        var voice = view.Voice;
        var waiting = view.Week.Waiting;
        var pages = Math.Max(1, (waiting.Count + Rows - 1) / Rows);
        page = Math.Clamp(page, 0, pages - 1);
        var title = voice.Say("Teach.WaitingIn", ("class", view.ClassName));
        var unread = view
            .Week.Students.Select(one => (one, reply: SentReplies.To(one, view.Week.Classroom.Key).FirstOrDefault()))
            .Where(pair => pair.reply is not null && page == 0)
            .OrderByDescending(pair => pair.reply!.At)
            .Take(Rows)
            .ToList();
        return view.Framed(
            title,
            waiting.Count == 0 ? voice["Teach.NobodyWaits"] : title,
            [
                .. waiting.Count == 0 ? [new TextBlock(voice["Teach.NobodyWaits"])] : Array.Empty<CardElement>(),
                .. waiting
                    .Skip(page * Rows)
                    .Take(Rows)
                    .Select(
                        (one, i) =>
                            TeacherView.Row(
                                view.Name(one),
                                view.Why(one.Need!),
                                view.Button(voice["Teach.Reply"], TeacherVerbs.Reply, one),
                                view.Button(
                                    voice["Teach.Handled"],
                                    TeacherVerbs.Handled,
                                    one,
                                    ("from", "list"),
                                    ("token", view.Context.Turn.NewId(0x90 + i))
                                )
                            )
                    ),
                .. unread.Count == 0 ? Array.Empty<CardElement>() : [TeacherView.Heading(voice["Teach.YouAnswered"])],
                .. unread.Select(pair => new RichTextBlock(
                    new TextRun(view.Name(pair.one)) { Weight = "bolder" },
                    new TextRun(
                        $" · {By(pair.reply!, view)} · {voice[$"Teach.State.{SentReplies.StateOf(pair.reply!)}"]}"
                    )
                )
                {
                    Spacing = "small",
                }),
                new ActionSet([
                    .. page + 1 < pages ? [Turn(voice["Report.Next"], page + 1)] : Array.Empty<Execute>(),
                    .. page > 0 ? [Turn(voice["Report.Before"], page - 1)] : Array.Empty<Execute>(),
                    view.Button(voice["Teach.Back"], TeacherVerbs.Class),
                ]),
            ]
        );

        Execute Turn(string text, int to) =>
            view.Button(text, TeacherVerbs.List, null, ("page", to.ToString(CultureInfo.InvariantCulture)));
    }

    /// <summary>Who answered, and when.</summary>
    private static string By(TeacherReply reply, TeacherView view) =>
        reply.Teacher == view.Context.Turn.Key
            ? view.Voice.Say("Teach.ByYou", ("day", view.Day(reply.At)))
            : view.Voice.Say(
                "Teach.By",
                ("name", reply.TeacherName ?? view.Voice["FromTeacher.YourTeacher"]),
                ("day", view.Day(reply.At))
            );
}
