using System.Globalization;
using System.Text;

namespace Milestones.Testing;

/// <summary>One invented student, who says one message a turn.</summary>
/// <param name="TimeZone">IANA name.</param>
internal sealed record ScriptedStudent(int Number, string TimeZone = "America/Chicago")
{
    public const string Tenant = "11111111-1111-1111-1111-111111111111";

    /// <summary>One coaching dialog as it is typed, from the first wish to a saved goal.</summary>
    public static IReadOnlyList<string> Dialog { get; } =
    [
        "i want to get better at math",
        "Fractions",
        "huh",
        "from 55 to 80 on the quizzes",
        "tutoring tuesday and ixl on sundays",
        "who sees this?",
        "in 6 weeks",
        "because i want to be ready for algebra",
        "7",
        "save",
    ];

    public string InTenant { get; init; } = Tenant;

    public string ObjectId { get; } = $"aaaaaaaa-0000-4000-8000-{Number:d12}";

    /// <summary>The id of the activity that says the message of this turn: the same each time it is sent.</summary>
    public string ActivityId(int turn) =>
        (1789552800000 + (Number * 1000L) + turn).ToString(CultureInfo.InvariantCulture);

    /// <summary>The message as Teams sends it, with what the bot has no use for.</summary>
    public byte[] Says(int turn, string text, string serviceUrl) =>
        Encoding.UTF8.GetBytes(
            $$"""
            {"text":"{{text}}","textFormat":"plain","attachments":[{"contentType":"text/html","content":"<div>{{text}}</div>"}],"type":"message","id":"{{ActivityId(
                turn
            )}}",
            "timestamp":"2026-09-16T10:00:00.123Z","localTimestamp":"2026-09-16T05:00:00.123-05:00","localTimezone":"{{TimeZone}}","locale":"en-US",
            "channelId":"msteams","serviceUrl":"{{serviceUrl}}","from":{"id":"29:1Xq7bOV3-{{Number}}","name":"Student {{Number}}","aadObjectId":"{{ObjectId}}"},
            "conversation":{"conversationType":"personal","tenantId":"{{InTenant}}","id":"a:1pL6i0oY3C0K8oAj8-{{Number}}"},
            "recipient":{"id":"28:22222222-2222-2222-2222-222222222222","name":"Milestones"},
            "entities":[{"locale":"en-US","country":"US","platform":"iOS","timezone":"{{TimeZone}}","type":"clientInfo"}],
            "channelData":{"tenant":{"id":"{{InTenant}}"} } }
            """
        );
}
