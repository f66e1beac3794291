using Milestones.Cards;
using Milestones.Localization;
using Milestones.School;
using Milestones.Views;

namespace Milestones.Features.Classes;

/// <summary>The welcome in the channel, and the parts that all cards of a class share.</summary>
internal static class ClassCards
{
    public static Card Welcome(Classroom classroom, string? addedBy, ClassOptions options, Voice voice)
    {
        var title = voice["Class.Welcome.Title"];
        return CardParts.Framed(
            title,
            [
                CardParts.Heading(Markdown.Escape(title)),
                new TextBlock(voice["Class.Welcome.What"]),
                .. addedBy is null
                    ? Array.Empty<CardElement>()
                    :
                    [
                        new RichTextBlock(
                            new TextRun(voice.Say("Class.Welcome.AddedBy", ("name", addedBy))) { IsSubtle = true }
                        ),
                    ],
                new TextBlock(voice["Class.Welcome.Private"]),
                new TextBlock(
                    voice.Say(
                        options.AsksGraph ? "Class.Welcome.Owners"
                            : classroom.InstalledBy is null ? "Class.Welcome.Code"
                            : "Class.Welcome.Installer",
                        ("name", Markdown.Escape(addedBy ?? voice["Class.Somebody"]))
                    )
                ),
                new ActionSet([
                    .. ChatWith(classroom.Chat?.BotId) is { } chat
                        ? [new OpenUrl(voice["Class.Welcome.Chat"], chat)]
                        : Array.Empty<CardAction>(),
                    new Execute(voice["Class.Welcome.SetUp"], ClassVerbs.SetUp, ("class", classroom.Key.Partition)),
                    .. classroom.InstalledBy is null
                        ? Array.Empty<CardAction>()
                        : [new Execute(voice["Class.NotOurs"], ClassVerbs.NotOurs)],
                ]),
            ],
            voice.Culture
        );
    }

    /// <summary>Opens the private chat with the bot.</summary>
    /// <remarks>https://learn.microsoft.com/azure/bot-service/channel-connect-teams</remarks>
    private static string? ChatWith(string? botId) =>
        botId?.StartsWith("28:", StringComparison.Ordinal) == true
            ? $"https://teams.microsoft.com/l/chat/0/0?users=28:{Uri.EscapeDataString(botId[3..])}"
            : null;

    public static Card Choose(IEnumerable<Classroom> classes, Voice voice) =>
        CardParts.Framed(
            voice["SetUp.Which"],
            [
                CardParts.Heading(Markdown.Escape(voice["SetUp.Which"])),
                .. classes
                    .Chunk(6)
                    .Select(some => new ActionSet([
                        .. some.Select(one => new Execute(
                            one.Name ?? voice["Class.NoName"],
                            ClassVerbs.SetUp,
                            ("class", one.Key.Partition)
                        )),
                    ])),
            ],
            voice.Culture
        );
}
