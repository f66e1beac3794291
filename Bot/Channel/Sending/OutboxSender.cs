using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Options;
using Milestones.Channel.Teams;
using Milestones.Conversations;
using Milestones.School;
using Milestones.Storage;
using Milestones.Telemetry;
using Polly;
using Polly.Retry;
using Outcome = Milestones.Channel.Teams.Outcome;

namespace Milestones.Channel.Sending;

/// <summary>Takes the turn of another document with a message; done when it is committed.</summary>
internal delegate Task MessageDelivery(
    string id,
    DocumentKey to,
    DocumentMessage message,
    CancellationToken cancellationToken
);

/// <summary>
/// Sends one entry by its policy, waiting as the connector asks, and says what became of it. Never throws.
/// </summary>
internal sealed partial class OutboxSender
{
    /// <summary>No answer of the connector's: it was not asked.</summary>
    private const string OwnLimit = "OwnLimit";

    private static readonly ResiliencePropertyKey<OutboxPolicy> PolicyOf = new("policy");

    private static readonly JsonTypeInfo<DocumentMessage> Stored = StoredJson.Reading(
        MessageJson.Default.DocumentMessage
    );

    /// <summary>
    /// An alert that was not confirmed, or a conversation the connector refused to take for now, is tried again after
    /// this.
    /// </summary>
    private static readonly TimeSpan LaterOn = TimeSpan.FromSeconds(60);

    private readonly ConnectorClient _connector;
    private readonly SendLimits _limits;
    private readonly OutboxOptions _options;
    private readonly Func<MessageDelivery> _messages;
    private readonly TimeProvider _time;
    private readonly ILogger<OutboxSender> _logger;
    private readonly ResiliencePipeline<ConnectorResult> _retries;

    /// <param name="messages">Brings a message to another document. Asked for late: whoever takes turns sends through
    /// this.</param>
    public OutboxSender(
        ConnectorClient connector,
        SendLimits limits,
        IOptions<OutboxOptions> options,
        Func<MessageDelivery> messages,
        TimeProvider time,
        ILogger<OutboxSender> logger
    )
    {
        (_connector, _limits, _options, _messages, _time, _logger) = (
            connector,
            limits,
            options.Value,
            messages,
            time,
            logger
        );
        _retries = new ResiliencePipelineBuilder<ConnectorResult> { TimeProvider = time }
            .AddRetry(
                new RetryStrategyOptions<ConnectorResult>
                {
                    // With three waits of at most eight seconds a send ends inside its lease.
                    MaxRetryAttempts = 3,
                    Delay = TimeSpan.FromSeconds(1),
                    MaxDelay = TimeSpan.FromSeconds(8),
                    BackoffType = DelayBackoffType.Exponential,
                    UseJitter = true,
                    ShouldHandle = static arguments =>
                        ValueTask.FromResult(
                            // A post goes back into its document instead: if the process ended while it waits here,
                            // nobody would know that it never left.
                            arguments.Context.Properties.GetValue(PolicyOf, OutboxPolicy.Post) != OutboxPolicy.Post
                                && (
                                    arguments.Outcome.Result
                                        is {
                                            Outcome: Outcome.Retry,
                                            ErrorCode: not OwnLimit,
                                            RetryAfter: null or { TotalSeconds: <= 8 }
                                        }
                                    || (
                                        arguments.Outcome.Result is { Outcome: Outcome.InDoubt }
                                        && arguments.AttemptNumber == 0
                                    )
                                )
                        ),
                    DelayGenerator = static arguments => ValueTask.FromResult(arguments.Outcome.Result?.RetryAfter),
                }
            )
            .Build();
    }

