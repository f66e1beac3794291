using Milestones.Conversations;
using Milestones.School;
using Milestones.Views;

namespace Milestones.Features.Celebrating;

/// <summary>
/// The class's week, once: looked at by a teacher first, and posted when one says so or, where the class wants that, by
/// itself.
/// </summary>
internal static class SummaryHandler
{
    /// <summary>The students, when their week is to be told; each is read once.</summary>
    public static IEnumerable<DocumentKey> Needs(Classroom classroom, Turn turn) =>
        IsClock(turn) && classroom.Weeks?.NextAt <= turn.Now
            ? classroom.Students.Concat(Teachers.Reading(classroom)).Select(member => classroom.KeyOf(member.ObjectId))
            : [];

    public static TurnResult<Classroom> Ring(TurnContext<Classroom> context)
    {
        var result = Look(context);
        return Post(context with { Head = result.Head }) is { } posted ? result.Then(posted) : result;
    }

    /// <summary>A teacher said what is to become of it. That they may is decided here again.</summary>
    public static TurnResult<Classroom> Decided(WeekDecided decided, TurnContext<Classroom> context)
    {
        var classroom = context.Classroom;
        return !Teachers.Teaches(classroom, decided.By)
            || classroom.Weeks is not { Waiting: { } waiting } weeks
            || waiting.Week != decided.Week
                ? new(classroom)
            : decided.Posts
                ? PostHandler.Begin(
                    Id(waiting),
                    post => post with { Summary = Shown(waiting, decided) },
                    Over(classroom, weeks),
                    context
                )
            : new(Over(classroom, weeks));
    }

    /// <summary>
    /// A student shows a badge no more: it leaves the week that waits, and the cards that stand in the channel.
    /// </summary>
    public static TurnResult<Classroom> Hidden(BadgeHidden hidden, TurnContext<Classroom> context)
    {
        var (classroom, badge) = (context.Classroom, new ShownBadge(hidden.By.ObjectId, hidden.Kind));
        return new(
            classroom with
            {
                Weeks = classroom.Weeks is { Waiting: { } waiting } weeks
                    ? weeks with
                    {
                        Waiting = waiting.Without(one => one == badge),
                    }
                    : classroom.Weeks,
                Posts = [.. classroom.Posts.Select(post => post.WithoutBadges(one => one == badge))],
            }
        );
    }

    /// <summary>From a teacher's card.</summary>
    public static TurnResult<Person>? Tap(Tapped tapped, TurnContext<Person> context)
    {
        var (person, voice) = (context.Person, context.Voice);
        if (
            DocumentKeys.NamedClass(tapped.Data.Text("class"), context.Turn.Person.TenantId) is not { } key
            || context.Others.Class(key) is not { } classroom
        )
        {
            return null;
        }

        if (ModerationHandler.Refused(classroom, context) is { } why)
            return new(person, new Notice(voice[why]));
        if (classroom.Weeks?.Waiting is not { } waiting || waiting.Week.ToString() != tapped.Data.Text("week"))
            return new(person, new Notice(voice["Teach.Post.Decided"]));
        if (tapped.Verb == CelebrationVerbs.ChangeWeek)
            return Form(null, null);

        var posts = tapped.Verb != CelebrationVerbs.SkipWeek;
        var changed = tapped.Verb == CelebrationVerbs.PostChangedWeek;
        var note = changed ? tapped.Data.Text(SummaryCards.Note) : null;
        if (Unkind.WhyNot(note, Praise.MaxLength) is { } fault)
            return Form(note, voice.Say($"Praise.Fault.{fault}", ("most", Praise.MaxLength)));
        return new(
            person,
            new Replace(
                OfferCards.Plain(voice[posts ? "Teach.Summary.Posted" : "Teach.Summary.Skipped"], voice),
                voice["Teach.Summary"]
            )
        )
        {
            Messages =
            [
                new(
                    key,
                    new WeekDecided(context.Turn.Person, waiting.Week, posts)
                    {
                        Parts = changed ? [.. (tapped.Data.Text(SummaryCards.Parts) ?? string.Empty).Split(',')] : null,
                        Note = note,
                    }
                ),
            ],
        };

        TurnResult<Person> Form(string? words, string? wrong) =>
            new(
                person,
                new Replace(
                    SummaryCards.Change(waiting, words, wrong, classroom, voice),
                    voice["Teach.Summary.Change.Title"]
                )
            );
    }

