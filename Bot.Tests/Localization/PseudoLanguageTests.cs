using System.Reflection;
using Milestones.Conversations;
using Milestones.Features.Coaching;
using Milestones.Features.People;
using Milestones.Tests.Coaching;
using Milestones.Tests.Support;
using Milestones.Views;

namespace Milestones.Tests.Localization;

/// <summary>
/// In the pseudo-language every text of the resource files is marked ⟦so⟧. What a student sees without marks was
/// written into the code.
/// </summary>
public sealed class PseudoLanguageTests
{
    /// <summary>Verbs the router answers though no card of ours carries them.</summary>
    private static readonly string[] OnNoCard =
    [
        GoalVerbs.Continue,
        GoalVerbs.Form,
        PersonVerbs.Help,
        PictureHandler.Start,
        ProgressVerbs.Pick,
        GoalVerbs.UndoAct,
    ];

    public static TheoryData<string> Transcripts => [.. Transcript.Names];

    [Theory]
    [MemberData(nameof(Transcripts))]
    public async Task No_text_is_written_into_the_code(string transcript) => await PlayAsync(transcript);

    [Fact]
    public async Task The_transcripts_visit_everything_a_student_can_do()
    {
        var done = new HashSet<string>(StringComparer.Ordinal);
        foreach (var transcript in Transcript.Names)
            done.UnionWith((await PlayAsync(transcript)).Done);
        var verbs = new[] { typeof(GoalVerbs), typeof(ProgressVerbs), typeof(PersonVerbs), typeof(PictureHandler) }
            .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static))
            .Where(field => field.IsLiteral)
            .Select(field => (string)field.GetRawConstantValue()!);
        Assert.Empty(verbs.Concat(Enum.GetNames<Command>()).Except(done).Except(OnNoCard));
    }

    private static async Task<MarkedChat> PlayAsync(string transcript)
    {
        var chat = new MarkedChat();
        await Transcript.ReplayAsync(transcript, chat, Happen, See);
        return chat;

        void Happen(string what)
        {
            TranscriptTests.Happen(what, chat.Chat);
            chat.Own(string.Join(' ', chat.Chat.Known.Goals.Select(goal => goal.Sentence)));
        }

        void See(IReadOnlyList<Shown> shown)
        {
            // Whoever switches to a real language leaves the marks behind.
            if (chat.Chat.Known.Language is null)
                Assert.Empty(chat.Unmarked(shown));
        }
    }
}
