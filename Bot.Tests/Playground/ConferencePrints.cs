using Microsoft.Playwright;
using Milestones.Conversations;
using Milestones.Localization;
using Milestones.School;
using Milestones.Tests.Conferences;
using Milestones.Tests.Support;
using UglyToad.PdfPig;

namespace Milestones.Tests.Playground;

/// <summary>
/// A term's pack as a browser prints it, in the three ages and both languages, on either paper: every part, and the
/// letter on a page of its own.
/// </summary>
[Collection(PlaygroundJourneys.Name)]
public sealed class ConferencePrints(PlaygroundFixture playground)
{
    [PlaygroundFact]
    public async Task Each_age_has_all_its_parts_and_a_letter_on_A4_and_on_Letter()
    {
        await using var bot = await BotFixture.StartAsync(null, null, []);
        var page = await playground.BrowseAsync(
            new()
            {
                ViewportSize = new() { Width = 390, Height = 844 },
            }
        );
        List<string> problems = [];
        page.Console += (_, message) => problems.Add(message.Text);
        foreach (
            var (band, language, letter, part) in ((GradeBand, string, string, string)[])
                [
                    (GradeBand.KTo2, "en-US", "es", "My best work"),
                    (GradeBand.Grades3To5, "es-MX", "en", "Un trabajo que me da orgullo"),
                    (GradeBand.Grades6To8, "en-US", "en", "Work I am proud of"),
                ]
        )
        {
            await page.GotoAsync(bot.Page(await KeptAsync(bot, band, language, letter)).ToString());
            await LookAsync(page, $"conference-{band}-{language}");
            await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
            await LookAsync(page, $"conference-{band}-{language}-dark");
            await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
            foreach (var paper in (string[])["A4", "Letter"])
            {
                var path = Repository.Artifacts("screenshots", $"conference-{band}-{paper}.pdf");
                await page.PdfAsync(new() { Format = paper, Path = path });
                using var pdf = PdfDocument.Open(path);
                Assert.InRange(pdf.NumberOfPages, 2, 4);
                Assert.Contains(part, Words(pdf, 1), StringComparison.Ordinal);
                Assert.Contains(
                    letter == "es" ? "Querida familia:" : "Dear family,",
                    Words(pdf, pdf.NumberOfPages),
                    StringComparison.Ordinal
                );
                Assert.DoesNotContain(
                    "doing it with my sister",
                    string.Join(' ', Enumerable.Range(1, pdf.NumberOfPages).Select(one => Words(pdf, one))),
                    StringComparison.Ordinal
                );
            }
        }

        Assert.Empty(problems);
        await page.CloseAsync();
    }

    /// <summary>A student with a term of data and a link to print it, as they would lie in the store.</summary>
    /// <returns>The link's path.</returns>
    private static async Task<string> KeptAsync(BotFixture bot, GradeBand band, string language, string letter)
    {
        var id = new PersonId(Student.Tenant, $"sam-{band}");
        var (link, token) = PrintLink.New(id, PrintKind.Conference, Guid.NewGuid(), bot.Clock.Now);
        var person = Pupil.WithATerm with
        {
            Id = id,
            Band = band,
            Locale = language,
            Print = link,
            Conference = ConferenceItems.Begun(Pupil.WithATerm, Pupil.Now) with
            {
                LetterLanguage = letter,
                On = Pupil.Today.AddDays(7),
            },
        };
        var key = DocumentKeys.Person(id);
        await bot.Store.CreateAsync(Kinds.All.Person.Write(key, person), CancellationToken.None);
        return $"/conference/{token}";
    }

    /// <summary>Keeps what is seen as <c>artifacts/screenshots/NAME.png</c>.</summary>
    private static Task<byte[]> LookAsync(IPage page, string name) =>
        page.ScreenshotAsync(new() { Path = Repository.Artifacts("screenshots", $"{name}.png"), FullPage = true });

    private static string Words(PdfDocument pdf, int page) =>
        string.Join(' ', pdf.GetPage(page).GetWords().Select(word => word.Text));
}
