using Milestones.Channel.Teams;
using Milestones.Features.Certificates;
using Milestones.Features.OwnData;
using Milestones.Localization;
using Milestones.Pages.Sheets;
using Milestones.Pages.Visiting;

namespace Milestones.Pages;

internal static class PagesRegistration
{
    public static IServiceCollection AddPages(this IServiceCollection services) =>
        services
            .AddSingleton<OpenBadges>()
            .AddSingleton<TabTokens>()
            .AddSingleton<Seals>()
            .AddSingleton<Visits>()
            .AddSingleton<SchoolVisits>()
            .AddSingleton<LocalLinks>()
            .AddSingleton<SheetWriter>();

    /// <summary>
    /// What a browser sees of the bot: its privacy statement, its terms, a person's own data, and the pages of tabs.
    /// </summary>
    public static void MapPages(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet($"{PageFiles.Path}/{{version}}/{{name}}", (RequestDelegate)PageFiles.ServeAsync);
        SignInPages.Map(endpoints);
        MinePages.Map(endpoints);
        ClassPages.Map(endpoints);
        SchoolFiguresPages.Map(endpoints);
        ImportPages.Map(endpoints);
        FamilyPages.Map(endpoints);
        ConferencePages.Map(endpoints);
        endpoints.MapGet("/privacy", (RequestDelegate)SchoolPages.PrivacyAsync);
        endpoints.MapGet("/terms", (RequestDelegate)SchoolPages.TermsAsync);
        endpoints.MapGet($"{CopyHandler.Path}/{{token}}", (RequestDelegate)CopyPages.AskAsync);
        endpoints.MapPost($"{CopyHandler.Path}/{{token}}", (RequestDelegate)CopyPages.OpenAsync);
        endpoints.MapGet($"{CertificateHandler.Path}/{{token}}", (RequestDelegate)CertificatePages.OpenAsync);
    }

    /// <summary>The first language of the browser that is one of ours.</summary>
    public static Voice VoiceOf(HttpRequest request) =>
        new(
            Voice.CultureFor(
                request
                    .GetTypedHeaders()
                    .AcceptLanguage.OrderByDescending(language => language.Quality ?? 1)
                    .Select(language => language.Value.Value)
                    .FirstOrDefault(tag =>
                        Voice.Languages.Any(known => tag?.StartsWith(known, StringComparison.OrdinalIgnoreCase) == true)
                    )
            ),
            GradeBand.Grades9To12
        );
}
