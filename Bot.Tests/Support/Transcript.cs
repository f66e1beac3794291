using System.Globalization;
using System.Text;

namespace Milestones.Tests.Support;

/// <summary>
/// A conversation in a text file. Lines that begin with <c>sam</c> are what a student says or taps, lines in round
/// brackets say what
/// happens around it, and everything else is what the bot answered. Playing it writes the whole file anew, to be
/// compared.
/// </summary>
/// <remarks>
/// <c>sam   [Save]</c> taps a button; lines <c>field: words</c> below fill in the card's fields, <c>(empty)</c> empties
/// one. <c>sam   [Stop here]</c> without such a
/// button on the newest cards is the suggestion, sent as if typed. <c>words … (501 characters)</c> says the words again
/// and again up to that length.
/// </remarks>
internal static class Transcript
{
    private const string Student = "sam   ",
        Coach = "coach ",
        Indent = "      ",
        NoAnswer = "(no answer)",
        Opening = "(sam opens the chat)",
        Ringing = "(the alarm rings)";

    public static string Folder { get; } = Path.Combine(Repository.Root, "Bot.Tests", "Coaching", "Transcripts");

    public static IEnumerable<string> Names =>
        Directory
            .EnumerateFiles(Folder, "*.txt")
            .Select(file => Path.GetFileNameWithoutExtension(file))
            .Order(StringComparer.Ordinal);

    /// <summary>Whether nothing happens in it but words, taps and time: then it can be played anywhere.</summary>
    public static bool IsPlain(string name) =>
        File.ReadLines(Path.Combine(Folder, name + ".txt"))
            .All(line =>
                !line.StartsWith('(')
                || line is NoAnswer or Opening
                || line.EndsWith(" later)", StringComparison.Ordinal)
            );

    /// <summary>Plays a transcript and compares it with what is checked in.</summary>
    public static Task PlayAsync(
        string name,
        IChat chat,
        Action<string>? happen = null,
        Action<IReadOnlyList<Shown>>? see = null
    ) => PlayFileAsync(Path.Combine(Folder, name + ".txt"), chat, happen, see);

    /// <param name="ring">What the alarm brings.</param>
    public static async Task PlayFileAsync(
        string file,
        IChat chat,
        Action<string>? happen = null,
        Action<IReadOnlyList<Shown>>? see = null,
        Func<IReadOnlyList<Shown>>? ring = null
    )
    {
        var script = await File.ReadAllTextAsync(file);
        Approved.Same(await PlayLinesAsync(script, chat, happen, see, ring), file);
    }

    /// <summary>
    /// Plays what the student says and taps in a transcript without comparing: the answers are for
    /// <paramref name="see"/> to judge.
    /// </summary>
    public static async Task ReplayAsync(
        string name,
        IChat chat,
        Action<string>? happen,
        Action<IReadOnlyList<Shown>> see
    ) =>
        await PlayLinesAsync(await File.ReadAllTextAsync(Path.Combine(Folder, name + ".txt")), chat, happen, see, null);

    private static async Task<string> PlayLinesAsync(
        string script,
        IChat chat,
        Action<string>? happen,
        Action<IReadOnlyList<Shown>>? see,
        Func<IReadOnlyList<Shown>>? ring
    )
    {
        var played = new StringBuilder();
        IReadOnlyList<string> suggested = [];
        var lines = script.TrimEnd().Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i].TrimEnd();
            if (line.StartsWith('#'))
            {
                played.Append(line).Append('\n');
            }
            else if (line.StartsWith('(') && line != NoAnswer)
            {
                played.Append('\n').Append(line).Append('\n');
                if (line == Opening)
                    Answer(await chat.OpensAsync());
                else if (line == Ringing)
                    Answer(ring!());
                else
                    await HappenAsync(line.Trim('(', ')'), chat, happen);
            }
            else if (line.StartsWith(Student, StringComparison.Ordinal) || line == Student.TrimEnd())
            {
                played.Append('\n').Append(line).Append('\n');
                var filled = new Dictionary<string, string>(StringComparer.Ordinal);
                while (i + 1 < lines.Length && Field(lines[i + 1]) is var (field, words))
                {
                    played.Append(lines[++i].TrimEnd()).Append('\n');
                    filled[field] = words == "(empty)" ? "" : Long(words);
                }

                var said = Long(line.Length > Student.Length ? line[Student.Length..] : "");
                var tap = said.StartsWith('[') && said.EndsWith(']') ? said[1..^1] : null;
                try
                {
                    Answer(
                        tap is not null && !suggested.Contains(tap, StringComparer.Ordinal)
                            ? await chat.TapsAsync(tap, filled)
                            : await chat.SaysAsync(tap ?? said)
                    );
                }
                catch (InvalidOperationException e)
                {
                    throw new InvalidOperationException($"{e.Message} The conversation so far:\n{played}", e);
                }
            }
        }

        return played.ToString();

        void Answer(IReadOnlyList<Shown> shown)
        {
            see?.Invoke(shown);
            suggested = shown.LastOrDefault(one => one.Suggestions is { Count: > 0 })?.Suggestions ?? [];
            foreach (var one in shown)
            {
                var first = true;
                foreach (var line in one.Lines())
                {
                    played.Append((first ? Coach + line : Indent + line).TrimEnd()).Append('\n');
                    first = false;
                }
            }

            if (shown.Count == 0)
                played.Append(NoAnswer).Append('\n');
        }
    }

    private static async Task HappenAsync(string what, IChat chat, Action<string>? happen)
    {
        if (what.Split(' ') is [var number, "days" or "day", "later"])
            await chat.LetTimePassAsync(TimeSpan.FromDays(int.Parse(number, CultureInfo.InvariantCulture)));
        else
            (happen ?? throw new InvalidOperationException($"Nothing here makes this happen: {what}"))(what);
    }

    /// <summary>A line that fills in a field: four blanks, the field's id, a colon.</summary>
    private static (string Field, string Words)? Field(string line) =>
        line.StartsWith("    ", StringComparison.Ordinal)
        && line.IndexOf(": ", StringComparison.Ordinal) is var colon and > 4
        && line[4] != ' '
        && !line[4..colon].Contains(' ', StringComparison.Ordinal)
            ? (line[4..colon], line[(colon + 2)..].TrimEnd())
            : null;

    private static string Long(string words)
    {
        if (
            !words.EndsWith(" characters)", StringComparison.Ordinal)
            || words.LastIndexOf(" … (", StringComparison.Ordinal) is not (var at and > 0)
        )
        {
            return words;
        }

        var length = int.Parse(words[(at + 4)..^" characters)".Length], CultureInfo.InvariantCulture);
        return string.Concat(Enumerable.Repeat(words[..at] + " ", (length / at) + 1))[..(length - 1)] + "!";
    }
}
