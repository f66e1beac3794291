/// <summary>
/// What .NET runs in a child process before its own code, where <c>DOTNET_STARTUP_HOOKS</c> names this assembly: it
/// writes down which assemblies are loaded. The runtime wants the type by this name, in no namespace.
/// </summary>
internal static class StartupHook
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
