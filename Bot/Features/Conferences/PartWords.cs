using Milestones.Localization;
using Milestones.School;

namespace Milestones.Features.Conferences;

/// <summary>What a part is called, and what is said in it whatever stands there.</summary>
internal static class PartWords
{
    /// <summary>Where something is to be written by hand.</summary>
    public const string Blank = "___";

    /// <summary>On a card, where nobody writes: no markup.</summary>
    public static string Dotted(string line) => line.Replace(Blank, "…………", StringComparison.Ordinal);

    private static readonly string[] Signs = ["👋", "🌟", "💪", "🌱", "🔢", "🎯", "❓", "💛"];

    /// <summary>For those who do not read yet.</summary>
    public static string Sign(ConferencePart part) => Signs[(int)part];

    public static string Title(ConferencePart part, Voice voice) =>
        voice.Band == GradeBand.KTo2
            ? $"{Sign(part)} {voice[$"Conference.Part.{part}"]}"
            : voice[$"Conference.Part.{part}"];

    /// <summary>What the student says first.</summary>
    public static IReadOnlyList<string> Opening(ConferencePart part, Voice voice) =>
        voice.List($"Conference.Say.{part}");

    /// <summary>
    /// Beginnings of sentences for a part in which nothing stands yet: something to stand on. None where the part is
    /// all said.
    /// </summary>
    public static IReadOnlyList<string> Starters(ConferencePart part, Voice voice) =>
        part is ConferencePart.Welcome or ConferencePart.Thanks ? [] : voice.List($"Conference.Start.{part}");
}
