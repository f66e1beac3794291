using System.Diagnostics;
using System.Text.Json;

namespace Milestones.Tests.Support;

/// <summary>Microsoft's own schemas of the Teams app package, from npm.</summary>
internal static class ManifestSchema
{
    public const string Manifest = "v1.25/MicrosoftTeams.schema.json";
    public const string Localization = "v1.25/MicrosoftTeams.Localization.schema.json";

    /// <summary>What the schema finds wrong with the file, a sentence each.</summary>
    public static async Task<string[]> ErrorsAsync(string schema, string file)
    {
        var script = Path.Combine(Repository.Root, "Bot.Tests", "Support", "npm", "validate-manifest.cjs");
        using var node = Process.Start(
            new ProcessStartInfo(Programs.Find("node")!, [script, await NpmPackages.FolderAsync(), schema, file])
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
            }
        )!;
        var errors = await node.StandardOutput.ReadToEndAsync();
        await node.WaitForExitAsync();
        return JsonSerializer.Deserialize<string[]>(errors) ?? [];
    }
}
