using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Milestones.Conversations;
using Milestones.Localization;
using Milestones.Tests.Support;

namespace Milestones.Tests.Localization;

/// <summary>
/// A student whose client speaks the pseudo-language plays an English transcript: every text of ours must come back
/// marked.
/// </summary>
internal sealed partial class MarkedChat : IChat
{
    /// <summary>The properties of a card that people see or hear.</summary>
    private static readonly string[] Seen =
    [
        "text",
        "title",
        "label",
        "placeholder",
        "tooltip",
        "speak",
        "fallbackText",
        "altText",
        "errorMessage",
        "legend",
        "xAxisTitle",
        "yAxisTitle",
    ];

    /// <summary>What a school writes for its help lines is data, not a text of ours.</summary>
    private static readonly HashSet<string> HelpLineWords =
    [
        .. Words(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "helplines.json"))),
    ];

    private readonly HashSet<string> _own = [];

    public PureChat Chat { get; } = new() { Locale = Voice.Pseudo };

    /// <summary>Commands said and verbs tapped so far.</summary>
    public HashSet<string> Done { get; } = [];

    public Task<IReadOnlyList<Shown>> SaysAsync(string text)
    {
        _own.UnionWith(Words(text));
        if (Commands.Read(text) is { } command)
            Done.Add(command.ToString());
        return Chat.SaysAsync(text);
    }

    public async Task<IReadOnlyList<Shown>> TapsAsync(string title, IReadOnlyDictionary<string, string>? filled = null)
    {
        var (name, number) = title.Split(" #") is [var before, var n] ? (before, $" #{n}") : (title, "");
        var button = Chat.Screen.Cards.Any(card => card.Find($"⟦{name}⟧{number}") is not null)
            ? $"⟦{name}⟧{number}"
            : title;
        if (!Chat.Screen.Cards.Any(card => card.Find(button) is not null))
            return await SaysAsync(title);
        Done.Add(Chat.Screen.With(button).Find(button)!.Value.GetProperty("verb").GetString()!);
        _own.UnionWith(Words(string.Join(' ', filled?.Values ?? [])));
        return await Chat.TapsAsync(button, filled);
    }

    public Task<IReadOnlyList<Shown>> OpensAsync() => Chat.OpensAsync();

    public Task LetTimePassAsync(TimeSpan time) => Chat.LetTimePassAsync(time);

    /// <summary>Words the world around put into the document are the student's too.</summary>
    public void Own(string words) => _own.UnionWith(Words(words));

    /// <summary>
    /// The words that stand outside every mark and are not the student's, with the text they stand in.
    /// </summary>
    public IEnumerable<string> Unmarked(IReadOnlyList<Shown> shown) =>
        shown
            .SelectMany(one => Texts(one).Append(one.Text ?? "").Concat(one.Suggestions ?? []))
            .SelectMany(text =>
                Words(Date().Replace(Outside(text), " "))
                    .Where(word => !_own.Contains(word) && !HelpLineWords.Contains(word))
                    .Select(word => $"{word}: {text}")
            );

    private static IEnumerable<string> Texts(Shown shown) => shown.Card is null ? [] : Texts(shown.Card.Json);

    private static IEnumerable<string> Texts(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Object => element
                .EnumerateObject()
                .Where(member => member.Name != "data")
                .SelectMany(member =>
                    member.Value.ValueKind == JsonValueKind.String
                        ? Seen.Contains(member.Name)
                            ? [member.Value.GetString()!]
                            : []
                        : Texts(member.Value)
                ),
            JsonValueKind.Array => element.EnumerateArray().SelectMany(Texts),
            _ => [],
        };

    /// <summary>What is left when everything between marks is taken away; marks lie within marks.</summary>
    private static string Outside(string text)
    {
        var outside = new StringBuilder();
        var depth = 0;
        foreach (var c in text)
        {
            depth += c == '⟦' ? 1 : 0;
            if (depth == 0)
                outside.Append(c);
            depth -= c == '⟧' ? 1 : 0;
        }

        // A goal's sentence that is cut short may lose the end of a mark.
        Assert.True(depth == 0 || text.Contains('…', StringComparison.Ordinal), text);
        return outside.ToString();
    }

    private static IEnumerable<string> Words(string text) =>
        Word().Matches(text).Select(match => match.Value.ToLowerInvariant());

    [GeneratedRegex(@"\p{L}+", RegexOptions.NonBacktracking)]
    private static partial Regex Word();

    [GeneratedRegex(
        @"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d+(?:, \d{4})?",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex Date();
}
