using System.Net;
using System.Text.Json.Nodes;
using Milestones.School;
using Milestones.Tests.Storage;
using Milestones.Tests.Support;

namespace Milestones.Tests.Journeys;

/// <summary>A unit from both sides: listed, rated before and after, seen by its teacher, and taken away.</summary>
public class MasteryJourneys : Journey
{
    private const string Three = "1. I can add fractions\n2. I can compare fractions\n3. I can draw fractions";

    [StoreFact]
    public async Task A_unit_is_rated_before_and_after_and_its_teacher_sees_where_everybody_stands()
    {
        var course = await Course.StartAsync(Bot, "Sam", "Ana");
        var (lee, sam) = (course.Teacher, course["Sam"]);
        var started = await StartsAsync(course);
        Assert.Contains("Fractions begins", string.Join('\n', started.Lines()), StringComparison.Ordinal);

        // Asked unprompted, once; a tap for each, one piece of evidence, and the map.
        var asked = Assert.Single(await course.NewAsync(sam));
        Has("Your teacher sees this. Your class does not.", asked.Lines());
        var card = Assert.Single(await sam.TapsAsync("Begin", asked.Card!)).Card!;
        Has("I can add fractions", card.Lines());
        await sam.TapsAsync("2 · Getting there");
        await sam.TapsAsync("1 · Not yet");
        await sam.TapsAsync("4 · Can teach it");
        var map = Assert.Single(await sam.TapsAsync("Save", Words("https://school.example/my-drawing")));
        Has("●○○○ Not yet", map.Lines());
        Has("What shows it: “https://school.example/my-drawing”", map.Lines());
        Assert.Contains("Make it a goal", map.Card!.Titles);

        // Lee sees it, opens Sam, and sees one target two levels higher.
        await course.SettleAsync();
        var list = Assert.Single(await lee.SaysAsync("learning targets")).Card!;
        Has("Before the unit · 1 of 2 have rated", list.Lines());
        var all = Assert.Single(await lee.TapsAsync("Map", list)).Card!;
        Has("1: 2  2: 1  3: 4", all.Lines());
        var student = Assert.Single(await lee.TapsAsync("Open #2", all)).Card!;
        Assert.Contains("Open the link", student.Titles);
        await lee.TapsAsync("Save my marks", student, Filled(("mark1", "3")));
        await course.SettleAsync();
        var marked = Assert.Single(await lee.TapsAsync("Map", list)).Card!;
        Has("1: 2  2: 1 (you: 3!)  3: 4", marked.Lines());
        Has("Your teacher: Got it", Assert.Single(await sam.SaysAsync("my targets")).Lines());

        // After the unit.
        await lee.TapsAsync("Ask again: after", marked);
        await lee.TapsAsync("Ask again: after");
        await course.SettleAsync();
        Assert.Empty(await course.NewAsync(sam)); // one message a day
        await course.AtAsync(Bot.Clock.Now.AddDays(1));
        var again = Assert.Single(await course.NewAsync(sam));
        await sam.TapsAsync("Begin", again.Card!);
        foreach (var level in (string[])["3 · Got it", "3 · Got it", "4 · Can teach it"])
            await sam.TapsAsync(level);
        var after = Assert.Single(await sam.TapsAsync("Skip"));
        Has("●○○○ Not yet → ●●●○ Got it", after.Lines());
        Has("You have got them all. Can you teach one to somebody?", after.Lines());
        await course.SettleAsync();
        var over = Assert.Single(await lee.TapsAsync("Map", list)).Card!;
        Has("1: 2→3  2: 1→3 (you: 3)  3: 4→4", over.Lines());

        // Reading leaves a line, and nothing of it came into the channel.
        var lines = await Bot.Store.ListAsync(course.Team.Key.Partition, "audit:", null, 100, CancellationToken.None);
        Assert.Single(lines, line => line.Document.Key.Id.EndsWith("readTargets", StringComparison.Ordinal));
        Assert.DoesNotContain(
            course.Team.Channel,
            shown => shown.Lines().Any(line => line.Contains("fractions", StringComparison.OrdinalIgnoreCase))
        );
    }

