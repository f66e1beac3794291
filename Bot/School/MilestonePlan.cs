using Milestones.Language;

namespace Milestones.School;

/// <summary>
/// The milestones the coach proposes: 2 to 6 dated steps from today to the deadline (docs/product.md, section 2).
/// </summary>
internal static class MilestonePlan
{
    public const int Fewest = 2;
    public const int Most = 6;

    /// <summary>Without a day to aim at, the steps reach this far: about half a term, near enough to be seen.</summary>
    private const int DaysWithoutDeadline = 42;

    /// <summary>
    /// Checkpoints from baseline to target where the goal has numbers; else the steps of its plan, spread over the
    /// time.
    /// </summary>
    /// <returns>Steps in order of their days. A step without a value has its words in the title; one with a value has
    /// an empty title.</returns>
    public static IReadOnlyList<Milestone> Propose(Measure measure, string? plan, DateOnly today, DateOnly? deadline)
    {
        var end = deadline > today ? deadline.Value : today.AddDays(DaysWithoutDeadline);
        var days = end.DayNumber - today.DayNumber;
        return
            measure.Target is { } target
            && (measure.Baseline ?? (measure.Unit is { } unit && Units.IsCounted(unit) ? 0 : null)) is { } start
            && start != target
            ? Checkpoints(start, target, measure.Unit, today, days)
            : Steps(plan, today, days);
    }

    /// <summary>
    /// The same steps in the same order, on days spread evenly over the time that is left; a week apart where no day is
    /// set.
    /// </summary>
    public static List<Milestone> Spread(IReadOnlyList<Milestone> steps, DateOnly today, DateOnly? deadline)
    {
        var days = deadline > today ? deadline.Value.DayNumber - today.DayNumber : 7 * steps.Count;
        return
        [
            .. steps.Select((step, i) => step with { Due = today.AddDays(Math.Max(1, days * (i + 1) / steps.Count)) }),
        ];
    }

    private static List<Milestone> Checkpoints(double start, double target, string? unit, DateOnly today, int days)
    {
        var count = Math.Min(Count(days), days);
        var steps = new List<Milestone>(count);
        for (var i = 1; i <= count; i++)
        {
            var value = i == count ? target : Nice(start + ((target - start) * i / count), start, target, unit);
            var due = today.AddDays((int)Math.Round((double)days * i / count));
            if (steps is [.., { Value: var before } last] && before == value)
            {
                // Too small a distance for so many steps: from 6 tardies to 5 is one step, not four.
                steps[^1] = last with
                {
                    Due = due,
                };
            }
            else if (value != start || i == count)
            {
                steps.Add(new Milestone(string.Empty, due, value));
            }
        }

        return steps.Count >= Fewest || days < 2
            ? steps
            : [new Milestone(string.Empty, today.AddDays(days / 2)), .. steps];
    }

    private static List<Milestone> Steps(string? plan, DateOnly today, int days)
    {
        // A habit has no order of steps: "tutoring on tuesdays and ixl on sundays" is the same every week.
        var steps = plan is null || PlanTime.IsIn(plan, LanguageReader.Detect(plan)) ? [] : PlanSteps.Of(plan);
        var titles =
            steps.Count >= Fewest ? steps : Enumerable.Repeat(string.Empty, Math.Min(CheckIns, Count(days))).ToList();
        var count = Math.Clamp(titles.Count, Fewest, Most);
        return
        [
            .. titles
                .Take(count)
                .Select(
                    (title, i) =>
                        new Milestone(
                            title,
                            today.AddDays(Math.Max(1, (int)Math.Round((double)days * (i + 1) / count)))
                        )
                ),
        ];
    }

    /// <summary>Steps without words of their own ask how it goes; more of them would only nag.</summary>
    private const int CheckIns = 3;

    /// <summary>About one step a fortnight.</summary>
    private static int Count(int days) => Math.Clamp((int)Math.Round(days / 14.0) + 1, Fewest, Most);

    /// <summary>
    /// A number a student would say: whole where both ends are, a letter a student knows, else to a tenth.
    /// </summary>
    private static double Nice(double value, double start, double target, string? unit) =>
        unit == "letter_grade" ? GradePoints(value)
        : start == Math.Floor(start) && target == Math.Floor(target) ? Math.Round(value, MidpointRounding.AwayFromZero)
        : Math.Round(value, 1, MidpointRounding.AwayFromZero);

    private static double GradePoints(double value) =>
        new[] { 0, 0.7, 1, 1.3, 1.7, 2, 2.3, 2.7, 3, 3.3, 3.7, 4, 4.3 }.MinBy(points => Math.Abs(points - value));
}
