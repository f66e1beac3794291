using System.Diagnostics;
using System.Security.Cryptography;

namespace Milestones.Testing;

/// <summary>
/// The programs of <c>Bot.Tests/Support/npm/package.json</c>, installed by its lock into <c>artifacts/npm</c>. The
/// first test that asks installs them; a lock file makes every other one, also in another process, wait for that.
/// </summary>
internal static class NpmPackages
{
    private static readonly Lazy<Task<string>> Installed = new(InstallAsync);

    /// <summary>Whether <c>npm</c> can be started here; it brings <c>node</c>.</summary>
    public static bool Available { get; } = Programs.Find("npm") is not null && Programs.Find("node") is not null;

    internal const string Missing = "Node.js with npm is missing: apt-get install --no-install-recommends nodejs npm.";

    /// <summary>A file of an installed package, such as <c>@microsoft/m365agentsplayground/cli.js</c>.</summary>
    /// <exception cref="InvalidOperationException">npm could not install; the message has what it said.</exception>
    public static async Task<string> FileAsync(string path) =>
        Path.Combine(await Installed.Value, "node_modules", path);

    /// <summary>The folder to <c>require</c> from: its <c>node_modules</c> holds every package.</summary>
    public static Task<string> FolderAsync() => Installed.Value;

    private static async Task<string> InstallAsync()
    {
        var source = Path.Combine(Repository.Root, "Bot.Tests", "Support", "npm");
        var folder = Directory.CreateDirectory(Repository.Artifacts("npm")).FullName;
        await using var alone = await LockAsync(Path.Combine(folder, ".lock"));

        var wanted = Convert.ToHexString(
            SHA256.HashData(await File.ReadAllBytesAsync(Path.Combine(source, "package-lock.json")))
        );
        var stamp = Path.Combine(folder, "node_modules", ".milestones");
        if (File.Exists(stamp) && await File.ReadAllTextAsync(stamp) == wanted)
            return folder;

        foreach (var name in (string[])["package.json", "package-lock.json"])
            File.Copy(Path.Combine(source, name), Path.Combine(folder, name), overwrite: true);
        await RunAsync(folder, "ci", "--ignore-scripts", "--no-audit", "--no-fund");
        await File.WriteAllTextAsync(stamp, wanted);
        return folder;
    }

    private static async Task<FileStream> LockAsync(string path)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                await Task.Delay(200, patience.Token);
            }
        }
    }

    private static async Task RunAsync(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(Programs.Find("npm") ?? "npm", arguments)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        using var npm = Process.Start(start)!;
        npm.StandardInput.Close();
        var said = await Task.WhenAll(npm.StandardOutput.ReadToEndAsync(), npm.StandardError.ReadToEndAsync());
        await npm.WaitForExitAsync();
        if (npm.ExitCode != 0)
        {
            throw new InvalidOperationException(
                $"npm {string.Join(' ', arguments)} ended with {npm.ExitCode}: {said[1]}{said[0]}"
            );
        }
    }
}
