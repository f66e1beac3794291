using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace Milestones.Pages.Sheets;

/// <summary>
/// Sends a page: plain HTML, made once, with a policy under which only what this bot serves is run or drawn.
/// </summary>
internal sealed class SheetWriter(IServiceProvider services, ILoggerFactory loggers, IHostEnvironment environment)
{
    /// <summary>
    /// Where Teams shows tabs (https://learn.microsoft.com/microsoftteams/platform/tabs/how-to/tab-requirements); in
    /// Development a page of this machine may play Teams.
    /// </summary>
    public string Frames { get; } =
        "frame-ancestors 'self' https://teams.microsoft.com https://*.teams.microsoft.com "
        + "https://teams.cloud.microsoft https://*.teams.microsoft.us"
        + (environment.IsDevelopment() ? " http://localhost:* http://127.0.0.1:*" : "");

    public async Task WriteAsync(HttpContext context, Sheet sheet, int status = StatusCodes.Status200OK)
    {
        await using var renderer = new HtmlRenderer(services, loggers);
        var html = await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var parameters = new Dictionary<string, object?> { [nameof(Fragment)] = Layout.Of(sheet) };
            var made = await renderer.RenderComponentAsync<Fragment>(ParameterView.FromDictionary(parameters));
            return made.ToHtmlString();
        });
        var response = context.Response;
        response.StatusCode = status;
        response.ContentType = "text/html; charset=utf-8";
        Guard(response);
        response.Headers.ContentSecurityPolicy =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
            + $"form-action 'self'; base-uri 'none'; {Frames}";
        await response.WriteAsync("<!doctype html>\n" + html, context.RequestAborted);
    }

    /// <summary>What holds for every answer about somebody, a file included.</summary>
    public static void Guard(HttpResponse response)
    {
        response.Headers.CacheControl = "no-store";
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers["X-Robots-Tag"] = "noindex";
        response.Headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
    }
}
