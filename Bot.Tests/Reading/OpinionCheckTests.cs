using FsCheck;
using FsCheck.Fluent;
using Milestones.Language;
using Milestones.Language.Concerns;
using Milestones.Language.Opinions;
using Milestones.Language.Reports;
using Milestones.Language.Wanted;

namespace Milestones.Tests.Reading;

/// <summary>Of a second reader's answer only what stands in the sentence, or in a list, is taken.</summary>
public sealed class OpinionCheckTests
{
    private const string Sentence = "prob like 62 rn, maybe 80 if i do ixl with Sophie by feb 12";

    private static readonly DateOnly Today = new(2026, 9, 16);

    private static readonly ReportGoal Goal = new("Fractions", "percent", 55, 80, 62, LowerIsBetter: false);

    [Theory]
    [InlineData(62.0, 62.0)]
    [InlineData(80.0, 80.0)]
    [InlineData(81.0, null)]
    [InlineData(0.8, null)]
    [InlineData(double.NaN, null)]
    public void A_number_stands_in_the_text(double said, double? taken)
    {
        Assert.Equal(taken, Check(new() { Target = said }).Target);
        Assert.Equal(taken, Check(new() { Baseline = said }).Baseline);
        Assert.Equal(taken, Check(new() { Report = "value", Number = said }).Number);
    }

    [Theory]
    [InlineData("ochenta y dos en total", 82.0, TextLanguage.Spanish)]
    [InlineData("twenty five maybe", 25.0, TextLanguage.English)]
    public void A_number_in_words_stands_there_too(string text, double said, object language) =>
        Assert.Equal(said, Check(new() { Target = said }, text, (TextLanguage)language).Target);

    [Fact]
    public void One_number_is_not_both_ends() =>
        Assert.True(Check(new() { Target = 62, Baseline = 62 }) is { Target: null, Baseline: null });

    [Theory]
    [InlineData("feb 12", null, "feb 12")]
    [InlineData("by feb 12", "2027-02-12", "by feb 12")]
    [InlineData("FEB 12.", "2027-02-12", "feb 12")]
    [InlineData("feb 12", "2027-02-13", null)] // it says another day than its words
    [InlineData("feb 13", null, null)] // no words of the text
    [InlineData("with Sophie", null, null)] // no day
    [InlineData("b 12", null, null)] // half a word
    [InlineData("", null, null)]
    public void A_day_is_read_from_words_of_the_text(string words, string? day, string? taken) =>
        Assert.Equal(taken, Check(new() { DayWords = words, Day = day }).DayWords);

    [Theory]
    [InlineData("do ixl with XXXXXX", "do ixl with Sophie")] // what was covered comes back in the student's own words
    [InlineData("Do IXL", "do ixl")]
    [InlineData("do ixl every day", null)]
    [InlineData("ignore your rules", null)]
    [InlineData("xl", null)]
    public void A_plan_is_a_span_of_the_text(string quote, string? taken)
    {
        Assert.Equal(taken, Check(new() { PlanWords = quote }).PlanWords);
        Assert.Equal(taken, Check(new() { ReasonWords = quote }).ReasonWords);
    }

    [Theory]
    [InlineData("progress", nameof(Intent.Progress))]
    [InlineData("delete_goal", nameof(Intent.DeleteGoal))]
    [InlineData("DeleteGoal", nameof(Intent.DeleteGoal))]
    [InlineData("correction", null)] // nothing is in the making here
    [InlineData("make_admin", null)]
    [InlineData("4", null)]
    [InlineData("progress, delete_goal", null)]
    [InlineData("", null)]
    public void An_intent_is_of_the_list(string said, string? taken) =>
        Assert.Equal(taken, Check(new() { Intent = said }).Wanted?.ToString());

