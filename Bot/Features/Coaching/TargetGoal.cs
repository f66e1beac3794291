using System.Globalization;
using Milestones.Conversations;
using Milestones.Localization;
using Milestones.School;

namespace Milestones.Features.Coaching;

/// <summary>A goal that begins with a learning target: the student's own document says which it is.</summary>
internal static class TargetGoal
{
    public static TurnResult<Person>? Begin(CardData data, TurnContext<Person> context)
    {
        if (
            Surveys.Find(context.Person, data.Text("unit")) is not { } survey
            || !int.TryParse(data.Text("target"), NumberStyles.None, CultureInfo.InvariantCulture, out var target)
            || target >= survey.Count
        )
        {
            return null;
        }

        var words = Words(survey.Unit.Targets[target], context.Voice);
        var heard = context with { Heard = context.Read(words) };
        return CoachingHandler.BeginWith(words, heard.Heard.Goal, heard);
    }

    /// <summary>"I can add fractions" as a wish: "I want to add fractions".</summary>
    public static string Words(string target, Voice voice)
    {
        var text = target.TrimEnd('.', '!', ' ');
        foreach (var (index, every) in Voice.InEveryLanguage("Target.Can").Index())
        {
            if (every.FirstOrDefault(can => text.StartsWith($"{can} ", StringComparison.OrdinalIgnoreCase)) is { } said)
            {
                // The rest of the sentence is in the target's own language.
                return new Voice(Voice.CultureFor(Voice.Languages[index]), voice.Band).Say(
                    "Target.Wish",
                    ("what", text[(said.Length + 1)..])
                );
            }
        }

        return voice.Say("Target.Better", ("what", text));
    }
}
