using Milestones.Language;
using Milestones.School;
using Milestones.Tests.Support;

namespace Milestones.Tests.Goals;

/// <summary>Whole conversations about goals that are saved, as the files beside this one tell them.</summary>
public sealed class GoalTalkTests
{
    private static readonly DateOnly Begun = new(2026, 9, 1);
    private static readonly string Folder = Path.Combine(Repository.Root, "Bot.Tests", "Goals", "Transcripts");

    public static TheoryData<string> All =>
        [.. Directory.EnumerateFiles(Folder, "*.txt").Select(file => Path.GetFileNameWithoutExtension(file)!).Order()];

    [Theory]
    [MemberData(nameof(All))]
    public async Task The_conversation_goes_as_written(string transcript)
    {
        var chat = new PureChat { Locale = transcript == "en-espanol" ? "es-MX" : "en-US" };
        await Transcript.PlayFileAsync(
            Path.Combine(Folder, transcript + ".txt"),
            chat,
            what => chat.Person = chat.Known with { WelcomedAt = PureChat.Monday, Goals = Goals(what) }
        );
    }

    internal static IReadOnlyList<Goal> Goals(string what) =>
        what switch
        {
            "sam has a math goal, now 66" => [Math],
            "sam has a math goal and a reading goal" => [Math, Books],
            "sam has a reading goal" => [Books],
            "sam has a goal to pass" => [Pass],
            "sam has a spelling goal out of ten" => [Spelling],
            "sam tiene una meta de matemáticas" => [Mate],
            _ => throw new InvalidOperationException($"Nothing here makes this happen: {what}"),
        };

    internal static Goal Math { get; } =
        Some("math", "raise my math quiz average from 62 to 80 by Oct 5", new("80", 80, 62, "percent")) with
        {
            Progress = [new("e1", 66, new(2026, 9, 7))],
        };

    internal static Goal Books { get; } =
        Some("books", "read 10 books by Oct 5", new("10 books", 10, 0, "books")) with
        {
            Progress = [new("e2", 6, new(2026, 9, 10))],
        };

    private static Goal Spelling { get; } =
        Some("spelling", "Spell better. From 2 to 8 words right of 10, by Oct 5.", new("8", 8, 2, "of 10"));

    private static Goal Pass { get; } = Some("pass", "pass the driving test by Oct 5", new("pass the driving test"));

    private static Goal Mate { get; } =
        Some(
            "mate",
            "subir mi promedio de matemáticas de 62 a 80 para el 5 de octubre",
            new("80", 80, 62, "percent")
        ) with
        {
            Progress = [new("e3", 66, new(2026, 9, 7))],
        };

    private static Goal Some(string id, string sentence, Measure measure) =>
        new(
            id,
            sentence,
            Area.Academic,
            measure,
            null,
            null,
            null,
            null,
            new DateOnly(2026, 10, 5),
            Aspects.All,
            Aspects.None,
            Begun
        );
}
