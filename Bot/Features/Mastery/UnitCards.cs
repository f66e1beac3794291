using Milestones.Cards;
using Milestones.School;
using Milestones.Views;

namespace Milestones.Features.Mastery;

/// <summary>A teacher's units: all of a class, a new one, and whether something is meant.</summary>
internal static class UnitCards
{
    private const int RoomForTargets = 6000;

    /// <param name="note">What was just done.</param>
    public static TurnResult<Person> ListOf(UnitView view, string? note) =>
        new(view.Context.Person, view.Context.Here(List(view, note), note ?? Title(view)));

    public static Card List(UnitView view, string? note)
    {
        var (voice, classroom) = (view.Voice, view.Classroom);
        var why =
            classroom.Settings is null ? voice["Teach.Units.SetUpFirst"]
            : ClassUnits.HasRoom(classroom) ? null
            : voice.Say("Teach.Units.NoRoom", ("n", LearningUnit.MostKept));
        return CardParts.Framed(
            note ?? Title(view),
            [
                CardParts.Heading(Markdown.Escape(Title(view))),
                .. note is null ? Array.Empty<CardElement>() : [new TextBlock(Markdown.Escape(note))],
                .. classroom.Units.Count == 0 ? [new TextBlock(voice["Teach.Units.None"])] : Array.Empty<CardElement>(),
                .. classroom.Units.Reverse().Select(unit => Row(unit, view)),
                .. why is null ? Array.Empty<CardElement>() : [CardParts.Small(why)],
                .. why is not null
                    ? Array.Empty<CardElement>()
                    :
                    [
                        new ActionSet(view.Button(voice["Teach.Units.New"], UnitVerbs.New) with { Style = "positive" })
                        {
                            Spacing = "medium",
                        },
                    ],
            ],
            voice.Culture
        );
    }

    public static Card Form(UnitForm form, UnitView view)
    {
        var voice = view.Voice;
        return CardParts.Framed(
            voice["Teach.Units.New"],
            [
                CardParts.Heading(voice["Teach.Units.New"]),
                .. form.Wrong is null ? Array.Empty<CardElement>() : [CardParts.Wrong(form.Wrong)],
                new TextInput(voice["Teach.Units.Name"])
                {
                    Id = "name",
                    Value = form.Name,
                    Placeholder = voice["Teach.Units.Name.Example"],
                    MaxLength = LearningUnit.LongestName,
                },
                new TextInput(voice["Teach.Units.Targets"])
                {
                    Id = "targets",
                    Value = form.Targets,
                    Placeholder = voice["Teach.Units.Targets.Example"],
                    IsMultiline = true,
                    MaxLength = RoomForTargets,
                },
                CardParts.Small(voice.Say("Teach.Units.Targets.How", ("max", LearningUnit.MostTargets))),
                CardParts.Small(voice.Say("Teach.Units.WhoSees", ("levels", Markdown.Escape(view.Words.Key())))),
                new ActionSet([
                    view.Button(
                        voice["Teach.Units.Start"],
                        UnitVerbs.Start,
                        null,
                        ("token", view.Context.Turn.NewId(1))
                    ) with
                    {
                        Style = "positive",
                    },
                    .. view.Classroom.Units.Count == 0
                        ? Array.Empty<CardAction>()
                        :
                        [
                            view.Button(voice["Teach.Units.Last"], UnitVerbs.New, null, ("last", "yes")) with
                            {
                                AssociatedInputs = "none",
                            },
                        ],
                    view.Button(voice["Teach.Units.Back"], UnitVerbs.List) with
                    {
                        AssociatedInputs = "none",
                    },
                ]),
            ],
            voice.Culture
        );
    }

    public static Card Sure(LearningUnit unit, UnitAct act, UnitView view)
    {
        var voice = view.Voice;
        var asks = voice.Say($"Teach.Units.Sure.{act}", ("unit", unit.Name));
        return CardParts.Framed(
            asks,
            [
                new TextBlock(Markdown.Escape(asks)),
                new ActionSet(
                    view.Button(
                        voice[$"Teach.Units.{act}"],
                        UnitVerbs.Decide,
                        unit,
                        ("act", act.ToString()),
                        ("sure", "yes")
                    ) with
                    {
                        Style = act == UnitAct.Delete ? "destructive" : "positive",
                    },
                    view.Button(voice["Teach.Units.No"], UnitVerbs.Map, unit)
                ),
            ],
            voice.Culture
        );
    }

    private static string Title(UnitView view) => view.Voice.Say("Teach.Units.Title", ("class", view.ClassName));

    private static ColumnSet Row(LearningUnit unit, UnitView view) =>
        new(
            new Column(
                "stretch",
                new RichTextBlock(new TextRun(unit.Name) { Weight = "bolder" }),
                new TextBlock(view.State(unit))
                {
                    Size = "small",
                    IsSubtle = true,
                    Spacing = "none",
                }
            ),
            new Column("auto", new ActionSet(view.Button(view.Voice["Teach.Units.Map"], UnitVerbs.Map, unit)))
        )
        {
            Spacing = "medium",
        };
}
