using Milestones.Conversations;
using Milestones.Features.Teaching;
using Milestones.Pages.Sheets;
using Milestones.Pages.Visiting;
using Milestones.Turns;
using Milestones.Views;

namespace Milestones.Pages;

/// <summary>
/// The page that teachers of a class go through together over a period's figures, with what they decided the last time.
/// </summary>
internal static class ReviewPages
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var review = $"{ClassPages.Path}/{{team}}/review";
        endpoints.MapGet(review, PageGate.For(ClassPages.OfClass, (context, look) => ShowAsync(context, look, null)));
        endpoints.MapPost(review, PageGate.For(ClassPages.OfClass, KeepAsync));
    }

    private static Task ShowAsync(HttpContext context, Look look, string? fault)
    {
        var view = ClassPages.WithInsight(context, ClassPages.View(context, look));
        return context
            .RequestServices.GetRequiredService<SheetWriter>()
            .WriteAsync(
                context,
                ReviewSheet.Of(
                    view,
                    fault,
                    [(view.Address, view.View.ClassName), .. MinePages.Ways(look, view.Address)]
                )
            );
    }

    /// <summary>What is sent is read as a card's data is, and kept by the same handler.</summary>
    private static async Task KeepAsync(HttpContext context, Look look)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var key = ((Looked)look.Context.Turn.Input).Class!.Value;
        var (notes, decision) = (form[ReviewHandler.Notes].ToString(), form[ReviewHandler.Decision].ToString());
        if (ReviewHandler.FaultOf(notes, decision) is { } fault)
        {
            await ShowAsync(context, look, fault);
            return;
        }

        var period = InsightPeriod.Read(form["period"]);
        await FormTaps.TapAsync(
            context,
            look,
            InsightVerbs.Review,
            FormTaps.Data(
                ("class", key.Partition),
                ("period", period?.Id ?? ""),
                (ReviewHandler.Notes, notes),
                (ReviewHandler.Decision, decision)
            )
        );
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = $"{ClassPages.Address(key)}/review?period={period?.Id}";
    }
}
