namespace Milestones.School;

/// <summary>The separate things a plan names: "tutoring tuesday and ixl on sundays" are two.</summary>
internal static class PlanSteps
{
    private static readonly string[] Joints =
    [
        " and then ",
        " and ",
        " then ",
        ", ",
        "; ",
        "\n",
        " y luego ",
        " y después ",
        " y ",
        " luego ",
    ];

    public static IReadOnlyList<string> Of(string? plan)
    {
        if (string.IsNullOrWhiteSpace(plan))
        {
            return [];
        }

        IEnumerable<string> parts = [plan];
        foreach (var joint in Joints)
        {
            parts = parts.SelectMany(part =>
                part.Split(joint, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            );
        }

        // A crumb such as "me" in "my sister and me" is no step of its own: then the plan stays in one piece.
        var steps = parts.Select(part => part.Trim(' ', '.', ',', ';')).Where(part => part.Length > 0).ToList();
        return steps.TrueForAll(step => step.Length >= 5) ? steps : [plan.Trim()];
    }
}
