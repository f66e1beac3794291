using System.Text;
using Milestones.Language;
using Milestones.Language.Parts;
using Milestones.Language.Reports;

namespace Milestones.Bench.Parts;

/// <summary>A line of a student's with its parts and numbers marked by hand.</summary>
internal sealed record PartLine(
    string Text,
    TextLanguage Language,
    PartSetting Setting,
    IReadOnlyList<(int Start, PartAct Act)> Parts,
    IReadOnlyList<(int Start, int End, NumberRole Role)> Numbers
)
{
    /// <summary>How the files of lines begin that nothing is fitted to, to measure with.</summary>
    public const string KeptOut = "kept-out";

    public string What { get; init; } = "";

    public string Unit { get; init; } = "";

    /// <summary>The number wanted, as it is written.</summary>
    public string Target { get; init; } = "";

    public string? Plan { get; init; }

    public string? Why { get; init; }

    /// <summary>The goal's end in the student's words.</summary>
    public string? By { get; init; }

    /// <summary>Lines as they are kept: language, place, context and marked text, parted by tabs.</summary>
    public static IReadOnlyList<PartLine> ReadAll(string paths) =>
        [.. paths.Split(',').SelectMany(File.ReadLines).Where(line => line.Length > 0 && line[0] != '#').Select(Of)];

    /// <summary>One such line.</summary>
    public static PartLine Of(string kept)
    {
        var columns = kept.Split('\t');
        var language = columns[0] == "es" ? TextLanguage.Spanish : TextLanguage.English;
        var (text, parts, numbers) = Unmark(columns[3]);
        var known = Known(columns[2]);
        return new(text, language, SettingOf(columns[1], known, language), parts, numbers)
        {
            What = known.GetValueOrDefault("what", ""),
            Unit = known.GetValueOrDefault("unit", ""),
            Target = known.GetValueOrDefault("to", ""),
            Plan = known.GetValueOrDefault("plan"),
            Why = known.GetValueOrDefault("why"),
            By = known.GetValueOrDefault("by"),
        };
    }

    private static Dictionary<string, string> Known(string context) =>
        context
            .Split(';')
            .Select(one => one.Split('=', 2))
            .Where(pair => pair.Length == 2)
            .GroupBy(pair => pair[0].Trim())
            .ToDictionary(group => group.Key, group => group.First()[1].Trim());

    private static PartSetting SettingOf(string place, Dictionary<string, string> known, TextLanguage language)
    {
        return new(
            Enum.Parse<PartPlace>(place.Replace("-", "", StringComparison.Ordinal), ignoreCase: true),
            NumberOf("from"),
            NumberOf("now"),
            NumberOf("to"),
            known.TryGetValue("way", out var way) ? way == "down" : null,
            Folding.Fold($"{known.GetValueOrDefault("what")} {known.GetValueOrDefault("unit")}"),
            UnitOf(known.GetValueOrDefault("unit", ""), known.GetValueOrDefault("to", ""))
        );

        double? NumberOf(string key)
        {
            if (!known.TryGetValue(key, out var value))
                return null;
            var tokens = new PartTokens();
            tokens.Read(value, language);
            for (var at = 0; at < tokens.Count; at++)
            {
                if (PartTokens.IsNumber(tokens[at]))
                    return tokens[at].Value;
            }

            return null;
        }
    }

    /// <summary>What the goal counts, as a measure has it.</summary>
    private static string? UnitOf(string unit, string target) =>
        target.Contains(':', StringComparison.Ordinal) ? "seconds"
        : target.Length <= 2 && target.Length > 0 && char.IsLetter(target[0]) ? "letter_grade"
        : unit.Contains('%', StringComparison.Ordinal) || unit.Contains("percent", StringComparison.Ordinal) ? "percent"
        : unit.Contains("gpa", StringComparison.OrdinalIgnoreCase) ? "gpa"
        : unit.LastIndexOf(" of ", StringComparison.Ordinal) is > 0 and var of
        && OutOf.In("1" + unit[of..]) is { } total
            ? OutOf.Unit(total)
        : unit.Split(' ')[0] is { Length: > 0 } thing
            ? unit.Contains("week", StringComparison.Ordinal) || unit.Contains("seman", StringComparison.Ordinal)
                    ? $"{thing}/week"
                : thing
        : null;

    private static (string, List<(int, PartAct)>, List<(int, int, NumberRole)>) Unmark(string marked)
    {
        var text = new StringBuilder();
        var parts = new List<(int, PartAct)>();
        var numbers = new List<(int, int, NumberRole)>();
        for (var at = 0; at < marked.Length; at++)
        {
            if (marked[at] == '<' && marked.IndexOf('>', at) is var close && close > 0)
            {
                parts.Add((text.Length, ValueOf<PartAct>(marked[(at + 1)..close])));
                at = close;
            }
            else if (marked[at] == '{')
            {
                var end = marked.IndexOf('}', at);
                var (number, role) = (marked[(at + 1)..end], marked.LastIndexOf('|', end));
                number = marked[(at + 1)..role];
                numbers.Add((text.Length, text.Length + number.Length, ValueOf<NumberRole>(marked[(role + 1)..end])));
                text.Append(number);
                at = end;
            }
            else
            {
                text.Append(marked[at]);
            }
        }

        return (text.ToString(), parts, numbers);
    }

    private static T ValueOf<T>(string name)
        where T : struct, Enum => Enum.Parse<T>(name.Replace("-", "", StringComparison.Ordinal), ignoreCase: true);
}
