using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Milestones.Localization;
using Milestones.Pages;
using Milestones.School;
using Milestones.Turns;

namespace Milestones.Tests.Support;

/// <summary>A page with certificates of a test's own, on loopback.</summary>
internal sealed class SheetSite : IAsyncDisposable
{
    private readonly WebApplication _app;

    private SheetSite(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.First());

    public static async Task<SheetSite> StartAsync(IEnumerable<Certificate> certificates, Voice voice)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton(new SchoolOptions { Name = "Escuela Élan" });
        var app = builder.Build();
        var read = new CertificatesRead([.. certificates], voice);
        app.MapGet("/", context => CertificateSheets.WriteAsync(context, read));
        await app.StartAsync();
        return new(app);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
