using Microsoft.AspNetCore.Components;

namespace Milestones.Pages.Sheets;

/// <summary>Shows what it is given: pages are functions of their data, and the renderer wants a component.</summary>
public sealed class Fragment : IComponent
{
    private RenderHandle _handle;

    public void Attach(RenderHandle renderHandle) => _handle = renderHandle;

    public Task SetParametersAsync(ParameterView parameters)
    {
        _handle.Render(parameters.GetValueOrDefault<RenderFragment>(nameof(Fragment)) ?? (static _ => { }));
        return Task.CompletedTask;
    }
}
