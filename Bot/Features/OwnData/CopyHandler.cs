using Milestones.Cards;
using Milestones.Conversations;
using Milestones.School;

namespace Milestones.Features.OwnData;

/// <summary>
/// <em>Download my data</em>: a link and a code, both needed, both from this chat, for ten minutes.
/// </summary>
internal static class CopyHandler
{
    public const string Path = "/my-data";

    public static TurnResult<Person> Offer(TurnContext<Person> context, SchoolOptions school)
    {
        var voice = context.Voice;
        if (school.Address.Length == 0)
            return new(context.Person, new Say(voice["Copy.AskSchool"], voice.List("Suggest.Home")));
        var (link, token, code) = CopyLink.New(context.Person.Id, context.Turn.Seed, context.Now);
        var said = voice.Say("Copy.Offer", ("code", code));
        return new(
            context.Person with
            {
                Copy = link,
            },
            new Show(
                CardParts.Framed(
                    voice["Copy.Title"],
                    [
                        CardParts.Heading(voice["Copy.Title"]),
                        new TextBlock(said),
                        new ActionSet([
                            new OpenUrl(voice["Action.OpenCopy"], $"{school.Address.TrimEnd('/')}{Path}/{token}"),
                        ]),
                    ],
                    voice.Culture
                ),
                voice["Copy.Title"]
            )
        );
    }
}
