using Milestones.Conversations;
using Milestones.Localization;

namespace Milestones.School;

/// <summary>What is said when a fault of ours stopped a turn: what happened, what was kept, what to do next.</summary>
internal static class Apology
{
    public static string For(Head head) =>
        (head is Person person ? VoiceOf.Person(person) : new Voice(Voice.CultureFor(null), GradeBand.Grades6To8))[
            "Error.Apology"
        ];
}
