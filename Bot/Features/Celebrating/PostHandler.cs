using Milestones.Conversations;
using Milestones.School;

namespace Milestones.Features.Celebrating;

/// <summary>
/// The class's own part: who may name whom, what waits for a teacher, what is posted, and that it is posted once.
/// </summary>
internal static class PostHandler
{
    /// <summary>The teachers' documents, where they may be told something.</summary>
    public static IReadOnlyCollection<DocumentKey> Needs(Classroom classroom, Turn turn) =>
        turn.Input is Received { Message: PraiseAgreed or PostDecided } || classroom.Posts.Any(post => post.Asks)
            ? [.. Teachers.Reading(classroom).Select(member => classroom.KeyOf(member.ObjectId))]
            : [];

    /// <summary>It goes to the student named, whose document decides.</summary>
    public static TurnResult<Classroom> Given(PraiseGiven given, TurnContext<Classroom> context)
    {
        var classroom = context.Classroom;
        if (
            classroom is not { IsActive: true, Settings: not null }
            || classroom.Find(given.Praise.From ?? string.Empty) is not { } from
            || classroom.Find(given.Praise.To) is not { Role: MemberRole.Student } to
            || from.ObjectId == to.ObjectId
            || (from.Role != MemberRole.Student && !Teaches(from, classroom))
        )
        {
            return new(classroom);
        }

        var praise = given.Praise with
        {
            ByTeacher = Teaches(from, classroom),
            FromName = from.Name ?? given.Praise.FromName,
        };
        return new(Teachers.With(classroom, to with { RecognizedAt = context.Now }))
        {
            Messages =
            [
                new(
                    classroom.KeyOf(to.ObjectId),
                    new PraiseOffered(praise, classroom.Key, classroom.Name, IsChecked(praise, classroom))
                ),
            ],
        };
    }

    /// <summary>The student named agreed: a teacher looks first, where the class wants that.</summary>
    public static TurnResult<Classroom> Agreed(PraiseAgreed agreed, TurnContext<Classroom> context)
    {
        var classroom = context.Classroom;
        if (
            classroom is not { IsActive: true, Settings: not null }
            || classroom.FindPost(agreed.Praise.Id) is not null
            || classroom.Find(agreed.Praise.To)?.Role != MemberRole.Student
        )
        {
            return new(classroom);
        }

        var post = new ClassPost(agreed.Praise.Id, context.Now, PostState.Waiting)
        {
            Praise = agreed.Praise,
            Mentions = agreed.Mention,
            Asks = true,
        };
        var next = classroom with { Posts = [.. classroom.Posts, post] };
        return IsChecked(agreed.Praise, classroom) ? new(next) : Send(post, null, next);
    }

    /// <summary>
    /// Taken back by the student named, perhaps before the yes has come: then it is known that it must not.
    /// </summary>
    public static TurnResult<Classroom> Withdrawn(PraiseWithdrawn withdrawn, TurnContext<Classroom> context)
    {
        var classroom = context.Classroom;
        return classroom.FindPost(withdrawn.PraiseId) is not { } post
                ? new(
                    classroom with
                    {
                        Posts =
                        [
                            .. classroom.Posts,
                            new ClassPost(withdrawn.PraiseId, context.Now, PostState.TakenDown),
                        ],
                    }
                )
            : post.State == PostState.TakenDown || post.Praise?.To != withdrawn.By.ObjectId ? new(classroom)
            : Down(post, "withdrawn", withdrawn.By, context);
    }

