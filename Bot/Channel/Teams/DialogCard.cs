using Milestones.Cards;

namespace Milestones.Channel.Teams;

/// <summary>
/// A card as dialogs take it: there a button can only submit. Each of ours carries the same data for that as its
/// fallback.
/// </summary>
internal static class DialogCard
{
    public static Card Of(Card card) =>
        card with
        {
            Body = [.. card.Body.Select(Of)],
            Actions = card.Actions is { } actions ? [.. actions.Select(Of)] : null,
        };

    private static CardElement Of(CardElement element) =>
        element switch
        {
            ActionSet set => set with { Actions = [.. set.Actions.Select(Of)] },
            Container container => container with { Items = [.. container.Items.Select(Of)] },
            ColumnSet columns => columns with
            {
                Columns = [.. columns.Columns.Select(column => column with { Items = [.. column.Items.Select(Of)] })],
            },
            _ => element,
        };

    private static CardAction Of(CardAction action) =>
        action is Execute { Fallback: Submit submit }
            ? submit with
            {
                Style = action.Style,
                AssociatedInputs = action.AssociatedInputs,
            }
            : action;
}
