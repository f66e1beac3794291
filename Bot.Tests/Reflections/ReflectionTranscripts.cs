using Milestones.Conversations;
using Milestones.Localization;
using Milestones.School;
using Milestones.Tests.Calendar;
using Milestones.Tests.Support;

namespace Milestones.Tests.Reflections;

/// <summary>
/// Weeks looked at in words and taps, as the files beside this one tell them: each grade band, both languages.
/// </summary>
public sealed class ReflectionTranscripts
{
    private static readonly string Folder = Path.Combine(Repository.Root, "Bot.Tests", "Reflections", "Transcripts");

    public static TheoryData<string> All =>
        [
            .. Directory
                .EnumerateFiles(Folder, "*.txt")
                .Select(file => Path.GetFileNameWithoutExtension(file))
                .Order(StringComparer.Ordinal),
        ];

    [Theory]
    [MemberData(nameof(All))]
    public async Task The_reflection_goes_as_written(string transcript)
    {
        var chat = new PureChat { Locale = transcript.EndsWith(".es", StringComparison.Ordinal) ? "es-MX" : "en-US" };
        chat.Person = chat.Known with
        {
            Locale = chat.Locale,
            TimeZone = "America/New_York",
            Name = "Sam",
            WelcomedAt = ReflectingStudent.Joined,
            Chat = PureChat.Chat,
        };
        await Transcript.PlayFileAsync(
            Path.Combine(Folder, transcript + ".txt"),
            chat,
            what => Happen(what, chat),
            Check,
            () => chat.Take(new Rang())
        );
    }

    private static void Happen(string what, PureChat chat) =>
        chat.Person = what switch
        {
            "sam is in Math 7, which reflects on Fridays at 14:00" => chat.Known.With(ReflectingStudent.InMath),
            "sam is in Math 7 and in Art" => chat.Known.With(
                ReflectingStudent.InMath,
                ReflectingStudent.In("Art", Moments.Fridays with { Day = DayOfWeek.Thursday })
            ),
            "sam wants 80% on fraction quizzes" => chat.Known with
            {
                Goals = [.. chat.Known.Goals, ReflectingStudent.Fractions],
            },
            "sam wants to be kind at recess" => chat.Known with
            {
                Goals = [.. chat.Known.Goals, ReflectingStudent.Kindness],
            },
            _ when Enum.TryParse<GradeBand>(what.Split(' ')[^1], out var band) => chat.Known with { Band = band },
            _ when what.StartsWith("it is ", StringComparison.Ordinal) => At(
                Moments.Utc(what["it is ".Length..]),
                chat
            ),
            _ => throw new InvalidOperationException($"Nothing here makes this happen: {what}"),
        };

    private static Person At(DateTimeOffset moment, PureChat chat)
    {
        _ = chat.LetTimePassAsync(moment - chat.Now);
        return chat.Known;
    }

    private static void Check(IReadOnlyList<Shown> shown)
    {
        Assert.All(shown, one => Assert.True((one.Suggestions?.Count ?? 0) <= 6));
        Assert.True(
            shown.Count(one => one.Suggestions is { Count: > 0 }) <= 1,
            "Only one message carries suggestions."
        );
        Assert.All(
            shown,
            one => Assert.False(one.Card is null && string.IsNullOrWhiteSpace(one.Text), "An answer is never empty.")
        );
        Assert.DoesNotContain(shown, one => one.Text?.Contains('{', StringComparison.Ordinal) == true);
    }
}
