using Milestones.Conversations;
using Milestones.Features.Coaching;
using Milestones.Language;
using Milestones.Localization;
using Milestones.School;

namespace Milestones.Tests.Localization;

/// <summary>
/// A text is read in the language of its words, whatever language the person is answered in. Whole conversations are
/// among the transcripts.
/// </summary>
public sealed class MixedLanguageTests
{
    private static readonly DateOnly Today = new(2026, 9, 14);

    public static TheoryData<string, string, string> Suggested
    {
        get
        {
            var all = new TheoryData<string, string, string>();
            foreach (var texts in ResourceTexts.All)
            {
                foreach (
                    var (key, list) in texts.Texts.Where(text =>
                        text.Key.StartsWith("Suggest.", StringComparison.Ordinal)
                        && Enum.TryParse<Fields>(text.Key.Split('.')[1], out _)
                    )
                )
                {
                    all.Add(texts.Language, key, list);
                }
            }

            return all;
        }
    }

    [Theory]
    [InlineData("quiero mejorar en matematicas", "es", "es")]
    [InlineData("i want to get better at math", "en", "en")]
    [InlineData("fracciones", "es", "es")]
    [InlineData("fractions", "en", "en")]
    [InlineData("como 55", "es", "es")]
    [InlineData("like 55", "en", "en")]
    [InlineData("ocho", "es", "es")]
    [InlineData("el quiz de math del martes", "es", "es")]
    [InlineData("ask Señora Núñez for help", "en", "en")]
    [InlineData("Necesito ayuda. Quiero mejorar con Mr. Brown", "es", "es")]
    [InlineData("80", "en", "es")] // no word tells: the language spoken
    [InlineData("no", "en", "es")]
    [InlineData("B+", "en", "es")]
    [InlineData("10/12", "en", "es")]
    [InlineData("Zoé", "en", "es")] // one accent is a name
    public void The_words_tell_the_language(string text, string whereEnglishIsSpoken, string whereSpanishIsSpoken)
    {
        Assert.Equal(Speaking(whereEnglishIsSpoken).Language, Speaking("en").LanguageOf(text));
        Assert.Equal(Speaking(whereSpanishIsSpoken).Language, Speaking("es").LanguageOf(text));
    }

    [Theory]
    [MemberData(nameof(Suggested))]
    public void A_suggestion_is_an_answer_also_after_the_language_was_switched(string language, string key, string list)
    {
        var field = Enum.Parse<Fields>(key.Split('.')[1]);
        var other = Speaking(ResourceTexts.All.First(texts => texts.Language != language).Language);

        // Where one is now may be left open; that answer is none.
        Assert.All(
            list.Split('|')
                .Where(answer => field == Fields.Baseline || Short.Tapped("Suggest.NotSure", answer) is null),
            answer =>
                Assert.Equal(
                    field == Fields.Baseline ? Hearing.Vague : Hearing.Understood,
                    Listening
                        .Answer(
                            new GoalDraft("goal", "", Area.None),
                            field,
                            new Heard(answer, Today, other.Language),
                            Today
                        )
                        .Hearing
                )
        );
    }

    [Theory]
    [InlineData("goals/english")]
    [InlineData("goals/spanish")]
    public void What_is_written_in_one_language_is_hardly_ever_taken_for_the_other(string content)
    {
        var lines = LinesJson
            .Read<GoalLine>(LabelledData.Training(content))
            .Select(line => (line.Text, Spanish: line.Lang == "es"))
            .ToList();
        var mistaken = lines
            .Where(line =>
                (Speaking(line.Spanish ? "en" : "es").LanguageOf(line.Text) == TextLanguage.Spanish) != line.Spanish
            )
            .Select(line => line.Text)
            .ToList();
        Assert.True(mistaken.Count <= lines.Count / 50, string.Join("; ", mistaken));
    }

    private static Voice Speaking(string language) => new(Voice.CultureFor(language), GradeBand.Grades6To8);
}
