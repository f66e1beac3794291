using System.Text;

namespace Milestones.Language.Concerns;

/// <summary>The files built into the program.</summary>
internal static class EmbeddedText
{
    public static IEnumerable<string> Names(string prefix) =>
        typeof(EmbeddedText)
            .Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(prefix, StringComparison.Ordinal));

    public static StreamReader Open(string name) => new(OpenBytes(name), Encoding.UTF8);

    public static Stream OpenBytes(string name) => typeof(EmbeddedText).Assembly.GetManifestResourceStream(name)!;
}
