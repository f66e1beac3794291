using System.Globalization;
using Milestones.Conversations;
using Milestones.School;
using Milestones.Views;

namespace Milestones.Features.Mastery;

/// <summary>
/// A teacher's units. Each time it is decided afresh, by the class's own document, that they teach it; the students'
/// documents are read, never copied.
/// </summary>
internal static class UnitsHandler
{
    public static IReadOnlyCollection<DocumentKey> Needs(Person person, Turn turn, OtherDocuments others) =>
        turn.Input switch
        {
            Tapped { Verb: UnitVerbs.New or UnitVerbs.Start or UnitVerbs.Decide } tapped => TaughtClass.Named(
                tapped.Data,
                turn
            )
                is { } key
                ? [key]
                : [],
            Tapped { Verb: UnitVerbs.List or UnitVerbs.Map or UnitVerbs.Student or UnitVerbs.Mark } tapped =>
                TaughtClass.Named(tapped.Data, turn) is { } key ? TaughtClass.WithStudents(key, turn, others) : [],
            Said { Command: Command.Targets } when TaughtClass.Of(person) is [var only] => TaughtClass.WithStudents(
                only.Class,
                turn,
                others
            ),
            Received { Message: UnitsTold told } => [told.Class],
            _ => [],
        };

    /// <summary>A teacher's units, or a student's own targets; of several classes they choose.</summary>
    public static TurnResult<Person> Asked(TurnContext<Person> context, SchoolOptions school) =>
        TaughtClass.Of(context.Person) switch
        {
            [] => RatingHandler.Mine(context, school),
            [var only] => TaughtClass.WhyNot(context.Others.Class(only.Class), context.Turn) is { } why
                ? new(context.Person, new Say(context.Voice[why]))
                : UnitCards.ListOf(View(context.Others.Class(only.Class)!, context, school), null),
            var several => new(
                context.Person,
                new Show(WhichClass.Of(several, UnitVerbs.List, context.Voice), context.Voice["Teach.Which"])
            ),
        };

    public static TurnResult<Person> Tap(Tapped tapped, TurnContext<Person> context, SchoolOptions school)
    {
        var classroom = TaughtClass.Named(tapped.Data, context.Turn) is { } key ? context.Others.Class(key) : null;
        if (TaughtClass.WhyNot(classroom, context.Turn) is { } why)
            return new(context.Person, new Notice(context.Voice[why]));
        var view = View(classroom!, context, school);
        var data = tapped.Data;
        var unit = ClassUnits.Find(classroom!, data.Text("unit"));
        var student = classroom!.Students.FirstOrDefault(one => one.ObjectId == data.Text("student"));
        return (tapped.Verb, unit, student) switch
        {
            (UnitVerbs.List, _, _) => UnitCards.ListOf(view, null),
            (UnitVerbs.New, _, _) => Form(data.Has("last") ? Last(classroom) : null, view),
            (UnitVerbs.Start, _, _) => Start(data, view),
            (UnitVerbs.Map, { } one, _) => Shown(UnitMapCard.Of(one, Page(data), view), one, view),
            (UnitVerbs.Student, { } one, { } who) => Student(one, who, Page(data), view),
            (UnitVerbs.Mark, { } one, { } who) => Mark(one, who, data, view),
            (UnitVerbs.Decide, { } one, _) => Decide(one, data, view),
            (_, null, _) => new(context.Person, new Notice(context.Voice["Teach.Units.Gone"])),
            _ => new(context.Person, new Notice(context.Voice["Teach.Units.NoStudent"])),
        };
    }

    private static TurnResult<Person> Form(UnitForm? form, UnitView view) =>
        !ClassUnits.HasRoom(view.Classroom) || view.Classroom.Settings is null
            ? UnitCards.ListOf(view, null)
            : new(
                view.Context.Person,
                view.Context.Here(UnitCards.Form(form ?? UnitForm.Empty, view), view.Voice["Teach.Units.New"])
            );

    /// <summary>The targets of the last unit, to be looked at before they are asked about.</summary>
    private static UnitForm? Last(Classroom classroom) =>
        classroom.Units is [.., var last] ? new(string.Empty, string.Join('\n', last.Targets), null) : null;

