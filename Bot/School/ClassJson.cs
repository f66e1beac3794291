using System.Text.Json.Serialization;

namespace Milestones.School;

/// <summary>The class document as it is stored.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    UseStringEnumConverter = true
)]
[JsonSerializable(typeof(Classroom))]
internal sealed partial class ClassJson : JsonSerializerContext;
