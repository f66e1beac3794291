using System.Globalization;

namespace Milestones.Features.Safety;

internal sealed record HelpText(string En, string Es)
{
    /// <summary>Spanish for Spanish readers, English for everyone else.</summary>
    public string In(CultureInfo culture) => culture.TwoLetterISOLanguageName == "es" ? Es : En;
}

/// <summary>Someone to turn to: who they are, and how to reach them.</summary>
internal sealed record HelpLine(HelpText Name, HelpText Text);
