using System.Text;
using System.Text.Json.Nodes;
using Milestones.Tests.Support;

namespace Milestones.Tests.Reading;

/// <summary>Who has set no model pays nothing for it: what speaks to one is not even loaded.</summary>
public sealed class LoadedTests
{
    private static readonly string[] OfModels = ["OpenAI", "Microsoft.Extensions.AI", "System.ClientModel"];

    [Fact]
    public async Task Without_a_model_nothing_of_it_is_loaded()
    {
        await using var model = await ModelStub.StartAsync();

        Assert.Empty(await LoadedAsync([]));
        Assert.NotEmpty(
            // what is looked for would be found
            await LoadedAsync([
                new("Reading__Model__Endpoint", model.Endpoint.ToString()),
                new("Reading__Model__Name", "stub"),
            ])
        );
    }

    /// <summary>What of it is loaded when a bot with these settings has answered.</summary>
    private static async Task<IReadOnlyList<string>> LoadedAsync(IEnumerable<KeyValuePair<string, string>> settings)
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("loaded.txt");
        await using (
            var bot = await BotProcess.StartAsync([
                .. settings,
                new("DOTNET_STARTUP_HOOKS", typeof(StartupHook).Assembly.Location),
                new(StartupHook.File, file),
            ])
        )
        {
            await SaysAsync(bot);
        }

        return
        [
            .. (await File.ReadAllLinesAsync(file)).Where(name =>
                OfModels.Any(one => name.StartsWith(one, StringComparison.Ordinal))
            ),
        ];
    }

    private static async Task SaysAsync(BotProcess bot)
    {
        var activity = new JsonObject
        {
            ["type"] = "message",
            ["id"] = "1",
            ["channelId"] = "msteams",
            ["serviceUrl"] = "http://127.0.0.1:9/",
            ["text"] = "can it do the other one like before",
            ["deliveryMode"] = "expectReplies",
            ["from"] = new JsonObject { ["id"] = "29:sam", ["aadObjectId"] = "aaaaaaaa-0000-0000-0000-000000000001" },
            ["recipient"] = new JsonObject { ["id"] = "28:bot" },
            ["conversation"] = new JsonObject
            {
                ["id"] = "a:chat-sam",
                ["conversationType"] = "personal",
                ["tenantId"] = Student.Tenant,
            },
        };
        using var http = new HttpClient();
        using var content = new StringContent(activity.ToJsonString(), Encoding.UTF8, "application/json");
        using var answer = await http.PostAsync(bot.Messages, content);
        answer.EnsureSuccessStatusCode();
    }
}
