namespace Milestones.Language.Concerns;

/// <summary>How strong the evidence for a concern is, weakest first.</summary>
public enum ConcernLevel
{
    None,

    /// <summary>Weak evidence: worth a quiet question to the student, and nothing more.</summary>
    Quiet,

    /// <summary>Strong evidence: an adult is told.</summary>
    Alarm,
}
