namespace Milestones.Language.Reports;

/// <summary>Whether fewer or more is the aim of a goal, where its words and numbers say so; asked only where they do
/// not.</summary>
internal static class BetterDirection
{
    private static readonly string[] Fewer =
    [
        "tard",
        "late",
        "absen",
        "referral",
        "detention",
        "missing",
        "retardo",
        "falta",
        "faltar",
        "reporte",
        "castigo",
        "atrasad",
        "tiktok",
        "screen",
        "pantalla",
        "phone",
        "celular",
        "gaming",
        "videogame",
        "video game",
        "videojuego",
        "instagram",
        "snapchat",
        "youtube",
        "scroll",
        "cuss",
        "vap",
        "reduce",
        "cut ",
        "cut my",
        "cut down",
        "less ",
        "fewer",
        "no more than",
        "limit",
        "lower my",
        "stop ",
        "quit ",
        "at most",
        "reducir",
        "disminuir",
        "menos de",
        "no mas de",
        "maximo",
        "dejar de",
        "mistakes",
        "errores",
        "soda",
        "junk food",
        "outburst",
        "pendientes",
    ];

    private static readonly string[] More =
    [
        "raise",
        "increase",
        "improve",
        "at least",
        "more ",
        "get to ",
        "earn",
        "save",
        "learn",
        "read ",
        "practice",
        "study",
        "hold",
        "plank",
        "hang",
        "subir",
        "aumentar",
        "mejorar",
        "al menos",
        "por lo menos",
        "leer",
        "practicar",
        "estudiar",
        "juntar",
        "aguantar",
    ];

    /// <summary>True where less is better, false where more is; null where it must be asked.</summary>
    /// <param name="unit">As the goal's measure has it; null where none was said.</param>
    public static bool? IsLower(string sentence, string? unit, double? baseline, double? target)
    {
        if (baseline is { } from && target is { } to && from != to)
            return to < from;
        var words = $"{Folding.Fold(sentence)} {Folding.Fold(unit ?? "")} ";
        if (
            words.Contains("no more than", StringComparison.Ordinal)
            || words.Contains("no mas de", StringComparison.Ordinal)
        )
        {
            return true;
        }

        var (fewer, more) = (Says(words, Fewer), Says(words, More));
        if (fewer != more)
            return fewer;
        if (unit is "percent" or "letter_grade" or "gpa" or "points" or "books" or "pages" or "applications")
            return fewer ? null : false;
        return !more && unit is "seconds" or "minutes" && new MeasureContext(sentence, "").IsRace ? true : null;
    }

    private static bool Says(string words, string[] any)
    {
        foreach (var word in any)
        {
            if (words.Contains(word, StringComparison.Ordinal))
                return true;
        }

        return false;
    }
}
