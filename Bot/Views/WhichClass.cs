using Milestones.Cards;
using Milestones.Localization;
using Milestones.School;

namespace Milestones.Views;

/// <summary>Somebody teaches several classes: which one is meant?</summary>
internal static class WhichClass
{
    /// <summary>Clients show so many buttons in a row.</summary>
    private const int Buttons = 6;

    /// <param name="verb">What is done with the class, which comes with it as <c>class</c>.</param>
    public static Card Of(IEnumerable<Membership> classes, string verb, Voice voice) =>
        CardParts.Framed(
            voice["Teach.Which"],
            [
                new TextBlock(voice["Teach.Which"]) { Weight = "bolder" },
                .. classes
                    .Chunk(Buttons)
                    .Select(some => new ActionSet([
                        .. some.Select(one => new Execute(
                            one.ClassName.Length > 0 ? one.ClassName : voice["Class.NoName"],
                            verb,
                            ("class", one.Class.Partition)
                        )),
                    ])),
            ],
            voice.Culture
        );
}
