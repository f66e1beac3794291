using Milestones.Cards;
using Milestones.Localization;
using Milestones.School;

namespace Milestones.Features.Safety;

/// <summary>
/// What an adult is shown: who, what kind of concern, and how to begin. Never a word of what was written.
/// </summary>
internal static class AlertCards
{
    public static Card Call(Classroom classroom, ClassAlert alert, DateTimeOffset now, Voice voice)
    {
        var title = voice.Say("Alert.Title", ("name", Name(alert, voice)));
        (string, string)[] data = [("class", classroom.Key.Partition), ("alert", alert.Alert.Id)];
        return CardParts.Framed(
            title,
            [
                CardParts.Heading(Markdown.Escape(title)),
                new TextBlock(alert.Alert.IsAsked ? voice["Alert.Asked"] : voice[$"Alert.Kind.{alert.Alert.Concern}"]),
                new TextBlock(
                    Markdown.Escape(
                        voice.Say(
                            "Alert.Where",
                            ("class", classroom.Name ?? voice["Class.NoName"]),
                            ("ago", Ago(now - alert.Alert.RaisedAt, voice))
                        )
                    )
                )
                {
                    IsSubtle = true,
                    Size = "small",
                },
                .. alert.LastToldAt is null
                    ? Array.Empty<CardElement>()
                    : [new TextBlock(voice["Alert.Again"]) { Weight = "bolder" }],
                new TextBlock(voice["Alert.How"]) { Weight = "bolder", Spacing = "medium" },
                .. voice.List("Alert.Dos").Select(text => new TextBlock($"• {text}") { Spacing = "small" }),
                new TextBlock(voice["Alert.NoWords"])
                {
                    IsSubtle = true,
                    Size = "small",
                    Spacing = "medium",
                },
                new ActionSet(
                    new Execute(voice["Alert.OnIt"], AlertVerbs.OnIt, data) { Style = "positive" },
                    new Execute(voice["Alert.FalseAlarm"], AlertVerbs.FalseAlarm, data)
                ),
            ],
            voice.Culture
        );
    }

    /// <summary>The call once this adult has answered it: nothing left to tap.</summary>
    public static Card Answered(ClassAlert alert, bool falseAlarm, Voice voice)
    {
        var title = voice.Say(
            falseAlarm ? "Alert.Closed.FalseAlarm" : "Alert.Closed.OnIt",
            ("name", Name(alert, voice))
        );
        return CardParts.Framed(
            title,
            [
                CardParts.Heading(Markdown.Escape(title)),
                .. falseAlarm
                    ? Array.Empty<CardElement>()
                    :
                    [
                        new TextBlock(voice["Alert.Closed.Thanks"]),
                        .. voice.List("Alert.Dos").Select(text => new TextBlock($"• {text}")),
                    ],
            ],
            voice.Culture
        );
    }

    public static string Taken(ClassAlert alert, AlertHandling handling, Voice voice) =>
        voice.Say(
            handling.FalseAlarm ? "Alert.Taken.FalseAlarm" : "Alert.Taken.OnIt",
            ("name", Name(alert, voice)),
            ("by", handling.ByName ?? voice["Class.Somebody"])
        );

    public static string Name(ClassAlert alert, Voice voice) => alert.StudentName ?? voice["Alert.NoName"];

    private static string Ago(TimeSpan time, Voice voice) =>
        time < TimeSpan.FromMinutes(2) ? voice["Alert.Ago.Now"]
        : time < TimeSpan.FromHours(2) ? voice.Say("Alert.Ago.Minutes", ("n", (int)time.TotalMinutes))
        : time < TimeSpan.FromDays(2) ? voice.Say("Alert.Ago.Hours", ("n", (int)time.TotalHours))
        : voice.Say("Alert.Ago.Days", ("n", (int)time.TotalDays));
}
