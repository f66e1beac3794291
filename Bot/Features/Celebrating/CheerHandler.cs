using Milestones.Conversations;
using Milestones.School;

namespace Milestones.Features.Celebrating;

/// <summary>
/// A cheer counts each person once, however often the tap arrives. Whoever taps sees it at once; the card in the
/// channel
/// follows, one change at a time and at most one a second.
/// </summary>
internal static class CheerHandler
{
    private const int MostFaces = 5;

    /// <summary>How soon somebody unknown makes the class read its roster again.</summary>
    private static readonly TimeSpan ReadAgain = TimeSpan.FromMinutes(5);

    /// <summary>The tap comes from the team's own channel; whoever is not in its roster is a guest of it.</summary>
    public static TurnResult<Classroom> Cheer(Tapped tapped, TurnContext<Classroom> context)
    {
        var (classroom, now) = (context.Classroom, context.Now);
        var found = classroom.FindPost(tapped.Data.Text("post"));
        if (found is not { State: not (PostState.Waiting or PostState.TakenDown) } known)
        {
            // Taken down before anybody knew where it stands: now it can leave.
            return new(
                found is { Leaves: true, ActivityId: null, ChannelId: not null } && tapped.CardId is { } card
                    ? classroom.WithPost(found.Id, one => one with { ActivityId = card })
                    : classroom,
                new Notice(context.Voice["Post.Old"])
            );
        }

        if (classroom.Find(context.Turn.Person) is not { } member)
        {
            return new(
                now - classroom.RosterReadAt < ReadAgain ? classroom : classroom with { RosterDueAt = now },
                new Notice(context.Voice["Post.NotInClass"])
            );
        }

        var post = known.Seen(tapped.CardId);
        if (!post.HasCheered(member.ObjectId))
        {
            post = post with
            {
                Cheers = [.. post.Cheers, ClassPost.MarkOf(member.ObjectId)],
                Faces =
                    classroom.Settings?.ShowsFaces == true && post.Faces.Count < MostFaces && member.Name is { } name
                        ? [.. post.Faces, PeopleNames.First(name)]
                        : post.Faces,
            };
        }

        var next = ReferenceEquals(post, known) ? classroom : classroom.WithPost(post.Id, _ => post);
        return new(
            next,
            tapped.InPlace
                ? [new Replace(PostCards.Of(post, next), PostCards.Spoken(post, next))]
                : Array.Empty<Reply>()
        );
    }
}
