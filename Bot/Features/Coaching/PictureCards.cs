using System.Globalization;
using Milestones.Cards;
using Milestones.School;
using Milestones.Views;

namespace Milestones.Features.Coaching;

/// <summary>The cards of a goal in pictures: big tiles, a word each, and the goal when it is set.</summary>
internal static class PictureCards
{
    public static Card What(IEnumerable<Picture> pictures, TurnContext<Person> context) =>
        Tiles(
            context.Voice["Picture.What"],
            pictures.Select(picture =>
                Tile(
                    picture.Sign,
                    context.Voice[$"Picture.{picture.Name}"],
                    new Execute(
                        context.Voice[$"Picture.{picture.Name}"],
                        PictureHandler.What,
                        ("picture", picture.Name)
                    )
                )
            ),
            context
        );

    public static (Card Card, string Title) HowMany(Picture picture, TurnContext<Person> context)
    {
        var title = $"{picture.Sign} {Frame(picture, "___", context)}";
        return (
            Tiles(
                title,
                Picture.Numbers.Select(number =>
                    Tile(
                        number.ToString(CultureInfo.InvariantCulture),
                        string.Empty,
                        new Execute(
                            number.ToString(CultureInfo.InvariantCulture),
                            PictureHandler.HowMany,
                            ("picture", picture.Name),
                            ("count", number.ToString(CultureInfo.InvariantCulture))
                        )
                    )
                ),
                context
            ),
            title
        );
    }

    public static (Card Card, string Title) When(Picture picture, int count, TurnContext<Person> context)
    {
        var (token, number) = (context.Turn.NewId(), count.ToString(CultureInfo.InvariantCulture));
        var title = $"{picture.Sign} {Frame(picture, number, context)} {context.Voice["Picture.Until"]}";
        return (
            Tiles(
                title,
                Picture.Times.Select(time =>
                    Tile(
                        "📅",
                        context.Voice[$"Picture.{time.Name}"],
                        new Execute(
                            context.Voice[$"Picture.{time.Name}"],
                            PictureHandler.When,
                            ("picture", picture.Name),
                            ("count", number),
                            ("when", time.Name),
                            ("token", token)
                        )
                    )
                ),
                context
            ),
            title
        );
    }

    public static Card Saved(Picture picture, Goal goal, TurnContext<Person> context)
    {
        var title = context.Voice["Saved.Title"];
        return CardParts.Framed(
            title,
            [
                CardParts.Heading($"{picture.Sign} {goal.Sentence}"),
                .. GoalProgress.Bar(goal, context),
                new TextBlock(context.Voice["Picture.Saved"]),
                new ActionSet(
                    GoalProgress.PlusOne(goal, context.Turn.NewId(1), context),
                    new Execute(context.Voice["MyGoals.Title"], GoalVerbs.Mine)
                ),
            ],
            context.Voice.Culture
        ) with
        {
            Speak = $"{title} {goal.Sentence}",
        };
    }

    /// <summary>The goal as a sentence: "I will read 5 books."</summary>
    public static string Frame(Picture picture, string count, TurnContext<Person> context) =>
        context.Voice.Say(
            count == "1" ? $"Picture.{picture.Name}.FrameOne" : $"Picture.{picture.Name}.Frame",
            ("count", count)
        );

    private static Card Tiles(string title, IEnumerable<Column> tiles, TurnContext<Person> context) =>
        CardParts.Framed(
            title,
            [CardParts.Heading(title), .. tiles.Chunk(3).Select(row => new ColumnSet(row) { Spacing = "medium" })],
            context.Voice.Culture
        );

    /// <summary>A big sign with its word below; the whole tile is the button.</summary>
    private static Column Tile(string sign, string word, Execute tap) =>
        new(
            "1",
            word.Length == 0
                ?
                [
                    new TextBlock(sign)
                    {
                        Size = "extraLarge",
                        Weight = "bolder",
                        HorizontalAlignment = "center",
                    },
                ]
                :
                [
                    new TextBlock(sign) { Size = "extraLarge", HorizontalAlignment = "center" },
                    new TextBlock(word)
                    {
                        HorizontalAlignment = "center",
                        Weight = "bolder",
                        Spacing = "none",
                    },
                ]
        )
        {
            Style = "emphasis",
            SelectAction = tap,
        };
}
