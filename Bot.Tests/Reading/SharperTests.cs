using Milestones.Language;
using Milestones.Language.Concerns;
using Milestones.Language.Opinions;
using Milestones.Language.Reports;
using Milestones.Language.Wanted;

namespace Milestones.Tests.Reading;

/// <summary>
/// What the rules are sure of stays; what they are unsure of is sharpened, and nothing is acted or made.
/// </summary>
public sealed class SharperTests
{
    private static readonly DateOnly Today = new(2026, 9, 16);

    private static readonly ReportGoal Goal = new("Fractions", "percent", 55, 80, 62, LowerIsBetter: false);

    private static readonly WantedReading Unsure = new(
        [new(Intent.Sharing, 0.4f), new(Intent.Progress, 0.3f), new(Intent.Vent, 0.1f)],
        IsSure: false
    );

    [Fact]
    public void A_sure_wish_stays()
    {
        var sure = Unsure with { IsSure = true };
        Assert.Same(sure, Sharper.Wanted(sure, new(Place.GoalSaved) { Wanted = Intent.Thanks }, Place.GoalSaved));
    }

    [Theory]
    [InlineData(Intent.Progress, true)]
    [InlineData(Intent.Thanks, true)]
    [InlineData(Intent.DeleteGoal, false)]
    [InlineData(Intent.CloseGoal, false)]
    [InlineData(Intent.StopMessages, false)]
    [InlineData(Intent.PauseMessages, false)]
    [InlineData(Intent.EditGoal, false)]
    [InlineData(Intent.Undo, false)]
    [InlineData(Intent.MyData, false)]
    internal void An_unsure_wish_is_told_and_one_that_changes_something_only_offered(Intent wanted, bool isSure)
    {
        var read = Sharper.Wanted(Unsure, new(Place.GoalSaved) { Wanted = wanted }, Place.GoalSaved);
        Assert.Equal((wanted, isSure), (read.Best, read.IsSure));
        Assert.Equal(3, read.Guesses.Count);
        Assert.Equal(3, read.Guesses.DistinctBy(guess => guess.Intent).Count());
    }

    [Fact]
    public void An_opinion_speaks_of_its_own_place_alone() =>
        Assert.Same(Unsure, Sharper.Wanted(Unsure, new(Place.AskedPlan) { Wanted = Intent.Thanks }, Place.GoalSaved));

    [Theory]
    [InlineData(0.5f, null, true, null, true, null)]
    [InlineData(0.4f, Misfit.Aside, true, null, true, null)]
    [InlineData(0.6f, null, false, Misfit.Refusal, false, Misfit.Refusal)]
    [InlineData(0.6f, null, false, null, true, null)] // no reason, no misfit
    [InlineData(0.95f, null, false, Misfit.Refusal, false, Misfit.Refusal)] // asked, so nothing was found in it
    [InlineData(0.05f, Misfit.Aside, true, null, false, Misfit.Aside)] // sure
    [InlineData(0.05f, Misfit.Aside, false, Misfit.Request, false, Misfit.Request)] // sure that, unsure why
    internal void A_fit_that_is_undecided_is_decided(
        float probability,
        Misfit? why,
        bool fits,
        Misfit? because,
        bool then,
        Misfit? thenWhy
    )
    {
        var read = Sharper.Fit(
            new(probability, why, Unsure),
            new(Place.AskedPlan) { Fits = fits, Why = because },
            Place.AskedPlan
        );
        Assert.Equal((then, thenWhy), (read.Fits, read.Why));
    }

    public static TheoryData<string, string, double?, string> Reports { get; } =
        new()
        {
            // what the rules read, what the second reader says, with which number, what is taken
            { "how much", "effort", null, "Effort" },
            { "how much", "setback", null, "Setback" },
            { "how much", "none", null, "None" },
            { "how much", "done", null, "Ask" }, // nobody but the student calls it reached
            { "how much", "value", 70, "Ask" }, // the rules saw no number
            { "reached?", "effort", null, "Ask" }, // that is asked
            { "score 70", "value", 70, "Value" },
            { "score 70", "value", 62, "Ask" }, // another number than the rules saw
            { "score 7000", "value", 7000, "Ask" }, // off the goal's scale
            { "score 70", "change", 70, "Ask" },
            { "value 70", "setback", null, "Value" }, // sure
            { "none", "effort", null, "Effort" },
            { "none", "value", 70, "None" },
            { "others", "setback", null, "None" }, // told of somebody else
            { "setback", "done", null, "Setback" },
        };

    [Theory]
    [MemberData(nameof(Reports))]
    public void A_report_is_sharpened_without_making_progress(string rules, string said, double? number, string taken)
    {
        Report read = rules switch
        {
            "how much" => new Report.Ask(Doubt.HowMuch, null, Today),
            "reached?" => new Report.Ask(Doubt.ReachedOrDone, null, Today),
            "score 70" => new Report.Ask(Doubt.OtherScore, 70, Today),
            "score 7000" => new Report.Ask(Doubt.OtherScore, 7000, Today),
            "value 70" => new Report.Value(70, Today),
            "setback" => new Report.Setback(Today),
            "others" => new Report.None(Today) { IsOfOthers = true },
            _ => new Report.None(Today),
        };
        var opinion = new Opinion(Place.GoalSaved)
        {
            Report = Enum.Parse<ReportKind>(said, ignoreCase: true),
            Number = number,
            Goal = Goal,
        };

        Assert.Equal(taken, Sharper.Report(read, opinion, Goal).GetType().Name);
        Assert.Same(read, Sharper.Report(read, opinion, Goal with { Current = 70 }));
    }

    [Fact]
    public void A_concern_is_only_added_as_a_quiet_question()
    {
        var worried = new Opinion(Place.GoalSaved) { Concern = Concern.SelfHarm };
        var none = new ConcernReading(Concern.None, ConcernLevel.None, TextLanguage.English, AboutAnother: false);
        var quiet = none with { Kind = Concern.Bullying, Level = ConcernLevel.Quiet };
        var alarm = none with { Kind = Concern.Abuse, Level = ConcernLevel.Alarm };

        Assert.Equal(none with { Kind = Concern.SelfHarm, Level = ConcernLevel.Quiet }, Sharper.Concern(none, worried));
        Assert.Equal(quiet, Sharper.Concern(quiet, worried));
        Assert.Equal(alarm, Sharper.Concern(alarm, new(Place.GoalSaved)));
        Assert.Equal(Concern.None, Sharper.Concern(none, worried).Alarm);
    }

    [Fact]
    public void An_unclear_day_is_read_from_the_words_that_name_it()
    {
        var unclear = new DateReading(DateFinding.Unclear);
        var opinion = new Opinion(Place.AskedDeadline) { DayWords = "feb 12" };
        Assert.Equal(new DateOnly(2027, 2, 12), Sharper.Date(unclear, opinion, Today, TextLanguage.English).Day);
        var known = new DateReading(DateFinding.Day, Today.AddDays(3));
        Assert.Equal(known, Sharper.Date(known, opinion, Today, TextLanguage.English));
    }
}
