using System.Text.Json;

namespace Milestones.Reading;

/// <summary>Names of our lists as a model writes them: <c>delete_goal</c>.</summary>
internal static class Names
{
    public static string Of<T>(T one)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(one.ToString());

    public static string[] All<T>()
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(Of)];
}
