using Milestones.Conversations;
using Milestones.School;
using Milestones.Views;

namespace Milestones.Features.Coaching;

/// <summary>The wording of a question and the answers it offers to tap, by field, area and topic.</summary>
internal static class QuestionTexts
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

        var key = prompt switch
        {
            Prompt.Again => $"Again.{field}",
            Prompt.Past => "Ask.Deadline.Past",
            Prompt.OtherUnit => "Ask.Baseline.OtherUnit",
            Prompt.Raise => "Ask.Measure.Raise",
            Prompt.Lower => "Ask.Measure.Lower",
            _ when field == Fields.Plan && now.Length > 0 && target.Length > 0 => "Ask.Plan.FromTo",
            _ when field == Fields.What && voice.Has($"Ask.What.{draft.Area}") => $"Ask.What.{draft.Area}",
            _ when field == Fields.Measure && voice.Has($"Ask.Measure.{draft.Area}") => $"Ask.Measure.{draft.Area}",
            _ => $"Ask.{field}",
        };
        return new(
            voice.Say(
                key,
                ("now", now),
                ("target", target),
                ("unit", Quantities.UnitName(measure.Unit, voice)),
                ("example", voice.Day(context.Today.AddDays(28), context.Today))
            ),
            Suggestions.For(field, draft, context)
        );
    }
}
