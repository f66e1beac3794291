using Microsoft.Playwright;

namespace Milestones.Tests.Support;

/// <summary>One headless Chromium for every journey in the chat window; the journeys run one at a time.</summary>
public sealed class PlaygroundFixture : IAsyncLifetime
{
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async Task InitializeAsync()
    {
        if (PlaygroundFactAttribute.Missing is not null && !PlaygroundFactAttribute.Required)
            return;
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(
            new()
            {
                ExecutablePath = Programs.Chromium ?? "/usr/bin/chromium",
                Args =
                [
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    // Only decoration comes from outside. (Not by routing requests: with that, a fast bot's reply to
                    // the first channel post is not shown.)
                    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
                ],
            }
        );
    }

    /// <summary>A browser of its own for a page that is no chat: nothing is kept from one to the next.</summary>
    internal Task<IBrowserContext> NewBrowserAsync(BrowserNewContextOptions options) =>
        _browser!.NewContextAsync(options);

    public async Task DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
    }

    /// <summary>
    /// Opens the personal chat with the bot that takes messages at <paramref name="messages"/>, in a school nobody has
    /// used yet.
    /// </summary>
    /// <param name="greeting">
    /// What the bot says when it is added, which opening the page does: some text of it, waited for, so that it is not
    /// taken for the
    /// answer to the first message. Null for a bot that says nothing.
    /// </param>
    /// <param name="person">Who opens it, by a name of the school; null for Maya Ortiz.</param>
    internal Task<ChatPage> OpenAsync(
        Uri messages,
        string? greeting = null,
        ChatViewport viewport = ChatViewport.Tall,
        string? person = null
    ) => ChatPage.OpenAsync(_browser!, messages, greeting, viewport, person);

    /// <summary>A page of the bot's own, in a window of this size.</summary>
    internal Task<IPage> BrowseAsync(BrowserNewPageOptions window) => _browser!.NewPageAsync(window);
}

[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class PlaygroundJourneys : ICollectionFixture<PlaygroundFixture>
{
    public const string Name = "Playground journeys";
}
