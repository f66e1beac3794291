using System.Text.Json;
using Milestones.Language;
using Milestones.School;
using Milestones.Tests.Support;

namespace Milestones.Tests.Cards;

/// <summary>Every card the bot shows in the personal chat, made by talking with it until it shows it.</summary>
internal static class CardCatalog
{
    private const string Goal =
        "i want to raise my algebra 1 grade from 55% to 80% by december 1 by going to tutoring every "
        + "tuesday because i want to pass the class";

    public static IReadOnlyDictionary<string, Func<Task<JsonElement>>> Cards { get; } =
        new Dictionary<string, Func<Task<JsonElement>>>(StringComparer.Ordinal)
        {
            ["welcome"] = () => LastAsync(chat => chat.OpensAsync()),
            ["welcome-begun"] = () => LastAsync(chat => chat.OpensAsync(), chat => chat.TapsAsync("6–8")),
            ["welcome-spanish"] = () => LastAsync(chat => chat.OpensAsync(), chat => chat.TapsAsync("Español")),
            ["help"] = () => LastAsync(chat => chat.SaysAsync("help")),
            ["grades"] = () => LastAsync(chat => chat.SaysAsync("grade")),
            ["draft"] = () => LastAsync(chat => chat.SaysAsync(Goal), chat => chat.SaysAsync("7")),
            ["draft-open"] = () =>
                LastAsync(
                    chat => chat.SaysAsync("i want to get better at math"),
                    chat => chat.SaysAsync("form"),
                    chat => chat.TapsAsync("Done")
                ),
            ["draft-kept"] = () =>
                LastAsync(chat => chat.SaysAsync(Goal), chat => chat.SaysAsync("7"), chat => chat.TapsAsync("Later")),
            ["form"] = () => LastAsync(chat => chat.SaysAsync("use a form")),
            ["form-with-errors"] = () =>
                LastAsync(
                    chat => chat.SaysAsync("use a form"),
                    chat =>
                        chat.TapsAsync(
                            "Done",
                            Filled(
                                ("sentence", ""),
                                ("now", "pretty bad"),
                                ("by", "2026-09-01"),
                                ("reason", new string('x', 501))
                            )
                        )
                ),
            ["saved"] = () => LastAsync(Saved),
            ["steps-form"] = () => LastAsync([.. Saved, chat => chat.TapsAsync("Change…")]),
            ["steps-form-with-errors"] = () =>
                LastAsync([
                    .. Saved,
                    chat => chat.TapsAsync("Change…"),
                    chat =>
                        chat.TapsAsync(
                            "Done",
                            Filled(("due0", "2026-09-01"), ("due1", ""), ("title2", new string('x', 501)))
                        ),
                ]),
            ["steps-set"] = () => LastAsync([.. Saved, chat => chat.TapsAsync("Looks good")]),
            ["my-goals"] = () => LastAsync([.. Saved, chat => chat.SaysAsync("my goals")]),
            ["details"] = () =>
                LastAsync([.. Saved, chat => chat.SaysAsync("my goals"), chat => chat.TapsAsync("Details")]),
            ["progress-form"] = () =>
                LastAsync([.. Saved, chat => chat.SaysAsync("my goals"), chat => chat.TapsAsync("Log progress")]),
            ["progress-logged"] = () =>
                LastAsync([
                    .. Saved,
                    chat => chat.SaysAsync("my goals"),
                    chat => chat.TapsAsync("Log progress"),
                    chat => chat.TapsAsync("Done", Filled(("value", "60"))),
                ]),
            ["details-with-progress"] = () =>
                LastAsync([
                    .. Saved,
                    chat => chat.SaysAsync("my goals"),
                    chat => chat.TapsAsync("Log progress"),
                    chat => chat.TapsAsync("Done", Filled(("value", "60"))),
                    chat => chat.SaysAsync("my goals"),
                    chat => chat.TapsAsync("Details"),
                ]),
            ["details-over-weeks"] = () =>
                LastAsync([
                    .. Saved,
                    .. Weeks("58", "57", "64", "66"),
                    chat => chat.SaysAsync("my goals"),
                    chat => chat.TapsAsync("Details"),
                ]),
            ["check-in"] = () => LastAsync([.. Saved, chat => chat.SaysAsync("reflect")]),
            ["check-in-spanish"] = () =>
                LastAsync([.. Saved, chat => chat.SaysAsync("español"), chat => chat.SaysAsync("reflexionar")]),
            ["check-in-with-errors"] = () =>
                LastAsync([
                    .. Saved,
                    chat => chat.SaysAsync("reflect"),
                    chat => chat.TapsAsync("🙂 Good", Filled((Number(chat), "pretty good"))),
                ]),
            ["adjust"] = () =>
                LastAsync([
                    .. Saved,
                    chat => chat.SaysAsync("my goals"),
                    chat => chat.TapsAsync("Details"),
                    chat => chat.TapsAsync("Adjust…"),
                ]),
            ["ten-long-goals"] = () => LastAsync(chat => TenGoals(chat).SaysAsync("my goals")),
            ["a-long-goal"] = () =>
                LastAsync(chat => TenGoals(chat).SaysAsync("my goals"), chat => chat.TapsAsync("Details")),
        };

