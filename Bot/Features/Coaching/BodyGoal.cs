using System.Text.RegularExpressions;

namespace Milestones.Features.Coaching;

/// <summary>
/// Goals about a young body's weight or food. They get no number to lose: a word about an adult, and a habit instead.
/// </summary>
internal static partial class BodyGoal
{
    public static bool Is(string text) => Weight().IsMatch(text);

    [GeneratedRegex(
        @"\b(?:(?:lose|losing|drop|shed|cut)\b.{0,24}\b(?:weight|pounds?|lbs?|kilos?|kg|fat|belly|inches)"
            + @"|(?:weigh|get down to)\b.{0,16}\b(?:pounds?|lbs?|kilos?|kg|less)|weigh less|be (?:skinn|thin)\w*"
            + @"|(?:get|become|look) (?:skinn|thinn?|slim)\w*|dieting|(?:my|a|keto) diet\b"
            + @"|(?:start|go|be|stay)(?:ing)? on a diet"
            + @"|(?:eat|count|only|under)\b.{0,16}\bcalor\w+|flat(?:ter)? stomach|six.?pack"
            + @"|(?:bajar|perder|rebajar|quemar)\b.{0,20}\b(?:peso|kilos?|libras?|grasa|barriga|panza)"
            + @"|adelgazar|estar (?:m[aá]s )?(?:flac|delgad)[oa]|(?:hacer|estar a|una) dieta|contar calor[ií]as)\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Weight();
}
