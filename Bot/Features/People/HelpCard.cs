using Milestones.Cards;
using Milestones.Localization;
using Milestones.School;
using Milestones.Views;

namespace Milestones.Features.People;

/// <summary>
/// What one can say, a line each: as a card, because clients run the lines of a plain message together.
/// </summary>
internal static class HelpCard
{
    public static Card Of(TurnContext<Person> context)
    {
        var voice = context.Voice;
        var classes = context.Person.Classes;
        var teaches = classes.Any(known => known.Role == MemberRole.Teacher);
        var learns = !teaches || classes.Any(known => known.Role != MemberRole.Teacher);
        return CardParts.Framed(
            voice["Help.Title"],
            [
                CardParts.Heading(voice["Help.Title"]),
                .. learns ? Lines("Help.Text", voice) : [],
                .. teaches ? Lines("Help.Teacher", voice) : [],
                .. learns
                    ?
                    [
                        new ActionSet(
                            new Execute(voice["Action.NewGoal"], GoalVerbs.New) { Style = "positive" },
                            new Execute(voice["MyGoals.Title"], GoalVerbs.Mine)
                        ),
                    ]
                    : Array.Empty<CardElement>(),
            ],
            voice.Culture
        ) with
        {
            FallbackText = string.Join(
                '\n',
                voice
                    .List(learns ? "Help.Text" : "Help.Teacher")
                    .Select(line => line.Replace("**", string.Empty, StringComparison.Ordinal))
            ),
        };
    }

    /// <summary>A line each, first what it is about, then what one can say.</summary>
    public static IEnumerable<CardElement> Lines(string key, Voice voice) =>
        voice.List(key).Select(line => new TextBlock(line) { Spacing = "small" });
}
