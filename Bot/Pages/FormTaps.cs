using Milestones.Conversations;
using Milestones.Turns;

namespace Milestones.Pages;

/// <summary>What a form of a page sends is read as a card's data is, and kept by the same handler.</summary>
internal static class FormTaps
{
    public static Task TapAsync(HttpContext context, Look look, string verb, CardData data) =>
        context
            .RequestServices.GetRequiredService<GoalCoachBot>()
            .ActAsync(
                look.Context.Turn.Person,
                new Tapped(verb, data, null, null, InPlace: true),
                context.RequestAborted
            );

    public static CardData Data(params ReadOnlySpan<(string Key, string Value)> fields)
    {
        var data = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in fields)
            data[key] = value;
        return new(data);
    }
}
