using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Milestones.Conversations;
using Milestones.Localization;
using Milestones.School;
using Milestones.Storage;

namespace Milestones.Turns;

/// <summary>
/// What the turn needs to know of one kind of document: how it begins, how it is stored, and what its rules are.
/// </summary>
/// <param name="Rules">Pure: the document and the turn in, the next document and the replies out.</param>
internal sealed record HeadKind<T>(
    string Name,
    JsonTypeInfo<T> Json,
    Func<Turn, T> Begin,
    Func<T, Turn, OtherDocuments, TurnResult<T>> Rules
)
    where T : Head
{
    /// <summary>How to speak to whoever took the turn.</summary>
    public required Func<T, Turn, Voice> Voice { get; init; }

    /// <summary>
    /// Other documents the rules want to read in this turn; most turns want none. Asked again with what was read, until
    /// it names nothing new.
    /// </summary>
    public Func<T, Turn, OtherDocuments, IReadOnlyCollection<DocumentKey>> Needs { get; init; } =
        static (_, _, _) => [];

    private readonly JsonTypeInfo<T> _stored = StoredJson.Reading(Json);

    /// <exception cref="StoreUnavailableException">A newer bot wrote it, or it cannot be read. It stays as it is, and
    /// nothing may be acknowledged.</exception>
    public T Read(Document document)
    {
        try
        {
            var head =
                JsonSerializer.Deserialize(document.Json.Span, _stored)
                ?? throw new JsonException("A document is never null.");
            return head.Schema <= Head.CurrentSchema
                ? head
                : throw new StoreUnavailableException(
                    $"A document has schema {head.Schema}, this version knows up to "
                        + $"{Head.CurrentSchema}. Run the newer version of the bot; nothing was changed."
                );
        }
        catch (Exception e) when (e is JsonException or NotSupportedException)
        {
            throw new StoreUnavailableException($"A document of kind {Name} cannot be read; nothing was changed.", e);
        }
    }

    /// <exception cref="StoreUnavailableException">It holds what JSON cannot: a number without end, half a character.
    /// Nothing may be acknowledged.</exception>
    public Document Write(DocumentKey key, T head)
    {
        try
        {
            return new(key, Name, ScratchJson.Bytes(head, Json, ScratchJson.AsStored), head.WakeAt);
        }
        catch (Exception e) when (e is ArgumentException or JsonException or NotSupportedException)
        {
            throw new StoreUnavailableException(
                $"A document of kind {Name} cannot be written; nothing was changed.",
                e
            );
        }
    }
}
