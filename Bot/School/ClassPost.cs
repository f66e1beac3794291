using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using Milestones.Calendar;
using Milestones.Conversations;

namespace Milestones.School;

internal enum PostState
{
    /// <summary>A teacher is to look at it first.</summary>
    Waiting,

    /// <summary>Given to the outbox.</summary>
    Sending,

    Posted,

    /// <summary>Nobody knows whether it is there. A teacher is asked; a cheer tells too.</summary>
    Unknown,

    /// <summary>The channel did not take it. A teacher is told, and nothing is lost.</summary>
    Failed,

    /// <summary>A teacher took it down, or the student took it back.</summary>
    TakenDown,
}

/// <summary>One card in the class's channel: a shout-out, or the class's week.</summary>
/// <param name="At">When it came to the class.</param>
internal sealed record ClassPost(string Id, DateTimeOffset At, PostState State)
{
    /// <summary>A shout-out; null for the class's week.</summary>
    public Praise? Praise { get; init; }

    /// <summary>The class's week; null for a shout-out.</summary>
    public WeekSummary? Summary { get; init; }

    /// <summary>The student agreed to be mentioned.</summary>
    public bool Mentions { get; init; }

    /// <summary>The channel it is in, or was sent to.</summary>
    public string? ChannelId { get; init; }

    /// <summary>The message in the channel; null until it is known.</summary>
    public string? ActivityId { get; init; }

    /// <summary>How often it was given to the outbox.</summary>
    public int Sends { get; init; }

    /// <summary>The connector's word for why the channel did not take it.</summary>
    public string? Why { get; init; }

    /// <summary>The teachers are to be told that it waits, failed, or may not be there.</summary>
    public bool Asks { get; init; }

    /// <summary>A mark of each who cheered, in the order they did; see <see cref="MarkOf"/>.</summary>
    public IReadOnlyList<string> Cheers { get; init; } = [];

    /// <summary>The first names shown, where the class shows any.</summary>
    public IReadOnlyList<string> Faces { get; init; } = [];

    /// <summary>How many cheers the card in the channel was last told to show.</summary>
    public int Shown { get; init; }

    /// <summary>A change of the card was given to the outbox, and it was not noted yet what became of it.</summary>
    public bool IsUnderWay { get; init; }

    /// <summary>When the last change of the card was known to have ended.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>When the card is to be brought up to date; null where it is.</summary>
    public DateTimeOffset? UpdateAt { get; init; }

    /// <summary>The card is to be taken out of the channel.</summary>
    public bool Leaves { get; init; }

    /// <summary>It could not be taken away: its words are replaced instead.</summary>
    public bool IsBlanked { get; init; }

    /// <summary>No card stands in the channel any more that could be changed.</summary>
    public bool IsGone { get; init; }

    [JsonIgnore]
    public bool IsSettled => State is PostState.Posted or PostState.TakenDown && !Leaves;

    /// <summary>Its card shows another number than there are cheers.</summary>
    [JsonIgnore]
    public bool IsBehind => State == PostState.Posted && !IsGone && ActivityId is not null && Shown != Cheers.Count;

    /// <summary>Bytes it takes in the class's document, roughly.</summary>
    [JsonIgnore]
    public int Size =>
        500
        + (2 * (Praise?.Text?.Length ?? 0))
        + (9 * Cheers.Count)
        + (Summary is null ? 0 : 400 + (80 * Summary.Badges.Count));

    public bool HasCheered(string objectId) => Cheers.Contains(MarkOf(objectId), StringComparer.Ordinal);

    /// <summary>
    /// Who cheered in six letters, because a large class's cheers would make the document long. Two of 250 people share
    /// one in a post out of 100,000.
    /// </summary>
    public static string MarkOf(string objectId)
    {
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(Encoding.UTF8.GetBytes(objectId), hash);
        return Convert.ToBase64String(hash[..4])[..6];
    }

