using Microsoft.Extensions.Options;
using Milestones.Channel.Sending;
using Milestones.Channel.Teams;
using Milestones.Features.Celebrating;
using Milestones.Features.Certificates;
using Milestones.Features.Classes;
using Milestones.Features.Conferences;
using Milestones.Features.Looking;
using Milestones.Features.Mastery;
using Milestones.Features.OwnData;
using Milestones.Features.Safety;
using Milestones.Features.Schools;
using Milestones.Reading;
using Milestones.School;

namespace Milestones.Turns;

internal static class GoalCoachRegistration
{
    /// <summary>The turn itself, as the handler of every activity.</summary>
    public static IServiceCollection AddGoalCoach(
        this IServiceCollection services,
        IConfiguration configuration,
        IHostEnvironment environment
    ) =>
        services
            .AddSingleton(provider => new ClassOptions(
                provider.GetRequiredService<IOptions<GraphOptions>>().Value.Enabled,
                configuration.GetValue(ClassOptions.InstallerSetting, environment.IsDevelopment())
            )
            {
                Counselors = provider.GetRequiredService<AlertOptions>().TenantContacts,
            })
            .AddHostedService<TeacherSource>()
            .AddSingleton<SafetyRoutes>()
            .AddSingleton<ClassRoutes>()
            .AddSingleton<SchoolsRoutes>()
            .AddSingleton<TurnRouter>()
            .AddSingleton<ClassRouter>()
            .AddSingleton<HeadKinds>()
            .AddSingleton<RosterReader>()
            .AddSingleton<ClassLookups>()
            .AddSingleton<SecondOpinions>()
            .AddSingleton<TurnQueues>()
            .AddSingleton<Erasing>()
            .AddSingleton<PersonCopies>()
            .AddSchool(configuration, environment)
            .AddSingleton<OwnDataRoutes>()
            .AddSingleton<CelebratingRoutes>()
            .AddSingleton<CertificateRoutes>()
            .AddSingleton<CertificateReader>()
            .AddSingleton<FamilyReader>()
            .AddSingleton<LookingRoutes>()
            .AddSingleton<MasteryRoutes>()
            .AddSingleton<ConferenceRoutes>()
            .AddSingleton<ConferenceReader>()
            .AddSingleton<PageReader>()
            .AddSingleton<SchoolReader>()
            .AddSingleton<Uploads>()
            .AddSingleton<HandedTables>()
            .AddSingleton<GoalCoachBot>()
            .AddSingleton<MessageDelivery>(provider => provider.GetRequiredService<GoalCoachBot>().DeliverAsync)
            .AddSingleton<Func<MessageDelivery>>(provider => provider.GetRequiredService<MessageDelivery>)
            .AddSingleton<ActivityHandler>(provider => provider.GetRequiredService<GoalCoachBot>().OnActivityAsync);

    private static IServiceCollection AddSchool(
        this IServiceCollection services,
        IConfiguration configuration,
        IHostEnvironment environment
    )
    {
        services
            .AddOptions<SchoolOptions>()
            .BindConfiguration(SchoolOptions.Section)
            .Configure<ISecondReader>((school, reader) => school.AsksModel = reader.IsThere)
            .Configure(school =>
            {
                // Tried out in the local chat window, the bot is where it listens.
                if (
                    school.Address.Length == 0
                    && environment.IsDevelopment()
                    && configuration.GetValue("Playground:Enabled", true)
                )
                {
                    school.Address = configuration["Urls"]?.Split(';')[0] ?? "";
                }
            })
            .ValidateOnStart();
        return services
            .AddSingleton<IValidateOptions<SchoolOptions>, SchoolOptionsCheck>()
            .AddSingleton(provider => provider.GetRequiredService<IOptions<SchoolOptions>>().Value);
    }
}
