using Milestones.Conversations;
using Milestones.School;

namespace Milestones.Features.Celebrating;

/// <summary>
/// After each turn of a class: cards in the channel follow what is known, teachers hear what waits for them, and what
/// is
/// old is forgotten.
/// </summary>
internal static class PostUpkeep
{
    /// <summary>
    /// Bytes that all posts together may take in the class's document, roughly; with a class as large as can be it
    /// stays under 64 KB.
    /// </summary>
    private const int Room = 14_000;

    /// <summary>
    /// From the end of one change of a card to the next: one a second at most, and what a turn takes until it asks.
    /// </summary>
    private static readonly TimeSpan Apart = TimeSpan.FromSeconds(1.2);

    public static TurnResult<Classroom> Run(TurnResult<Classroom> result, TurnContext<Classroom> context)
    {
        var classroom = result.Head;
        if (classroom.Posts.Count == 0 || !classroom.IsActive)
            return result;
        List<Reply> replies = [];
        List<ClassPost> posts = [];
        var asks = Mentors(classroom, context);
        foreach (var post in classroom.Posts)
        {
            var kept = Follow(post, classroom, context.Now, replies);
            if (kept.Asks && asks.Count > 0)
            {
                replies.AddRange(
                    asks.Select(teacher => new Elsewhere(
                        teacher.Chat,
                        new Show(
                            ModerationCards.Ask(kept, classroom, teacher.Voice),
                            ModerationCards.Title(kept, teacher.Voice)
                        ),
                        OutboxPolicy.Post
                    ))
                );
                kept = kept with { Asks = false };
            }

            posts.Add(kept);
        }

        var fitting = Fitting(posts);
        return fitting.SequenceEqual(classroom.Posts) && replies.Count == 0
            ? result
            : result with
            {
                Head = classroom with { Posts = fitting },
                Replies = [.. result.Replies, .. replies],
            };
    }

    /// <summary>
    /// One change of a card is under way at most, so that an older number never comes after a newer one.
    /// </summary>
    private static ClassPost Follow(ClassPost known, Classroom classroom, DateTimeOffset now, List<Reply> replies)
    {
        var isUnderWay = classroom.Outbox.Entries.Any(entry =>
            entry.About == known.Id && entry.Call is OutboxCall.Update or OutboxCall.Delete
        );
        var post =
            known.IsUnderWay && !isUnderWay
                ? known with
                {
                    IsUnderWay = false,
                    UpdatedAt = now,
                    Leaves = known.Leaves && !known.IsGone,
                }
                : known;
        var leaves = post is { Leaves: true, ActivityId: not null, IsGone: false };
        if (!leaves && !post.IsBehind)
            return post.UpdateAt is null ? post : post with { UpdateAt = null };
        if (isUnderWay || post.UpdatedAt + Apart > now)
            return post with { UpdateAt = isUnderWay ? now + Apart : post.UpdatedAt + Apart };

        var channel = classroom.Chat! with { ConversationId = post.ChannelId! };
        if (leaves && !post.IsBlanked)
        {
            replies.Add(new Erase(channel, post.ActivityId!, post.Id));
            return post with { IsUnderWay = true, UpdateAt = now + Apart };
        }

        replies.Add(
            new Elsewhere(
                channel,
                leaves
                    ? new Show(PostCards.Blank(classroom), PostCards.VoiceOf(classroom)["Post.TakenDown"])
                    : new Show(PostCards.Of(post, classroom), PostCards.Spoken(post, classroom)),
                OutboxPolicy.Reply
            )
            {
                About = post.Id,
                Updates = post.ActivityId,
            }
        );
        return post with { Shown = post.Cheers.Count, IsUnderWay = true, UpdateAt = null, Leaves = false };
    }

    /// <summary>What is settled and oldest goes first, then what is oldest.</summary>
    private static List<ClassPost> Fitting(List<ClassPost> posts)
    {
        while (posts.Sum(post => post.Size) > Room)
        {
            var settled = posts.FindIndex(post => post.IsSettled);
            posts.RemoveAt(Math.Max(0, settled));
        }

        return posts;
    }

    /// <summary>The teachers who can be told, each in their language.</summary>
    public static List<(ConversationReference Chat, Localization.Voice Voice)> Mentors(
        Classroom classroom,
        TurnContext<Classroom> context
    ) =>
        [
            .. Teachers
                .Reading(classroom)
                .Select(member => (member, person: context.Others.Person(classroom.KeyOf(member.ObjectId))))
                .Select(one =>
                    (
                        Chat: classroom.WhereToTell(one.member.ObjectId, one.person),
                        Voice: one.person is { } known ? VoiceOf.Person(known) : context.Voice
                    )
                )
                .Where(one => one.Chat is not null)
                .Select(one => (one.Chat!, one.Voice)),
        ];
}
