namespace Milestones.Language;

/// <summary>
/// Numbers that are part of a name ("algebra 2", "unit 3", "3rd period", "4-4-4-4 breathing") and so measure nothing.
/// </summary>
internal static class NameParts
{
    // "Count to ten" calms down; "count to 100" is a skill.
    private const int MostBreaths = 20;

    public static bool Holds(Statement statement, in RuleMatch match) =>
        match.Rule.Name != "small" || statement.Tokens[match.End - 1].Value <= MostBreaths;
}
