namespace Milestones.Language.Wanted;

/// <summary>
/// What a teacher's sentence asks for, and the features that both teachers and students call by name.
/// </summary>
internal enum Wish : byte
{
    HowIs,
    NotReflected,
    Nudge,
    NudgeAll,
    SendPrompt,
    MessageClass,
    SetUpClass,
    ChangeSchedule,
    ShoutOut,
    Conference,
    Attendance,
    GradesImport,
    Journal,
    ShareCard,
    Report,
    PeerFeedback,
}

/// <param name="Named">The name as it was typed, or for a message to the class its text; null where none is.</param>
internal sealed record WishReading(Wish Wish, string? Named);

/// <summary>Reads requests by the ways they are put, as <c>requests.txt</c> lists them, in both languages.</summary>
internal static class TeacherWantedReader
{
    private static readonly Dictionary<string, Wish> Wishes = Enum.GetValues<Wish>()
        .ToDictionary(SnakeCase, StringComparer.Ordinal);
    private static readonly HashSet<string> Nobody = new(StringComparer.Ordinal)
    {
        "it",
        "everything",
        "that",
        "this",
        "life",
        "you",
        "u",
        "your day",
        "todo",
        "things",
        "i",
        "we",
        "the weather",
        "school",
        "math",
        "me",
        "ustedes",
        "my goal",
        "he",
        "she",
        "they",
        "my grade",
        "my class",
        "the class",
        "class",
    };

    /// <summary>What a teacher asks for; null where it is none of these.</summary>
    public static WishReading? Read(string text) => Read(text, _ => true);

    /// <summary>
    /// A feature called by its name, which is no goal whoever says it: "shout out to Ana", "conference pack".
    /// </summary>
    public static WishReading? ReadFeature(string text) => Read(text, IsFeature);

    /// <summary>The conference a student leads: the student's own, or those of a teacher's class.</summary>
    public static bool IsConference(string text) => ReadFeature(text)?.Wish == Wish.Conference;

    public static bool IsFeature(Wish wish) => wish >= Wish.ShoutOut;

    private static WishReading? Read(string text, Func<Wish, bool> isAsked)
    {
        if (RequestReader.First(text, name => Wishes.TryGetValue(name, out var wish) && isAsked(wish)) is not { } found)
            return null;
        var reading = new WishReading(Wishes[found.Wish], found.Named);
        return reading.Wish is Wish.HowIs or Wish.Nudge && IsNobody(reading.Named) ? null : reading;
    }

    private static bool IsNobody(string? named) =>
        named is null
        || Nobody.Contains(named.ToLowerInvariant())
        || named.Count(' '.Equals) > 3
        || named.StartsWith("my ", StringComparison.OrdinalIgnoreCase)
        || named.StartsWith("mi ", StringComparison.OrdinalIgnoreCase);

    private static string SnakeCase(Wish wish) =>
        System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(wish.ToString());
}
