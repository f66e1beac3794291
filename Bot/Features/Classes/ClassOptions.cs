namespace Milestones.Features.Classes;

/// <summary>How a school says who teaches.</summary>
/// <param name="AsksGraph">The team's owners are its teachers.</param>
/// <param name="InstallerIsTeacher">Where Graph is not asked: who first adds the bot to a team is taken for its teacher
/// (<c>Classes:InstallerIsTeacher</c>).</param>
internal sealed record ClassOptions(bool AsksGraph = false, bool InstallerIsTeacher = false)
{
    /// <summary>Entra object ids of the tenant's contacts, whom a class may choose to be told of concerns.</summary>
    public IReadOnlyList<string> Counselors { get; init; } = [];

    public const string InstallerSetting = "Classes:InstallerIsTeacher";
}