    /// <param name="permit">Room that was set aside for this entry; null when it has to find its own.</param>
    public async Task<Delivery> SendAsync(
        OutboxEntry entry,
        ConversationReference? chat,
        SendPermit? permit,
        CancellationToken cancellationToken
    )
    {
        using var span = Spans.Begin("send", ActivityKind.Client)?.SetTag("milestones.policy", entry.Policy.ToString());
        if (entry.ToDocument is { } document)
        {
            return await DeliverAsync(entry, document, cancellationToken);
        }

        if ((entry.To ?? chat) is not { } to)
        {
            permit?.Return();
            Count(entry, Outcome.Gone);
            return new Delivery(entry.Id, Settled: true, Gone: "NoConversation");
        }

        var sending = new Sending(entry, to, permit);
        var context = ResilienceContextPool.Shared.Get(cancellationToken);
        context.Properties.Set(PolicyOf, entry.Policy);
        try
        {
            var result = await _retries.ExecuteAsync(
                static async (ctx, state) => await state.This.LimitedCallAsync(state.sending, ctx.CancellationToken),
                context,
                (This: this, sending)
            );
            return Settle(sending, result);
        }
        catch (OperationCanceledException)
        {
            // The process is stopping: the entry's lease runs out and another one takes it.
            return new Delivery(entry.Id, Settled: false, entry.Attempts, entry.LookAgainAt);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private async Task<Delivery> DeliverAsync(OutboxEntry entry, DocumentKey to, CancellationToken cancellationToken)
    {
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            var message = JsonSerializer.Deserialize(entry.Activity.Utf8.Span, Stored)!;
            await _messages().Invoke(entry.Id, to, message, cancellationToken);
            Count(entry, Outcome.Ok);
            return new Delivery(entry.Id, Settled: true);
        }
        catch (Exception e)
            when (e is StoreUnavailableException or OperationCanceledException or JsonException or NotSupportedException
            )
        {
            Count(entry, Outcome.Retry);
            // A message that cannot be read waits too: a newer version of the bot, which wrote it, will know it.
            return new Delivery(entry.Id, Settled: false, entry.Attempts, _time.GetUtcNow() + LaterOn);
        }
    }

    /// <summary>
    /// Each call, repetitions included, waits for its turn, as long as the entry's lease leaves time for the call and
    /// for the commit that notes it:
    /// later another process would send it too.
    /// </summary>
    private async ValueTask<ConnectorResult> LimitedCallAsync(Sending sending, CancellationToken cancellationToken)
    {
        var (entry, to) = (sending.Entry, sending.To);
        var ending = OutboxState.IsRepeated(entry.Policy)
            ? ConnectorTransport.Limit
            : _options.Idle + _options.Pause + (_options.Lease / 10);
        var patience = entry.LookAgainAt - _time.GetUtcNow() - ending;
        var wait = sending.Permit is { } permit
            ? _limits.Use(permit, to.TenantId, to.ConversationId)
            : await _limits.AcquireAsync(
                to.TenantId,
                to.ConversationId,
                entry.Policy,
                patience > TimeSpan.Zero ? patience : TimeSpan.Zero,
                cancellationToken
            );
        if (wait > TimeSpan.Zero)
        {
            sending.ComeBackAfter = wait;
            return new ConnectorResult(Outcome.Retry, RetryAfter: wait, ErrorCode: OwnLimit);
        }

        var result = await CallAsync(_connector, entry, to, cancellationToken);
        sending.InDoubt |= result.Outcome == Outcome.InDoubt;
        if (result.Status == StatusCodes.Status429TooManyRequests)
            Measures.Throttled.Add(1);
        if (result is { Outcome: Outcome.Retry, RetryAfter: { } asked })
            _limits.Refused(to.TenantId, to.ConversationId, asked);
        else if (result.IsOk)
            _limits.Accepted(to.TenantId);
        return result;
    }

    private static Task<ConnectorResult> CallAsync(
        ConnectorClient connector,
        OutboxEntry entry,
        ConversationReference to,
        CancellationToken cancellationToken
    ) =>
        entry switch
        {
            { Call: OutboxCall.Update, ActivityId: { } id } => connector.UpdateAsync(
                to,
                id,
                entry.Activity.Utf8,
                cancellationToken
            ),
            { Call: OutboxCall.Delete, ActivityId: { } id } => connector.DeleteAsync(to, id, cancellationToken),
            _ => connector.SendAsync(to, entry.Activity.Utf8, cancellationToken),
        };

    private Delivery Settle(Sending sending, ConnectorResult result)
    {
        var (entry, now) = (sending.Entry, _time.GetUtcNow());
        Count(entry, result.Outcome);
        switch (result.Outcome)
        {
            case Outcome.Ok:
                return new Delivery(entry.Id, Settled: true, ActivityId: result.Id);
            case Outcome.Gone:
                Log.Gone(_logger, entry.Policy, result.Status, result.ErrorCode);
                return new Delivery(entry.Id, Settled: true, Gone: result.ErrorCode ?? $"Http{result.Status}");
            case Outcome.Rejected:
                Log.Rejected(_logger, entry.Policy, result.Status, result.ErrorCode);
                return new Delivery(entry.Id, Settled: true) { Refused = result.ErrorCode ?? $"Http{result.Status}" };
            case Outcome.InDoubt when !OutboxState.IsRepeated(entry.Policy):
                Log.InDoubt(_logger, entry.Policy, result.Status);
                return new Delivery(entry.Id, Settled: true, InDoubt: true);
            case Outcome.InDoubt:
                return new Delivery(entry.Id, Settled: false, entry.Attempts, now + LaterOn);
            default:
                // Surely not delivered, unless an earlier call is in doubt: it may be tried again, and does not count
                // as an attempt.
                var wait =
                    sending.ComeBackAfter
                    ?? (
                        entry.Policy == OutboxPolicy.Post && result.RetryAfter is { } asked
                            ? asked + (asked * (Random.Shared.NextDouble() / 4))
                        : result.RetryAfter > LaterOn ? result.RetryAfter.Value
                        : LaterOn
                    );
                return new Delivery(
                    entry.Id,
                    Settled: false,
                    sending.InDoubt ? entry.Attempts : entry.Attempts - 1,
                    now + wait
                );
        }
    }

    private void Count(OutboxEntry entry, Outcome outcome)
    {
        var policy = Measures.Tag("policy", entry.Policy);
        Measures.Sends.Add(1, policy, Measures.Tag("outcome", outcome));
        if (outcome == Outcome.Ok)
            Measures.OutboxAge.Record((_time.GetUtcNow() - entry.Born).TotalSeconds, policy);
    }

    /// <summary>One entry on its way, through all its calls.</summary>
    private sealed class Sending(OutboxEntry entry, ConversationReference to, SendPermit? permit)
    {
        public OutboxEntry Entry => entry;

        public ConversationReference To => to;

        public SendPermit? Permit => permit;

        /// <summary>A call of it may have arrived.</summary>
        public bool InDoubt { get; set; }

        /// <summary>Our own limits had no room for it before its lease ends.</summary>
        public TimeSpan? ComeBackAfter { get; set; }
    }

    private static partial class Log
    {
        [LoggerMessage(
            1101,
            LogLevel.Information,
            "A message ({Policy}) cannot be delivered any more: {Status} {Code}."
        )]
        public static partial void Gone(ILogger logger, OutboxPolicy policy, int status, string? code);

        [LoggerMessage(
            1102,
            LogLevel.Error,
            "A message ({Policy}) was refused: {Status} {Code}. It is at fault itself and is not sent again."
        )]
        public static partial void Rejected(ILogger logger, OutboxPolicy policy, int status, string? code);

        [LoggerMessage(
            1103,
            LogLevel.Warning,
            "A message ({Policy}) may or may not have arrived: {Status}. It is not sent again."
        )]
        public static partial void InDoubt(ILogger logger, OutboxPolicy policy, int status);
    }
}