    private static TurnResult<Person> Start(CardData data, UnitView view)
    {
        var context = view.Context;
        var form = UnitForm.Read(data, view.Voice);
        if (form.Wrong is not null || !ClassUnits.HasRoom(view.Classroom) || view.Classroom.Settings is null)
            return Form(form, view);
        var unit = new LearningUnit(
            context.Turn.NewId(),
            form.Name,
            TargetList.Read(form.Targets).Targets,
            context.Now
        );
        var begun = view with { Classroom = ClassUnits.Begun(view.Classroom, unit) };
        return UnitCards.ListOf(begun, view.Voice.Say("Teach.Units.Started", ("unit", unit.Name))) with
        {
            Messages = [new(view.Classroom.Key, new UnitBegun(context.Turn.Person, unit))],
        };
    }

    /// <summary>Asks whether it is meant, then has the class do it.</summary>
    private static TurnResult<Person> Decide(LearningUnit unit, CardData data, UnitView view)
    {
        if (
            !Enum.TryParse<UnitAct>(data.Text("act"), out var act)
            || !Enum.IsDefined(act)
            || (act != UnitAct.Delete && unit.ClosedAt is not null)
            || (act == UnitAct.AskAfter && unit.Round == UnitRound.After)
        )
        {
            return Shown(UnitMapCard.Of(unit, 0, view), unit, view);
        }

        if (!data.Has("sure"))
            return Shown(UnitCards.Sure(unit, act, view), unit, view);
        var context = view.Context;
        var decided = view with { Classroom = ClassUnits.Decided(view.Classroom, unit.Id, act, context.Now) };
        return UnitCards.ListOf(decided, view.Voice.Say($"Teach.Units.Done.{act}", ("unit", unit.Name))) with
        {
            Messages = [new(view.Classroom.Key, new UnitDecided(context.Turn.Person, unit.Id, act))],
        };
    }

    /// <summary>Reading what a student wrote leaves a line with the class.</summary>
    private static TurnResult<Person> Student(LearningUnit unit, Member student, int page, UnitView view)
    {
        var survey = view.SurveyOf(student, unit);
        return Shown(UnitStudentCard.Of(unit, student, survey, page, null, view), unit, view) with
        {
            Archive = survey is null
                ? []
                : [TargetsAudit.Entry(student.ObjectId, unit.Id, view.Classroom.Key, view.Context.Turn)],
        };
    }

    private static TurnResult<Person> Mark(LearningUnit unit, Member student, CardData data, UnitView view)
    {
        if (view.SurveyOf(student, unit) is not { } survey)
            return Student(unit, student, 0, view);
        List<TargetMark> marks =
        [
            .. survey
                .Targets.Where(target => data.Text(UnitStudentCard.MarkOf(target)) is not null)
                .Select(target => new TargetMark(target, Level(data.Text(UnitStudentCard.MarkOf(target))!)))
                .Where(mark => survey.Of(mark.Target).Mark != mark.Level),
        ];
        var card = UnitStudentCard.Of(
            unit,
            student,
            survey.Marked(marks),
            Page(data),
            view.Voice["Teach.Units.Marked"],
            view
        );
        return Shown(card, unit, view) with
        {
            Messages =
                marks.Count == 0
                    ? []
                    :
                    [
                        new(
                            view.Classroom.KeyOf(student.ObjectId),
                            new TargetsMarked(view.Classroom.Key, unit.Id, marks)
                        ),
                    ],
        };
    }

    private static int? Level(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var level)
        && level is >= 1 and <= UnitSurvey.Levels
            ? level
            : null;

    private static TurnResult<Person> Shown(Cards.Card card, LearningUnit unit, UnitView view) =>
        new(view.Context.Person, view.Context.Here(card, unit.Name));

    private static UnitView View(Classroom classroom, TurnContext<Person> context, SchoolOptions school) =>
        new(classroom, context, new LevelWords(school, context.Voice));

    private static int Page(CardData data) =>
        int.TryParse(data.Text("page"), NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? page : 0;
}
