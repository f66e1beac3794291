using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Milestones.Bench.Load;
using Milestones.Storage;
using Milestones.Storage.Sqlite;

namespace Milestones.Bench.Sending;

/// <summary>
/// <c>fanout</c>: the bot's own program sends a weekly prompt to a whole district, due at one minute, through a
/// connector that enforces Teams'
/// limits; meanwhile a student in each tenant talks to it. The connector and the students are in this process and share
/// the machine with it.
/// </summary>
internal sealed class FanoutBench(int students, int classes, int tenants, int perSecond)
{
    private static readonly TimeSpan Latency = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(60);
    private static readonly Dictionary<string, string> Quiet = new(StringComparer.Ordinal)
    {
        ["Logging__LogLevel__Default"] = "Warning",
    };

    /// <param name="brief">Some seconds before the due moment, which is on no minute, and one look for due
    /// work.</param>
    public async Task<int> RunAsync(bool brief)
    {
        var (warmUp, idle, polled) = brief
            ? (WarmUp / 15, Idle / 30, (int[])[1000])
            : (WarmUp, Idle, [1000, 10_000, 100_000]);
        var folder = Directory.CreateTempSubdirectory("milestones-fanout-");
        try
        {
            var load = ProcessFacts.MachineLoad;
            await using var connector = await TeamsConnector.StartAsync(
                new TeamsLimits(perSecond),
                Latency,
                () => Answer.Taken
            );
            var school = new School(tenants, classes, students, connector.ServiceUrl);
            var (file, fanout) = (Path.Combine(folder.FullName, "milestones.db"), (Fanout?)null);
            using (var store = Open(file))
            {
                var due = brief
                    ? Whole(DateTimeOffset.UtcNow + TimeSpan.FromSeconds(3) + warmUp + idle, TimeSpan.FromSeconds(1))
                    : Whole(
                        DateTimeOffset.UtcNow + TimeSpan.FromSeconds(20 + (students / 1000.0)) + warmUp + idle,
                        TimeSpan.FromMinutes(1)
                    );
                var bytes = await school.FillAsync(store, due);
                Say(
                    $"{students:N0} students in {classes} classes and {tenants} tenants, documents of "
                        + $"{bytes:N0} bytes, all due at {due:HH:mm:ss} UTC."
                );
                fanout = new(
                    students,
                    tenants,
                    perSecond,
                    bytes,
                    load,
                    await MeasureAsync(connector, store, file, folder.FullName, school, due, warmUp, idle)
                );
            }

            var polls = new List<PollCurve>();
            foreach (var documents in polled)
                polls.Add(await PollCurve.OfAsync(documents, fanout.DocumentBytes, folder.FullName));
            return Report(fanout, polls);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private async Task<Measured> MeasureAsync(
        TeamsConnector connector,
        IDocumentStore store,
        string file,
        string folder,
        School school,
        DateTimeOffset due,
        TimeSpan warmUp,
        TimeSpan idling
    )
    {
        var settings = new Dictionary<string, string>(Quiet, StringComparer.Ordinal)
        {
            ["Limits__TenantPerSecond"] = perSecond.ToString(CultureInfo.InvariantCulture),
        };
        await using var bot = new BotInstance(folder, file, settings);
        await bot.StartAsync();
        await using var talkers = new Talkers(bot.Messages, connector, tenants);
        talkers.Start();
        await Task.Delay(warmUp);
        var idleSince = Stopwatch.GetTimestamp();
        var left = due - DateTimeOffset.UtcNow;
        if (left < idling / 2 && idling == Idle)
            throw new InvalidOperationException("This machine was too slow to be ready in time.");
        await Task.Delay(left > TimeSpan.Zero ? left : TimeSpan.Zero);

        var (dueAt, idle) = (Stopwatch.GetTimestamp(), bot.Facts);
        while (connector.Prompts < school.Pupils.Count && Stopwatch.GetElapsedTime(dueAt) < TimeSpan.FromMinutes(10))
            await Task.Delay(100);
        var (endedAt, busy) = (Stopwatch.GetTimestamp(), bot.Facts);
        await talkers.StopAsync();
        var unnoted = await UnnotedAsync(store, school);
        return new(connector.Calls, [.. talkers.Talks], idleSince, dueAt, endedAt, idle, busy, bot.Facts, unnoted);
    }

    /// <summary>Waits until every document has taken note of what became of its prompt.</summary>
    /// <returns>How many have not.</returns>
    private static async Task<int> UnnotedAsync(IDocumentStore store, School school)
    {
        for (var since = Stopwatch.GetTimestamp(); ; await Task.Delay(500))
        {
            var unnoted = 0;
            foreach (var chunk in school.Pupils.Chunk(1000))
            {
                var people = await store.GetManyAsync([.. chunk.Select(pupil => pupil.Key)], CancellationToken.None);
                unnoted += people.Count(stored =>
                    Rules.Kinds.Person.Read(stored.Document) is var person
                    && (person.Outbox.Entries.Count > 0 || person.Classes[0].Outcomes.Count != 1)
                );
            }

            if (unnoted == 0 || Stopwatch.GetElapsedTime(since) > TimeSpan.FromMinutes(1))
                return unnoted;
        }
    }

    private static int Report(Fanout fanout, List<PollCurve> polls)
    {
        Say(
            $"""

            sent                        {fanout.Prompts, 10:N0} prompts in {fanout.Seconds:0.00} s: {fanout.Rate:0.0} a second, {fanout.ShareOfAllowed:P1} of what is allowed
              from the due minute       {fanout.ShareFromDue, 10:P1} (the first one left {fanout.FirstAfterSeconds:0.00} s after it)
              the slowest tenant        {fanout.SlowestTenant, 10:P1}
              with the answers          {fanout.ShareWithAnswers, 10:P1}
            refused (429)               {fanout.RefusedForTenant, 10:N0} for a tenant's limit, {fanout.RefusedForConversation:N0} for a conversation's
            twice                       {fanout.Twice, 10:N0}
            not noted                   {fanout.Unnoted, 10:N0}
            memory, peak                {fanout.PeakMegabytes, 10:0.0} MB ({fanout.IdleMegabytes:0.0} MB before)
            processor for a prompt      {fanout.ProcessorMilliseconds, 10:0.00} ms
            a turn's reply, idle        {fanout.IdleReply.P99, 10:0.0} ms p99 ({fanout.IdleReply.P50:0.0} median, {fanout.IdleReply.Count:N0} turns)
            a turn's reply, meanwhile   {fanout.BusyReply.P99, 10:0.0} ms p99 ({fanout.BusyReply.P50:0.0} median, {fanout.BusyReply.Count:N0} turns), {fanout.ReplyRatio:0.00} times
            acknowledged, meanwhile     {fanout.BusyAcknowledged.P99, 10:0.0} ms p99 (idle {fanout.IdleAcknowledged.P99:0.0}), {fanout.AcknowledgedRatio:0.00} times
            load of the machine         {fanout.MachineLoad, 10:0.0} before
            """
        );
        Say($"{Environment.NewLine}a look for due work (µs)  nothing due   100 due");
        foreach (var poll in polls)
        {
            Say(
                $"{poll.Documents, 9:N0} documents {poll.NothingDueMicroseconds, 16:N0} "
                    + $"{poll.HundredDueMicroseconds, 9:N0}"
            );
        }

        var projection = Projection.Of(fanout, students: 1_000_000, tenants: 200);
        Say($"{Environment.NewLine}{projection.InWords()}");
        Console.WriteLine(
            JsonSerializer.Serialize(
                new
                {
                    fanout = fanout.Figures(),
                    polls,
                    projection,
                }
            )
        );
        return fanout.Passed ? 0 : 1;
    }

    private static SqliteDocumentStore Open(string file) =>
        new(file, TimeProvider.System, NullLogger<SqliteDocumentStore>.Instance);

    /// <summary>The first whole minute, or other unit, not before this moment.</summary>
    private static DateTimeOffset Whole(DateTimeOffset moment, TimeSpan unit) =>
        new(moment.UtcTicks + unit.Ticks - 1 - ((moment.UtcTicks - 1) % unit.Ticks), TimeSpan.Zero);

    private static void Say(string text) => Console.WriteLine(text);
}
