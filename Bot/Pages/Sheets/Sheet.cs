using Microsoft.AspNetCore.Components;
using Milestones.Localization;

namespace Milestones.Pages.Sheets;

/// <summary>One page: how it speaks, what it is called, where one can go from it, and what stands on it.</summary>
/// <param name="Body">Made of data alone, as a card is: it asks nobody and changes nothing.</param>
internal sealed record Sheet(Voice Voice, string Title, RenderFragment Body)
{
    /// <summary>Where one can go from here: an address and its words.</summary>
    public IReadOnlyList<(string Address, string Words)> Ways { get; init; } = [];

    /// <summary>What stands small under the title.</summary>
    public string? Under { get; init; }

    /// <summary>The page signs whoever opens it in: its script asks Teams who that is.</summary>
    public bool SignsIn { get; init; }

    /// <summary>Made for the youngest: large, few words.</summary>
    public bool IsLarge { get; init; }
}
