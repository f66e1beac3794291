using System.Globalization;
using Milestones.Calendar;
using Milestones.Features.Safety;
using Milestones.Language;
using Milestones.Language.Concerns;
using Milestones.Language.Packs;
using Milestones.Language.Reports;
using Milestones.Localization;
using Milestones.Tests.Support;

namespace Milestones.Tests.Packs;

/// <summary>What the bot makes of French once it has the pack; run where nothing was read before.</summary>
internal static class FrenchTalk
{
    public const string Goal = "Je veux lire 20 livres pour le 15 mai en lisant chaque soir";
    public const string AsksPlan = "Que feras-tu chaque semaine ?";
    public const string AsksReason = "Pourquoi est-ce important pour toi ?";

    private static readonly DateOnly Monday = new(2026, 9, 14);
    private static readonly TextLanguage Spoken = French.Pack.Language;

    static FrenchTalk() => LanguagePacks.Add(French.Pack);

    public static void Its_sentences_are_told_from_those_of_others()
    {
        Assert.Equal(Spoken, LanguageReader.Detect("Je veux lire trois livres"));
        Assert.Equal(TextLanguage.Spanish, LanguageReader.Detect("quiero leer tres libros"));
        Assert.Equal(TextLanguage.English, LanguageReader.Detect("i want to read three books"));
        Assert.Equal(Spoken, LanguageReader.Detect("80", Spoken));
        Assert.Equal(Spoken, ConcernReader.LanguageOf("je lis chaque soir"));
    }

    public static void A_goal_is_read_with_its_number_its_day_and_its_plan()
    {
        var reading = GoalReader.Read(Goal, Monday);

        Assert.Equal((StatementKind.Goal, Spoken), (reading.Kind, reading.Language));
        Assert.Equal(new Quantity(20, "livres"), reading.Target);
        Assert.Equal(new DateOnly(2027, 5, 15), reading.Deadline);
        Assert.Equal("en lisant chaque soir", Goal[reading.Plan!.Value.Start..]);
    }

    public static void Days_follow_its_words_and_its_grammar()
    {
        Assert.Equal(new DateOnly(2026, 9, 15), DateReader.Read("demain", Monday, Spoken));
        Assert.Equal(new DateOnly(2026, 9, 18), DateReader.Read("vendredi prochain", Monday, Spoken));
        Assert.Equal(new DateOnly(2026, 9, 28), DateReader.Read("dans deux semaines", Monday, Spoken));
        Assert.Equal(new DateOnly(2026, 10, 5), DateReader.Read("5/10", Monday, Spoken));
        Assert.Equal(SchoolOccasion.Break, DateReader.Find("les vacances", Monday, Spoken).School?.Occasion);
    }

    public static void Numbers_and_reports_are_read()
    {
        Assert.Equal(1.5, AnswerReader.ReadBaseline("1,5", Spoken)?.Value);
        var report = ReportReader.Read(
            "j'ai lu 3 livres",
            new ReportGoal(Goal, "livres", 0, 20, 0, LowerIsBetter: false),
            Monday,
            Spoken
        );
        Assert.Equal(3, Assert.IsType<Report.Change>(report).Delta);
    }

    public static void Words_of_concern_are_heard()
    {
        var concern = ConcernReader.Read("je veux mourir", language: null);

        Assert.Equal((Concern.SelfHarm, ConcernLevel.Alarm), (concern.Kind, concern.Level));
        Assert.Equal(Spoken, concern.Language);
        Assert.Equal(Concern.None, ConcernReader.Read("je veux lire trois livres"));
    }

    public static void The_coach_answers_in_it()
    {
        var chat = new PureChat { Locale = "fr-FR" };
        var shown = chat.SaysAsync(Goal).GetAwaiter().GetResult().SelectMany(one => one.Lines()).ToList();

        Assert.Contains(shown, line => line.Contains(AsksReason, StringComparison.Ordinal));
        Assert.Equal(AsksPlan, new Voice(Voice.CultureFor("fr-CA"), GradeBand.Grades6To8)["Ask.Plan"]);
        Assert.Contains("fr", Voice.Languages);
    }

    public static void A_switch_to_it_is_stored_by_its_code()
    {
        var chat = new PureChat();
        _ = chat.SaysAsync(Goal).GetAwaiter().GetResult();

        Assert.Equal("fr", chat.Known.Language);
    }

    public static void Help_lines_may_have_it_and_need_not()
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("helplines").FullName, "helplines.json");
        File.WriteAllText(
            path,
            """
            {"regions":{"*":[{"name":{"en":"a","es":"b","fr":"c"},"text":{"en":"d","es":"e"},"for":["any"]}]}}
            """
        );

        var line = Assert.Single(HelpLines.Load(path).For(null, Concern.Abuse));
        var france = CultureInfo.GetCultureInfo("fr-FR");
        Assert.Equal(("c", "d"), (line.Name.In(france), line.Text.In(france)));
    }
}
