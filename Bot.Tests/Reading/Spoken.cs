using Milestones.Reading;

namespace Milestones.Tests.Reading;

internal static class Spoken
{
    public static TextLanguage Language(string code) => code == "es" ? TextLanguage.Spanish : TextLanguage.English;
}
