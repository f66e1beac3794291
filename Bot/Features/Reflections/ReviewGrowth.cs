using Milestones.Calendar;
using Milestones.Cards;
using Milestones.School;
using Milestones.Views;

namespace Milestones.Features.Reflections;

/// <summary>
/// What somebody can do now, and could do less at the beginning of a review: by the targets of units and by success
/// criteria, as they see themselves.
/// </summary>
internal static class ReviewGrowth
{
    /// <summary>Of each kind; the others stand on the map and with the goals.</summary>
    private const int Rows = 4;

    public static IEnumerable<CardElement> Of(Review review, TurnContext<Person> context)
    {
        var (person, voice) = (context.Person, context.Voice);
        var since = review.Then.Week.Monday;
        List<CardElement> rows =
        [
            .. person
                .Surveys.Where(one => LocalTime.Day(one.Unit.OpenedAt, person.TimeZone) >= since)
                .SelectMany(survey => survey.Targets.Select(target => (survey, target, rating: survey.Of(target))))
                .Where(one => one.rating is { Before: not null, After: not null })
                .OrderByDescending(one => one.rating.After - one.rating.Before)
                .Take(Rows)
                .Select(one =>
                    Row(
                        one.survey.Unit.Targets[one.target],
                        $"{LevelWords.Dots(one.rating.Before)} → {LevelWords.Dots(one.rating.After)}",
                        voice.Say("Review.Level", ("then", one.rating.Before), ("now", one.rating.After))
                    )
                ),
            .. CriteriaGrowth
                .Of(person)
                .Where(one => one.Then is not null && one.On >= since)
                .OrderByDescending(one => one.Now - one.Then)
                .Take(Rows)
                .Select(one =>
                    Row(
                        one.Text,
                        $"{CriteriaRows.Mark(one.Then!.Value)} → {CriteriaRows.Mark(one.Now)}",
                        voice.Say(
                            "Review.Criterion",
                            ("then", CriteriaRows.Word(one.Then.Value, voice)),
                            ("now", CriteriaRows.Word(one.Now, voice))
                        )
                    )
                ),
        ];
        return rows.Count == 0
            ? []
            :
            [
                new TextBlock(voice["Review.Growth"])
                {
                    Weight = "bolder",
                    Spacing = "medium",
                    Separator = true,
                },
                .. rows,
            ];
    }

    private static RichTextBlock Row(string words, string drawn, string said) =>
        new(
            new TextRun($"{words} "),
            new TextRun($"{drawn} ") { Weight = "bolder" },
            new TextRun(said) { IsSubtle = true, Size = "small" }
        )
        {
            Spacing = "small",
        };
}
