using System.Globalization;
using Milestones.Cards;
using Milestones.Localization;
using Milestones.School;
using Milestones.Views;

namespace Milestones.Features.Celebrating;

/// <summary>The class's week: as the class sees it, and as a teacher sees it first.</summary>
internal static class SummaryCards
{
    /// <summary>The fields of a change: which numbers are shown, and a line of the teacher's own.</summary>
    public const string Parts = "parts";
    public const string Note = "note";

    public static string Title(WeekSummary summary, Voice voice) =>
        voice[summary.IsMonth ? "Summary.Month" : "Summary.Week"];

    public static string Spoken(WeekSummary summary, Classroom classroom, Voice voice) =>
        string.Join(
            ". ",
            Lines(summary, voice)
                .Prepend(Title(summary, voice))
                .Concat(BadgesOf(summary, classroom).Select(one => $"{BadgeCards.Name(one.Kind, voice)}: {one.Names}"))
        );

    /// <summary>What the class sees, without its button.</summary>
    public static IEnumerable<CardElement> Body(WeekSummary summary, Classroom classroom, Voice voice)
    {
        if (summary.Note is { } note)
            yield return new RichTextBlock(new TextRun(note) { Weight = "bolder" });
        if (summary.Reflected is { } reflected)
        {
            var line = voice.Say("Summary.Reflected", ("n", reflected));
            yield return new TextBlock(line);
            if (summary.Students >= reflected)
            {
                yield return new ProgressBar(100 * reflected / Math.Max(1, summary.Students), line)
                {
                    Spacing = "small",
                };
            }
        }

        if (summary is { OnTrack: { } onTrack, Goals: { } goals and > 0 })
        {
            var line = voice.Say("Summary.OnTrack", ("n", onTrack), ("all", goals));
            yield return new TextBlock(line);
            yield return new ProgressBar(100 * onTrack / goals, line) { Spacing = "small" };
        }

        foreach (var line in Others(summary, voice))
            yield return new TextBlock(line);
        if (summary.Weeks.Count > 0)
            yield return Chart(summary, voice);
        foreach (var (kind, names) in BadgesOf(summary, classroom))
            yield return BadgeCards.Shown(kind, names, voice);
    }

    /// <summary>A teacher's first look, with what can be done with it.</summary>
    public static Card Preview(WeekSummary summary, DateTimeOffset? postAt, Classroom classroom, Voice voice)
    {
        var title = voice["Teach.Summary"];
        var ofClass = PostCards.VoiceOf(classroom);
        var schedule = classroom.Settings?.Schedule;
        return CardParts.Framed(
            title,
            [
                CardParts.Heading(title),
                CardParts.Small(Markdown.Escape(GivingCards.ClassName(classroom, voice))),
                new TextBlock(
                    postAt is { } at
                        ? voice.Say(
                            "Teach.Summary.At",
                            ("time", voice.Time(Calendar.LocalTime.Clock(at, schedule?.Zone)))
                        )
                        : voice["Teach.Summary.Ask"]
                ),
                new Container([
                    new TextBlock(Title(summary, ofClass)) { Weight = "bolder" },
                    .. Body(summary, classroom, ofClass),
                ])
                {
                    Style = "emphasis",
                },
                new ActionSet(
                    Button("Teach.Summary.Post", CelebrationVerbs.PostWeek, summary, classroom, voice) with
                    {
                        Style = "positive",
                    },
                    Button("Teach.Summary.Change", CelebrationVerbs.ChangeWeek, summary, classroom, voice),
                    Button("Teach.Summary.Skip", CelebrationVerbs.SkipWeek, summary, classroom, voice)
                ),
            ],
            voice.Culture
        );
    }

