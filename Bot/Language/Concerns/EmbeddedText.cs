using System.Reflection;
using System.Text;

namespace Milestones.Language.Concerns;

/// <summary>The files built into the program.</summary>
internal static class EmbeddedText
{
    public static IEnumerable<string> Names(Assembly files, string prefix) =>
        files.GetManifestResourceNames().Where(name => name.StartsWith(prefix, StringComparison.Ordinal));

    public static StreamReader Open(Assembly files, string name) => new(OpenBytes(files, name), Encoding.UTF8);

    public static Stream OpenBytes(Assembly files, string name) => files.GetManifestResourceStream(name)!;
}
