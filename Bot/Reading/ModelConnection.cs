using System.ClientModel;
using System.ClientModel.Primitives;
using Azure.Identity;
using Microsoft.Extensions.AI;
using OpenAI;
using OpenAI.Chat;

namespace Milestones.Reading;

/// <summary>How the one client of a process is made. Opens nothing yet; the first question does.</summary>
internal static class ModelConnection
{
    /// <summary>What Azure's language services are asked for a token with.</summary>
    private const string Scope = "https://cognitiveservices.azure.com/.default";

    public static IChatClient Open(ModelOptions options, HttpClient http)
    {
        var settings = new OpenAIClientOptions
        {
            Endpoint = options.Endpoint,
            Transport = new HttpClientPipelineTransport(http),
            // A second try would come too late, and the student would wait for it.
            RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
            ClientLoggingOptions = new() { EnableLogging = false },
            EnableDistributedTracing = false,
        };
        var client = options.Identity
            ? WithIdentity(options.Name, settings)
            : new ChatClient(
                options.Name,
                new ApiKeyCredential(options.Key.Length > 0 ? options.Key : "none"),
                settings
            );
        return client.AsIChatClient();
    }

#pragma warning disable OPENAI001 // Their documentation's own way to use an identity is still marked as new.
    private static ChatClient WithIdentity(string name, OpenAIClientOptions settings) =>
        new(name, new BearerTokenPolicy(new DefaultAzureCredential(), Scope), settings);
#pragma warning restore OPENAI001
}
