using System.Globalization;

namespace Milestones.Cards;

/// <summary>
/// What cards of every feature are furnished with: headings, small print, a fault beside its field, and what a card
/// says to those who cannot see it.
/// </summary>
internal static class CardParts
{
    public static TextBlock Heading(string text) =>
        new(text)
        {
            Style = "heading",
            Size = "large",
            Weight = "bolder",
        };

    public static TextBlock Small(string text) =>
        new(text)
        {
            Size = "small",
            IsSubtle = true,
            Spacing = "medium",
        };

    /// <summary>What is wrong with the field above it.</summary>
    public static TextBlock Wrong(string text) =>
        new(text)
        {
            Color = "attention",
            Size = "small",
            Spacing = "none",
        };

    /// <summary>A card whose title is all there is to read aloud.</summary>
    public static Card Framed(string title, IReadOnlyList<CardElement> body, CultureInfo culture) =>
        new Card(body).In(culture, title);

    /// <param name="speak">Read aloud in place of the card.</param>
    /// <param name="fallback">Shown by a client without cards; null for what is read aloud.</param>
    public static Card In(this Card card, CultureInfo culture, string speak, string? fallback = null) =>
        card with
        {
            Lang = culture.TwoLetterISOLanguageName,
            Speak = speak,
            FallbackText = fallback ?? speak,
        };
}
