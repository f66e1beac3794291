using Milestones.Calendar;
using Milestones.Cards;

namespace Milestones.Features.Teaching;

/// <summary>Sending this week's question before its time: who gets it, and who has it already.</summary>
internal static class PromptCard
{
    public static Card Of(TeacherView view)
    {
        var (voice, schedule) = (view.Voice, view.Week.Classroom.Settings?.Schedule);
        var (today, asks) = (view.DayOf(view.Context.Now), PromptSending.Open(view).Count);
        var title = voice.Say("Teach.Prompt.Title", ("class", view.ClassName));
        var text =
            schedule is null ? voice["Teach.Say.SetUp"]
            : asks == 0 ? voice["Teach.Prompt.IsOut"]
            : schedule.Closed(today) is not null
            || !SchoolDays.IsSchoolDay(today, schedule.Holidays, schedule.SchoolWeek)
                ? voice["Teach.Prompt.NoSchool"]
            : null;
        var next = schedule?.Next(view.Context.Now) is { } planned
            ? voice.Say(
                "Teach.Prompt.Next",
                ("day", voice.Day(planned.Date, today)),
                ("time", voice.Time(schedule.Time))
            )
            : null;
        return view.Framed(
            title,
            text ?? title,
            [
                .. next is null ? Array.Empty<CardElement>() : [TeacherView.Small(next)],
                new TextBlock(text ?? voice.Say("Teach.Prompt.Ask", ("n", asks))),
                new ActionSet([
                    .. text is not null
                        ? Array.Empty<CardAction>()
                        :
                        [
                            view.Button(
                                voice["Teach.Prompt.Send"],
                                TeacherVerbs.SendPrompt,
                                null,
                                ("token", view.Context.Turn.NewId(8))
                            ) with
                            {
                                Style = "positive",
                            },
                        ],
                    .. view.Week.IsEmpty || view.Week.Missing.Count == 0
                        ? Array.Empty<CardAction>()
                        :
                        [
                            view.Button(
                                voice.Say("Teach.MissingAll", ("n", view.Week.Missing.Count)),
                                TeacherVerbs.Missing
                            ),
                        ],
                    view.Button(voice["Teach.Back"], TeacherVerbs.Class),
                ]),
            ]
        );
    }

    public static Card Done(int sent, int left, TeacherView view)
    {
        var text = view.Voice.Say("Teach.Prompt.Sent", ("n", sent));
        return view.Framed(
            text,
            text,
            [
                TeacherView.Small(view.Voice["Teach.Prompt.Others"]),
                new ActionSet([
                    .. left == 0
                        ? Array.Empty<CardAction>()
                        : [view.Button(view.Voice.Say("Teach.Prompt.More", ("n", left)), TeacherVerbs.AskPrompt)],
                    view.Button(view.Voice["Teach.Back"], TeacherVerbs.Class),
                ]),
            ]
        );
    }
}
