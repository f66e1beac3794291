using System.Net.Http.Headers;
using Milestones.Bench.Load;

namespace Milestones.Bench.Durability;

/// <summary>A student who says one thing after the other, each until it is acknowledged, and counts what was.</summary>
internal sealed class TalkingStudent(ScriptedStudent student, HttpClient http, string serviceUrl)
{
    /// <summary>A goal with its steps, and then progress, of which every entry counts.</summary>
    public static IReadOnlyList<string> Messages { get; } =
    [.. ScriptedStudent.Dialog, "yes", "got 60 on the quiz", "got 62 on the quiz", "got 65 on the quiz", "my goals"];

    private bool _again;

    public ScriptedStudent Student => student;

    /// <summary>Messages answered with 2xx so far.</summary>
    public int Acknowledged { get; private set; }

    /// <summary>Times a message was sent that had been sent before.</summary>
    public int Repeated { get; private set; }

    public bool Done => Acknowledged == Messages.Count;

    /// <summary>The message of a turn as it is sent.</summary>
    public byte[] Says(int turn) => student.Says(turn, Messages[turn], serviceUrl);

    /// <summary>Goes on until everything is acknowledged, or until no bot answers.</summary>
    /// <param name="bot">A bot that is up, to send the next message to; null when none is.</param>
    /// <param name="failed">Told of a bot that did not answer.</param>
    public async Task TalkAsync(Func<BotInstance?> bot, Action<BotInstance> failed, Action acknowledged)
    {
        while (!Done && bot() is { } to)
        {
            Repeated += _again ? 1 : 0;
            _again = !await IsTakenAsync(to, Acknowledged, failed);
            if (!_again)
            {
                Acknowledged++;
                acknowledged();
            }
        }
    }

    /// <summary>Sends something again that was acknowledged already.</summary>
    public async Task RepeatAsync(int turn, BotInstance to)
    {
        if (!await IsTakenAsync(to, turn, _ => { }))
        {
            throw new InvalidOperationException(
                $"A message that was sent again was refused. The bot wrote: {to.Output}"
            );
        }
    }

    private async Task<bool> IsTakenAsync(BotInstance to, int turn, Action<BotInstance> failed)
    {
        using var content = new ByteArrayContent(Says(turn));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        try
        {
            using var response = await http.PostAsync(to.Messages, content);
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            failed(to);
            return false;
        }
    }
}
