namespace Milestones.Tests.Support;

/// <summary>A test that needs Node.js and npm; skipped where they are missing, except when <c>CI=true</c>.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NpmTheoryAttribute : TheoryAttribute
{
    public NpmTheoryAttribute()
    {
        if (!PlaygroundFactAttribute.Required && !NpmPackages.Available)
            Skip = NpmPackages.Missing;
    }
}
