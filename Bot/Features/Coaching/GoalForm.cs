using System.Globalization;
using Milestones.Cards;
using Milestones.Conversations;
using Milestones.Language;
using Milestones.School;
using Milestones.Views;

namespace Milestones.Features.Coaching;

/// <summary>
/// A goal as a form: every field at once, the same rules as in the chat, what is wrong said beside the field and
/// nothing typed lost.
/// </summary>
internal static class GoalForm
{
    private const string Sentence = "sentence",
        Measured = "measure",
        Now = "now",
        Plan = "plan",
        Obstacle = "obstacle",
        Reason = "reason",
        By = "by";

    /// <summary>The form with what the draft holds.</summary>
    public static Card Of(GoalDraft draft, TurnContext<Person> context)
    {
        var values = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            [Sentence] = GoalSentence.Of(draft, context.Voice, context.Today),
            [Measured] = draft.Measure.Words,
            [Now] = Quantities.Say(draft.Measure.Baseline, draft.Measure.Unit, context.Voice),
            [Plan] = draft.Plan,
            [Obstacle] = draft.Obstacle,
            [Reason] = draft.Reason,
            [By] = draft.Deadline?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        };
        return Render(draft, name => values[name], new Dictionary<string, string>(StringComparer.Ordinal), context);
    }

    /// <summary>
    /// Reads a sent form into the draft; on errors gives the same form back with a line beside each wrong field.
    /// </summary>
    public static (GoalDraft? Draft, Card? Errors) Read(GoalDraft draft, CardData data, TurnContext<Person> context)
    {
        var voice = context.Voice;
        var errors = new Dictionary<string, string>(StringComparer.Ordinal);
        if (data.Text(Sentence) is null)
        {
            errors[Sentence] = voice["Form.SentenceNeeded"];
        }

        foreach (var field in new[] { Sentence, Measured, Now, Plan, Obstacle, Reason })
        {
            if (data.Text(field) is { Length: > Goal.MaxLength } text)
            {
                errors[field] = voice.Say("Form.TooLong", ("length", text.Length), ("max", Goal.MaxLength));
            }
        }

        if (data.Text(By) is not null && data.Day(By) is null)
        {
            errors[By] = voice["Form.NoSuchDay"];
        }
        else if (data.Day(By) <= context.Today)
        {
            errors[By] = voice["Form.PastDay"];
        }

        var now = data.Text(Now) is { } said ? AnswerReader.ReadBaseline(said, voice.LanguageOf(said)) : null;
        if (data.Text(Now) is not null && now is null && !errors.ContainsKey(Now))
        {
            errors[Now] = voice["Form.NowIsNoNumber"];
        }

        return errors.Count > 0
            ? (null, Render(draft, data.Text, errors, context))
            : (Fill(draft, data, now, context), null);
    }

    private static GoalDraft Fill(GoalDraft draft, CardData data, Quantity? now, TurnContext<Person> context)
    {
        var sentence = data.Text(Sentence)!;
        var reading = context.Read(sentence).Goal;
        var answer = data.Text(Measured) is { } words
            ? AnswerReader.ReadMeasure(words, context.Voice.LanguageOf(words))?.Quantity
            : reading.Target;
        var measuredWords =
            data.Text(Measured)
            ?? (reading.Measurable is { } span ? sentence.Substring(span.Start, span.Length).Trim() : null);
        var day = data.Day(By) ?? (reading.Deadline > context.Today ? reading.Deadline : null);
        return draft with
        {
            Sentence = sentence,
            FirstWords = draft.FirstWords.Length == 0 ? sentence : draft.FirstWords,
            FirstWordsAreSpecific = draft.FirstWordsAreSpecific || reading.Specific is not null,
            Area = draft.Area == Area.None ? reading.Area : draft.Area,
            Measure = new Measure(
                measuredWords,
                answer?.Value,
                now?.Value ?? reading.Baseline?.Value,
                // The sentence says what is counted where the line of the number does not.
                answer?.Unit
                    ?? now?.Unit
                    ?? (reading.Target?.Value == answer?.Value ? reading.Target?.Unit : null)
            ),
            Plan = data.Text(Plan),
            Obstacle = data.Text(Obstacle),
            Reason = data.Text(Reason),
            Deadline = day,
            DeadlineWords = day is null ? draft.DeadlineWords : null,
            ToSharpen = Fields.None,
        };
    }

    private static Card Render(
        GoalDraft draft,
        Func<string, string?> value,
        Dictionary<string, string> errors,
        TurnContext<Person> context
    )
    {
        var voice = context.Voice;
        return new Card([
            CardParts.Heading(voice["Form.Title"]),
            .. errors.Count == 0
                ? Array.Empty<CardElement>()
                : [new TextBlock(voice["Form.HasErrors"]) { Color = "attention", Weight = "bolder" }],
            .. Input(Sentence, required: true, lines: true),
            .. Input(Measured),
            .. Input(Now),
            .. Input(Plan, lines: true),
            .. Input(Obstacle),
            .. Input(Reason),
            new DateInput(voice["Form.by"])
            {
                Id = By,
                Value = value(By),
                Min = context.Today.AddDays(1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            },
            .. Error(By),
            new ActionSet(
                new Execute(voice["Action.Done"], GoalVerbs.SubmitForm, ("draft", draft.Id)) { Style = "positive" }
            ),
        ]).In(voice.Culture, voice["Form.Title"]);

        IEnumerable<CardElement> Input(string name, bool required = false, bool lines = false) =>
            [
                new TextInput(voice[$"Form.{name}"])
                {
                    Id = name,
                    Value = value(name),
                    Placeholder = voice[$"Form.{name}.Example"],
                    IsMultiline = lines ? true : null,
                    IsRequired = required ? true : null,
                    ErrorMessage = required ? voice["Form.SentenceNeeded"] : null,
                    MaxLength = Goal.MaxLength,
                },
                .. Error(name),
            ];

        IEnumerable<CardElement> Error(string name) =>
            errors.TryGetValue(name, out var message)
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
    }
}
