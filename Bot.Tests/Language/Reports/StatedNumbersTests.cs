using Milestones.Language;
using Milestones.Language.Reports;

namespace Milestones.Tests.Language.Reports;

public sealed class StatedNumbersTests
{
    private const double No = double.NaN;
    private static readonly DateOnly Today = new(2026, 9, 16);

    [Theory]
    [InlineData("get better at the mile", "right now 9:05, i want 8:15", 495, 545, "seconds", "en")]
    [InlineData("run my 5k faster", "from 26:10 to 24:30", 1470, 1570, "seconds", "en")]
    [InlineData("run my 5k faster", "24:30", 1470, No, "seconds", "en")]
    [InlineData("run the mile faster", "ran 7:30", 450, No, "seconds", "en")]
    [InlineData("run the mile faster", "seven forty five", 465, No, "seconds", "en")]
    [InlineData("stop being late", "from 4 tardies a week to 1 a week", 1, 4, "tardies", "en")]
    [InlineData("be on time", "id go from being late 5 times a week to only 2", 2, 5, "tardies", "en")]
    [InlineData("raise my gpa", "from 2.7 to 3.2 this semester", 3.2, 2.7, "gpa", "en")]
    [InlineData("subir mi gpa", "de 2,6 a 3,0", 3, 2.6, "gpa", "es")]
    [InlineData("do better in stats", "get from a C- to a B", 3, 1.7, "letter_grade", "en")]
    [InlineData("raise my math grade", "somewhere from 75 to 80", 75, No, null, "en")]
    [InlineData("subir en biología", "pos entre 80 y 90", 80, No, null, "es")]
    [InlineData("free throws", "5/10 to 8/10", 80, 50, "percent", "en")]
    [InlineData("leer más", "veinte minutos al día", 20, No, "minutes/day", "es")]
    [InlineData("read more", "thirty minutes each day", 30, No, "minutes/day", "en")]
    public void A_target_is_told_from_where_it_is_now(
        string goal,
        string text,
        double target,
        double baseline,
        string? unit,
        string language
    )
    {
        var stated = StatedNumbersReader.Read(text, NumbersAsked.Target, goal, Spoken.Language(language));
        Assert.Equal(target, stated.Target!.Value);
        Assert.Equal(baseline, stated.Baseline?.Value ?? No);
        Assert.Equal(unit, stated.Target.Unit);
    }

    [Theory]
    [InlineData("no faltar tanto", "he faltado 6 dias", 6, "es")]
    [InlineData("faltar menos", "ya llevo 6 faltas", 6, "es")]
    [InlineData("miss fewer days", "i missed 6 days last semester", 6, "en")]
    [InlineData("run a mile under 8 minutes", "nine twenty", 560, "en")]
    [InlineData("get to a 90 in geometry", "72, it was 75 before the last test", 72, "en")]
    [InlineData("read 20 books", "havent started any", 0, "en")]
    [InlineData("levantar la mano 3 veces", "nunca la levanto", 0, "es")]
    [InlineData("get 80% on quizzes", "4/10 last time", 40, "en")]
    public void Where_it_is_now_is_the_latest_value_said(string goal, string text, double baseline, string language) =>
        Assert.Equal(
            baseline,
            StatedNumbersReader.Read(text, NumbersAsked.Baseline, goal, Spoken.Language(language)).Baseline!.Value
        );

    [Theory]
    [InlineData("no i said 85 not 80", 85)]
    [InlineData("not 80, change it to 85", 85)]
    [InlineData("actually can we make it 90", 90)]
    [InlineData("make that 90 actually", 90)]
    public void A_correction_is_the_new_target(string text, double target)
    {
        var stated = StatedNumbersReader.Read(
            text,
            NumbersAsked.Other,
            "get an 80 on my unit test",
            TextLanguage.English
        );
        Assert.True(stated.Corrects);
        Assert.Equal(target, stated.Target!.Value);
    }

