using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Milestones.Calendar;

/// <summary>
/// A week of ISO 8601, Monday to Sunday, written <c>2026-W38</c>. Its year is the one its Thursday is in.
/// </summary>
[JsonConverter(typeof(Converter))]
internal readonly record struct IsoWeek : IComparable<IsoWeek>
{
    private IsoWeek(DateOnly monday) => Monday = monday;

    public DateOnly Monday { get; }

    public int Year => ISOWeek.GetYear(Monday);

    public int Number => ISOWeek.GetWeekOfYear(Monday);

    public IsoWeek Next => new(Monday.AddDays(7));

    public DateOnly Sunday => Monday.AddDays(6);

    public static IsoWeek Of(DateOnly day) => new(day.AddDays(-(((int)day.DayOfWeek + 6) % 7)));

    /// <summary>Reads what <see cref="ToString"/> writes, and nothing else; years 1900 to 2199.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out IsoWeek week)
    {
        week = default;
        if (
            text is not { Length: 8 }
            || text[4] != '-'
            || text[5] != 'W'
            || !int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            || !int.TryParse(text.AsSpan(6), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || year is < 1900 or > 2199
            || number < 1
            || number > ISOWeek.GetWeeksInYear(year)
        )
        {
            return false;
        }

        week = new(ISOWeek.ToDateOnly(year, number, DayOfWeek.Monday));
        return true;
    }

    public DateOnly DayOf(DayOfWeek day) => Monday.AddDays(((int)day + 6) % 7);

    public int CompareTo(IsoWeek other) => Monday.CompareTo(other.Monday);

    public static bool operator <(IsoWeek left, IsoWeek right) => left.CompareTo(right) < 0;

    public static bool operator >(IsoWeek left, IsoWeek right) => left.CompareTo(right) > 0;

    public static bool operator <=(IsoWeek left, IsoWeek right) => left.CompareTo(right) <= 0;

    public static bool operator >=(IsoWeek left, IsoWeek right) => left.CompareTo(right) >= 0;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:d4}-W{Number:d2}");

    internal sealed class Converter : JsonConverter<IsoWeek>
    {
        public override IsoWeek Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Parse(reader.GetString());

        public override void Write(Utf8JsonWriter writer, IsoWeek value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString());

        public override IsoWeek ReadAsPropertyName(
            ref Utf8JsonReader reader,
            Type typeToConvert,
            JsonSerializerOptions options
        ) => Parse(reader.GetString());

        public override void WriteAsPropertyName(Utf8JsonWriter writer, IsoWeek value, JsonSerializerOptions options) =>
            writer.WritePropertyName(value.ToString());

        private static IsoWeek Parse(string? text) =>
            TryParse(text, out var week) ? week : throw new JsonException("This is no ISO week.");
    }
}