    [StoreFact]
    public async Task A_low_target_becomes_a_goal_that_has_it_already()
    {
        var course = await Course.StartAsync(Bot, "Sam");
        var sam = course["Sam"];
        await StartsAsync(course);
        await RatesAsync(course, sam, "3 · Got it", "1 · Not yet", "3 · Got it");
        var first = await sam.TapsAsync("Make it a goal");
        Assert.NotEmpty(first);
        var person = (await Bot.PersonAsync(sam))!;
        Assert.Equal("I want to compare fractions", Assert.IsAssignableFrom<Drafting>(person.Dialog).Draft.FirstWords);
    }

    [StoreFact]
    public async Task Who_does_not_answer_is_reminded_once_and_never_again()
    {
        var course = await Course.StartAsync(Bot, "Sam");
        var sam = course["Sam"];
        await StartsAsync(course);
        Assert.Single(await course.NewAsync(sam));
        await course.AtAsync(Bot.Clock.Now.AddDays(1));
        Assert.Empty(await course.NewAsync(sam));
        await course.AtAsync(Bot.Clock.Now.AddDays(1).AddMinutes(10));
        var reminded = Assert.Single(await course.NewAsync(sam));
        Assert.Contains(reminded.Lines(), line => line.Contains("not told all 3 yet", StringComparison.Ordinal));
        await course.AtAsync(Bot.Clock.Now.AddHours(20));
        await course.AtAsync(Course.Friday.AddMinutes(-30));
        Assert.Empty(await course.NewAsync(sam));
    }

    [StoreFact]
    public async Task Who_came_themselves_is_not_asked_as_well()
    {
        var course = await Course.StartAsync(Bot, "Sam", "Ana");
        var (sam, ana) = (course["Sam"], course["Ana"]);
        await course.AtAsync(Course.Friday.AddHours(-4));
        await StartsAsync(course);
        Assert.Empty(await course.NewAsync(sam)); // the weekly question is still to come today
        Has("where do you start?", Assert.Single(await sam.SaysAsync("my targets")).Lines());
        await course.AtAsync(Course.Friday);
        await course.NewAsync(sam);
        await course.NewAsync(ana);
        await course.AtAsync(Course.Monday);
        Assert.DoesNotContain(await course.NewAsync(sam), shown => shown.Card?.Find("Begin") is not null);
        await course.NewAsync(ana); // the reminder of the week is that day's message
        await course.AtAsync(Course.Monday.AddDays(1));
        Assert.Contains(await course.NewAsync(ana), shown => shown.Card?.Find("Begin") is not null);
    }

    [StoreFact]
    public async Task What_comes_too_late_is_said_to_be_and_changes_nothing()
    {
        var course = await Course.StartAsync(Bot, "Sam", "Ana");
        var (lee, sam, ana) = (course.Teacher, course["Sam"], course["Ana"]);
        await StartsAsync(course);
        var card = Assert.Single(await course.NewAsync(sam)).Card!;
        var first = Assert.Single(await sam.TapsAsync("Begin", card)).Card!;
        await sam.TapsAsync("2 · Getting there", first);
        var asked = Assert.Single(await course.NewAsync(ana)).Card!;
        var unrated = Assert.Single(await ana.TapsAsync("Begin", asked)).Card!;

        // The round is another: the old card says so, and the tap does not count for it.
        await DecidesAsync(course, "Ask again: after");
        var stale = Assert.Single(await sam.TapsAsync("4 · Can teach it", first));
        Has("That card was from before. Your teacher asks again now:", stale.Lines());
        var rating = (await Bot.PersonAsync(sam))!.Surveys[0].Of(0);
        Assert.Equal((2, null), (rating.Before, rating.After));

        // Closed while they answer.
        await sam.TapsAsync("3 · Got it", stale.Card!);
        await DecidesAsync(course, "Close");
        var late = Assert.Single(await sam.TapsAsync("1 · Not yet", stale.Card!));
        Has("This unit is over, so nothing changes here any more. This is where you stood.", late.Lines());
        Assert.Equal(3, (await Bot.PersonAsync(sam))!.Surveys[0].Of(0).After);

        // Deleted: who rated keeps it, who did not has nothing of it any more, and the teacher's old card says so.
        await DecidesAsync(course, "Delete");
        Assert.Single((await Bot.PersonAsync(sam))!.Surveys);
        Assert.Empty((await Bot.PersonAsync(ana))!.Surveys);
        Assert.DoesNotContain(
            "fractions",
            string.Join('\n', Assert.Single(await ana.TapsAsync("1 · Not yet", unrated)).Lines()),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "You have no learning targets yet",
            Assert.Single(await ana.SaysAsync("my targets")).Text!,
            StringComparison.Ordinal
        );
        Assert.Empty((await course.Team.ReadAsync())!.Units);
        Has("This unit is not there any more.", Assert.Single(await lee.TapsAsync("Map", _list!)).Lines());
    }

