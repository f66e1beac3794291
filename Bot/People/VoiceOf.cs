using Milestones.Localization;

namespace Milestones.People;

/// <summary>How to speak to somebody, from what is known of them.</summary>
internal static class VoiceOf
{
    public static Voice Person(Person person) => new(Voice.CultureFor(person.Language, person.Locale), person.Band ?? GradeBand.Grades6To8);
}
