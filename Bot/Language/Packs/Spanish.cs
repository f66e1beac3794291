namespace Milestones.Language.Packs;

internal static class Spanish
{
    public static LanguagePack Pack { get; } =
        new()
        {
            Language = TextLanguage.Spanish,
            Code = "es",
            Name = "Spanish",
            Names = ["spanish", "spansh", "espanol", "espanish", "castellano"],
            FormsOf = SpanishForms.Of,
            IngEnding = "ndo",
            AdverbEnding = "mente",
            TellingWords = "spanish",
            TellingLetters = "ñÑáéíóú",
            TellingMarks = "¿¡",
            HasDecimalComma = true,
            DateWords = SpanishDates.Words,
            SchoolWords = SpanishDates.School,
            MonthNames = SpanishDates.Months,
            DateGrammar = new()
            {
                AgoComesFirst = true,
                NextFollowsTheNoun = true,
                TheMakesAWeekdayADay = true,
                WeekendNeedsNoThe = true,
                MonthMayBeANumber = true,
                CountsFromADayWithOf = true,
                OfBeginsAStretch = true,
                TomorrowIsMorningToo = true,
                SeasonComesBeforeItsName = true,
            },
            ReportGrammar = new()
            {
                Labels = ["number", "del"],
                Participles = ["ado", "ada", "ido", "ida", "elto", "elta"],
                Negations = ["no", "ni", "tampoco", "ya no"],
                ObjectPronouns = ["me", "la", "lo", "las", "los", "le", "se"],
                LooksDone = typed => typed is [.., 'é' or 'í'],
            },
            Trait = 's',
            IsNeededInHelpLines = true,
            GoalFrame = "mejorar en ",
            SpanFrame = "en ",
            Sample = "quiero leer más",
        };
}
