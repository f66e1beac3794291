using Milestones.Features.Safety;
using Milestones.Turns;

namespace Milestones.Bench.Load;

/// <summary>The bot's own rules, without a bot around them.</summary>
internal static class Rules
{
    public static HeadKinds Kinds { get; } =
        HeadKinds.Of(HelpLines.Load(Path.Combine(AppContext.BaseDirectory, "helplines.json")), new AlertOptions());
}
