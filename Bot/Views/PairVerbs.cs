namespace Milestones.Views;

/// <summary>
/// What a teacher's buttons around feedback among students do. On the wire and in old cards: they do not change.
/// </summary>
internal static class PairVerbs
{
    public const string Propose = "pairs.propose";
    public const string Send = "pairs.send";
    public const string Students = "pairs.students";
    public const string Student = "pairs.student";
}
