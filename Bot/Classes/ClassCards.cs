using Milestones.Cards;
using Milestones.Localization;

namespace Milestones.Classes;

/// <summary>The welcome in the channel, and the parts that all cards of a class share.</summary>
internal static class ClassCards
{
    public static Card Welcome(Classroom classroom, string? addedBy, Voice voice)
    {
        var title = voice["Class.Welcome.Title"];
        return Framed(
            [
                Heading(title),
                new TextBlock(voice["Class.Welcome.What"]),
                .. addedBy is null ? Array.Empty<CardElement>() : [new RichTextBlock(new TextRun(voice.Say("Class.Welcome.AddedBy", ("name", addedBy))) { IsSubtle = true })],
                new TextBlock(voice["Class.Welcome.Private"]),
                new ActionSet(
                [
                    .. ChatWith(classroom.Chat?.BotId) is { } chat ? [new OpenUrl(voice["Class.Welcome.Chat"], chat)] : Array.Empty<CardAction>(),
                    new Execute(voice["Class.Welcome.SetUp"], ClassVerbs.SetUp, ("class", classroom.Key.Partition)),
                ]),
            ],
            title,
            voice);
    }

    /// <summary>Opens the private chat with the bot.</summary>
    /// <remarks>https://learn.microsoft.com/azure/bot-service/channel-connect-teams</remarks>
    private static string? ChatWith(string? botId) =>
        botId?.StartsWith("28:", StringComparison.Ordinal) == true ? $"https://teams.microsoft.com/l/chat/0/0?users=28:{Uri.EscapeDataString(botId[3..])}" : null;

    public static Card Choose(IEnumerable<Classroom> classes, Voice voice) => Framed(
        [
            Heading(voice["SetUp.Which"]),
            .. classes.Chunk(6).Select(some => new ActionSet([.. some.Select(one => new Execute(one.Name ?? voice["Class.NoName"], ClassVerbs.SetUp, ("class", one.Key.Partition)))])),
        ],
        voice["SetUp.Which"],
        voice);

    public static Card Framed(IReadOnlyList<CardElement> body, string title, Voice voice) =>
        new(body) { Lang = voice.Culture.TwoLetterISOLanguageName, Speak = title, FallbackText = title };

    public static TextBlock Heading(string text) => new(Markdown.Escape(text)) { Style = "heading", Size = "large", Weight = "bolder" };

    public static TextBlock Wrong(string text) => new(text) { Color = "attention", Size = "small", Spacing = "none" };
}
