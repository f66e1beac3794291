namespace Milestones.Views;

/// <summary>What the buttons about numbers from the school do.</summary>
internal static class NumberVerbs
{
    public const string Count = "numbers.count";
}
