using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Milestones.Conversations;

namespace Milestones.School;

/// <summary>
/// An administrator's code: makes whoever sends it to the bot a teacher of one team, once, within a day. Eighty bits,
/// kept as a hash under which it is found; the code itself is stored nowhere.
/// </summary>
internal static class TeacherCode
{
    public static readonly TimeSpan Lasts = TimeSpan.FromDays(1);

    private const int Group = 4;
    private const int Groups = 4;

    /// <summary>Without what is mistaken for something else when it is read aloud or copied by hand.</summary>
    private const string Letters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private static readonly SearchValues<char> Known = SearchValues.Create(Letters);

    public static string New() =>
        string.Join(
            '-',
            RandomNumberGenerator.GetString(Letters, Group * Groups).Chunk(Group).Select(some => new string(some))
        );

    /// <summary>The code that a whole message is; null where it is none.</summary>
    public static string? Read(string text)
    {
        var said = text.Trim().ToUpperInvariant();
        return
            said.Split('-') is { Length: Groups } groups
            && groups.All(group => group.Length == Group && !group.AsSpan().ContainsAnyExcept(Known))
            ? said
            : null;
    }

    public static string MarkOf(string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(code)));

    public static DocumentKey KeyOf(string tenantId, string code) =>
        new($"code:{Uri.EscapeDataString(tenantId)}", MarkOf(code));

    public static byte[] Json(MadeCode code) =>
        JsonSerializer.SerializeToUtf8Bytes(code, TeacherCodeJson.Default.MadeCode);

    /// <exception cref="JsonException">It is no code's document.</exception>
    public static MadeCode Read(ReadOnlyMemory<byte> json) =>
        JsonSerializer.Deserialize(json.Span, TeacherCodeJson.Default.MadeCode)
        ?? throw new JsonException("A document is never null.");
}

/// <param name="TeamId">The team's thread id.</param>
internal sealed record MadeCode(string TeamId, DateTimeOffset ExpiresAt);

/// <summary>Somebody sent a code for this class.</summary>
/// <param name="Presence">Whether they are in the team, asked just now.</param>
/// <param name="Seen">How the team knows them; null where they are not in it.</param>
/// <param name="Chat">Where they sent it, and are answered.</param>
internal sealed record CodeGiven(
    string Mark,
    DateTimeOffset ExpiresAt,
    Presence Presence,
    SeenPerson? Seen,
    ConversationReference? Chat
) : TurnInput;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(MadeCode))]
internal sealed partial class TeacherCodeJson : JsonSerializerContext;
