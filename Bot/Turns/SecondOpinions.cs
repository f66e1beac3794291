using Microsoft.Extensions.Options;
using Milestones.Channel.Sending;
using Milestones.Conversations;
using Milestones.Language.Concerns;
using Milestones.Language.Opinions;
using Milestones.Reading;
using Milestones.School;
using Milestones.Storage;

namespace Milestones.Turns;

/// <summary>
/// What a person's turn asks a second reader, looked up before the rules run: they themselves ask nobody, and find the
/// checked answer with the words. Asked once for a turn, however often its rules run.
/// </summary>
internal sealed class SecondOpinions(
    ISecondReader reader,
    IDocumentStore store,
    HeadKinds kinds,
    IOptions<LimitOptions> limits
)
{
    /// <summary>The turn with what was found out, or as it was.</summary>
    public async Task<Turn> WithOpinionAsync(Head head, Turn turn, CancellationToken cancellationToken)
    {
        if (!reader.IsThere || head is not Person person || turn.Input is not Said said)
        {
            return turn;
        }

        var context = HeadKinds.ContextOf(person, turn);
        if (
            !SecondReadings.HasRoom(person.SecondReadings, context.Today, limits.Value.ModelCallsPerStudentPerDay)
            || UnclearWords.Of(context) is not { } asked
        )
        {
            return turn;
        }

        var covered = Covered(asked, await NamesAsync(context.Person, cancellationToken));
        var read = await reader.ReadAsync(covered, cancellationToken);
        return read.WasSent
            ? turn with
            {
                Input = said with { Second = new(read.Answer is { } answer ? OpinionCheck.Of(answer, covered) : null) },
            }
            : turn;
    }

    /// <summary>What leaves: without names, and without a goal whose words are heavy.</summary>
    private static OpinionAsked Covered(OpinionAsked asked, IReadOnlyList<string> names) =>
        asked with
        {
            Sent = Covering.Of(asked.Text, names),
            GoalSent =
                asked.GoalSent is { } goal && ConcernReader.Read(goal, language: null).Level == ConcernLevel.None
                    ? Covering.Of(goal, names)
                    : null,
        };

    /// <summary>Their own name, and those of everybody in their classes, teachers too.</summary>
    private async Task<IReadOnlyList<string>> NamesAsync(Person person, CancellationToken cancellationToken)
    {
        var classes = await store.GetManyAsync([.. person.Classes.Select(one => one.Class)], cancellationToken);
        return
        [
            .. classes
                .SelectMany(stored => kinds.Class.Read(stored.Document).Members.Select(member => member.Name))
                .Append(person.Name)
                .OfType<string>(),
        ];
    }
}
