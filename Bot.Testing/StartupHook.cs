/// <summary>
/// What .NET runs in a child process before its own code, where <c>DOTNET_STARTUP_HOOKS</c> names this assembly: it
/// writes down which assemblies are loaded.
/// </summary>
#pragma warning disable MA0047 // The runtime wants it so.
internal static class StartupHook
#pragma warning restore MA0047
{
    public const string File = "MILESTONES_LOADED";

    public static void Initialize()
    {
        var file = Environment.GetEnvironmentVariable(File)!;
        AppDomain.CurrentDomain.AssemblyLoad += (_, loaded) =>
        {
            lock (file)
                System.IO.File.AppendAllLines(file, [loaded.LoadedAssembly.GetName().Name ?? ""]);
        };
    }
}
