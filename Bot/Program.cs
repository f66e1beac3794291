using Milestones.Packaging;
using Milestones.Playground;

if (args is ["make-manifest", .. var options])
    return MakeManifest.Run(options, Console.Out, Console.Error);

var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.Services.AddPlayground(builder.Configuration, builder.Environment);
var app = builder.Build();
app.MapGet("/healthz", () => Results.Ok());
await app.RunAsync();
return 0;
