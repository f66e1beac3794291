using System.Globalization;
using Milestones.Channel.Teams;
using Milestones.Conversations;
using Milestones.Localization;
using Milestones.Pages.Sheets;
using Milestones.Pages.Visiting;
using Milestones.School;
using Milestones.Storage;
using Milestones.Turns;
using Milestones.Views;

namespace Milestones.Pages;

/// <summary>
/// A school in numbers, for its administrators and for whoever opens a link of the command. Of nobody by name.
/// </summary>
internal static class SchoolFiguresPages
{
    public const string Path = "/page/school";

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var signedIn = PageGate.For(
            (_, _) => new Looked(PageVerbs.School),
            (context, look) =>
                ShowAsync(context, look.Context.Turn.Person.TenantId, look.Context.Voice, MinePages.Ways(look, Path))
        );
        RequestDelegate show = context =>
            context.RequestServices.GetRequiredService<SchoolVisits>().Of(context.Request) is { } tenant
                ? VisitedAsync(context, tenant)
                : signedIn(context);
        endpoints.MapGet(Path, show);
        endpoints.MapGet($"{Path}/{{school}}", show);
        endpoints.MapGet(
            $"{SchoolLink.Path}/{{token}}",
            context => WriteAsync(context, PlainSheet.Link(PagesRegistration.VoiceOf(context.Request)))
        );
        endpoints.MapPost($"{SchoolLink.Path}/{{token}}", (RequestDelegate)OpenAsync);
    }

    private static async Task OpenAsync(HttpContext context)
    {
        var services = context.RequestServices;
        SheetWriter.Guard(context.Response);
        try
        {
            if (
                SameOrigin.Sent(context.Request)
                && await services
                    .GetRequiredService<SchoolReader>()
                    .OpenAsync((string)context.GetRouteValue("token")!, context.RequestAborted)
                    is { } tenant
                && services.GetRequiredService<TabTokens>().Serves(tenant)
            )
            {
                services.GetRequiredService<SchoolVisits>().Begin(context, tenant);
                context.Response.StatusCode = StatusCodes.Status303SeeOther;
                context.Response.Headers.Location = Path;
                return;
            }
        }
        catch (StoreUnavailableException)
        {
            await PageGate.NotAsync(context, "Page.Copy.Busy", StatusCodes.Status503ServiceUnavailable);
            return;
        }

        await PageGate.NotAsync(context, "Page.LinkOver", StatusCodes.Status403Forbidden);
    }

    private static async Task VisitedAsync(HttpContext context, string tenant)
    {
        try
        {
            await ShowAsync(context, tenant, PagesRegistration.VoiceOf(context.Request), []);
        }
        catch (StoreUnavailableException)
        {
            await PageGate.NotAsync(context, "Page.Copy.Busy", StatusCodes.Status503ServiceUnavailable);
        }
    }

    private static async Task ShowAsync(
        HttpContext context,
        string tenant,
        Voice voice,
        IReadOnlyList<(string Address, string Words)> ways
    )
    {
        var mark = context.GetRouteValue("school") as string;
        if (
            await context
                .RequestServices.GetRequiredService<SchoolReader>()
                .ReadAsync(tenant, mark, context.RequestAborted)
            is not { } read
        )
        {
            await PageGate.NotAsync(context, "Page.NotThere", StatusCodes.Status404NotFound);
            return;
        }

        var now = context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        var view = new SchoolView(
            voice,
            read,
            context.RequestServices.GetRequiredService<SchoolOptions>(),
            DateOnly.FromDateTime(now.UtcDateTime),
            DateOnly.TryParseExact(
                context.Request.Query["term"],
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var term
            )
                ? term
                : null,
            mark is null ? Path : $"{Path}/{mark}"
        );
        await WriteAsync(context, SchoolSheet.Of(view, mark is null ? ways : [(Path, view.AllName), .. ways]));
    }

    private static Task WriteAsync(HttpContext context, Sheet sheet) =>
        context.RequestServices.GetRequiredService<SheetWriter>().WriteAsync(context, sheet);
}
