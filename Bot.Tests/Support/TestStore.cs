namespace Milestones.Tests.Support;

/// <summary>
/// An empty store for one test, as the settings that make the bot use it. It outlives the bots that run on it.
/// </summary>
internal sealed class TestStore(IReadOnlyList<string> settings, IDisposable? kept = null) : IDisposable
{
    /// <summary>As command line arguments: <c>--Store:Provider=Sqlite</c>.</summary>
    public IReadOnlyList<string> Settings => settings;

    public static TestStore Sqlite()
    {
        var folder = new TemporaryFolder();
        return new TestStore(["--Store:Provider=Sqlite", $"--Store:Sqlite:Path={folder.File("journey.db")}"], folder);
    }

    /// <summary>The same with more settings: <c>--Safety:RepeatMinutes=5</c>.</summary>
    public TestStore With(params IEnumerable<string> more) => new([.. settings, .. more], this);

    public void Dispose() => kept?.Dispose();
}
