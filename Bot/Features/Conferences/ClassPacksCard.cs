using System.Globalization;
using Milestones.Cards;
using Milestones.Localization;
using Milestones.School;
using Milestones.Views;

namespace Milestones.Features.Conferences;

/// <summary>A teacher's look at a class's conferences: who is ready, who has begun, and the day.</summary>
internal static class ClassPacksCard
{
    /// <summary>Names of one kind; more nobody reads on a card.</summary>
    private const int Names = 40;

    public static string Title(Classroom classroom, Voice voice) =>
        voice.Say("Teach.Conference.Title", ("class", classroom.Name ?? voice["Class.NoName"]));

    /// <param name="note">The key of a word on what was just done.</param>
    public static Card Of(Classroom classroom, string? note, TurnContext<Person> context)
    {
        var voice = context.Voice;
        var packs = ClassPacks.Of(classroom, context.Others.Person);
        return CardParts.Framed(
            Title(classroom, voice),
            [
                CardParts.Heading(Markdown.Escape(Title(classroom, voice))),
                .. note is null ? Array.Empty<CardElement>() : [new TextBlock(voice[note]) { Weight = "bolder" }],
                new TextBlock(
                    classroom.ConferenceOn is { } day
                        ? voice.Say("Teach.Conference.Day", ("day", voice.Day(day, context.Today)))
                        : voice["Teach.Conference.DayUnknown"]
                ),
                .. Group("Teach.Conference.Ready", packs.Where(one => one.IsReady), voice),
                .. Group(
                    "Teach.Conference.Begun",
                    packs.Where(one => one is { IsReady: false, Pack: not null }),
                    voice
                ),
                .. Group("Teach.Conference.NotBegun", packs.Where(one => one.Pack is null), voice),
                CardParts.Small(voice["Teach.Conference.WhoSees"]),
                new DateInput(voice["Teach.Conference.When"])
                {
                    Id = "on",
                    Value = classroom.ConferenceOn?.ToString("O", CultureInfo.InvariantCulture),
                },
                new ActionSet(
                    Button("Teach.Conference.Print", ConferencesVerbs.Print) with
                    {
                        Style = "positive",
                        AssociatedInputs = "none",
                    },
                    Button("Teach.Conference.SaveDay", ConferencesVerbs.Day),
                    Button("Teach.Conference.Refresh", ConferencesVerbs.List) with
                    {
                        AssociatedInputs = "none",
                    }
                ),
            ],
            voice.Culture
        );

        Execute Button(string title, string verb) => new(voice[title], verb, ("class", classroom.Key.Partition));
    }

    private static IEnumerable<CardElement> Group(string key, IEnumerable<StudentPack> some, Voice voice)
    {
        List<string> names = [.. some.Select(one => one.Member.Name ?? voice["Class.Somebody"])];
        if (names.Count == 0)
            yield break;
        yield return new TextBlock(voice.Say(key, ("n", names.Count))) { Weight = "bolder" };
        yield return new RichTextBlock(
            new TextRun(
                string.Join(" · ", names.Take(Names))
                    + (
                        names.Count > Names
                            ? $" · {voice.Say("Teach.AndMore", ("n", names.Count - Names))}"
                            : string.Empty
                    )
            )
        )
        {
            Spacing = "none",
        };
    }
}
