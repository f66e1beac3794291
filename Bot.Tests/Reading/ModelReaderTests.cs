using System.Diagnostics.Metrics;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Milestones.Language;
using Milestones.Language.Opinions;
using Milestones.Language.Wanted;
using Milestones.Reading;
using Milestones.Tests.Support;

namespace Milestones.Tests.Reading;

/// <summary>A model on loopback answers, keeps one waiting, fails and talks nonsense; every end is a value.</summary>
public sealed class ModelReaderTests : IAsyncLifetime, IDisposable
{
    private const string Words = "the secret thing again";

    private static readonly OpinionAsked Question = new(
        Words,
        Place.AskedPlan,
        new DateOnly(2026, 9, 16),
        TextLanguage.English
    )
    {
        GoalSent = "fractions",
    };

    private readonly TimeByHand _clock = new(PureChat.Monday);
    private readonly LogBook _log = new();
    private readonly LoggerFactory _logs;
    private readonly HttpClient _http = new();
    private ModelStub _model = null!;
    private ModelReader _reader = null!;

    public ModelReaderTests() => _logs = new([_log]);

    public async Task InitializeAsync()
    {
        _model = await ModelStub.StartAsync();
        _reader = new(
            ModelConnection.Open(new() { Endpoint = _model.Endpoint, Name = "stub" }, _http),
            _clock,
            _logs.CreateLogger<ModelReader>()
        );
    }

    public Task DisposeAsync() => _model.DisposeAsync().AsTask();

    public void Dispose()
    {
        _http.Dispose();
        _logs.Dispose();
        _log.Dispose();
    }

    [Fact]
    public async Task An_answer_is_a_filled_form()
    {
        _model.Answers = _ =>
            """{"intent":"answer","fits":true,"target":80.5,"day_words":"friday","concern":null,"extra":[1]}""";

        var (end, answer) = await ReadAsync();

        Assert.Equal(SecondEnd.Answered, end);
        Assert.True(
            answer is { Intent: "answer", Fits: true, Target: 80.5, DayWords: "friday", Concern: null, Misfit: null }
        );
    }

    [Fact]
    public async Task It_is_asked_with_a_fixed_form_and_told_the_sentence_alone()
    {
        await ReadAsync();

        using var request = JsonDocument.Parse(Assert.Single(_model.Requests));
        var root = request.RootElement;
        Assert.Equal("stub", root.GetProperty("model").GetString());
        Assert.Equal(0, root.GetProperty("temperature").GetDouble());
        Assert.False(root.TryGetProperty("user", out _));
        var form = root.GetProperty("response_format").GetProperty("json_schema");
        Assert.True(form.GetProperty("strict").GetBoolean());
        var fields = form.GetProperty("schema").GetProperty("properties");
        Assert.Equal(typeof(OpinionAnswer).GetProperties().Length, fields.EnumerateObject().Count());
        Assert.Equal(
            Enum.GetValues<Intent>().Length + 1,
            fields.GetProperty("intent").GetProperty("enum").GetArrayLength()
        );
        Assert.Equal(
            """{"place":"asked_plan","goal":"fractions","goal_counts":null,"goal_target":null,"goal_now":null,"""
                + $$"""
                "today":"2026-09-16, Wednesday","sentence":"{{Words}}"}
                """,
            Assert.Single(_model.Asked).GetRawText()
        );
    }

    [Fact]
    public void Every_intent_is_explained_to_it() =>
        Assert.All(
            Enum.GetValues<Intent>(),
            intent => Assert.Contains($"\n- {Names.Of(intent)}: ", Instructions.Text, StringComparison.Ordinal)
        );

    public static TheoryData<int, string?, string> Failures { get; } =
        new()
        {
            { 500, "upstream broke", "" },
            { 401, """{"error":{"message":"no key"}}""", "" },
            { 429, "{}", "" },
            { 302, "", "" },
            { 200, "<html>a login page</html>", "" },
            { 200, "", "" },
            { 200, "{}", "" },
            { 200, """{"choices":[]}""", "" },
            { 200, "null", "" },
            { 200, null, "" },
            { 200, null, """{"intent":"answ""" },
            { 200, null, "I think the student wants to answer." },
            { 200, null, "null" },
            { 200, null, """{"target":"80"}""" },
            { 200, null, """[{"intent":"answer"}]""" },
            { 200, null, """{"intent":""" + new string('[', 5000) },
        };

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task What_cannot_be_read_is_no_answer_and_no_word_of_it_is_logged(
        int status,
        string? body,
        string answer
    )
    {
        (_model.Status, _model.Body) = (status, body);
        _model.Answers = _ => answer;

        var read = await ReadAsync();

        Assert.Null(read.Answer);
        Assert.Equal(SecondEnd.Failed, read.End);
        Assert.Single(_model.Asked); // once, whatever it says
        Assert.DoesNotContain(
            _log.Lines,
            line =>
                line.Contains("secret", StringComparison.Ordinal)
                || (answer.Length > "null".Length && line.Contains(answer, StringComparison.Ordinal))
        );
    }

    [Fact]
    public async Task After_two_seconds_nobody_waits()
    {
        _model.Waits = true;
        var reading = ReadAsync();
        await _model.ArrivedAsync();
        _clock.Advance(ModelReader.Limit - TimeSpan.FromMilliseconds(1));
        Assert.False(reading.IsCompleted);

        _clock.Advance(TimeSpan.FromMilliseconds(1));

        Assert.Equal(SecondEnd.Late, (await reading.WaitAsync(ConnectorStub.Patience)).End);
    }

    [Fact]
    public async Task Nobody_there_is_a_failure()
    {
        await _model.DisposeAsync();
        Assert.Equal(SecondEnd.Failed, (await ReadAsync()).End);
    }

    [Fact]
    public async Task What_fails_time_after_time_is_left_alone_for_a_while()
    {
        _model.Status = 500;
        for (var times = 0; times < ModelReader.Telling; times++)
            Assert.Equal(SecondEnd.Failed, (await ReadAsync()).End);
        var resting = await ReadAsync();
        Assert.Equal((SecondEnd.Rested, false), (resting.End, resting.WasSent));
        Assert.Equal(ModelReader.Telling, _model.Asked.Count);
        Assert.Single(_log.Lines, line => line.Contains("failed time after time", StringComparison.Ordinal));

        _model.Status = 200;
        _clock.Advance(ModelReader.Rest);

        Assert.Equal(SecondEnd.Answered, (await ReadAsync()).End);
        Assert.Equal(SecondEnd.Answered, (await ReadAsync()).End);
    }

    [Fact]
    public async Task Who_gives_up_is_not_told_of_a_failure()
    {
        _model.Waits = true;
        using var stopping = new CancellationTokenSource();
        var reading = _reader.ReadAsync(Question, stopping.Token);
        await _model.ArrivedAsync();
        await stopping.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
    }

    [Fact]
    public async Task Each_end_is_counted()
    {
        var ends = new List<string>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listening) =>
            {
                if (instrument.Meter.Name == ModelReader.MeterName)
                    listening.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>(
            (_, _, tags, _) =>
            {
                lock (ends)
                    ends.Add((string)tags[0].Value!);
            }
        );
        listener.Start();

        await ReadAsync();
        _model.Status = 500;
        await ReadAsync();

        lock (ends)
        {
            Assert.Contains("answered", ends);
            Assert.Contains("failed", ends);
        }
    }

    private Task<SecondAnswer> ReadAsync() => _reader.ReadAsync(Question, CancellationToken.None);
}
