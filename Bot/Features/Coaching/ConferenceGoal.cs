using Milestones.School;

namespace Milestones.Features.Coaching;

/// <summary>A goal that begins with what a student said after the conference they led.</summary>
internal static class ConferenceGoal
{
    public static TurnResult<Person>? Begin(TurnContext<Person> context)
    {
        if (context.Person.Conference is not { LookedBack: [.., var words] })
            return null;
        var heard = context with { Heard = context.Read(words) };
        return CoachingHandler.BeginWith(words, heard.Heard.Goal, heard);
    }
}
