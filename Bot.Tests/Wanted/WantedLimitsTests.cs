using System.Diagnostics;
using Milestones.Language;
using Milestones.Language.Wanted;
using Milestones.School;

namespace Milestones.Tests.Wanted;

public sealed class WantedLimitsTests
{
    [Fact]
    public void A_hostile_text_costs_no_more_than_a_long_one()
    {
        string[] texts =
        [
            new('a', 10_000),
            string.Concat(Enumerable.Repeat("delete my goal ", 700)),
            new('\u0301', 60_000),
            new('?', 10_000),
            string.Concat(Enumerable.Range(0, 3000).Select(i => $"w{i} ")),
        ];
        foreach (var text in texts)
        {
            Read(text);
            var fastest = Enumerable.Range(0, 5).Min(_ => Timed(() => Read(text)));
            Assert.True(fastest < TimeSpan.FromMilliseconds(5), $"{text[..8]}: {fastest.TotalMilliseconds} ms");
        }

        static void Read(string text)
        {
            WantedReader.Read(text, Place.NothingOpen);
            AnswerFitReader.Read(text, Place.AskedPlan, "read more", TextLanguage.English, new DateOnly(2026, 9, 16));
            TeacherWantedReader.Read(text);
            RequestReader.GoalNamed(text);
            RequestReader.Until(text);
        }
    }

    private static TimeSpan Timed(Action act)
    {
        var start = Stopwatch.GetTimestamp();
        act();
        return Stopwatch.GetElapsedTime(start);
    }
}
