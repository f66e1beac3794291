using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Milestones.Bench.Load;
using Milestones.Pages;
using Milestones.Pages.Visiting;
using Milestones.Storage;

namespace Milestones.Bench.Looking;

/// <summary>
/// <c>page</c>: a class's page over HTTP, from the request to its last byte, with a year of data in the store; and how
/// many documents are read for it.
/// </summary>
internal static class PageBench
{
    public static async Task<int> RunAsync(int students, bool brief, bool serve)
    {
        var folder = Directory.CreateTempSubdirectory("milestones-bench-");
        try
        {
            await using var app = Start(folder.FullName);
            await app.StartAsync();
            var year = new SchoolYear(students, TimeProvider.System.GetUtcNow(), brief ? 10 : 40);
            var store = app.Services.GetRequiredService<IDocumentStore>();
            var documents = 0;
            foreach (var document in year.Documents(Rules.Kinds))
            {
                await store.CreateAsync(document, CancellationToken.None);
                documents++;
            }

            using var handler = new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false };
            using var browser = new HttpClient(handler) { BaseAddress = new Uri(app.Urls.Single()) };
            var teacher = app.Services.GetRequiredService<LocalLinks>().Of(SchoolYear.Teacher);
            if (serve)
            {
                Console.WriteLine(new Uri(browser.BaseAddress, teacher));
                foreach (var one in year.Students.Take(3))
                {
                    Console.WriteLine(
                        new Uri(browser.BaseAddress, app.Services.GetRequiredService<LocalLinks>().Of(one.Id))
                    );
                }

                await app.WaitForShutdownAsync();
                return 0;
            }

            // Signs in as a person of the local window does. The cookie is for safe connections, which this is to a
            // browser and not to this client.
            using var signedIn = await browser.GetAsync(new Uri(teacher, UriKind.Relative));
            browser.DefaultRequestHeaders.Add(
                "Cookie",
                signedIn.Headers.GetValues("Set-Cookie").Single().Split(';')[0]
            );
            var classPage = await MeasureAsync(browser, ClassPages.Address(year.Classroom.Key), brief ? 3 : 30);
            var studentPage = await MeasureAsync(
                browser,
                $"{ClassPages.Address(year.Classroom.Key)}/student/{year.Students[0].Id.ObjectId}",
                brief ? 3 : 30
            );
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{students} students, {documents} documents: the class page {classPage.Median:0} ms (median), "
                        + $"{classPage.Worst:0} ms (worst), {classPage.First:0} ms (first); one student "
                        + $"{studentPage.Median:0} ms (median)"
                )
            );
            Console.WriteLine(
                JsonSerializer.Serialize(
                    new
                    {
                        students,
                        documents,
                        page = new
                        {
                            firstMilliseconds = Math.Round(classPage.First, 1),
                            medianMilliseconds = Math.Round(classPage.Median, 1),
                            worstMilliseconds = Math.Round(classPage.Worst, 1),
                            kilobytes = classPage.Bytes / 1024,
                        },
                        student = new
                        {
                            medianMilliseconds = Math.Round(studentPage.Median, 1),
                            kilobytes = studentPage.Bytes / 1024,
                        },
                    }
                )
            );
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static WebApplication Start(string folder) =>
        BotApplication.Build(
            [
                "--environment=Development",
                "--urls=http://localhost:" + ChildProcess.FreePort().ToString(CultureInfo.InvariantCulture),
                "--Playground:Enabled=false",
                $"--Store:Sqlite:Path={Path.Combine(folder, "milestones.db")}",
            ],
            builder => builder.Logging.ClearProviders()
        );

    private static async Task<(double First, double Median, double Worst, int Bytes)> MeasureAsync(
        HttpClient browser,
        string page,
        int rounds
    )
    {
        var (times, bytes) = (new List<double>(), 0);
        for (var round = 0; round <= rounds; round++)
        {
            var since = Stopwatch.GetTimestamp();
            bytes = (await browser.GetByteArrayAsync(new Uri(page, UriKind.Relative))).Length;
            times.Add(Stopwatch.GetElapsedTime(since).TotalMilliseconds);
        }

        List<double> later = [.. times.Skip(1).Order()];
        return (times[0], later[later.Count / 2], later[^1], bytes);
    }
}
