using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Milestones.Channel.Teams;
using Milestones.Tests.Support;
using Xunit.Abstractions;

namespace Milestones.Tests.Teams;

public sealed class ActivityReaderTests(ITestOutputHelper output)
{
    private static readonly string[] Fragments =
    [
        "null",
        "true",
        "1e999",
        "-0",
        "\"\"",
        "\"\\ud83d\"",
        "\"\\u0000\"",
        "[]",
        "{}",
        "[[[[",
        "}}",
        ",",
        ":",
        "\"type\":",
        "\\",
        "\u202e",
        "\"id\":7,",
        "\ufeff",
    ];

    public static TheoryData<string, string> Refused =>
        new()
        {
            { "", "The body is empty." },
            { "   ", "The body is not valid JSON" },
            { "null", "The body is not an object." },
            { "[]", "The body is not an object." },
            { "\"message\"", "The body is not an object." },
            { "12", "The body is not an object." },
            { "{", "The body is not valid JSON" },
            { Recorded.PersonalMessage + "{}", "The body is not valid JSON" },
            { Recorded.PersonalMessage[..^10], "The body is not valid JSON" },
            { With("\"type\":\"message\"", "\"type\":7"), "no type" },
            { With("\"id\":\"1789552800123\",", ""), "no id" },
            { With("\"id\":\"1789552800123\"", "\"id\":1789552800123"), "no id" },
            { With("\"id\":\"1789552800123\"", "\"id\":\"\""), "no id" },
            { With("\"channelId\":\"msteams\",", ""), "no channelId" },
            { With("\"serviceUrl\"", "\"serviceUri\""), "no serviceUrl" },
            { With("\"from\"", "\"fromm\""), "no from.id" },
            { With("\"from\":{\"id\":\"29:1Xq7bOV3-student\",", "\"from\":{"), "no from.id" },
            { With("\"from\":{\"id\":\"29:1Xq7bOV3-student\"", "\"from\":{\"id\":{\"a\":1}"), "no from.id" },
            { With("\"recipient\"", "\"receiver\""), "no recipient.id" },
            { With("\"conversation\"", "\"conversatiom\""), "no conversation.id" },
            { With("\"id\":\"a:1pL6i0oY3C0K8oAj8\"", "\"id\":null"), "no conversation.id" },
            {
                With(
                    "\"from\":{\"id\":\"29:1Xq7bOV3-student\",\"name\":\"Sam Rivera\","
                        + "\"aadObjectId\":\"aaaaaaaa-0000-0000-0000-000000000001\"}",
                    "\"from\":\"29:1Xq7\""
                ),
                "$.from is not"
            },
            { With("\"type\":\"message\"", "\"type\":\"invoke\""), "no name" },
            { With("\"type\":\"message\"", "\"type\":\"message\",\"type\":\"invoke\""), "same name twice" },
            // The same name, escaped
            { With("\"type\":\"message\"", "\"type\":\"message\",\"\\u0074ype\":\"invoke\""), "same name twice" },
            {
                With("\"type\":\"message\"", "\"type\":\"message\",\"x\":{\"a\":[{\"b\":1,\"b\":2}]}"),
                "same name twice"
            },
            { With("better at math\",\"textFormat", "better \\ud800 math\",\"textFormat"), "surrogate" },
            { With("better at math\",\"textFormat", "better \\udc00\\ud800 math\",\"textFormat"), "surrogate" },
            { With("\"type\":\"message\"", "\"type\":\"message\",\"\\ud83d\":1"), "surrogate" },
            {
                With("\"type\":\"message\"", $"\"type\":\"message\",\"x\":{new string('[', 70)}{new string(']', 70)}"),
                "nested too deeply"
            },
            {
                With(
                    "\"type\":\"message\"",
                    $"\"type\":\"message\",\"x\":{{"
                        + $"{string.Join(',', Enumerable.Range(0, 600).Select(i => $"\"m{i}\":1"))}}}"
                ),
                "more than 512 members"
            },
        };

    public static TheoryData<string> Tolerated =>
        [
            With("\"type\":\"message\"", "\"type\":\"message\",\"novel\":{\"a\":[1,2,{\"b\":null}]}"),
            With("\"type\":\"message\"", "\"type\":\"somethingNew\""),
            With("\"textFormat\":\"plain\"", "\"textFormat\":{\"a\":1}"),
            With("\"timestamp\":\"2026-09-16T10:00:00.123Z\"", "\"timestamp\":\"tomorrow\""),
            With("\"timestamp\":\"2026-09-16T10:00:00.123Z\"", "\"timestamp\":[1]"),
            With("\"entities\":[", "\"entities\":[1,\"a\",null,[],{\"type\":{},\"mentioned\":5},"),
            With("\"attachments\":[", "\"attachments\":[7,{\"content\":3,\"contentType\":[]},"),
            With(
                "\"channelData\":{\"tenant\":{\"id\":\"11111111-1111-1111-1111-111111111111\"}}",
                "\"channelData\":\"text\""
            ),
            With(
                "\"channelData\":{\"tenant\":{\"id\":\"11111111-1111-1111-1111-111111111111\"}}",
                "\"channelData\":{\"team\":[],\"settings\":{\"selectedChannel\":1},"
                    + "\"notification\":{\"alert\":\"yes\"}}"
            ),
            With("\"locale\":\"en-US\",\n", "\"locale\":null,\"membersAdded\":{},\"value\":\"text\",\n"),
            "\ufeff" + Recorded.PersonalMessage,
            With("i want to get better at math\",", "\\ud83d\\ude00 \\u0000 \\u202e\","),
        ];

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_is_no_activity_is_refused_with_a_word_why(string body, string problem)
    {
        var read = ActivityReader.Read(Encoding.UTF8.GetBytes(body));

        Assert.Equal((null, 400), (read.Activity, read.Status));
        Assert.Contains(problem, read.Problem, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Tolerated))]
    public void What_is_new_or_misplaced_is_passed_over(string body)
    {
        var read = ActivityReader.Read(Encoding.UTF8.GetBytes(body));

        Assert.Null(read.Problem);
        Use(read.Activity!);
    }

    [Theory]
    [InlineData(new byte[] { 0xC3, 0x28 })]
    [InlineData(new byte[] { 0xED, 0xA0, 0x80 })] // a surrogate, encoded
    [InlineData(new byte[] { 0xC0, 0xAF })] // longer than needed
    [InlineData(new byte[] { 0xF8, 0x88, 0x80, 0x80, 0x80 })]
    public void Bytes_that_are_not_utf8_are_refused(byte[] bytes)
    {
        var body = Encoding.UTF8.GetBytes(Recorded.PersonalMessage).AsSpan();
        var at = body.IndexOf("math"u8);

        var read = ActivityReader.Read([.. body[..at], .. bytes, .. body[at..]]);

        Assert.Equal((400, "The body is not valid UTF-8."), (read.Status, read.Problem));
    }

    [Fact]
    public void A_text_of_100_KB_is_read_in_full()
    {
        var text = new string('é', 50 * 1024);

        var read = ActivityReader.Read(Encoding.UTF8.GetBytes(With("i want to get better at math\",", text + "\",")));

        Assert.Equal(text, read.Activity!.Text);
    }

    [Fact]
    public void However_a_body_is_broken_it_is_read_or_refused()
    {
        var change =
            from kind in Gen.Choose(0, 4)
            from at in Gen.Choose(0, int.MaxValue)
            from length in Gen.Choose(0, 40)
            from fragment in Gen.Elements(Fragments)
            select (kind, at, length, fragment);
        var cases =
            from body in Gen.Elements<string>(Recorded.Each)
            from changes in change.NonEmptyListOf()
            select changes.Aggregate(Encoding.UTF8.GetBytes(body), Change);

        PropertyRuns.Check(
            Prop.ForAll(
                cases.ToArbitrary(),
                body =>
                {
                    var read = ActivityReader.Read(body);
                    if (read.Activity is { } activity)
                        Use(activity);
                    return read.Activity is null ? read.Status == 400 && read.Problem is not null : read.Status == 200;
                }
            ),
            Config.QuickThrowOnFailure.WithMaxTest(2000),
            output
        );
    }

    // What the bot does with any activity must not throw either.
    private static void Use(Activity activity)
    {
        _ = SpokenText.Of(activity);
        _ = CardInputs.Of(activity.Value);
        _ = activity.Files.Count();
        _ = (activity.TimeZone, activity.TenantId, activity.GetConversationReference());
        _ = AdaptiveCardAction.TryRead(activity.Value);
        _ = TaskModule.Read(activity.Value);
        _ = MessagingExtensionQuery.TryRead(activity.Value);
        _ = MessagingExtensionAction.TryRead(activity.Value);
    }

    private static byte[] Change(byte[] body, (int Kind, int At, int Length, string Fragment) change)
    {
        var at = change.At % (body.Length + 1);
        var end = Math.Min(body.Length, at + change.Length);
        return change.Kind switch
        {
            0 => [.. body[..at], .. body[end..]],
            1 => [.. body[..end], .. body[at..]],
            2 => [.. body[..at], .. Encoding.UTF8.GetBytes(change.Fragment), .. body[end..]],
            3 => [.. body[..at], (byte)change.Length, .. body[at..]],
            _ => [.. body[..at], (byte)(change.At >> 8), .. body[end..]],
        };
    }

    private static string With(string part, string other)
    {
        Assert.Contains(part, Recorded.PersonalMessage, StringComparison.Ordinal);
        return Recorded.PersonalMessage.Replace(part, other, StringComparison.Ordinal);
    }
}
