using Microsoft.Playwright;
using Milestones.Localization;
using Milestones.School;
using Milestones.Tests.Calendar;
using Milestones.Tests.Journeys;
using Milestones.Tests.Support;
using UglyToad.PdfPig;

namespace Milestones.Tests.Playground;

/// <summary>Certificates as a browser prints them: one to a page on either paper, with all their words.</summary>
[Collection(PlaygroundJourneys.Name)]
public sealed class CertificatePrints(PlaygroundFixture playground)
{
    private const string Accents = "Zoë Núñez-O’Brien de la Peña Ñandú";

    private static readonly string[] Settings =
    [
        "--School:Name=Escuela Élan",
        "--School:Address=https://bot.elm.example",
    ];

    [PlaygroundFact]
    public async Task One_to_a_page_on_A4_and_on_Letter_with_the_longest_words_there_are()
    {
        await using var bot = await BotFixture.StartAsync(null, null, Settings);
        var students = new[] { "Sam", "Ana" }.Select(name => bot.Student(name)).ToList();
        var course = await Course.StartAsync(bot, bot.Student("Lee"), students);
        foreach (var student in students)
            await CertificateJourneys.SharesAndReachesAsync(course, student.Name);
        await course.NewAsync(course.Teacher);
        await course.Teacher.SaysAsync("español");

        var offered = Assert.Single(await course.Teacher.SaysAsync("certificados")).Card!;
        var term = await course.Teacher.TapsAsync("El período", offered);
        var page = await playground.BrowseAsync(
            new()
            {
                ViewportSize = new() { Width = 390, Height = 844 },
            }
        );
        List<string> problems = [];
        page.Console += (_, message) => problems.Add(message.Text);
        await page.GotoAsync(bot.Page(Address(term)).ToString());
        foreach (var paper in (string[])["A4", "Letter"])
        {
            using var pdf = await PrintAsync(page, paper);
            Assert.Equal(2, pdf.NumberOfPages);
            Assert.All(pdf.GetPages(), one => Assert.True(one.Width > one.Height));
            Assert.Contains("Un período de metas", Words(pdf, 1), StringComparison.Ordinal);
            Assert.Contains("Ana Rivera", Words(pdf, 1), StringComparison.Ordinal);
            Assert.Contains("Sam Rivera", Words(pdf, 2), StringComparison.Ordinal);
            Assert.Contains("18 de septiembre de 2026", Words(pdf, 2), StringComparison.Ordinal);
        }

        await LookAsync(page, "certificate-phone");
        // The strict policy lets the page's own style and script through, and nothing complains.
        await page.EvaluateAsync("window.print = () => { document.title = 'printed' }");
        await page.ClickAsync("text=Imprimir");
        Assert.Equal("printed", await page.TitleAsync());
        Assert.Empty(problems);
        await page.CloseAsync();
    }

    [PlaygroundFact]
    public async Task However_long_the_words_they_stand_on_their_page()
    {
        foreach (
            var (letters, goals) in ((int, int)[])[(Goal.MaxLength, 1), (CertificateRules.MostLetters / 3, 3), (60, 1)]
        )
        {
            await StandAsync(letters, goals);
        }
    }

    private async Task StandAsync(int letters, int goals)
    {
        await using var site = await SheetSite.StartAsync(
            Enumerable
                .Range(0, 2)
                .Select(number => new Certificate(
                    number == 0 ? Accents : string.Concat(Enumerable.Repeat("Wilhelmina ", 8)),
                    [.. Enumerable.Range(0, goals).Select(goal => Sentence(letters, goal))],
                    IsTerm: goals > 1,
                    Moments.Day("2026-12-18")
                )
                {
                    ClassName = "7.º B · Matemáticas y ciencias de la naturaleza",
                    Teachers = ["María José García-Márquez", "Lee Rivera"],
                }),
            new Voice(Voice.CultureFor("es-ES"), GradeBand.Grades6To8)
        );
        var page = await playground.BrowseAsync(new());
        await page.GotoAsync(site.Address.ToString());
        await LookAsync(page, $"certificate-{letters}-{goals}");
        foreach (var paper in (string[])["A4", "Letter"])
        {
            using var pdf = await PrintAsync(page, paper);
            Assert.Equal(2, pdf.NumberOfPages);
            Assert.Contains(Accents, Words(pdf, 1), StringComparison.Ordinal);
            for (var goal = 0; goal < goals; goal++)
                Assert.Contains($"fin{goal}", Words(pdf, 1), StringComparison.Ordinal);
            Assert.Contains(
                "MaríaJoséGarcía-Márquez",
                Words(pdf, 1).Replace(" ", "", StringComparison.Ordinal),
                StringComparison.Ordinal
            );
            Assert.All(
                pdf.GetPages(),
                one =>
                    Assert.All(
                        one.Letters,
                        letter => Assert.True(letter.Location.Y > 20 && letter.Location.Y < one.Height - 20)
                    )
            );
        }

        await page.CloseAsync();
    }

    private static string Address(IReadOnlyList<Shown> shown) =>
        new Uri(
            Assert.Single(shown).Card!.Find("Abrir para imprimir")!.Value.GetProperty("url").GetString()!
        ).AbsolutePath;

    private static string Sentence(int letters, int number)
    {
        var end = $" fin{number}";
        var words = string.Concat(Enumerable.Repeat("leer más páginas cada día ", 30));
        return words[..(letters - end.Length)] + end;
    }

    /// <summary>As the browser's print dialog does it when that paper is chosen.</summary>
    private static async Task<PdfDocument> PrintAsync(IPage page, string paper) =>
        PdfDocument.Open(
            await page.PdfAsync(
                new()
                {
                    Format = paper,
                    Landscape = true,
                    PrintBackground = true,
                }
            )
        );

    /// <summary>Keeps what is seen as <c>artifacts/screenshots/NAME.png</c>.</summary>
    private static Task<byte[]> LookAsync(IPage page, string name) =>
        page.ScreenshotAsync(new() { Path = Repository.Artifacts("screenshots", $"{name}.png"), FullPage = true });

    private static string Words(PdfDocument pdf, int page) =>
        string.Join(' ', pdf.GetPage(page).GetWords().Select(word => word.Text));
}
