using Milestones.Channel.Teams;
using Milestones.Conversations;
using Milestones.Pages.Sheets;
using Milestones.Pages.Visiting;
using Milestones.School;
using Milestones.Storage;
using Milestones.Turns;

namespace Milestones.Pages;

/// <summary>
/// The ways in: a tab of Teams, a link from the chat, and in Development a link for each person of the window.
/// </summary>
internal static class SignInPages
{
    public const string Tab = "/tab";

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet($"{Tab}/me", TabTo(MinePages.Path));
        endpoints.MapGet($"{Tab}/class", TabTo(ClassPages.Path));
        endpoints.MapPost($"{Tab}/session", (RequestDelegate)BeginAsync);
        endpoints.MapGet($"{PageLink.Path}/{{token}}", (RequestDelegate)LinkAsync);
        endpoints.MapPost($"{PageLink.Path}/{{token}}", (RequestDelegate)OpenAsync);
        endpoints.MapGet($"{LocalLinks.Path}/{{token}}", (RequestDelegate)OpenLocallyAsync);
    }

    /// <summary>A tab asks Teams each time it is opened: on a shared computer it may be somebody else.</summary>
    private static RequestDelegate TabTo(string page) =>
        context => WriteAsync(context, PlainSheet.SignIn(PagesRegistration.VoiceOf(context.Request), page));

    private static async Task BeginAsync(HttpContext context)
    {
        var services = context.RequestServices;
        SheetWriter.Guard(context.Response);
        var (user, refusal) = SameOrigin.Sent(context.Request)
            ? await services
                .GetRequiredService<TabTokens>()
                .ValidateAsync(context.Request.Headers.Authorization, context.RequestAborted)
            : (null, Refusal.NoBearerToken);
        if (user is not null)
        {
            services.GetRequiredService<Visits>().BeginSignedIn(context, user.Person, user.Until);
            context.Response.StatusCode = StatusCodes.Status204NoContent;
            return;
        }

        var counts = services.GetRequiredService<RefusalCounts>();
        context.Response.StatusCode = counts.Count($"tab, {refusal}", context.Connection.RemoteIpAddress)
            ? refusal!.Value.Status()
            : Refusal.TooManyRefused.Status();
    }

    private static Task LinkAsync(HttpContext context) =>
        WriteAsync(context, PlainSheet.Link(PagesRegistration.VoiceOf(context.Request)));

    private static async Task OpenAsync(HttpContext context)
    {
        var services = context.RequestServices;
        try
        {
            if (
                SameOrigin.Sent(context.Request)
                && await services
                    .GetRequiredService<PageReader>()
                    .OpenAsync((string)context.GetRouteValue("token")!, context.RequestAborted)
                    is var (person, link)
                && services.GetRequiredService<TabTokens>().Serves(person.TenantId)
            )
            {
                services.GetRequiredService<Visits>().BeginByLink(context, person);
                To(
                    context,
                    link.Class is not { } key ? MinePages.Path
                        : DocumentKeys.IsSchool(key) ? SchoolFiguresPages.Path
                        : link.Upload is { } upload ? $"{ClassPages.Address(key)}/import/{Uri.EscapeDataString(upload)}"
                        : ClassPages.Address(key)
                );
                return;
            }
        }
        catch (StoreUnavailableException)
        {
            await PageGate.NotAsync(context, "Page.Copy.Busy", StatusCodes.Status503ServiceUnavailable);
            return;
        }

        await PageGate.NotAsync(context, "Page.LinkOver", StatusCodes.Status403Forbidden);
    }

    /// <summary>Where activities need no token, pages need none: of this machine, in Development.</summary>
    private static async Task OpenLocallyAsync(HttpContext context)
    {
        var services = context.RequestServices;
        if (
            services.GetRequiredService<IHostEnvironment>().IsDevelopment()
            && !services.GetRequiredService<BotOptions>().HasAppId
            && InboundGate.IsThisMachine(context)
            && services.GetRequiredService<LocalLinks>().Read((string)context.GetRouteValue("token")!) is { } person
        )
        {
            services.GetRequiredService<Visits>().BeginSignedIn(context, person);
            To(context, MinePages.Path);
            return;
        }

        await PageGate.NotAsync(context, "Page.LinkOver", StatusCodes.Status403Forbidden);
    }

    private static void To(HttpContext context, string address)
    {
        SheetWriter.Guard(context.Response);
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = address;
    }

    private static Task WriteAsync(HttpContext context, Sheet sheet) =>
        context.RequestServices.GetRequiredService<SheetWriter>().WriteAsync(context, sheet);
}
