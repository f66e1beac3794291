using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Milestones.Bench.Load;
using Milestones.Storage;
using Milestones.Storage.Cosmos;
using Milestones.Storage.Sqlite;

namespace Milestones.Bench.Growing;

/// <summary>What was written into a store.</summary>
/// <param name="Bytes">Of the documents' JSON.</param>
/// <param name="Units">What Cosmos DB would charge for writing each, and for reading it once.</param>
internal sealed record FilledSchool(long Documents, long Bytes, double Units)
{
    private const int StudentsOfAClass = 25;

    /// <summary>
    /// Students as a year leaves them, the same class of them again and again, each under a key of its own.
    /// </summary>
    /// <param name="archived">Archived documents beside each student's own.</param>
    public static async Task<FilledSchool> WriteAsync(string path, int students, int archived)
    {
        using var store = new SqliteDocumentStore(path, TimeProvider.System, NullLogger<SqliteDocumentStore>.Instance);
        var year = new SchoolYear(StudentsOfAClass, TimeProvider.System.GetUtcNow()).Documents(Rules.Kinds).ToList();
        var classroom = year.Single(document => document.Kind == "class");
        var members = year.Where(document => document.Kind != "class")
            .GroupBy(document => document.Key.Partition, StringComparer.Ordinal)
            .Where(member => member.Count() > archived)
            .Select(member =>
                member.OrderByDescending(document => document.Kind == "person").Take(1 + archived).ToList()
            )
            .ToList();
        var school = new FilledSchool(0, 0, 0);
        for (var number = 0; number < students; number += StudentsOfAClass)
        {
            List<Document> page =
            [
                Under(classroom, number),
                .. Enumerable
                    .Range(number, Math.Min(StudentsOfAClass, students - number))
                    .SelectMany(student => members[student % members.Count].Select(one => Under(one, student))),
            ];
            await Task.WhenAll(page.Select(document => store.CreateAsync(document, CancellationToken.None)));
            school = page.Aggregate(school, (sum, document) => sum.With(document));
        }

        return school;
    }

    private static Document Under(Document document, int number) =>
        document with
        {
            Key = document.Key with
            {
                Partition = string.Create(CultureInfo.InvariantCulture, $"{document.Key.Partition}-{number}"),
            },
        };

    private FilledSchool With(Document document)
    {
        var item = (int)CosmosItem.Write(document, DateTimeOffset.UnixEpoch).Length;
        return new(
            Documents + 1,
            Bytes + document.Json.Length,
            Units + RequestUnits.Create(item) + RequestUnits.Read(item)
        );
    }
}
