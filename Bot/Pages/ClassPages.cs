using System.Buffers.Text;
using System.Text;
using Milestones.Conversations;
using Milestones.Features.Teaching;
using Milestones.Pages.Sheets;
using Milestones.Pages.Visiting;
using Milestones.School;
using Milestones.Turns;
using Milestones.Views;

namespace Milestones.Pages;

/// <summary>
/// A class's pages, for those who teach it: the class, one student over time, and the week as a file.
/// </summary>
internal static class ClassPages
{
    public const string Path = "/page/class";

    /// <summary>In an address: what became of the feedback that was sent.</summary>
    private const string Became = "feedback";
    private const string Sent = "sent";

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(Path, PageGate.For((_, _) => new Looked(PageVerbs.Mine), ChooseAsync));
        endpoints.MapGet($"{Path}/{{team}}", PageGate.For(OfClass, ShowAsync));
        endpoints.MapGet($"{Path}/{{team}}/student/{{student}}", PageGate.For(OfStudent, StudentAsync));
        endpoints.MapPost($"{Path}/{{team}}/student/{{student}}/feedback", PageGate.For(OfStudent, FeedbackAsync));
        endpoints.MapPost($"{Path}/{{team}}/reteach", PageGate.For(OfClass, ReteachAsync));
        ReviewPages.Map(endpoints);
        endpoints.MapGet($"{Path}/{{team}}/week.csv", PageGate.For(OfClass, FileAsync));
        endpoints.MapGet($"{Path}/{{team}}/unit/{{unit}}.csv", PageGate.For(OfClass, UnitFileAsync));
    }

    public static string Address(DocumentKey key) => Address(DocumentKeys.TeamOf(key).TeamId);

    /// <summary>The class a tab stands in, or the only one they teach; else a list of them.</summary>
    public static async Task ChooseAsync(HttpContext context, Look look)
    {
        var voice = look.Context.Voice;
        var taught = look.Context.Person.Classes.Where(one => one.Role == MemberRole.Teacher).ToList();
        var team = context.Request.Query["team"].ToString();
        if (team.Length is > 0 and < 200 || taught.Count == 1)
        {
            context.Response.Redirect(team.Length > 0 ? Address(team) : Address(taught[0].Class));
            return;
        }

        await context
            .RequestServices.GetRequiredService<SheetWriter>()
            .WriteAsync(
                context,
                taught.Count == 0
                    ? PlainSheet.Say(voice, voice["Teach.NoClass"], MinePages.Ways(look))
                    : PlainSheet.Classes(
                        voice,
                        [.. taught.Select(one => (Address(one.Class), MinePages.NameOf(one, voice)))],
                        MinePages.Ways(look)
                    )
            );
    }

    private static string Address(string team) => $"{Path}/{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(team))}";

    public static Looked? OfClass(HttpContext context, Visit visit) =>
        Key(context, visit) is { } key ? new(PageVerbs.Class, key) : null;

    private static Looked? OfStudent(HttpContext context, Visit visit) =>
        Key(context, visit) is { } key ? new(PageVerbs.Class, key, (string)context.GetRouteValue("student")!) : null;

    /// <summary>The class that the address names, of the visitor's own tenant.</summary>
    private static DocumentKey? Key(HttpContext context, Visit visit)
    {
        var text = (string)context.GetRouteValue("team")!;
        if (text.Length > 300 || !Base64Url.IsValid(text))
            return null;
        var team = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text));
        try
        {
            return team.Length > 0 ? DocumentKeys.Classroom(visit.Person.TenantId, team).Checked() : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static Task ShowAsync(HttpContext context, Look look)
    {
        var view = WithInsight(context, View(context, look));
        return context
            .RequestServices.GetRequiredService<SheetWriter>()
            .WriteAsync(context, ClassSheet.Of(view, MinePages.Ways(look, view.Address)));
    }

    /// <summary>
    /// Reading a student leaves a line with the class before anything is shown, as reading a card does.
    /// </summary>
    private static async Task StudentAsync(HttpContext context, Look look)
    {
        var reader = context.RequestServices.GetRequiredService<PageReader>();
        var view = View(context, look);
        var looked = (Looked)look.Context.Turn.Input;
        if (view.Week.Students.FirstOrDefault(one => one.Member.ObjectId == looked.Student) is not { } student)
        {
            await PageGate.NotAsync(context, "Teach.NotFound", StatusCodes.Status404NotFound);
            return;
        }

        var whole = student.Person is { } person ? await reader.WithArchiveAsync(person, context.RequestAborted) : null;
        var shared = SharedReflections.Of(whole, view.Week.Classroom.Key);
        var works = Works.SeenIn(whole, view.Week.Classroom.Key);
        if (works.Count > 0)
        {
            await reader.NoteAsync(
                TargetsAudit.Entry(
                    student.Member.ObjectId,
                    TargetsAudit.All,
                    view.Week.Classroom.Key,
                    look.Context.Turn
                ),
                view.Week.Classroom.Key,
                context.RequestAborted
            );
        }

        if (shared.Count > 0)
        {
            await reader.NoteAsync(
                ReadAudit.Entry(student, [.. shared.Select(one => one.Week)], view.View),
                view.Week.Classroom.Key,
                context.RequestAborted
            );
        }

        await context
            .RequestServices.GetRequiredService<SheetWriter>()
            .WriteAsync(
                context,
                StudentSheet.Of(
                    student,
                    shared,
                    works,
                    context.Request.Query[Became] is [{ } became, ..] ? became == Sent : null,
                    view,
                    MinePages.Ways(look)
                )
            );
    }

    /// <summary>
    /// What is sent is read as a card's data is, and goes by the same handler; what it would not take is asked for
    /// again.
    /// </summary>
    private static async Task FeedbackAsync(HttpContext context, Look look)
    {
        var view = View(context, look);
        var looked = (Looked)look.Context.Turn.Input;
        if (view.Week.Students.FirstOrDefault(one => one.Member.ObjectId == looked.Student) is not { } student)
        {
            await PageGate.NotAsync(context, "Teach.NotFound", StatusCodes.Status404NotFound);
            return;
        }

        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var data = FormTaps.Data(
            ("class", view.Week.Classroom.Key.Partition),
            ("student", student.Member.ObjectId),
            (FeedbackForm.Criterion, form[FeedbackForm.Criterion].ToString()),
            (FeedbackForm.Strength, form[FeedbackForm.Strength].ToString()),
            (FeedbackForm.NextStep, form[FeedbackForm.NextStep].ToString())
        );
        var isWhole =
            FeedbackForm.Read(data, Works.SeenIn(student.Person, view.Week.Classroom.Key), view.Voice).Fault is null;
        if (isWhole)
            await FormTaps.TapAsync(context, look, FeedbackVerbs.Send, data);

        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = $"{view.To(student)}?{Became}={(isWhole ? Sent : "again")}#feedback";
    }

    /// <summary>What is sent is read as a card's data is, and kept by the same handler.</summary>
    private static async Task ReteachAsync(HttpContext context, Look look)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var key = ((Looked)look.Context.Turn.Input).Class!.Value;
        var period = InsightPeriod.Read(form["period"]);
        await FormTaps.TapAsync(
            context,
            look,
            InsightVerbs.Keep,
            FormTaps.Data(
                ("class", key.Partition),
                ("period", period?.Id ?? ""),
                ("reteach", form["reteach"].ToString())
            )
        );
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = $"{Address(key)}?period={period?.Id}#insight";
    }

    /// <summary>With the figures of the period that the address names, else of the month that is looked at.</summary>
    public static ClassView WithInsight(HttpContext context, ClassView view) =>
        view with
        {
            Insight = InsightHandler.Of(
                InsightPeriod.Read(context.Request.Query["period"])
                    ?? InsightPeriod.Latest(view.Today, isQuarter: false),
                view.View
            ),
        };

    private static async Task FileAsync(HttpContext context, Look look)
    {
        var view = View(context, look);
        await CsvAsync(context, view.Week.Week.ToString(), WeekFile.Of(view));
    }

    private static async Task UnitFileAsync(HttpContext context, Look look)
    {
        var view = View(context, look);
        if (ClassUnits.Find(view.Week.Classroom, (string)context.GetRouteValue("unit")!) is not { } unit)
        {
            await PageGate.NotAsync(context, "Teach.Units.Gone", StatusCodes.Status404NotFound);
            return;
        }

        await CsvAsync(context, $"unit-{unit.Id}", TargetsFile.Of(unit, view));
    }

    private static Task CsvAsync(HttpContext context, string name, string content)
    {
        context.Response.ContentType = "text/csv; charset=utf-8";
        context.Response.Headers.ContentDisposition = $"attachment; filename=\"{name}.csv\"";
        return context.Response.WriteAsync(content, context.RequestAborted);
    }

    public static ClassView View(HttpContext context, Look look)
    {
        var key = ((Looked)look.Context.Turn.Input).Class!.Value;
        var view = TeacherHandler.View(look.Context.Others.Class(key)!, look.Context);
        return new(
            view,
            ClassTerm.Of(view.Week, view.DayOf(look.Context.Now)),
            GoalFilter.Of(context.Request.Query),
            Address(key)
        );
    }
}
