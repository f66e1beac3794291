using Deque.AxeCore.Playwright;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;
using Milestones.Conversations;
using Milestones.Localization;
using Milestones.Pages;
using Milestones.Pages.Visiting;
using Milestones.School;
using Milestones.Storage;
using Milestones.Tests.Support;

namespace Milestones.Tests.Pages;

/// <summary>
/// Pages in a real browser: inside a frame like that of Teams, in its themes, on a phone, without a mouse.
/// </summary>
[Collection(PlaygroundJourneys.Name)]
public sealed class TabBrowserJourneys(PlaygroundFixture browser) : IAsyncLifetime, IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 11, 25, 15, 0, 0, TimeSpan.Zero);

    private readonly TemporaryFolder _folder = new();
    private readonly SchoolYear _year = new(24, Now, weeks: 20);
    private readonly RunningClock _clock = new(Now);
    private TestEntra _entra = null!;
    private TeamsFrame _teams = null!;

    public async Task InitializeAsync()
    {
        _entra = await TestEntra.StartAsync();
        _teams = await TeamsFrame.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await _teams.DisposeAsync();
        await _entra.DisposeAsync();
    }

    public void Dispose() => _folder.Dispose();

    [PlaygroundFact]
    public async Task A_teachers_tab_signs_in_by_itself_and_shows_the_class_of_its_team()
    {
        await using var bot = await StartAsync([.. _entra.Settings]);
        await using var window = await browser.NewBrowserAsync(new());
        var page = await InTeamsAsync(window, TestEntra.Sign(Token(SchoolYear.Teacher)), team: _year.Classroom.TeamId);

        await page.GotoAsync(_teams.Around($"{Address(bot)}tab/class?theme=dark").ToString());
        var tab = page.FrameLocator("#tab");
        await tab.GetByRole(AriaRole.Heading, new() { Name = "Grade 8 Math", Level = 1 }).WaitForAsync();

        Assert.Equal("dark", await tab.Locator("html").GetAttributeAsync("data-theme"));
        await tab.GetByRole(AriaRole.Link, new() { Name = "Ben Brooks" }).First.ClickAsync();
        await tab.GetByRole(AriaRole.Heading, new() { Name = "Ben Brooks" }).WaitForAsync();
        await page.Frames[1].EvaluateAsync("changeTheme('contrast')");
        Assert.Equal("contrast", await tab.Locator("html").GetAttributeAsync("data-theme"));

        // The cookie is the frame's alone, and no script sees it.
        Assert.Equal("", await page.Frames[1].EvaluateAsync<string>("document.cookie"));
        var cookie = Assert.Single(await window.CookiesAsync());
        Assert.True(cookie is { HttpOnly: true, Secure: true, SameSite: SameSiteAttribute.None }, cookie.Name);
    }

    [PlaygroundFact]
    public async Task A_tab_that_Teams_says_nothing_of_says_so()
    {
        await using var bot = await StartAsync([.. _entra.Settings]);
        await using var window = await browser.NewBrowserAsync(new());
        foreach (var token in new[] { "", "abc" })
        {
            var page = await InTeamsAsync(window, token);
            await page.GotoAsync(_teams.Around($"{Address(bot)}tab/me").ToString());
            await page.FrameLocator("#tab").GetByText("could not agree on who you are").WaitForAsync();
        }

        var alone = await window.NewPageAsync();
        await alone.GotoAsync($"{Address(bot)}page");
        await alone.GetByText("Open this page in Teams.").WaitForAsync();
        Assert.Empty(await window.CookiesAsync());
    }

    [PlaygroundFact]
    public async Task Another_site_cannot_frame_a_page()
    {
        await using var bot = await StartAsync([
            "--environment=Production",
            $"--Bot:AppId={TestEntra.AppId}",
            "--Bot:AppPassword=x",
            $"--Bot:TenantId={SchoolYear.Tenant}",
        ]);
        await using var window = await browser.NewBrowserAsync(new());
        var page = await window.NewPageAsync();
        var refused = page.WaitForConsoleMessageAsync(
            new() { Predicate = message => message.Text.Contains("frame-ancestors", StringComparison.Ordinal) }
        );

        await page.GotoAsync(_teams.Around($"{Address(bot)}page").ToString());

        await refused;
    }

    [PlaygroundFact]
    public async Task Every_page_is_for_everybody_in_every_theme_and_width()
    {
        await using var bot = await StartAsync(["--School:Administrators:0=head"]);
        var links = bot.Services.GetRequiredService<LocalLinks>();
        foreach (
            var (name, who, language, paths) in new (string, PersonId, string, string[])[]
            {
                (
                    "teacher",
                    SchoolYear.Teacher,
                    "en-US",
                    [
                        ClassPages.Address(_year.Classroom.Key),
                        $"{ClassPages.Address(_year.Classroom.Key)}/student/{_year.Students[1].Id.ObjectId}",
                        $"{ClassPages.Address(_year.Classroom.Key)}/import",
                        $"{ClassPages.Address(_year.Classroom.Key)}/review",
                        "/page/class",
                        "/page/class/none",
                    ]
                ),
                ("student", _year.Students[2].Id, "en-US", [MinePages.Path]),
                ("youngest", _year.Students[5].Id, "en-US", [MinePages.Path]),
                ("spanish", _year.Students[8].Id, "es-MX", [MinePages.Path]),
                (
                    "head",
                    new PersonId(SchoolYear.Tenant, "head"),
                    "en-US",
                    [
                        SchoolFiguresPages.Path,
                        $"{SchoolFiguresPages.Path}/{DocumentKeys.SchoolMark("Lincoln")}",
                        $"{SchoolFiguresPages.Path}/{DocumentKeys.SchoolMark("Roosevelt")}",
                    ]
                ),
                ("nobody", new PersonId(SchoolYear.Tenant, "x"), "es-MX", [MinePages.Path, "/page/open/x", "/tab/me"]),
            }
        )
        {
            await using var window = await browser.NewBrowserAsync(
                new() { Locale = language, ReducedMotion = ReducedMotion.Reduce }
            );
            var page = await window.NewPageAsync();
            List<string> troubles = [];
            page.Console += (_, message) =>
            {
                // Microsoft's script asks for a newer list of Teams' hosts than its own: the policy lets it ask nobody.
                if (
                    message.Type == "error"
                    && !message.Text.Contains("status of 4", StringComparison.Ordinal)
                    && !message.Text.Contains("res.cdn.office.net", StringComparison.Ordinal)
                )
                {
                    troubles.Add(message.Text);
                }
            };
            await page.GotoAsync(new Uri(Address(bot), links.Of(who)).ToString());
            foreach (var (index, path) in paths.Index())
            {
                foreach (var theme in (string[])["default", "dark", "contrast"])
                {
                    await LookAsync(page, $"{Address(bot)}{path[1..]}?theme={theme}", $"{name}-{index}-{theme}");
                }
            }

            Assert.Empty(troubles);
        }
    }

    [PlaygroundFact]
    public async Task Home_reads_its_page_in_every_theme_and_width()
    {
        await using var bot = await StartAsync([]);
        foreach (var (number, language) in new[] { (2, "en"), (8, "es") })
        {
            var student = _year.Students[number];
            var (link, token) = FamilyLink.New(student.Id, Guid.NewGuid(), Now, language);
            await ChangeAsync(
                bot.Services.GetRequiredService<IDocumentStore>(),
                number,
                person =>
                    person with
                    {
                        Family = link with { Goals = [.. person.Goals.Select(goal => goal.Id)], ShowsWeeks = true },
                    }
            );
            await using var window = await browser.NewBrowserAsync(new() { Locale = "en-US" });
            var page = await window.NewPageAsync();
            foreach (var theme in (string[])["default", "dark", "contrast"])
            {
                var address = $"{Address(bot)}home/{token}?theme={theme}";
                await LookAsync(page, address, $"home-ask-{theme}");
                await LookAsync(page, address, $"home-{language}-{theme}", "See the goals");
            }
        }
    }

    [PlaygroundFact]
    public async Task The_keyboard_alone_reaches_everything_in_its_order()
    {
        await using var bot = await StartAsync([]);
        await using var window = await browser.NewBrowserAsync(new());
        var page = await window.NewPageAsync();
        await page.GotoAsync(
            new Uri(Address(bot), bot.Services.GetRequiredService<LocalLinks>().Of(SchoolYear.Teacher)).ToString()
        );
        var focusable = await page.EvaluateAsync<int>(
            "[...document.querySelectorAll('a[href], button, select, summary, [tabindex=\"0\"]')]"
                + ".filter(one => one.checkVisibility()).length"
        );

        HashSet<string> reached = [];
        for (var tab = 0; tab < focusable; tab++)
        {
            await page.Keyboard.PressAsync("Tab");
            var where = await page.EvaluateAsync<string>(
                "(() => { const e = document.activeElement; const r = e.getBoundingClientRect(); "
                    + "return `${e.tagName} ${e.textContent.trim().slice(0, 30)} ${Math.round(r.x)} "
                    + "${Math.round(r.y + scrollY)} "
                    + "${getComputedStyle(e).outlineStyle}`; })()"
            );
            Assert.EndsWith(" solid", where, StringComparison.Ordinal); // it is seen where one is
            reached.Add(where);
        }

        Assert.InRange(reached.Count, focusable - 1, focusable);
        await page.GetByText("As a table").First.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.GetByRole(AriaRole.Columnheader, new() { Name = "Week", Exact = true }).First.WaitForAsync();
    }

    [PlaygroundFact]
    public async Task The_list_of_goals_is_narrowed_by_what_is_chosen()
    {
        await using var bot = await StartAsync([]);
        await using var window = await browser.NewBrowserAsync(new());
        var page = await window.NewPageAsync();
        await page.GotoAsync(
            new Uri(Address(bot), bot.Services.GetRequiredService<LocalLinks>().Of(SchoolYear.Teacher)).ToString()
        );
        var rows = page.GetByRole(AriaRole.Region, new() { Name = "Shared goals" }).GetByRole(AriaRole.Row);
        var all = await rows.CountAsync();

        await page.GetByRole(AriaRole.Combobox, new() { Name = "Kind" }).SelectOptionAsync("Behavior");
        await page.WaitForURLAsync(address => address.Contains("area=Behavior", StringComparison.Ordinal));

        Assert.InRange(await rows.CountAsync(), 2, all - 1);
        Assert.DoesNotContain("Academic", await rows.Nth(1).InnerTextAsync(), StringComparison.Ordinal);
    }

    /// <summary>
    /// Axe finds nothing, nothing is wider than the page at 320 px or at twice the size, and all are kept as pictures.
    /// </summary>
    /// <param name="button">What opens the page that is meant; null where the address does.</param>
    private static async Task LookAsync(IPage page, string address, string name, string? button = null)
    {
        await page.SetViewportSizeAsync(1100, 900);
        await page.GotoAsync(address);
        if (button is not null)
        {
            await page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();
            await page.GetByRole(AriaRole.Heading, new() { Name = "Good to ask at home" })
                .Or(page.GetByRole(AriaRole.Heading, new() { Name = "Buenas preguntas en casa" }))
                .WaitForAsync();
        }

        var found = await page.RunAxe();
        Assert.True(
            found.Violations.Length == 0,
            $"{name}: {string.Join("; ", found.Violations.Select(one => $"{one.Id} {one.Nodes[0].Html}"))}"
        );
        await PictureAsync(page, $"{name}-wide");
        foreach (var (width, size) in new[] { (390, 100), (320, 100), (640, 200) })
        {
            await page.SetViewportSizeAsync(width, 900);
            await page.EvaluateAsync($"document.documentElement.style.zoom = '{size}%'");
            var over = await page.EvaluateAsync<int>(
                "document.documentElement.scrollWidth - document.documentElement.clientWidth"
            );
            Assert.True(over <= 0, $"{name} is {over} px too wide at {width} px and {size} %.");
            if (width == 390)
                await PictureAsync(page, $"{name}-phone");
        }
    }

    private static Task<byte[]> PictureAsync(IPage page, string name) =>
        page.ScreenshotAsync(new() { Path = Repository.Artifacts("screenshots", $"page-{name}.png"), FullPage = true });

    private static async Task<IPage> InTeamsAsync(IBrowserContext window, string token, string? team = null)
    {
        var page = await window.NewPageAsync();
        await page.RouteAsync(
            "**/MicrosoftTeams-*.js",
            route =>
                route.FulfillAsync(
                    new() { ContentType = "text/javascript", Body = TeamsFrame.Stub(token, "dark", team) }
                )
        );
        return page;
    }

    private Dictionary<string, object> Token(PersonId person) => _entra.Valid(person.ObjectId, _clock.GetUtcNow());

    private static Uri Address(WebApplication bot) => new(bot.Urls.Single());

    /// <summary>A bot on a class with weeks behind it; one of its students is very young, one speaks Spanish.</summary>
    private async Task<WebApplication> StartAsync(IReadOnlyList<string> settings)
    {
        var bot = BotApplication.Build(
            [
                "--environment=Development",
                "--urls=http://127.0.0.1:0",
                "--Playground:Enabled=false",
                $"--Store:Sqlite:Path={_folder.File("pages.db")}",
                .. settings,
            ],
            builder =>
            {
                builder.Logging.ClearProviders();
                builder.Services.AddSingleton<TimeProvider>(_clock);
            }
        );
        await bot.StartAsync();
        var store = bot.Services.GetRequiredService<IDocumentStore>();
        foreach (var document in _year.Documents(Kinds.All))
            await store.CreateAsync(document, CancellationToken.None);
        foreach (var document in DistrictYear.Documents(SchoolYear.Tenant))
            await store.CreateAsync(document, CancellationToken.None);
        await ChangeAsync(store, 5, student => student with { Band = GradeBand.KTo2 });
        await ChangeAsync(store, 8, student => student with { Locale = "es-MX" });
        return bot;
    }

    private async Task ChangeAsync(IDocumentStore store, int number, Func<Person, Person> change)
    {
        var key = DocumentKeys.Person(_year.Students[number].Id);
        var stored = (await store.GetAsync(key, CancellationToken.None))!;
        await store.ReplaceAsync(
            Kinds.All.Person.Write(key, change(Kinds.All.Person.Read(stored.Document))),
            stored.ETag,
            CancellationToken.None
        );
    }
}
