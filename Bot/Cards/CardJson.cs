using System.Text.Json;
using System.Text.Json.Serialization;

namespace Milestones.Cards;

/// <summary>Cards as clients read them: camel case, properties that are null left out.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
[JsonSerializable(typeof(Card))]
internal sealed partial class CardJson : JsonSerializerContext
{
    public static JsonElement ToElement(Card card) => JsonSerializer.SerializeToElement(card, Default.Card);
}
