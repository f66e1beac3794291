using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using Milestones.Conversations;
using Milestones.Storage;

namespace Milestones.Tests.Storage;

/// <summary>What every store promises. Each store has a class that inherits these tests.</summary>
public abstract class DocumentStoreContract : IAsyncLifetime
{
    private static readonly DateTimeOffset Monday = new(2026, 9, 14, 8, 0, 0, TimeSpan.Zero);

    private readonly CancellationToken _none = CancellationToken.None;

    private protected FakeTimeProvider Clock { get; } = new(Monday);

    private protected IDocumentStore Store { get; private set; } = null!;

    public async Task InitializeAsync() => Store = await OpenAsync();

    public Task DisposeAsync()
    {
        Store.Dispose();
        return Task.CompletedTask;
    }

    private protected abstract Task<IDocumentStore> OpenAsync();

    [StoreFact]
    public async Task What_was_created_is_read_back_as_it_was()
    {
        const string json =
            """{"name":"naïve 例 🎓 \"q\" \\ /","n":0.30000000000000004,"list":[1,null,{"deep":true}],"empty":{}}""";
        var document = Doc("anna", "head", json) with { WakeAt = Monday.AddHours(1), ExpiresAt = Monday.AddYears(1) };

        var written = await Store.CreateAsync(document, _none);
        var read = await Store.GetAsync(document.Key, _none);

        Assert.NotNull(read);
        Assert.Equal(written.ETag, read.ETag);
        Assert.True(JsonElement.DeepEquals(Json(document), Json(read.Document)), Text(read.Document));
        Assert.Equal(
            (document.Key, document.Kind, document.WakeAt, document.ExpiresAt),
            (read.Document.Key, read.Document.Kind, read.Document.WakeAt, read.Document.ExpiresAt)
        );
    }

    [StoreFact]
    public async Task What_was_never_written_is_absent()
    {
        await Store.CreateAsync(Doc("anna", "head"), _none);

        Assert.Null(await Store.GetAsync(new("anna", "other"), _none));
        Assert.Null(await Store.GetAsync(new("ben", "head"), _none));
    }

    [StoreFact]
    public async Task Creating_what_exists_is_a_conflict_and_changes_nothing()
    {
        await Store.CreateAsync(Doc("anna", "head", """{"v":1}"""), _none);

        var second = await Store.CreateAsync(Doc("anna", "head", """{"v":2}"""), _none);

        Assert.False(second.Written);
        Assert.Equal("""{"v":1}""", await TextAt("anna", "head"));
    }

    [StoreFact]
    public async Task The_same_id_in_another_partition_is_another_document()
    {
        await Store.CreateAsync(Doc("anna", "head", """{"of":"anna"}"""), _none);

        Assert.True((await Store.CreateAsync(Doc("ben", "head", """{"of":"ben"}"""), _none)).Written);
        Assert.Equal("""{"of":"anna"}""", await TextAt("anna", "head"));
    }

    [StoreFact]
    public async Task A_replace_with_the_ETag_that_was_read_is_written_and_gives_a_new_ETag()
    {
        var created = await Store.CreateAsync(Doc("anna", "head", """{"v":1}""") with { WakeAt = Monday }, _none);

        var replaced = await Store.ReplaceAsync(
            Doc("anna", "head", """{"v":2}""") with
            {
                WakeAt = Monday.AddDays(1),
            },
            created.ETag!,
            _none
        );
        var read = await Store.GetAsync(new("anna", "head"), _none);

        Assert.True(replaced.Written);
        Assert.NotEqual(created.ETag, replaced.ETag);
        Assert.Equal(replaced.ETag, read!.ETag);
        Assert.Equal("""{"v":2}""", Text(read.Document));
        Assert.Equal(Monday.AddDays(1), read.Document.WakeAt);
    }

    [StoreFact]
    public async Task A_replace_with_a_stale_ETag_is_a_conflict_and_changes_nothing()
    {
        var created = await Store.CreateAsync(Doc("anna", "head", """{"v":1}"""), _none);
        await Store.ReplaceAsync(Doc("anna", "head", """{"v":2}"""), created.ETag!, _none);

        Assert.False((await Store.ReplaceAsync(Doc("anna", "head", """{"v":3}"""), created.ETag!, _none)).Written);
        Assert.False((await Store.ReplaceAsync(Doc("anna", "head", """{"v":3}"""), "made up", _none)).Written);
        Assert.Equal("""{"v":2}""", await TextAt("anna", "head"));
    }

