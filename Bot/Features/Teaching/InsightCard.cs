using Milestones.Cards;
using Milestones.Features.Reflections;
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
                    : Figures(insight, view),
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
                    view.Button(voice["Teach.Page"], PageVerbs.Class),
                    view.Button(voice["Teach.Back"], TeacherVerbs.Class),
                ]),
            ]
        );
    }

    private static IEnumerable<CardElement> Figures(Insight insight, TeacherView view)
    {
        var voice = view.Voice;
        var names = view.OfClass.List($"Reflect.Suggest.{ReflectionQuestions.Obstacle}");
        return
        [
            .. Part(
                "Insight.ByArea",
                insight.ByArea.Select(one =>
                    ($"{GoalCards.Icon(one.Kind)} {voice[$"Page.Area.{one.Kind}"]}", InsightWords.Counts(one, voice))
                ),
                view
            ),
            .. Part(
                "Insight.ByMeasure",
                insight.ByMeasure.Select(one =>
                    (voice[$"Insight.Measure.{one.Kind}"], InsightWords.Counts(one, voice))
                ),
                view
            ),
            .. Part(
                "Insight.Confidence",
                insight.Confidence.Select(one =>
                    (voice[$"Insight.Sure.{one.How}"], InsightWords.Of(one.Outcome, voice))
                ),
                view
            ),
            .. Part(
                "Insight.Plans",
                insight.Plans.Select(one => (voice[$"Insight.Plan.{one.Trait}"], InsightWords.Of(one, voice))),
                view
            ),
            .. Part(
                "Teach.Obstacles",
                insight
                    .Obstacles.Where(one => one.Choice < names.Count)
                    .Select(one => (names[one.Choice], voice.Say("Insight.Students", ("n", one.Students)))),
                view
            ),
            TeacherView.Small(voice.Say("Insight.Rules", ("n", Insight.SmallestGroup))),
        ];
    }

    private static IEnumerable<CardElement> Part(
        string heading,
        IEnumerable<(string Name, string Words)> rows,
        TeacherView view
    )
    {
        var all = rows.ToList();
        if (all.Count == 0)
            return [];
        return
        [
            TeacherView.Heading(view.Voice[heading]),
            .. all.Select(row => new RichTextBlock(
                new TextRun($"{row.Name} ") { Weight = "bolder" },
                new TextRun(row.Words)
            )
            {
                Spacing = "small",
            }),
        ];
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
