using System.Globalization;
using Milestones.Cards;
using Milestones.Localization;
using Milestones.School;
using Milestones.Views;

namespace Milestones.Features.Mastery;

/// <summary>A student's own map of a unit: where they stood, where they stand, and one next step.</summary>
internal static class MapCard
{
    /// <param name="note">A word on why they see it now.</param>
    public static Card Of(UnitSurvey survey, TurnContext<Person> context, SchoolOptions school, string? note = null)
    {
        var (voice, words) = (context.Voice, new LevelWords(school, context.Voice));
        return CardParts.Framed(
            survey.Unit.Name,
            [
                CardParts.Heading(Markdown.Escape(survey.Unit.Name)),
                .. note is null ? Array.Empty<CardElement>() : [new TextBlock(note)],
                .. survey.Targets.SelectMany(target => Row(survey, target, words, voice)),
                .. Next(survey, voice),
                .. Buttons(survey, context),
            ],
            voice.Culture
        );
    }

    /// <summary>Several units: which one?</summary>
    public static Card Units(TurnContext<Person> context)
    {
        var (person, voice) = (context.Person, context.Voice);
        return CardParts.Framed(
            voice["Mastery.Units"],
            [
                CardParts.Heading(voice["Mastery.Units"]),
                .. person
                    .Surveys.Reverse()
                    .SelectMany(survey =>
                        Surveys.IsOpen(survey, person) && !survey.IsDone
                            ? Unit(survey, voice["Mastery.Begin"], TargetVerbs.Begin)
                            : Unit(survey, voice["Mastery.Map"], TargetVerbs.Mine)
                    ),
            ],
            voice.Culture
        );
    }

    private static IEnumerable<CardElement> Unit(UnitSurvey survey, string title, string verb) =>
        [
            new RichTextBlock(new TextRun(survey.Unit.Name) { Weight = "bolder" }) { Spacing = "medium" },
            new ActionSet(new Execute(title, verb, ("unit", survey.Unit.Id))) { Spacing = "small" },
        ];

    private static IEnumerable<CardElement> Row(UnitSurvey survey, int target, LevelWords words, Voice voice)
    {
        var rating = survey.Of(target);
        yield return new RichTextBlock(new TextRun(survey.Unit.Targets[target])) { Spacing = "medium" };
        yield return new RichTextBlock(new TextRun(Levels(rating, words, voice)) { Weight = "bolder" })
        {
            Spacing = "none",
        };
        if (rating.Mark is { } mark)
        {
            yield return Quiet(voice.Say("Mastery.Mark", ("level", words[mark])));
        }

        foreach (var shown in survey.Evidence.Where(one => one.Target == target))
            yield return Quiet(voice.Say("Mastery.Shown", ("words", shown.Text)));
    }

    private static RichTextBlock Quiet(string text) =>
        new(new TextRun(text) { Size = "small", IsSubtle = true }) { Spacing = "none" };

    private static string Levels(TargetRating rating, LevelWords words, Voice voice) =>
        (rating.Before, rating.After) switch
        {
            (null, null) => voice["Mastery.Unrated"],
            ({ } before, { } after) => $"{Level(before, words)} → {Level(after, words)}",
            var (before, after) => Level((before ?? after)!.Value, words),
        };

    private static string Level(int level, LevelWords words) => $"{LevelWords.Dots(level)} {words[level]}";

    private static IEnumerable<CardElement> Next(UnitSurvey survey, Voice voice)
    {
        if (survey.Ratings.All(one => one.Latest is null))
            yield break;
        yield return new TextBlock(voice[survey.NextStep is null ? "Mastery.Next.None" : "Mastery.Next"])
        {
            Weight = "bolder",
            Spacing = "medium",
            Separator = true,
        };
        if (survey.NextStep is { } next)
            yield return new RichTextBlock(new TextRun(survey.Unit.Targets[next])) { Spacing = "small" };
    }

    private static IEnumerable<CardElement> Buttons(UnitSurvey survey, TurnContext<Person> context)
    {
        var voice = context.Voice;
        var (open, unit) = (Surveys.IsOpen(survey, context.Person), ("unit", survey.Unit.Id));
        CardAction[] actions =
        [
            // The youngest choose goals from pictures, which no target is one of.
            .. survey.NextStep is { } next && voice.Band != GradeBand.KTo2
                ?
                [
                    new Execute(
                        voice["Mastery.MakeGoal"],
                        TargetVerbs.Goal,
                        unit,
                        ("target", next.ToString(CultureInfo.InvariantCulture))
                    )
                    {
                        Style = "positive",
                    },
                ]
                : Array.Empty<CardAction>(),
            .. open
                ? [new Execute(voice[survey.IsDone ? "Mastery.Change" : "Mastery.GoOn"], TargetVerbs.Begin, unit)]
                : Array.Empty<CardAction>(),
            .. open && survey.IsDone && survey.EvidenceOf(survey.Unit.Round) is null
                ? [new Execute(voice["Mastery.Evidence.Add"], TargetVerbs.Show, unit, ("ask", "yes"))]
                : Array.Empty<CardAction>(),
            .. context.Person.Surveys.Count > 1
                ? [new Execute(voice["Mastery.Units"], TargetVerbs.Mine)]
                : Array.Empty<CardAction>(),
        ];
        return actions.Length == 0 ? [] : [new ActionSet(actions)];
    }
}
