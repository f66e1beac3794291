using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Milestones.Conversations;
using Milestones.Pages;
using Milestones.Pages.Visiting;
using Milestones.School;
using Milestones.Tests.Storage;
using Milestones.Tests.Support;

namespace Milestones.Tests.Journeys;

/// <summary>A conference from both sides: made, changed by taps, tried out, printed, held and looked back on.</summary>
public class ConferenceJourneys : Journey
{
    private protected override string[] Settings => ["--School:Address=https://bot.elm.example"];

    [StoreFact]
    public async Task A_pack_is_made_changed_by_taps_printed_and_read_by_the_teacher_once_it_is_ready()
    {
        var course = await Course.StartAsync(Bot, "Sam", "Ana");
        var (lee, sam) = (course.Teacher, course["Sam"]);
        await CertificateJourneys.SharesAndReachesAsync(course, "Sam");
        await course.NewAsync(sam);

        var pack = Assert.Single(await sam.SaysAsync("prepare my conference")).Card!;
        Has("1. Welcome · 1 min", pack.Lines());
        Has("I reached this goal:", (await OpensAsync(sam, pack, 1)).Lines());

        // Taken out, put in again, told earlier, left out and taken in again: all by taps, each seen at once.
        await sam.TapsAsync("Take out");
        Assert.DoesNotContain((await PackAsync(sam)).Chosen, id => id.StartsWith("reached:", StringComparison.Ordinal));
        await sam.TapsAsync("Put in");
        Assert.Contains((await PackAsync(sam)).Chosen, id => id.StartsWith("reached:", StringComparison.Ordinal));
        await sam.TapsAsync("Earlier");
        Assert.Equal(ConferencePart.ProudOf, (await PackAsync(sam)).Told[0]);
        var less = Assert.Single(await sam.TapsAsync("Leave it out")).Card!;
        Has("left out", less.Lines());
        Assert.Equal(7, (await PackAsync(sam)).Told.Count);
        await OpensAsync(sam, less, 7);
        await sam.TapsAsync("Take it in again");

        // Lee sees that Sam prepares, and nothing of what.
        Has("Preparing (1)", Assert.Single(await lee.SaysAsync("conferences")).Lines());
        Has("No pack is ready yet.", Assert.Single(await lee.TapsAsync("Print all that are ready")).Lines());

        await sam.TapsAsync("I am ready");
        var ready = Assert.Single(await sam.TapsAsync("Yes, it is ready"));
        Has("It is ready. When is the talk? Tap “Day and letter” and tell me.", ready.Lines());
        await sam.TapsAsync("Day and letter");
        await sam.TapsAsync("Save", Filled(("on", "2026-09-24"), ("language", "es")));
        var path = CertificateJourneys.PathOf(Assert.Single(await sam.TapsAsync("See and print")), "Open it");
        var (status, html) = await Bot.BrowseAsync(path);
        Assert.Equal(HttpStatusCode.OK, status);
        var page = WebUtility.HtmlDecode(html);
        foreach (
            var text in (string[])
                ["Sam's conference", "September 24, 2026", "algebra grade from 55 to 80", "Carta a la familia de Sam"]
        )
        {
            Assert.Contains(text, page, StringComparison.Ordinal);
        }

        Assert.Equal(3, page.Split("<li>").Length - 1); // three questions in the letter
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await Bot.BrowseAsync(path.Replace("conference", "certificates", StringComparison.Ordinal))).Status
        );

        var list = Assert.Single(await lee.SaysAsync("conferences")).Card!;
        Has("Ready (1)", list.Lines());
        Assert.Empty(await ReadsAsync(course));
        var all = CertificateJourneys.PathOf(
            Assert.Single(await lee.TapsAsync("Print all that are ready", list)),
            "Open it"
        );
        var printed = WebUtility.HtmlDecode((await Bot.BrowseAsync(all)).Html);
        Assert.Contains("Sam's conference", printed, StringComparison.Ordinal);
        Assert.DoesNotContain("Ana's conference", printed, StringComparison.Ordinal);
        Assert.Single(await ReadsAsync(course));

        // Taken back, and the link shows it no more.
        await sam.SaysAsync("my conference");
        await sam.TapsAsync("Not ready yet");
        Assert.DoesNotContain(
            "Sam's conference",
            WebUtility.HtmlDecode((await Bot.BrowseAsync(all)).Html),
            StringComparison.Ordinal
        );
        await course.Team.LeavesAsync(lee);
        await course.SettleAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await Bot.BrowseAsync(all)).Status);
    }

    [StoreFact]
    public async Task What_was_kept_is_put_in_by_ones_own_hand_and_who_will_see_it_is_said_before()
    {
        var course = await Course.StartAsync(Bot, "Sam");
        var sam = course["Sam"];
        await course.AtAsync(Course.Friday);
        await course.ReflectsAsync("Sam", 4, shares: false, words: "a wombat week");
        await course.NewAsync(sam);
        var question = Assert.Single((await Bot.PersonAsync(sam))!.Reflections).Answers[0].Question;
        await sam.SaysAsync("my conference");
        var path = CertificateJourneys.PathOf(Assert.Single(await sam.TapsAsync("See and print")), "Open it");
        Assert.DoesNotContain("wombat", (await Bot.BrowseAsync(path)).Html, StringComparison.Ordinal);

        var item = Assert.Single(ConferenceItems.Of((await Bot.PersonAsync(sam))!), one => one.IsPrivate);
        Assert.Equal(question, item.About);
        var pack = Assert.Single(await sam.SaysAsync("my conference")).Card!;
        await OpensAsync(sam, pack, (int)item.Part);
        var sure = Assert.Single(await sam.TapsAsync("Put in"));
        Assert.Contains(sure.Lines(), line => line.Contains("your family will see them", StringComparison.Ordinal));
        Assert.DoesNotContain("wombat", (await Bot.BrowseAsync(path)).Html, StringComparison.Ordinal);
        await sam.TapsAsync("Put it in");
        Assert.Contains("a wombat week", (await Bot.BrowseAsync(path)).Html, StringComparison.Ordinal);

        // What leaves the document for the archive stands on the page still.
        await course.AtAsync(Course.Friday.AddDays(7));
        for (var week = 1; week < 10; week++)
        {
            await course.AtAsync(Course.Friday.AddDays(7 * week));
            await course.ReflectsAsync("Sam", 3);
        }

        Assert.DoesNotContain(
            (await Bot.PersonAsync(sam))!.Reflections,
            one => one.Answers.Any(answer => answer.Text == "a wombat week")
        );
        var again = Assert.Single(await sam.SaysAsync("my conference"), one => one.Card is not null).Card!;
        var part = await OpensAsync(sam, again, (int)item.Part);
        Assert.Contains(part.Lines(), line => line.Contains("You see them on the page", StringComparison.Ordinal));
        await sam.TapsAsync("My conference");
        path = CertificateJourneys.PathOf(Assert.Single(await sam.TapsAsync("See and print")), "Open it");
        Assert.Contains("a wombat week", (await Bot.BrowseAsync(path)).Html, StringComparison.Ordinal);
    }

    [StoreFact]
    public async Task A_rehearsal_asks_three_questions_keeps_nothing_and_grades_nothing()
    {
        var sam = Bot.Student();
        await sam.SaysAsync("hi");
        await sam.SaysAsync("my conference");
        var first = Assert.Single(await sam.TapsAsync("Try it out"));
        Assert.Contains("Which piece of work are you most proud of", first.Text!, StringComparison.Ordinal);
        Assert.Equal("Thank you. Can you give me one example?", Assert.Single(await sam.SaysAsync("my poster")).Text);
        var second = Assert.Single(await sam.SaysAsync("the wombat one i drew for science"));
        Assert.Contains("What do you do when something gets hard?", second.Text!, StringComparison.Ordinal);
        Assert.Contains("That is fine.", Assert.Single(await sam.SaysAsync("skip")).Text!, StringComparison.Ordinal);
        Assert.Contains(
            "Those were the three.",
            Assert.Single(await sam.SaysAsync("i can add fractions with three numbers now")).Text!,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("wombat", await KeptAsync(sam), StringComparison.Ordinal);

        // Stopped, too long, and left alone for a while.
        await sam.SaysAsync("my conference");
        await sam.TapsAsync("Try it out");
        Assert.Contains(
            "500 letters",
            Assert.Single(await sam.SaysAsync(new string('a', 501))).Text!,
            StringComparison.Ordinal
        );
        Assert.Contains("We stop here", Assert.Single(await sam.SaysAsync("stop")).Text!, StringComparison.Ordinal);
        await sam.SaysAsync("my conference");
        await sam.TapsAsync("Try it out");
        await sam.LetTimePassAsync(TimeSpan.FromMinutes(31));
        Assert.DoesNotContain(
            "hard?",
            string.Join('\n', (await sam.SaysAsync("i want to read more books")).SelectMany(one => one.Lines())),
            StringComparison.Ordinal
        );
    }

    [StoreFact]
    public async Task Words_of_concern_in_a_rehearsal_are_read_first()
    {
        var course = await Course.StartAsync(Bot, "Sam");
        var sam = course["Sam"];
        await sam.SaysAsync("my conference");
        await sam.TapsAsync("Try it out");
        await sam.SaysAsync("i want to kill myself");
        Assert.Single((await Bot.PersonAsync(sam))!.Alerts);
    }

    [StoreFact]
    public async Task After_the_day_the_teacher_gave_the_student_is_asked_once_and_a_goal_comes_of_it()
    {
        var course = await Course.StartAsync(Bot, "Sam", "Ana");
        var (lee, sam) = (course.Teacher, course["Sam"]);
        await sam.SaysAsync("my conference");
        await lee.SaysAsync("conferences");
        var set = Assert.Single(await lee.TapsAsync("Save the day", Filled(("on", "2026-09-22"))));
        Has("The day is saved. Your students' packs show it.", set.Lines());
        await course.SettleAsync();
        await sam.SaysAsync("my conference");
        await sam.TapsAsync("Day and letter");
        Has("That is no day I know", Assert.Single(await sam.TapsAsync("Save", Filled(("on", "2026-13-99")))).Lines());
        await sam.TapsAsync("Save", Filled(("on", "2026-09-22")));
        Assert.Null((await PackAsync(sam)).On); // the class's day goes on counting
        Has("Sep 22 · 20 min", Assert.Single(await sam.SaysAsync("my conference")).Lines());

        await course.AtAsync(Course.Monday.AddDays(1).AddHours(3));
        Assert.DoesNotContain(await course.NewAsync(sam), shown => shown.Card?.Find("Begin") is not null);
        await course.NewAsync(course["Ana"]);
        await course.AtAsync(Course.Monday.AddDays(2).AddHours(3));
        var asked = Assert.Single(await course.NewAsync(sam), shown => shown.Card?.Find("Begin") is not null);
        Assert.DoesNotContain(await course.NewAsync(course["Ana"]), shown => shown.Card?.Find("Begin") is not null);
        var first = Assert.Single(await sam.TapsAsync("Begin", asked.Card!));
        Assert.Contains("What went well when you led the talk?", first.Text!, StringComparison.Ordinal);
        await sam.SaysAsync("my mom liked my poster");
        var done = Assert.Single(await sam.SaysAsync("i want to read 12 books by december"));
        Has("“my mom liked my poster”", done.Lines());
        await sam.TapsAsync("Make it a goal");
        Assert.IsType<Drafting>((await Bot.PersonAsync(sam))!.Dialog, exactMatch: false);
        await course.AtAsync(Course.Monday.AddDays(3).AddHours(3));
        Assert.DoesNotContain(await course.NewAsync(sam), shown => shown.Card?.Find("Begin") is not null);

        // An old card loses nothing of what was answered.
        await sam.SaysAsync("later");
        var kept = Assert.Single(await sam.TapsAsync("Begin", asked.Card!));
        Has("“my mom liked my poster”", kept.Lines());

        // The next one begins anew, and the last stays in the archive.
        await sam.SaysAsync("my conference");
        await sam.TapsAsync("Begin a new one");
        Assert.Empty((await PackAsync(sam)).LookedBack);
        Assert.Single(await Bot.Store.ListAsync(sam.Key.Partition, "conference:", null, 10, CancellationToken.None));
    }

    [StoreFact]
    public async Task Who_has_nothing_yet_still_has_something_to_stand_on_in_either_language()
    {
        var sam = Bot.Student();
        await sam.SaysAsync("hola");
        var pack = Assert.Single(await sam.SaysAsync("prepara mi conferencia")).Card!;
        Has("2. Un trabajo que me da orgullo · 4 min", pack.Lines());
        Assert.Contains(
            (await OpensAsync(sam, pack, 1, "Cambiar")).Lines(),
            line => line.Contains("Un trabajo que traigo", StringComparison.Ordinal)
        );
        await sam.TapsAsync("Mi conferencia");
        var path = CertificateJourneys.PathOf(Assert.Single(await sam.TapsAsync("Ver e imprimir")), "Abrir");
        var html = WebUtility.HtmlDecode((await Bot.BrowseAsync(path)).Html);
        Assert.Contains("Carta a la familia de Sam", html, StringComparison.Ordinal);
        Assert.True(html.Split("class=\"blank\"").Length > 10);
    }

    [StoreFact]
    public async Task Nobody_elses_pack_is_opened_changed_or_printed()
    {
        var course = await Course.StartAsync(Bot, "Sam", "Ana");
        var (sam, ana) = (course["Sam"], course["Ana"]);
        await sam.SaysAsync("my conference");
        await sam.TapsAsync("I am ready");
        await sam.TapsAsync("Yes, it is ready");
        await ana.SaysAsync("my conference");
        var key = course.Team.Key.Partition;
        foreach (var verb in (string[])["conferences.list", "conferences.print", "conferences.day"])
        {
            Assert.DoesNotContain("Sam", await AnswerAsync(ana, verb, ("class", key), ("on", "2026-10-01")));
        }

        await course.SettleAsync();
        Assert.Null((await course.Team.ReadAsync())!.ConferenceOn);
        var before = (await PackAsync(ana)).Chosen;
        foreach (var item in (string[])["goal:none", "said:2026-W38:own:proud", "question:99", ""])
            await AnswerAsync(ana, "conference.put", ("item", item), ("sure", "yes"));
        await AnswerAsync(ana, "conference.move", ("part", "99"), ("to", "earlier"));
        Assert.Equal(before, (await PackAsync(ana)).Chosen);
        Assert.Empty(await ReadsAsync(course));
        foreach (var path in (string[])["/conference/x", "/conference/%00", "/conference/" + new string('A', 3000)])
        {
            Assert.InRange((int)(await Bot.BrowseAsync(path)).Status, 400, 499);
        }
    }

    [StoreFact]
    public async Task Who_is_signed_in_opens_their_own_and_a_teacher_those_of_the_class()
    {
        var course = await Course.StartAsync(Bot, "Sam", "Ana");
        var (sam, ana) = (course["Sam"], course["Ana"]);
        using var mine = As(sam);
        Assert.Contains(
            "prepare my conference",
            (await mine.OpenAsync(ConferencePages.Mine)).Html,
            StringComparison.Ordinal
        );
        await sam.SaysAsync("my conference");
        Assert.Contains("A letter to", (await mine.OpenAsync(ConferencePages.Mine)).Html, StringComparison.Ordinal);
        Assert.Contains(ConferencePages.Mine, (await mine.OpenAsync("/page")).Html, StringComparison.Ordinal);
        await sam.TapsAsync("I am ready");
        await sam.TapsAsync("Yes, it is ready");

        var address = $"{ClassPages.Address(course.Team.Key)}/{ConferencePages.OfClass}";
        using var teacher = As(course.Teacher);
        Assert.Contains(
            address,
            (await teacher.OpenAsync(ClassPages.Address(course.Team.Key))).Html,
            StringComparison.Ordinal
        );
        Assert.Contains("Sam", (await teacher.OpenAsync(address)).Html, StringComparison.Ordinal);
        Assert.Single(await ReadsAsync(course));
        using var other = As(ana);
        Assert.Equal(HttpStatusCode.Forbidden, (await other.OpenAsync(address)).Status);
    }

    [StoreFact]
    public async Task The_pack_is_in_the_copy_and_ends_with_the_person()
    {
        var course = await Course.StartAsync(Bot, "Sam");
        var sam = course["Sam"];
        await sam.SaysAsync("my conference");
        Assert.Contains("\"conference\":", await KeptAsync(sam), StringComparison.Ordinal);
        await sam.SaysAsync("delete my data");
        await sam.SaysAsync("delete");
        await course.AtAsync(Bot.Clock.Now.AddDays(1).AddMinutes(1));
        Assert.Null((await Bot.PersonAsync(sam))!.Conference);
    }

    /// <summary>The part at this place of the card.</summary>
    private static async Task<CardOnScreen> OpensAsync(
        Student student,
        CardOnScreen pack,
        int place,
        string button = "Change"
    ) => Assert.Single(await student.TapsAsync(place == 0 ? button : $"{button} #{place + 1}", pack)).Card!;

    private PlainBrowser As(Student person)
    {
        var browser = new PlainBrowser(Bot.Address);
        var link = Bot.Services.GetRequiredService<LocalLinks>().Of(new PersonId(Student.Tenant, person.ObjectId));
        browser.OpenAsync(link).GetAwaiter().GetResult();
        Assert.NotNull(browser.Cookie);
        return browser;
    }

    private async Task<ConferencePack> PackAsync(Student student) => (await Bot.PersonAsync(student))!.Conference!;

    private async Task<string> KeptAsync(Student student) =>
        System.Text.Encoding.UTF8.GetString(
            (await Bot.Store.GetAsync(student.Key, CancellationToken.None))!.Document.Json.Span
        );

    private async Task<IReadOnlyList<object>> ReadsAsync(Course course) =>
        [
            .. (
                await Bot.Store.ListAsync(
                    course.Team.Key.Partition,
                    "audit-conferences:",
                    null,
                    10,
                    CancellationToken.None
                )
            ).Select(one => one.Document.Key),
        ];

    private static async Task<string> AnswerAsync(
        Student student,
        string verb,
        params (string Name, string Value)[] data
    )
    {
        var sent = new System.Text.Json.Nodes.JsonObject { ["verb"] = verb };
        foreach (var (name, value) in data)
            sent[name] = value;
        using var response = await student.PostAsync(student.Invoke(verb, sent));
        return await response.Content.ReadAsStringAsync();
    }

    private static void Has(string words, IEnumerable<string> lines) =>
        Assert.Contains(lines, line => line.Contains(words, StringComparison.Ordinal));

    private static Dictionary<string, string> Filled(params (string Name, string Value)[] fields) =>
        fields.ToDictionary(one => one.Name, one => one.Value, StringComparer.Ordinal);
}
