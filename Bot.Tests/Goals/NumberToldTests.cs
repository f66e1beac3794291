using Milestones.Conversations;
using Milestones.Features.Goals;
using Milestones.Language;
using Milestones.Language.Reports;
using Milestones.School;
using Milestones.Tests.Language.Reports;

namespace Milestones.Tests.Goals;

/// <summary>What a number says of one goal, by what is known of it; and that no plain report is lost.</summary>
public sealed class NumberToldTests
{
    private static readonly DateOnly Today = new(2026, 11, 29);

    private static readonly Dictionary<string, Goal> Goals = new(StringComparer.Ordinal)
    {
        ["books"] = Some("read more books", new("15 books", 15, 4, "books"), now: 6),
        ["anatomy"] = Some("bring my anatomy grade from a C- to a B", new(null, 3, 1.7, "letter_grade"), now: null),
        ["tables"] = Some("times tables. From 7 to 13", new("From 7 to 13", 13, 7, null), now: 8),
        ["late"] = Some("ya no llegar tarde. De 6 a 2", new("De 6 a 2", 2, 6, "tardies"), now: null),
        ["late-counted"] = Some("be late no more than 4 times", new("4 times", 4, 9, "tardies"), now: 1),
        ["sent-out"] = Some("get sent out at most once a week", new("once a week", 1, 4, "times/week"), now: 4),
        ["circle"] = Some("speak in circle. 4 times each circle", new("4 times each circle", 4, 1, "times"), now: 1),
        ["money"] = Some("save up for a welder", new("From 145 to 620", 620, 145, "dollars"), now: 165),
        ["gpa"] = Some("raise my gpa to 3", new("From 2.4 to 3", 3, 2.4, "gpa"), now: null),
        ["people"] = Some("eat lunch with 2 people", new("From 0 to 2", 2, 0, "people"), now: 0),
        ["pots"] = Some("keep my pots. From 1 to 4", new("From 1 to 4", 4, 1, null), now: 3),
    };

    [Theory]
    [InlineData("books", "fern only has 5 books haha", nameof(Report.None))]
    [InlineData("books", "mi prima ya lleva 12 libros", nameof(Report.None))]
    [InlineData("books", "the book got bent i said!", nameof(Report.None))]
    [InlineData("books", "its SIX. not 7", nameof(Report.Value))]
    [InlineData("books", "i have 9 books now", nameof(Report.Value))]
    [InlineData("anatomy", "that C+ by saturday seems fast, the next one is on monday", nameof(Report.None))]
    [InlineData("anatomy", "Well the program needs a B so smaller doesnt work. keep it the B", nameof(Report.None))]
    [InlineData("anatomy", "got a B on it", nameof(Report.Value))]
    [InlineData("tables", "7x8 i always say 54", nameof(Report.None))]
    [InlineData("books", "my brother is at 31 and im at 9", "Value 9")]
    [InlineData("money", "put in 40 today", "Change 40")]
    [InlineData("money", "added 20 so im at 185 now", "Value 185")]
    [InlineData("late", "hoy llegue tarde otra vez", nameof(Report.Setback))]
    [InlineData("late-counted", "late again today", nameof(Report.Change))]
    [InlineData("sent-out", "got sent out again today. two times", nameof(Report.Setback))]
    [InlineData("sent-out", "only got sent out 3 times this week", nameof(Report.Value))]
    [InlineData("circle", "today in circle i talk 2 time!!", nameof(Report.Value))]
    [InlineData("circle", "I practice my voice 20 minute monday", nameof(Report.Effort))]
    [InlineData("money", "put in 40 today btw", nameof(Report.Change))]
    [InlineData("money", "i have 205 saved", nameof(Report.Value))]
    [InlineData("gpa", "i studied 3 hrs for it too", nameof(Report.Effort))]
    [InlineData("people", "priya let me sit at her table today!! thats one person", nameof(Report.Value))]
    [InlineData("pots", "ines threw six and i wrecked two again yesterday", nameof(Report.Setback))]
    public void A_number_says_what_it_says_of_this_goal(string goal, string text, string expected) =>
        Assert.Equal(
            expected,
            GoalMatching.ReportOf(Goals[goal], Heard(text)) switch
            {
                Report.Value value when expected.Contains(' ') => $"Value {value.Number}",
                Report.Change change when expected.Contains(' ') => $"Change {change.Delta}",
                var other => other.GetType().Name,
            }
        );

    [Theory]
    [InlineData("did 3 books this week")]
    [InlineData("what a day. finished 2 more books")]
    [InlineData("put it off till sunday but read 2 books")]
    [InlineData("it is hard but i read 2 more books")]
    public void A_plain_report_is_none_of_those(string text) => Assert.False(NoReport.Is(text), text);

    /// <summary>What the reader of sentences had right is still right when the goal has been asked.</summary>
    [Fact]
    public void Of_all_labelled_reports_none_is_lost()
    {
        var lost = new List<string>();
        foreach (var file in Directory.GetFiles(LabelledReports.Folder, "*.jsonl").Order(StringComparer.Ordinal))
        {
            foreach (var line in LabelledReports.Read(Path.GetFileName(file)))
            {
                var read = line.ToGoal();
                var goal = Some(
                    read.Sentence,
                    new(read.Sentence, read.Target, read.Baseline, read.Unit),
                    read.Current == read.Baseline ? null : read.Current
                );
                var heard = new Heard(
                    line.Text,
                    Today,
                    line.Lang == "es" ? TextLanguage.Spanish : TextLanguage.English
                );
                var before = heard.ReportOn(GoalMatching.Of(goal));
                if (Is(line.Kind, before) && !Is(line.Kind, NumberTold.Of(goal, heard, before)))
                    lost.Add($"{line.Kind}: {read.Sentence} | {line.Text}");
            }
        }

        Assert.True(lost.Count == 0, string.Join('\n', lost));
    }

    private static bool Is(string kind, Report report) =>
        report.GetType().Name.Equals(kind, StringComparison.OrdinalIgnoreCase);

    private static Heard Heard(string text) => new(text, Today, LanguageReader.Detect(text, TextLanguage.English));

    private static Goal Some(string sentence, Measure measure, double? now) =>
        new(
            "g",
            sentence,
            Area.Academic,
            measure,
            null,
            null,
            null,
            null,
            Today.AddDays(60),
            Aspects.All,
            Aspects.None,
            Today.AddDays(-20)
        )
        {
            Progress = now is { } value ? [new("e", value, Today.AddDays(-1))] : [],
        };
}
