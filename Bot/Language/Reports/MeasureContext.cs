using Milestones.Language.Packs;

namespace Milestones.Language.Reports;

/// <summary>What the words of a goal and of an answer say of the unit of a number in it.</summary>
internal sealed class MeasureContext(string sentence, string text)
{
    private static readonly string[] Races =
    [
        "mile",
        "milla",
        "km",
        "5k",
        "10k",
        "swim",
        "nadar",
        "sprint",
        "relay",
        "dash",
        " race",
        "carrera",
        "correr",
        "meter",
        "metros",
        "free in",
        "50 free",
    ];
    private static readonly string[] Late = [" tard", " late ", " retardo", "on time", "llegar temprano", "a tiempo"];
    private static readonly string[] Missing = ["miss ", "missed", "absen", "falt", "attendance", "asistencia", "skip"];

    /// <summary>What is marked: a bare number of it is its score, whatever else is talked of.</summary>
    private static readonly string[] Marked =
    [
        "grade",
        "score",
        "quiz",
        "test",
        "exam",
        "average",
        "nota",
        "calific",
        "promedio",
        " de 10",
        "out of 10",
    ];

    /// <summary>Fewer assignments or absences than this are counted; as many are points.</summary>
    private const double FewestPoints = 25;

    private readonly Lazy<string?> _ownThing = new(() => ThingIn(sentence));
    private readonly string _all = $" {Spaced(sentence)} | {Spaced(text)} ".Replace(
        "buenas tardes",
        string.Empty,
        StringComparison.Ordinal
    );

    /// <summary>Folded, with blanks for marks, so that a word can be told from a part of one.</summary>
    private static string Spaced(string words) =>
        new([.. Folding.Fold(words).Select(c => c is ',' or '.' or '!' or '?' or ';' or ':' or '"' ? ' ' : c)]);

    /// <summary>The number in the unit the words tell; null for a number that measures nothing.</summary>
    public Quantity? Measure(ReportLine line, in Figure figure)
    {
        if (figure.IsArticle && figure.Thing is null && !line.Has(Sign.Period) && !line.Has(Sign.Total))
            return null;
        return figure.Kind switch
        {
            FigureKind.Letter => new Quantity(figure.Value, "letter_grade"),
            FigureKind.Percent => new Quantity(figure.Value, "percent"),
            FigureKind.Score => new Quantity(Math.Round(100 * figure.Value / figure.Total, 2), "percent"),
            FigureKind.Clock => new Quantity(figure.Value, "seconds"),
            _ => IsLabel(line, figure) || IsEvent(line, figure) ? null : Plain(line, figure),
        };
    }

    /// <summary>What an answer without a number counts: "not one referral".</summary>
    public static string? CountedIn(ReportLine line)
    {
        for (var i = 0; i < line.Count; i++)
        {
            if (line[i].Thing is { } thing && IsCount(thing))
                return thing;
        }

        return null;
    }

    /// <summary>The goal is a share of all: "make 70% of my free throws".</summary>
    public bool IsShare =>
        _all.Contains('%', StringComparison.Ordinal)
        || _all.Contains("percent", StringComparison.Ordinal)
        || _all.Contains("por ciento", StringComparison.Ordinal);

    /// <summary>The numbers are times of a race.</summary>
    public bool IsRace => Says(Races);

    private Quantity Plain(ReportLine line, in Figure figure)
    {
        var isTime = IsRace;
        if (figure.Thing is "hours" or "minutes" or "seconds")
        {
            var seconds =
                figure.Value
                * (
                    figure.Thing == "hours" ? 3600
                    : figure.Thing == "minutes" ? 60
                    : 1
                );
            if (isTime || figure.Thing == "seconds")
                return new Quantity(Math.Round(seconds, 3), "seconds");
            return new Quantity(
                Math.Round(seconds / 60, 3),
                RateOf(line, figure) is { } rate ? $"minutes/{rate}" : "minutes"
            );
        }
        if (
            figure.Thing == "words"
            && (_all.Contains("minut", StringComparison.Ordinal) || _all.Contains("wpm", StringComparison.Ordinal))
        )
        {
            return new Quantity(figure.Value, "words/minute");
        }

        if (figure.Thing is null && isTime && !figure.CountsOther)
        {
            return new Quantity(
                figure.Value < 15 && !Says(["swim", "nadar", "sprint", "dash", "free"])
                    ? figure.Value * 60
                    : figure.Value,
                "seconds"
            );
        }

        return new Quantity(figure.Value, UnitOf(line, figure));
    }

