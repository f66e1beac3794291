using Milestones.Calendar;
using Milestones.Conversations;
using Milestones.Features.Looking;
using Milestones.Localization;
using Milestones.School;
using Milestones.Storage;
using Milestones.Views;

namespace Milestones.Turns;

/// <summary>
/// Reads what a link for home shows, anew each time it is opened: what was taken back, unshared or deleted since is not
/// on it.
/// </summary>
internal sealed class FamilyReader(IDocumentStore store, HeadKinds kinds, TimeProvider time)
{
    /// <summary>
    /// What home sees, in its language; null where the link is none, is over or taken back, or nothing is left to show.
    /// </summary>
    public async Task<FamilyRead?> OpenAsync(string token, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (
            LinkToken.Read(token) is not var (id, secret)
            || DocumentKeys.Person(id) is var key && !key.IsValid()
            || await store.GetAsync(key, cancellationToken) is not { } stored
            || kinds.Person.Read(stored.Document) is not { Family: { } link } person
            || !link.Opens(secret, now)
            || FamilyRules.Shown(person, link) is not { } shown
        )
        {
            return null;
        }

        var turn = new Turn(
            $"page:{Guid.NewGuid():N}",
            key,
            id,
            person.Name,
            null,
            new Looked(FamilyVerbs.Mine),
            now,
            link.Language,
            person.TimeZone,
            Guid.NewGuid()
        );
        return new(
            new(
                shown,
                turn,
                new Voice(Voice.CultureFor(link.Language, null), GradeBand.Grades9To12),
                LocalTime.Day(now, person.TimeZone)
            ),
            LocalTime.Day(link.Until, person.TimeZone)
        );
    }
}

/// <param name="Context">What is left of the student's document to show.</param>
/// <param name="Until">The last day it opens.</param>
internal sealed record FamilyRead(TurnContext<Person> Context, DateOnly Until);
