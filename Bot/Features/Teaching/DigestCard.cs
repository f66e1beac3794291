using Milestones.Cards;
using Milestones.Features.Reflections;
using Milestones.Localization;
using Milestones.School;
using Milestones.Views;

namespace Milestones.Features.Teaching;

/// <summary>
/// A class's week on one card, to be read in a minute: how many, how they are, who waits, who went quiet.
/// </summary>
internal static class DigestCard
{
    /// <summary>Rows with a button; more are on the list.</summary>
    private const int Rows = 4;

    private const int Names = 6;

    private static readonly GoalStatus[] Statuses =
    [
        GoalStatus.Reached,
        GoalStatus.OnTrack,
        GoalStatus.BitBehind,
        GoalStatus.Stuck,
        GoalStatus.PastDate,
        GoalStatus.Paused,
    ];

    public static string Title(TeacherView view) =>
        view.Voice.Say("Teach.Title", ("class", view.ClassName), ("week", view.WeekName(view.Week.Week)));

    public static Card Of(TeacherView view)
    {
        var (voice, week) = (view.Voice, view.Week);
        var took =
            week.Students.Count == 0 ? voice["Teach.NoStudents"]
            : week.Reflected == 0 ? voice.Say("Teach.NobodyReflected", ("all", week.Students.Count))
            : voice.Say("Teach.Reflected", ("n", week.Reflected), ("all", week.Students.Count));
        return view.Framed(
            Title(view),
            $"{Title(view)}. {took}",
            [
                new TextBlock(took),
                .. week.Students.Count == 0
                    ? Array.Empty<CardElement>()
                    : [new ProgressBar(100 * week.Reflected / week.Students.Count, took) { Spacing = "small" }],
                .. Waiting(view),
                .. Proposals(view),
                .. Moods(view),
                .. Goals(view),
                .. Obstacles(view),
                .. Missing(view),
                .. WithoutGoal(view),
                .. Unheard(view),
                .. Replies(view),
                .. Missed(view),
                .. week.Students.Count == 0 ? Array.Empty<CardElement>() : [Buttons(view)],
            ]
        );
    }

    /// <summary>Several classes: which one?</summary>
    public static Card Choose(IEnumerable<Membership> classes, string verb, Voice voice) =>
        new Card([
            new TextBlock(voice["Teach.Which"]) { Weight = "bolder" },
            .. classes
                .Chunk(6)
                .Select(some => new ActionSet([
                    .. some.Select(one => new Execute(
                        one.ClassName.Length > 0 ? one.ClassName : voice["Class.NoName"],
                        verb,
                        ("class", one.Class.Partition)
                    )),
                ])),
        ]).In(voice.Culture, voice["Teach.Which"]);

    private static IEnumerable<CardElement> Waiting(TeacherView view)
    {
        var waiting = view.Week.Waiting;
        if (waiting.Count == 0)
            yield break;
        yield return TeacherView.Heading(view.Voice["Teach.Waiting"]);
        foreach (var one in waiting.Take(Rows))
        {
            yield return TeacherView.Row(
                view.Name(one),
                view.Why(one.Need!),
                view.Button(view.Voice["Teach.Reply"], TeacherVerbs.Reply, one)
            );
        }

        if (waiting.Count > Rows)
            yield return TeacherView.Small(view.Voice.Say("Teach.More", ("n", waiting.Count - Rows)));
    }

    /// <summary>Students who say what good work on their goal shows, and wait for a yes.</summary>
    private static IEnumerable<CardElement> Proposals(TeacherView view)
    {
        var count = view.Week.Students.Count(one => Works.Proposed(one.Person, view.Week.Classroom.Key).Count > 0);
        if (count == 0)
            yield break;
        yield return TeacherView.Row(
            view.Voice["Teach.Criteria"],
            view.Voice.Say(count == 1 ? "Teach.Proposals.One" : "Teach.Proposals", ("n", count)),
            view.Button(view.Voice["Teach.Tasks.Look"], TaskVerbs.List)
        );
    }

    /// <summary>The spread of the week and, where enough told it, the one before beside it.</summary>
    private static IEnumerable<CardElement> Moods(TeacherView view)
    {
        if (view.Week.Moods is not { Count: > 0 } moods)
            yield break;
        var before = view.Week.MoodsBefore;
        yield return TeacherView.Heading(view.Voice[before.Count > 0 ? "Teach.MoodsBeside" : "Teach.Moods"]);
        var names = view.Voice.List("Reflect.Moods");
        var all = moods.Values.Sum();
        foreach (
            var mood in Enumerable
                .Range(1, names.Count)
                .Reverse()
                .Where(mood => moods.ContainsKey(mood) || before.ContainsKey(mood))
        )
        {
            var (now, then) = (moods.GetValueOrDefault(mood), before.GetValueOrDefault(mood));
            yield return Bar(
                names[mood - 1],
                100 * now / all,
                before.Count > 0 ? $"{Count(now, view)} ({Count(then, view)})" : Count(now, view)
            );
        }
    }

    private static IEnumerable<CardElement> Goals(TeacherView view)
    {
        if (view.Week.Goals is not { Count: > 0 } goals)
            yield break;
        yield return TeacherView.Heading(view.Voice["Teach.Goals"]);
        var all = goals.Values.Sum();
        foreach (var status in Statuses.Where(goals.ContainsKey))
        {
            var label = view.Voice[$"Teach.Goal.{status}"];
            yield return Bar(label, 100 * goals[status] / all, Count(goals[status], view));
        }
    }

