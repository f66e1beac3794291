using Milestones.Cards;
using Milestones.Conversations;
using Milestones.School;
using Milestones.Views;

namespace Milestones.Features.Importing;

/// <summary>
/// A teacher handed in a file or a table in the chat. It waits for an hour; what is done with it is looked at on the
/// class's page, as of a file that is handed in there.
/// </summary>
internal static class HandedHandler
{
    private const int MostClasses = 12;

    public static TurnResult<Person> Offer(TableHanded handed, TurnContext<Person> context)
    {
        var (person, voice) = (context.Person, context.Voice);
        if (handed.File is not { } file)
            return new(person, new Say(voice[handed.Fault ?? "Import.Handed.NotHad"]));
        var classes = Taught(person).ToList();
        var title = voice["Import.Handed.Title"];
        return new(
            person,
            new Show(
                CardParts.Framed(
                    title,
                    [
                        CardParts.Heading(title),
                        new TextBlock(voice[classes.Count == 1 ? "Import.Handed.Look" : "Import.Handed.Which"]),
                        new ActionSet([
                            .. classes
                                .Take(MostClasses)
                                .Select(one => new Execute(
                                    classes.Count == 1 ? voice["Import.Handed.Do"] : NameOf(one, context),
                                    PageVerbs.Class,
                                    ("class", one.Class.Partition),
                                    ("file", file)
                                )),
                        ]),
                    ],
                    voice.Culture
                ),
                title
            )
        );
    }

    public static IEnumerable<Membership> Taught(Person person) =>
        person.Classes.Where(one => one.Role == MemberRole.Teacher);

    private static string NameOf(Membership one, TurnContext<Person> context) =>
        one.ClassName.Length > 0 ? one.ClassName : context.Voice["Class.NoName"];
}
