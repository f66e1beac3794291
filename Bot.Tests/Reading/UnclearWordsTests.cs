using Milestones.Conversations;
using Milestones.Language;
using Milestones.Language.Wanted;
using Milestones.Localization;
using Milestones.School;
using Milestones.Tests.Support;
using Milestones.Turns;

namespace Milestones.Tests.Reading;

/// <summary>Which sentences a second reader may see: unclear ones, of students old enough, when nothing else is
/// open.</summary>
public sealed class UnclearWordsTests
{
    private const string Answer = "idk its whatever my teacher put on the thing the other week";
    private const string Report = "got more right than the other week on the fractions one";

    private static readonly DateOnly Today = DateOnly.FromDateTime(PureChat.Monday.Date);

    private static readonly PersonId Sam = new("11111111-1111-1111-1111-111111111111", "sam");

    private static readonly GoalDraft Draft = new("goal", "i want to get better at fractions", Area.Academic)
    {
        Measure = new("from 55 to 80", 80, 55, "percent"),
        Plan = "tutoring on tuesdays",
        Reason = "to pass",
        Deadline = Today.AddDays(42),
    };

    private static readonly Person Student = new() { Id = Sam, Band = GradeBand.Grades6To8 };

    private static readonly Person WithGoal = Student with
    {
        Goals =
        [
            new(
                "goal",
                "Get better at fractions",
                Area.Academic,
                Draft.Measure,
                null,
                null,
                null,
                null,
                null,
                Aspects.None,
                Aspects.None,
                Today
            ),
        ],
    };

    private static readonly Person AtMeasure = Student with
    {
        Dialog = new AskingMeasure(Draft with { Measure = Measure.None }),
    };

    [Theory]
    [InlineData(Answer, true)]
    [InlineData("55 now, 80 on the next test", false)]
    [InlineData("at least 80%", false)]
    [InlineData("skip", false)]
    [InlineData("who sees this?", false)]
    [InlineData("help", false)]
    [InlineData("yes", false)]
    [InlineData("", false)]
    public void At_a_question_what_is_no_clear_answer_is_asked_about(string text, bool asked) =>
        Assert.Equal(asked ? Place.AskedMeasure : null, Asked(AtMeasure, text)?.Place);

    [Theory]
    [InlineData(Report, true)]
    [InlineData("can it do the other one like before", true)]
    [InlineData("got a 62 on the quiz", false)]
    [InlineData("my goals", false)]
    [InlineData("thanks", false)]
    [InlineData("delete my goal", false)]
    public void At_rest_an_unsure_wish_and_a_report_without_a_number_are(string text, bool asked) =>
        Assert.Equal(asked ? Place.GoalSaved : null, Asked(WithGoal, text)?.Place);

    [Theory]
    [InlineData("make it 85 instead", false)]
    [InlineData("save", false)]
    [InlineData("by december 18", false)]
    [InlineData("change the part with the other stuff pls", true)]
    public void At_the_draft_a_line_of_which_nothing_comes_is(string text, bool asked) =>
        Assert.Equal(
            asked ? Place.DraftShown : null,
            Asked(Student with { Dialog = new ReviewingDraft(Draft, "token") }, text)?.Place
        );

    [Fact]
    public void A_report_tells_the_goal_it_is_about_and_an_answer_the_words_of_the_goal()
    {
        Assert.Equal("Get better at fractions", Asked(WithGoal, Report)!.Goal!.Sentence);
        Assert.Equal("Get better at fractions", Asked(WithGoal, Report)!.GoalSent);
        Assert.Null(Asked(AtMeasure, Answer)!.Goal);
        Assert.Equal(Draft.FirstWords, Asked(AtMeasure, Answer)!.GoalSent);
    }

    public static TheoryData<string> Closed { get; } =
    [
        "the youngest",
        "a teacher",
        "a quiet question is open",
        "a question of a goal is open",
        "a choice of guesses is open",
        "whether it is for a teacher is open",
        "deleting is open",
        "an offer is open",
        "it is long",
        "texts came beside",
        "it is a tap",
    ];

    [Theory]
    [MemberData(nameof(Closed))]
    public void Nothing_is_asked_about_where(string what)
    {
        Assert.NotNull(Asked(WithGoal, Report));
        Assert.NotNull(Asked(AtMeasure, Answer));
        var person = what switch
        {
            "the youngest" => WithGoal with { Band = GradeBand.KTo2 },
            "a teacher" => WithGoal with
            {
                Classes =
                [
                    new Membership(DocumentKeys.Classroom("t", "team"), "7B", MemberRole.Teacher, null, null, false),
                ],
            },
            "a quiet question is open" => WithGoal with
            {
                Heavy = new(Milestones.Language.Concerns.Concern.Bullying, IsOpen: true, []),
            },
            "a question of a goal is open" => WithGoal with { Question = new(GoalAsked.Hardest, "goal", "x") },
            "a choice of guesses is open" => WithGoal with { Unsure = new("x", [Intent.Goal]) },
            "whether it is for a teacher is open" => WithGoal with { AskedForWhom = new("x", []) },
            "deleting is open" => WithGoal with { Erasure = new(PureChat.Monday) },
            "an offer is open" => WithGoal with { Dialog = new OfferingHigherBar(Draft) },
            _ => WithGoal,
        };
        TurnInput input = what switch
        {
            "it is long" => new Said($"{Report}{string.Concat(Enumerable.Repeat(" and so on", 40))}"),
            "texts came beside" => new Said(Report) { Beside = ["more"] },
            "it is a tap" => new Edited(Report, "of"),
            _ => new Said(Report),
        };
        Assert.Null(UnclearWords.Of(HeadKinds.ContextOf(person, Turn(input))));
    }

    private static Milestones.Language.Opinions.OpinionAsked? Asked(Person person, string text) =>
        UnclearWords.Of(HeadKinds.ContextOf(person, Turn(new Said(text))));

    private static Turn Turn(TurnInput input) =>
        new("turn", DocumentKeys.Person(Sam), Sam, "Sam", null, input, PureChat.Monday, "en-US", null, Guid.Empty);
}
