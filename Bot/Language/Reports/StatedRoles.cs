namespace Milestones.Language.Reports;

/// <summary>What the words before and after a number say it is: where one stands, or where one wants to be.</summary>
internal static class StatedRoles
{
    public const int Reach = 5;

    /// <summary>"I do like 2 out of 5": how it goes, not how it is to go.</summary>
    public static bool IsPlainlyNow(ReportLine line, in Figure figure)
    {
        for (var i = figure.First - 1; i >= 0 && i >= figure.First - Reach; i--)
        {
            if (
                line.Says(
                    i,
                    "already",
                    "usually",
                    "normally",
                    "im at",
                    "i get",
                    "i do",
                    "i make",
                    "got",
                    "i got",
                    "saque",
                    "saco",
                    "tengo",
                    "llevo"
                ) || (line.Says(i, "get", "do", "make") && line.Says(i - 1, "i", "only", "usually", "always", "just"))
            )
            {
                return true;
            }
        }

        return false;
    }

    public static StatedRole RoleOf(ReportLine line, in Figure figure)
    {
        if (After(line, figure.End) is not StatedRole.Open and var told)
            return told;
        if (IsCorrecting(line, figure.First - 1))
            return StatedRole.Correction;
        if (figure.IsOld && !line.Says(figure.First - 1, "de", "from"))
            return StatedRole.Before;
        for (
            var i = figure.First - 1;
            i >= 0 && i >= figure.First - Reach && !line[i].IsNumber && line[i].Look is not (Look.Letter or Look.Clock);
            i--
        )
        {
            // "They said i can only get 1 a week": what is allowed is aimed at.
            if (
                line.Says(i, "allowed")
                || (
                    line.Says(i, "get", "have", "only get", "only have")
                    && (line.Says(i - 1, "can", "could", "i can") || line.Says(i - 2, "can", "could", "i can"))
                )
            )
            {
                return StatedRole.Wanted;
            }

            if (
                line.Says(i, "i get", "i do", "i make", "only get", "i got", "got", "saque")
                || (line.Says(i, "get", "do", "make") && line.Says(i - 1, "i", "only", "usually", "always", "just"))
            )
            {
                return StatedRole.Now;
            }

            if (
                line.Says(
                    i,
                    "want",
                    "wants",
                    "need",
                    "wanna",
                    "like to",
                    "hoping",
                    "hope",
                    "goal",
                    "quiero",
                    "kiero",
                    "qiero",
                    "quiere",
                    "necesito",
                    "less than",
                    "want to",
                    "i want",
                    "i need",
                    "id like",
                    "under",
                    "at least",
                    "por lo menos",
                    "lo menos",
                    "al menos",
                    "minimo",
                    "reach",
                    "llegar",
                    "get",
                    "below"
                )
            )
            {
                return StatedRole.Wanted;
            }

            if (IsNow(line, i) && IsOfEarlier(line, i))
                break;
            if (line.Says(i, "already", "ya", "usually", "normally", "always"))
                return StatedRole.Now;
            if (line.Says(i, "used", "antes", "was", "it was", "used to", "era", "decia"))
                return StatedRole.Before;
            if (
                line.Says(
                    i,
                    "instead",
                    "from",
                    "vez",
                    "now",
                    "rn",
                    "its",
                    "currently",
                    "ahorita",
                    "ahora",
                    "tengo",
                    "llevo",
                    "ya llevo",
                    "have",
                    "right now",
                    "got",
                    "missed",
                    "falte",
                    "im at",
                    "its at",
                    "saco",
                    "can do",
                    "last time",
                    "tenia",
                    "i have",
                    "i can",
                    "en vez de",
                    "in",
                    "ya tengo",
                    "up from",
                    "im",
                    "is",
                    "estoy en",
                    "tengo en",
                    "la tengo en",
                    "up",
                    "say",
                    "says"
                ) && !line.Says(i, "in", "im", "is", "up", "got")
            )
            {
                return StatedRole.Now;
            }

            if (line[i].Look is Look.Stop)
                break;
        }
        return StatedRole.Open;
    }

    /// <summary>What stands behind a number: "35% now", "80 is my goal", "75 later", "1 or less".</summary>
    private static StatedRole After(ReportLine line, int at)
    {
        for (var i = at; i < line.Count && i < at + Behind; i++)
        {
            if (
                line[i].IsMark
                || line[i].IsNumber
                || line.Says(i, "to", "a", "hasta")
                || Begins(line, i, "and", "y", "but", "pero")
            )
            {
                break;
            }

            if (
                IsNow(line, i)
                || line.Says(i, "last time", "so far", "put away", "saved", "already", "guardados", "i got")
            )
            {
                return StatedRole.Now;
            }

            if (
                line.Says(
                    i,
                    "later",
                    "goal",
                    "passing",
                    "would be",
                    "meta",
                    "i want",
                    "i need",
                    "gotta",
                    "i gotta",
                    "want",
                    "wants",
                    "need",
                    "quiero",
                    "kiero",
                    "qiero",
                    "quiere",
                    "necesito",
                    "or less",
                    "or fewer",
                    "or more",
                    "or better",
                    "or higher",
                    "o menos",
                    "o mas",
                    "max",
                    "at most",
                    "maximo"
                )
                || (line.Says(i, "would") && line.Says(i + 1, "be"))
                || (
                    line.Says(i, "or", "o")
                    && line.Says(i + 1, "less", "fewer", "more", "better", "higher", "menos", "mas")
                )
            )
            {
                return StatedRole.Wanted;
            }
        }
        return StatedRole.Open;
    }

    private const int Behind = 5;

    /// <summary>The first word of a token: "and i" is one.</summary>
    private static bool Begins(ReportLine line, int at, params ReadOnlySpan<string> words)
    {
        var text = line.TextOf(at);
        var blank = text.IndexOf(' ');
        foreach (var word in words)
        {
            if (ReportJoiner.IsWord(blank < 0 ? text : text[..blank], word))
                return true;
        }

        return false;
    }

    private static bool IsNow(ReportLine line, int at) =>
        line.TextOf(at).EndsWith(" now", StringComparison.OrdinalIgnoreCase)
        || line.Says(
            at,
            "now",
            "rn",
            "right now",
            "currently",
            "at the moment",
            "ahorita",
            "ahora",
            "ahora mismo",
            "en este momento"
        );

    /// <summary>"Now" behind an earlier number is of that one.</summary>
    private static bool IsOfEarlier(ReportLine line, int at)
    {
        for (var i = at - 1; i >= 0 && i >= at - 2; i--)
        {
            if (line[i].IsNumber || line[i].Look is Look.Letter)
                return true;
        }

        return false;
    }

    /// <summary>"no i said 90", "actually make it 3", "mejor ponle cero".</summary>
    private static bool IsCorrecting(ReportLine line, int before)
    {
        for (var i = before; i >= 0 && i >= before - Reach; i--)
        {
            if (
                line.Says(
                    i,
                    "change it",
                    "change the",
                    "change my",
                    "make it",
                    "can we",
                    "cambia",
                    "cambialo",
                    "ponle",
                    "pon",
                    "digo",
                    "quise"
                )
                || (line.Says(i, "said") && line.Says(i - 1, "i"))
                || (line.Says(i, "make") && line.Says(i + 1, "that"))
                || (line.Says(i, "should") && line.Says(i + 1, "be"))
            )
            {
                return true;
            }
        }

        return line.Says(before, "mejor") || (line.Says(before, "wait") && before <= 1);
    }
}

internal enum StatedRole
{
    Open,
    Wanted,
    Now,
    Before,
    Correction,
}