    private string? UnitOf(ReportLine line, in Figure figure)
    {
        var thing = figure.Thing;
        if (thing is null && Says(Marked) && (figure.Value >= FewestPoints || !Says(Late)))
            return figure.Value <= 5 && _all.Contains("gpa", StringComparison.Ordinal) ? "gpa" : null;
        if (thing is "times" or "days" or null or "weeks" && !figure.CountsOther && Says(Late))
            return "tardies";
        if (thing is "times" or "days" && Says(Missing))
            return "absences";
        if (thing == "times" || (thing == "days" && RateOf(line, figure) is not null))
            return RateOf(line, figure) is { } rate ? $"times/{rate}" : "times";
        if (thing is not null && IsCount(thing))
            return thing;
        if (thing is null && !figure.CountsOther && OwnThing is { } own && IsCount(own))
            return own;
        return figure.Value <= 5 && _all.Contains("gpa", StringComparison.Ordinal) ? "gpa" : null;
    }

    private string? OwnThing => _ownThing.Value;

    private static string? ThingIn(string sentence)
    {
        var things = new HashSet<string>(StringComparer.Ordinal);
        foreach (var word in sentence.Split(' '))
        {
            // "I keep missing school" counts no assignments.
            if (word.StartsWith("missing", StringComparison.OrdinalIgnoreCase))
                continue;
            if (
                ReportLexicon.Of(LanguagePacks.Default.Language).Find(Folding.Fold(word))?.Thing is { } thing
                && thing != "times"
                && thing != "days"
            )
            {
                things.Add(thing);
            }
        }

        return things.Count == 1 ? things.First() : null;
    }

    private static bool IsCount(string thing) =>
        thing
            is not (
                "percent"
                or "points"
                or "tenths"
                or "weeks"
                or "hours"
                or "minutes"
                or "seconds"
                or "questions"
                or "letters"
                or "words"
            );

    private bool Says(ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (_all.Contains(word, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    private static string? RateOf(ReportLine line, in Figure figure)
    {
        for (var i = figure.End; i < line.Count && i < figure.End + 4; i++)
        {
            if (
                line.Says(
                    i,
                    "day",
                    "a day",
                    "each day",
                    "every day",
                    "everyday",
                    "daily",
                    "per day",
                    "night",
                    "a night",
                    "every night",
                    "al dia",
                    "por dia",
                    "diarios",
                    "diarias",
                    "diaria",
                    "diario",
                    "cada dia",
                    "todos los dias",
                    "each night"
                )
            )
            {
                return "day";
            }

            if (
                line.Says(
                    i,
                    "week",
                    "a week",
                    "each week",
                    "every week",
                    "per week",
                    "weekly",
                    "por semana",
                    "a la semana",
                    "cada semana"
                ) || (line.Says(i, "x") && line.Says(i + 1, "semana"))
            )
            {
                return "week";
            }

            if (
                line.Says(i, "a month", "each month", "every month", "per month", "al mes", "por mes", "cada mes")
                || (line.Says(i, "x") && line.Says(i + 1, "mes"))
            )
            {
                return "month";
            }
        }
        return null;
    }

    /// <summary>"chapter 7", "unit 4", "del 6 al 9": a name, not a measure.</summary>
    private static bool IsLabel(ReportLine line, in Figure figure) =>
        line.Says(figure.First - 1, LanguagePacks.Of(line.Language).ReportGrammar.Labels)
        || line.Says(
            figure.First - 1,
            "chapter",
            "unit",
            "unidad",
            "capitulo",
            "period",
            "grade",
            "algebra",
            "spanish",
            "#",
            "al"
        ) && !(line.Says(figure.First - 1, "al") && !line.Says(figure.First - 3, "del"));

    /// <summary>"my 50 free", "the 100 breast", "in the 50": how far, not how fast.</summary>
    private bool IsEvent(ReportLine line, in Figure figure) =>
        figure.Value is 50 or 100 or 200 or 400 or 500 or 800 or 1000 or 1500 or 1600 or 3200
        && figure.Thing is null
        && (
            line.Says(
                figure.End,
                "free",
                "freestyle",
                "fly",
                "back",
                "backstroke",
                "breast",
                "butterfly",
                "im",
                "meter",
                "meters",
                "metros",
                "m",
                "yard",
                "yards",
                "dash",
                "libre",
                "mariposa",
                "dorso",
                "hurdles"
            ) || (Says(Races) && line.Says(figure.First - 1, "the", "my", "los", "mis"))
        );
}
