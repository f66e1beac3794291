namespace Milestones.Language.Wanted;

/// <summary>The files embedded with this room.</summary>
internal static class Resources
{
    public static IEnumerable<string> Lines(string name)
    {
        using var reader = new StreamReader(Open(name));
        while (reader.ReadLine() is { } line)
            if (line.Trim() is [not '#', ..] trimmed)
                yield return trimmed;
    }

    public static byte[] Bytes(string name)
    {
        using var stream = Open(name);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static Stream Open(string name) =>
        typeof(Resources).Assembly.GetManifestResourceStream($"Wanted/{name}")
        ?? throw new InvalidOperationException($"Wanted/{name} is not embedded.");
}
