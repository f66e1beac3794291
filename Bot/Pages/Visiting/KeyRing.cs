using System.Globalization;
using System.Text.Json;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Milestones.Conversations;
using Milestones.Storage;

namespace Milestones.Pages.Visiting;

/// <summary>
/// The keys that seal visits lie in the store, so that every process of the bot has the same and none has a file of its
/// own. The platform makes, renews and retires them; who can read the store can read all they protect.
/// </summary>
internal sealed class KeyRing(IDocumentStore store) : IXmlRepository
{
    private const string Partition = "keys:pages";

    /// <summary>A cookie lives for an hour: a key that ended is of no use the day after.</summary>
    private static readonly TimeSpan After = TimeSpan.FromDays(1);

    // The platform asks for keys in no other way; it asks when it starts and once a day.
    public IReadOnlyCollection<XElement> GetAllElements() =>
        [
            .. Task.Run(() => store.AllAsync(Partition, "", CancellationToken.None))
                .GetAwaiter()
                .GetResult()
                .Select(Read),
        ];

    public void StoreElement(XElement element, string friendlyName) =>
        Task.Run(() => store.CreateAsync(Write(element, friendlyName), CancellationToken.None))
            .GetAwaiter()
            .GetResult();

    private static XElement Read(Document document)
    {
        using var json = JsonDocument.Parse(document.Json);
        return XElement.Parse(json.RootElement.GetProperty("xml").GetString()!);
    }

    private static Document Write(XElement element, string friendlyName)
    {
        using var json = new MemoryStream();
        using (var writer = new Utf8JsonWriter(json))
        {
            writer.WriteStartObject();
            writer.WriteString("xml", element.ToString(SaveOptions.DisableFormatting));
            writer.WriteEndObject();
        }

        return new(
            new DocumentKey(Partition, friendlyName),
            "key",
            json.ToArray(),
            ExpiresAt: DateTimeOffset.TryParse(
                element.Element("expirationDate")?.Value,
                CultureInfo.InvariantCulture,
                out var ends
            )
                ? ends + After
                : null
        );
    }
}
