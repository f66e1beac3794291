using Milestones.Conversations;
using Milestones.Localization;
using Milestones.People;

namespace Milestones.Classes;

/// <summary>Everything that can happen to a class, in one table.</summary>
internal static class ClassRouter
{
    public static Ruled<Classroom> Run(Classroom classroom, Turn turn, OtherDocuments others)
    {
        var known = turn.Input is Rang or Received ? classroom : classroom with { Chat = turn.Conversation ?? classroom.Chat, Unreachable = null };
        var voice = new Voice(Voice.CultureFor(turn.Locale), known.Settings?.Band ?? GradeBand.Grades6To8);
        return turn.Input switch
        {
            Said or SaidNothing => new(known, [new Say(voice["Class.TalkInPrivate"])], [], []),
            _ => new(known, [], [], []),
        };
    }
}
