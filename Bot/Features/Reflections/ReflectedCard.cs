using Milestones.Cards;
using Milestones.School;
using Milestones.Views;

namespace Milestones.Features.Reflections;

/// <summary>The end of a reflection: thanks, the weeks in a row, and for a stuck goal a smaller step.</summary>
internal static class ReflectedCard
{
    public static Card Of(Reflection reflection, TurnContext<Person> context)
    {
        var voice = context.Voice;
        var title = voice["Reflect.Thanks"];
        var stuck =
            reflection.Goals.FirstOrDefault(one => one.Going == Going.Stuck) is { } snapshot
            && context.Person.FindGoal(snapshot.GoalId) is { IsActive: true } goal
                ? goal
                : null;
        CardAction[] actions =
        [
            .. stuck is null
                ? Array.Empty<CardAction>()
                :
                [
                    new Execute(
                        voice["Action.BreakDown"],
                        ProgressVerbs.BreakDown,
                        ("goal", stuck.Id),
                        ("token", context.Turn.NewId(0x75))
                    )
                    {
                        Style = "positive",
                    },
                ],
            .. reflection.Class is { } key && !reflection.WantsHelp
                ?
                [
                    new Execute(
                        voice["Reflect.Help"],
                        ReflectionVerbs.Help,
                        ("class", key.Partition),
                        ("week", reflection.Week.ToString()),
                        ("token", context.Turn.NewId(3))
                    ),
                ]
                : Array.Empty<CardAction>(),
            new Execute(voice["MyGoals.Title"], GoalVerbs.Mine),
        ];
        return CardParts.Framed(
            title,
            [
                CardParts.Heading(title),
                new TextBlock(StreakLine(context)),
                .. stuck is null
                    ? Array.Empty<CardElement>()
                    :
                    [
                        new TextBlock(voice["Reflect.OfferBreakDown"]) { Separator = true },
                        new RichTextBlock(new TextRun(stuck.Sentence)),
                    ],
                new ActionSet(actions),
            ],
            voice.Culture
        );
    }

    private static string StreakLine(TurnContext<Person> context) =>
        context.Person.Streak?.Weeks switch
        {
            > 1 and var weeks => context.Voice.Say("Reflect.Streak", ("weeks", weeks)),
            _ => context.Voice["Reflect.Streak.First"],
        };
}
