using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http.Features;
using Milestones.Features.Importing;
using Milestones.Pages.Sheets;
using Milestones.Pages.Visiting;
using Milestones.School;
using Milestones.Turns;

namespace Milestones.Pages;

/// <summary>
/// A class's numbers from the school's files: a file is handed in and looked at, and only then taken; for a week it can
/// be
/// taken back.
/// </summary>
internal static class ImportPages
{
    private static readonly TimeSpan Body = TimeSpan.FromMinutes(1);

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var import = $"{ClassPages.Path}/{{team}}/import";
        endpoints.MapGet(import, PageGate.For(ClassPages.OfClass, (context, look) => BeginAsync(context, look, null)));
        endpoints.MapPost(import, PageGate.For(ClassPages.OfClass, UploadAsync));
        endpoints.MapGet($"{import}/{{file}}", PageGate.For(ClassPages.OfClass, PreviewAsync));
        endpoints.MapPost($"{import}/{{file}}", PageGate.For(ClassPages.OfClass, TakeAsync));
        endpoints.MapPost($"{import}/{{file}}/undo", PageGate.For(ClassPages.OfClass, UndoAsync));
    }

    private static async Task BeginAsync(HttpContext context, Look look, string? said)
    {
        var view = ClassPages.View(context, look);
        var fromChat = await context
            .RequestServices.GetRequiredService<Uploads>()
            .WaitingAsync(look.Context.Turn.Key, context.RequestAborted);
        await context
            .RequestServices.GetRequiredService<SheetWriter>()
            .WriteAsync(context, ImportSheet.Begin(view, said, fromChat, Ways(look, view)));
    }

    private static async Task UploadAsync(HttpContext context, Look look)
    {
        var view = ClassPages.View(context, look);
        if (await BodyAsync(context) is not { Length: > 0 } bytes)
        {
            await BeginAsync(context, look, view.Voice["Page.Import.Fault.Empty"]);
            return;
        }

        if (ImportFile.FaultOf(bytes) is { } fault)
        {
            await BeginAsync(context, look, view.Voice[$"Page.Import.Fault.{fault}"]);
            return;
        }

        var id = await context
            .RequestServices.GetRequiredService<Uploads>()
            .KeepAsync(view.Week.Classroom.Key, bytes, context.RequestAborted);
        SeeOther(context, $"{view.Address}/import/{id}");
    }

    private static async Task PreviewAsync(HttpContext context, Look look)
    {
        if (await OpenedAsync(context, look, context.Request.Query.Select(Field)) is { } import)
        {
            await context
                .RequestServices.GetRequiredService<SheetWriter>()
                .WriteAsync(context, ImportSheet.Preview(import, Ways(look, import.View)));
        }
    }

    private static async Task TakeAsync(HttpContext context, Look look)
    {
        var form = context.Request.HasFormContentType
            ? await context.Request.ReadFormAsync(context.RequestAborted)
            : FormCollection.Empty;
        if (await OpenedAsync(context, look, form.Select(Field)) is not { } import)
            return;
        if (import is not { Plan: { Values: > 0 } plan, MustAnswer: false })
        {
            SeeOther(context, $"{import.View.Address}/import");
            return;
        }

        var (bot, now) = (context.RequestServices.GetRequiredService<GoalCoachBot>(), look.Context.Now);
        var noted = new ClassImport(
            File(context),
            now,
            look.Context.Person.Name,
            import.Source,
            plan.Students.Count,
            plan.Values
        );
        var classroom = import.View.Week.Classroom;
        await NoteAsync(bot, look, classroom, noted, new(HeadsMark(import.Heads), import.Choices));

        // Each student's numbers are one message, taken once: whoever begins again after a fault ends what was begun.
        foreach (var one in plan.Students)
        {
            await bot.DeliverAsync(
                string.Create(CultureInfo.InvariantCulture, $"{look.Context.Turn.Id}|{one.Member.ObjectId}"),
                classroom.KeyOf(one.Member.ObjectId),
                new ValuesImported(noted.Id, [.. one.Values.Select(value => value with { Source = noted.Source })]),
                CancellationToken.None
            );
        }

        await NoteAsync(bot, look, classroom, noted with { IsDone = true }, null);
        SeeOther(context, $"{import.View.Address}/import");
    }

    private static async Task UndoAsync(HttpContext context, Look look)
    {
        var view = ClassPages.View(context, look);
        var classroom = view.Week.Classroom;
        var import = classroom.Imports.FirstOrDefault(one => one.Id == File(context));
        if (import?.MayBeUndone(look.Context.Now) == true)
        {
            var bot = context.RequestServices.GetRequiredService<GoalCoachBot>();
            foreach (
                var student in classroom.Students.Where(member =>
                    look.Context.Others.Person(classroom.KeyOf(member.ObjectId))
                        ?.Imports.Any(one => one.Import == import.Id) == true
                )
            )
            {
                await bot.DeliverAsync(
                    $"{look.Context.Turn.Id}|{student.ObjectId}",
                    classroom.KeyOf(student.ObjectId),
                    new ImportTakenBack(import.Id),
                    CancellationToken.None
                );
            }

            await NoteAsync(bot, look, classroom, import with { UndoneAt = look.Context.Now }, null);
        }

        SeeOther(context, $"{view.Address}/import");
    }

    private static Task NoteAsync(
        GoalCoachBot bot,
        Look look,
        Classroom classroom,
        ClassImport import,
        ImportWay? way
    ) =>
        bot.DeliverAsync(
            $"{look.Context.Turn.Id}|{import.IsDone}|{import.UndoneAt is null}",
            classroom.Key,
            new ImportNoted(look.Context.Turn.Person, import, way),
            CancellationToken.None
        );

    /// <summary>The file as it would be taken; null where it is there no more, and that has been said.</summary>
    private static async Task<ImportView?> OpenedAsync(
        HttpContext context,
        Look look,
        IEnumerable<KeyValuePair<string, string>> fields
    )
    {
        var view = ClassPages.View(context, look);
        var classroom = view.Week.Classroom;
        var uploads = context.RequestServices.GetRequiredService<Uploads>();

        // What was handed in on the page lies beside the class; what was sent in the chat, beside its sender.
        var found =
            await uploads.FindAsync(classroom.Key, File(context), context.RequestAborted)
            ?? await uploads.FindAsync(look.Context.Turn.Key, File(context), context.RequestAborted);
        if (found is not { } bytes)
        {
            await BeginAsync(context, look, view.Voice["Page.Import.Gone"]);
            return null;
        }

        var tables = ImportFile.Read(bytes);
        var format = ImportFormats.Of(tables);
        var said = fields.ToList();
        var choices =
            said.Count > 0
                ? ImportView.Read(said)
                : classroom.ImportWays.FirstOrDefault(way => way.Heads == HeadsMark(tables[0].Heads))?.Choices
                    ?? ImportChoices.None;
        var plan =
            format == ImportFormat.Plain && choices is not { Who: not null, Value: not null }
                ? null
                : ImportPlan.Of(ImportReader.Read(tables, choices, view.Today), classroom, File(context));
        return new(
            view,
            format,
            tables[0].Heads,
            format == ImportFormat.PowerSchoolAttendance
                ? Attendance.Codes(tables[0])
                : new Dictionary<string, string>(StringComparer.Ordinal),
            choices,
            plan,
            format == ImportFormat.SchoolDataSync ? "Page.Import.Roster"
                : plan is { Values: 0 } ? "Page.Import.NoneFit"
                : null
        );
    }

    /// <summary>What was sent as a file, else what was pasted; in memory alone.</summary>
    private static async Task<byte[]?> BodyAsync(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = ImportFile.Largest + (64 * 1024);
        if (!context.Request.HasFormContentType)
            return null;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        patience.CancelAfter(Body);
        context.Features.Set<IFormFeature>(
            new FormFeature(
                context.Request,
                new FormOptions
                {
                    // No file of somebody's numbers on a disk.
                    MemoryBufferThreshold = ImportFile.Largest + (64 * 1024),
                    MultipartBodyLengthLimit = ImportFile.Largest,
                    ValueLengthLimit = ImportFile.Largest,
                }
            )
        );
        try
        {
            var form = await context.Request.ReadFormAsync(patience.Token);
            if (form.Files.GetFile("file") is { Length: > 0 } file)
            {
                using var bytes = new MemoryStream();
                await file.CopyToAsync(bytes, patience.Token);
                return bytes.ToArray();
            }

            return Encoding.UTF8.GetBytes(form["text"].ToString().Trim());
        }
        catch (Exception e) when (e is InvalidDataException or BadHttpRequestException)
        {
            return null;
        }
    }

    private static IReadOnlyList<(string, string)> Ways(Look look, ClassView view) =>
        [(view.Address, view.View.ClassName), .. MinePages.Ways(look, view.Address)];

    private static string File(HttpContext context) => (string)context.GetRouteValue("file")!;

    private static string HeadsMark(IReadOnlyList<string> heads) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', heads))))[..16];

    private static KeyValuePair<string, string> Field(
        KeyValuePair<string, Microsoft.Extensions.Primitives.StringValues> field
    ) => new(field.Key, field.Value.ToString());

    private static void SeeOther(HttpContext context, string address)
    {
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = address;
    }
}
