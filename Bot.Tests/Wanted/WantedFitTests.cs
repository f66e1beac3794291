using System.Diagnostics;
using Milestones.Tests.Support;

namespace Milestones.Tests.Wanted;

public sealed class WantedFitTests
{
    private static readonly (string Text, string Where, string Intent)[] Said =
    [
        ("delete my goal", "nothing_open", "delete_goal"),
        ("who sees this", "nothing_open", "privacy"),
        ("borra mi meta", "nothing_open", "delete_goal"),
        ("with my cousin", "asked_plan", "answer"),
        ("no se que poner", "asked_plan", "refuse"),
    ];

    [Fact]
    public async Task The_same_lines_give_the_same_weights()
    {
        using var folder = new TemporaryFolder();
        string[] ends = ["please", "now", "ok", "today", "again", "hoy"];
        var intents = ends.SelectMany(end =>
            Said.Select(line =>
                $$"""{"id":"{{end}}","lang":"en","where":"{{line.Where}}","text":"{{line.Text}} {{end}}","intent":"{{line.Intent}}"}"""
            )
        );
        var answers = ends.SelectMany(end =>
            Said.Select(line =>
                $$$"""{"id":"{{{end}}}","lang":"en","asked":"plan","goal":"read","text":"{{{line.Text}}} {{{end}}}","today":"2026-09-16","expect":{"fits":{{{(line.Intent == "answer" ? "true" : "false")}}}}}"""
            )
        );
        await File.WriteAllLinesAsync(folder.File("intents.jsonl"), intents);
        await File.WriteAllLinesAsync(folder.File("answers.jsonl"), answers);

        var (first, second) = (await FitAsync(folder, "first"), await FitAsync(folder, "second"));

        Assert.Equal(first.Intents, second.Intents);
        Assert.Equal(first.Answers, second.Answers);
        Assert.NotEmpty(first.Answers);
    }

    private static async Task<(byte[] Intents, byte[] Answers)> FitAsync(TemporaryFolder folder, string name)
    {
        var output = Directory.CreateDirectory(folder.File(name)).FullName;
        var start = new ProcessStartInfo(
            Programs.Find("dotnet") ?? "dotnet",
            [
                Path.Combine(AppContext.BaseDirectory, "Bot.Bench.dll"),
                "fit-wanted",
                "--intents",
                folder.File("intents.jsonl"),
                "--answers",
                folder.File("answers.jsonl"),
                "--out",
                output,
            ]
        )
        {
            UseShellExecute = false,
            RedirectStandardError = true,
        };
        using var bench = Process.Start(start)!;
        var errors = await bench.StandardError.ReadToEndAsync();
        await bench.WaitForExitAsync();
        Assert.True(bench.ExitCode == 0, errors);
        return (
            await File.ReadAllBytesAsync(Path.Combine(output, "intents.weights")),
            await File.ReadAllBytesAsync(Path.Combine(output, "answers.weights"))
        );
    }
}
