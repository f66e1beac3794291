namespace Milestones.Tests.Teams;

/// <summary>Activities as Teams sends them; people and ids are invented.</summary>
internal static class Recorded
{
    public const string ServiceUrl = "https://smba.trafficmanager.net/amer/";
    public const string Tenant = "11111111-1111-1111-1111-111111111111";

    private const string Envelope = """
        "channelId":"msteams","serviceUrl":"https://smba.trafficmanager.net/amer/","
            + ""timestamp":"2026-09-16T10:00:00.123Z",
        "localTimestamp":"2026-09-16T05:00:00.123-05:00","localTimezone":"America/Chicago","locale":"en-US",
        "from":{"id":"29:1Xq7bOV3-student","name":"Sam Rivera","aadObjectId":"aaaaaaaa-0000-0000-0000-000000000001"},
        "recipient":{"id":"28:22222222-2222-2222-2222-222222222222","name":"Milestones"}
        """;

    private const string Personal = """
        "conversation":{"conversationType":"personal","tenantId":"11111111-1111-1111-1111-111111111111","id":"a:1pL6i0oY3C0K8oAj8"}
        """;

    private const string Channel = """
        "conversation":{"isGroup":true,"conversationType":"channel","tenantId":"11111111-1111-1111-1111-111111111111",
          "id":"19:2f3c4d@thread.tacv2;messageid=1789552800000"},
        "channelData":{"teamsChannelId":"19:2f3c4d@thread.tacv2","teamsTeamId":"19:0a1b2c@thread.tacv2","channel":{"id":"19:2f3c4d@thread.tacv2"},
          "team":{"id":"19:0a1b2c@thread.tacv2"},"tenant":{"id":"11111111-1111-1111-1111-111111111111"}}
        """;

    public const string PersonalMessage = $$$"""
        {"text":"i want to get better at math","textFormat":"plain","attachments":[{"contentType":"text/html","content":"<div>i want to get better at math</div>"}],
        "type":"message","id":"1789552800123",{{{Envelope}}},{{{Personal}}},
        "entities":[{"locale":"en-US","country":"US","platform":"iOS","timezone":"America/New_York","type":"clientInfo"}],
        "channelData":{"tenant":{"id":"11111111-1111-1111-1111-111111111111"}}
        }
        """;

    public const string ChannelMessage = $$$"""
        {"type":"message","id":"1789552800456","textFormat":"plain","
            + ""text":"<at>Milestones</at>\u00a0shout-out for <at>Ana</at> please\n",
        "entities":[{"mentioned":{"id":"28:22222222-2222-2222-2222-222222222222","name":"Milestones"},"text":"<at>Milestones</at>","type":"mention"},
          {"mentioned":{"id":"29:1Ana","name":"Ana"},"text":"<at>Ana</at>","type":"mention"}],{{{Envelope}}},{{{Channel}}}
        }
        """;

    public const string CardSubmit = $$$"""
        {"type":"message","id":"f:5517","value":{"verb":"goal.save","goal":"g1","measure":"80","when":true,"n":3,"list":[1]},"replyToId":"1789552799000",{{{Envelope}}},{{{Personal}}}
        }
        """;

    public const string BotAddedToTeam = $$$"""
        {"membersAdded":[{"id":"28:22222222-2222-2222-2222-222222222222"}],"
            + ""type":"conversationUpdate","id":"f:98210cbf",
        "channelId":"msteams","serviceUrl":"https://smba.trafficmanager.net/amer/","timestamp":"2026-09-16T10:00:00Z",
        "from":{"id":"29:1Teacher","aadObjectId":"aaaaaaaa-0000-0000-0000-000000000009"},"recipient":{"id":"28:22222222-2222-2222-2222-222222222222","name":"Milestones"},
        "conversation":{"isGroup":true,"conversationType":"channel","tenantId":"11111111-1111-1111-1111-111111111111","id":"19:0a1b2c@thread.tacv2"},
        "channelData":{"settings":{"selectedChannel":{"id":"19:0a1b2c@thread.tacv2"}},"eventType":"teamMemberAdded",
          "team":{"aadGroupId":"bbbbbbbb-0000-0000-0000-000000000001","name":"Period 3 Math","id":"19:0a1b2c@thread.tacv2"},
          "tenant":{"id":"11111111-1111-1111-1111-111111111111"}}
        }
        """;

    public const string AdaptiveCardAction = $$$"""
        {"name":"adaptiveCard/action","type":"invoke","id":"f:0df7a3","
            + ""value":{"action":{"type":"Action.Execute","id":"save","verb":"goal.save",
          "data":{"verb":"goal.save","goal":"g1","title":"Fractions"}},"trigger":"manual"},"replyToId":"1789552799000",{{{Envelope}}},{{{Personal}}}
        }
        """;

    public const string ReactionAdded = $$$"""
        {"reactionsAdded":[{"type":"like"}],"type":"messageReaction","id":"f:1d2b","replyToId":"1789552799000",{{{Envelope}}},{{{Personal}}}
        }
        """;

    public const string MessageEdited = $$$"""
        {"type":"messageUpdate","id":"1789552800123","text":"i want to get better at fractions","textFormat":"plain",{{{Envelope}}},{{{Personal}}},
        "channelData":{"eventType":"editMessage","tenant":{"id":"11111111-1111-1111-1111-111111111111"}}
        }
        """;

    public const string MessageDeleted = $$$"""
        {"type":"messageDelete","id":"1789552800123",{{{Envelope}}},{{{Personal}}},
        "channelData":{"eventType":"softDeleteMessage","tenant":{"id":"11111111-1111-1111-1111-111111111111"}}
        }
        """;

    /// <param name="action"><c>add</c>, <c>remove</c>, <c>add-upgrade</c> or <c>remove-upgrade</c>.</param>
    public static string InstallationUpdate(string action) =>
        $$$"""
            {"action":"{{{action}}}","type":"installationUpdate","id":"f:{{{action}}}",{{{Envelope}}},{{{Personal}}},
            "channelData":{"settings":{"selectedChannel":{"id":"a:1pL6i0oY3C0K8oAj8"}},"tenant":{"id":"11111111-1111-1111-1111-111111111111"},"source":{"name":"message"}}
            }
            """;

    /// <summary>A personal message that claims to come from somewhere else.</summary>
    public static string MessageFrom(string serviceUrl, string? tenant = Tenant, string channelId = "msteams") =>
        PersonalMessage
            .Replace(ServiceUrl, serviceUrl, StringComparison.Ordinal)
            .Replace(Tenant, tenant, StringComparison.Ordinal)
            .Replace("\"channelId\":\"msteams\"", $"\"channelId\":\"{channelId}\"", StringComparison.Ordinal);

    public static TheoryData<string> All => new(Each);

    public static IReadOnlyList<string> Each { get; } =
    [
        PersonalMessage,
        ChannelMessage,
        CardSubmit,
        BotAddedToTeam,
        AdaptiveCardAction,
        ReactionAdded,
        MessageEdited,
        MessageDeleted,
        InstallationUpdate("add"),
        InstallationUpdate("remove"),
        InstallationUpdate("add-upgrade"),
        InstallationUpdate("remove-upgrade"),
    ];
}
