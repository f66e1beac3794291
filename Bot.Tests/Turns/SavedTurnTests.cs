using System.Diagnostics.Metrics;
using Milestones.Conversations;
using Milestones.Language.Concerns;
using Milestones.School;
using Milestones.Telemetry;
using Milestones.Tests.Teaching;
using Milestones.Turns;

namespace Milestones.Tests.Turns;

/// <summary>What a saved turn adds to the measures, by what changed in its document.</summary>
public sealed class SavedTurnTests
{
    private static readonly DateTimeOffset Now = new(2026, 9, 28, 12, 0, 0, TimeSpan.Zero);

    private static readonly Person Before = Pupils.Pupil("ana");

    [Fact]
    public void A_prompt_that_became_due_counts_once_by_what_became_of_it()
    {
        var after = Pupils.Pupil("ana");
        var before = after with
        {
            Classes = [after.Classes[0] with { Outcomes = [.. after.Classes[0].Outcomes.Skip(1)] }],
        };

        Assert.Equal(["milestones.prompts 1 Sent"], Counted(before, after));
        Assert.Empty(Counted(after, after));
    }

    [Fact]
    public void Each_time_words_of_concern_are_answered_counts_by_kind()
    {
        var once = Before with { Alerts = OpenAlert.Raise([], Concern.SelfHarm, "1", Now) };
        var again = once with { Alerts = OpenAlert.Raise(once.Alerts, Concern.SelfHarm, "2", Now) };

        Assert.Equal(["milestones.concerns 1 SelfHarm Alarm"], Counted(Before, once));
        Assert.Equal(["milestones.concerns 1 SelfHarm Alarm"], Counted(once, again));
        Assert.Empty(Counted(again, again));
    }

    [Fact]
    public void The_quiet_question_counts_apart()
    {
        var asked = Before with { Heavy = HeavyWords.Ask(null, Concern.Bullying, "nobody sits with me") };

        Assert.Equal(["milestones.concerns 1 Bullying Quiet"], Counted(Before, asked));
        Assert.Empty(Counted(asked, asked));
    }

    [Fact]
    public void An_alarm_is_as_late_as_its_document_waited()
    {
        Assert.Equal(["milestones.alarm.lateness 90"], Counted(Before, Before, new Rang(), Now.AddSeconds(-90)));
        Assert.Empty(Counted(Before, Before, new Rang(), Now.AddSeconds(90)));
        Assert.Empty(Counted(Before, Before, new Said("hi"), Now.AddSeconds(-90)));
    }

    private static List<string> Counted(Person before, Person after) => Counted(before, after, new Said("hi"), null);

    private static List<string> Counted(Person before, Person after, TurnInput input, DateTimeOffset? wakeAt)
    {
        var here = Environment.CurrentManagedThreadId;
        var counted = new List<string>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Meter.Name == Measures.MeterName)
                    self.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
        listener.Start();

        var key = new DocumentKey("person:t:ana", DocumentKeys.Head);
        SavedTurn.Count(
            new Turn("1", key, before.Id, null, null, input, Now, null, null, Guid.Empty),
            before,
            after,
            wakeAt
        );
        return counted;

        // The instruments are the whole process's; other tests run beside this one.
        void Add<T>(Instrument instrument, T value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            if (Environment.CurrentManagedThreadId != here)
                return;
            string?[] words = [instrument.Name, $"{value}", .. tags.ToArray().Select(tag => tag.Value?.ToString())];
            counted.Add(string.Join(' ', words));
        }
    }
}
