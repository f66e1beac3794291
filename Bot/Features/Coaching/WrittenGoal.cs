using System.Text.RegularExpressions;
using Milestones.Localization;

namespace Milestones.Features.Coaching;

/// <summary>
/// A goal somebody wrote about a student, as plans for learning support have them: "Given a passage, Ana will answer
/// questions with 80% accuracy on 4 of 5 trials".
/// </summary>
internal static partial class WrittenGoal
{
    /// <summary>The same as the student would say it; null for any other text.</summary>
    public static string? AsOwn(string text, Voice voice) =>
        About().Match(text) is { Success: true } about
            ? voice.Say("Written.AsOwn", ("act", about.Groups["act"].Value.Trim()))
            : null;

    [GeneratedRegex(
        @"\b(?:\p{L}+|the student|[eé]l|ella|el alumno|la alumna) (?:will|va a) (?<act>(?:[^.!?\n]|\.\d)*"
            + @"(?:\d+ ?% (?:accuracy|of the time|de aciertos)|\d+ (?:out of|of|/|de) \d+"
            + @" (?:trials|tries|opportunities|attempts|sessions|times|intentos|oportunidades|veces))"
            + @"(?:[^.!?\n]|\.\d)*)",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex About();
}
