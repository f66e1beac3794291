using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Milestones.Language;
using Milestones.School;
using Milestones.Tests.Support;
using Milestones.Views;

namespace Milestones.Tests.Journeys;

/// <summary>A document that JSON has no words for, such as a number that ran over: said, not thrown.</summary>
public sealed class UnwritableJourneys : Journey
{
    private static readonly Goal Books = new(
        "books",
        "I will read 12 books.",
        Area.Academic,
        new Measure("12 books", 12, double.MaxValue, "books"),
        null,
        null,
        null,
        null,
        new DateOnly(2026, 12, 1),
        Aspects.All,
        Aspects.None,
        new DateOnly(2026, 9, 1)
    );

    [Fact]
    public async Task A_turn_whose_document_cannot_be_written_changes_nothing_and_is_apologised_for()
    {
        var sam = Bot.Student();
        await StoreAsync(
            sam,
            new PendingProgress("entry", double.MaxValue, Adds: true, new DateOnly(2026, 9, 14), "so many", ["books"])
        );

        var shown = await sam.AnswersAsync(
            sam.Invoke(ProgressVerbs.Pick, new JsonObject { ["goal"] = "books", ["entry"] = "entry" }),
            null
        );

        Assert.Contains("Nothing you saved is lost", shown.Single().Text, StringComparison.Ordinal);
        Assert.Empty((await Bot.PersonAsync(sam))!.Goals[0].Progress);
        Assert.Contains(Bot.Log.Lines, line => line.Contains("StoreUnavailableException", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_stored_document_that_cannot_be_written_again_is_refused_with_a_reason()
    {
        var sam = Bot.Student();
        await StoreAsync(sam, null, json => json.Replace("1.7976931348623157E+308", "1e999", StringComparison.Ordinal));

        using var response = await sam.PostAsync(sam.Message("hi"));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Contains(
            Bot.Log.Lines,
            line => line.Contains("A document of kind person cannot be written", StringComparison.Ordinal)
        );
    }

    private async Task StoreAsync(Student sam, PendingProgress? pending, Func<string, string>? change = null)
    {
        await sam.SaysAsync("hi");
        var stored = (await Bot.Store.GetAsync(sam.Key, CancellationToken.None))!;
        var document = Kinds.All.Person.Write(
            sam.Key,
            Kinds.All.Person.Read(stored.Document) with
            {
                Goals = [Books],
                Pending = pending,
            }
        );
        var json = Encoding.UTF8.GetString(document.Json.Span);
        Assert.True(
            (
                await Bot.Store.ReplaceAsync(
                    document with
                    {
                        Json = Encoding.UTF8.GetBytes(change?.Invoke(json) ?? json),
                    },
                    stored.ETag,
                    CancellationToken.None
                )
            ).Written
        );
    }
}