    private static ColumnSet Bar(string label, int percent, string count) =>
        new(
            new Column("3", new TextBlock(label) { Size = "small" }),
            new Column("4", new ProgressBar(percent, $"{label}: {count}", strokes: 10))
            {
                VerticalContentAlignment = "center",
            },
            new Column("1", new TextBlock(count) { Size = "small", HorizontalAlignment = "right" })
        )
        {
            Spacing = "small",
        };

    private static IEnumerable<CardElement> Obstacles(TeacherView view)
    {
        var names = view.OfClass.List($"Reflect.Suggest.{ReflectionQuestions.Obstacle}");
        if (view.Week.Obstacles.Where(one => one.Choice < names.Count).Take(3).ToList() is not { Count: > 0 } several)
            yield break;
        yield return TeacherView.Heading(view.Voice["Teach.Obstacles"]);
        yield return new TextBlock(
            string.Join(" · ", several.Select(one => $"{names[one.Choice]} ({Count(one.Students, view)})"))
        )
        {
            Spacing = "small",
        };
    }

    private static IEnumerable<CardElement> Missing(TeacherView view)
    {
        var missing = view.Week.Missing;
        if (missing.Count == 0 || view.Week.IsEmpty)
            yield break;
        yield return TeacherView.Heading(view.Voice.Say("Teach.Missing", ("n", missing.Count)));
        foreach (var (index, one) in missing.Take(Rows).Index())
            yield return MissingCard.Row(one, index, view);
        if (missing.Count > Rows)
            yield return Listed(missing.Skip(Rows), view);
    }

    private static IEnumerable<CardElement> WithoutGoal(TeacherView view)
    {
        if (view.Week.WithoutGoal is not { Count: > 0 } without)
            yield break;
        yield return TeacherView.Heading(view.Voice.Say("Teach.WithoutGoal", ("n", without.Count)));
        yield return Listed(without, view);
    }

    private static IEnumerable<CardElement> Unheard(TeacherView view)
    {
        if (view.Week.Unheard is not { Count: > 0 } unheard)
            yield break;
        yield return TeacherView.Heading(view.Voice["Teach.Unheard"]);
        foreach (var one in unheard.Take(Rows))
        {
            yield return TeacherView.Row(
                view.Name(one),
                null,
                view.Button(view.Voice["Teach.Recognize"], CelebrationVerbs.To, one)
            );
        }

        if (unheard.Count > Rows)
            yield return Listed(unheard.Skip(Rows), view);
    }

    /// <summary>What became of the answers of this week.</summary>
    private static IEnumerable<CardElement> Replies(TeacherView view)
    {
        var since = view.Week.Week.Monday;
        var replies = view
            .Week.Students.SelectMany(one => SentReplies.To(one, view.Week.Classroom.Key))
            .Where(reply => view.DayOf(reply.At) >= since)
            .ToList();
        if (replies.Count > 0)
        {
            yield return TeacherView.Small(
                view.Voice.Say(
                    "Teach.Replies",
                    ("n", replies.Count),
                    ("read", replies.Count(reply => reply.SeenAt is not null))
                )
            );
        }
    }

    /// <summary>The numbers of the delivery report, when not everybody got the prompt.</summary>
    private static IEnumerable<CardElement> Missed(TeacherView view)
    {
        var all = PromptDelivery.Of(view.Week, view.DayOf);
        if (
            all.Any(one => one.State is DeliveryState.Delivered)
            && all.Any(one => one.State is not (DeliveryState.Delivered or DeliveryState.Nothing))
        )
        {
            yield return TeacherView.Small(
                view.Voice.Say("Teach.Prompt", ("counts", DeliveryCard.Counts(all, view.Voice)))
            );
        }
    }

    private static ActionSet Buttons(TeacherView view)
    {
        var (voice, waiting, sharing) = (view.Voice, view.Week.Waiting.Count, view.Week.Sharing.Count);
        var waitingPosts = view.Week.Classroom.Posts.Count(post => post.State == PostState.Waiting);
        return new([
            .. sharing == 0
                ? Array.Empty<CardAction>()
                :
                [
                    view.Button(voice.Say("Teach.ReadAll", ("n", sharing)), TeacherVerbs.Read) with
                    {
                        Style = "positive",
                    },
                ],
            .. waiting == 0
                ? Array.Empty<CardAction>()
                : [view.Button(voice.Say("Teach.WaitingAll", ("n", waiting)), TeacherVerbs.List)],
            .. view.Week.IsEmpty || view.Week.Missing.Count <= Rows
                ? Array.Empty<CardAction>()
                : [view.Button(voice.Say("Teach.MissingAll", ("n", view.Week.Missing.Count)), TeacherVerbs.Missing)],
            view.Button(voice["Teach.Delivery"], TeacherVerbs.Delivery),
            view.Button(
                waitingPosts > 0 ? voice.Say("Teach.Posts.Waiting", ("n", waitingPosts)) : voice["Teach.Posts.Open"],
                CelebrationVerbs.Posts
            ),
            view.Button(voice["Teach.Page"], PageVerbs.Class),
        ]);
    }

    private static RichTextBlock Listed(IEnumerable<StudentWeek> students, TeacherView view)
    {
        var all = students.ToList();
        var names = string.Join(", ", all.Take(Names).Select(view.Name));
        return new RichTextBlock(
            new TextRun(
                all.Count > Names ? $"{names} {view.Voice.Say("Teach.AndMore", ("n", all.Count - Names))}" : names
            )
        )
        {
            Spacing = "small",
        };
    }

    private static string Count(int count, TeacherView view) => count.ToString(view.Voice.Culture);
}
