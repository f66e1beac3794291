using Milestones.Language;
using Milestones.Language.Reports;

namespace Milestones.Tests.Language.Reports;

/// <summary>Which number of an answer is where the student is and which where they want to be.</summary>
public sealed class StatedNumbersTests
{
    [Theory]
    [InlineData("like 55, at least 80 on the next 3 quizzes", 55, 80)]
    [InlineData("22 right now and 40 is my goal", 22, 40)]
    [InlineData("it says 35% now and 80% is what i need", 35, 80)]
    [InlineData("ok um 58 now 75 later", 58, 75)]
    [InlineData("i GET 4. i WANT 8", 4, 8)]
    [InlineData("theres 15 and i already read 3", 3, 15)]
    [InlineData("i have 3 books done now and the goal is 15", 3, 15)]
    [InlineData("5 times a week now and 1 or less", 5, 1)]
    [InlineData("2 times in a week now, and 6 times in a week I want", 2, 6)]
    [InlineData("its 3 to 15 not 15 to 3", 3, 15)]
    public void Both_are_told_in_English(string text, double now, double target) =>
        Told(text, TextLanguage.English, now, target);

    [Theory]
    [InlineData("como 55, por lo menos 80 en los próximos 3 exámenes", 55, 80)]
    [InlineData("5 veces por semana y quiero que sea 1", 5, 1)]
    [InlineData("tengo 41 y la miss dice que voy a 51 palabras por minuto", 41, 51)]
    public void Both_are_told_in_Spanish(string text, double now, double target) =>
        Told(text, TextLanguage.Spanish, now, target);

    [Theory]
    [InlineData("i do like 2 out of 5 a week", 40)]
    [InlineData("got a 2 outta 10 lol", 20)]
    public void How_it_goes_is_no_wish(string text, double now)
    {
        var stated = StatedNumbersReader.Read(text, NumbersAsked.Target, "turn in homework", TextLanguage.English);

        Assert.Equal((now, null), (stated.Baseline?.Value, stated.Target?.Value));
    }

    [Theory]
    [InlineData("4 out of 10 and i want 8", 10d)]
    [InlineData("4/10 to 8/10", 10d)]
    [InlineData("6 de 10", 10d)]
    [InlineData("3 of 5 and 4 of 7", null)] // two totals are none
    [InlineData("4 out of 10, so 40%", null)]
    [InlineData("80 on the next quiz", null)]
    public void Scores_out_of_so_many_have_one_total(string text, double? total) => Assert.Equal(total, OutOf.In(text));

    private static void Told(string text, TextLanguage language, double now, double target)
    {
        var stated = StatedNumbersReader.Read(text, NumbersAsked.Target, "get better", language);

        Assert.Equal((now, target), (stated.Baseline?.Value, stated.Target?.Value));
    }
}
