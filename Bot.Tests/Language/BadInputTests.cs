using Milestones.Language;

namespace Milestones.Tests.Language;

public sealed class BadInputTests
{
    private static readonly DateOnly Today = new(2026, 9, 16);

    public static TheoryData<string> Texts =>
        new()
        {
            "",
            " ",
            "😀😀😀",
            new string(',', 500),
            "1e999",
            "get 1e999 on my test",
            "get 99999999999999999999999999 points",
            "-5",
            "get -5 on the test by feb 30",
            "i want 0.5 by 13/45/2026",
            "\ud83d",
            "a\udc00b \ud83d by \ud83d",
            "\u202eread 3 books\u202c by friday",
            "\u200f\u200f",
            "привет я хочу better grades por favor",
            "我想要更好的成绩",
            "ａｂｃ １２３",
            "by by by by from to from to 1 to",
            "from 1 to from 2 to from",
            "in 999999999 years",
            "in 0 days",
            "in 1000000000000 weeks",
            "%%%%$$$$////",
            "00/00/0000",
            "0000-00-00",
            "31/31/31",
            "\0\0\0",
            "i want to \u0301\u0301\u0301 read",
            new string('a', 5000),
            new string('9', 5000),
            "the 99th",
            "by the 0th",
        };

    [Theory]
    [MemberData(nameof(Texts))]
    public void No_text_makes_a_reader_fail(string text)
    {
        foreach (var language in Enum.GetValues<TextLanguage>())
        {
            foreach (var today in (DateOnly[])[Today, DateOnly.MinValue.AddYears(1), DateOnly.MaxValue.AddYears(-200)])
            {
                Assert.NotNull(GoalReader.Read(text, today, language));
                _ = DateReader.Read(text, today, language);
            }
            _ = AnswerReader.ReadMeasure(text, language);
            _ = AnswerReader.ReadBaseline(text, language);
            _ = AnswerReader.ReadScale(text, 1, 10, language);
            _ = AnswerReader.ReadYesNo(text, language);
            _ = AnswerReader.IsVague(text, language);
        }
        Assert.NotNull(GoalReader.Read(text, Today));
    }

    [Theory]
    [InlineData("feb 30")]
    [InlineData("13/45")]
    [InlineData("2026-02-30")]
    [InlineData("in 0 days")]
    [InlineData("3/4 of the class")]
    [InlineData("may the force be with me")]
    public void A_day_that_does_not_exist_is_no_date(string text) =>
        Assert.Null(DateReader.Read(text, Today, TextLanguage.English));

    [Fact]
    public void Only_emoji_is_no_goal() => Assert.False(GoalReader.Read("😀😀😀", Today).IsGoal);

    [Fact]
    public void A_past_date_with_its_year_is_read_as_it_stands() =>
        Assert.Equal(new DateOnly(2020, 1, 5), DateReader.Read("1/5/2020", Today, TextLanguage.English));

    [Theory]
    [InlineData("raise my grade from 80 to 70 in math", 70.0, 80.0)]
    [InlineData("get a 92.5 in algebra", 92.5, null)]
    public void Odd_numbers_are_read_as_stated(string text, double target, double? baseline)
    {
        var read = GoalReader.Read(text, Today);
        Assert.Equal(target, read.Target!.Value, 6);
        Assert.Equal(baseline, read.Baseline?.Value);
    }
}
