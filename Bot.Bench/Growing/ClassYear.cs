using System.Globalization;
using Milestones.Bench.Load;
using Milestones.Calendar;
using Milestones.Channel.Teams;
using Milestones.Conversations;
using Milestones.School;
using Milestones.Storage;
using Milestones.Turns;

namespace Milestones.Bench.Growing;

/// <summary>
/// A school year of a large class: every week most reflect, a dozen get a shout-out that others cheer, the teacher sets
/// a task, and each month a unit, pairs and a note.
/// </summary>
internal sealed class ClassYear : IAsyncDisposable
{
    private const int Month = 4;
    private const int ShoutOuts = 12;
    private const int CheersEach = 20;

    private static readonly string Long = string.Concat(
        Enumerable.Repeat("Stayed calm and looked for the mistake. ", 8)
    );

    /// <summary>A Monday; the class is asked at 8:00 in New York, in summer and in winter before this hour.</summary>
    private static readonly DateTimeOffset Begin = new(2026, 9, 7, 13, 30, 0, TimeSpan.Zero);

    private readonly BotsAtWork _bots = new(1, Begin.AddDays(-3));
    private readonly SchoolYear _year;
    private readonly IReadOnlyList<StudentAtWork> _students;
    private readonly Dictionary<int, int> _reflected = [];
    private int _messages;

    public ClassYear(int students)
    {
        _year = new(students, Begin.AddDays(-3), weeks: 1);
        _students = [.. _year.Students.Select(one => new StudentAtWork(_bots, one.Id.ObjectId, one.Name!))];
    }

    private DocumentKey Key => _year.Classroom.Key;

    private ConversationReference Channel =>
        _students[0].Chat with
        {
            ConversationId = _year.Classroom.TeamId,
            ConversationType = ConversationAccount.Channel,
            TeamId = _year.Classroom.TeamId,
            ChannelId = _year.Classroom.TeamId,
        };

    public async Task<GrownYear> PlayAsync(int weeks)
    {
        await BeginAsync();
        var grown = new List<GrownWeek>();
        for (var week = 0; week < weeks; week++)
            grown.Add(await WeekAsync(week));
        return new(
            grown,
            await ShownOfClass.MissingAsync(
                _bots,
                (await ReadAsync()).Classroom,
                _students,
                _reflected.ToDictionary(
                    one => IsoWeek.Of(DateOnly.FromDateTime(Begin.UtcDateTime).AddDays(7 * one.Key)),
                    one => one.Value
                )
            )
        );
    }

    public ValueTask DisposeAsync() => _bots.DisposeAsync();

    /// <summary>The class is set up and has told everybody; nobody has reflected yet.</summary>
    private async Task BeginAsync()
    {
        var settings = _year.Classroom.Settings!;
        var classroom = _year.Classroom with
        {
            Chat = Channel,
            Settings = settings with
            {
                Schedule = settings.Schedule with { End = new(2027, 6, 25) },
                Summary = SummaryWish.ByItself,
                SkipsApproval = true,
                ShowsFaces = true,
            },
        };
        _bots.Roster =
        [
            .. classroom.Members.Select(member => new ChannelAccount
            {
                Id = $"29:{member.ObjectId}",
                Name = member.Name,
                AadObjectId = member.ObjectId,
                UserRole = "user",
                TenantId = SchoolYear.Tenant,
            }),
        ];
        await WriteAsync(Rules.Kinds.Class.Write(Key, classroom));
        foreach (var (student, person) in _students.Zip(_year.Students))
        {
            await WriteAsync(
                Rules.Kinds.Person.Write(
                    student.Key,
                    person with
                    {
                        Chat = student.Chat,
                        Reflections = [],
                        Streak = null,
                        Goals = [.. person.Goals.Select(goal => goal with { Deadline = new(2027, 6, 18) })],
                    }
                )
            );
            var membership = person.Classes[0] with { Schedule = classroom.Settings.Schedule, Cursor = null };
            await _bots
                .The<GoalCoachBot>()
                .DeliverAsync(
                    $"joined{person.Id.ObjectId}",
                    student.Key,
                    new JoinedClass(membership, person.Name, student.Chat, null),
                    CancellationToken.None
                );
        }
    }

