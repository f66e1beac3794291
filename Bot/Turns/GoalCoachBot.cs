using Microsoft.Extensions.Options;
using Milestones.Channel.Sending;
using Milestones.Channel.Teams;
using Milestones.Conversations;
using Milestones.School;
using Milestones.Storage;
using Milestones.Telemetry;
using Milestones.Views;
using Stopwatch = System.Diagnostics.Stopwatch;

namespace Milestones.Turns;

/// <summary>How the turn of a document whose alarm rang has ended.</summary>
internal enum AlarmEnd
{
    Taken,

    /// <summary>Somebody else was first.</summary>
    NothingToDo,

    /// <summary>It would send a post, and there was no room for one. Nothing has changed.</summary>
    NoRoom,
}

/// <summary>
/// The turn: load the document, run the rules, replace it if nobody else did, and only then let the outbox go out
/// (docs/architecture.md, "A document with an alarm").
/// A conflict loads and runs again; a repetition changes nothing and gets the same answer.
/// </summary>
internal sealed partial class GoalCoachBot(
    IDocumentStore store,
    HeadKinds kinds,
    ClassLookups lookups,
    SecondOpinions opinions,
    HandedTables tables,
    TurnQueues queues,
    Erasing erasing,
    OutboxDispatcher outbox,
    IOptions<OutboxOptions> options,
    TimeProvider time,
    ILogger<GoalCoachBot> logger
)
{
    /// <summary>
    /// Conflicts in a row before the turn is given back unsaved. Each lost race means that another process's turn was
    /// saved.
    /// </summary>
    private const int Tries = 8;

    /// <summary>
    /// As many for a class, or a school: its turns wait for one another, but each other process may win a race of each.
    /// </summary>
    private const int TriesOfClass = 64;

    /// <summary>
    /// After so long whoever looks writes what a commit archives, as after a crash between the two.
    /// </summary>
    private static readonly TimeSpan LeftUnwritten = TimeSpan.FromMinutes(2);

    /// <summary>
    /// Takes a turn with an activity; null for what is no turn at all, and for everything but invokes.
    /// </summary>
    /// <exception cref="StoreUnavailableException">Nothing was saved and nothing may be acknowledged.</exception>
    public async Task<InvokeResponse?> OnActivityAsync(Activity activity, CancellationToken cancellationToken)
    {
        if (TurnFactory.From(activity, time.GetUtcNow(), Guid.NewGuid()) is not { } turn)
        {
            return null;
        }

        if (await lookups.ForCodeAsync(turn, cancellationToken) is { } code)
        {
            await TakeAsync(code, null, cancellationToken);
            return null;
        }

        if (turn.Input is Tapped or Said && !IsCheer(turn) && DocumentKeys.IsClassroom(turn.Key))
        {
            await CheckAsync(turn.Key, turn.Person, turn.Now, cancellationToken);
        }

        if (await lookups.ForConcernAsync(turn, cancellationToken) is var (person, heard))
        {
            await DeliverAsync($"{turn.Id}|concern", person, heard, cancellationToken);
        }

        var handed = await tables.WithTableAsync(turn, cancellationToken);
        return (await TakeAsync(handed, null, cancellationToken)).Response;
    }

    /// <summary>A button of a person's own page: the same turn as a tap on a card.</summary>
    public Task ActAsync(PersonId who, Tapped tapped, CancellationToken cancellationToken) =>
        TakeAsync(
            new Turn(
                $"page:{Guid.NewGuid():N}",
                DocumentKeys.Person(who),
                who,
                null,
                null,
                tapped,
                time.GetUtcNow(),
                null,
                null,
                Guid.NewGuid()
            )
            {
                ExpectsReplies = true,
            },
            null,
            cancellationToken
        );

    /// <summary>Brings a message to another document. It is done when that document's commit is.</summary>
    public Task DeliverAsync(string id, DocumentKey to, DocumentMessage message, CancellationToken cancellationToken) =>
        TakeAsync(
            new Turn(
                $"message:{id}",
                to,
                DocumentKeys.PersonOf(to),
                null,
                null,
                new Received(message),
                time.GetUtcNow(),
                null,
                null,
                Guid.NewGuid()
            ),
            null,
            cancellationToken
        );

    /// <summary>Takes the turn of a document whose alarm rang, or whose deliveries want to be noted.</summary>
    /// <param name="room">Room for a post, which is kept if the turn sends one. Without it a turn that would is not
    /// taken.</param>
    public async Task<AlarmEnd> OnAlarmAsync(DocumentKey key, SendPermit? room, CancellationToken cancellationToken)
    {
        return (
            await TakeAsync(
                ByItself(key, await lookups.ForAlarmAsync(key, time.GetUtcNow(), cancellationToken)),
                room,
                cancellationToken
            )
        ).End;
    }

    private Turn ByItself(DocumentKey key, TurnInput input) =>
        new($"alarm:{Guid.NewGuid():N}", key, default, null, null, input, time.GetUtcNow(), null, null, Guid.NewGuid());

    private Task<Ended> TakeAsync(Turn turn, SendPermit? room, CancellationToken cancellationToken) =>
        ObservedTurn.Begin(turn) is { } observed
            ? TakeAsync(observed, turn, room, cancellationToken)
            : TakeAnyAsync(turn, room, cancellationToken);

    private async Task<Ended> TakeAsync(
        ObservedTurn observed,
        Turn turn,
        SendPermit? room,
        CancellationToken cancellationToken
    )
    {
        using (observed)
        {
            try
            {
                var ended = await TakeAnyAsync(turn, room, cancellationToken);
                observed.Ended(ended.End);
                return ended;
            }
            catch (Exception fault)
            {
                observed.Failed(fault);
                throw;
            }
        }
    }

    private Task<Ended> TakeAnyAsync(Turn turn, SendPermit? room, CancellationToken cancellationToken) =>
        DocumentKeys.IsClassroom(turn.Key) ? TakeAsync(kinds.Class, turn, room, cancellationToken)
        : DocumentKeys.IsSchool(turn.Key) ? TakeAsync(kinds.School, turn, room, cancellationToken)
        : TakeAsync(kinds.Person, turn, room, cancellationToken);

    /// <summary>
    /// It proves itself: it comes from the team's own channel, and counts once however often it comes.
    /// </summary>
    private static bool IsCheer(Turn turn) => turn.Input is Tapped { Verb: CelebrationVerbs.Cheer };

    private async Task<Ended> TakeAsync<T>(
        HeadKind<T> kind,
        Turn turn,
        SendPermit? room,
        CancellationToken cancellationToken
    )
        where T : Head
    {
        using var place = await queues.EnterAsync(turn.Key, cancellationToken);
        if (DocumentKeys.IsClassroom(turn.Key))
        {
            // What waited in the queue happens now: what is to be a second apart is a second apart.
            turn = turn with
            {
                Now = time.GetUtcNow(),
            };
        }

        var tries = DocumentKeys.IsClassroom(turn.Key) || DocumentKeys.IsSchool(turn.Key) ? TriesOfClass : Tries;
        for (var attempt = 0; attempt < tries; attempt++)
        {
            var stored = await store.GetAsync(turn.Key, cancellationToken);
            if (stored is null && turn.Input is Rang)
            {
                return new(AlarmEnd.NothingToDo);
            }

            var read = stored is null ? kind.Begin(turn) : kind.Read(stored.Document);
            await ArchiveAsync(turn.Key, read, cancellationToken);
            var loaded = (T)(read with { ToArchive = [], ArchiveAt = null });
            var token = (turn.Input as Tapped)?.Token;
            if (loaded.Handled.Contains(turn.Id) || loaded.Handled.Contains(token))
            {
                return new(
                    AlarmEnd.NothingToDo,
                    ActivityRenderer.Repeat(turn, loaded.Handled.Answer, kind.Voice(loaded, turn))
                );
            }

            if (turn.Input is Rang && loaded.LeavesAt <= turn.Now)
            {
                await erasing.RunAsync(turn.Key, cancellationToken);
                return new(AlarmEnd.Taken);
            }

            // Deliveries known by now ride on this commit. What ends between the two questions is in both answers,
            // never in none.
            var underWay = outbox.UnderWay(turn.Key);
            var deliveries = outbox.Deliveries(turn.Key);
            if (turn.Input is Rang && deliveries.Count == 0 && !(stored!.Document.WakeAt <= turn.Now))
            {
                return new(AlarmEnd.NothingToDo);
            }

            var told = (T)loaded.Told(deliveries);
            var (left, retaken) = turn.Input is Rang ? Retake(told, turn, underWay) : (told, []);
            var wanted = kind.Needs(left, turn, OtherDocuments.None);
            if (attempt == 0 && !DocumentKeys.IsClassroom(turn.Key))
            {
                await CheckAsync(wanted, turn, cancellationToken);
                turn = await opinions.WithOpinionAsync(left, turn, cancellationToken);
            }

            var others = await ReadAsync(kind, left, turn, wanted, cancellationToken);
            var made = Make(kind, left, turn, token, others);
            if (OnlySearched(turn, made) || (stored is not null && OnlyLooked(kind, left, turn, made)))
            {
                return new(AlarmEnd.Taken, made.Rendered.Response);
            }

            // What is claimed must leave at once: if the process ended while it waits here, nobody would know that it
            // never left.
            OutboxEntry[] toSend = [.. retaken, .. made.Rendered.Entries];
            if (
                turn.Input is Rang
                && room is null
                && toSend.Any(entry => entry.Policy == OutboxPolicy.Post)
                && !toSend.Any(entry => entry.Policy == OutboxPolicy.Alert)
            )
            {
                return new(AlarmEnd.NoRoom);
            }

            var result = stored is null
                ? await store.CreateAsync(made.Document, cancellationToken)
                : await store.ReplaceAsync(made.Document, stored.ETag, cancellationToken);
            if (result.Written)
            {
                SavedTurn.Count(turn, loaded, made.Next, stored?.Document.WakeAt);
                outbox.Noted(turn.Key, deliveries);
                outbox.Send(turn.Key, made.Next.Chat, toSend, room);
                await ArchiveAsync(turn.Key, made.Next, cancellationToken);
                return new(AlarmEnd.Taken, made.Rendered.Response);
            }

            Measures.Conflicts.Add(1, Measures.Tag("document", kind.Name));
            if (turn.Input is Rang)
            {
                // Whoever was first has seen to it; what is left rings again.
                return new(AlarmEnd.NothingToDo);
            }
        }

        throw new StoreUnavailableException(
            "Others kept changing the same document; the turn was not saved. It is safe to send it again.",
            new TimeoutException()
        );
    }

    /// <summary>
    /// Writes what left with the last commit. Whoever finds it there already, or did so a moment ago, changes nothing.
    /// </summary>
    private async Task ArchiveAsync(DocumentKey key, Head committed, CancellationToken cancellationToken)
    {
        foreach (var entry in committed.ToArchive)
        {
            await store.CreateAsync(
                new Document(new DocumentKey(entry.Partition ?? key.Partition, entry.Id), "archive", entry.Body.Utf8),
                cancellationToken
            );
        }
    }

    /// <summary>
    /// Before a person's turn looks at classes: whether they still have anything to say there. Events of the team can
    /// be lost.
    /// </summary>
    private async Task CheckAsync(
        IReadOnlyCollection<DocumentKey> wanted,
        Turn turn,
        CancellationToken cancellationToken
    )
    {
        foreach (var key in wanted.Where(DocumentKeys.IsClassroom))
        {
            await CheckAsync(key, DocumentKeys.PersonOf(turn.Key), turn.Now, cancellationToken);
        }
    }

    /// <summary>
    /// Asks the team again whether this person has anything to say there, where that is not known just now.
    /// </summary>
    public async Task CheckAsync(
        DocumentKey classroom,
        PersonId person,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        if (await lookups.StandingAsync(classroom, person, now, cancellationToken) is { } read)
        {
            await TakeAsync(ByItself(classroom, read), null, cancellationToken);
        }
    }

    /// <summary>What one document names may be the next to read: a class its students. Each is read once.</summary>
    /// <param name="wanted">What the rules want to read before they have read anything.</param>
    private async Task<OtherDocuments> ReadAsync<T>(
        HeadKind<T> kind,
        T head,
        Turn turn,
        IReadOnlyCollection<DocumentKey> wanted,
        CancellationToken cancellationToken
    )
        where T : Head
    {
        if (wanted.Count == 0)
        {
            return OtherDocuments.None;
        }

        var heads = new Dictionary<DocumentKey, object>();
        var (others, asked) = (new OtherDocuments(heads), new HashSet<DocumentKey>());
        while (wanted.Where(asked.Add).ToList() is { Count: > 0 } keys)
        {
            foreach (var other in await store.GetManyAsync(keys, cancellationToken))
            {
                heads[other.Document.Key] = DocumentKeys.IsClassroom(other.Document.Key)
                    ? kinds.Class.Read(other.Document)
                    : kinds.Person.Read(other.Document);
            }

            wanted = kind.Needs(head, turn, others);
        }

        return others;
    }

    private (T Head, IReadOnlyList<OutboxEntry> ToSend) Retake<T>(T head, Turn turn, IReadOnlySet<string> underWay)
        where T : Head
    {
        var (state, toSend, unknown) = head.Outbox.TakeOver(turn.Now, options.Value.Lease, underWay);
        foreach (var entry in unknown)
        {
            Log.GivenUp(logger, entry.Policy, entry.Attempts);
        }

        return ((T)(head with { Outbox = state }).GaveUp(unknown), toSend);
    }

    private Made<T> Make<T>(HeadKind<T> kind, T head, Turn turn, string? token, OtherDocuments others)
        where T : Head
    {
        try
        {
            var started = Stopwatch.GetTimestamp();
            var ruled = kind.Rules(head, turn, others);
            if (turn.Input is Said or Edited)
                Measures.Reading.Record(Measures.Since(started));
            return Make(kind, ruled, turn, token);
        }
        catch (Exception e)
        {
            // A fault of ours must not stop the conversation: the document stays as it was, and the student hears of it
            // once.
            // Only the type and the place are logged: a message may hold what somebody wrote.
            Log.Failed(logger, turn.Input.GetType().Name, e.GetType().Name, e.StackTrace);
            return Make(
                kind,
                new TurnResult<T>(head, turn.Input is Rang or Received ? [] : [new Say(Apology.For(head))]),
                turn,
                token
            );
        }
    }

    private Made<T> Make<T>(HeadKind<T> kind, TurnResult<T> ruled, Turn turn, string? token)
        where T : Head
    {
        var rendered = ActivityRenderer.Render(
            ruled.Replies,
            ruled.Messages,
            turn,
            kind.Voice(ruled.Head, turn),
            options.Value.Lease
        );
        var next = (T)(
            ruled.Head with
            {
                Outbox = ruled.Head.Outbox.With(rendered.Entries),
                ToArchive =
                [
                    .. ruled.Archive.Select(entry => new ToArchive(entry.Id, entry.Partition, new(entry.Json))),
                ],
                ArchiveAt = ruled.Archive.Count > 0 ? turn.Now + LeftUnwritten : null,
                Handled = ruled.Head.Handled.With(
                    IsCheer(turn) ? null : rendered.Answer,
                    turn.Now,
                    turn.Input is Rang || IsCheer(turn) ? [] : [turn.Id, token]
                ),
            }
        );
        return new(ruled, rendered, next, kind.Write(turn.Key, next));
    }

    /// <summary>
    /// A tap that only opened a form or a list, all of it in the answer to the tap. There is nothing to save; if it is
    /// repeated it looks again.
    /// Deliveries it might have noted wait for a turn that is saved.
    /// </summary>
    private static bool OnlyLooked<T>(HeadKind<T> kind, T before, Turn turn, Made<T> made)
        where T : Head =>
        turn.Input is Tapped { InPlace: true }
        && made.Rendered.Entries.Count == 0
        && made.Ruled.Archive.Count == 0
        && kind.Write(turn.Key, before).Json.Span.SequenceEqual(kind.Write(turn.Key, made.Ruled.Head).Json.Span);

    /// <summary>A search asks with every letter typed: it leaves nothing behind, not even of a stranger.</summary>
    private static bool OnlySearched<T>(Turn turn, Made<T> made)
        where T : Head => turn.Input is Tapped { Surface: Surface.Search } && made.Rendered.Entries.Count == 0;

    /// <summary>What a turn made: all there is to save and to send.</summary>
    private readonly record struct Made<T>(TurnResult<T> Ruled, RenderedReplies Rendered, T Next, Document Document)
        where T : Head;

    private readonly record struct Ended(AlarmEnd End, InvokeResponse? Response = null);

    private static partial class Log
    {
        [LoggerMessage(
            1001,
            LogLevel.Error,
            "A turn of {Input} failed with {Fault}; the document is unchanged. {Stack}"
        )]
        public static partial void Failed(ILogger logger, string input, string fault, string? stack);

        [LoggerMessage(
            1002,
            LogLevel.Warning,
            "A message ({Policy}, {Attempts} attempts) was given up: nobody knows whether it arrived."
        )]
        public static partial void GivenUp(ILogger logger, OutboxPolicy policy, int attempts);
    }
}
