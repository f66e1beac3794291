using System.Text.Json;
using Milestones.Storage;

namespace Milestones.Turns;

/// <summary>
/// A line of a class's audit trail, whatever it is about: reading, a concern, who teaches. The words of a student are
/// in none.
/// </summary>
/// <param name="By">Entra object id, or the account that ran a command.</param>
/// <param name="Student">Entra object id; null where it is about no single student.</param>
/// <param name="Weeks">The weeks that were read.</param>
/// <param name="More">What else the line says.</param>
internal sealed record Audit(DateTimeOffset At, string What, string? By, string? Student, string Weeks, string More)
{
    /// <summary>How the ids of all its lines begin.</summary>
    public const string Trail = "audit";

    /// <summary>Null for what is no line of the trail.</summary>
    public static Audit? Read(Document document)
    {
        using var json = JsonDocument.Parse(document.Json);
        var root = json.RootElement;
        return
            root.ValueKind == JsonValueKind.Object
            && root.TryGetProperty("at", out var at)
            && at.TryGetDateTimeOffset(out var moment)
            && Text("what") is { } what
            ? new(
                moment,
                what,
                Text("by"),
                Text("student"),
                List("weeks"),
                string.Join(
                    ' ',
                    new[] { Text("concern"), List("began"), List("ended"), List("told") }.Where(more =>
                        !string.IsNullOrEmpty(more)
                    )
                )
            )
            : null;

        string? Text(string name) =>
            root.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;

        string List(string name) =>
            root.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array
                ? string.Join(' ', list.EnumerateArray().Select(one => one.ToString()))
                : "";
    }
}
