namespace Milestones.School;

/// <summary>How many of a person's sentences a language model was asked about on one day.</summary>
internal sealed record SecondReadings(DateOnly On, int Count)
{
    public static SecondReadings Next(SecondReadings? before, DateOnly today) =>
        before?.On == today ? before with { Count = before.Count + 1 } : new(today, 1);

    /// <summary>Whether one more is allowed today.</summary>
    public static bool HasRoom(SecondReadings? before, DateOnly today, int most) =>
        most > 0 && (before?.On != today || before.Count < most);
}
