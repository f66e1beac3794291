using System.Globalization;
using Milestones.Cards;
using Milestones.Conversations;

namespace Milestones.Features.Teaching;

/// <summary>
/// Who has not reflected on the week, those first who went quiet; each, or all at once, can be nudged.
/// </summary>
internal static class MissingCard
{
    private const int Rows = 8;

    public static string Title(TeacherView view) =>
        view.Voice.Say("Teach.MissingIn", ("class", view.ClassName), ("n", view.Week.Missing.Count));

    public static Card Of(TeacherView view, int page)
    {
        var (voice, missing) = (view.Voice, view.Week.Missing);
        var pages = Math.Max(1, (missing.Count + Rows - 1) / Rows);
        page = Math.Clamp(page, 0, pages - 1);
        var title = missing.Count == 0 ? voice["Teach.Say.AllReflected"] : Title(view);
        return view.Framed(
            title,
            title,
            [
                TeacherView.Small(view.WeekName(view.Week.Week)),
                .. missing.Skip(page * Rows).Take(Rows).Select((one, i) => Row(one, i, view)),
                new ActionSet([
                    .. missing.Count < 2
                        ? Array.Empty<Execute>()
                        :
                        [
                            view.Button(
                                voice.Say("Teach.NudgeAll", ("n", missing.Count)),
                                TeacherVerbs.NudgeAll,
                                null,
                                ("token", view.Context.Turn.NewId(7)),
                                (CardData.Per, CardData.Week)
                            ),
                        ],
                    .. page + 1 < pages ? [Turn(voice["Report.Next"], page + 1)] : Array.Empty<Execute>(),
                    .. page > 0 ? [Turn(voice["Report.Before"], page - 1)] : Array.Empty<Execute>(),
                    view.Button(voice["Teach.Back"], TeacherVerbs.Class),
                ]),
            ]
        );

        Execute Turn(string text, int to) =>
            view.Button(text, TeacherVerbs.Missing, null, ("page", to.ToString(CultureInfo.InvariantCulture)));
    }

    /// <summary>A name, whether it has been so for long, and the button.</summary>
    /// <param name="index">Its place on the card.</param>
    public static ColumnSet Row(StudentWeek one, int index, TeacherView view) =>
        TeacherView.Row(
            view.Name(one),
            one.IsQuiet ? view.Voice["Teach.Quiet"] : null,
            view.Button(
                view.Voice["Teach.Nudge"],
                TeacherVerbs.Nudge,
                one,
                ("token", view.Context.Turn.NewId(0xA0 + index)),
                (CardData.Per, CardData.Week)
            )
        );
}
