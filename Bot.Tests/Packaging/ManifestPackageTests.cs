using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using Milestones.Host.Packaging;
using Milestones.Tests.Support;

namespace Milestones.Tests.Packaging;

public sealed class ManifestPackageTests : IDisposable
{
    private const string AppId = "0f8b7c6d-5e4f-4a3b-9c2d-1e0f9a8b7c6d";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("milestones-manifest-");

    public ManifestPackageTests()
    {
        Assert.Equal(
            0,
            MakeManifest.Run(
                ["--app-id", AppId, "--domain", "bot.school.example", "--out", PackageFile],
                TextWriter.Null,
                TextWriter.Null
            )
        );
        ZipFile.ExtractToDirectory(PackageFile, _folder.FullName);
    }

    private string PackageFile => InPackage("package.zip");

    private JsonNode Manifest => JsonNode.Parse(File.ReadAllText(InPackage("manifest.json")))!;

    private JsonNode Spanish => JsonNode.Parse(File.ReadAllText(InPackage("es.json")))!;

    public void Dispose() => _folder.Delete(recursive: true);

    [NpmTheory]
    [InlineData(ManifestSchema.Manifest, "manifest.json")]
    [InlineData(ManifestSchema.Localization, "es.json")]
    public async Task The_package_keeps_to_Microsofts_schema(string schema, string file) =>
        Assert.Empty(await ManifestSchema.ErrorsAsync(schema, InPackage(file)));

    [NpmTheory]
    [InlineData(ManifestSchema.Manifest, """{ "manifestVersion": "1.25", "unheardOf": 1 }""")]
    [InlineData(ManifestSchema.Localization, """{ "bots[0].commandLists[3].commands[0].title": "a fourth list" }""")]
    public async Task The_schema_finds_what_is_wrong(string schema, string json)
    {
        await File.WriteAllTextAsync(InPackage("wrong.json"), json);

        Assert.NotEmpty(await ManifestSchema.ErrorsAsync(schema, InPackage("wrong.json")));
    }

    [Fact]
    public void Everything_lies_at_the_root_of_the_zip()
    {
        using var zip = ZipFile.OpenRead(PackageFile);

        Assert.Equal(
            ["manifest.json", "color.png", "outline.png", "es.json"],
            zip.Entries.Select(entry => entry.FullName)
        );
    }

    [Fact]
    public void The_same_options_give_the_same_bytes()
    {
        MakeManifest.Run(
            ["--app-id", AppId, "--domain", "bot.school.example", "--out", InPackage("again.zip")],
            TextWriter.Null,
            TextWriter.Null
        );

        Assert.Equal(File.ReadAllBytes(PackageFile), File.ReadAllBytes(InPackage("again.zip")));
    }

    [Theory]
    [InlineData("color", 192, 2)] // opaque: Teams draws it on its own tile
    [InlineData("outline", 32, 6)] // with an alpha channel: white on transparent
    public void An_icon_has_the_size_and_colours_Teams_asks_for(string icon, int side, byte colorType)
    {
        var png = File.ReadAllBytes(InPackage(Manifest["icons"]![icon]!.GetValue<string>())).AsSpan();

        Assert.Equal("PNG", Encoding.ASCII.GetString(png[1..4]));
        Assert.Equal(
            (side, side, colorType),
            (BinaryPrimitives.ReadInt32BigEndian(png[16..]), BinaryPrimitives.ReadInt32BigEndian(png[20..]), png[25])
        );
    }

    [Fact]
    public void App_bot_and_sign_in_carry_one_id()
    {
        string[] ids =
        [
            .. new[]
            {
                Manifest["id"],
                Manifest["bots"]![0]!["botId"],
                Manifest["composeExtensions"]![0]!["botId"],
                Manifest["webApplicationInfo"]!["id"],
            }.Select(id => id!.GetValue<string>()),
        ];

        Assert.Equal([AppId, AppId, AppId, AppId], ids);
    }

    [Fact]
    public void No_text_is_empty_and_no_placeholder_is_left()
    {
        Assert.All(Texts(Manifest).Concat(Texts(Spanish)), text => Assert.False(string.IsNullOrWhiteSpace(text)));
        Assert.DoesNotContain("${{", Manifest.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_text_that_can_be_translated_is()
    {
        string[] wanted =
        [
            "name.short",
            "name.full",
            "description.short",
            "description.full",
            .. TabTexts(),
            .. CommandTexts(),
            .. ExtensionTexts(),
        ];

        Assert.Equal(
            wanted.Order(),
            Spanish.AsObject().Select(text => text.Key).Where(key => key != "$schema").Order()
        );
    }

    [Fact]
    public void Each_scope_has_its_commands_once_and_help_among_them()
    {
        foreach (var list in Manifest["bots"]![0]!["commandLists"]!.AsArray())
        {
            string[] titles =
            [
                .. list!["commands"]!.AsArray().Select(command => command!["title"]!.GetValue<string>()),
            ];
            Assert.InRange(titles.Length, 1, 12);
            Assert.Equal(titles.Distinct(), titles);
            Assert.Contains("Help", titles);
        }
        Assert.Equal(
            ["personal", "team"],
            Manifest["bots"]![0]!["commandLists"]!
                .AsArray()
                .SelectMany(list => list!["scopes"]!.AsArray())
                .Select(scope => scope!.GetValue<string>())
        );
    }

    [Fact]
    public void Each_command_of_the_extension_is_a_verb_that_is_answered()
    {
        var verbs = Kinds.All.PersonRoutes.Features.SelectMany(feature => feature.Verbs.Keys).ToList();
        Assert.All(Extensions, command => Assert.Contains(command["id"]!.GetValue<string>(), verbs));
    }

    [Fact]
    public void The_app_asks_for_no_right_to_read_messages() =>
        Assert.DoesNotContain("Message", Manifest["authorization"]!.ToJsonString(), StringComparison.Ordinal);

    private string InPackage(string name) => Path.Combine(_folder.FullName, name);

    /// <summary>The chat is a tab of Teams' own, with Teams' own name.</summary>
    private IEnumerable<string> TabTexts() =>
        Manifest["staticTabs"]!
            .AsArray()
            .Index()
            .Where(tab => tab.Item!["name"] is not null)
            .Select(tab => $"staticTabs[{tab.Index}].name");

    private IEnumerable<string> CommandTexts() =>
        from list in Manifest["bots"]![0]!["commandLists"]!.AsArray().Index()
        from command in list.Item!["commands"]!.AsArray().Index()
        from text in (string[])["title", "description"]
        select $"bots[0].commandLists[{list.Index}].commands[{command.Index}].{text}";

    private IEnumerable<string> ExtensionTexts() =>
        from command in Extensions.Index()
        from place in command
            .Item["parameters"]
            ?.AsArray()
            .Index()
            .Select(one => $".parameters[{one.Index}]")
            .Prepend(string.Empty)
            ?? [string.Empty]
        from text in (string[])["title", "description"]
        select $"composeExtensions[0].commands[{command.Index}]{place}.{text}";

    private IEnumerable<JsonNode> Extensions =>
        Manifest["composeExtensions"]![0]!["commands"]!.AsArray().OfType<JsonNode>();

    private static IEnumerable<string> Texts(JsonNode? node) =>
        node switch
        {
            JsonObject fields => fields.SelectMany(field => Texts(field.Value)),
            JsonArray items => items.SelectMany(Texts),
            JsonValue value when value.TryGetValue<string>(out var text) => [text],
            _ => [],
        };
}