    private async Task<GrownWeek> WeekAsync(int week)
    {
        _ = _bots.Store.TakeLongest(Rules.Kinds.Class.Name);
        await _bots.UntilAsync(Begin.AddDays(7 * week));
        var there = _students.Where((_, number) => ((number * 7) + (week * 3)) % 11 != 0).ToList();
        foreach (var student in there)
            await student.ActAsync(new("[🙂 Good]", ("sharing", "MyTeacher")));
        await _bots.PassAsync(StudentAtWork.Thinking);
        foreach (var student in there)
            await student.ActAsync("asking a friend to check my steps before i hand it in");
        _reflected[week] = there.Count;
        await _bots.PassAsync(TimeSpan.FromMinutes(10));

        await TeachAsync(week);
        var units = new List<double>();
        for (var number = 0; number < ShoutOuts; number++)
            units.AddRange(await CelebrateAsync(week, number));

        // The week is told on the next school day.
        await _bots.UntilAsync(Begin.AddDays((7 * week) + 1).AddHours(1));
        return new(
            week + 1,
            _bots.Store.TakeLongest(Rules.Kinds.Class.Name),
            (await ReadAsync()).Bytes,
            units.Average()
        );
    }

    /// <summary>A task each week, a unit, pairs and a note each month; what is closed makes room.</summary>
    private async Task TeachAsync(int week)
    {
        var teacher = SchoolYear.Teacher;
        foreach (var task in (await ReadAsync()).Classroom.Tasks.Where(task => task.ClosedAt is null).SkipLast(2))
            await TellAsync(new TaskDecided(teacher, task.Id, TaskAct.Close));
        List<Criterion> criteria = [.. Enumerable.Range(0, 6).Select(one => new Criterion($"c{one}", Long[..100]))];
        await TellAsync(new TaskSet(teacher, new($"task{week}", Long[..ClassTask.LongestName], criteria, _bots.Now)));
        if (week % Month != 0)
            return;

        var (classroom, _) = await ReadAsync();
        foreach (var unit in classroom.Units.Where(unit => unit.ClosedAt is null))
            await TellAsync(new UnitDecided(teacher, unit.Id, UnitAct.Close));
        List<string> targets = [.. Enumerable.Range(0, 8).Select(one => Long[..LearningUnit.LongestTarget])];
        await TellAsync(
            new UnitBegun(teacher, new($"unit{week}", Long[..LearningUnit.LongestName], targets, _bots.Now))
        );
        await TellAsync(
            new ReteachNoted(
                new($"{Begin.AddDays(7 * week):yyyy-MM}", teacher.ObjectId, Long) { At = _bots.Now, ByName = "Elena" }
            )
        );
        var groups = Pairing.Propose([.. classroom.Students], Pairing.Recent(classroom, _bots.Now), mix: week);
        if (groups is not null)
            await TellAsync(new PairsMade(teacher, PairRound.Of($"round{week}", _bots.Now, groups)));
        await _bots.PassAsync(TimeSpan.FromMinutes(1));
    }

    /// <summary>A shout-out that was agreed to, and those who cheer; what each cheer cost.</summary>
    private async Task<IReadOnlyList<double>> CelebrateAsync(int week, int number)
    {
        var (from, to) = (Member(week + number), Member(week + number + 17));
        var id = string.Create(CultureInfo.InvariantCulture, $"{week:d4}{number:d4}aaaa");
        await TellAsync(
            new PraiseAgreed(
                new(id, from.Id.ObjectId, from.Name, to.Id.ObjectId, PraiseStem.Help, Long[..Praise.MaxLength]),
                Mention: true
            )
        );
        await _bots.PassAsync(TimeSpan.FromSeconds(4));
        var units = new List<double>();
        for (var cheer = 0; cheer < CheersEach; cheer++)
        {
            using var charge = RequestCharge.Begin();
            await _bots.TakeAsync(Cheer.Of(Member((number * CheersEach) + cheer), id, Channel, _bots.NextId()));
            units.Add(charge.Total);
        }

        await _bots.PassAsync(TimeSpan.FromSeconds(4));
        return units;
    }

    private Person Member(int number) => _year.Students[number % _year.Students.Count];

    private Task TellAsync(DocumentMessage message) =>
        _bots
            .The<GoalCoachBot>()
            .DeliverAsync(
                string.Create(CultureInfo.InvariantCulture, $"class{_messages++}"),
                Key,
                message,
                CancellationToken.None
            );

    private async Task<(Classroom Classroom, int Bytes)> ReadAsync()
    {
        var stored = await _bots.Store.GetAsync(Key, CancellationToken.None);
        return (Rules.Kinds.Class.Read(stored!.Document), stored.Document.Json.Length);
    }

    private Task<WriteResult> WriteAsync(Document document) =>
        _bots.Store.CreateAsync(document, CancellationToken.None);
}
