namespace Milestones.Tests.Support;

/// <summary>Compares what was made with a checked-in file. With <c>MILESTONES_APPROVE=1</c> the file is written instead: then read the difference in git.</summary>
internal static class Approved
{
    private static readonly bool Approving = Environment.GetEnvironmentVariable("MILESTONES_APPROVE") == "1";

    public static void Same(string made, string file)
    {
        var text = made.TrimEnd('\n') + "\n";
        if (Approving)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
            return;
        }

        Assert.True(File.Exists(file), $"{file} is not there yet. Run once with MILESTONES_APPROVE=1 and read what it writes.");
        Assert.Equal(File.ReadAllText(file), text);
    }
}
