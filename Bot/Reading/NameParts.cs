namespace Milestones.Reading;

/// <summary>Numbers that are part of a name ("algebra 2", "unit 3", "3rd period", "4-4-4-4 breathing") and so measure nothing.</summary>
internal static class NameParts
{
    public static void Mark(Statement statement, Outline outline)
    {
        foreach (ref readonly var match in statement.Matches)
            if (match.Label == Label.NoNumber)
                outline.Mark(match.First, match.End, Role.Name);
    }
}
