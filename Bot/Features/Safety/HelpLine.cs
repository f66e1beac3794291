using System.Globalization;
using Milestones.Language.Packs;

namespace Milestones.Features.Safety;

/// <summary>A text by the code of its language.</summary>
internal sealed class HelpText(IReadOnlyDictionary<string, string> texts)
{
    /// <summary>In the reader's language; in the default one for readers of a language that is none of ours.</summary>
    public string In(CultureInfo culture) => texts[LanguagePacks.Of(culture).Code];
}

/// <summary>Someone to turn to: who they are, and how to reach them.</summary>
internal sealed record HelpLine(HelpText Name, HelpText Text);
