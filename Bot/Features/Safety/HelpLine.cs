using System.Globalization;
using Milestones.Language.Packs;

namespace Milestones.Features.Safety;

/// <summary>A text by the code of its language.</summary>
internal sealed class HelpText(IReadOnlyDictionary<string, string> texts)
{
    /// <summary>In the reader's language, or in the default one where there is nothing in theirs.</summary>
    public string In(CultureInfo culture) =>
        texts.TryGetValue(LanguagePacks.Of(culture).Code, out var text) ? text : texts[LanguagePacks.Default.Code];
}

/// <summary>Someone to turn to: who they are, and how to reach them.</summary>
internal sealed record HelpLine(HelpText Name, HelpText Text);