    [StoreFact]
    public async Task Replacing_what_is_not_there_is_a_conflict()
    {
        var created = await Store.CreateAsync(Doc("anna", "head"), _none);

        Assert.False((await Store.ReplaceAsync(Doc("anna", "other"), created.ETag!, _none)).Written);
        Assert.Null(await Store.GetAsync(new("anna", "other"), _none));
    }

    [StoreFact]
    public async Task An_ETag_never_comes_back_when_a_document_is_deleted_and_made_anew()
    {
        var first = await Store.CreateAsync(Doc("anna", "head"), _none);
        await Store.DeleteAsync(new("anna", "head"), null, _none);
        var second = await Store.CreateAsync(Doc("anna", "head"), _none);

        Assert.NotEqual(first.ETag, second.ETag);
        Assert.False((await Store.ReplaceAsync(Doc("anna", "head", """{"v":2}"""), first.ETag!, _none)).Written);
        Assert.False(await Store.DeleteAsync(new("anna", "head"), first.ETag, _none));
    }

    [StoreFact]
    public async Task Of_fifty_replaces_of_one_version_exactly_one_wins()
    {
        var created = await Store.CreateAsync(Doc("anna", "head"), _none);

        var results = await Task.WhenAll(
            Enumerable
                .Range(0, 50)
                .Select(i => Store.ReplaceAsync(Doc("anna", "head", $$"""{"v":{{i}}}"""), created.ETag!, _none))
        );

        Assert.Single(results, result => result.Written);
    }

    [StoreFact]
    public async Task Of_fifty_creates_of_one_id_exactly_one_wins()
    {
        var results = await Task.WhenAll(
            Enumerable.Range(0, 50).Select(i => Store.CreateAsync(Doc("anna", "head", $$"""{"v":{{i}}}"""), _none))
        );

        Assert.Single(results, result => result.Written);
    }

    [StoreFact]
    public async Task Eight_writers_that_retry_on_conflict_lose_no_increment()
    {
        await Store.CreateAsync(Doc("anna", "counter", """{"n":0}"""), _none);

        await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(_ =>
                    Task.Run(async () =>
                    {
                        for (var done = 0; done < 20; )
                        {
                            var read = await Store.GetAsync(new("anna", "counter"), _none);
                            var next =
                                int.Parse(
                                    Text(read!.Document)[5..^1],
                                    System.Globalization.CultureInfo.InvariantCulture
                                ) + 1;
                            if (
                                (
                                    await Store.ReplaceAsync(
                                        Doc("anna", "counter", $$"""{"n":{{next}}}"""),
                                        read.ETag,
                                        _none
                                    )
                                ).Written
                            )
                            {
                                done++;
                            }
                        }
                    })
                )
        );

