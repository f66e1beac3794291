using System.Text.RegularExpressions;
using Milestones.Conversations;

namespace Milestones.Host.Playground;

/// <summary>The people of the local chat window, from its own file.</summary>
internal static partial class PlaygroundPeople
{
    public static IReadOnlyList<(string Name, PersonId Person)> All => Read(File.ReadAllText(PlaygroundCommand.School));

    private static IReadOnlyList<(string Name, PersonId Person)> Read(string school)
    {
        var tenant = Tenant().Match(school).Groups["id"].Value;
        return
        [
            .. Somebody()
                .Matches(school)
                .Select(one => (one.Groups["name"].Value, new PersonId(tenant, one.Groups["id"].Value))),
        ];
    }

    [GeneratedRegex("tenantId: (?<id>[0-9a-f-]+)", RegexOptions.NonBacktracking)]
    private static partial Regex Tenant();

    [GeneratedRegex(" name: (?<name>[^,}]+), .*aadObjectId: (?<id>[0-9a-f-]+)", RegexOptions.NonBacktracking)]
    private static partial Regex Somebody();
}
