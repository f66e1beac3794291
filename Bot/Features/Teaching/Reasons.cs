using Milestones.Localization;

namespace Milestones.Features.Teaching;

/// <summary>Why somebody was not reached, in words for a teacher.</summary>
internal static class Reasons
{
    /// <param name="code">The connector's word, or one of ours.</param>
    public static string Of(string code, Voice voice) =>
        voice.Has($"Unreachable.{code}")
            ? voice[$"Unreachable.{code}"]
            : voice.Say("Unreachable.Other", ("code", code));
}
