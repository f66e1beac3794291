using Microsoft.Playwright;

namespace Milestones.Tests.Support;

/// <summary>Both show a whole card above the compose box; Phone is as narrow as Teams on a phone.</summary>
internal enum ChatViewport
{
    Tall,
    Phone,
}

/// <summary>
/// A person at the chat window. Every wait is for something to be seen, up to 60 s; when it does not come, a screenshot
/// is
/// kept under <c>artifacts/screenshots</c> and the exception tells what the bot had said.
/// </summary>
internal sealed class ChatPage : IAsyncDisposable
{
    private static readonly float Patience = (float)TimeSpan.FromSeconds(60).TotalMilliseconds;

    /// <summary>
    /// The texts in the bot's messages that do not fit where they stand. What is typed into a line may be longer than
    /// it, and "..." is the client's own button.
    /// </summary>
    private const string CutOff = """
        () => [...document.querySelectorAll('.fai-OutputCard *')]
            .filter(e => e.innerText && e.innerText !== '...' && e.tagName !== 'TEXTAREA' && getComputedStyle(e).overflowX !== 'visible' && (e.scrollWidth > e.clientWidth + 1 || e.getBoundingClientRect().right > innerWidth))
            .map(e => e.innerText)
        """;

    private readonly PlaygroundServer _server;
    private readonly IPage _page;

    private ChatPage(PlaygroundServer server, IPage page) => (_server, _page) = (server, page);

    private ILocator BotMessages => _page.Locator(".fai-OutputCard");

