using Milestones.Conversations;
using Milestones.Language.Wanted;

namespace Milestones.School;

/// <summary>
/// One feature's table of contents: every button of its cards, command in words, message from another document and
/// alarm it answers, each with its handler.
/// The router joins the tables of all features; what two of them claim is refused at start.
/// </summary>
/// <param name="Feature">Its name, for whoever reads why a route was refused.</param>
internal sealed record Routes<T>(string Feature)
    where T : Head
{
    /// <summary>
    /// By the verb of a button. Null from a handler: the card's time is over, or what it is about is not this person's.
    /// </summary>
    public IReadOnlyDictionary<string, Func<Tapped, TurnContext<T>, TurnResult<T>?>> Verbs { get; init; } =
        new Dictionary<string, Func<Tapped, TurnContext<T>, TurnResult<T>?>>();

    /// <summary>
    /// Verbs of cards that were sent once and are sent no more, or that are given on by another card: they stand on no
    /// card, and are answered still.
    /// </summary>
    public IReadOnlyCollection<string> Retired { get; init; } = [];

    /// <summary>By the command. Null from a handler: nothing is open that the word could be about.</summary>
    public IReadOnlyDictionary<Command, Func<TurnContext<T>, TurnResult<T>?>> Commands { get; init; } =
        new Dictionary<Command, Func<TurnContext<T>, TurnResult<T>?>>();

    /// <summary>
    /// By what a sentence in the person's own words wants, once that is sure. Null from a handler: nothing it could be
    /// about. The router brings an open question back after it, unless the handler opens one of its own.
    /// </summary>
    public IReadOnlyDictionary<Intent, Func<TurnContext<T>, TurnResult<T>?>> Wants { get; init; } =
        new Dictionary<Intent, Func<TurnContext<T>, TurnResult<T>?>>();

    /// <summary>
    /// Typed words that answer a question this feature has open beside the dialogs, as a tap on its card would. Null:
    /// it has none, or they do not answer it.
    /// </summary>
    public Func<TurnContext<T>, TurnResult<T>?>? Answers { get; init; }

    /// <summary>By the type of the message; made with <see cref="On{TMessage}"/>.</summary>
    public IReadOnlyList<MessageRoute<T>> Messages { get; init; } = [];

    /// <summary>What the clock can bring; each looks itself whether anything is due.</summary>
    public IReadOnlyList<Func<TurnContext<T>, TurnResult<T>>> Alarms { get; init; } = [];

    /// <summary>
    /// After each turn: when the document next wants to be looked at, and what follows from what was done.
    /// </summary>
    public Func<TurnResult<T>, TurnContext<T>, TurnResult<T>>? AfterEach { get; init; }

    /// <summary>
    /// Other documents the feature wants to read in this turn. Asked again with what was read, until it names nothing
    /// new.
    /// </summary>
    public Func<T, Turn, OtherDocuments, IReadOnlyCollection<DocumentKey>>? Needs { get; init; }

    public static MessageRoute<T> On<TMessage>(Func<TMessage, TurnContext<T>, TurnResult<T>> handler)
        where TMessage : DocumentMessage =>
        new(typeof(TMessage), (message, context) => handler((TMessage)message, context));
}

/// <param name="Message">The type of message.</param>
internal sealed record MessageRoute<T>(Type Message, Func<DocumentMessage, TurnContext<T>, TurnResult<T>> Take)
    where T : Head;
