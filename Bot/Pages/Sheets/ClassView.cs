using Milestones.Calendar;
using Milestones.Features.Teaching;
using Milestones.Language;
using Milestones.Localization;
using Milestones.School;

namespace Milestones.Pages.Sheets;

/// <summary>What the class page is made of.</summary>
/// <param name="Filter">Which of the shared goals are listed.</param>
/// <param name="Address">Of the page, for what lies below it.</param>
internal sealed record ClassView(TeacherView View, ClassTerm Term, GoalFilter Filter, string Address)
{
    /// <summary>A month or a quarter in numbers; null where the page has no part for it.</summary>
    public Insight? Insight { get; init; }

    public Voice Voice => View.Voice;

    public ClassWeek Week => View.Week;

    public DateOnly Today => View.DayOf(View.Context.Now);

    public string To(StudentWeek student) => $"{Address}/student/{Uri.EscapeDataString(student.Member.ObjectId)}";

    public string Day(IsoWeek week) => Voice.ShortDay(week.Monday);

    public IReadOnlyList<SharedGoal> Listed =>
        [
            .. Term
                .Goals.Where(goal => Filter.Takes(goal))
                .OrderBy(goal => View.Name(goal.Student), StringComparer.Create(Voice.Culture, ignoreCase: true)),
        ];
}

/// <summary>What was chosen above the list of goals; null for all.</summary>
internal sealed record GoalFilter(Area? Area, GoalStatus? Status)
{
    public static GoalStatus[] Statuses { get; } =
    [
        GoalStatus.Reached,
        GoalStatus.OnTrack,
        GoalStatus.BitBehind,
        GoalStatus.Stuck,
        GoalStatus.PastDate,
        GoalStatus.Paused,
    ];

    public static GoalFilter Of(IQueryCollection query) =>
        new(Chosen<Area>(query["area"]), Chosen<GoalStatus>(query["status"]));

    public bool Takes(SharedGoal goal) =>
        (Area is null || goal.Area == Area) && (Status is null || goal.Goal.Status == Status);

    /// <summary>How a status is drawn.</summary>
    public static string Tone(GoalStatus status) =>
        status switch
        {
            GoalStatus.Reached => "good",
            GoalStatus.OnTrack => "accent",
            GoalStatus.BitBehind => "fair",
            GoalStatus.Stuck or GoalStatus.PastDate => "hard",
            _ => "quiet",
        };

    private static T? Chosen<T>(string? text)
        where T : struct, Enum =>
        text is { Length: > 0 and < 30 } && Enum.IsDefined(typeof(T), text) ? Enum.Parse<T>(text) : null;
}
