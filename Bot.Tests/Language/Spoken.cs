using Milestones.Language;

namespace Milestones.Tests.Language;

internal static class Spoken
{
    public static TextLanguage Language(string code) => code == "es" ? TextLanguage.Spanish : TextLanguage.English;
}
