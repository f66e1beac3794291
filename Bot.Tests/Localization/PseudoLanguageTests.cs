using System.Text.Json;
using Milestones.Localization;
using Milestones.Tests.Support;

namespace Milestones.Tests.Localization;

/// <summary>In the pseudo-language every text of ours is marked: a word without a mark is one that no translator will ever see.</summary>
public sealed class PseudoLanguageTests
{
    private const string Goal = "i want to raise my algebra 1 grade from 55% to 80% by december 1 by going to tutoring every tuesday because i want to pass the class";

    [Fact]
    public async Task Every_text_comes_from_the_resources()
    {
        var shown = new List<Shown>();
        var dialog = Chat();
        shown.AddRange(await dialog.OpensAsync());
        string[] typed = ["hi", "help", "new goal", "why", "idk", "i want to get better at math", "fractions", "80% on the next test", "back", "skip", "cancel", "no", "later", "continue", "cancel", "yes", "use a form", "new goal", "grade", "asdf", ""];
        foreach (var said in typed)
            shown.AddRange(await dialog.SaysAsync(said));

        var goals = Chat();
        foreach (var said in new[] { Goal, "10", "⟦Keep it⟧", "save", "got 70 on the quiz", "undo", "my goals" })
            shown.AddRange(await goals.SaysAsync(said));
        foreach (var button in new[] { "Details", "Adjust…", "Log progress", "Save", "Details", "Change steps" })
            shown.AddRange(goals.Screen.Cards.Any(card => card.Find($"⟦{button}⟧") is not null) ? await goals.TapsAsync($"⟦{button}⟧") : []);

        Assert.True(shown.Count > 30);
        Assert.Empty(shown.SelectMany(Texts).Where(IsUnmarked).Distinct(StringComparer.Ordinal));
    }

    private static PureChat Chat() => new() { Locale = Voice.Pseudo };

    private static IEnumerable<string> Texts(Shown shown) => shown.Card is not { } card
        ? [shown.Text ?? "", .. shown.Suggestions ?? []]
        : CardOnScreen.Parts(card.Json).SelectMany(part => part.EnumerateObject())
            .Where(member => member.Value.ValueKind == JsonValueKind.String && member.Name is "text" or "label" or "placeholder" or "title" or "errorMessage" or "tooltip" or "speak" or "fallbackText" or "legend")
            .Select(member => member.Value.GetString()!).Append(shown.Text ?? "");

    /// <summary>Words of ours without a mark. What the student typed, days and numbers have none.</summary>
    private static bool IsUnmarked(string text)
    {
        var rest = text;
        while (rest.IndexOf('⟦', StringComparison.Ordinal) is var open and >= 0 && rest.LastIndexOf('⟧') is var close && close > open)
            rest = rest[..open] + rest[(close + 1)..];
        return rest.Split([' ', '\n', ',', '.', ':', '·'], StringSplitOptions.RemoveEmptyEntries)
            .Any(word => word.Any(char.IsLetter) && !Typed.Contains(word.ToLowerInvariant(), StringComparer.Ordinal) && !DateWords.Contains(word, StringComparer.Ordinal));
    }

    private static readonly string[] Typed = [.. (Goal + " fractions i want to get better at math on the next test got 70 quiz").Split(' ')];

    private static readonly string[] DateWords =
        [.. System.Globalization.CultureInfo.GetCultureInfo("en").DateTimeFormat.AbbreviatedDayNames, .. System.Globalization.CultureInfo.GetCultureInfo("en").DateTimeFormat.AbbreviatedMonthNames];
}
