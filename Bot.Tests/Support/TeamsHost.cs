using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Milestones.Channel.Teams;

namespace Milestones.Tests.Support;

/// <summary>The protocol layer alone on loopback, with a turn that a test writes.</summary>
internal sealed class TeamsHost : IAsyncDisposable
{
    private readonly TaskCompletionSource _clientGone = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly WebApplication _app;

    private TeamsHost(WebApplication app, HttpClient http)
    {
        _app = app;
        Http = http;
    }

    public HttpClient Http { get; }

    /// <summary>Ends when the server has noticed that a client hung up.</summary>
    public Task ClientGone => _clientGone.Task;

    public IServiceProvider Services => _app.Services;

    /// <summary>Every refusal and failure the endpoint logged.</summary>
    public LogLines<InboundGate> Log { get; } = new();

    /// <param name="turn">Null answers nothing to everything.</param>
    public static async Task<TeamsHost> StartAsync(
        IReadOnlyDictionary<string, string?>? settings = null,
        ActivityHandler? turn = null,
        TimeProvider? time = null,
        string environment = "Development"
    )
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.Logging.ClearProviders();
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection(
            settings ?? new Dictionary<string, string?>(StringComparer.Ordinal)
        );
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0));
        builder.Services.AddSingleton(time ?? TimeProvider.System);
        builder.Services.AddTeams(builder.Configuration, builder.Environment);
        builder.Services.AddSingleton(turn ?? ((_, _) => Task.FromResult<InvokeResponse?>(null)));
        TeamsHost? host = null;
        builder.Services.Replace(ServiceDescriptor.Singleton<ILogger<InboundGate>>(_ => host!.Log));
        var app = builder.Build();
        host = new TeamsHost(app, new HttpClient());
        app.Use(
            (context, next) =>
            {
                context.RequestAborted.Register(() => host._clientGone.TrySetResult());
                return next(context);
            }
        );
        app.MapMessages();
        await app.StartAsync();
        host.Http.BaseAddress = new Uri(app.Urls.Single());
        return host;
    }

    public Task<HttpResponseMessage> PostAsync(
        string activity,
        string? token = null,
        CancellationToken cancellationToken = default
    ) => PostAsync(Encoding.UTF8.GetBytes(activity), token, cancellationToken);

    public Task<HttpResponseMessage> PostAsync(
        byte[] body,
        string? token = null,
        CancellationToken cancellationToken = default
    )
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return Http.SendAsync(request, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.StopAsync(new CancellationToken(canceled: true));
        await _app.DisposeAsync();
    }
}