    /// <summary>What became of a call about it.</summary>
    public ClassPost Told(OutboxCall call, Delivery delivery) =>
        !delivery.Settled ? this
        : (delivery.Gone ?? delivery.Refused) is { } why
            ? call switch
            {
                OutboxCall.Send => Lost(PostState.Failed) with { Why = why },
                OutboxCall.Update => this with { IsGone = true },
                _ => this with { IsBlanked = true },
            }
        : delivery.InDoubt ? InDoubt(call)
        : call switch
        {
            OutboxCall.Send => this with
            {
                State = State == PostState.Sending ? PostState.Posted : State,
                ActivityId = delivery.ActivityId ?? ActivityId,
                IsGone = false,
            },
            OutboxCall.Delete => this with { IsGone = true },
            _ => this,
        };

    /// <summary>
    /// The words are forgotten at once; the card leaves the channel as soon as it is known where it is.
    /// </summary>
    public ClassPost Down() =>
        this with
        {
            State = PostState.TakenDown,
            Praise = Praise?.WithoutWords(),
            Summary = null,
            Asks = false,
            Leaves = State != PostState.Waiting,
            Faces = [],
        };

    /// <summary>Without the first name of one who cheered; the count stays.</summary>
    public ClassPost WithoutFace(string objectId, string name) =>
        HasCheered(objectId) && Faces.Contains(name, StringComparer.Ordinal)
            ? this with
            {
                Faces = [.. Faces.Where(face => face != name)],
                Shown = -1,
                UpdateAt = At,
            }
            : this;

    /// <summary>A call about it may or may not have arrived, and is not repeated.</summary>
    public ClassPost InDoubt(OutboxCall call) =>
        call switch
        {
            OutboxCall.Send => Lost(PostState.Unknown),
            OutboxCall.Update => this with { Shown = -1 },
            _ => this with { IsBlanked = true },
        };

    /// <summary>Somebody tapped on it: it is there, and where is known.</summary>
    public ClassPost Seen(string? activityId) =>
        activityId is null || (ActivityId is not null && State != PostState.Unknown)
            ? this
            : this with
            {
                State = State is PostState.Unknown or PostState.Failed ? PostState.Posted : State,
                ActivityId = activityId,
                Asks = State is not (PostState.Unknown or PostState.Failed) && Asks,
                Shown = -1,
            };

    /// <summary>What is shown no more; its card follows.</summary>
    public ClassPost WithoutBadges(Predicate<ShownBadge> hidden) =>
        Summary is { } summary && summary.Badges.Any(badge => hidden(badge))
            ? this with
            {
                Summary = summary.Without(hidden),
                Shown = -1,
                UpdateAt = At,
            }
            : this;

    private ClassPost Lost(PostState state) =>
        State == PostState.Sending ? this with { State = state, Asks = true } : this;
}

/// <summary>What the class's week shows. A number is null where fewer than five students stand behind it.</summary>
internal sealed record WeekSummary(IsoWeek Week)
{
    /// <summary>With fewer behind a number it would tell of somebody (docs/product.md, section 5).</summary>
    public const int SmallestGroup = 5;

    /// <summary>It tells of the four weeks that end with this one.</summary>
    public bool IsMonth { get; init; }

    /// <summary>Students who looked at a week and shared it.</summary>
    public int? Reflected { get; init; }

    /// <summary>Students in the class.</summary>
    public int Students { get; init; }

    /// <summary>Shared goals that are on track or reached, and all of them.</summary>
    public int? OnTrack { get; init; }

    public int? Goals { get; init; }

    /// <summary>Steps and goals reached.</summary>
    public int? Reached { get; init; }

    /// <summary>Weeks in a row in which five or more shared.</summary>
    public int? Streak { get; init; }

    public int? Cheers { get; init; }

    /// <summary>Students who shared in each of the last weeks, oldest first; zero where they were too few.</summary>
    public IReadOnlyList<int> Weeks { get; init; } = [];

    /// <summary>What students earned and chose to let the class see.</summary>
    public IReadOnlyList<ShownBadge> Badges { get; init; } = [];

    /// <summary>A line of the teacher's own.</summary>
    public string? Note { get; init; }

    [JsonIgnore]
    public bool IsEmpty =>
        Reflected is null && OnTrack is null && Reached is null && Cheers is null && Badges.Count == 0;

    public WeekSummary Without(Predicate<ShownBadge> hidden) =>
        Badges.Any(badge => hidden(badge)) ? this with { Badges = [.. Badges.Where(badge => !hidden(badge))] } : this;
}
