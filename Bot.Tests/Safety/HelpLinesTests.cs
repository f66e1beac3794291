using System.Globalization;
using Milestones.Features.Safety;
using Milestones.Language.Concerns;

namespace Milestones.Tests.Safety;

public sealed class HelpLinesTests
{
    private static readonly HelpLines Shipped = HelpLines.Load(
        Path.Combine(AppContext.BaseDirectory, "helplines.json")
    );

    [Theory]
    [InlineData("US", nameof(Concern.SelfHarm), "988")]
    [InlineData("US", nameof(Concern.SelfHarm), "741741")]
    [InlineData("US", nameof(Concern.Abuse), "1-800-422-4453")]
    [InlineData("US", nameof(Concern.Substance), "1-800-662-4357")]
    [InlineData("US", nameof(Concern.Bullying), "stopbullying.gov")]
    [InlineData("us", nameof(Concern.Violence), "911")]
    [InlineData("MX", nameof(Concern.SelfHarm), "800 911 2000")]
    [InlineData("ES", nameof(Concern.Bullying), "900 018 018")]
    [InlineData("CA", nameof(Concern.SelfHarm), "9-8-8")]
    [InlineData("GB", nameof(Concern.Abuse), "0800 1111")]
    [InlineData("ZZ", nameof(Concern.Abuse), "local emergency number")]
    [InlineData(null, nameof(Concern.SelfHarm), "an adult you trust")]
    public void A_region_offers_its_lines_for_a_concern(string? region, string concern, string reach) =>
        Assert.Contains(
            Shipped.For(region, Enum.Parse<Concern>(concern)),
            line => line.Text.En.Contains(reach, StringComparison.Ordinal)
        );

    [Fact]
    public void Every_line_speaks_the_readers_language()
    {
        var line = Shipped.For("US", Concern.SelfHarm)[1];

        Assert.Contains("AYUDA", line.Text.In(CultureInfo.GetCultureInfo("es-MX")), StringComparison.Ordinal);
        Assert.Equal(line.Text.En, line.Text.In(CultureInfo.GetCultureInfo("fr-FR")));
    }

    [Fact]
    public void Nothing_is_offered_where_there_is_no_concern() => Assert.Empty(Shipped.For("US", Concern.None));

    private const string Line = """{"name":{"en":"a","es":"b"},"text":{"en":"c","es":"d"},"for":["any"]}""";

    [Theory]
    [InlineData("{", "helplines.json cannot be used")]
    [InlineData("""{"regions":{}}""", "the region \"*\", for students elsewhere, is missing")]
    [InlineData($$$"""{"regions":{"*":[{{{Line}}}],"usa":[{{{Line}}}]}}""", "\"usa\" is not a country code")]
    [InlineData(
        """{"regions":{"*":[{"name":{"en":"a","es":"b"},"text":{"en":"c","es":" "},"for":["any"]}]}}""",
        "region *, line 1: name and text are both needed"
    )]
    [InlineData(
        """{"regions":{"*":[{"name":{"en":"a","es":"b"},"text":{"en":"c","es":"d"},"for":["bulying"]}]}}""",
        "region *, line 1: \"bulying\" is no concern. Use abuse, bullying"
    )]
    [InlineData(
        """{"regions":{"*":[{"name":{"en":"a","es":"b"},"text":{"en":"c","es":"d"},"for":["abuse"]}]}}""",
        "region * has no line for"
    )]
    [InlineData("""{"regions":{"*":[{"name":{"en":"a"},"text":{"en":"c","es":"d"},"for":["any"]}]}}""", "es")]
    [InlineData($$$"""{"regions":{"*":[{{{Line}}}]},"regoins":{}}""", "regoins")]
    public void A_broken_file_says_where_and_how(string json, string message)
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("helplines").FullName, "helplines.json");
        File.WriteAllText(path, json);

        var fault = Assert.Throws<InvalidDataException>(() => HelpLines.Load(path));

        Assert.Contains(message, fault.Message, StringComparison.Ordinal);
        Assert.Contains(path, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_is_named() =>
        Assert.Contains(
            "nowhere.json",
            Assert.Throws<InvalidDataException>(() => HelpLines.Load("/nowhere.json")).Message,
            StringComparison.Ordinal
        );
}
