using Milestones.Conversations;

namespace Milestones.School;

/// <summary>
/// How large a document may become. What a person keeps has <see cref="Most"/>; the largest card Teams takes, 28 KB,
/// still fits beside it on its way, so that the whole stays under 64 KB.
/// </summary>
internal static class Room
{
    /// <summary>Bytes of JSON from which on older entries leave for the archive. Few people ever come here.</summary>
    public const int Crowded = 24 * 1024;

    /// <summary>Bytes of JSON, without what is on its way: nobody's own doing makes it more.</summary>
    public const int Most = 36 * 1024;

    /// <summary>
    /// Bytes of JSON with what others bring: beyond it nothing new of a class's units and tasks is taken in.
    /// </summary>
    public const int MostWithOthers = 48 * 1024;

    private const int FewProgress = 6;
    private const int FewChanges = 4;
    private const int FewReached = 2;
    private const int FewChecks = 1;
    private const int FewPeers = 2;

    /// <summary>
    /// Bytes of what is kept: without what is on its way, and what was handled. Zero for what JSON cannot hold: whoever
    /// writes it says so.
    /// </summary>
    public static int Kept(Person person)
    {
        try
        {
            return ScratchJson.Length(
                person with
                {
                    Outbox = OutboxState.Empty,
                    Handled = HandledTurns.None,
                    ToArchive = [],
                },
                PersonJson.Default.Person
            );
        }
        catch (ArgumentException)
        {
            return 0;
        }
    }

    /// <summary>Fewer entries stay with each goal; the older ones leave. Nothing is lost.</summary>
    public static TurnResult<Person> Spilled(TurnResult<Person> result)
    {
        var archive = new List<ArchiveEntry>(result.Archive);
        var goals = new List<Goal>();
        foreach (var goal in result.Person.Goals)
        {
            var (trimmed, left) = Archiving.Trim(goal, FewProgress);
            archive.AddRange(left);
            goals.Add(
                trimmed with
                {
                    Changes = [.. trimmed.Changes.TakeLast(FewChanges)],
                    Milestones =
                    [
                        .. trimmed.Milestones.Where(step => step.ReachedOn is not null).TakeLast(FewReached),
                        .. trimmed.Milestones.Where(step => step.ReachedOn is null),
                    ],
                }
            );
        }

        var (person, surveys) = Surveys.Trim(result.Person with { Goals = goals }, kept: 0);
        archive.AddRange(surveys);
        (person, var tasks) = Works.Trim(person, kept: 0);
        archive.AddRange(tasks);
        (person, var checks) = Works.TrimChecks(person, FewChecks);
        archive.AddRange(checks);
        return result with
        {
            Head = PeerRules.Trimmed(person, FewPeers),
            Archive = [.. archive.DistinctBy(entry => entry.Id, StringComparer.Ordinal)],
        };
    }

    /// <summary>What somebody hears whose words have no room; nothing has changed.</summary>
    public static TurnResult<Person> Full(Person before) =>
        new(before, new Notice(VoiceOf.Person(before)["Tap.TooLong"]));
}
