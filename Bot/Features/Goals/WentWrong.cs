using System.Text.RegularExpressions;

namespace Milestones.Features.Goals;

/// <summary>
/// Whether words plainly tell that something went wrong. Only then is anybody consoled: a coach who is sorry about good
/// news is worse than one who only thanks for it.
/// </summary>
internal static partial class WentWrong
{
    public static bool IsSaid(string text) => Bad().IsMatch(text) && !Good().IsMatch(text);

    /// <summary>
    /// "What?? nothing hurts", "como que duele": a setback that was none, as the student says; not "what a bad day".
    /// </summary>
    public static bool IsDenied(string text) => Denied().IsMatch(text);

    [GeneratedRegex(
        @"\b(?:fail\w*|flunk\w*|bomb(?:ed)?|(?:mess|screw|choke)(?:ed)? (?:it )?up|choked|forgot\w*|miss(?:ed)?"
            + @"|skip(?:ped)?|late|absent|tard(?:y|ies)|red|yellow|sent out|kicked out|in trouble|worse|worst|bad|badly"
            + @"|terribl\w+|horribl\w+|awful|wrong|lost|didn'?t|did not|couldn'?t|could not|can'?t|wasn'?t|haven'?t"
            + @"|never|again|quit|cried|crying|stuck|behind|dropp?ed|(?:went|going|back) down|lower|slower|an? [df]"
            + @"|zero|0|overslept|slept|yelled|wrecked|broke|fought|hit|pushed|hard|tough|hate|ugh|sucks?|sad|froze"
            + @"|blanked|ran out|gave up|no time|too (?:tired|busy|much)|nothing|none|tired|sick"
            + @"|reprob\w+|fall[eéó]\w*|olvid\w+|falt\w+|tarde|mal|peor|perd[ií]\w*|nunca|otra ves|otra vez|de nuevo"
            + @"|equivo\w+|tron[eé]|volv[ií]|rega[ñn]\w+|castig\w+|rojo|cero|dif[ií]cil|cansad\w+|llor\w+|rend[ií]"
            + @"|trab[eé]|nada|no (?:pude|logr\w*|hice|le[ií]|fui|la|lo|me|alcanc\w+|llegu\w+|entend\w+|estudi\w+)"
            + @"|me (?:dorm|gan|puse)\w*|bajé|baje)\b|😭|😢|😞|😩|😔|:\(|:/",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Bad();

    [GeneratedRegex(
        @"\b(?:no mistakes?|nothing (?:was )?(?:wrong|hard|bad|hurts?)|without (?:any )?mistakes?|actually helps?"
            + @"|it helps|that helps|not (?:so |that |too )?(?:bad|hard)|wasn'?t (?:so |that |too )?(?:bad|hard)"
            + @"|didn'?t (?:miss|forget|get (?:sent|kicked|in))|sin (?:errores|fallas)|s[ií] (?:me )?ayuda"
            + @"|nada mal|no (?:me )?falt[eé])\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Good();

    [GeneratedRegex(
        @"\bnothing (?:hurts?|is (?:hard|wrong)|was (?:hard|wrong|bad))\b|\bno(?:thing)? (?:it )?(?:doesn'?t"
            + @"|didn'?t) hurt"
            + @"|^\W*(?:what|huh|no+|wait|q|qu[eé]|lol)\b[\s,.?!]*(?:no[\s,.]+)?(?:nothing (?:hurts?|was|is|i)|it"
            + @" (?:was|is) (?:good|fun|great)|that was (?:a )?good|it'?s (?:not|good)|i(?:'?m| am) (?:happy|not sad"
            + @"|fine))|\bc[oó]mo que (?:duele|dif[ií]cil|duro|mal)|\bnada me (?:duele|cost[oó])|\bno (?:me )?duele"
            + @"|\bsi estoy (?:bien |muy )?(?:content|feliz)",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Denied();
}
