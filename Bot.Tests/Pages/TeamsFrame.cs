using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Milestones.Tests.Pages;

/// <summary>
/// What stands around a tab: a page of another site with the tab in a frame. In the frame a stub takes the place of
/// Microsoft's script; the token it gives is the test's.
/// </summary>
internal sealed class TeamsFrame : IAsyncDisposable
{
    private readonly WebApplication _app;

    private TeamsFrame(WebApplication app) => _app = app;

    /// <summary>Another site than the bot's: the one is localhost, the other an address.</summary>
    public Uri Around(string tab) =>
        new(
            _app.Urls.Single().Replace("127.0.0.1", "localhost", StringComparison.Ordinal)
                + $"/?tab={Uri.EscapeDataString(tab)}"
        );

    public static async Task<TeamsFrame> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0));
        var frame = new TeamsFrame(builder.Build());
        frame._app.MapGet(
            "/",
            (string tab) =>
                Results.Content(
                    $"""
                    <!doctype html><title>Teams</title>
                    <iframe id="tab" width="1000" height="900" src="{System.Net.WebUtility.HtmlEncode(tab)}"></iframe>
                    """,
                    "text/html"
                )
        );
        await frame._app.StartAsync();
        return frame;
    }

    /// <summary>As much of Microsoft's script as a tab uses.</summary>
    public static string Stub(string token, string theme = "default", string? team = null) =>
        $$"""
            window.microsoftTeams = {
              app: {
                initialize: async () => {},
                getContext: async () => ({ app: { theme: "{{theme}}" }{{(
                team is null ? "" : $", team: {{ internalId: \"{team}\" }}"
            )}} }),
                registerOnThemeChangeHandler: (wear) => { window.changeTheme = wear; },
                notifySuccess: () => { window.top.postMessage("loaded", "*"); },
                notifyFailure: () => {},
              },
              authentication: { getAuthToken: async () => { {{(
                token.Length == 0 ? "throw new Error('refused');" : $"return '{token}';"
            )}} } },
            };
            """;

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(new CancellationToken(canceled: true));
        await _app.DisposeAsync();
    }
}
