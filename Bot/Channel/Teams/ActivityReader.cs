using System.Buffers;
using System.IO.Pipelines;
using System.Text.Json;

namespace Milestones.Channel.Teams;

/// <summary>An activity, or the status and the words to refuse it with.</summary>
internal readonly record struct ReadActivity(Activity? Activity, int Status, string? Problem)
{
    public static ReadActivity Of(Activity activity) => new(activity, StatusCodes.Status200OK, null);

    public static ReadActivity Bad(string problem) => new(null, StatusCodes.Status400BadRequest, problem);

    public static ReadActivity TooLarge =>
        new(
            null,
            StatusCodes.Status413PayloadTooLarge,
            $"The body is larger than {ActivityReader.BodyLimit / 1024} KB."
        );
}

/// <summary>
/// Reads one activity from a request body: strict about what makes it one, tolerant about everything else.
/// </summary>
internal static class ActivityReader
{
    /// <summary>Bytes. Teams sends at most 100 KB of UTF-16; the rest is entities, attachments and escapes.</summary>
    public const int BodyLimit = 256 * 1024;

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    public static async ValueTask<ReadActivity> ReadAsync(PipeReader body, CancellationToken cancellationToken)
    {
        while (true)
        {
            var read = await body.ReadAsync(cancellationToken);
            if (read.Buffer.Length > BodyLimit)
            {
                body.AdvanceTo(read.Buffer.End);
                return ReadActivity.TooLarge;
            }

            if (read.IsCompleted)
            {
                var activity = Read(read.Buffer);
                body.AdvanceTo(read.Buffer.End);
                return activity;
            }

            body.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    public static ReadActivity Read(ReadOnlySpan<byte> utf8)
    {
        if (utf8.StartsWith(ByteOrderMark))
            utf8 = utf8[ByteOrderMark.Length..];
        if (utf8.IsEmpty)
            return ReadActivity.Bad("The body is empty.");
        if (JsonGuard.Check(utf8) is { } problem)
            return ReadActivity.Bad(problem);

        try
        {
            return JsonSerializer.Deserialize(utf8, WireJson.Default.Activity) is { } activity
                ? Complete(activity)
                : ReadActivity.Bad("The body is not an object.");
        }
        catch (JsonException e)
        {
            // The path names a member of ours or a place in a list, never what was written there.
            return ReadActivity.Bad(
                e.Path is null or "$" ? "The body is not an object." : $"{e.Path} is not what an activity has there."
            );
        }
    }

    private static ReadActivity Read(in ReadOnlySequence<byte> body)
    {
        if (body.IsSingleSegment)
            return Read(body.FirstSpan);

        var length = (int)body.Length;
        var whole = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            body.CopyTo(whole);
            return Read(whole.AsSpan(0, length));
        }
        finally
        {
            // What students write does not wait in a pool for the next renter.
            ArrayPool<byte>.Shared.Return(whole, clearArray: true);
        }
    }

    private static ReadActivity Complete(Activity activity) =>
        activity switch
        {
            { Type: null or "" } => Missing("type"),
            { Id: null or "" } => Missing("id"),
            { ChannelId: null or "" } => Missing("channelId"),
            { ServiceUrl: null or "" } => Missing("serviceUrl"),
            { From.Id: null or "" } or { From: null } => Missing("from.id"),
            { Conversation.Id: null or "" } or { Conversation: null } => Missing("conversation.id"),
            { Recipient: null } or { Recipient.Id: null or "" } => Missing("recipient.id"),
            { Type: ActivityTypes.Invoke, Name: null or "" } => Missing("name"),
            _ => ActivityLimits.Problem(activity) is { } problem
                ? ReadActivity.Bad(problem)
                : ReadActivity.Of(activity),
        };

    private static ReadActivity Missing(string member) =>
        ReadActivity.Bad($"The activity has no {member}, or it is not a text.");
}
