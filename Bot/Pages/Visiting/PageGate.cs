using Milestones.Conversations;
using Milestones.Pages.Sheets;
using Milestones.Storage;
using Milestones.Turns;

namespace Milestones.Pages.Visiting;

/// <summary>
/// The door of every page about somebody: who looks comes from their visit, what they may see from the table, asked
/// afresh each time. Whoever is not signed in gets a page that does it.
/// </summary>
internal static class PageGate
{
    /// <param name="looked">What is opened, from the address; null for an address that names nothing.</param>
    /// <param name="show">Called only where the table allows it.</param>
    public static RequestDelegate For(Func<HttpContext, Visit, Looked?> looked, Func<HttpContext, Look, Task> show) =>
        async context =>
        {
            var services = context.RequestServices;
            SheetWriter.Guard(context.Response);
            var sheets = services.GetRequiredService<SheetWriter>();
            var voice = PagesRegistration.VoiceOf(context.Request);
            if (services.GetRequiredService<Visits>().Of(context.Request) is not { } visit)
            {
                await sheets.WriteAsync(context, PlainSheet.SignIn(voice, null), StatusCodes.Status401Unauthorized);
                return;
            }

            if (HttpMethods.IsPost(context.Request.Method) && !SameOrigin.Sent(context.Request))
            {
                await NotAsync(context, "Page.NotFromHere", StatusCodes.Status403Forbidden);
                return;
            }

            if (looked(context, visit) is not { } wanted)
            {
                await NotAsync(context, "Page.NotThere", StatusCodes.Status404NotFound);
                return;
            }

            try
            {
                var look = await services
                    .GetRequiredService<PageReader>()
                    .LookAsync(visit.Person, wanted, context.RequestAborted);
                if (look.WhyNot is { } why)
                    await NotAsync(context, why, StatusCodes.Status403Forbidden);
                else
                    await show(context, look);
            }
            catch (StoreUnavailableException)
            {
                await NotAsync(context, "Page.Copy.Busy", StatusCodes.Status503ServiceUnavailable);
            }
        };

    public static Task NotAsync(HttpContext context, string why, int status)
    {
        var voice = PagesRegistration.VoiceOf(context.Request);
        return context
            .RequestServices.GetRequiredService<SheetWriter>()
            .WriteAsync(context, PlainSheet.Say(voice, voice[why]), status);
    }
}