    [Theory]
    [InlineData("do 10 problems every night")]
    [InlineData("go to tutoring tuesdays and do khan 20 min on sundays")]
    [InlineData("run with my uncle 3x a week")]
    public void A_plan_sets_no_target(string text) =>
        Assert.Null(
            StatedNumbersReader.Read(text, NumbersAsked.Other, "raise my grade to 80", TextLanguage.English).Target
        );

    [Theory]
    [InlineData("7", 7, "en")]
    [InlineData("10 out of 10", 10, "en")]
    [InlineData("it was a 5 but after talking to my counselor its a 7", 7, "en")]
    [InlineData("like a four, tests freak me out", 4, "en")]
    [InlineData("un nueve", 9, "es")]
    [InlineData("antes decía 4 pero ahora 6", 6, "es")]
    public void A_step_on_a_scale_is_the_last_that_holds(string text, int step, string language) =>
        Assert.Equal(step, ScaleReader.Read(text, 1, 10, Spoken.Language(language)));

    [Theory]
    [InlineData("i have 2 quizzes tmrw")]
    [InlineData("i dont know")]
    public void What_is_no_step_is_none(string text) =>
        Assert.Null(ScaleReader.Read(text, 1, 10, TextLanguage.English));

    [Theory]
    [InlineData("drop my 5k from 26:10 to 24:30", 1470, 1570, "seconds", "en")]
    [InlineData("run a mile in 7:45 by may", 465, No, "seconds", "en")]
    [InlineData("drop from 4 tardies a week to 1 a week by dec 18", 1, 4, "tardies/week", "en")]
    [InlineData("raise my gpa from 2.7 to 3.2 this semester", 3.2, 2.7, "gpa", "en")]
    [InlineData("get my 50 free to 41 seconds", 41, No, "seconds", "en")]
    [InlineData("make 50 free throws", 50, No, "free throws", "en")]
    [InlineData("lose 10 pounds by june", 10, No, "pounds", "en")]
    [InlineData("i want to read 6 books from december 1 to january 20", 6, No, "books", "en")]
    [InlineData("leer 6 libros del 1 de diciembre al 20 de enero", 6, No, "libros", "es")]
    [InlineData("send my transcript 2 the 3 schools", 3, No, null, "en")]
    [InlineData("read 1e308 books", No, No, null, "en")]
    [InlineData("correr los 5 km de 31:00 a 28:00", 1680, 1860, "seconds", "es")]
    public void The_numbers_of_a_goal_are_its_own(
        string text,
        double target,
        double baseline,
        string? unit,
        string language
    )
    {
        var goal = GoalReader.Read(text, Today, Spoken.Language(language));
        Assert.Equal(target, goal.Target?.Value ?? No);
        Assert.Equal(baseline, goal.Baseline?.Value ?? No);
        if (unit is not null)
            Assert.Equal(unit, goal.Target!.Unit);
    }

    [Theory]
    [InlineData("spend less time on tiktok, 4 hours to 1 hour", "hours", 4.0, 1.0, true)]
    [InlineData("keep tiktok to 1 hour a day", "hours/day", null, 1.0, true)]
    [InlineData("no more than 3 tardies", "tardies", null, 3.0, true)]
    [InlineData("run a mile in 8 minutes", "minutes", null, 8.0, true)]
    [InlineData("plank 2 minutes", "minutes", null, 2.0, false)]
    [InlineData("read 20 books", "books", null, 20.0, false)]
    [InlineData("get a 90 in math", "percent", null, 90.0, false)]
    [InlineData("golf score of 90", "strokes", null, 90.0, null)]
    public void Whether_less_is_better_is_known_where_it_is_clear(
        string sentence,
        string unit,
        double? baseline,
        double target,
        bool? lower
    ) => Assert.Equal(lower, BetterDirection.IsLower(sentence, unit, baseline, target));
}
