using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Milestones.Channel.Teams;

namespace Milestones.Tests.Support;

/// <summary>Graph as far as the bot asks it: who owns a team, or why it does not say.</summary>
internal sealed class StubGraph : IDisposable
{
    private readonly AnsweringHandler _handler;

    public StubGraph() =>
        _handler = new(_ =>
            Refuses is { } status
                ? AnsweringHandler.Json("""{"error":{"code":"scripted"}}""", status)
                : AnsweringHandler.Json(
                    JsonSerializer.Serialize(
                        new
                        {
                            value = Owners.Select(owner => new
                            {
                                roles = new[] { "owner" },
                                userId = owner.ObjectId,
                                tenantId = Student.Tenant,
                            }),
                        }
                    )
                )
        );

    public List<Student> Owners { get; } = [];

    /// <summary>The status of every answer; null while all is well.</summary>
    public int? Refuses { get; set; }

    public int Asked => _handler.Asked.Count;

    /// <summary>Stands in for Graph in the bot.</summary>
    public void Put(IServiceCollection services) =>
        services.AddHttpClient(nameof(GraphTeamOwners)).ConfigurePrimaryHttpMessageHandler(() => _handler);

    public void Dispose() => _handler.Dispose();
}
