using System.Text;
using Milestones.Channel.Teams;
using Milestones.Conversations;
using Milestones.Features.Importing;
using Milestones.Features.Safety;
using Milestones.Language.Concerns;
using Milestones.Storage;

namespace Milestones.Turns;

/// <summary>
/// A file or a table that a teacher sends in the personal chat is fetched and laid beside them before the turn: rules
/// themselves ask nobody. Of all others, and with words of concern, a message stays what it is.
/// </summary>
internal sealed class HandedTables(IDocumentStore store, HeadKinds kinds, Uploads uploads, FileDownloads files)
{
    private static readonly char[] Between = ['\n', '\t', ';', ','];

    /// <summary>The turn of what was handed in, or as it was.</summary>
    public async Task<Turn> WithTableAsync(Turn turn, CancellationToken cancellationToken)
    {
        var said = turn.Input as Said;
        if (turn.Input is not (Said or SaidNothing) || DocumentKeys.IsClassroom(turn.Key))
            return turn;
        var table = Pasted(turn, said);
        if (
            (table is null && turn.Handed?.Url is null)
            || SafetyHandler.Read(turn.Input) != Concern.None
            || await store.GetAsync(turn.Key, cancellationToken) is not { } stored
            || !HandedHandler.Taught(kinds.Person.Read(stored.Document)).Any()
        )
        {
            return turn;
        }

        // A cell may be a sentence: words of concern in one are answered first, and nothing is taken.
        var grave = (table ?? "").Split(Between).Where(cell => ConcernReader.Read(cell) != Concern.None).ToList();
        return turn with
        {
            Input =
                grave.Count > 0
                    ? (said ?? new("")) with
                    {
                        Beside = [.. said?.Beside ?? [], .. grave],
                    }
                    : await TakeAsync(turn, table, cancellationToken),
        };
    }

    private async Task<TableHanded> TakeAsync(Turn turn, string? table, CancellationToken cancellationToken)
    {
        var bytes = turn.Handed?.Url is { } url
            ? await files.GetAsync(url, ImportFile.Largest, cancellationToken)
            : Encoding.UTF8.GetBytes(table!);
        if (bytes is null)
            return new(null, "Import.Handed.NotHad");
        return ImportFile.FaultOf(bytes) is { } fault
            ? new(null, $"Page.Import.Fault.{fault}")
            : new(await uploads.KeepAsync(turn.Key, bytes, cancellationToken), null);
    }

    /// <summary>A table that was pasted: as the client sent it, else as its text reads.</summary>
    private static string? Pasted(Turn turn, Said? said) =>
        turn.Handed?.Table is { } rich && PastedTable.IsOne(rich) ? rich
        : said is { Text: var text } && PastedTable.IsOne(text) ? text
        : null;
}
