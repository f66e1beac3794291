using System.Globalization;
using Milestones.Cards;
using Milestones.School;
using Milestones.Views;

namespace Milestones.Features.Mastery;

/// <summary>One student's unit for their teacher: what they say of themselves, what shows it, and the mark.</summary>
internal static class UnitStudentCard
{
    /// <summary>Targets on one card: each has a list of marks.</summary>
    private const int Rows = 10;

    public static string MarkOf(int target) => string.Create(CultureInfo.InvariantCulture, $"mark{target}");

    /// <param name="survey">Null while they have not got it.</param>
    /// <param name="note">What was just done.</param>
    public static Card Of(LearningUnit unit, Member student, UnitSurvey? survey, int page, string? note, UnitView view)
    {
        var voice = view.Voice;
        var last = Math.Max(0, (unit.Targets.Count - 1) / Rows);
        page = Math.Min(page, last);
        var title = $"{view.Name(student)} · {unit.Name}";
        return CardParts.Framed(
            title,
            [
                CardParts.Heading(Markdown.Escape(title)),
                .. note is null ? Array.Empty<CardElement>() : [new TextBlock(note)],
                .. survey is null
                    ? [new TextBlock(voice["Teach.Units.Unrated"])]
                    : survey.Targets.Skip(page * Rows).Take(Rows).SelectMany(target => Row(target, survey, view)),
                new ActionSet([
                    .. survey is null
                        ? Array.Empty<CardAction>()
                        : [Button("Teach.Units.Save", UnitVerbs.Mark, page) with { Style = "positive" }],
                    .. survey is not null && page < last
                        ?
                        [
                            Button("Teach.Units.MoreTargets", UnitVerbs.Student, page + 1) with
                            {
                                AssociatedInputs = "none",
                            },
                        ]
                        : Array.Empty<CardAction>(),
                    .. page > 0
                        ? [Button("Teach.Units.FirstTargets", UnitVerbs.Student, 0) with { AssociatedInputs = "none" }]
                        : Array.Empty<CardAction>(),
                    view.Button(voice["Teach.Units.ToMap"], UnitVerbs.Map, unit) with
                    {
                        AssociatedInputs = "none",
                    },
                ])
                {
                    Spacing = "medium",
                },
            ],
            voice.Culture
        );

        Execute Button(string key, string verb, int to) =>
            view.Button(
                voice[key],
                verb,
                unit,
                ("student", student.ObjectId),
                ("page", to.ToString(CultureInfo.InvariantCulture))
            );
    }

    private static IEnumerable<CardElement> Row(int target, UnitSurvey survey, UnitView view)
    {
        var (voice, rating) = (view.Voice, survey.Of(target));
        yield return new RichTextBlock(new TextRun(survey.Unit.Targets[target]) { Weight = "bolder" })
        {
            Spacing = "medium",
            Separator = true,
        };
        yield return new RichTextBlock([
            new TextRun(Own(rating, view)),
            .. rating.IsFarApart
                ? [new TextRun($" · {voice["Teach.Units.Talk"]}") { Color = "attention", Weight = "bolder" }]
                : Array.Empty<TextRun>(),
        ])
        {
            Spacing = "none",
        };
        foreach (var shown in survey.Evidence.Where(one => one.Target == target))
        {
            yield return new RichTextBlock(new TextRun($"“{shown.Text}”") { Italic = true }) { Spacing = "none" };
            if (Link(shown.Text) is { } link)
                yield return new ActionSet(new OpenUrl(voice["Teach.Units.Link"], link)) { Spacing = "small" };
        }

        yield return new ChoiceInput(
            voice.Say("Teach.Units.Mark", ("n", target + 1)),
            [
                new Choice(voice["Teach.Units.NoMark"], "0"),
                .. Enumerable
                    .Range(1, UnitSurvey.Levels)
                    .Select(level => new Choice(view.Words.Numbered(level), Text(level))),
            ]
        )
        {
            Id = MarkOf(target),
            Style = "compact",
            Value = Text(rating.Mark ?? 0),
            Spacing = "small",
        };
    }

    private static string Own(TargetRating rating, UnitView view) =>
        rating switch
        {
            { Before: { } before, After: { } after } => $"{view.Words.Numbered(before)} → {view.Words.Numbered(after)}",
            { Latest: { } latest } => view.Words.Numbered(latest),
            _ => view.Voice["Teach.Units.Unrated"],
        };

    /// <summary>The address where that is all they gave, and one a browser can trust to be what it says.</summary>
    private static string? Link(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var link) && link.Scheme == Uri.UriSchemeHttps
            ? link.AbsoluteUri
            : null;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
