using System.Globalization;
using Milestones.Cards;
using Milestones.Conversations;
using Milestones.Localization;
using Milestones.School;
using Milestones.Views;

namespace Milestones.Features.Reflections;

/// <summary>
/// How the goals and the week went, to be told in three taps: a row for each goal with its number, and five faces, of
/// which a tap sends the card. Of one goal alone the number and the faces are one row.
/// </summary>
internal static class CheckInRows
{
    /// <summary>The faces with which the moods begin.</summary>
    private static readonly string[] Signs = ["😞", "😕", "😐", "🙂", "😄"];

    /// <param name="hasQuestions">Questions stand below: a tap must not send yet.</param>
    public static IEnumerable<CardElement> Of(
        IReadOnlyList<Goal> goals,
        TurnContext<Person> context,
        CardData sent,
        IReadOnlyDictionary<string, string> errors,
        (string, string)[] about,
        bool hasQuestions
    ) =>
        !hasQuestions && goals is [var only] && Counts(only, context.Voice)
            ? NumberAndFaces(only, context, sent, errors, about)
            :
            [
                .. goals.SelectMany((goal, index) => About(goal, index, context, sent, errors)),
                .. goals.Count == 0 ? [new TextBlock(context.Voice["Reflect.NoGoals"])] : Array.Empty<CardElement>(),
                .. hasQuestions ? [MoodChoice(sent, context.Voice)] : Faces(sent, about, context.Voice),
            ];

    private static bool Counts(Goal goal, Voice voice) =>
        goal.Measure.Target is not null && voice.Band != GradeBand.KTo2;

    /// <summary>A goal's name and its number in one row; where it has no number, how it goes.</summary>
    private static IEnumerable<CardElement> About(
        Goal goal,
        int index,
        TurnContext<Person> context,
        CardData sent,
        IReadOnlyDictionary<string, string> errors
    )
    {
        var separator = index == 0 ? true : (bool?)null;
        if (!Counts(goal, context.Voice))
        {
            yield return Name(goal) with
            {
                Separator = separator,
                Spacing = "medium",
            };
            yield return Tapped(goal, sent, context.Voice);
            yield break;
        }

        yield return new ColumnSet(
            new Column("3", Name(goal), new ColumnSet(NoNumber(goal, context.Voice)) { Spacing = "small" })
            {
                VerticalContentAlignment = "center",
            },
            new Column("2", Number(goal, ValueOf(goal, context.Voice), sent, context.Voice))
        )
        {
            Separator = separator,
            Spacing = "medium",
        };
        foreach (var line in BelowNumber(goal, sent, errors, context.Voice))
            yield return line;
    }

    /// <summary>The one goal that most have: its number and the five faces are one row.</summary>
    private static IEnumerable<CardElement> NumberAndFaces(
        Goal goal,
        TurnContext<Person> context,
        CardData sent,
        IReadOnlyDictionary<string, string> errors,
        (string, string)[] about
    )
    {
        var voice = context.Voice;
        yield return Name(goal) with
        {
            Separator = true,
            Spacing = "medium",
        };
        yield return new TextBlock(voice["Reflect.MoodTap"]) { Weight = "bolder", Spacing = "small" };
        var moods = voice.List("Reflect.Moods");
        yield return new ColumnSet([
            new Column("2", Number(goal, voice["Reflect.Now"], sent, voice)),
            .. moods.Select((mood, i) => Face(mood, i, sent, about, hasWord: false)),
        ])
        {
            Spacing = "small",
        };
        // Five words would break in the middle: the first and the last say how the faces go.
        yield return new ColumnSet(
            NoNumber(goal, voice),
            new Column(
                "stretch",
                new TextBlock($"{Word(moods[0], 0)} … {Word(moods[^1], moods.Count - 1)}")
                {
                    Size = "small",
                    IsSubtle = true,
                    HorizontalAlignment = "right",
                }
            )
        )
        {
            Spacing = "small",
        };
        foreach (var line in BelowNumber(goal, sent, errors, voice))
            yield return line;
    }

    private static RichTextBlock Name(Goal goal) =>
        new(new TextRun($"{GoalCards.Icon(goal.Area)} "), new TextRun(Brief(goal.Sentence)) { Weight = "bolder" });

    private static string ValueOf(Goal goal, Voice voice) =>
        Quantities.UnitName(goal.Measure.Unit, voice) is { Length: > 0 } unit
            ? voice.Say("Log.ValueOf", ("unit", unit))
            : voice["Log.Value"];

