using Milestones.Cards;
using Milestones.Features.Reflections;
using Milestones.Localization;
using Milestones.School;
using Milestones.Views;

namespace Milestones.Features.Teaching;

/// <summary>
/// The figures of a period part by part, as they stand on a teacher's card and on one that is shared.
/// </summary>
internal static class InsightParts
{
    public static SharedInsight Of(Insight insight, TeacherView view)
    {
        var voice = view.Voice;
        var names = view.OfClass.List($"Reflect.Suggest.{ReflectionQuestions.Obstacle}");
        return new(voice.Say("Insight.SharedTitle", ("period", insight.Period.Name(voice))))
        {
            Rules = voice.Say("Insight.Rules", ("n", Insight.SmallestGroup)),
            Parts =
            [
                .. new[]
                {
                    Part(
                        "Insight.ByArea",
                        insight.ByArea.Select(one =>
                            (
                                $"{GoalCards.Icon(one.Kind)} {voice[$"Page.Area.{one.Kind}"]}",
                                InsightWords.Counts(one, voice)
                            )
                        ),
                        voice
                    ),
                    Part(
                        "Insight.ByMeasure",
                        insight.ByMeasure.Select(one =>
                            (voice[$"Insight.Measure.{one.Kind}"], InsightWords.Counts(one, voice))
                        ),
                        voice
                    ),
                    Part(
                        "Insight.Confidence",
                        insight.Confidence.Select(one =>
                            (voice[$"Insight.Sure.{one.How}"], InsightWords.Of(one.Outcome, voice))
                        ),
                        voice
                    ),
                    Part(
                        "Insight.Plans",
                        insight.Plans.Select(one => (voice[$"Insight.Plan.{one.Trait}"], InsightWords.Of(one, voice))),
                        voice
                    ),
                    Part(
                        "Teach.Obstacles",
                        insight
                            .Obstacles.Where(one => one.Choice < names.Count)
                            .Select(one => (names[one.Choice], voice.Say("Insight.Students", ("n", one.Students)))),
                        voice
                    ),
                }.Where(part => part.Rows.Count > 0),
            ],
        };
    }

    public static IEnumerable<CardElement> Elements(SharedInsight figures) =>
        [
            .. figures.Parts.SelectMany(part =>
                part.Rows.Select(
                        CardElement (row) =>
                            new RichTextBlock(new TextRun($"{row.Name} ") { Weight = "bolder" }, new TextRun(row.Words))
                            {
                                Spacing = "small",
                            }
                    )
                    .Prepend(TeacherView.Heading(part.Heading))
            ),
            TeacherView.Small(figures.Rules),
        ];

    private static SharedPart Part(string heading, IEnumerable<(string Name, string Words)> rows, Voice voice) =>
        new(voice[heading]) { Rows = [.. rows.Select(row => new SharedRow(row.Name, row.Words))] };
}