        Assert.Equal("""{"n":160}""", await TextAt("anna", "counter"));
    }

    [StoreFact]
    public async Task A_delete_takes_the_document_away_once()
    {
        await Store.CreateAsync(Doc("anna", "head"), _none);

        Assert.True(await Store.DeleteAsync(new("anna", "head"), null, _none));
        Assert.False(await Store.DeleteAsync(new("anna", "head"), null, _none));
        Assert.Null(await Store.GetAsync(new("anna", "head"), _none));
    }

    [StoreFact]
    public async Task A_delete_with_an_ETag_takes_only_that_version()
    {
        var created = await Store.CreateAsync(Doc("anna", "head"), _none);
        var replaced = await Store.ReplaceAsync(Doc("anna", "head"), created.ETag!, _none);

        Assert.False(await Store.DeleteAsync(new("anna", "head"), created.ETag, _none));
        Assert.False(await Store.DeleteAsync(new("anna", "head"), "made up", _none));
        Assert.True(await Store.DeleteAsync(new("anna", "head"), replaced.ETag, _none));
    }

    [StoreFact]
    public async Task Many_are_read_at_once_and_missing_ones_are_left_out()
    {
        await Store.CreateAsync(Doc("anna", "head", """{"of":"anna"}"""), _none);
        await Store.CreateAsync(Doc("ben", "head", """{"of":"ben"}"""), _none);

        var found = await Store.GetManyAsync(
            [new("ben", "head"), new("cleo", "head"), new("anna", "head"), new("anna", "none")],
            _none
        );

        Assert.Equal(
            ["""{"of":"anna"}""", """{"of":"ben"}"""],
            found.Select(read => Text(read.Document)).Order(StringComparer.Ordinal)
        );
        Assert.Empty(await Store.GetManyAsync([], _none));
    }

    [StoreFact]
    public async Task A_list_holds_one_partition_one_prefix_by_id_and_goes_on_after_an_id()
    {
        foreach (
            var id in new[]
            {
                "reflection:2026-W38",
                "reflection:2026-W37",
                "reflection:2026-W39",
                "reflection",
                "reflections",
                "goal:1",
                "Reflection:2026-W40",
                "reflection:",
            }
        )
        {
            await Store.CreateAsync(Doc("anna", id), _none);
        }

        await Store.CreateAsync(Doc("ben", "reflection:2026-W30"), _none);

        Assert.Equal(["reflection:", "reflection:2026-W37"], await Ids("anna", "reflection:", null, 2));
        Assert.Equal(
            ["reflection:2026-W38", "reflection:2026-W39"],
            await Ids("anna", "reflection:", "reflection:2026-W37", 10)
        );
        Assert.Equal(["reflection:", "reflection:2026-W37"], await Ids("anna", "reflection:", "goal:1", 2));
        Assert.Equal(["Reflection:2026-W40", "goal:1", "reflection"], await Ids("anna", "", null, 3));
        Assert.Empty(await Ids("anna", "reflection:", "reflection:2026-W39", 10));
        Assert.Empty(await Ids("cleo", "", null, 10));
    }

    [StoreFact]
    public async Task Due_are_the_documents_whose_moment_has_come_the_longest_waiting_first()
    {
        await Store.CreateAsync(Doc("anna", "head") with { WakeAt = Monday.AddMinutes(-1) }, _none);
        await Store.CreateAsync(Doc("ben", "head") with { WakeAt = Monday.AddMinutes(-3) }, _none);
        await Store.CreateAsync(Doc("cleo", "head") with { WakeAt = Monday }, _none);
        await Store.CreateAsync(Doc("dora", "head") with { WakeAt = Monday.AddMilliseconds(1) }, _none);
        await Store.CreateAsync(Doc("emil", "head"), _none);

        Assert.Equal(["ben", "anna", "cleo"], await Due(Monday, 10));
        Assert.Equal(["ben", "anna"], await Due(Monday, 2));
        Assert.Equal(["ben", "anna", "cleo", "dora"], await Due(Monday.AddMilliseconds(1), 10));
    }

    [StoreFact]
    public async Task Looking_goes_on_where_a_page_ended()
    {
        await Store.CreateAsync(Doc("anna", "head") with { WakeAt = Monday.AddMinutes(-1) }, _none);
        await Store.CreateAsync(Doc("ben", "head") with { WakeAt = Monday.AddMinutes(-3) }, _none);
        await Store.CreateAsync(Doc("cleo", "head") with { WakeAt = Monday }, _none);

        var page = await Store.DueAsync(DateTimeOffset.MinValue, Monday, 2, _none);

        Assert.Equal(
            [("ben", Monday.AddMinutes(-3)), ("anna", Monday.AddMinutes(-1))],
            page.Select(due => (due.Key.Partition, due.WakeAt))
        );
        Assert.Equal(["anna", "cleo"], await Due(Monday, 2, from: page[^1].WakeAt));
        Assert.Equal(["cleo"], await Due(Monday, 2, from: page[^1].WakeAt.AddMilliseconds(1)));
    }

    [StoreFact]
    public async Task A_moment_between_two_milliseconds_is_due_at_the_later_one()
    {
        await Store.CreateAsync(Doc("anna", "head") with { WakeAt = Monday.AddTicks(1) }, _none);

        Assert.Empty(await Due(Monday, 10));
        Assert.Equal(["anna"], await Due(Monday.AddMilliseconds(1), 10));
    }

    [StoreFact]
    public async Task A_document_that_no_longer_wants_to_be_woken_is_not_due()
    {
        var created = await Store.CreateAsync(Doc("anna", "head") with { WakeAt = Monday }, _none);
        await Store.ReplaceAsync(Doc("anna", "head"), created.ETag!, _none);

        Assert.Empty(await Due(Monday.AddYears(1), 10));
    }

    [StoreFact]
    public async Task An_expired_document_is_absent_from_every_answer()
    {
        await Store.CreateAsync(Doc("anna", "head") with { WakeAt = Monday, ExpiresAt = Monday.AddDays(1) }, _none);

        Clock.SetUtcNow(Monday.AddDays(1).AddMilliseconds(-1));
        Assert.NotNull(await Store.GetAsync(new("anna", "head"), _none));

        Clock.SetUtcNow(Monday.AddDays(1));
        Assert.Null(await Store.GetAsync(new("anna", "head"), _none));
        Assert.Empty(await Store.GetManyAsync([new("anna", "head")], _none));
        Assert.Empty(await Ids("anna", "", null, 10));
        Assert.Empty(await Due(Monday.AddDays(1), 10));
    }

    [StoreFact]
    public async Task An_expired_document_makes_room_for_a_new_one()
    {
        await Store.CreateAsync(Doc("anna", "head", """{"v":1}""") with { ExpiresAt = Monday.AddDays(1) }, _none);
        Clock.SetUtcNow(Monday.AddDays(2));

        Assert.True((await Store.CreateAsync(Doc("anna", "head", """{"v":2}"""), _none)).Written);
        Assert.Equal("""{"v":2}""", await TextAt("anna", "head"));
    }

    [StoreFact]
    public async Task A_key_that_some_store_would_refuse_is_refused_by_every_store()
    {
        foreach (var id in new[] { "", "a/b", "a\\b", "a?b", "a#b", "a\nb", new string('x', 256) })
        {
            await Assert.ThrowsAsync<ArgumentException>(() => Store.CreateAsync(Doc("anna", id), _none));
            await Assert.ThrowsAsync<ArgumentException>(() => Store.CreateAsync(Doc(id, "head"), _none));
        }

        await Assert.ThrowsAsync<ArgumentException>(() => Store.CreateAsync(Doc("anna", "a%2Fb"), _none));
        foreach (var id in new[] { "goal:a b+c", "';\"", "né例🎓", "@.,=&$!(){}[]|^~`<>*", new string('x', 255) })
        {
            var odd = new DocumentKey(id, id);
            Assert.True((await Store.CreateAsync(new(odd, "archive", "{}"u8.ToArray()), _none)).Written, id);
            var read = await Store.GetAsync(odd, _none);
            Assert.True(odd == read?.Document.Key, id);
        }
    }

    [StoreFact]
    public async Task A_partition_may_hold_escaped_signs()
    {
        await Store.CreateAsync(Doc("class:tenant:19%3Aabc%40thread.tacv2", "head", """{"of":"class"}"""), _none);
        await Store.CreateAsync(Doc("class:tenant:19:abc@thread.tacv2", "head"), _none);

        Assert.Equal("""{"of":"class"}""", await TextAt("class:tenant:19%3Aabc%40thread.tacv2", "head"));
        Assert.Equal(["head"], await Ids("class:tenant:19%3Aabc%40thread.tacv2", "", null, 10));
    }

    [StoreFact]
    public async Task A_document_of_64_KB_is_kept()
    {
        var json = $$"""{"text":"{{new string('é', 32 * 1024)}}"}""";
        await Store.CreateAsync(Doc("anna", "head", json), _none);

        Assert.Equal(json, await TextAt("anna", "head"));
    }

    [StoreFact]
    public async Task A_scan_meets_every_document_once_over_its_pages()
    {
        foreach (var key in Enumerable.Range(0, 25).Select(i => new DocumentKey($"student{i % 4}", $"item{i}")))
            await Store.CreateAsync(Doc(key.Partition, key.Id), _none);
        await Store.CreateAsync(Doc("gone", "head") with { ExpiresAt = Monday.AddDays(-1) }, _none);

        var met = new List<DocumentKey>();
        string? bookmark = null;
        do
        {
            var page = await Store.ScanAsync(bookmark, 7, _none);
            Assert.True(page.Documents.Count <= 7);
            met.AddRange(page.Documents.Select(read => read.Document.Key));
            bookmark = page.Bookmark;
        } while (bookmark is not null);

        Assert.Equal(25, met.Count);
        Assert.Equal(25, met.Distinct().Count());
    }

    private protected static Document Doc(string partition, string id, string json = "{}") =>
        new(new(partition, id), "person", Encoding.UTF8.GetBytes(json));

    private static JsonElement Json(Document document) => JsonDocument.Parse(document.Json).RootElement;

    private protected static string Text(Document document) => Encoding.UTF8.GetString(document.Json.Span);

    private async Task<string> TextAt(string partition, string id) =>
        Text((await Store.GetAsync(new(partition, id), _none))!.Document);

    private async Task<IEnumerable<string>> Ids(string partition, string prefix, string? after, int limit) =>
        (await Store.ListAsync(partition, prefix, after, limit, _none)).Select(read => read.Document.Key.Id);

    private async Task<IEnumerable<string>> Due(DateTimeOffset now, int limit, DateTimeOffset? from = null) =>
        (await Store.DueAsync(from ?? DateTimeOffset.MinValue, now, limit, _none)).Select(due => due.Key.Partition);
}