    private static string Number(PureChat chat) => $"value-{chat.Known.Goals[0].Id}";

    private static IEnumerable<Func<PureChat, Task<IReadOnlyList<Shown>>>> Weeks(params string[] scores) =>
        scores.Select<string, Func<PureChat, Task<IReadOnlyList<Shown>>>>(score =>
            async chat =>
            {
                await chat.LetTimePassAsync(TimeSpan.FromDays(7));
                return await chat.SaysAsync($"got {score}% on the quiz");
            }
        );

    private static Func<PureChat, Task<IReadOnlyList<Shown>>>[] Saved =>
        [chat => chat.SaysAsync(Goal), chat => chat.SaysAsync("7"), chat => chat.TapsAsync("Save")];

    /// <summary>As much as a document holds: ten goals with fields as long as they may be.</summary>
    private static PureChat TenGoals(PureChat chat)
    {
        var words = string.Concat(Enumerable.Repeat("word ", 100))[..^1] + "s";
        var day = new DateOnly(2026, 12, 1);
        chat.Person = chat.Known with
        {
            Goals =
            [
                .. Enumerable
                    .Range(1, Milestones.School.Goal.MaxActive)
                    .Select(n => new Goal(
                        $"goal{n}",
                        words,
                        Area.Academic,
                        new Measure(words, 80, 55, "percent"),
                        words,
                        words,
                        words,
                        7,
                        day,
                        Aspects.All,
                        Aspects.None,
                        new DateOnly(2026, 9, 1)
                    )
                    {
                        Milestones = [.. Enumerable.Range(1, 6).Select(i => new Milestone(words, day.AddDays(i - 7)))],
                        Progress =
                        [
                            .. Enumerable
                                .Range(1, Milestones.School.Goal.RecentProgress)
                                .Select(i => new ProgressEntry(
                                    $"e{i}",
                                    55 + i,
                                    new DateOnly(2026, 9, 1).AddDays(i),
                                    words,
                                    words
                                )),
                        ],
                    }),
            ],
        };
        return chat;
    }

    private static async Task<JsonElement> LastAsync(params Func<PureChat, Task<IReadOnlyList<Shown>>>[] steps)
    {
        var chat = new PureChat();
        IReadOnlyList<Shown> shown = [];
        foreach (var step in steps)
            shown = await step(chat);
        return shown.Last(one => one.Card is not null).Card!.Json;
    }

    private static Dictionary<string, string> Filled(params (string Field, string Words)[] fields) =>
        fields.ToDictionary(one => one.Field, one => one.Words, StringComparer.Ordinal);
}
