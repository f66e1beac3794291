using Milestones.Features.Safety;
using Milestones.Turns;

namespace Milestones.Tests.Support;

/// <summary>The kinds of document with the product's own rules and help lines.</summary>
internal static class Kinds
{
    public static HeadKinds All { get; } =
        HeadKinds.Of(HelpLines.Load(Path.Combine(AppContext.BaseDirectory, "helplines.json")), new AlertOptions());
}
