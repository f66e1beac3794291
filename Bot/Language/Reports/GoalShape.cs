using Milestones.Language.Packs;

namespace Milestones.Language.Reports;

/// <summary>What the rules need to know of a goal: how its numbers behave, what it counts, and its words.</summary>
internal sealed class GoalShape
{
    private const int StemLength = 4;
    private const double MostHoursADay = 9;
    private static readonly string[] Collecting =
    [
        "earn",
        "collect",
        "get",
        "save",
        "juntar",
        "ganar",
        "reunir",
        "acumular",
    ];
    private static readonly Sign[] Subjects =
    [
        Sign.Science,
        Sign.Math,
        Sign.English,
        Sign.History,
        Sign.Language,
        Sign.Arts,
    ];

    private static readonly string[] Rates =
    [
        "each week",
        "every week",
        "weekly",
        "cada semana",
        "semanales",
        "every night",
        "each night",
        "cada noche",
    ];

    /// <summary>Counted in one go: the best so far is a level and does not add up.</summary>
    private static readonly string[] Streaks =
    [
        "in a row",
        "without stopping",
        "in one try",
        "at once",
        "seguidas",
        "seguidos",
        "sin parar",
        "de corrido",
        "al hilo",
    ];

    private static readonly UInt128 Tongues = Reports.Signs.Of(Sign.English, Sign.Language);

    private readonly List<string> _words = new(16);

    public GoalShape(ReportGoal goal, TextLanguage language)
    {
        Goal = goal;
        var tokens = new List<ReportToken>(24);
        new ReportScanner(goal.Sentence, language, tokens).Run();
        foreach (var token in tokens)
        {
            if (token.Look == Look.Word)
                _words.Add(Folding.Fold(goal.Sentence[token.Start..token.End]));
            HasRate |=
                token.Is(Sign.Period)
                && token.End - token.Start > 4
                && goal.Sentence[token.Start..token.End] is var said
                && (
                    said.StartsWith("a ", StringComparison.Ordinal)
                    || said.StartsWith("al ", StringComparison.Ordinal)
                    || said.StartsWith("per ", StringComparison.Ordinal)
                    || said.StartsWith("por ", StringComparison.Ordinal)
                    || said.StartsWith("each", StringComparison.Ordinal)
                    || said.StartsWith("every", StringComparison.Ordinal)
                    || said.StartsWith("cada", StringComparison.Ordinal)
                );
            Signs |= token.Signs;
        }
        var sentence = Folding.Fold(goal.Sentence);
        HasRate |= Array.Exists(Rates, rate => sentence.Contains(rate, StringComparison.Ordinal));
        IsStreak = Array.Exists(Streaks, streak => sentence.Contains(streak, StringComparison.Ordinal));
        var unit = Folding.Fold(goal.Unit ?? "none");
        var slash = unit.IndexOf('/', StringComparison.Ordinal);
        Thing = ThingOf(slash > 0 ? unit[..slash] : unit);
        Family = FamilyOf(unit, slash > 0);
    }

    public ReportGoal Goal { get; }

    public Family Family { get; }

    /// <summary>What is counted, by the name the lexicons have for it.</summary>
    public string Thing { get; }

    /// <summary>What the words of the goal's sentence say.</summary>
    public UInt128 Signs { get; }

    /// <summary>The goal is to do without something: "20 days without soda".</summary>
    public bool IsWithout => Says("sin", "without", "no", "not", "avoid", "dejar", "stop", "quit");

    /// <summary>Measured day by day.</summary>
    public bool IsDaily => Goal.Unit?.EndsWith("/day", StringComparison.Ordinal) == true;

    private bool HasRate { get; }

    private bool IsStreak { get; }

    /// <summary>Where the goal stands, or stood, or is to stand: what a plausible level is near to.</summary>
    public double? Reference => Goal.Current ?? Goal.Baseline ?? Goal.Target;

    public bool Says(params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (_words.Contains(word, StringComparer.Ordinal))
                return true;
        }

        return false;
    }

    /// <summary>Whether a word of a report is one of the goal's, in any of its forms as far as their beginnings
    /// show.</summary>
    public bool Shares(ReadOnlySpan<char> typed)
    {
        if (typed.Length < 3)
            return false;
        Span<char> folded = stackalloc char[Math.Min(typed.Length, 24)];
        for (var i = 0; i < folded.Length; i++)
            folded[i] = Folding.Fold(typed[i]);
        foreach (var word in _words)
        {
            var length = Math.Min(StemLength, Math.Max(3, Math.Min(word.Length, folded.Length) - 1));
            if (
                word.Length >= 3
                && word.AsSpan().CommonPrefixLength(folded) >= Math.Min(length, Math.Min(word.Length, folded.Length))
            )
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>A subject is named, and the goal has none: a part of the test.</summary>
    public bool NamesSubject(ReportLine line)
    {
        foreach (var subject in Subjects)
        {
            if ((Signs & Reports.Signs.Of(subject)) == 0 && line.Has(subject))
                return true;
        }

        return false;
    }

    /// <summary>A school subject is named that is not the goal's.</summary>
    public bool IsOtherSubject(ReportLine line)
    {
        var own = UInt128.Zero;
        foreach (var subject in Subjects)
            own |= Reports.Signs.Of(subject);
        for (var i = 0; i < line.Count; i++)
        {
            if (
                line[i].IsAny(own)
                && (Signs & own) != 0
                && !line[i].IsAny(Signs & own)
                && !((Signs & Tongues) != 0 && line[i].IsAny(Tongues))
                && !line.Is(i - 1, Sign.Label)
            )
            {
                return true;
            }
        }

        return false;
    }

    private static string ThingOf(string unit)
    {
        foreach (var pack in LanguagePacks.All)
        {
            if (ReportLexicon.Of(pack.Language).Find(unit)?.Thing is { } thing)
                return thing;
        }

        return unit;
    }

    private Family FamilyOf(string unit, bool isRate)
    {
        if (isRate)
            return unit is "words/minute" or "palabras/minuto" || Thing == "words" ? Family.Level : Family.Habit;
        return unit switch
        {
            "none" or "" => Goal.Target is null ? Family.None : Family.Level,
            "percent" => Family.Percent,
            "letter_grade" or "letter grade" or "letter grades" => Family.Letter,
            "gpa" => Family.Gpa,
            "wpm" or "ppm" or "words per minute" or "palabras por minuto" => Family.Level,
            "sat points" or "act points" or "score" or "out of 4" or "out of 5" or "out of 10" or "grade" or "grades" =>
                Family.Points,
            _ => Thing switch
            {
                "points" => IsCollected ? Family.Count : Family.Points,
                "seconds" => Family.Seconds,
                "minutes" or "hours" => HasRate ? Family.Habit
                : IsCollected && Goal.Target > (Thing == "hours" ? MostHoursADay : 60) ? Family.Count
                : Family.Minutes,
                _ => HasRate ? Family.Habit
                : IsStreak && Thing is not "days" ? Family.Level
                : Family.Count,
            },
        };
    }

    private bool IsCollected =>
        !Goal.LowerIsBetter && Goal.Baseline is null or 0 && (Goal.Baseline == 0 || Says(Collecting));
}