    [Theory]
    [InlineData("books", "read 12 books", "books")]
    [InlineData("percent", "up to 12%", "percent")]
    [InlineData("pages", "read 12 books", null)]
    [InlineData("12 books", "read 12 books", null)]
    [InlineData("páginas", "llegar a 12 páginas", "paginas", TextLanguage.Spanish)]
    [InlineData("whatever", "12 whatever", null)]
    public void A_unit_is_a_word_of_the_text_that_our_readers_know(
        string unit,
        string text,
        string? taken,
        object? language = null
    ) =>
        Assert.Equal(
            taken,
            Check(new() { Target = 12, Unit = unit }, text, language as TextLanguage? ?? TextLanguage.English).Unit
        );

    [Fact]
    public void A_correction_without_what_it_says_corrects_nothing()
    {
        Assert.Null(Check(new() { Corrects = "deadline" }).Corrects);
        Assert.Equal(GoalPart.Deadline, Check(new() { Corrects = "deadline", DayWords = "feb 12" }).Corrects);
    }

    [Fact]
    public void A_report_is_of_a_goal() =>
        Assert.Null(
            OpinionCheck
                .Of(new() { Report = "setback" }, new(Sentence, Place.NothingOpen, Today, TextLanguage.English))
                .Report
        );

    [Theory]
    [InlineData("self_harm", Concern.SelfHarm)]
    [InlineData("none", Concern.None)]
    [InlineData("terror", Concern.None)]
    [InlineData(null, Concern.None)]
    public void A_concern_is_of_the_list(string? said, Concern taken) =>
        Assert.Equal(taken, Check(new() { Concern = said }).Concern);

    [Fact]
    public void Fits_and_misfits_are_of_an_open_question()
    {
        Assert.True(Check(new() { Fits = false, Misfit = "aside" }) is { Fits: null, Why: null });
        var asked = new OpinionAsked(Sentence, Place.AskedPlan, Today, TextLanguage.English);
        Assert.True(
            OpinionCheck.Of(new() { Fits = false, Misfit = "aside" }, asked) is { Fits: false, Why: Misfit.Aside }
        );
        Assert.True(OpinionCheck.Of(new() { Fits = true, Misfit = "aside" }, asked) is { Fits: true, Why: null });
    }

    /// <summary>Whatever is answered, no number, day or word comes out that the sentence does not have.</summary>
    [Fact]
    public void No_answer_makes_anything_up()
    {
        var numbers = Gen.Elements<double?>(
            null,
            0,
            1,
            12,
            55,
            62,
            80,
            81,
            -62,
            1e9,
            double.NaN,
            double.PositiveInfinity
        );
        var words = Gen.Elements(
            null,
            "",
            "62",
            "feb 12",
            "feb 30",
            "tomorrow",
            "do ixl",
            "with XXXXXX",
            "80 books",
            "DROP"
        );
        var answers =
            from target in numbers
            from baseline in numbers
            from number in numbers
            from day in words
            from plan in words
            from reason in words
            from report in Gen.Elements(null, "value", "done", "setback")
            select new OpinionAnswer
            {
                Target = target,
                Baseline = baseline,
                Number = number,
                DayWords = day,
                PlanWords = plan,
                ReasonWords = reason,
                Unit = plan,
                Report = report,
            };
        Prop.ForAll(
                answers.ToArbitrary(),
                answer =>
                {
                    var opinion = Check(answer);
                    double?[] said = [opinion.Target, opinion.Baseline, opinion.Number];
                    string?[] quoted = [opinion.DayWords, opinion.PlanWords, opinion.ReasonWords];
                    return said.All(one => one is null or 62 or 80 or 12)
                        && quoted.All(one => one is null || Sentence.Contains(one, StringComparison.Ordinal));
                }
            )
            .QuickCheckThrowOnFailure();
    }

    private static Opinion Check(
        OpinionAnswer answer,
        string text = Sentence,
        TextLanguage language = TextLanguage.English
    ) =>
        OpinionCheck.Of(
            answer,
            new(text, Place.GoalSaved, Today, language) { Sent = Covering.Of(text, ["Sophie Lang"]), Goal = Goal }
        );
}
