using Milestones.Language;
using Milestones.Language.Wanted;

namespace Milestones.Tests.Wanted;

public sealed class WantedLimitsTests
{
    [Fact]
    public void A_long_text_is_read_as_its_beginning()
    {
        string[] texts =
        [
            new('a', 10_000),
            string.Concat(Enumerable.Repeat("delete my goal ", 700)),
            new('\u0301', 60_000),
            new('?', 10_000),
            string.Concat(Enumerable.Range(0, 3000).Select(i => $"w{i} ")),
        ];
        // How long it takes is measured in the bench; that the end of a long text costs nothing shows in what is read.
        foreach (var text in texts)
        {
            var beginning = text[..Math.Min(text.Length, PlainText.Longest)];
            Assert.Equal(
                WantedReader.Read(beginning, Place.NothingOpen).Guesses,
                WantedReader.Read(text, Place.NothingOpen).Guesses
            );
            Assert.Equal(Fit(beginning).Probability, Fit(text).Probability);
            _ = TeacherWantedReader.Read(text);
            _ = RequestReader.GoalNamed(text);
            _ = RequestReader.Until(text);
        }

        static AnswerFit Fit(string text) =>
            AnswerFitReader.Read(text, Place.AskedPlan, "read more", TextLanguage.English, new DateOnly(2026, 9, 16));
    }
}
