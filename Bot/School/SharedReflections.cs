using Milestones.Conversations;

namespace Milestones.School;

/// <summary>The one place where it is decided what a teacher may read.</summary>
internal static class SharedReflections
{
    /// <summary>What this student shared with the teachers of this class, newest first.</summary>
    public static IReadOnlyList<Reflection> Of(Person? person, DocumentKey key) =>
        [
            .. person
                ?.Reflections.Where(one => one.Class == key && one is { Sharing: Sharing.MyTeacher, IsReflected: true })
                .OrderByDescending(one => one.Week)
                ?? Enumerable.Empty<Reflection>(),
        ];
}
