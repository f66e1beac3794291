using System.Globalization;
using Milestones.Calendar;
using Milestones.Cards;
using Milestones.Conversations;
using Milestones.Localization;

namespace Milestones.Features.Classes;

/// <summary>
/// The days off of the set-up card, each a row of two date fields and a name. A row whose first day is emptied is gone.
/// A calendar with more of them than the card has room for is a text of lines, as every one was in earlier cards.
/// </summary>
internal static class DaysOff
{
    /// <summary>Rows a card has room for.</summary>
    public const int Most = 12;

    /// <summary>Rows to fill in beside those that are known.</summary>
    private const int Empty = 3;

    private const int NameLength = 40;

    public static bool AreLines(CardData? sent, IReadOnlyList<Holiday> known) =>
        sent is null ? known.Count > Most : sent.Has("holidays");

    /// <summary>The rows: what was typed, else what is known, and a few empty ones.</summary>
    /// <param name="wrong">The fault beside a row's fields, by the row's name.</param>
    public static IEnumerable<CardElement> Rows(
        CardData? sent,
        IReadOnlyList<Holiday> known,
        Func<string, IEnumerable<CardElement>> wrong,
        Voice voice
    )
    {
        var filled = sent is null
            ? known.Count
            : Enumerable.Range(0, Most).LastOrDefault(row => IsFilled(sent, row), -1) + 1;
        yield return new TextBlock(voice["SetUp.Off"]) { Weight = "bolder", Spacing = "medium" };
        for (var row = 0; row < Math.Min(Most, filled + Empty); row++)
        {
            var holiday = sent is null && row < known.Count ? known[row] : null;
            yield return new ColumnSet(
                new Column(
                    "1",
                    new DateInput(voice["SetUp.Off.From"])
                    {
                        Id = From(row),
                        Value = sent is null ? Iso(holiday?.First) : sent.Text(From(row)),
                    }
                ),
                new Column(
                    "1",
                    new DateInput(voice["SetUp.Off.To"])
                    {
                        Id = To(row),
                        Value = sent is null ? Iso(holiday?.Last) : sent.Text(To(row)),
                    }
                )
            )
            {
                Spacing = "medium",
            };
            yield return new TextInput(voice["SetUp.Off.Name"])
            {
                Id = Name(row),
                Value = sent is null ? holiday?.Name : sent.Text(Name(row)),
                MaxLength = NameLength,
                Spacing = "small",
            };
            foreach (var line in wrong(Row(row)))
                yield return line;
        }
    }

    /// <summary>The filled rows, each with its name for a fault.</summary>
    public static IEnumerable<(string Row, HolidayForm Form)> Read(CardData data) =>
        Enumerable
            .Range(0, Most)
            .Where(row => IsFilled(data, row))
            .Select(row =>
                (
                    Row(row),
                    new HolidayForm(Cut(data.Text(Name(row))), data.Text(From(row)) ?? string.Empty, data.Text(To(row)))
                )
            );

    private static bool IsFilled(CardData data, int row) =>
        data.Text(From(row)) is not null || (data.Text(To(row)) is not null && data.Text(Name(row)) is null);

    private static string? Cut(string? name) => name?.Length > NameLength ? name[..NameLength] : name;

    private static string Row(int row) => string.Create(CultureInfo.InvariantCulture, $"off{row}");

    private static string From(int row) => $"{Row(row)}From";

    private static string To(int row) => $"{Row(row)}To";

    private static string Name(int row) => $"{Row(row)}Name";

    private static string? Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
