using System.Diagnostics;
using Milestones.Cards;
using Milestones.Localization;
using Milestones.School;

namespace Milestones.Features.Celebrating;

/// <summary>A shout-out in words, as each of those who read it is spoken to.</summary>
internal static class PraiseWords
{
    /// <summary>What they did, with their name in it; null where the giver used words of their own alone.</summary>
    public static string? Line(Praise praise, string name, Voice voice) =>
        praise.Stem is { } stem ? voice.Say($"Praise.Stem.{stem}", ("name", PeopleNames.First(name))) : null;

    public static string Giver(Praise praise, Voice voice) => praise.FromName ?? voice["Class.Somebody"];

    /// <summary>What they did as a picture, for those who read little.</summary>
    public static string Sign(PraiseStem stem) =>
        stem switch
        {
            PraiseStem.Help => "🤝",
            PraiseStem.Effort => "💪",
            PraiseStem.Strategy => "💡",
            PraiseStem.Comeback => "🌱",
            PraiseStem.Progress => "⭐",
            PraiseStem.Goal => "🎉",
            PraiseStem.Step => "👣",
            _ => throw new UnreachableException(),
        };

    /// <summary>The line and the words, each as it is: what a person typed is never read as markup.</summary>
    public static IEnumerable<CardElement> Body(Praise praise, string name, Voice voice)
    {
        if (voice.IsToYoung && praise.Stem is { } stem)
            yield return new TextBlock(Sign(stem)) { Size = "extraLarge" };
        if (Line(praise, name, voice) is { } line)
            yield return new RichTextBlock(new TextRun(line) { Weight = "bolder" });
        if (praise.Text is { } text)
            yield return new RichTextBlock(new TextRun($"“{text}”"));
    }

    /// <summary>The same to be read aloud.</summary>
    public static string Spoken(Praise praise, string name, Voice voice) =>
        string.Join(' ', new[] { Line(praise, name, voice), praise.Text }.OfType<string>());

    public static RichTextBlock From(Praise praise, Voice voice) =>
        new(new TextRun(voice.Say("Praise.From", ("name", Giver(praise, voice)))) { Size = "small", IsSubtle = true })
        {
            Spacing = "small",
        };
}