    /// <inheritdoc cref="PlaygroundFixture.OpenAsync"/>
    public static async Task<ChatPage> OpenAsync(
        IBrowser browser,
        Uri messages,
        string? greeting,
        ChatViewport viewport,
        string? person
    )
    {
        var server = await PlaygroundServer.StartAsync(messages, person);
        try
        {
            var page = await browser.NewPageAsync(new() { ViewportSize = Size(viewport) });
            page.SetDefaultTimeout(Patience);
            var chat = new ChatPage(server, page);
            await page.GotoAsync(server.Address.ToString());
            await chat.Compose.WaitForAsync();
            // The log panel repeats what the bot sends; closed, everything that can be read is the chat.
            await page.GetByRole(AriaRole.Button, new() { Name = "Hide log panel" }).ClickAsync();
            if (viewport is ChatViewport.Phone) // the page itself was not made for one
            {
                await page.AddStyleTagAsync(
                    new()
                    {
                        Content =
                            "[role=toolbar] { display: none !important } div { min-width: 0 !important } "
                            + ".fai-OutputCard div { max-width: 296px !important }",
                    }
                );
            }

            if (greeting is not null)
                await chat.WaitForTextAsync(greeting);
            return chat;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Types a message and sends it.</summary>
    /// <returns>The bot's next message that contains <paramref name="expect"/>; without it, its next message.</returns>
    public Task<string> SayAsync(string text, string? expect = null) =>
        NextMessageAsync(
            expect,
            async () =>
            {
                await Compose.ClickAsync();
                await _page.Keyboard.InsertTextAsync(text);
                await _page.GetByRole(AriaRole.Button, new() { Name = "Send Message" }).ClickAsync();
            }
        );

    /// <summary>
    /// Taps the newest suggestion or card button with this title. What follows may be a message or a changed card, so
    /// wait for its text.
    /// </summary>
    public Task TapAsync(string title) =>
        KeptAsync(
            $"tap {title}",
            () => _page.GetByRole(AriaRole.Button, new() { Name = title, Exact = true }).Last.ClickAsync()
        );

    /// <summary>Taps, and waits for the bot's next message, as <see cref="SayAsync"/> does.</summary>
    public Task<string> TapAsync(string title, string expect) => NextMessageAsync(expect, () => TapAsync(title));

    /// <summary>Fills a text, number or date input of the newest card that has one with this label.</summary>
    public Task FillAsync(string label, string value) =>
        KeptAsync(
            $"fill {label}",
            () =>
                _page
                    .GetByRole(AriaRole.Textbox, new() { Name = label })
                    .Or(_page.GetByRole(AriaRole.Spinbutton, new() { Name = label }))
                    .Or(_page.GetByRole(AriaRole.Combobox, new() { Name = label }))
                    .Last.FillAsync(value)
        );

    /// <summary>
    /// Picks from the newest choice set with this label, whether it is drawn as a list or as buttons.
    /// </summary>
    public Task ChooseAsync(string label, string choice) =>
        KeptAsync(
            $"choose {choice} for {label}",
            async () =>
            {
                var list = _page.GetByRole(AriaRole.Combobox, new() { Name = label });
                var button = _page
                    .GetByRole(AriaRole.Radio, new() { Name = choice, Exact = true })
                    .Or(_page.GetByRole(AriaRole.Checkbox, new() { Name = choice, Exact = true }));
                await list.Or(button).Last.WaitForAsync();
                if (await list.CountAsync() > 0)
                {
                    await list.Last.ClickAsync();
                    await _page.GetByRole(AriaRole.Option, new() { Name = choice, Exact = true }).ClickAsync();
                }
                else
                {
                    await button.Last.CheckAsync();
                }
            }
        );

    /// <summary>Ticks the last box of the newest card that has one.</summary>
    public Task TickAsync() =>
        KeptAsync("tick a box", () => _page.GetByRole(AriaRole.Checkbox).Last.CheckAsync(new() { Force = true }));

    /// <summary>
    /// Goes to a channel of the team, or back to the personal chat. The first look at a channel adds the bot to its
    /// team.
    /// </summary>
    public Task GoToAsync(string conversation) =>
        KeptAsync(
            conversation,
            () => _page.GetByText(conversation, new() { Exact = true }).First.DispatchEventAsync("click")
        );

    /// <summary>Waits until a post in the open channel shows this text.</summary>
    public Task WaitForPostAsync(string text) =>
        KeptAsync($"a post with \"{text}\"", () => Posts(text).First.WaitForAsync());

    /// <summary>
    /// Taps again and again until a post shows this text: the bot may have to learn something first, and says so.
    /// </summary>
    public Task TapUntilPostAsync(string title, string text) =>
        KeptAsync(
            $"a post with \"{text}\" after {title}",
            async () =>
            {
                for (var tap = 1; ; tap++)
                {
                    await TapAsync(title);
                    try
                    {
                        await Posts(text).First.WaitForAsync(new() { Timeout = Patience / 20 });
                        return;
                    }
                    catch (TimeoutException) when (tap < 20) { }
                }
            }
        );

    /// <summary>The text of the bot's newest message, its card included.</summary>
    public Task<string> LastBotMessageAsync() =>
        KeptAsync("the bot's first message", () => BotMessages.Last.InnerTextAsync());

    /// <summary>How many messages of the bot are shown.</summary>
    public Task<int> CountBotMessagesAsync() => BotMessages.CountAsync();

    /// <summary>
    /// Waits until a message of the bot, an earlier one included, shows this text; upper and lower case and white space
    /// count for nothing.
    /// </summary>
    public Task WaitForTextAsync(string text) =>
        KeptAsync($"\"{text}\"", () => BotMessages.Filter(new() { HasText = text }).Last.WaitForAsync());

    /// <summary>Keeps what is seen as <c>artifacts/screenshots/NAME.png</c>.</summary>
    public Task ScreenshotAsync(string name) =>
        _page.ScreenshotAsync(
            new()
            {
                Path = Repository.Artifacts("screenshots", $"{name}.png"),
                Animations = ScreenshotAnimations.Disabled,
            }
        );

    /// <summary>
    /// Keeps what is seen, with the newest message in sight, and fails when part of a text of the bot is cut off, or a
    /// key or a placeholder
    /// stands in place of words.
    /// </summary>
    /// <returns>The text of the newest message.</returns>
    public async Task<string> LookAsync(string name)
    {
        await BotMessages.Last.ScrollIntoViewIfNeededAsync();
        await ScreenshotAsync(name);
        Assert.Empty(await _page.EvaluateAsync<string[]>(CutOff));
        var said = (await BotMessages.Last.InnerTextAsync()).Replace(
            "Your response was sent to the app",
            "",
            StringComparison.Ordinal
        );
        Assert.DoesNotMatch(@"\b[A-Z]\w+\.[A-Z]\w+|\{\w*\}", said);
        return said;
    }

    /// <summary>
    /// The window as dark as Teams' dark theme: the client here has none, so its colours are turned over, and pictures
    /// are not.
    /// </summary>
    public Task DarkAsync() =>
        _page.AddStyleTagAsync(
            new()
            {
                Content =
                    "html { filter: invert(.88) hue-rotate(180deg); background: #fff } "
                    + "img { filter: invert(1) hue-rotate(180deg) brightness(1.1) }",
            }
        );

    public async ValueTask DisposeAsync()
    {
        await _page.CloseAsync();
        await _server.DisposeAsync();
    }

    private static ViewportSize Size(ChatViewport viewport) =>
        new() { Width = viewport is ChatViewport.Phone ? 390 : 1400, Height = 1600 };

    private ILocator Posts(string text) => _page.GetByRole(AriaRole.Group).Filter(new() { HasText = text });

    private ILocator Compose => _page.Locator("[data-lexical-editor=true]").First;

    private Task<string> NextMessageAsync(string? expect, Func<Task> act) =>
        KeptAsync(
            expect is null ? "an answer" : $"an answer with \"{expect}\"",
            async () =>
            {
                var answers = expect is null ? BotMessages : BotMessages.Filter(new() { HasText = expect });
                var before = await answers.CountAsync();
                await act();
                var answer = answers.Nth(before);
                await answer.WaitForAsync();
                return await answer.InnerTextAsync();
            }
        );

    private async Task KeptAsync(string what, Func<Task> wait) =>
        await KeptAsync(
            what,
            async () =>
            {
                await wait();
                return true;
            }
        );

    private async Task<T> KeptAsync<T>(string what, Func<Task<T>> wait)
    {
        try
        {
            return await wait();
        }
        catch (TimeoutException timeout)
        {
            await ScreenshotAsync("missing");
            var said = string.Join(
                $"{Environment.NewLine}---{Environment.NewLine}",
                await BotMessages.AllInnerTextsAsync()
            );
            throw new TimeoutException(
                $"Waited for {what}; see artifacts/screenshots/missing.png. The bot had "
                    + $"said:{Environment.NewLine}{said}",
                timeout
            );
        }
    }
}
