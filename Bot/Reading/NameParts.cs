namespace Milestones.Reading;

/// <summary>Numbers that are part of a name ("algebra 2", "unit 3", "3rd period", "4-4-4-4 breathing") and so measure nothing.</summary>
internal static class NameParts
{
    // "Count to ten" calms down; "count to 100" is a skill.
    private const int MostBreaths = 20;

    public static void Mark(Statement statement, Outline outline)
    {
        foreach (ref readonly var match in statement.Matches)
            if (match.Label == Label.NoNumber && !(match.Rule.Name == "small" && statement.Tokens[match.End - 1].Value > MostBreaths))
                outline.Mark(match.First, match.End, Role.Name);
    }
}
