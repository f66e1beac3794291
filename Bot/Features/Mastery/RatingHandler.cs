using System.Globalization;
using Milestones.Conversations;
using Milestones.School;
using Milestones.Views;

namespace Milestones.Features.Mastery;

/// <summary>
/// A student says where they stand: a tap for each target, each saved at once, then one piece of evidence. What cannot
/// be rated any more is said so, and shows what there is.
/// </summary>
internal static class RatingHandler
{
    /// <summary>The teacher's class has news of its units; asking is the alarm's.</summary>
    public static TurnResult<Person> Told(UnitsTold told, TurnContext<Person> context)
    {
        if (
            context.Others.Class(told.Class) is not { } classroom
            || !context.Person.Classes.Any(one => one.Class == told.Class && one.Role == MemberRole.Student)
        )
        {
            return new(context.Person);
        }

        var (person, left) = Surveys.Told(context.Person, classroom, context.Now);
        return new(person) { Archive = left };
    }

    /// <summary>A teacher's marks; the student finds them on their map.</summary>
    public static TurnResult<Person> Marked(TargetsMarked marked, TurnContext<Person> context) =>
        Surveys.Find(context.Person, marked.Unit) is { } survey && survey.Class == marked.Class
            ? new(Surveys.With(context.Person, survey.Marked(marked.Marks)))
            : new(context.Person);

    /// <summary>What waits to be rated, else the map of the last unit; with several units, which?</summary>
    public static TurnResult<Person> Mine(TurnContext<Person> context, SchoolOptions school)
    {
        var person = context.Person;
        return person.Surveys switch
        {
            [] => new(person, new Say(context.Voice["Mastery.None"], context.Voice.List("Suggest.Home"))),
            [var only] => Surveys.IsOpen(only, person) && !only.IsDone
                ? Asked(only, context)
                : Map(only, context, school),
            _ => new(person, context.Here(MapCard.Units(context), context.Voice["Mastery.Units"])),
        };
    }

    public static TurnResult<Person>? Mine(CardData data, TurnContext<Person> context, SchoolOptions school) =>
        data.Text("unit") is not { } id ? Mine(context, school)
        : Surveys.Find(context.Person, id) is { } survey ? Map(survey, context, school)
        : null;

    /// <summary>The first target without a rating; where all have one, the first, to be looked at again.</summary>
    public static TurnResult<Person>? Begin(CardData data, TurnContext<Person> context, SchoolOptions school)
    {
        if (Surveys.Find(context.Person, data.Text("unit")) is not { } survey)
            return null;
        if (!Surveys.IsOpen(survey, context.Person))
            return Closed(survey, context, school);
        var begun = survey with { AskedAt = survey.AskedAt ?? context.Now };
        var target = Target(data, survey) ?? Open(survey) ?? 0;
        return Shown(begun, Question(begun, target, data.Has("again") || begun.IsDone, context, school), context);
    }

    public static TurnResult<Person>? Rate(CardData data, TurnContext<Person> context, SchoolOptions school)
    {
        if (
            Surveys.Find(context.Person, data.Text("unit")) is not { } survey
            || Target(data, survey) is not { } target
            || Number(data, "level") is not (>= 1 and <= UnitSurvey.Levels and var level)
        )
        {
            return null;
        }

        if (!Surveys.IsOpen(survey, context.Person))
            return Closed(survey, context, school);
        if (data.Text("round") != survey.Unit.Round.ToString())
        {
            return Shown(
                survey,
                Question(survey, Open(survey) ?? 0, survey.IsDone, context, school, "Mastery.OtherRound"),
                context
            );
        }

        var rated = survey.Rated(target, level) with { AskedAt = survey.AskedAt ?? context.Now };
        int? next = data.Has("again") && target + 1 < survey.Count ? target + 1 : Open(rated);
        return next is { } open ? Shown(rated, Question(rated, open, data.Has("again"), context, school), context)
            : rated.EvidenceOf(rated.Unit.Round) is null
                ? Shown(rated, RatingCards.Evidence(rated, null, context.Voice), context)
            : Map(rated, context, school);
    }

    /// <summary>What shows a claim: words, a link or, for the youngest, a picture. It may be left out.</summary>
    public static TurnResult<Person>? Show(CardData data, TurnContext<Person> context, SchoolOptions school)
    {
        if (Surveys.Find(context.Person, data.Text("unit")) is not { } survey)
            return null;
        if (!Surveys.IsOpen(survey, context.Person))
            return Closed(survey, context, school);
        if (data.Has("ask") || data.Text("round") != survey.Unit.Round.ToString())
            return Shown(survey, RatingCards.Evidence(survey, null, context.Voice), context);
        var picture = Array.IndexOf(RatingCards.Pictures, data.Text("picture"));
        var words = picture >= 0 ? context.Voice.List("Mastery.Pictures")[picture] : data.Text("words");
        var fault =
            data.Has("skip") ? null
            : words is null ? "Mastery.Evidence.Empty"
            : words.Length > UnitSurvey.LongestEvidence ? "Mastery.Evidence.TooLong"
            : null;
        return fault is not null ? Shown(survey, RatingCards.Evidence(survey, (fault, words), context.Voice), context)
            : data.Has("skip") ? Map(survey, context, school)
            : Map(survey.Shown(Target(data, survey) ?? RatingCards.Strongest(survey), words!), context, school);
    }

    /// <summary>They came themselves, and need not be asked.</summary>
    private static TurnResult<Person> Asked(UnitSurvey survey, TurnContext<Person> context) =>
        new(
            Surveys.With(context.Person, survey with { AskedAt = survey.AskedAt ?? context.Now }),
            context.Here(
                RatingCards.Ask(survey, again: false, context.Voice),
                RatingCards.AskTitle(survey, context.Voice)
            )
        );

    private static Cards.Card Question(
        UnitSurvey survey,
        int target,
        bool again,
        TurnContext<Person> context,
        SchoolOptions school,
        string? note = null
    ) =>
        RatingCards.Rate(
            survey,
            target,
            again,
            new LevelWords(school, context.Voice),
            context.Voice,
            note is null ? null : context.Voice[note]
        );

    private static TurnResult<Person> Map(UnitSurvey survey, TurnContext<Person> context, SchoolOptions school) =>
        Shown(survey, MapCard.Of(survey, context, school), context);

    /// <summary>Too late: the map, with a word on why.</summary>
    private static TurnResult<Person> Closed(UnitSurvey survey, TurnContext<Person> context, SchoolOptions school) =>
        Shown(survey, MapCard.Of(survey, context, school, context.Voice["Mastery.Closed"]), context);

    private static TurnResult<Person> Shown(UnitSurvey survey, Cards.Card card, TurnContext<Person> context) =>
        new(Surveys.With(context.Person, survey), context.Here(card, survey.Unit.Name));

    private static int? Open(UnitSurvey survey) =>
        survey.Targets.Where(target => survey.Now(target) is null).Select(target => (int?)target).FirstOrDefault();

    private static int? Target(CardData data, UnitSurvey survey) =>
        Number(data, "target") is >= 0 and var target && target < survey.Count ? target : null;

    private static int? Number(CardData data, string name) =>
        int.TryParse(data.Text(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
