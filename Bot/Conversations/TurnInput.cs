namespace Milestones.Conversations;

/// <summary>What a person or the clock did. Nothing in it is trusted beyond being what was sent.</summary>
internal abstract record TurnInput;

/// <summary>
/// A message typed, or a suggestion tapped: the text, cleaned of control characters and of the mention of the bot.
/// </summary>
internal sealed record Said(string Text) : TurnInput
{
    /// <summary>The command, where the whole text is one.</summary>
    public Command? Command { get; } = Commands.Read(Text);

    /// <summary>
    /// Texts the client sent beside the message, as an old card's button does. They answer nothing, and are words all
    /// the same.
    /// </summary>
    public IReadOnlyList<string> Beside { get; init; } = [];

    /// <summary>The second reader that was asked about these words; null where none was.</summary>
    public SecondReading? Second { get; init; }
}

/// <summary>
/// A message that was changed after it was sent. New words of concern are answered; the last message's new words
/// correct
/// what it said.
/// </summary>
/// <param name="Of">The id of the turn the message was taken with at first.</param>
internal sealed record Edited(string Text, string Of) : TurnInput;

/// <summary>A message with nothing to read in it: a picture, a file, a sticker.</summary>
internal sealed record SaidNothing : TurnInput;

/// <summary>A teacher handed in a file or a table, which was looked at and laid beside them.</summary>
/// <param name="File">Its id; null where it could not be had or read.</param>
/// <param name="Fault">The key of the text that says why not.</param>
internal sealed record TableHanded(string? File, string? Fault) : TurnInput;

/// <summary>A button of a card.</summary>
/// <param name="Token">The card's one-time token: a second tap on the same button carries the same one.</param>
/// <param name="CardId">The activity that showed the card, where the client told.</param>
/// <param name="InPlace">True when the answer to this request can replace the card (an invoke); else the card's message
/// is updated.</param>
internal sealed record Tapped(string Verb, CardData Data, string? Token, string? CardId, bool InPlace) : TurnInput
{
    /// <summary>What it was done in, which is where the answer to this request stands.</summary>
    public Surface Surface { get; init; }
}

internal enum Surface
{
    /// <summary>A card in a conversation.</summary>
    Card,

    /// <summary>A dialog that Teams opened for this person alone, over whatever they were looking at.</summary>
    Dialog,

    /// <summary>The list of results above the line in which a message is written.</summary>
    Search,
}

/// <summary>A page is opened. It reads what a card would, and changes no document.</summary>
/// <param name="Verb">What opening it is called in the table of who may do what.</param>
/// <param name="Class">The class it is about; null for a page of one's own.</param>
/// <param name="Student">Entra object id, where it is about one student of the class.</param>
internal sealed record Looked(string Verb, DocumentKey? Class = null, string? Student = null) : TurnInput;

/// <summary>The bot was added here, or the chat was opened for the first time.</summary>
internal sealed record Installed : TurnInput;

/// <summary>The bot was removed here.</summary>
internal sealed record Uninstalled : TurnInput;

/// <summary>Something happened to a team: people came or went, it was renamed, archived, deleted.</summary>
/// <param name="Event">Teams' own word, such as <c>teamMemberAdded</c>.</param>
/// <param name="Removed">Entra object ids, or account ids where Teams told no other, of those who left.</param>
/// <param name="ChannelId">The channel it happened to, where it did.</param>
internal sealed record TeamChanged(string Event, string? Name, IReadOnlyList<string> Removed, string? ChannelId)
    : TurnInput;

/// <summary>The document's own alarm; what inherits it brings along what was looked up for the alarm.</summary>
internal record Rang : TurnInput;
