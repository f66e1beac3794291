using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Milestones.Conversations;
using Milestones.Storage;
using Milestones.Storage.Cosmos;

namespace Milestones.Tests.Storage;

/// <summary>How a document becomes an item and one again, without a service.</summary>
public sealed class CosmosItemTests
{
    private static readonly DateTimeOffset Monday = new(2026, 9, 14, 8, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(599)]
    [InlineData(600)]
    [InlineData(8_000)]
    [InlineData(64_000)]
    public void A_document_comes_back_as_it_was_to_the_byte(int words)
    {
        var json = Encoding.UTF8.GetBytes($$"""{"goal":"{{new string('ü', words / 2)}}","now":1.50}""");
        var read = CosmosItem.Read(Stored(json));

        Assert.Equal(json, read.Document.Json.ToArray());
        Assert.Equal(Monday, read.Document.WakeAt);
    }

    [Fact]
    public void A_long_document_is_packed_and_a_short_one_can_be_read_in_the_portal()
    {
        var text = string.Join(' ', Enumerable.Range(0, 500).Select(n => $"step {n} of my plan"));

        var packed = Stored(Encoding.UTF8.GetBytes($$"""{"plan":"{{text}}"}"""));
        Assert.False(packed.TryGetProperty("body", out _));
        Assert.InRange(packed.GetRawText().Length, 1, text.Length / 3);

        Assert.Equal(
            "read",
            Stored("""{"plan":"read"}"""u8.ToArray()).GetProperty("body").GetProperty("plan").GetString()
        );
    }

    [Theory]
    [InlineData("packed", "\"AAAA\"", "what was packed")]
    [InlineData("packed", "\"not base64!\"", "base64")]
    [InlineData("length", "7", "its length")]
    [InlineData("length", "-1", "a length that is none")]
    [InlineData("length", "2000000000", "a length that claims all memory")]
    public void A_damaged_item_is_refused_with_a_word_on_what_to_do(string field, string damage, string what)
    {
        var item = JsonNode.Parse(
            Stored(Encoding.UTF8.GetBytes($$"""{"goal":"{{new string('a', 2000)}}"}""")).GetRawText()
        )!;
        item[field] = JsonNode.Parse(damage);

        var refused = Assert.Throws<StoreUnavailableException>(() =>
            CosmosItem.Read(JsonElement.Parse(item.ToJsonString()))
        );
        Assert.True(refused.Message.Contains("Restore it from a backup", StringComparison.Ordinal), what);
    }

    private static JsonElement Stored(byte[] json)
    {
        using var item = CosmosItem.Write(
            new Document(new DocumentKey("person:t:o", "head"), "person", json, Monday),
            Monday
        );
        var node = JsonNode.Parse(item)!;
        node["_etag"] = "1";
        return JsonElement.Parse(node.ToJsonString());
    }
}
