using Milestones.Cards;
using Milestones.School;
using Milestones.Views;

namespace Milestones.Features.Teaching;

/// <summary>A month or a quarter of a class on one card: figures, what was wanted before, and the question.</summary>
internal static class InsightCard
{
    public static string Title(InsightPeriod period, TeacherView view) =>
        view.Voice.Say("Insight.Title", ("class", view.ClassName), ("period", period.Name(view.Voice)));

    /// <param name="notes">What teachers of the class wanted to teach again.</param>
    public static Card Of(Insight insight, IReadOnlyList<ReteachNote> notes, TeacherView view)
    {
        var (voice, period) = (view.Voice, insight.Period);
        var title = Title(period, view);
        var mine = notes.LastOrDefault(one => one.Period == period.Id && one.By == view.Context.Turn.Person.ObjectId);
        return view.Framed(
            title,
            title,
            [
                .. insight.IsEmpty
                    ? [new TextBlock(voice.Say("Insight.TooFew", ("n", Insight.SmallestGroup)))]
                    : InsightParts.Elements(InsightParts.Of(insight, view)),
                .. Before(period, notes, view),
                TeacherView.Heading(voice["Insight.Question"]),
                new TextInput(voice["Insight.Answer"])
                {
                    Id = "reteach",
                    IsMultiline = true,
                    MaxLength = ReteachNote.MaxLength,
                    Value = mine?.Text,
                },
                .. mine is null
                    ? Array.Empty<CardElement>()
                    : [TeacherView.Small(voice.Say("Insight.Kept", ("day", view.Day(mine.At))))],
                new ActionSet([
                    view.Button(voice["Insight.Keep"], InsightVerbs.Keep, null, ("period", period.Id)) with
                    {
                        Style = "positive",
                    },
                    view.Button(voice["Insight.Before"], InsightVerbs.Open, null, ("period", period.Before.Id)),
                    view.Button(
                        voice[period.IsQuarter ? "Insight.ToMonth" : "Insight.ToQuarter"],
                        InsightVerbs.Open,
                        null,
                        ("span", period.IsQuarter ? "month" : "quarter")
                    ),
                    .. insight.IsEmpty
                        ? Array.Empty<CardAction>()
                        : [view.Button(voice["Insight.Share"], InsightVerbs.ShareWith, null, ("period", period.Id))],
                    view.Button(voice["Teach.Page"], PageVerbs.Class),
                    view.Button(voice["Teach.Back"], TeacherVerbs.Class),
                ]),
            ]
        );
    }

    private static IEnumerable<CardElement> Before(
        InsightPeriod period,
        IReadOnlyList<ReteachNote> notes,
        TeacherView view
    )
    {
        var before = notes.Where(one => one.Period == period.Before.Id).ToList();
        if (before.Count == 0)
            return [];
        return
        [
            TeacherView.Heading(view.Voice.Say("Insight.WantedBefore", ("period", period.Before.Name(view.Voice)))),
            .. before.Select(one => new RichTextBlock(
                new TextRun($"“{one.Text}”") { Italic = true },
                new TextRun($" · {one.ByName ?? view.Voice["Class.Somebody"]}") { IsSubtle = true }
            )
            {
                Spacing = "small",
            }),
        ];
    }
}
