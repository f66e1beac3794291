using Milestones.Language.Packs;
using Milestones.Localization;

namespace Milestones.Conversations;

/// <summary>A word that always means the same, whatever is being asked.</summary>
internal enum Command
{
    Help,
    NewGoal,
    Form,
    MyGoals,
    Continue,
    Back,
    Skip,
    Why,
    Cancel,
    Later,
    Save,
    Change,
    Grade,
    LogProgress,
    Settings,
    Undo,
    SetUpClass,
    MyClass,
    NeedsReply,
    DeliveryReport,
    English,
    Spanish,
    Reflect,
    Review,
    WantHelp,
    PausePrompts,
    StopPrompts,
    ResumePrompts,
    ImTeacher,
    DeleteData,
    DownloadData,
    KeepData,
    ShoutOut,
    MyBadges,
    Certificates,
    MyPage,
    ForHome,
    Insight,
    Targets,
    Conference,
    Criteria,
    Feedback,
    PairClass,
}

/// <summary>
/// Finds a command in a whole message. Its words are in the resource files (<c>Command.Help</c> …), those of every
/// language: who switches language may still type the old words.
/// </summary>
internal static class Commands
{
    public static Command? Read(string text)
    {
        var said = text.AsSpan().Trim().TrimEnd(".!?¿¡ ").TrimStart("¿¡ ");
        if (said.Length is 0 or > 40)
        {
            // "?" alone is a call for help.
            return text.AsSpan().Trim() is "?" or "??" ? Command.Help : null;
        }

        return Known.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(said, out var command) ? command : null;
    }

    /// <summary>The language a command asks for by its name; null for the other commands.</summary>
    public static LanguagePack? LanguageOf(Command command) =>
        LanguagePacks.All.FirstOrDefault(pack => pack.Name == command.ToString());

    private static readonly Dictionary<string, Command> Known = All();

    private static Dictionary<string, Command> All()
    {
        var known = new Dictionary<string, Command>(StringComparer.OrdinalIgnoreCase);
        foreach (var command in Enum.GetValues<Command>())
        {
            foreach (var word in Voice.InEveryLanguage($"Command.{command}").SelectMany(words => words))
            {
                known.TryAdd(word, command);
            }
        }

        return known;
    }
}
