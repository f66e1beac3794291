using System.Text;

namespace Milestones.Cards;

/// <summary>
/// Whom a card mentions, as Teams reads it: each name stands in a text of the card, letter by letter.
/// </summary>
internal sealed record TeamsMentions(params IReadOnlyList<CardMention> Entities);

internal sealed record CardMention(string Text, MentionedPerson Mentioned)
{
    public string Type { get; } = "mention";

    /// <param name="objectId">Entra object id.</param>
    /// <param name="name">Freed of every sign that a client could read as markup: it must be found in the text as it
    /// is.</param>
    public static CardMention Of(string objectId, string name)
    {
        var plain = new StringBuilder(name.Length);
        foreach (var c in name)
        {
            if (char.IsLetterOrDigit(c) || char.IsSurrogate(c) || c is ' ' or '\'' or '’')
                plain.Append(c);
        }

        return new($"<at>{plain}</at>", new(objectId, plain.ToString()));
    }
}

internal sealed record MentionedPerson(string Id, string Name);
