using Microsoft.Extensions.Time.Testing;
using Milestones.Channel.Teams;
using Milestones.Tests.Support;

namespace Milestones.Tests.Teams;

public sealed class SigningKeysTests : IAsyncLifetime, IDisposable
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 9, 16, 10, 0, 0, TimeSpan.Zero));
    private readonly HttpClient _http = new();
    private TestTokens _tokens = null!;
    private SigningKeys _keys = null!;

    public async Task InitializeAsync()
    {
        _tokens = await TestTokens.StartAsync();
        _keys = new SigningKeys(_http, new Uri(_tokens.Metadata), _ => true, _clock, new LogLines<SigningKeys>());
    }

    public async Task DisposeAsync() => await _tokens.DisposeAsync();

    public void Dispose() => _http.Dispose();

    [Fact]
    public async Task Keys_are_asked_for_once()
    {
        for (var i = 0; i < 5; i++)
            Assert.True(await HasAsync("first"));

        Assert.Equal(1, _tokens.Requests);
    }

    [Fact]
    public async Task A_new_key_is_known_at_its_first_use()
    {
        Assert.False(await HasAsync("second"));
        _tokens.AddKey("second", "msteams");
        _clock.Advance(SigningKeys.AskAgainAfter);

        Assert.True((await _keys.GetNewerAsync(default))!.Keys.ContainsKey("second"));
    }

    [Fact]
    public async Task Unknown_keys_cannot_hammer_the_metadata_address()
    {
        await HasAsync("first");
        for (var i = 0; i < 50; i++)
            await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => _keys.GetNewerAsync(default).AsTask()));
        Assert.Equal(2, _tokens.Requests);

        _clock.Advance(SigningKeys.AskAgainAfter);
        for (var i = 0; i < 50; i++)
            await _keys.GetNewerAsync(default);
        Assert.Equal(3, _tokens.Requests);
    }

    [Fact]
    public async Task An_outage_keeps_the_last_good_keys()
    {
        await HasAsync("first");
        _tokens.IsDown = true;
        for (var day = 0; day < 3; day++)
        {
            _clock.Advance(TimeSpan.FromDays(1));
            await _keys.GetNewerAsync(default);
            Assert.True(await HasAsync("first"));
        }
    }

    [Fact]
    public async Task Old_keys_are_renewed_without_being_asked()
    {
        await HasAsync("first");
        _tokens.AddKey("second", "msteams");
        _tokens.RemoveKey("first");
        _clock.Advance(SigningKeys.RenewAfter);

        // The renewal runs beside the requests; joining it through an unknown key waits for it.
        await HasAsync("first");
        await _keys.GetNewerAsync(default);

        Assert.True(await HasAsync("second"));
        Assert.False(await HasAsync("first"));
    }

    [Fact]
    public async Task While_there_are_no_keys_the_address_is_asked_now_and_then()
    {
        _tokens.IsDown = true;
        for (var i = 0; i < 20; i++)
            Assert.Null(await _keys.GetAsync(default));
        Assert.Equal(1, _tokens.Requests);

        _tokens.IsDown = false;
        _clock.Advance(SigningKeys.FirstAskAgainAfter);
        Assert.True(await HasAsync("first"));
    }

    [Fact]
    public async Task Keys_at_an_address_that_is_not_allowed_are_not_taken()
    {
        var strict = new SigningKeys(
            _http,
            new Uri(_tokens.Metadata),
            address => address.Scheme == "https",
            _clock,
            new LogLines<SigningKeys>()
        );

        Assert.Null(await strict.GetAsync(default));
    }

    private async Task<bool> HasAsync(string keyId) => (await _keys.GetAsync(default))!.Keys.ContainsKey(keyId);
}
