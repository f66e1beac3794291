using Milestones;
using Milestones.Outbox;
using Milestones.Packaging;
using Milestones.Playground;
using Milestones.Scheduling;
using Milestones.Storage;
using Milestones.Teams;

if (args is ["make-manifest", .. var options])
    return MakeManifest.Run(options, Console.Out, Console.Error);

var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.Services.AddStore(builder.Configuration);
builder.Services.AddTeams(builder.Configuration, builder.Environment);
builder.Services.AddOutbox();
builder.Services.AddGoalCoach();
builder.Services.AddScheduling();
builder.Services.AddPlayground(builder.Configuration, builder.Environment);

var app = builder.Build();
app.MapMessages();
app.MapGet("/healthz", () => Results.Ok());
await app.RunAsync();
return 0;
