using System.Diagnostics;
using System.Text.Json;
using Milestones.Tests.Support;

namespace Milestones.Tests.Bench;

/// <summary>
/// Every command of the bench in its shortest form: it ends, and its last line is one JSON object. Whether the figures
/// are good is nothing
/// such a run can tell. (<c>durability</c> has tests of its own, in <see cref="Storage.DurabilityTests"/>.)
/// </summary>
public sealed class BenchCommandTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static readonly string Goals = LabelledData.Training("goals/spanish");

    [Theory]
    [InlineData("analyze --short", "typical")]
    [InlineData("claims --short", "claims")]
    [InlineData("store --documents 200 --short", "rates")]
    [InlineData("ru", "week")]
    [InlineData("turns --turns 100 --students 10 --short", "bot")]
    [InlineData("restart --documents 100 --rounds 1", "firstTurnMilliseconds")]
    [InlineData("fanout --students 40 --classes 2 --tenants 2 --short", "fanout")]
    [InlineData("cheer --people 20 --processes 2 --short", "cheers")]
    [InlineData("summary --students 20 --short", "reads")]
    [InlineData("trust --documents 200 --short", "wiping")]
    [InlineData("import --rows 500", "import")]
    [InlineData("page --students 20 --short", "page")]
    [InlineData("chaos --rounds 1 --students 40 --tenants 2 --short", "Kills")]
    [InlineData("chaos-posts --rounds 1 --classes 2", "faults")]
    public async Task A_command_ends_with_one_JSON_object(string command, string figure) =>
        Assert.True((await RunAsync(command.Split(' '))).TryGetProperty(figure, out _));

    [CosmosFact]
    public async Task A_school_is_moved_whole() =>
        Assert.True(
            (await RunAsync("move", "--students", "60")).GetProperty("move").GetProperty("complete").GetBoolean()
        );

    [Fact]
    public async Task A_school_is_restored_whole()
    {
        var drill = (await RunAsync("drill", "--students", "60")).GetProperty("drill");

        Assert.True(drill.GetProperty("passed").GetBoolean());
        Assert.Equal(60, drill.GetProperty("people").GetInt32());
    }

    [Fact]
    public async Task A_week_of_a_year_is_shown_whole()
    {
        var figures = await RunAsync("growth", "--weeks", "1", "--students", "6");

        Assert.All(
            (string[])["student", "classroom"],
            of =>
            {
                Assert.Empty(figures.GetProperty(of).GetProperty("missing").EnumerateArray());
                Assert.InRange(figures.GetProperty(of).GetProperty("longestBytes").GetInt32(), 8 * 1024, 64 * 1024);
            }
        );
    }

    [Fact]
    public async Task What_is_read_is_scored() =>
        Assert.True((await RunAsync("coach", "--goals", Goals)).TryGetProperty("goals", out _));

    [Fact]
    public async Task What_is_read_with_a_model_beside_is_scored_by_the_same_figures()
    {
        await using var model = await ModelStub.StartAsync();
        model.Says(new { intent = "sharing", fits = true });
        string[] kinds = ["intents/talk3", "answers/talk3", "dates/dates-dev", "progress/talk3", "concerns/dev-real"];

        var figures = await RunAsync([
            "coach",
            "--model",
            model.Endpoint.ToString(),
            .. kinds.SelectMany(kind => new[] { $"--{kind.Split('/')[0]}", LabelledData.Training(kind) }),
        ]);

        Assert.All(kinds, kind => Assert.True(figures.TryGetProperty(kind.Split('/')[0], out _)));
        var asked = figures.GetProperty("model");
        Assert.Equal(model.Asked.Count, asked.GetProperty("sent").GetInt32());
        Assert.InRange(asked.GetProperty("used").GetInt32(), 1, asked.GetProperty("answered").GetInt32());
    }

    [Fact]
    public async Task Weights_are_fitted()
    {
        using var folder = new TemporaryFolder();
        foreach (var content in new[] { "concerns/dev", "concerns/dev-real", "goals/spanish" })
        {
            var file = folder.File($"{content}.jsonl");
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.Copy(LabelledData.Training(content), file);
        }

        var figures = await RunAsync("fit", "--data", folder.Path, "--out", folder.File("made.weights"));

        Assert.True(figures.GetProperty("lines").GetInt32() > 300);
        Assert.True(File.Exists(folder.File("made.weights")));
    }

    private static async Task<JsonElement> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo(
            Programs.Find("dotnet") ?? "dotnet",
            [Path.Combine(AppContext.BaseDirectory, "Bot.Bench.dll"), .. arguments]
        )
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var bench = Process.Start(start)!;
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            var output = await Task.WhenAll(
                bench.StandardOutput.ReadToEndAsync(patience.Token),
                bench.StandardError.ReadToEndAsync(patience.Token)
            );
            await bench.WaitForExitAsync(patience.Token);
            var last = output[0].TrimEnd().Split('\n')[^1];
            Assert.True(last.StartsWith('{') && output[1].Length == 0, string.Concat(output));
            return JsonElement.Parse(last);
        }
        finally
        {
            if (!bench.HasExited)
                bench.Kill(entireProcessTree: true);
        }
    }
}