    [StoreFact]
    public async Task Words_of_concern_in_evidence_are_read_first()
    {
        var course = await Course.StartAsync(Bot, "Sam");
        var sam = course["Sam"];
        await StartsAsync(course);
        await sam.TapsAsync("Begin", Assert.Single(await course.NewAsync(sam)).Card!);
        foreach (var level in (string[])["1 · Not yet", "1 · Not yet", "1 · Not yet"])
            await sam.TapsAsync(level);
        await sam.TapsAsync("Save", Words("i want to kill myself"));
        Assert.Single((await Bot.PersonAsync(sam))!.Alerts);
    }

    [StoreFact]
    public async Task A_list_that_cannot_be_asked_about_is_answered_and_not_lost()
    {
        var course = await Course.StartAsync(Bot, "Sam");
        var lee = course.Teacher;
        await course.NewAsync(lee);
        await lee.SaysAsync("learning targets");
        await lee.TapsAsync("New unit");
        var sixty = string.Join('\n', Enumerable.Range(1, 60).Select(n => $"{n}. I can do number {n}"));
        var many = Assert.Single(await lee.TapsAsync("Ask my class", Filled(("name", "All"), ("targets", sixty))));
        Assert.Contains(many.Lines(), line => line.Contains("That is 60 targets", StringComparison.Ordinal));
        Assert.Equal(sixty, many.Card!.Fields["targets"]);
        var none = Assert.Single(await lee.TapsAsync("Ask my class", Filled(("targets", "1.\n2."))));
        Assert.Contains(none.Lines(), line => line.Contains("I find no target", StringComparison.Ordinal));
        var noName = Assert.Single(await lee.TapsAsync("Ask my class", Filled(("name", ""), ("targets", Three))));
        Assert.Contains(noName.Lines(), line => line.Contains("Give the unit a name", StringComparison.Ordinal));
        await course.SettleAsync();
        Assert.Empty((await course.Team.ReadAsync())!.Units);

        // A list about a book is no cry for help of its teacher's.
        await lee.TapsAsync(
            "Ask my class",
            Filled(("name", "Romeo"), ("targets", "I can say why Romeo wants to kill himself"))
        );
        await course.SettleAsync();
        Assert.Single((await course.Team.ReadAsync())!.Units);
        Assert.Empty((await Bot.PersonAsync(lee))!.Alerts);

        // The next begins with the last one's targets.
        await lee.SaysAsync("learning targets");
        await lee.TapsAsync("New unit");
        var last = Assert.Single(await lee.TapsAsync("Take the last unit's")).Card!;
        Assert.Equal("I can say why Romeo wants to kill himself", last.Fields["targets"]);
    }

