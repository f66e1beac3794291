using System.Globalization;
using Milestones.Cards;
using Milestones.Conversations;
using Milestones.Language;
using Milestones.School;
using Milestones.Views;

namespace Milestones.Features.Coaching;

/// <summary>
/// A goal in three taps, for grades K to 2: what, how many, until when. Nothing is typed and nothing is kept until the
/// last tap.
/// </summary>
internal static class PictureHandler
{
    public const string Start = "picture.start";
    public const string What = "picture.what";
    public const string HowMany = "picture.howMany";
    public const string When = "picture.when";

    /// <summary>Also where something was typed: the pictures are those for it.</summary>
    public static TurnResult<Person> Begin(TurnContext<Person> context, Area area = Area.None) =>
        new(
            context.Person,
            context.Here(
                Card(
                    context.Voice["Picture.What"],
                    Picture
                        .For(area)
                        .Select(picture =>
                            Tile(
                                picture.Sign,
                                context.Voice[$"Picture.{picture.Name}"],
                                new Execute(context.Voice[$"Picture.{picture.Name}"], What, ("picture", picture.Name))
                            )
                        ),
                    context
                ),
                context.Voice["Picture.What"]
            )
        );

    public static TurnResult<Person> ChooseWhat(CardData data, TurnContext<Person> context) =>
        Picture.Find(data.Text("picture")) is not { } picture
            ? Gone(context)
            : Ask(
                $"{picture.Sign} {Frame(picture, "___", context)}",
                Picture.Numbers.Select(number =>
                    Tile(
                        number.ToString(CultureInfo.InvariantCulture),
                        string.Empty,
                        new Execute(
                            number.ToString(CultureInfo.InvariantCulture),
                            HowMany,
                            ("picture", picture.Name),
                            ("count", number.ToString(CultureInfo.InvariantCulture))
                        )
                    )
                ),
                context
            );

    public static TurnResult<Person> ChooseHowMany(CardData data, TurnContext<Person> context)
    {
        var token = context.Turn.NewId();
        return Chosen(data) is not ({ } picture, { } count)
            ? Gone(context)
            : Ask(
                $"{picture.Sign} {Frame(picture, count, context)} {context.Voice["Picture.Until"]}",
                Picture.Times.Select(time =>
                    Tile(
                        "📅",
                        context.Voice[$"Picture.{time.Name}"],
                        new Execute(
                            context.Voice[$"Picture.{time.Name}"],
                            When,
                            ("picture", picture.Name),
                            ("count", count),
                            ("when", time.Name),
                            ("token", token)
                        )
                    )
                ),
                context
            );
    }

    public static TurnResult<Person> ChooseWhen(CardData data, TurnContext<Person> context)
    {
        var time = Picture.Times.FirstOrDefault(one => one.Name == data.Text("when"));
        if (Chosen(data) is not ({ } picture, { } count) || time.Name is null)
        {
            return Gone(context);
        }

        if (context.Person.Goals.Count(goal => goal.IsActive) >= Goal.MaxActive)
        {
            return new(context.Person, new Notice(context.Voice.Say("Goals.Full", ("max", Goal.MaxActive))));
        }

        var target = double.Parse(count, CultureInfo.InvariantCulture);
        var measure = new Measure(count, target, Unit: picture.Unit);
        var deadline = context.Today.AddDays(time.Days);
        var goal = new Goal(
            context.Turn.NewId(),
            Frame(picture, count, context),
            picture.Area,
            measure,
            null,
            null,
            null,
            null,
            deadline,
            Aspects.Specific | Aspects.Measurable | Aspects.TimeBound,
            Aspects.None,
            context.Today
        )
        {
            Milestones = MilestonePlan.Propose(measure, null, context.Today, deadline),
        };
        var title = context.Voice["Saved.Title"];
        var card = CardParts.Framed(
            title,
            [
                CardParts.Heading($"{picture.Sign} {goal.Sentence}"),
                .. GoalProgress.Bar(goal, context),
                new TextBlock(context.Voice["Picture.Saved"]),
                GoalProgress.ToMyGoals(context),
            ],
            context.Voice.Culture
        ) with
        {
            Speak = $"{title} {goal.Sentence}",
        };
        return new(
            context.Person with
            {
                Goals = [.. context.Person.Goals, goal],
                Dialog = null,
            },
            context.Here(card, title)
        );
    }

    private static (Picture? Picture, string? Count) Chosen(CardData data) =>
        (
            Picture.Find(data.Text("picture")),
            data.Number("count") is { } count && Picture.Numbers.Contains((int)count) && count == (int)count
                ? ((int)count).ToString(CultureInfo.InvariantCulture)
                : null
        );

    private static string Frame(Picture picture, string count, TurnContext<Person> context) =>
        context.Voice.Say(
            count == "1" ? $"Picture.{picture.Name}.FrameOne" : $"Picture.{picture.Name}.Frame",
            ("count", count)
        );

    private static TurnResult<Person> Ask(string title, IEnumerable<Column> tiles, TurnContext<Person> context) =>
        new(context.Person, context.Here(Card(title, tiles, context), title));

    private static TurnResult<Person> Gone(TurnContext<Person> context) =>
        new(context.Person, new Notice(context.Voice["Tap.Gone"]));

    private static Card Card(string title, IEnumerable<Column> tiles, TurnContext<Person> context) =>
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
