using System.Diagnostics.Metrics;
using System.Net;
using System.Text.Json;
using Microsoft.Azure.Cosmos;
using Microsoft.Extensions.Time.Testing;
using Milestones.Conversations;
using Milestones.Storage;
using Milestones.Storage.Cosmos;
using Milestones.Telemetry;
using Milestones.Tests.Support;

namespace Milestones.Tests.Storage;

/// <summary>What only the Cosmos DB store does: its items, its charges, and a service in trouble.</summary>
[Collection(CosmosGroup.Name)]
public sealed class CosmosStoreTests(CosmosEmulator emulator)
{
    private static readonly DateTimeOffset Monday = new(2026, 9, 14, 8, 0, 0, TimeSpan.Zero);
    private static readonly DocumentKey Key = new("anna", "head");

    private readonly LogLines<CosmosDocumentStore> _log = new();
    private readonly CancellationToken _none = CancellationToken.None;

    [CosmosFact]
    public async Task An_item_holds_the_document_as_JSON_beside_what_queries_ask_for()
    {
        var options = emulator.Fresh();
        using var store = await MadeAsync(options);
        await store.CreateAsync(
            Doc("""{"goal":"Übung"}""") with
            {
                WakeAt = Monday,
                ExpiresAt = Monday.AddHours(1),
            },
            _none
        );

        using var client = CosmosConnection.Client(options);
        using var response = await client
            .GetContainer(options.Database, options.Container)
            .ReadItemStreamAsync(Key.Id, new(Key.Partition));
        var item = (await JsonDocument.ParseAsync(response.Content)).RootElement;

        Assert.Equal("Übung", item.GetProperty("body").GetProperty("goal").GetString());
        Assert.Equal(Monday.ToUnixTimeMilliseconds(), item.GetProperty("wakeAt").GetInt64());
        Assert.Equal(Monday.AddHours(1).ToUnixTimeMilliseconds(), item.GetProperty("expiresAt").GetInt64());
        Assert.Equal(3600, item.GetProperty("ttl").GetInt32());
    }

    [CosmosFact]
    public async Task The_container_indexes_only_what_queries_ask_for_and_removes_what_expired()
    {
        var options = emulator.Fresh();
        using var client = CosmosConnection.Client(options);

        Assert.True(await CosmosContainer.CreateAsync(client, options, _none));
        Assert.False(await CosmosContainer.CreateAsync(client, options, _none));

        ContainerProperties made = await client.GetContainer(options.Database, options.Container).ReadContainerAsync();
        Assert.Equal("/pk", made.PartitionKeyPath);
        Assert.Equal(-1, made.DefaultTimeToLive);
        Assert.Equal(["/pk/?", "/wakeAt/?"], made.IndexingPolicy.IncludedPaths.Select(included => included.Path));
        Assert.Contains("/*", made.IndexingPolicy.ExcludedPaths.Select(excluded => excluded.Path));
    }

    [CosmosFact]
    public async Task Charges_are_summed_over_a_turn_and_go_on_the_metric()
    {
        using var store = await MadeAsync(emulator.Fresh());
        await store.PrepareAsync(_none);
        var measured = new List<(double Units, object? Operation)>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument == Measures.RequestCharge)
                    self.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<double>((_, units, tags, _) => measured.Add((units, tags[0].Value)));
        listener.Start();

        using var charge = RequestCharge.Begin();
        var created = await store.CreateAsync(Doc("{}"), _none);
        using (var inner = RequestCharge.Begin())
        {
            await store.GetManyAsync([Key, new("ben", "head")], _none);
            Assert.Equal(2, inner.Total); // the emulator charges 1 for anything
        }

        await store.ReplaceAsync(Doc("{}"), created.ETag!, _none);

