using Milestones.Storage;
using Milestones.Turns;

namespace Milestones.Pages;

/// <summary>Certificates in the browser, for whoever has the link and as long as it lasts.</summary>
internal static class CertificatePages
{
    public static async Task OpenAsync(HttpContext context)
    {
        CertificatesRead? read;
        try
        {
            read = await context
                .RequestServices.GetRequiredService<CertificateReader>()
                .OpenAsync((string)context.GetRouteValue("token")!, context.RequestAborted);
        }
        catch (StoreUnavailableException)
        {
            await SayAsync(context, "Page.Certificate.Busy", StatusCodes.Status503ServiceUnavailable);
            return;
        }

        if (read is null)
            await SayAsync(context, "Page.Certificate.Gone", StatusCodes.Status404NotFound);
        else
            await CertificateSheets.WriteAsync(context, read);
    }

    private static Task SayAsync(HttpContext context, string why, int status)
    {
        var voice = PagesRegistration.VoiceOf(context.Request);
        return new Page(voice, voice["Page.Certificate.Title"]).Text(voice[why]).WriteAsync(context, status);
    }
}
