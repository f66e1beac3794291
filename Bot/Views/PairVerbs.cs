namespace Milestones.Views;

/// <summary>
/// What a teacher's buttons around feedback among students do. On the wire and in old cards: they do not change.
/// </summary>
internal static class PairVerbs
{
    public const string Propose = "partners.offer";
    public const string Send = "partners.send";
    public const string Students = "partners.students";
    public const string Student = "partners.student";
}
