using System.Text.RegularExpressions;
using Milestones.Conversations;
using Milestones.School;
using Milestones.Views;

namespace Milestones.Features.Coaching;

/// <summary>The wording of a question and the answers it offers to tap, by field, area and topic.</summary>
internal static partial class QuestionTexts
{
    public static Say For(Asking state, Fields field, Prompt prompt, TurnContext<Person> context)
    {
        var voice = context.Voice;
        var draft = state.Draft;
        var measure = draft.Measure;
        var (now, target) = (
            Quantities.Say(measure.Baseline, measure.Unit, voice),
            Quantities.Say(measure.Target, measure.Unit, voice)
        );
        if (state is AskingDirection)
        {
            return new(voice.Say("Ask.Direction", ("now", now), ("target", target)), voice.List("Suggest.Direction"));
        }

        if (state is AskingPlanDay)
        {
            return new(voice["Ask.Plan.Day"]);
        }

        var key = prompt switch
        {
            Prompt.Again => $"Again.{field}",
            Prompt.Past => "Ask.Deadline.Past",
            Prompt.NoSuchDay => "Ask.Deadline.NoSuchDay",
            Prompt.UnclearDay => "Ask.Deadline.Unclear",
            Prompt.OtherUnit => "Ask.Baseline.OtherUnit",
            Prompt.Raise => "Ask.Measure.Raise",
            Prompt.Lower => "Ask.Measure.Lower",
            _ when field == Fields.What && draft.Rewords => "Ask.What.Reword",
            _ when field == Fields.Plan && now.Length > 0 && target.Length > 0 => "Ask.Plan.FromTo",
            _ when field == Fields.Measure && now.Length > 0 && target.Length == 0 => "Ask.Measure.From",
            _ when field == Fields.Deadline && draft.DeadlineWords is not null => "Ask.Deadline.Words",
            _ when field == Fields.What && voice.Has($"Ask.What.{draft.Area}") => $"Ask.What.{draft.Area}",
            _ when field == Fields.Measure && voice.Has($"Ask.Measure.{draft.Area}") => $"Ask.Measure.{draft.Area}",
            _ => $"Ask.{field}",
        };
        return draft.Rewords
            ? new(Say(key, draft, context))
            : new(Say(key, draft, context), Suggestions.For(field, draft, context));
    }

    /// <summary>The question in other words, with this goal's numbers and an example of its kind.</summary>
    public static Say InOtherWords(Asking state, TurnContext<Person> context)
    {
        if (state is AskingSchoolDay or AskingPlanDay or AskingDirection)
        {
            return (Say)GoalDialog.Again(state, context).Replies[^1];
        }

        var field = GoalDialog.FieldOf(state);
        var fromTo = field == Fields.Plan && state.Draft.Measure is { Target: not null, Baseline: not null };
        var ofArea = $"Mean.{field}.{state.Draft.Area}";
        var asksBoth = field == Fields.Measure && state.Draft.Measure is { Baseline: null, Target: null };
        return new(
            Say(
                fromTo ? "Mean.Plan.FromTo"
                    : asksBoth && AsksOfNow(context.Heard.Text) ? "Mean.Measure.Both"
                    : context.Voice.Has(ofArea) ? ofArea
                    : $"Mean.{field}",
                state.Draft,
                context
            ),
            Suggestions.For(field, state.Draft, context)
        );
    }

    /// <summary>"What do you mean where am i now".</summary>
    private static bool AsksOfNow(string text) => OfNow().IsMatch(text);

    [GeneratedRegex(@"\b(?:now|am i|ahora|estoy|voy)\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex OfNow();

    /// <summary>What others answer, for a goal like this one.</summary>
    public static Say Examples(Asking state, TurnContext<Person> context)
    {
        var field = GoalDialog.FieldOf(state);
        var examples = Suggestions.For(field, state.Draft, context).Where(one => !IsNotSure(one)).ToArray();
        return state is AskingPlanDay or AskingDirection or AskingSchoolDay || examples.Length < 2
            ? InOtherWords(state, context)
            : new(
                context.Voice.Say("Example.Some", ("one", examples[0]), ("other", examples[1])),
                Suggestions.For(field, state.Draft, context)
            );
    }

    private static bool IsNotSure(string text) => Short.Tapped("Suggest.NotSure", text) is not null;

    private static string Say(string key, GoalDraft draft, TurnContext<Person> context)
    {
        var (voice, measure) = (context.Voice, draft.Measure);
        var field = key[(key.IndexOf('.', StringComparison.Ordinal) + 1)..].Split('.')[0];
        var example = Enum.TryParse<Fields>(field, out var asked)
            ? Suggestions.For(asked, draft, context).FirstOrDefault(one => !IsNotSure(one))
            : null;
        return voice.Say(
            key,
            ("now", Quantities.Say(measure.Baseline, measure.Unit, voice)),
            ("target", Quantities.Say(measure.Target, measure.Unit, voice)),
            ("unit", Quantities.UnitName(measure.Unit, voice)),
            ("words", draft.DeadlineWords ?? string.Empty),
            ("suggestion", example ?? string.Empty),
            ("example", voice.Day(context.Today.AddDays(28), context.Today))
        );
    }
}
