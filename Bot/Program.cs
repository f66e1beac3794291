using Milestones.Playground;

var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.Services.AddPlayground(builder.Configuration, builder.Environment);
var app = builder.Build();
app.MapGet("/healthz", () => Results.Ok());
await app.RunAsync();
