using System.ClientModel;
using System.Diagnostics.Metrics;
using System.Text.Json;
using Azure.Identity;
using Microsoft.Extensions.AI;
using Milestones.Language.Opinions;
using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace Milestones.Reading;

/// <summary>
/// Asks a language model. It has two seconds; when it fails time after time it is left alone for a while. Every end is
/// counted on the metric <c>milestones.reading.opinions</c>; no word of a sentence or an answer is logged.
/// </summary>
internal sealed partial class ModelReader : ISecondReader
{
    public const string MeterName = "Milestones.Reading";

    /// <summary>From the question to the last byte of the answer.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(2);

    /// <summary>So long it is left alone.</summary>
    public static readonly TimeSpan Rest = TimeSpan.FromMinutes(1);

    /// <summary>So many questions within half a minute, half of them in vain, tell that it is down.</summary>
    public const int Telling = 4;

    /// <summary>Parts of a word; a filled form has about a hundred.</summary>
    private const int LongestAnswer = 400;

    private static readonly Meter ReadingMeter = new(MeterName);
    private static readonly Counter<long> Opinions = ReadingMeter.CreateCounter<long>(
        "milestones.reading.opinions",
        "{question}",
        "Questions to the school's language model, by how they ended"
    );

    private static readonly ChatOptions Asking = new()
    {
        Temperature = 0,
        MaxOutputTokens = LongestAnswer,
        ResponseFormat = ChatResponseFormat.ForJsonSchema(Form.Schema, Form.Name),
        AdditionalProperties = new() { ["strict"] = true },
    };

    private readonly IChatClient _model;
    private readonly ResiliencePipeline<OpinionAnswer> _pipeline;
    private readonly ILogger<ModelReader> _logger;

    public ModelReader(IChatClient model, TimeProvider time, ILogger<ModelReader> logger)
    {
        (_model, _logger) = (model, logger);
        _pipeline = new ResiliencePipelineBuilder<OpinionAnswer> { TimeProvider = time }
            .AddCircuitBreaker(
                new CircuitBreakerStrategyOptions<OpinionAnswer>
                {
                    FailureRatio = 0.5,
                    MinimumThroughput = Telling,
                    SamplingDuration = TimeSpan.FromSeconds(30),
                    BreakDuration = Rest,
                    OnOpened = _ =>
                    {
                        Log.Resting(logger, Rest);
                        return ValueTask.CompletedTask;
                    },
                }
            )
            .AddTimeout(new TimeoutStrategyOptions { Timeout = Limit })
            .Build();
    }

    public bool IsThere => true;

    public async Task<SecondAnswer> ReadAsync(OpinionAsked asked, CancellationToken cancellationToken)
    {
        var answer = await AskAsync(asked, cancellationToken);
        Opinions.Add(1, new KeyValuePair<string, object?>("end", Names.Of(answer.End)));
        return answer;
    }

    private async Task<SecondAnswer> AskAsync(OpinionAsked asked, CancellationToken cancellationToken)
    {
        try
        {
            return new(
                SecondEnd.Answered,
                await _pipeline.ExecuteAsync(
                    async (question, stopping) =>
                        Form.Read((await _model.GetResponseAsync(question, Asking, stopping)).Text),
                    Question(asked),
                    cancellationToken
                )
            );
        }
        catch (BrokenCircuitException)
        {
            return new(SecondEnd.Rested);
        }
        catch (TimeoutRejectedException)
        {
            return new(SecondEnd.Late);
        }
        catch (Exception e) when (IsOfModel(e) && !cancellationToken.IsCancellationRequested)
        {
            // The message of an exception may quote what was answered, and so what was written.
            Log.Failed(_logger, e.GetType().Name, (e as ClientResultException)?.Status);
            return new(SecondEnd.Failed);
        }
    }

    private static ChatMessage[] Question(OpinionAsked asked) =>
        [new(ChatRole.System, Instructions.Text), new(ChatRole.User, Form.Question(asked))];

    /// <summary>
    /// What a model, the way to it or its client's reading of an answer can throw: whatever it is, the turn goes on.
    /// </summary>
    private static bool IsOfModel(Exception e) =>
        e
            is ClientResultException
                or HttpRequestException
                or IOException
                or JsonException
                or AuthenticationFailedException
                or OperationCanceledException
                or InvalidOperationException
                or ArgumentException
                or FormatException
                or KeyNotFoundException;

    private static partial class Log
    {
        [LoggerMessage(
            5001,
            LogLevel.Warning,
            "The language model failed time after time; it is asked again in {Rest}. Unsure sentences are read as "
                + "without it."
        )]
        public static partial void Resting(ILogger logger, TimeSpan rest);

        [LoggerMessage(
            5002,
            LogLevel.Information,
            "The language model gave no answer that can be read: {Fault} {Status}"
        )]
        public static partial void Failed(ILogger logger, string fault, int? status);
    }
}
