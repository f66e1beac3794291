using System.Globalization;

namespace Milestones.Language.Wanted;

/// <summary>What kind of quiet is wished for.</summary>
internal enum Quiet : byte
{
    Always,

    /// <summary>Not at night or from an hour on.</summary>
    AtNight,
    OnWeekends,

    /// <summary>While school or a class is on.</summary>
    InClass,

    /// <summary>Fewer of them.</summary>
    LessOften,
}

/// <summary>Tells a wish for no messages at certain times from one for none at all.</summary>
/// <param name="FromHour">The hour of the day from which on there shall be none, 0 to 23; null where none is
/// said.</param>
internal sealed record QuietWish(Quiet Kind, int? FromHour)
{
    private const int Noon = 12;

    private static readonly string[] Night =
    [
        "night",
        "nights",
        "nite",
        "bedtime",
        "late",
        "asleep",
        "sleeping",
        "sleep",
        "evening",
        "evenings",
        "midnight",
        "noche",
        "noches",
        "dormido",
        "dormida",
        "durmiendo",
        "duermo",
        "tarde",
        "madrugada",
    ];

    private static readonly string[] Weekend =
    [
        "weekend",
        "weekends",
        "saturday",
        "saturdays",
        "sunday",
        "sundays",
        "sabado",
        "sabados",
        "domingo",
        "domingos",
    ];

    public static QuietWish Read(string text)
    {
        var words = SpokenWord.Of(text);
        bool Says(params ReadOnlySpan<string> any)
        {
            foreach (var word in words)
            {
                if (any.Contains(word.Folded))
                    return true;
            }

            return false;
        }

        if (HourAfter(words) is { } hour)
            return new QuietWish(Quiet.AtNight, hour);
        if (Says(Night))
            return new QuietWish(Quiet.AtNight, null);
        if (Says(Weekend) || (Says("fines", "fin") && Says("semana")))
            return new QuietWish(Quiet.OnWeekends, null);
        if (Says("during", "in", "durante", "en") && Says("class", "school", "clase", "clases", "escuela", "lunch"))
            return new QuietWish(Quiet.InClass, null);
        return Says("less", "fewer", "often", "menos", "seguido")
            ? new QuietWish(Quiet.LessOften, null)
            : new QuietWish(Quiet.Always, null);
    }

    private static int? HourAfter(SpokenWord[] words)
    {
        for (var i = 0; i + 1 < words.Length; i++)
        {
            var next = words[i].Folded is "after" or "past" or "despues" or "pasadas" ? i + 1 : -1;
            while (next > 0 && next < words.Length && words[next].Folded is "de" or "las" or "like" or "about")
                next++;
            if (next < 0 || next >= words.Length)
                continue;
            if (Hour(words[next].Folded, next + 1 < words.Length ? words[next + 1].Folded : "") is { } hour)
                return hour;
        }
        return null;
    }

    private static int? Hour(string word, string following)
    {
        var isMorning = word.EndsWith("am", StringComparison.Ordinal) || following == "am";
        if (
            !int.TryParse(word.AsSpan().TrimEnd("apm"), CultureInfo.InvariantCulture, out var hour)
            || hour is < 1 or > 24
        )
        {
            return null;
        }

        return isMorning || hour > Noon ? hour % 24 : (hour + Noon) % 24;
    }
}
