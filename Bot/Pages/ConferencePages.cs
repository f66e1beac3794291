using Milestones.Conversations;
using Milestones.Features.Conferences;
using Milestones.Pages.Sheets;
using Milestones.Pages.Visiting;
using Milestones.School;
using Milestones.Storage;
using Milestones.Turns;
using Milestones.Views;

namespace Milestones.Pages;

/// <summary>
/// Conference packs to read and print: by a link from the chat as long as it lasts, and for who is signed in their own,
/// or those of a class they teach.
/// </summary>
internal static class ConferencePages
{
    /// <summary>What stands behind the address of a class.</summary>
    public const string OfClass = "conferences";

    public static readonly string Mine = $"{MinePages.Path}/conference";

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet($"{PackHandler.Path}/{{token}}", (RequestDelegate)OpenAsync);
        endpoints.MapGet(Mine, PageGate.For((_, _) => new Looked(PageVerbs.Mine), MineAsync));
        endpoints.MapGet($"{ClassPages.Path}/{{team}}/{OfClass}", PageGate.For(ClassPages.OfClass, ClassAsync));
    }

    private static async Task OpenAsync(HttpContext context)
    {
        ConferencesRead? read;
        try
        {
            read = await Reader(context).OpenAsync((string)context.GetRouteValue("token")!, context.RequestAborted);
        }
        catch (StoreUnavailableException)
        {
            await PageGate.NotAsync(context, "Page.Copy.Busy", StatusCodes.Status503ServiceUnavailable);
            return;
        }

        if (read is null)
            await PageGate.NotAsync(context, "Page.Conference.Gone", StatusCodes.Status404NotFound);
        else
            await WriteAsync(context, read, []);
    }

    private static async Task MineAsync(HttpContext context, Look look)
    {
        var ways = MinePages.Ways(look);
        if (await Reader(context).OwnAsync(look.Context.Person, context.RequestAborted) is { } read)
        {
            await WriteAsync(context, read, ways);
            return;
        }

        var voice = look.Context.Voice;
        await Sheets(context).WriteAsync(context, PlainSheet.Say(voice, voice["Page.Conference.Begin"], ways));
    }

    private static async Task ClassAsync(HttpContext context, Look look)
    {
        var key = ((Looked)look.Context.Turn.Input).Class!.Value;
        var read = await Reader(context)
            .OfClassAsync(
                look.Context.Others.Class(key)!,
                look.Context.Others.Person,
                look.Context.Person,
                context.RequestAborted
            );
        await WriteAsync(context, read, MinePages.Ways(look));
    }

    private static Task WriteAsync(HttpContext context, ConferencesRead read, IReadOnlyList<(string, string)> ways) =>
        Sheets(context)
            .WriteAsync(
                context,
                ConferenceSheet.Of(read, context.RequestServices.GetRequiredService<SchoolOptions>(), ways)
            );

    private static ConferenceReader Reader(HttpContext context) =>
        context.RequestServices.GetRequiredService<ConferenceReader>();

    private static SheetWriter Sheets(HttpContext context) => context.RequestServices.GetRequiredService<SheetWriter>();
}
