using System.Text.Json;
using System.Text.Json.Serialization;

namespace Milestones.Channel.Teams;

/// <summary>
/// JSON of the wire: camel case, nulls left out (Teams refuses some), unknown members and misplaced types passed over.
/// </summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    PropertyNameCaseInsensitive = false,
    NumberHandling = JsonNumberHandling.Strict,
    MaxDepth = MaxDepth,
    Converters = [typeof(TolerantText), typeof(TolerantFlag), typeof(TolerantTime)]
)]
[JsonSerializable(typeof(Activity))]
[JsonSerializable(typeof(ConversationParameters))]
[JsonSerializable(typeof(ResourceResponse))]
[JsonSerializable(typeof(ErrorResponse))]
[JsonSerializable(typeof(PagedMembers))]
[JsonSerializable(typeof(ConversationList))]
[JsonSerializable(typeof(GraphMembers))]
internal sealed partial class WireJson : JsonSerializerContext
{
    /// <summary>Deep enough for a card inside a preview inside an invoke.</summary>
    public const int MaxDepth = 64;
}
