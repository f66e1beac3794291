namespace Milestones.Language.Concerns;

/// <summary>
/// What in a student's words an adult should know about. Declared in the order of precedence:
/// where several fit, the first of them is the one answered.
/// </summary>
public enum Concern
{
    None,
    SelfHarm,
    Abuse,
    Violence,
    Bullying,
    Substance,
}
