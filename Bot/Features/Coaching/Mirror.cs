using Milestones.Language;
using Milestones.School;
using Milestones.Views;

namespace Milestones.Features.Coaching;

/// <summary>The few words that show an answer was heard, put before the next question.</summary>
internal static class Mirror
{
    /// <summary>Longer answers are not repeated: hearing oneself at length is no help.</summary>
    private const int Repeatable = 40;

    public static string Of(Fields field, GoalDraft draft, TurnContext<Person> context)
    {
        var voice = context.Voice;
        var measure = draft.Measure;
        return field switch
        {
            Fields.What when draft.What is { Length: <= Repeatable } what => voice.Say(
                "Heard.What",
                ("what", Capital(what))
            ),
            // The question for a plan says both numbers itself.
            Fields.Measure when measure is { Target: not null, Baseline: not null } => draft.Plan is null
                ? voice["Heard.GotIt"]
                : voice.Say(
                    "Heard.Baseline",
                    ("now", Quantities.Say(measure.Baseline, measure.Unit, voice)),
                    ("target", Quantities.Say(measure.Target, measure.Unit, voice))
                ),
            Fields.Measure when measure.Words is { Length: <= Repeatable } words => voice.Say(
                "Heard.Measure",
                ("measure", Capital(words))
            ),
            // The question for a plan says both numbers itself.
            Fields.Baseline when draft.Plan is not null && measure is { Target: { } target, Baseline: { } now } =>
                voice.Say(
                    "Heard.Baseline",
                    ("now", Quantities.Say(now, measure.Unit, voice)),
                    ("target", Quantities.Say(target, measure.Unit, voice))
                ),
            Fields.Deadline when draft.Deadline is { } day => voice.Say(
                "Heard.Deadline",
                ("day", voice.Day(day, context.Today))
            ),
            Fields.Plan => voice["Heard.Plan"],
            Fields.Obstacle => voice["Heard.Obstacle"],
            Fields.Reason when draft.Area == Area.SocialEmotional => voice["Heard.Reason.SocialEmotional"],
            Fields.Reason => voice["Heard.Reason"],
            _ => voice["Heard.GotIt"],
        };
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..].TrimEnd('.', ' ');
}
