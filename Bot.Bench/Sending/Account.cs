using System.Globalization;
using Milestones.Calendar;
using Milestones.School;

namespace Milestones.Bench.Sending;

/// <summary>
/// What became of everybody's prompt, over all fan-outs: what the connector saw, beside what the documents say.
/// </summary>
internal sealed class Account
{
    public int Runs { get; set; }

    public int Kills { get; set; }

    /// <summary>Students whose prompt was claimed and not noted yet at a kill.</summary>
    public int InFlight { get; set; }

    public int Students { get; private set; }

    public int Sent { get; private set; }

    public int Twice { get; private set; }

    public int Unaccounted { get; private set; }

    /// <summary>Unknown because the connector answered 500 or not at all.</summary>
    public int OfConnector { get; private set; }

    public int Unanswered { get; private set; }

    public int Unnoted { get; private set; }

    public int NeverLeft { get; private set; }

    public int Refused { get; private set; }

    public int Failed { get; private set; }

    public int NotAnswered { get; private set; }

    public int OverLimit { get; private set; }

    /// <summary>Everybody of whom nobody knows, and why.</summary>
    public List<string> Unknown { get; } = [];

    /// <summary>Everything that must not be, each in words.</summary>
    public List<string> Faults { get; } = [];

    public void Count(IReadOnlyList<Call> calls)
    {
        Refused += calls.Count(call => call.Answer == Answer.Refused);
        Failed += calls.Count(call => call.Answer == Answer.Failed);
        NotAnswered += calls.Count(call => call.Answer == Answer.None);
        OverLimit += calls.Count(call => call.Answer == Answer.OverLimit);
    }

    /// <param name="person">The document at the end.</param>
    /// <param name="arrived">The calls that may have shown them the prompt.</param>
    /// <param name="wasInFlight">Their prompt was claimed and not noted at one of the kills.</param>
    public void Add(Pupil pupil, Person person, IReadOnlyList<Call> arrived, bool wasInFlight)
    {
        Students++;
        var outcomes = person.Classes[0].Outcomes;
        if (arrived.Count > 1)
        {
            Twice++;
            Faults.Add($"{pupil.Conversation}: the prompt arrived {arrived.Count} times.");
        }

        if (person.Outbox.Entries.Count > 0 || outcomes.Count != 1)
        {
            Unaccounted++;
            Faults.Add(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{pupil.Conversation}: {outcomes.Count} outcomes, {person.Outbox.Entries.Count} "
                        + $"messages in the outbox."
                )
            );
            return;
        }

        if (arrived.Any(call => call.Week != outcomes[0].Week.ToString()))
            Faults.Add($"{pupil.Conversation}: another week's prompt arrived.");
        switch (outcomes[0].Outcome)
        {
            case PromptOutcome.Sent
            or PromptOutcome.Late when arrived is [{ Answer: Answer.Taken, Answered: true }, ..]:
                Sent++;
                break;
            case PromptOutcome.Unknown:
                AddUnknown(pupil, arrived, wasInFlight);
                break;
            default:
                Faults.Add(
                    $"{pupil.Conversation}: the document says {outcomes[0].Outcome}, and "
                        + $"{arrived.Count} prompts arrived."
                );
                break;
        }
    }

    private void AddUnknown(Pupil pupil, IReadOnlyList<Call> arrived, bool wasInFlight)
    {
        if (arrived is [{ Answer: Answer.Failed or Answer.None }, ..])
        {
            OfConnector++;
            Unknown.Add(
                $"{pupil.Conversation}: the connector answered "
                    + $"{(arrived[0].Answer == Answer.None ? "nothing" : "500")}."
            );
            return;
        }

        if (!wasInFlight)
            Faults.Add($"{pupil.Conversation}: unknown, though it was in flight at no kill.");
        (Unanswered, Unnoted, NeverLeft) = arrived switch
        {
            [] => (Unanswered, Unnoted, NeverLeft + 1),
            [{ Answered: true }, ..] => (Unanswered, Unnoted + 1, NeverLeft),
            _ => (Unanswered + 1, Unnoted, NeverLeft),
        };
        Unknown.Add(
            $"{pupil.Conversation}: "
                + $"{(arrived.Count == 0 ? "claimed" : arrived[0].Answered ? "answered" : "at the connector")} "
                + $""
                + $"when the process was killed."
        );
    }
}
