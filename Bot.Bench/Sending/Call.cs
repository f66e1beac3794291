using System.Buffers;
using System.Diagnostics;
using Milestones.Bench.Load;

namespace Milestones.Bench.Sending;

/// <summary>How the connector answers a call.</summary>
internal enum Answer
{
    Taken,

    /// <summary>429, because a limit was exceeded.</summary>
    OverLimit,

    /// <summary>429 without any reason, to make trouble.</summary>
    Refused,

    /// <summary>500: nobody can know whether the message was delivered.</summary>
    Failed,

    /// <summary>None, until the caller gives up.</summary>
    None,
}

/// <summary>A message that reached the connector.</summary>
/// <param name="At">When, by <see cref="Stopwatch"/>.</param>
/// <param name="ReplyToId">The activity it answers; empty for what comes unasked.</param>
/// <param name="Week">The week a check-in card asks about.</param>
internal sealed record Call(long At, string Tenant, string Conversation, string ReplyToId, string? Week)
{
    public Answer Answer { get; set; }

    /// <summary>The limit that was exceeded.</summary>
    public string? Limit { get; set; }

    /// <summary>The answer has left. It has not when the caller was gone before.</summary>
    public bool Answered { get; set; }

    /// <summary>It may have been shown to somebody.</summary>
    public bool MayHaveArrived => Answer is not (Answer.OverLimit or Answer.Refused);

    public static Call Read(long at, string tenant, string conversation, ReadOnlySequence<byte> body) =>
        new(
            at,
            tenant,
            conversation,
            ConnectorMessage.Read(body).ReplyToId,
            WeekIn(body.IsSingleSegment ? body.FirstSpan : body.ToArray())
        );

    /// <summary>From the data of the card's buttons.</summary>
    private static string? WeekIn(ReadOnlySpan<byte> json)
    {
        var name = "\"week\":\""u8;
        return
            json.IndexOf(name) is >= 0 and var at
            && json[(at + name.Length)..] is var rest
            && rest.IndexOf((byte)'"') is > 0 and var end
            ? System.Text.Encoding.UTF8.GetString(rest[..end])
            : null;
    }
}
