using System.Formats.Tar;
using System.IO.Compression;
using System.Text.Json;
using Milestones.Tests.Support;

namespace Milestones.Tests.Host;

/// <summary>
/// The image that CI publishes, made without an engine on an empty base image: its parts are looked at, and the bot in
/// it is started as the image says. The real base image and an engine need a network, which tests do not have.
/// </summary>
public sealed class ContainerTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_published_image_runs_as_nobody_and_its_bot_gets_ready()
    {
        await PublishAsync();
        var blobs = _folder.File("image/blobs/sha256");
        var manifest = Read(Path.Combine(_folder.File("image"), "index.json")).GetProperty("manifests")[0];
        var parts = Read(Path.Combine(blobs, Hash(manifest)));
        var config = Read(Path.Combine(blobs, Hash(parts.GetProperty("config")))).GetProperty("config");

        Assert.Equal("app", config.GetProperty("User").GetString());
        Assert.True(config.GetProperty("ExposedPorts").TryGetProperty("8080/tcp", out _));
        Assert.Equal("/app/", config.GetProperty("WorkingDir").GetString());
        var command = config.GetProperty("Entrypoint").EnumerateArray().Select(word => word.GetString()!).ToArray();
        Assert.Equal(["/app/Bot"], command);
        var environment = config
            .GetProperty("Env")
            .EnumerateArray()
            .Select(one => one.GetString()!.Split('=', 2))
            .ToDictionary(one => one[0], one => one[1], StringComparer.Ordinal);
        Assert.Equal("/data/milestones.db", environment["Store__Sqlite__Path"]);
        Assert.Equal("0x1000000", environment["DOTNET_GCgen0size"]);

        var root = _folder.File("root");
        await ExtractAsync(Path.Combine(blobs, Hash(parts.GetProperty("layers").EnumerateArray().Last())), root);
        var address = new Uri($"http://127.0.0.1:{ChildProcess.FreePort()}/");
        environment["Urls"] = address.ToString();
        environment["Store__Sqlite__Path"] = _folder.File("milestones.db");
        environment["Bot__AppId"] = "";
        environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        environment["Playground__Enabled"] = "false";
        environment.Remove("PATH");
        var program = Path.Combine(root, "app", "Bot");
        await using var bot = ChildProcess.Start(root, environment, program);
        await bot.ReadyAsync(new(address, "readyz"));

        await using var check = ChildProcess.Start(root, environment, program, "is-ready");
        await check.WrittenAsync("Healthy");
    }

    private async Task PublishAsync()
    {
        await using var registry = await RegistryStub.StartAsync();
        var archive = _folder.File("milestones.tar");
        await using var publish = ChildProcess.Start(
            Repository.Root,
            new Dictionary<string, string>(StringComparer.Ordinal) { ["MSBUILDDISABLENODEREUSE"] = "1" },
            Programs.Find("dotnet") ?? "dotnet",
            "publish",
            "Bot",
            "-c",
            "Release",
            "-r",
            "linux-x64",
            "-v",
            "m",
            "-t:PublishContainer",
            "-p:RunAnalyzers=false",
            // Only the bot's own code is compiled ahead here: all of the framework too would take minutes.
            "-p:PublishReadyToRunComposite=false",
            $"-p:ContainerBaseImage={registry.Image}",
            $"-p:ContainerArchiveOutputPath={archive}"
        );
        await publish.WrittenAsync("Pushed image", TimeSpan.FromMinutes(5));
        await ExtractAsync(archive, _folder.File("image"));
    }

    private static async Task ExtractAsync(string archive, string folder)
    {
        Directory.CreateDirectory(folder);
        await using var file = File.OpenRead(archive);
        var zipped = file.ReadByte() == 0x1F;
        file.Position = 0;
        await using var content = zipped ? new GZipStream(file, CompressionMode.Decompress) : (Stream)file;
        await TarFile.ExtractToDirectoryAsync(content, folder, overwriteFiles: true);
    }

    private static JsonElement Read(string file) => JsonDocument.Parse(File.ReadAllBytes(file)).RootElement;

    private static string Hash(JsonElement descriptor) => descriptor.GetProperty("digest").GetString()!.Split(':')[1];
}