    private static TextInput Number(Goal goal, string label, CardData sent, Voice voice) =>
        new(label)
        {
            Id = CheckInFields.Value(goal),
            Value = sent.Text(CheckInFields.Value(goal)),
            Placeholder = Quantities.Say(goal.Current, goal.Measure.Unit, voice),
        };

    /// <summary>Shows how it goes, to be tapped in place of a number.</summary>
    private static Column NoNumber(Goal goal, Voice voice) =>
        new("auto", new TextBlock(voice["Reflect.NoNumber"]) { Color = "accent", Size = "small" })
        {
            SelectAction = new ToggleVisibility(voice["Reflect.NoNumber"], CheckInFields.Going(goal)),
        };

    private static IEnumerable<CardElement> BelowNumber(
        Goal goal,
        CardData sent,
        IReadOnlyDictionary<string, string> errors,
        Voice voice
    )
    {
        foreach (var line in Error(CheckInFields.Value(goal), errors))
            yield return line;
        var tapped = Tapped(goal, sent, voice);
        yield return tapped.Value is null ? tapped with { IsVisible = false } : tapped;
    }

    /// <summary>Three to tap, not to unfold: a tap less.</summary>
    private static ChoiceInput Tapped(Goal goal, CardData sent, Voice voice) =>
        new(
            voice["Reflect.Going"],
            [.. Enum.GetValues<Going>().Select(going => new Choice(voice[$"Reflect.Going.{going}"], going.ToString()))]
        )
        {
            Id = CheckInFields.Going(goal),
            Value = sent.Text(CheckInFields.Going(goal)),
            Style = "expanded",
            Spacing = "small",
        };

    /// <summary>Five faces in a row, each with its word; a tap sends the card.</summary>
    private static IEnumerable<CardElement> Faces(CardData sent, (string, string)[] about, Voice voice)
    {
        yield return new TextBlock(voice["Reflect.MoodTap"])
        {
            Separator = true,
            Spacing = "medium",
            Weight = "bolder",
        };
        yield return new ColumnSet([.. voice.List("Reflect.Moods").Select((mood, i) => Face(mood, i, sent, about))])
        {
            Spacing = "small",
        };
    }

    /// <param name="hasWord">Whether its word stands below; a screen reader hears it either way.</param>
    private static Column Face(string mood, int index, CardData sent, (string, string)[] about, bool hasWord = true)
    {
        var (sign, number) = (Signs[index], (index + 1).ToString(CultureInfo.InvariantCulture));
        var isTapped = sent.Text(CheckInFields.Mood) == number;
        return new(
            "1",
            [
                new TextBlock(sign) { Size = "extraLarge", HorizontalAlignment = "center" },
                .. hasWord
                    ?
                    [
                        new TextBlock(Word(mood, index))
                        {
                            Size = "small",
                            HorizontalAlignment = "center",
                            Spacing = "none",
                            Weight = isTapped ? "bolder" : null,
                            Color = isTapped ? "accent" : null,
                        },
                    ]
                    : Array.Empty<CardElement>(),
            ]
        )
        {
            Spacing = "small",
            Style = isTapped && !hasWord ? "emphasis" : null,
            VerticalContentAlignment = hasWord ? null : "bottom",
            SelectAction = new Execute(mood, ReflectionVerbs.Submit, [.. about, (CheckInFields.Mood, number)]),
        };
    }

    private static string Word(string mood, int index) =>
        mood.Replace($"{Signs[index]} ", string.Empty, StringComparison.Ordinal);

    /// <summary>In the form with its questions below, a tap must not send yet.</summary>
    private static ChoiceInput MoodChoice(CardData sent, Voice voice) =>
        new(
            voice["Reflect.Mood"],
            [
                .. voice
                    .List("Reflect.Moods")
                    .Select((mood, i) => new Choice(mood, (i + 1).ToString(CultureInfo.InvariantCulture))),
            ]
        )
        {
            Id = CheckInFields.Mood,
            Value = sent.Text(CheckInFields.Mood),
            Style = "expanded",
            Separator = true,
        };

    public static IEnumerable<CardElement> Error(string field, IReadOnlyDictionary<string, string> errors) =>
        errors.TryGetValue(field, out var message)
            ?
            [
                new TextBlock(message)
                {
                    Color = "attention",
                    Size = "small",
                    Spacing = "none",
                },
            ]
            : [];

    /// <summary>Enough to know which goal it is: the card is for a minute.</summary>
    public static string Brief(string sentence) => GoalCards.InBrief(sentence, 80);
}
