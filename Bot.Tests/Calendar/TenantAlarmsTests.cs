using System.Collections.Concurrent;
using Milestones.Conversations;
using Milestones.Tests.Support;
using Milestones.Turns;

namespace Milestones.Tests.Calendar;

public sealed class TenantAlarmsTests
{
    private readonly ConcurrentQueue<DocumentKey> _begun = new();
    private readonly ConcurrentQueue<DocumentKey> _taken = new();
    private readonly TaskCompletionSource _room = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Func<DocumentKey, AlarmEnd> _end = _ => AlarmEnd.Taken;

    [Fact]
    public async Task Every_document_has_its_turn_once_however_often_it_is_found()
    {
        var alarms = Alarms();

        Assert.True(alarms.Add(Person(1)));
        Assert.False(alarms.Add(Person(1))); // It waits, or is under way.
        Assert.True(alarms.Add(Person(2)));
        await AllAsync(alarms);

        Assert.Equal([Person(1), Person(2)], _taken.OrderBy(key => key.Partition));
        Assert.True(alarms.IsEmpty);
    }

    [Fact]
    public async Task Classes_go_before_people()
    {
        // Eight are under way already; the eight that begin next wait for each other, so that no third one comes
        // before.
        var (count, next) = (0, new TaskCompletionSource());
        var alarms = new TenantAlarms(
            async key =>
            {
                var nth = Interlocked.Increment(ref count);
                _begun.Enqueue(key);
                if (nth == 16)
                    next.SetResult();
                await (nth <= 8 ? _room.Task : next.Task);
                return _end(key);
            },
            looking: false
        );
        for (var n = 0; n < 200; n++)
            alarms.Add(Person(n));
        alarms.Add(DocumentKeys.Classroom("tenant", "team"));

        await AllAsync(alarms);

        Assert.Contains(DocumentKeys.Classroom("tenant", "team"), _begun.Take(16));
    }

    [Fact]
    public async Task What_finds_no_place_is_found_again_when_half_is_done()
    {
        var alarms = Alarms();
        for (var n = 0; n < TenantAlarms.Most; n++)
            Assert.True(alarms.Add(Person(n)));
        Assert.False(alarms.Add(Person(TenantAlarms.Most)));
        Assert.False(alarms.IsHungry);

        await AllAsync(alarms);

        Assert.True(alarms.IsHungry);
        alarms.BeginLook(all: true);
        Assert.False(alarms.IsHungry);
        Assert.True(alarms.Add(Person(TenantAlarms.Most)));
    }

    [Fact]
    public async Task A_turn_without_room_comes_again()
    {
        var refused = 0;
        _end = _ => Interlocked.Increment(ref refused) <= 3 ? AlarmEnd.NoRoom : AlarmEnd.Taken;
        var alarms = Alarms();
        alarms.Add(Person(1));

        await AllAsync(alarms);

        Assert.Equal(Enumerable.Repeat(Person(1), 4), _taken);
        Assert.True(alarms.IsEmpty);
    }

    [Fact]
    public async Task What_others_are_at_is_let_go_of_and_may_be_found_again()
    {
        _end = _ => AlarmEnd.NothingToDo;
        var alarms = Alarms();
        for (var n = 0; n < 500; n++)
            alarms.Add(Person(n));

        await AllAsync(alarms);

        Assert.InRange(_taken.Count, 8, 20);
        Assert.True(alarms.IsEmpty);
        Assert.True(alarms.Add(Person(1)));
    }

    [Fact]
    public async Task What_had_its_turn_during_a_look_is_not_taken_for_due_by_it()
    {
        var alarms = Alarms();
        alarms.BeginLook(all: false);
        alarms.Add(Person(1));
        await AllAsync(alarms);

        Assert.False(alarms.Add(Person(1))); // The page was read before.
        alarms.EndLook();
        Assert.True(alarms.IsEmpty);
        Assert.True(alarms.Add(Person(1)));
    }

    [Fact]
    public async Task When_the_process_stops_nobody_is_kept_waiting()
    {
        var alarms = Alarms();
        for (var n = 0; n < 20; n++)
            alarms.Add(Person(n));

        _room.SetCanceled();

        await alarms.Ended.WaitAsync(ConnectorStub.Patience);
        Assert.Empty(_taken);
    }

    private static DocumentKey Person(int n) => DocumentKeys.Person(new("tenant", $"student{n}"));

    private TenantAlarms Alarms() =>
        new(
            async key =>
            {
                _begun.Enqueue(key);
                await _room.Task;
                _taken.Enqueue(key);
                return _end(key);
            },
            looking: false
        );

    /// <summary>Lets everything go on that waits, and what comes after it.</summary>
    private async Task AllAsync(TenantAlarms alarms)
    {
        _room.TrySetResult();
        await alarms.Ended.WaitAsync(ConnectorStub.Patience);
    }
}
