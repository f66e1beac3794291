using Milestones.Pages.Sheets;
using Milestones.Pages.Visiting;
using Milestones.School;
using Milestones.Storage;
using Milestones.Turns;

namespace Milestones.Pages;

/// <summary>
/// A student's goals for their family, for whoever has the link and as long as it lasts. A button opens it: whatever
/// looks at the link in passing, such as the preview of a message, reads nothing.
/// </summary>
internal static class FamilyPages
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet($"{FamilyLink.Path}/{{token}}", (RequestDelegate)AskAsync);
        endpoints.MapPost($"{FamilyLink.Path}/{{token}}", (RequestDelegate)OpenAsync);
    }

    private static Task AskAsync(HttpContext context) =>
        context
            .RequestServices.GetRequiredService<SheetWriter>()
            .WriteAsync(context, FamilySheet.Ask(PagesRegistration.VoiceOf(context.Request)));

    private static async Task OpenAsync(HttpContext context)
    {
        FamilyRead? read;
        try
        {
            read = await context
                .RequestServices.GetRequiredService<FamilyReader>()
                .OpenAsync((string)context.GetRouteValue("token")!, context.RequestAborted);
        }
        catch (StoreUnavailableException)
        {
            await PageGate.NotAsync(context, "Page.Copy.Busy", StatusCodes.Status503ServiceUnavailable);
            return;
        }

        if (read is null)
            await PageGate.NotAsync(context, "Page.Family.Over", StatusCodes.Status404NotFound);
        else
            await context.RequestServices.GetRequiredService<SheetWriter>().WriteAsync(context, FamilySheet.Of(read));
    }
}
