namespace Milestones.Language.Packs;

internal static class English
{
    public static LanguagePack Pack { get; } =
        new()
        {
            Language = TextLanguage.English,
            Code = "en",
            Name = "English",
            Names = ["english", "inglish", "englsh", "ingles"],
            FormsOf = EnglishForms.Of,
            IngEnding = "ing",
            AdverbEnding = "ly",
            TellingWords = "english",
            DateWords = EnglishDates.Words,
            SchoolWords = EnglishDates.School,
            MonthNames = EnglishDates.Months,
            DateGrammar = new()
            {
                IsMonthFirst = true,
                OverTheNextIsALength = true,
                NextWeekdayIsOfNextWeek = true,
                DayNeedsAnOrdinal = true,
                NumberTakesOf = true,
            },
            ReportGrammar = new()
            {
                TurnsToAsk = true,
                MayEndOnAnA = true,
                LooksDone = typed => typed.EndsWith("ed", StringComparison.OrdinalIgnoreCase),
            },
            Trait = 'e',
            IsNeededInHelpLines = true,
            GoalFrame = "get better at ",
            SpanFrame = "in ",
            Sample = "i want to read more",
        };
}
