using Milestones.Features.Classes;

namespace Milestones.Turns;

/// <summary>
/// Says at start-up how the bot will know who teaches, where that is not the way for a school: Graph (docs/install.md).
/// </summary>
internal sealed partial class TeacherSource(
    ClassOptions options,
    IHostEnvironment environment,
    ILogger<TeacherSource> logger
) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (!options.AsksGraph && !environment.IsDevelopment())
        {
            if (options.InstallerIsTeacher)
                Log.Installer(logger);
            else
                Log.Codes(logger);
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static partial class Log
    {
        [LoggerMessage(
            1101,
            LogLevel.Warning,
            "Graph:Enabled is not set, so a team's owners are not known. Every class stays locked until a teacher "
                + "redeems a code of the teacher-code command. See docs/install.md, \"Who is a teacher\"."
        )]
        public static partial void Codes(ILogger logger);

        [LoggerMessage(
            1102,
            LogLevel.Warning,
            "Classes:InstallerIsTeacher is set outside Development: whoever first adds the bot to a team, a student "
                + "too, is shown what students share there. Set Graph:Enabled instead; see docs/install.md."
        )]
        public static partial void Installer(ILogger logger);
    }
}
