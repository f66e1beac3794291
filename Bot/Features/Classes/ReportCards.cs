using System.Globalization;
using Milestones.Cards;
using Milestones.Localization;
using Milestones.School;
using Milestones.Views;

namespace Milestones.Features.Classes;

/// <summary>The result of a check, for the teacher alone.</summary>
internal static class ReportCards
{
    private const int Page = 15;

    public static Card Of(Classroom classroom, int page, Voice voice)
    {
        var title = voice["Report.Title"];
        var missing = classroom
            .Members.Where(member => member.Unreachable is not null)
            .OrderBy(member => member.Name, StringComparer.CurrentCulture)
            .ToList();
        var pages = Math.Max(1, (missing.Count + Page - 1) / Page);
        page = Math.Clamp(page, 0, pages - 1);
        string[] trouble =
        [
            .. classroom.RosterFault is { } fault
                ? [voice.Say($"Report.Roster.{fault}", ("most", Classroom.MostMembers))]
                : Array.Empty<string>(),
            .. classroom.Unreachable is { } why
                ? [voice.Say("Report.Channel", ("why", Why(why, voice)))]
                : Array.Empty<string>(),
            .. classroom.Settings is null ? [voice["State.NoQuestion"]] : Array.Empty<string>(),
            .. classroom.Students.Any() ? Array.Empty<string>() : [voice["SetUp.Empty"]],
            .. classroom.Settings is null || Contacts.AreThere(classroom)
                ? Array.Empty<string>()
                : [voice["Report.NoContacts"]],
        ];
        return CardParts.Framed(
            title,
            [
                CardParts.Heading(Markdown.Escape(title)),
                new TextBlock(Markdown.Escape(classroom.Name ?? voice["Class.NoName"]))
                {
                    IsSubtle = true,
                    Spacing = "none",
                },
                new TextBlock(
                    voice.Say(
                        "Report.Reached",
                        ("reached", classroom.Members.Count - missing.Count),
                        ("all", classroom.Members.Count)
                    )
                ),
                .. trouble.Select(text => new TextBlock(text) { Color = "warning" }),
                .. missing.Count == 0
                    ? Array.Empty<CardElement>()
                    : [new TextBlock(voice["Report.Missing"]) { Weight = "bolder" }],
                .. missing
                    .Skip(page * Page)
                    .Take(Page)
                    .Select(member => new RichTextBlock(
                        new TextRun(member.Name ?? voice["Class.Somebody"]) { Weight = "bolder" },
                        new TextRun($" · {Why(member.Unreachable!, voice)}")
                    )
                    {
                        Spacing = "small",
                    }),
                .. pages == 1
                    ? Array.Empty<CardElement>()
                    :
                    [
                        new TextBlock(voice.Say("Report.Page", ("page", page + 1), ("pages", pages)))
                        {
                            Size = "small",
                            IsSubtle = true,
                        },
                    ],
                new ActionSet([
                    .. page + 1 < pages ? [Turn(voice["Report.Next"], page + 1)] : Array.Empty<Execute>(),
                    .. page > 0 ? [Turn(voice["Report.Before"], page - 1)] : Array.Empty<Execute>(),
                    new Execute(voice["Report.Again"], ClassVerbs.Check, ("class", classroom.Key.Partition)),
                    new Execute(voice["SetUp.Change"], ClassVerbs.SetUp, ("class", classroom.Key.Partition)),
                ]),
            ],
            voice.Culture
        );

        Execute Turn(string text, int to) =>
            new(
                text,
                ClassVerbs.Report,
                ("class", classroom.Key.Partition),
                ("page", to.ToString(CultureInfo.InvariantCulture))
            );
    }

    /// <summary>The connector's word in ours.</summary>
    public static string Why(string code, Voice voice) =>
        voice.Has($"Unreachable.{code}")
            ? voice[$"Unreachable.{code}"]
            : voice.Say("Unreachable.Other", ("code", code));
}