        Assert.Equal(4, charge.Total);
        Assert.Equal([(1, "create"), (1, "read"), (1, "read"), (1, "replace")], measured);
    }

    [CosmosFact]
    public async Task A_short_shortage_of_request_units_is_waited_out()
    {
        var options = emulator.Fresh();
        await MadeAsync(options);
        using var throttle = Throttle(times: 2);
        using var store = Store(options, throttle);

        Assert.True((await store.CreateAsync(Doc("{}"), _none)).Written);
        Assert.Equal(2, throttle.Given);
    }

    [CosmosFact]
    public async Task A_lasting_shortage_of_request_units_is_named_and_acknowledges_nothing()
    {
        var options = emulator.Fresh();
        await MadeAsync(options);
        using var throttle = Throttle(times: 10);
        using var store = Store(options, throttle);

        var fault = await Assert.ThrowsAsync<StoreUnavailableException>(() => store.CreateAsync(Doc("{}"), _none));

        Assert.Contains("more request units than it has", fault.Message, StringComparison.Ordinal);
        Assert.True((await store.CreateAsync(Doc("{}"), _none)).Written);
        Assert.Collection(
            _log.All,
            line =>
                Assert.StartsWith(
                    "Error: The store is not available: Cosmos DB is asked for more",
                    line,
                    StringComparison.Ordinal
                ),
            line => Assert.Equal("Information: The store is available again.", line)
        );
    }

    [CosmosFact]
    public async Task A_missing_container_is_named_with_what_to_do_and_used_when_it_is_there()
    {
        var options = emulator.Fresh();
        using var store = Store(options);

        var fault = await Assert.ThrowsAsync<StoreUnavailableException>(() => store.GetAsync(Key, _none));
        Assert.Contains("does not exist. Make it once with: init-store", fault.Message, StringComparison.Ordinal);

        await MadeAsync(options);
        Assert.Null(await store.GetAsync(Key, _none));
    }

    [CosmosFact]
    public async Task A_container_with_another_partition_key_is_refused()
    {
        var options = emulator.Fresh();
        using var client = CosmosConnection.Client(options);
        Database database = await client.CreateDatabaseAsync(options.Database);
        await database.CreateContainerAsync(options.Container, "/tenant");
        using var store = Store(options);

        var fault = await Assert.ThrowsAsync<StoreUnavailableException>(() => store.PrepareAsync(_none));
        Assert.Contains("partitioned by /tenant, not by /pk", fault.Message, StringComparison.Ordinal);
    }

    [CosmosTheory]
    [InlineData(HttpStatusCode.Unauthorized, "", "does not accept the key")]
    [InlineData(HttpStatusCode.Forbidden, "", "Built-in Data Contributor")]
    [InlineData(HttpStatusCode.NotFound, "1003", "init-store")]
    // A replica that lags behind: not a missing document
    [InlineData(HttpStatusCode.NotFound, "1002", "answered 404, sub-status 1002")]
    [InlineData(HttpStatusCode.RequestTimeout, "", "does not answer at")]
    [InlineData(HttpStatusCode.ServiceUnavailable, "", "does not answer at")]
    [InlineData(HttpStatusCode.RequestEntityTooLarge, "", "larger than Cosmos DB takes")]
    [InlineData(HttpStatusCode.InternalServerError, "", "answered 500")]
    public async Task A_service_in_trouble_is_explained(HttpStatusCode status, string subStatus, string said)
    {
        var options = emulator.Fresh();
        await MadeAsync(options);
        using var trouble = new CannedAnswers(request =>
            IsDocuments(request) ? CannedAnswers.Cosmos(status, ("x-ms-substatus", subStatus)) : null
        );
        using var store = Store(options, trouble);

        var read = await Assert.ThrowsAsync<StoreUnavailableException>(() => store.GetAsync(Key, _none));
        var written = await Assert.ThrowsAsync<StoreUnavailableException>(() =>
            store.ReplaceAsync(Doc("{}"), "etag", _none)
        );

        Assert.Contains(said, read.Message, StringComparison.Ordinal);
        Assert.Contains(said, written.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_where_nobody_answers_is_named()
    {
        var options = new CosmosOptions
        {
            Endpoint = new($"http://127.0.0.1:{ChildProcess.FreePort()}/"),
            Key = "AAAA",
            Mode = ConnectionMode.Gateway,
        };
        using var store = Store(options);

        var fault = await Assert.ThrowsAsync<StoreUnavailableException>(() => store.GetAsync(Key, _none));

        Assert.Contains($"does not answer at {options.Endpoint}", fault.Message, StringComparison.Ordinal);
    }

    [CosmosFact]
    public async Task A_caller_that_gives_up_is_not_told_that_the_store_is_down()
    {
        using var store = await MadeAsync(emulator.Fresh());

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            store.GetAsync(Key, new CancellationToken(canceled: true))
        );
        Assert.Empty(_log.All);
    }

    private static Document Doc(string json) => new(Key, "person", System.Text.Encoding.UTF8.GetBytes(json));

    private static bool IsDocuments(HttpRequestMessage request) =>
        request.RequestUri!.AbsolutePath.Contains("/docs", StringComparison.Ordinal);

    /// <summary>Answers 429 so many times, as the service does.</summary>
    private static CannedAnswers Throttle(int times) =>
        new(request =>
            IsDocuments(request) && Interlocked.Decrement(ref times) >= 0
                ? CannedAnswers.Cosmos(
                    HttpStatusCode.TooManyRequests,
                    ("x-ms-retry-after-ms", "1"),
                    ("x-ms-substatus", "3200")
                )
                : null
        );

    private async Task<CosmosDocumentStore> MadeAsync(CosmosOptions options)
    {
        var client = CosmosConnection.Client(options);
        await CosmosContainer.CreateAsync(client, options, _none);
        return new(client, options, new FakeTimeProvider(Monday), _log);
    }

    private CosmosDocumentStore Store(CosmosOptions options, HttpMessageHandler? handler = null) =>
        new(CosmosConnection.Client(options, handler), options, new FakeTimeProvider(Monday), _log);
}
