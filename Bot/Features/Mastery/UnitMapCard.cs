using System.Globalization;
using Milestones.Cards;
using Milestones.Localization;
using Milestones.School;
using Milestones.Views;

namespace Milestones.Features.Mastery;

/// <summary>Student by target: before → after, and the teacher's mark beside it where there is one.</summary>
internal static class UnitMapCard
{
    /// <summary>Students on one card.</summary>
    private const int Rows = 8;

    private const string Gap = "  ";

    public static Card Of(LearningUnit unit, int page, UnitView view)
    {
        var voice = view.Voice;
        var students = view.Students;
        var last = Math.Max(0, (students.Count - 1) / Rows);
        page = Math.Min(page, last);
        return CardParts.Framed(
            unit.Name,
            [
                CardParts.Heading(Markdown.Escape(unit.Name)),
                new TextBlock(view.State(unit)) { IsSubtle = true, Spacing = "none" },
                .. unit.Targets.Index().Select(one => Target(one.Index, unit, view)),
                CardParts.Small(Markdown.Escape(voice.Say("Teach.Units.Key", ("levels", view.Words.Key())))),
                .. students.Skip(page * Rows).Take(Rows).Select(student => Row(student, unit, view)),
                .. last == 0 ? Array.Empty<CardElement>() : [Pages(page, last, unit, view)],
                new ActionSet([
                    .. Acts(unit)
                        .Select(act =>
                            view.Button(voice[$"Teach.Units.{act}"], UnitVerbs.Decide, unit, ("act", act.ToString()))
                        ),
                    view.Button(voice["Teach.Units.File"], PageVerbs.Class),
                    view.Button(voice["Teach.Units.Back"], UnitVerbs.List),
                ])
                {
                    Spacing = "medium",
                },
            ],
            voice.Culture
        );
    }

    private static UnitAct[] Acts(LearningUnit unit) =>
        unit switch
        {
            { ClosedAt: not null } => [UnitAct.Delete],
            { Round: UnitRound.Before } => [UnitAct.AskAfter, UnitAct.Close, UnitAct.Delete],
            _ => [UnitAct.Close, UnitAct.Delete],
        };

    /// <summary>A target with how many are past learning it, before and after.</summary>
    private static RichTextBlock Target(int target, LearningUnit unit, UnitView view)
    {
        var ratings = view
            .Classroom.Students.Select(student => view.SurveyOf(student, unit)?.Of(target))
            .OfType<TargetRating>()
            .ToList();
        return new RichTextBlock([
            new TextRun($"{Number(target + 1, view.Voice)}. {unit.Targets[target]}"),
            .. ratings.TrueForAll(one => one.Latest is null)
                ? Array.Empty<TextRun>()
                :
                [
                    new TextRun(
                        " · "
                            + view.Voice.Say(
                                "Teach.Units.Got",
                                ("n", Got(UnitRound.Before)),
                                ("all", Rated(UnitRound.Before))
                            )
                            + (
                                Rated(UnitRound.After) == 0
                                    ? string.Empty
                                    : " → "
                                        + view.Voice.Say(
                                            "Teach.Units.Got",
                                            ("n", Got(UnitRound.After)),
                                            ("all", Rated(UnitRound.After))
                                        )
                            )
                    )
                    {
                        IsSubtle = true,
                    },
                ],
        ])
        {
            Spacing = "small",
        };

        int Rated(UnitRound round) => ratings.Count(one => one.In(round) is not null);
        int Got(UnitRound round) => ratings.Count(one => one.In(round) > UnitSurvey.Low);
    }

    private static ColumnSet Row(Member student, LearningUnit unit, UnitView view) =>
        new(
            new Column(
                "stretch",
                new RichTextBlock(new TextRun(view.Name(student)) { Weight = "bolder" }),
                new RichTextBlock([.. Cells(view.SurveyOf(student, unit), unit, view.Voice)]) { Spacing = "none" }
            ),
            new Column(
                "auto",
                new ActionSet(
                    view.Button(view.Voice["Teach.Units.Open"], UnitVerbs.Student, unit, ("student", student.ObjectId))
                )
            )
            {
                VerticalContentAlignment = "center",
            }
        )
        {
            Spacing = "medium",
            Separator = true,
        };

    /// <summary>One run for all that is as expected, and one for each that is worth a talk.</summary>
    private static IEnumerable<TextRun> Cells(UnitSurvey? survey, LearningUnit unit, Voice voice)
    {
        if (survey is null || survey.Ratings.All(one => one is { Latest: null, Mark: null }))
        {
            yield return new TextRun(voice["Teach.Units.Unrated"]) { Size = "small", IsSubtle = true };
            yield break;
        }

        var plain = new List<string>();
        foreach (var target in Enumerable.Range(0, unit.Targets.Count))
        {
            var rating = survey.Of(target);
            if (!rating.IsFarApart)
            {
                plain.Add(Cell(target, rating, voice));
                continue;
            }

            if (plain.Count > 0)
                yield return Run([.. plain, string.Empty]);
            plain = [string.Empty];
            yield return Run(Cell(target, rating, voice)) with
            {
                Weight = "bolder",
                Color = "attention",
            };
        }

        if (plain.Exists(cell => cell.Length > 0))
            yield return Run([.. plain]);

        static TextRun Run(params IEnumerable<string> cells) => new(string.Join(Gap, cells)) { Size = "small" };
    }

    private static string Cell(int target, TargetRating rating, Voice voice)
    {
        var own = rating switch
        {
            { Before: { } before, After: { } after } => $"{Number(before, voice)}→{Number(after, voice)}",
            { Latest: { } latest } => Number(latest, voice),
            _ => "–",
        };
        return $"{Number(target + 1, voice)}: {own}"
            + (
                rating.Mark is { } mark
                    ? " " + voice.Say(rating.IsFarApart ? "Teach.Units.Far" : "Teach.Units.Near", ("mark", mark))
                    : string.Empty
            );
    }

    private static ActionSet Pages(int page, int last, LearningUnit unit, UnitView view)
    {
        return new([
            .. page > 0 ? [To("Teach.Units.Before", page - 1)] : Array.Empty<CardAction>(),
            .. page < last ? [To("Teach.Units.More", page + 1)] : Array.Empty<CardAction>(),
        ]);

        Execute To(string key, int to) =>
            view.Button(view.Voice[key], UnitVerbs.Map, unit, ("page", to.ToString(CultureInfo.InvariantCulture)));
    }

    private static string Number(int number, Voice voice) => number.ToString(voice.Culture);
}
