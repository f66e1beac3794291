using Milestones.Reading;
using Milestones.Tests.Support;

namespace Milestones.Tests.Reading;

/// <summary>What cannot work, or would send words unprotected, does not start.</summary>
public sealed class ModelOptionsCheckTests
{
    [Theory]
    [InlineData(null, "", "", false, null)]
    [InlineData("https://school.openai.azure.com/openai/v1/", "gpt", "k", false, null)]
    [InlineData("https://school.openai.azure.com/openai/v1/", "gpt", "", true, null)]
    [InlineData("http://localhost:11434/v1/", "llama", "", false, null)]
    [InlineData("http://127.0.0.1:11434/v1/", "llama", "k", false, null)]
    [InlineData(null, "gpt", "", false, "Endpoint")]
    [InlineData(null, "", "k", false, "Endpoint")]
    [InlineData("http://models.school.example/v1/", "gpt", "k", false, "https")]
    [InlineData("https://user:pass@school.example/v1/", "gpt", "k", false, "https")]
    [InlineData("https://school.example/v1/?key=1", "gpt", "k", false, "https")]
    [InlineData("/v1/", "gpt", "k", false, "https")]
    [InlineData("https://school.example/v1/", "", "k", false, "Name")]
    [InlineData("https://school.example/v1/", "gpt", "", false, "Key")]
    [InlineData("https://school.example/v1/", "gpt", "k", true, "Keep one")]
    public void Settings_say_what_is_wrong_with_them(
        string? endpoint,
        string name,
        string key,
        bool identity,
        string? problem
    )
    {
        var result = new ModelOptionsCheck().Validate(
            null,
            new()
            {
                Endpoint = endpoint is null ? null : new Uri(endpoint, UriKind.RelativeOrAbsolute),
                Name = name,
                Key = key,
                Identity = identity,
            }
        );
        if (problem is null)
            Assert.True(result.Succeeded, result.FailureMessage);
        else
            Assert.Contains(problem, Assert.Single(result.Failures!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bot_with_settings_that_cannot_work_does_not_start()
    {
        var stopped = await Assert.ThrowsAsync<Microsoft.Extensions.Options.OptionsValidationException>(() =>
            BotFixture.StartAsync(settings: "--Reading:Model:Endpoint=http://models.school.example/v1/")
        );
        Assert.Contains("Reading:Model", stopped.Message, StringComparison.Ordinal);
    }
}