    [StoreFact]
    public async Task Ratings_are_the_students_own_in_the_copy_and_in_the_end()
    {
        var course = await Course.StartAsync(Bot, "Sam");
        var sam = course["Sam"];
        await StartsAsync(course);
        await RatesAsync(course, sam, "1 · Not yet", "2 · Getting there", "3 · Got it");
        Assert.Contains(
            "units (1)",
            Assert.Single(await sam.SaysAsync("what do you know about me")).Text!,
            StringComparison.Ordinal
        );
        await sam.SaysAsync("delete my data");
        await sam.SaysAsync("delete");
        await course.AtAsync(Bot.Clock.Now.AddDays(1).AddMinutes(1));
        Assert.Empty((await Bot.PersonAsync(sam))!.Surveys);
    }

    [StoreFact]
    public async Task Nobody_else_begins_ends_or_marks_anything()
    {
        var course = await Course.StartAsync(Bot, "Sam", "Ana");
        var other = await Course.StartAsync(Bot, Bot.Student("Kim"), [Bot.Student("Bo")], "8A Art");
        var sam = course["Sam"];
        await StartsAsync(course);
        await RatesAsync(course, sam, "1 · Not yet", "2 · Getting there", "3 · Got it");
        var unit = (await course.Team.ReadAsync())!.Units[0].Id;
        var before = (await course.Team.ReadAsync())!.UnitsRevision;
        foreach (var actor in new[] { course["Ana"], other.Teacher, other["Bo"] })
        {
            foreach (
                var verb in (string[])
                    ["units.list", "units.map", "units.student", "units.mark", "units.decide", "units.start"]
            )
            {
                using var response = await actor.PostAsync(
                    actor.Invoke(
                        verb,
                        new JsonObject
                        {
                            ["verb"] = verb,
                            ["class"] = course.Team.Key.Partition,
                            ["unit"] = unit,
                            ["student"] = sam.ObjectId,
                            ["mark0"] = "4",
                            ["act"] = "Delete",
                            ["sure"] = "yes",
                            ["name"] = "Mine",
                            ["targets"] = "I can do as I like",
                        }
                    )
                );
                Assert.Equal(HttpStatusCode.OK, response.StatusCode);
                Assert.DoesNotContain(
                    "fractions",
                    await response.Content.ReadAsStringAsync(),
                    StringComparison.Ordinal
                );
            }
        }

        await course.SettleAsync();
        Assert.Equal(before, (await course.Team.ReadAsync())!.UnitsRevision);
        Assert.All((await Bot.PersonAsync(sam))!.Surveys[0].Ratings, rating => Assert.Null(rating.Mark));
    }

    private static void Has(string text, IEnumerable<string> lines) =>
        Assert.Contains(text, string.Join('\n', lines), StringComparison.Ordinal);

    private Testing.CardOnScreen? _list;

    private async Task DecidesAsync(Course course, string act)
    {
        var lee = course.Teacher;
        _list = Assert.Single(await lee.SaysAsync("learning targets")).Card!;
        await lee.TapsAsync("Map", _list);
        await lee.TapsAsync(act);
        await lee.TapsAsync(act);
        await course.SettleAsync();
    }

    internal static async Task<Shown> StartsAsync(Course course, string targets = Three)
    {
        var lee = course.Teacher;
        await course.NewAsync(lee);
        await lee.SaysAsync("learning targets");
        await lee.TapsAsync("New unit");
        var started = Assert.Single(
            await lee.TapsAsync("Ask my class", Filled(("name", "Fractions"), ("targets", targets)))
        );
        await course.SettleAsync();
        return started;
    }

    internal static async Task RatesAsync(Course course, Student student, params string[] levels)
    {
        await student.TapsAsync("Begin", Assert.Single(await course.NewAsync(student)).Card!);
        foreach (var level in levels)
            await student.TapsAsync(level);
        await student.TapsAsync("Skip");
    }

    private static Dictionary<string, string> Words(string words) => Filled(("words", words));

    private static Dictionary<string, string> Filled(params (string Name, string Value)[] fields) =>
        fields.ToDictionary(one => one.Name, one => one.Value, StringComparer.Ordinal);
}
