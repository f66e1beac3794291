namespace Milestones.Language.Wanted;

/// <summary>The files embedded with this room.</summary>
internal static class Resources
{
    /// <summary>
    /// The lines of a file without comments; one that begins with a blank goes on with the one before.
    /// </summary>
    public static List<string> Lines(string name)
    {
        using var reader = new StreamReader(Open(name));
        var lines = new List<string>();
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith(' '))
                lines[^1] += ' ' + line.Trim();
            else if (line is [not '#', ..])
                lines.Add(line);
        }

        return lines;
    }

    /// <summary>The bytes of fitted weights.</summary>
    public static byte[] Weights(string name)
    {
        using var text = Open(name);
        return WeightsText.Read(text, name);
    }

    private static Stream Open(string name) =>
        typeof(Resources).Assembly.GetManifestResourceStream($"Wanted/{name}")
        ?? throw new InvalidOperationException($"Wanted/{name} is not embedded.");
}
