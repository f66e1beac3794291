using Milestones.Host.Packaging;

namespace Milestones.Tests.Packaging;

public sealed class MakeManifestTests
{
    private const string Id = "0f8b7c6d-5e4f-4a3b-9c2d-1e0f9a8b7c6d";

    [Theory]
    [InlineData("", "--app-id must be")]
    [InlineData("--app-id", "--app-id needs a value")]
    [InlineData("--app-id x --domain bot.school.example", "--app-id must be")]
    [InlineData("--app-id 00000000-0000-0000-0000-000000000000 --domain bot.school.example", "--app-id must be")]
    [InlineData($"--app-id {Id}", "--domain must be")]
    [InlineData($"--app-id {Id} --domain https://bot.school.example", "--domain must be")]
    [InlineData($"--app-id {Id} --domain bot.school.example/api", "--domain must be")]
    [InlineData($"--app-id {Id} --domain localhost", "--domain must be")] // Teams could not reach it
    [InlineData($"--app-id {Id} --domain 192.0.2.7", "--domain must be")]
    [InlineData(
        $"--app-id {Id} --domain bot.school.example --privacy http://school.example",
        "--privacy must be an https address"
    )]
    [InlineData($"--app-id {Id} --app-id {Id} --domain bot.school.example", "--app-id is given twice")]
    [InlineData($"--app-id {Id} --colour red", "There is no option --colour")]
    public void Wrong_options_are_named_and_the_right_ones_shown(string line, string message)
    {
        using var error = new StringWriter();

        var code = MakeManifest.Run(line.Split(' ', StringSplitOptions.RemoveEmptyEntries), TextWriter.Null, error);

        Assert.Equal(2, code);
        Assert.StartsWith(message, error.ToString(), StringComparison.Ordinal);
        Assert.Contains("make-manifest --app-id GUID", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_cannot_be_written_is_said_so()
    {
        using var error = new StringWriter();

        var code = MakeManifest.Run(
            ["--app-id", Id, "--domain", "bot.school.example", "--out", "/nowhere/at/all.zip"],
            TextWriter.Null,
            error
        );

        Assert.Equal(1, code);
        Assert.StartsWith("The package was not written: ", error.ToString(), StringComparison.Ordinal);
    }
}
