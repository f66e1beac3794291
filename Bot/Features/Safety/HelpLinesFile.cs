using System.Text.Json.Serialization;

namespace Milestones.Features.Safety;

/// <summary>The shape of <c>helplines.json</c>.</summary>
internal sealed record HelpLinesFile(Dictionary<string, HelpLineEntry[]> Regions);

/// <param name="Name">By the code of its language, as the text.</param>
internal sealed record HelpLineEntry(Dictionary<string, string> Name, Dictionary<string, string> Text, string[] For);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    ReadCommentHandling = System.Text.Json.JsonCommentHandling.Skip,
    AllowTrailingCommas = true,
    AllowDuplicateProperties = false,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow
)]
[JsonSerializable(typeof(HelpLinesFile))]
internal sealed partial class HelpLinesJson : JsonSerializerContext;