    /// <summary>The verbs of a teacher's look, which want the class read.</summary>
    public static bool IsOfWeek(string verb) =>
        verb
            is CelebrationVerbs.PostWeek
                or CelebrationVerbs.ChangeWeek
                or CelebrationVerbs.SkipWeek
                or CelebrationVerbs.PostChangedWeek;

    private static TurnResult<Classroom> Look(TurnContext<Classroom> context)
    {
        var classroom = context.Classroom;
        if (
            classroom.Weeks is not { } weeks
            || !(weeks.NextAt <= context.Now)
            || ClassWeekRules.Next(classroom) is not var (question, lookAt)
            || lookAt > context.Now
        )
        {
            return new(classroom);
        }

        var (summary, streak) = SummaryFigures.Of(
            classroom,
            weeks,
            question.Week,
            member => context.Others.Person(classroom.KeyOf(member.ObjectId)),
            context.Today
        );
        var told = weeks with { Through = question.Week, Streak = streak, Waiting = null, PostAt = null };
        if (summary.IsEmpty || ClassWeekRules.IsTooLate(lookAt, context.Now) || classroom.LockedAt is not null)
            return new(classroom with { Weeks = told });

        var schedule = classroom.Settings!.Schedule;
        var waits = told with
        {
            Told = summary.IsMonth ? 0 : weeks.Told + 1,
            Waiting = summary,
            PostAt =
                classroom.Settings.Summary == SummaryWish.ByItself ? ClassWeekRules.PostAt(schedule, lookAt) : null,
        };
        return new(
            classroom with
            {
                Weeks = waits,
            },
            [
                .. PostUpkeep
                    .Mentors(classroom, context)
                    .Select(teacher => new Elsewhere(
                        teacher.Chat,
                        new Show(
                            SummaryCards.Preview(summary, waits.PostAt, classroom, teacher.Voice),
                            teacher.Voice["Teach.Summary"]
                        ),
                        OutboxPolicy.Post
                    )),
            ]
        );
    }

    private static TurnResult<Classroom>? Post(TurnContext<Classroom> context)
    {
        var classroom = context.Classroom;
        return
            classroom.Weeks is { Waiting: { } waiting, PostAt: { } at } weeks
            && at <= context.Now
            && classroom is { IsActive: true, LockedAt: null }
            ? PostHandler.Begin(Id(waiting), post => post with { Summary = waiting }, Over(classroom, weeks), context)
            : null;
    }

    private static WeekSummary Shown(WeekSummary summary, WeekDecided decided) =>
        decided.Parts is not { } parts
            ? summary
            : summary with
            {
                Note = decided.Note,
                Reflected = parts.Contains(nameof(WeekSummary.Reflected)) ? summary.Reflected : null,
                OnTrack = parts.Contains(nameof(WeekSummary.OnTrack)) ? summary.OnTrack : null,
                Reached = parts.Contains(nameof(WeekSummary.Reached)) ? summary.Reached : null,
                Streak = parts.Contains(nameof(WeekSummary.Streak)) ? summary.Streak : null,
                Cheers = parts.Contains(nameof(WeekSummary.Cheers)) ? summary.Cheers : null,
                Weeks = parts.Contains(nameof(WeekSummary.Weeks)) ? summary.Weeks : [],
                Badges = parts.Contains(nameof(WeekSummary.Badges)) ? summary.Badges : [],
            };

    private static Classroom Over(Classroom classroom, ClassWeeks weeks) =>
        classroom with
        {
            Weeks = weeks with { Waiting = null, PostAt = null },
        };

    /// <summary>Of its week, so that it is posted once.</summary>
    private static string Id(WeekSummary summary) => $"week-{summary.Week}";

    /// <summary>What was looked up for the clock comes in turns of its own.</summary>
    private static bool IsClock(Turn turn) => turn.Input.GetType() == typeof(Rang);
}
