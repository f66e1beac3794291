using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Milestones.Tests.Host;

/// <summary>The templates for Azure build without a warning, and name settings that the bot has.</summary>
public sealed class InfrastructureTests
{
    private static readonly string Template = Path.Combine(Repository.Root, "infra", "main.bicep");

    [BicepFact]
    public async Task The_template_is_clean()
    {
        Assert.Equal((0, "", ""), await BicepAsync("lint", Template));
    }

    [BicepFact]
    public async Task It_makes_what_the_bot_needs_and_every_parameter_is_explained()
    {
        var (exitCode, json, _) = await BicepAsync("build", Template, "--stdout");
        Assert.Equal(0, exitCode);
        using var template = JsonDocument.Parse(json);

        var types = template
            .RootElement.GetProperty("resources")
            .EnumerateArray()
            .Select(resource => resource.GetProperty("type").GetString());
        Assert.Equal(
            [
                "Microsoft.App/containerApps",
                "Microsoft.App/managedEnvironments",
                "Microsoft.BotService/botServices",
                "Microsoft.BotService/botServices/channels",
                "Microsoft.DocumentDB/databaseAccounts",
                "Microsoft.DocumentDB/databaseAccounts/sqlDatabases",
                "Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers",
                "Microsoft.DocumentDB/databaseAccounts/sqlRoleAssignments",
                "Microsoft.ManagedIdentity/userAssignedIdentities",
                "Microsoft.OperationalInsights/workspaces",
            ],
            types.Order(StringComparer.Ordinal)
        );
        Assert.All(
            template.RootElement.GetProperty("parameters").EnumerateObject(),
            parameter => Assert.True(parameter.Value.TryGetProperty("metadata", out _), parameter.Name)
        );
        // As init-store makes it.
        Assert.Contains("\"/wakeAt/?\"", json, StringComparison.Ordinal);
        Assert.Contains("\"defaultTtl\": -1", json, StringComparison.Ordinal);
    }

    private static async Task<(int ExitCode, string Output, string Errors)> BicepAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo(BicepFactAttribute.Program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var bicep = Process.Start(start)!;
        var (output, errors) = (bicep.StandardOutput.ReadToEndAsync(), bicep.StandardError.ReadToEndAsync());
        await bicep.WaitForExitAsync();
        return (bicep.ExitCode, await output, await errors);
    }

    /// <summary>Runs where the compiler does: it comes as a package, for Linux on x64.</summary>
    private sealed class BicepFactAttribute : FactAttribute
    {
        public BicepFactAttribute()
        {
            if (!OperatingSystem.IsLinux() || RuntimeInformation.OSArchitecture != Architecture.X64)
                Skip = "The Bicep compiler comes as a package for Linux on x64.";
            else if (!File.Exists(Program))
                Skip = $"The Bicep compiler is not at {Program}; dotnet restore fetches it.";
        }

        public static string Program { get; } =
            typeof(BicepFactAttribute)
                .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
                .First(one => one.Key == "Bicep")
                .Value!;
    }
}