    /// <param name="fault">Why the line was not taken; null where nothing is wrong.</param>
    public static Card Change(WeekSummary summary, string? note, string? fault, Classroom classroom, Voice voice)
    {
        var title = voice["Teach.Summary.Change.Title"];
        var parts = PartsOf(summary).ToList();
        return CardParts.Framed(
            title,
            [
                CardParts.Heading(title),
                new ChoiceInput(
                    voice["Teach.Summary.Parts"],
                    [.. parts.Select(part => new Choice(voice[$"Teach.Summary.Part.{part}"], part))]
                )
                {
                    Id = Parts,
                    IsMultiSelect = true,
                    Style = "expanded",
                    Value = string.Join(',', parts),
                },
                new TextInput(voice["Teach.Summary.Note"])
                {
                    Id = Note,
                    Value = note,
                    MaxLength = Praise.MaxLength,
                },
                .. fault is null ? Array.Empty<CardElement>() : [CardParts.Wrong(fault)],
                new ActionSet(
                    Button("Teach.Summary.Post", CelebrationVerbs.PostChangedWeek, summary, classroom, voice) with
                    {
                        Style = "positive",
                    },
                    Button("Teach.Summary.Skip", CelebrationVerbs.SkipWeek, summary, classroom, voice)
                ),
            ],
            voice.Culture
        );
    }

    /// <summary>The numbers there are, by name.</summary>
    public static IEnumerable<string> PartsOf(WeekSummary summary)
    {
        if (summary.Reflected is not null)
            yield return nameof(WeekSummary.Reflected);
        if (summary.OnTrack is not null)
            yield return nameof(WeekSummary.OnTrack);
        if (summary.Reached is not null)
            yield return nameof(WeekSummary.Reached);
        if (summary.Streak is not null)
            yield return nameof(WeekSummary.Streak);
        if (summary.Cheers is not null)
            yield return nameof(WeekSummary.Cheers);
        if (summary.Weeks.Count > 0)
            yield return nameof(WeekSummary.Weeks);
        if (summary.Badges.Count > 0)
            yield return nameof(WeekSummary.Badges);
    }

    /// <summary>Whoever left the class since is named no more; whoever stands there is in no order but the
    /// alphabet's.</summary>
    private static IEnumerable<(BadgeKind Kind, string Names)> BadgesOf(WeekSummary summary, Classroom classroom) =>
        summary
            .Badges.Select(badge => (badge.Kind, classroom.Find(badge.Student)?.Name))
            .Where(badge => badge.Name is not null)
            .GroupBy(badge => badge.Kind, badge => PeopleNames.First(badge.Name!))
            .OrderBy(group => group.Key)
            .Select(group => (group.Key, string.Join(", ", group)));

    private static IEnumerable<string> Lines(WeekSummary summary, Voice voice)
    {
        if (summary.Note is { } note)
            yield return note;
        if (summary.Reflected is { } reflected)
            yield return voice.Say("Summary.Reflected", ("n", reflected));
        if (summary is { OnTrack: { } onTrack, Goals: { } goals })
            yield return voice.Say("Summary.OnTrack", ("n", onTrack), ("all", goals));
        foreach (var line in Others(summary, voice))
            yield return line;
    }

    private static IEnumerable<string> Others(WeekSummary summary, Voice voice)
    {
        if (summary.Reached is { } reached)
            yield return voice.Say("Summary.Reached", ("n", reached));
        if (summary.Streak is { } weeks)
            yield return voice.Say("Summary.Streak", ("n", weeks));
        if (summary.Cheers is { } cheers)
            yield return voice.Say("Summary.Cheers", ("n", cheers));
    }

    /// <summary>How many shared, week by week; a week with too few is left out.</summary>
    private static LineChart Chart(WeekSummary summary, Voice voice)
    {
        var title = voice["Summary.Chart"];
        List<(DateOnly Monday, int Count)> weeks =
        [
            .. summary
                .Weeks.Select(
                    (count, index) => (summary.Week.Monday.AddDays(7 * (index + 1 - summary.Weeks.Count)), count)
                )
                .Where(week => week.count > 0),
        ];
        var row = string.Join(" → ", weeks.Select(week => week.Count.ToString(CultureInfo.InvariantCulture)));
        return new(
            title,
            new LineSeries(title, [.. weeks.Select(week => new LinePoint(voice.ShortDay(week.Monday), week.Count))])
        )
        {
            YMin = 0,
            YMax = Math.Max(WeekSummary.SmallestGroup, summary.Students),
            Fallback = new TextBlock(Markdown.Escape($"{title}: {row}")) { Size = "small", IsSubtle = true },
        };
    }

    private static Execute Button(string label, string verb, WeekSummary summary, Classroom classroom, Voice voice) =>
        new(voice[label], verb, ("class", classroom.Key.Partition), ("week", summary.Week.ToString()));
}