    /// <summary>What a teacher decided. That they may, and that nobody was faster, is decided here again.</summary>
    public static TurnResult<Classroom> Decided(PostDecided decided, TurnContext<Classroom> context)
    {
        var classroom = context.Classroom;
        if (
            !Teachers.Teaches(classroom, decided.By)
            || classroom.FindPost(decided.PostId) is not { } post
            || !Fits(decided.Act, post.State)
            || (decided.Sends is { } sends && sends != post.Sends)
        )
        {
            return new(classroom);
        }

        return decided.Act switch
        {
            PostAct.Approve => Audited("approved", Send(post, null, classroom)),
            PostAct.Decline => Down(post, "declined", decided.By, context),
            PostAct.TakeDown => Down(post, "takenDown", decided.By, context),
            PostAct.IsThere => Audited(
                "isThere",
                new(classroom.WithPost(post.Id, one => one with { State = PostState.Posted, Asks = false }))
            ),
            PostAct.IsNotThere => Audited("isNotThere", Send(post, null, classroom)),
            _ => Audited("again", Send(post, decided.ChannelId, classroom)),
        };

        TurnResult<Classroom> Audited(string what, TurnResult<Classroom> result) =>
            result with
            {
                Archive = [PostAudit.Entry(what, post, decided.By, context.Turn)],
            };
    }

    /// <summary>
    /// Whether this can be done with a post in this state: a second press, or a second teacher's, cannot.
    /// </summary>
    public static bool Fits(PostAct act, PostState state) =>
        act switch
        {
            PostAct.Approve or PostAct.Decline => state == PostState.Waiting,
            PostAct.IsThere or PostAct.IsNotThere => state == PostState.Unknown,
            PostAct.Again => state == PostState.Failed,
            _ => state is PostState.Posted or PostState.Sending or PostState.Unknown or PostState.Failed,
        };

    /// <summary>A new post that needs no look; one that is there already stays as it is.</summary>
    public static TurnResult<Classroom> Begin(
        string id,
        Func<ClassPost, ClassPost> with,
        Classroom classroom,
        TurnContext<Classroom> context
    )
    {
        if (classroom.FindPost(id) is not null)
            return new(classroom);
        var post = with(new ClassPost(id, context.Now, PostState.Sending));
        return Send(post, null, classroom with { Posts = [.. classroom.Posts, post] });
    }

    /// <summary>Into the channel, through the outbox: claimed, and never sent twice.</summary>
    private static TurnResult<Classroom> Send(ClassPost post, string? channelId, Classroom classroom)
    {
        var channel =
            classroom.Chat is { } here && classroom.Channels.Any(known => known.Id == channelId)
                ? here with
                {
                    ConversationId = channelId!,
                }
                : classroom.NewsChannel;
        if (channel is null)
        {
            return new(
                classroom.WithPost(
                    post.Id,
                    one => one with { State = PostState.Failed, Why = "NoConversation", Asks = true }
                )
            );
        }

        var sending = post with
        {
            State = PostState.Sending,
            ChannelId = channel.ConversationId,
            Sends = post.Sends + 1,
            ActivityId = null,
            Why = null,
            Asks = false,
            IsGone = false,
            Shown = post.Cheers.Count,
        };
        return new(
            classroom.WithPost(post.Id, _ => sending),
            new Elsewhere(
                channel,
                new Show(PostCards.Of(sending, classroom), PostCards.Spoken(sending, classroom)),
                OutboxPolicy.Post
            )
            {
                About = post.Id,
            }
        );
    }

    /// <summary>
    /// The words are forgotten at once; the card leaves the channel as soon as it is known where it is.
    /// </summary>
    private static TurnResult<Classroom> Down(
        ClassPost post,
        string what,
        PersonId by,
        TurnContext<Classroom> context
    ) =>
        new(context.Classroom.WithPost(post.Id, one => one.Down()))
        {
            Archive = [PostAudit.Entry(what, post, by, context.Turn)],
        };

    private static bool IsChecked(Praise praise, Classroom classroom) =>
        !praise.ByTeacher && classroom.Settings?.SkipsApproval != true;

    private static bool Teaches(Member member, Classroom classroom) =>
        Teachers.Teaches(classroom, new(classroom.TenantId, member.ObjectId));
}
