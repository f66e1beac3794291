using System.Text.RegularExpressions;
using Milestones.Language;
using Milestones.Localization;
using Milestones.School;

namespace Milestones.Features.Coaching;

/// <summary>
/// A plain yes or no. In a longer sentence the word is part of something else: "yeah but make it friday" is not a yes
/// to saving.
/// </summary>
internal static partial class Short
{
    /// <summary>
    /// Offers with two answers, the first of which goes ahead. An offer made before the language was switched can still
    /// be tapped.
    /// </summary>
    private static readonly IReadOnlyList<string>[] Offers =
    [
        .. new[]
        {
            "Suggest.Cancel",
            "Suggest.Kept",
            "Suggest.HigherBar",
            "Suggest.SmallerStep",
            "Suggest.Direction",
            "Suggest.SchoolDay",
        }.SelectMany(Voice.InEveryLanguage),
    ];

    public static YesNo? YesNo(string text, TurnContext<Person> context) => context.Read(text).YesNo;

    /// <summary>A yes or no with a shrug beside it: "whatever sure", "yeah i guess".</summary>
    public static YesNo? Loosely(TurnContext<Person> context) =>
        context.Heard.YesNo
        ?? (Shrug().Replace(context.Heard.Text, " ").Trim() is { Length: > 0 } rest ? context.Read(rest).YesNo : null);

    [GeneratedRegex(
        @"\b(?:whatever|i guess|ig|fine|lol|um+|uh+|ok(?:ay)? then|bro|i mean|supongo|bueno pues|como sea"
            + @"|da igual)\b[,.!]*",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Shrug();

    /// <summary>A suggestion of ours, or a yes or no in the student's own words.</summary>
    public static YesNo? Choice(string text, TurnContext<Person> context) =>
        Offers.Any(offer => Same(offer[0], text)) ? Language.YesNo.Yes
        : Offers.Any(offer => Same(offer[1], text)) ? Language.YesNo.No
        : YesNo(text, context);

    /// <summary>The first of an offer of ours is a yes, the last a no; null for anything else.</summary>
    public static YesNo? Tapped(string offer, string text) =>
        Voice.InEveryLanguage(offer) is var offers && offers.Any(one => Same(one[0], text)) ? Language.YesNo.Yes
        : offers.Any(one => Same(one[^1], text)) ? Language.YesNo.No
        : null;

    /// <summary>
    /// "ok you can save it i guess", "whatever save": wants the draft saved, in a few words and not denied.
    /// </summary>
    public static bool Saves(string text)
    {
        var said =
            $" {string.Join(' ', text.Split([' ', '.', ',', '!', '?', '\n'], StringSplitOptions.RemoveEmptyEntries))} ";
        return said.Count(c => c == ' ') <= MostWordsToSave + 1
            && !Denied().IsMatch(said)
            && Voice
                .InEveryLanguage("Word.Save")
                .SelectMany(words => words)
                .Any(word => said.Contains($" {word} ", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Whether something comes on top of what was said: "i also want to read more".</summary>
    public static bool Adds(string text) => OnTop().IsMatch(text);

    [GeneratedRegex(
        @"\b(?:also|too|another|other goal|as well|tambi[eé]n|otra|adem[aá]s)\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex OnTop();

    private const int MostWordsToSave = 12;

    [GeneratedRegex(
        @"\b(?:don'?t|do not|not|no|never|wait|before|without|money|todav[ií]a|a[uú]n|antes|espera|dinero"
            + @"|later|after|brb|hold on|tomorrow|luego|despu[eé]s|al rato|ma[ñn]ana|aguanta)\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Denied();

    private static bool Same(string offered, string text) => offered.Equals(text, StringComparison.OrdinalIgnoreCase);

    /// <summary>Asks what the question is for.</summary>
    public static bool AsksWhy(string text) => Why().IsMatch(text);

    [GeneratedRegex(
        @"\b(?:why|y (?:do|does|are|r|would)|what for|por qu[eé]|por q|xq|para qu[eé]|pa(?:ra)? q|pa qu[eé])\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Why();

    /// <summary>Wants to begin the goal in the making anew.</summary>
    public static bool StartsOver(string text) => WordCount.Of(text) <= 8 && Anew().IsMatch(text);

    [GeneratedRegex(
        @"\b(?:start (?:all )?over|start again|begin again|restart|from scratch|(?:the |a )?new one"
            + @"|empezar de (?:nuevo|cero)|empieza de (?:nuevo|cero)|volver a empezar|una nueva|otra nueva)\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Anew();

    /// <summary>Has to go: "idk. gtg its lunch, bye".</summary>
    public static bool Leaves(string text) => WordCount.Of(text) <= 10 && Going().IsMatch(text);

    [GeneratedRegex(
        @"\b(?:gtg|g2g|got ?t[ao] go|have to go|bye|see (?:ya|you)|adi[oó]s|nos vemos|ya me voy)\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Going();

    /// <summary>"Idk skip that": goes on without an answer.</summary>
    public static bool Skips(string text) => WordCount.Of(text) <= 4 && Skipping().IsMatch(text);

    [GeneratedRegex(
        @"^\W*(?:(?:idk|um+|uh+|lol|nah|no|ok(?:ay)?|pls|please|pues)[\s,.]+)*skip(?: pl[sz]| please)?\W*$"
            + @"|\b(?:skip (?:it|that|this)|just skip|can i skip|s[aá]lta(?:lo|la)|saltar(?:lo|la))\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Skipping();

    /// <summary>"Skip, idk": the word itself stands first.</summary>
    public static bool SaysSkip(string text) =>
        text.TrimStart().StartsWith("skip", StringComparison.OrdinalIgnoreCase) && WordCount.Of(text) <= 4;

    /// <summary>Says that it does not matter to them, or only to somebody else.</summary>
    public static bool HasNoReason(string text) => NoReason().IsMatch(text);

    [GeneratedRegex(
        @"^\W*(?:idk,? |honestly,? |lol )?(?:it|that) (?:doesn'?t|does not|dont|don't)(?: really)?\b"
            + @"|^\W*(?:cuz |because |bc )?my (?:teacher|mom|dad|coach|counselor) (?:makes|made|is making) me\W*$"
            + @"|^\W*no me (?:importa|interesa)\b|^\W*mi (?:maestr[ao]|profe|mam[aá]|pap[aá]) me obliga\W*$",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex NoReason();

    /// <summary>Asks whether something counts for the goal: that is theirs to say.</summary>
    public static bool AsksWhatCounts(string text) => Counts().IsMatch(text);

    [GeneratedRegex(
        @"\bcan i (?:also )?count\b|\b(?:do|does|would) .{1,40}\bcount\b|\bcuentan?\b|\bpuedo contar\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Counts();

    /// <summary>Wants the last change taken back, whatever stands beside the word.</summary>
    public static bool Undoes(string text) => WordCount.Of(text) <= 6 && Undoing().IsMatch(text);

    [GeneratedRegex(
        @"\b(?:undo|take (?:it|that) back|change it back|deshaz(?:lo)?|deshacer|regr[eé]salo)\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Undoing();

    /// <summary>Not knowing is no refusal, and no "none" either: it gets the gentle follow-up.</summary>
    public static bool IsUnknowing(string text) => Unknowing().IsMatch(text);

    [GeneratedRegex(
        @"\b(?:idk|dunno|don'?t (?:really )?know|not sure|no idea|no clue|who knows)\b"
            + @"|\b(?:no s[eé]|ni idea|qui[eé]n sabe)(?:\W|$)",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Unknowing();
}
