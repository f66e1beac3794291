using Milestones.Cards;
using Milestones.Conversations;
using Milestones.Language;
using Milestones.School;
using Milestones.Views;

namespace Milestones.Features.Goals;

/// <summary>
/// <em>Share my goal</em> in any chat: finds one's own goals, and makes of each a card that its owner puts into the
/// chat themselves. Plans, obstacles, reasons and reflections are not on it.
/// </summary>
internal static class ShareHandler
{
    public static TurnResult<Person> Find(Tapped tapped, TurnContext<Person> context)
    {
        var (person, voice, data) = (context.Person, context.Voice, tapped.Data);
        var asked = Folding.Fold(data.Text("text") ?? string.Empty);
        var found = person
            .Goals.Where(goal => goal.ClosedOn is null)
            .Where(goal => Folding.Fold(goal.Sentence).Contains(asked, StringComparison.OrdinalIgnoreCase))
            .OrderBy(goal => goal.ReachedOn is not null)
            .Skip((int)(data.Number("skip") ?? 0))
            .Take((int)(data.Number("count") ?? Goal.MaxActive))
            .Select(goal => new FoundCard(Card(goal, context), goal.Sentence, Stand(goal, context)))
            .ToList();
        return new(
            person,
            found.Count > 0 ? new Found(found) : new Notice(voice[asked.Length > 0 ? "Share.NoneSo" : "Share.None"])
        );
    }

    /// <summary>Words of one of their goals say nothing new: they are looked for, and not listened to.</summary>
    public static bool IsOfOwnGoal(Tapped tapped, Person person) =>
        tapped.Verb == ShareVerbs.Goals
        && Folding.Fold(tapped.Data.Text("text") ?? string.Empty) is var asked
        && person.Goals.Any(goal => Folding.Fold(goal.Sentence).Contains(asked, StringComparison.OrdinalIgnoreCase));

    private static Card Card(Goal goal, TurnContext<Person> context)
    {
        var voice = context.Voice;
        var title = voice.Say(
            "Share.Title",
            ("name", PeopleNames.First(context.Person.Name ?? voice["Class.Somebody"]))
        );
        return new Card([
            CardParts.Heading(Markdown.Escape(title)),
            new RichTextBlock(new TextRun(goal.Sentence)),
            .. goal.Share is { } share
                ? [new Image(BarPicture.Of(share), Stand(goal, context)) { Size = "stretch" }]
                : Array.Empty<CardElement>(),
            CardParts.Small(Stand(goal, context)),
        ]).In(voice.Culture, $"{title}: {goal.Sentence}. {Stand(goal, context)}");
    }

    /// <summary>How far it is, by its number or its steps, and until when: nothing that says it goes badly.</summary>
    private static string Stand(Goal goal, TurnContext<Person> context)
    {
        var (voice, unit) = (context.Voice, goal.Measure.Unit);
        return goal switch
        {
            { ReachedOn: { } on } => voice.Say("Share.Reached", ("day", voice.Day(on, context.Today))),
            { Measure.Target: { } target, Current: { } now, Deadline: { } by } => voice.Say(
                "Share.NumberBy",
                ("now", Quantities.Say(now, unit, voice)),
                ("goal", Quantities.Say(target, unit, voice)),
                ("day", voice.Day(by, context.Today))
            ),
            { Deadline: { } by } => voice.Say("Share.By", ("day", voice.Day(by, context.Today))),
            _ => voice["Share.UnderWay"],
        };
    }
}
