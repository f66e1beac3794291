using Milestones.Localization;
using Milestones.School;

namespace Milestones.Views;

/// <summary>The words of the four levels: the school's own, else those of the language.</summary>
internal sealed class LevelWords(SchoolOptions school, Voice voice)
{
    /// <summary>For those who do not read yet.</summary>
    private static readonly string[] Signs = ["🌰", "🌱", "🌿", "🌳"];

    private readonly IReadOnlyList<string> _words = school.Levels is { Count: UnitSurvey.Levels } own
        ? [.. own]
        : voice.List("Mastery.Levels");

    public string this[int level] => _words[level - 1];

    public static string Sign(int level) => Signs[level - 1];

    /// <summary>How far it is, drawn: ●●○○.</summary>
    public static string Dots(int? level) =>
        new string('●', level ?? 0) + new string('○', UnitSurvey.Levels - (level ?? 0));

    /// <summary>All of them in a line: "1 Not yet · 2 Getting there …".</summary>
    public string Key() =>
        string.Join(
            " · ",
            Enumerable.Range(1, UnitSurvey.Levels).Select(level => $"{level.ToString(voice.Culture)} {this[level]}")
        );

    public string Numbered(int level) => $"{level.ToString(voice.Culture)} · {this[level]}";
}
