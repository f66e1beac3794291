using Milestones.Localization;

namespace Milestones.School;

/// <summary>How to speak to somebody, from what is known of them.</summary>
internal static class VoiceOf
{
    public static Voice Person(Person person) => new(Voice.CultureFor(person.Language, person.Locale), BandOf(person));

    /// <summary>
    /// Their own choice, else that of the first class they are a student in. Who only teaches is spoken to as an adult.
    /// </summary>
    private static GradeBand BandOf(Person person) =>
        person.Band
        ?? person.Classes.FirstOrDefault(known => known is { Role: MemberRole.Student, Band: not null })?.Band
        ?? (
            person.Classes.Any(known => known.Role == MemberRole.Teacher) ? GradeBand.Grades9To12 : GradeBand.Grades6To8
        );
}
