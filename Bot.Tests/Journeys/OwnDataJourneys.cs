using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using Milestones.Storage;
using Milestones.Storage.Sqlite;
using Milestones.Tests.Storage;
using Milestones.Tests.Support;
using Milestones.Turns;

namespace Milestones.Tests.Journeys;

/// <summary>A person's data is theirs: they see what it is, can have a copy, and can have it deleted.</summary>
public sealed partial class OwnDataJourneys : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private BotFixture Bot { get; set; } = null!;

    private string Database => _folder.File("school.db");

    public async Task InitializeAsync() =>
        Bot = await BotFixture.StartAsync(
            new TestStore([
                "--Store:Provider=Sqlite",
                $"--Store:Sqlite:Path={Database}",
                "--School:Name=Elm Street School",
                "--School:Contact=office@elm.example",
                "--School:Address=https://bot.elm.example",
            ])
        );

    public async Task DisposeAsync() => await Bot.DisposeAsync();

    public void Dispose() => _folder.Dispose();

    [StoreFact]
    public async Task After_a_day_no_byte_of_what_was_written_is_in_any_file_of_the_store()
    {
        var course = await WrittenAsync();
        var ana = course["Ana"];
        await ana.SaysAsync("i want to read 20 wombat books by december 1 by reading every night because i like it");
        Assert.Contains("quokka", Files(), StringComparison.OrdinalIgnoreCase);

        var asked = await course["Sam"].SaysAsync("delete my data");
        await course["Sam"].SaysAsync("DELETE");
        var at = (await Bot.PersonAsync(course["Sam"]))!.Erasure!.At!.Value;
        await course.AtAsync(at - TimeSpan.FromMinutes(1));
        Assert.Single((await Bot.PersonAsync(course["Sam"]))!.Goals);
        await course.AtAsync(at + TimeSpan.FromMinutes(1));

        Assert.Contains("type DELETE", Text(asked[0].Card!), StringComparison.Ordinal);
        Assert.Contains("wombat", Files(), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("quokka", Files(), StringComparison.OrdinalIgnoreCase);
        var backup = _folder.File("later.backup");
        SqliteBackup.Backup(new SqliteFile(Database, TimeSpan.FromSeconds(5)), backup);
        Assert.DoesNotContain("quokka", Files(), StringComparison.OrdinalIgnoreCase);
        var left = (await Bot.PersonAsync(course["Sam"]))!;
        Assert.Empty(left.Goals);
        Assert.Empty(left.Reflections);
        Assert.Empty(left.TeacherReplies);
        Assert.Null(left.Erasure);
        Assert.Single(left.Classes);
        Assert.Empty(await Bot.Store.ListAsync(course["Sam"].Key.Partition, "goal", null, 10, CancellationToken.None));
    }

    [StoreFact]
    public async Task Shout_outs_given_and_got_are_in_the_copy_and_leave_with_everything_else()
    {
        var course = await Course.StartAsync(Bot, "Sam", "Ana", "Kai");
        var (lee, sam, ana, kai) = (course.Teacher, course["Sam"], course["Ana"], course["Kai"]);
        await GiveAsync(sam, ana, "quokka of mine", agrees: true);
        await GiveAsync(ana, sam, "quokka of hers", agrees: true);
        await GiveAsync(sam, kai, "quokka that waits", agrees: false);
        await GiveAsync(ana, kai, "wombat", agrees: true);
        Assert.Equal(3, Posts().Count);

        var (path, code) = await OfferedAsync(sam);
        var shown = (await Bot.BrowseAsync(path, Form(code))).Html;
        foreach (var words in (string[])["quokka of mine", "quokka of hers"])
            Assert.Contains(words, shown, StringComparison.Ordinal);
        Assert.DoesNotContain("wombat", shown, StringComparison.Ordinal);

        await sam.SaysAsync("delete my data");
        await sam.SaysAsync("DELETE");
        await course.AtAsync((await Bot.PersonAsync(sam))!.Erasure!.At!.Value + TimeSpan.FromMinutes(1));
        await course.Team.SettleAsync();

        Assert.DoesNotContain("quokka", Files(), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("wombat", Files(), StringComparison.Ordinal);
        Assert.Equal(
            Posts().Take(2).Select(post => post.ActivityId),
            Bot.Connector.Calls.Where(call => call.Route == ConnectorRoute.Delete).Select(call => call.ActivityId)
        );

        List<CardOnScreen> Posts() =>
            [
                .. course
                    .Team.Channel.Where(post => !post.InPlace && post.Card?.Find("👏 Cheer") is not null)
                    .Select(post => post.Card!),
            ];

        async Task GiveAsync(Student from, Student to, string words, bool agrees)
        {
            // A badge earned meanwhile may stand below.
            var form = (await from.SaysAsync($"shout out to {to.Name}"))[0].Card!;
            await from.TapsAsync(
                "Helped me",
                form,
                new Dictionary<string, string>(StringComparer.Ordinal) { ["own"] = words }
            );
            var offered = (await course.NewAsync(to)).Last(one => one.Card?.Find("In the channel") is not null).Card!;
            if (!agrees)
                return;
            await to.TapsAsync("In the channel", offered);
            await lee.TapsAsync("Post it", (await course.NewAsync(lee))[^1].Card!);
            await course.SettleAsync();
        }
    }

    [StoreFact]
    public async Task What_was_written_in_a_class_since_left_is_in_the_copy_and_leaves_too()
    {
        var course = await Course.StartAsync(Bot, "Sam", "Ana", "Bo");
        var (sam, ana, bo) = (course["Sam"], course["Ana"], course["Bo"]);
        foreach (var asker in new[] { ana, bo })
        {
            await asker.SaysAsync("can Sam look at my work");
            await asker.TapsAsync("Show me first", Filled(("words", "a wombat poster")));
            await asker.TapsAsync("Send it to Sam");
            await sam.TapsAsync(
                "Send it",
                (await course.NewAsync(sam))[^1].Card!,
                Filled(("strength", "the quokka begins well"), ("question", "add a quokka graph?"))
            );
            await course.NewAsync(asker);
            // One thing a day comes unasked.
            await course.AtAsync(Bot.Clock.Now.AddDays(1));
        }

        await sam.TapsAsync(
            "Helped me",
            (await sam.SaysAsync("shout out to Ana"))[0].Card!,
            Filled(("own", "quokka of mine"))
        );
        await course.NewAsync(ana);
        await course.Team.LeavesAsync(bo);
        await course.Team.LeavesAsync(sam);
        await course.SettleAsync();
        Assert.Empty((await Bot.PersonAsync(sam))!.Classes);
        Assert.Contains("quokka graph", (await Bot.PersonAsync(bo))!.Peers[0].Question, StringComparison.Ordinal);

        await sam.SaysAsync("delete my data");
        await sam.SaysAsync("DELETE");
        Bot.Trouble.RefusesForgetting = true;
        await course.AtAsync((await Bot.PersonAsync(sam))!.Erasure!.At!.Value + TimeSpan.FromMinutes(1));
        Assert.Contains(course.Team.Key, (await Bot.PersonAsync(sam))!.Traces!.Classes);
        Bot.Trouble.RefusesForgetting = false;
        await Bot.CrashAsync(TimeSpan.FromMinutes(5));
        await Bot.RingAsync();

        Assert.Null(await Bot.PersonAsync(sam));
        Assert.DoesNotContain("quokka", Files(), StringComparison.OrdinalIgnoreCase);
    }

    [StoreFact]
    public async Task Somebody_in_no_class_leaves_nothing_at_all()
    {
        var sam = Bot.Student();
        await RepetitionJourneys.DraftAsync(sam);
        await sam.TapsAsync("Save");
        await sam.SaysAsync("delete my data");
        await sam.SaysAsync("delete");
        await sam.LetTimePassAsync(TimeSpan.FromHours(25));
        await Bot.RingAsync();

        Assert.Null(await Bot.PersonAsync(sam));
        Assert.DoesNotContain("algebra", Files(), StringComparison.OrdinalIgnoreCase);
        Assert.Contains(
            "your goals (0)",
            (await sam.SaysAsync("what do you know about me"))[0].Text,
            StringComparison.Ordinal
        );
    }

    [StoreFact]
    public async Task Until_then_it_is_taken_back_by_a_tap_a_word_or_undo()
    {
        var sam = Bot.Student();
        foreach (var back in (string[])["tap", "keep my data", "undo"])
        {
            await sam.SaysAsync("delete my data");
            await sam.SaysAsync("DELETE");
            Assert.NotNull((await Bot.PersonAsync(sam))!.Erasure?.At);
            var answer = back == "tap" ? await sam.TapsAsync("Keep my data") : await sam.SaysAsync(back);
            Assert.Contains("Nothing was deleted", Text(answer[0].Card!), StringComparison.Ordinal);
            Assert.Null((await Bot.PersonAsync(sam))!.Erasure);
        }

        await sam.SaysAsync("i want to get better at math");
        await sam.LetTimePassAsync(TimeSpan.FromDays(2));
        await Bot.RingAsync();
        Assert.NotNull((await Bot.PersonAsync(sam))!.Dialog);
    }

    [StoreFact]
    public async Task Any_other_words_leave_everything_as_it_is()
    {
        var sam = Bot.Student();
        await sam.SaysAsync("delete my data");
        await sam.SaysAsync("hmm no");
        await sam.SaysAsync("DELETE");

        Assert.Null((await Bot.PersonAsync(sam))!.Erasure?.At);
    }

    [StoreFact]
    public async Task A_crash_in_the_middle_of_it_is_made_good()
    {
        var course = await WrittenAsync();
        await course["Sam"].SaysAsync("delete my data");
        await course["Sam"].SaysAsync("DELETE");
        await course.SettleAsync();
        Bot.Trouble.RefusesForgetting = true;
        Bot.Clock.Advance(TimeSpan.FromHours(25));
        await Bot.RingAsync();
        Assert.NotNull((await Bot.PersonAsync(course["Sam"]))!.Erasure);
        Assert.Contains(course.Team.Key, (await Bot.PersonAsync(course["Sam"]))!.Traces!.Classes);

        Bot.Trouble.RefusesForgetting = false;
        await Bot.CrashAsync(TimeSpan.FromMinutes(5));
        await Bot.RingAsync();

        Assert.Null((await Bot.PersonAsync(course["Sam"]))!.Erasure);
        Assert.Null((await Bot.PersonAsync(course["Sam"]))!.Traces);
        Assert.DoesNotContain("quokka", Files(), StringComparison.OrdinalIgnoreCase);
    }

    [StoreFact]
    public async Task A_year_after_the_last_turn_it_is_deleted_by_itself()
    {
        var sam = Bot.Student();
        await RepetitionJourneys.DraftAsync(sam);
        await sam.TapsAsync("Save");
        await sam.LetTimePassAsync(TimeSpan.FromDays(364));
        await Bot.RingAsync();
        Assert.Single((await Bot.PersonAsync(sam))!.Goals);

        await sam.LetTimePassAsync(TimeSpan.FromDays(8));
        await Bot.RingAsync();

        Assert.Null(await Bot.PersonAsync(sam));
        Assert.DoesNotContain("algebra", Files(), StringComparison.OrdinalIgnoreCase);
    }

    [StoreFact]
    public async Task The_link_and_the_code_together_give_all_of_it_once()
    {
        var course = await WrittenAsync();
        var (path, code) = await OfferedAsync(course["Sam"]);

        var asked = await Bot.BrowseAsync(path);
        var wrong = await Bot.BrowseAsync(path, Form(code == "000000" ? "000001" : "000000"));
        var shown = await Bot.BrowseAsync(path, Form(code));
        var again = await Bot.BrowseAsync(path, Form(code));

        Assert.Equal(HttpStatusCode.OK, asked.Status);
        Assert.DoesNotContain("quokka", asked.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, wrong.Status);
        Assert.DoesNotContain("quokka", wrong.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, shown.Status);
        Assert.Contains("quokka goal", shown.Html, StringComparison.Ordinal);
        Assert.Contains(
            "Lee Rivera · 7B Math · check-ins",
            WebUtility.HtmlDecode(shown.Html),
            StringComparison.Ordinal
        );
        Assert.Equal(HttpStatusCode.Forbidden, again.Status);

        var json = JsonDocument.Parse(Convert.FromBase64String(Data().Match(shown.Html).Groups["data"].Value));
        var text = json.RootElement.ToString();
        foreach (var word in (string[])["quokka goal", "quokka week", "quokka reply", "quokka answer", "quokka first"])
            Assert.Contains(word, text, StringComparison.Ordinal);
        var read = json.RootElement.GetProperty("readBy").EnumerateArray().First();
        Assert.Equal("Lee Rivera", read.GetProperty("teacher").GetString());
        Assert.Equal("2026-W38", read.GetProperty("weeks").GetString());
    }

    [StoreFact]
    public async Task After_five_wrong_codes_or_ten_minutes_the_right_one_opens_nothing()
    {
        var sam = Bot.Student();
        var (path, code) = await OfferedAsync(sam);
        for (var n = 0; n < 5; n++)
            await Bot.BrowseAsync(path, Form($"{n}"));
        Assert.Equal(HttpStatusCode.Forbidden, (await Bot.BrowseAsync(path, Form(code))).Status);

        (path, code) = await OfferedAsync(sam);
        await sam.LetTimePassAsync(TimeSpan.FromMinutes(10));
        Assert.Equal(HttpStatusCode.Forbidden, (await Bot.BrowseAsync(path, Form(code))).Status);

        (path, code) = await OfferedAsync(sam);
        Assert.Equal(HttpStatusCode.OK, (await Bot.BrowseAsync(path, Form(code))).Status);
    }

    [StoreFact]
    public async Task A_link_of_somebody_else_or_of_nobody_opens_nothing()
    {
        var (sams, _) = await OfferedAsync(Bot.Student("Sam"));
        var (_, evesCode) = await OfferedAsync(Bot.Student("Eve"));

        foreach (var path in (string[])[sams, "/my-data/x", "/my-data/%00", "/my-data/" + new string('A', 3000)])
        {
            var answer = await Bot.BrowseAsync(path, Form(evesCode));
            Assert.InRange((int)answer.Status, 400, 499);
        }
    }

    [StoreFact]
    public async Task The_pages_the_manifest_points_to_name_the_school()
    {
        foreach (var path in (string[])["/privacy", "/terms"])
        {
            var (status, html) = await Bot.BrowseAsync(path);
            Assert.Equal(HttpStatusCode.OK, status);
            Assert.Contains("Elm Street School", html, StringComparison.Ordinal);
            Assert.Contains("office@elm.example", html, StringComparison.Ordinal);
        }
    }

    [StoreFact]
    public async Task The_store_its_backups_and_exports_are_for_the_bots_account_alone()
    {
        if (OperatingSystem.IsWindows())
            return;
        await Bot.Student().SaysAsync("hi");
        foreach (
            var command in (string[][])
                [
                    ["backup", _folder.File("b")],
                    ["export-store", _folder.File("e")],
                ]
        )
        {
            Assert.Equal(0, await StoreCommands.RunAsync(command, Settings, TextWriter.Null, CancellationToken.None));
        }

        foreach (var file in Directory.GetFiles(Path.GetDirectoryName(Database)!))
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
    }

    [StoreFact]
    public async Task The_school_exports_and_erases_a_person_and_a_class_and_has_its_trail()
    {
        var course = await WrittenAsync();
        string[] sam = ["--person", course["Sam"].ObjectId, "--tenant", Support.Student.Tenant];
        string[] team = ["--team", course.Team.Id, "--tenant", Support.Student.Tenant];

        Assert.Equal(0, await RunAsync(["export-person", .. sam, _folder.File("sam.json")]));
        Assert.Contains(
            "quokka answer",
            await File.ReadAllTextAsync(_folder.File("sam.json")),
            StringComparison.Ordinal
        );
        Assert.Equal(0, await RunAsync(["audit", .. team, _folder.File("trail.csv")]));
        var trail = await File.ReadAllTextAsync(_folder.File("trail.csv"));
        Assert.Contains(
            $",read,{course.Teacher.ObjectId},{course["Sam"].ObjectId},2026-W38,",
            trail,
            StringComparison.Ordinal
        );
        Assert.Equal(0, await RunAsync(["export-class", .. team, _folder.File("class.json")]));
        Assert.DoesNotContain(
            "quokka",
            await File.ReadAllTextAsync(_folder.File("class.json")),
            StringComparison.Ordinal
        );
        File.Delete(_folder.File("sam.json"));

        Assert.Equal(2, await RunAsync(["erase-person", .. sam]));
        Assert.Contains("quokka", Files(), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(0, await RunAsync(["erase-person", .. sam, "--yes"]));
        Assert.DoesNotContain("quokka", Files(), StringComparison.OrdinalIgnoreCase);
        Assert.Single((await Bot.PersonAsync(course["Sam"]))!.Classes);

        Assert.Equal(0, await RunAsync(["erase-class", .. team, "--yes"]));
        Assert.Null(await course.Team.ReadAsync());
        Assert.Empty(await Bot.Store.ListAsync(course.Team.Key.Partition, "audit", null, 10, CancellationToken.None));
        Assert.Empty((await Bot.PersonAsync(course["Ana"]))!.Classes);
        Assert.Equal(1, await RunAsync(["erase-class", .. team, "--yes"]));
    }

    /// <summary>A class in which Sam wrote of quokkas wherever a student can, and was read and answered.</summary>
    private async Task<Course> WrittenAsync()
    {
        var course = await Course.StartAsync(Bot, "Sam", "Ana");
        var sam = course["Sam"];
        await sam.SaysAsync(
            "i want to raise my quokka first grade from 55 to 80 by december 1 by going to tutoring every tuesday "
                + "because i want to pass"
        );
        await sam.SaysAsync("7");
        await sam.TapsAsync("Save");
        await sam.SaysAsync("my goals");
        await sam.TapsAsync("Details");
        await sam.TapsAsync("Adjust…");
        await sam.TapsAsync(
            "Save change",
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["target"] = "75",
                ["reason"] = "the quokka goal is too hard",
            }
        );
        await course.AtAsync(Course.Friday);
        await course.ReflectsAsync("Sam", 2, words: "a quokka week");
        await course.AtAsync(Course.Monday);
        var digest = Assert.Single(await course.NewAsync(course.Teacher)).Card!;
        var read = Assert.Single(await course.Teacher.TapsAsync("Read (1)", digest)).Card!;
        var form = Assert.Single(await course.Teacher.TapsAsync("Reply", read)).Card!;
        await course.Teacher.TapsAsync(
            "Send",
            form,
            new Dictionary<string, string>(StringComparer.Ordinal) { ["own"] = "a quokka reply" }
        );
        await course.NewAsync(sam);
        await sam.SaysAsync("in the quokka answer room");
        await course.SettleAsync();
        return course;
    }

    private IConfiguration Settings =>
        new ConfigurationBuilder().AddInMemoryCollection([new("Store:Sqlite:Path", Database)]).Build();

    private async Task<int> RunAsync(params string[] command) =>
        (await DataCommands.RunAsync(command, Settings, TextWriter.Null, CancellationToken.None))!.Value;

    private static async Task<(string Path, string Code)> OfferedAsync(Student student)
    {
        var card = (await student.SaysAsync("download my data"))[0].Card!;
        return (
            new Uri(card.Find("Open my data")!.Value.GetProperty("url").GetString()!).AbsolutePath,
            Digits().Match(Text(card)).Value
        );
    }

    private static string Text(CardOnScreen card) => string.Join('\n', card.Lines());

    private static Dictionary<string, string> Filled(params (string Name, string Value)[] fields) =>
        fields.ToDictionary(one => one.Name, one => one.Value, StringComparer.Ordinal);

    private static FormUrlEncodedContent Form(string code) => new([new("code", code)]);

    /// <summary>Every byte of every file beside the database.</summary>
    private string Files() =>
        string.Concat(
            Directory
                .GetFiles(Path.GetDirectoryName(Database)!)
                .Select(file =>
                {
                    using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
                    using var bytes = new MemoryStream();
                    stream.CopyTo(bytes);
                    return Encoding.Latin1.GetString(bytes.ToArray());
                })
        );

    [GeneratedRegex(@"\b\d{6}\b", RegexOptions.NonBacktracking)]
    private static partial Regex Digits();

    [GeneratedRegex("base64,(?<data>[^\"]+)\"", RegexOptions.NonBacktracking)]
    private static partial Regex Data();
}
