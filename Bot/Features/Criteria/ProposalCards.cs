using Milestones.Cards;
using Milestones.Localization;
using Milestones.School;
using Milestones.Views;

namespace Milestones.Features.Criteria;

/// <summary>A student says what good work on their goal would show.</summary>
internal static class ProposalCards
{
    public const int Room = 2000;

    /// <summary>The way in, named by the goal.</summary>
    public static Execute Begin(Goal goal, Voice voice) =>
        new(
            voice.Say("Criteria.Propose.For", ("goal", GoalCards.InBrief(goal.Sentence))),
            CriteriaVerbs.Propose,
            ("goal", goal.Id)
        );

    /// <param name="typed">What is in the field: what was typed before, or what there is.</param>
    public static Card Form(Goal goal, string typed, string? wrong, TurnContext<Person> context)
    {
        var voice = context.Voice;
        var classes = ProposalHandler.Classes(context.Person);
        return CardParts.Framed(
            voice["Criteria.Propose"],
            [
                CardParts.Heading(voice["Criteria.Propose"]),
                new RichTextBlock(new TextRun(goal.Sentence) { Weight = "bolder" }),
                .. wrong is null ? Array.Empty<CardElement>() : [CardParts.Wrong(Markdown.Escape(wrong))],
                new TextInput(
                    voice.Say(
                        "Criteria.Propose.Field",
                        ("fewest", SuccessCriteria.Fewest),
                        ("most", SuccessCriteria.Most)
                    )
                )
                {
                    Id = "criteria",
                    Value = typed,
                    Placeholder = voice["Criteria.Propose.Example"],
                    IsMultiline = true,
                    MaxLength = Room,
                },
                .. classes.Count > 1
                    ?
                    [
                        new ChoiceInput(
                            voice["Criteria.Propose.Class"],
                            [.. classes.Select(one => new Choice(Name(one, voice), one.Class.Partition))]
                        )
                        {
                            Id = "class",
                            Style = "expanded",
                            Value = classes[0].Class.Partition,
                        },
                    ]
                    : Array.Empty<CardElement>(),
                CardParts.Small(voice[classes.Count == 0 ? "Criteria.OnlyYou" : "Criteria.Propose.WhoSees"]),
                new ActionSet(
                    new Execute(
                        voice[classes.Count == 0 ? "Criteria.Save" : "Criteria.Propose.Send"],
                        CriteriaVerbs.Offer,
                        ("goal", goal.Id),
                        ("token", context.Turn.NewId(1))
                    )
                    {
                        Style = "positive",
                    },
                    new Execute(voice["Criteria.Title"], CriteriaVerbs.Mine) { AssociatedInputs = "none" }
                ),
            ],
            voice.Culture
        );
    }

    private static string Name(Membership one, Voice voice) =>
        one.ClassName.Length > 0 ? one.ClassName : voice["Class.NoName"];
}
