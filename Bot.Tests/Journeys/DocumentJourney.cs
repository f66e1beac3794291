using System.Text.Json.Nodes;
using Milestones.School;
using Milestones.Storage;
using Milestones.Tests.Storage;
using Milestones.Tests.Support;

namespace Milestones.Tests.Journeys;

/// <summary>
/// Some weeks of a class, played so that all there is to store is stored. With <c>MILESTONES_RECORD=v2</c> a choice of
/// the documents
/// that together hold everything is written to <c>Storage/Fixtures/v2/</c>, for later versions to read.
/// </summary>
public sealed class DocumentJourney : Journey
{
    private static readonly string? Version = Environment.GetEnvironmentVariable("MILESTONES_RECORD");

    private readonly HashSet<(string Kind, string Json)> _seen = [];

    private protected override string[] Settings => ["--School:Address=https://bot.elm.example"];

    [Fact]
    public async Task Everything_a_class_leaves_in_the_store_is_of_a_kind_that_is_read_again()
    {
        var course = await Course.StartAsync(Bot, "Sam", "Ana", "Bo");
        await course.AtAsync(Course.Friday);
        await LookAsync();
        await TalkAsync(course["Sam"]);
        await WeekAsync(course);
        await WriteBackAsync(course);
        await UnitAsync(course);
        await CriteriaAsync(course);
        await ConferenceAsync(course);
        await FeedbackAsync(course);
        await CelebrateAsync(course);
        await ConcernAsync(course);
        await course.Team.LeavesAsync(course["Bo"]);
        await LookAsync();
        await course["Sam"].SaysAsync("download my data");
        await LookAsync();
        await course["Sam"].SaysAsync("delete my data");
        await course["Sam"].SaysAsync("delete");
        await LookAsync();
        await course.Team.RemoveBotAsync(course.Teacher);
        await LookAsync();

        Assert.All(_seen, one => Assert.NotEqual("unknown", one.Kind));
        Assert.Contains(
            _seen,
            one => one.Kind == "person" && one.Json.Contains("\"dialog\":", StringComparison.Ordinal)
        );
        Assert.Contains(
            _seen,
            one => one.Kind == "class" && one.Json.Contains("\"alerts\":[{", StringComparison.Ordinal)
        );
        if (Version is null)
            return;
        foreach (var name in Transcript.Names.Where(Transcript.IsPlain))
            await Transcript.ReplayAsync(name, Bot.Student(name), null, _ => LookAsync().GetAwaiter().GetResult());
        await LogAsync(Bot.Student("Log"));
        Record(Path.Combine(StoredDocumentTests.Folder, Version));
    }

    /// <summary>More progress than stays with the goal.</summary>
    private async Task LogAsync(Student log)
    {
        foreach (
            var words in (string[])
                [
                    "i want to get better at math",
                    "fractions",
                    "80% on the next test",
                    "60",
                    "skip",
                    "skip",
                    "skip",
                    "in 6 weeks",
                    "7",
                ]
        )
        {
            await log.SaysAsync(words);
        }

        await log.TapsAsync("Save");
        for (var value = 50; value < 80; value++)
            await log.SaysAsync($"got {value} on the quiz");
        await LookAsync();
    }

    /// <summary>A goal step by step, with progress, a change and a second goal half begun.</summary>
    private async Task TalkAsync(Student sam)
    {
        string[] said =
        [
            "i want to get better at math",
            "fractions",
            "80%",
            "60",
            "practice 20 minutes every day",
            "i get tired",
            "because i want to pass",
            "in 6 weeks",
            "7",
            "later",
            "continue",
            "cancel",
            "no",
            "save",
            "yes",
            "got 65 on the quiz",
            "got 70 on the quiz",
            "i want to read 12 books by december",
            "by reading every night",
            "no time",
            "i like it",
            "9",
            "yes",
            "change",
            "save",
            "later",
            "i read 2 books",
            "new goal",
            "i want to run faster",
            "later",
            "i want to play guitar",
        ];
        foreach (var words in said)
        {
            await sam.SaysAsync(words);
            await LookAsync();
            foreach (var button in (string[])["Save goal", "Save"])
            {
                if (sam.Screen.Cards.Any(card => card.Find(button) is not null))
                    await sam.TapsAsync(button);
            }

            await LookAsync();
        }
    }

    /// <summary>A reflection, read and answered, a call for help and a nudge.</summary>
    private async Task WeekAsync(Course course)
    {
        await course["Sam"].SaysAsync("reflect");
        await LookAsync();
        await course.ReflectsAsync("Sam", 2, words: "the quiz was hard and i had no time");
        await LookAsync();
        await course["Ana"].SaysAsync("quiero ayuda");
        await course["Ana"].SaysAsync("i want help");
        await LookAsync();
        await course.NewAsync(course.Teacher);
        await course.AtAsync(Course.Monday);
        await LookAsync();
        var digest = (await course.NewAsync(course.Teacher))[^1].Card!;
        await course.Teacher.TapsAsync(
            digest.Titles.First(title => title.StartsWith("Read", StringComparison.Ordinal)),
            digest
        );
        var waiting = (await course.AsksAsync(course.Teacher, "needs a reply")).Card!;
        var form = (await course.Teacher.TapsAsync("Reply", waiting)).Single().Card!;
        await course.Teacher.TapsAsync(
            "Send",
            form,
            new Dictionary<string, string>(StringComparer.Ordinal) { ["starter"] = "0" }
        );
        await LookAsync();
        await course.SettleAsync();
        await LookAsync();
    }

    /// <summary>What a student writes back, shown to the teacher and then seen.</summary>
    private async Task WriteBackAsync(Course course)
    {
        await course.NewAsync(course["Sam"]);
        await course["Sam"].SaysAsync("tuesday at lunch");
        await LookAsync();
        await course.NewAsync(course.Teacher);
        await LookAsync();
        await course.Teacher.SaysAsync("my class");
        await course.SettleAsync();
        await LookAsync();
    }

    /// <summary>A unit's targets, rated with evidence, marked by the teacher, asked about again and closed.</summary>
    private async Task UnitAsync(Course course)
    {
        var (lee, sam) = (course.Teacher, course["Sam"]);
        await lee.SaysAsync("learning targets");
        await lee.TapsAsync("New unit");
        await lee.TapsAsync(
            "Ask my class",
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["name"] = "Fractions",
                ["targets"] = "I can add fractions\nI can draw fractions",
            }
        );
        await LookAsync();
        await course.NewAsync(sam);
        await LookAsync();
        await sam.SaysAsync("my targets");
        foreach (var button in (string[])["Begin", "1 · Not yet", "4 · Can teach it"])
            await sam.TapsAsync(button);
        await sam.TapsAsync("Save", new Dictionary<string, string>(StringComparer.Ordinal) { ["words"] = "my poster" });
        await LookAsync();
        await course.SettleAsync();
        var list = Assert.Single(await lee.SaysAsync("learning targets")).Card!;
        var map = Assert.Single(await lee.TapsAsync("Map", list)).Card!;
        await lee.TapsAsync("Open #3", map);
        await lee.TapsAsync(
            "Save my marks",
            new Dictionary<string, string>(StringComparer.Ordinal) { ["mark0"] = "3" }
        );
        await LookAsync();
        foreach (var act in (string[])["Ask again: after", "Close"])
        {
            await course.SettleAsync();
            await lee.TapsAsync("Map", list);
            await lee.TapsAsync(act);
            await lee.TapsAsync(act);
            await LookAsync();
            await course.SettleAsync();
            await sam.SaysAsync("my targets");
            if (act != "Close")
                await sam.TapsAsync("2 · Getting there", Assert.Single(await sam.TapsAsync("Begin")).Card!);
            await LookAsync();
        }
    }

    /// <summary>
    /// A task that is checked more often than a document keeps, changed and closed; criteria proposed for a goal; and
    /// feedback.
    /// </summary>
    private async Task CriteriaAsync(Course course)
    {
        var (lee, sam) = (course.Teacher, course["Sam"]);
        await CriteriaJourneys.StartsAsync(course);
        await LookAsync();
        await course.NewAsync(sam);
        await sam.SaysAsync("my criteria");
        await sam.TapsAsync("Check my work");
        for (var check = 0; check < 6; check++)
        {
            await sam.TapsAsync("Yes", Filled(("words", "page 2")));
            await LookAsync();
            await sam.TapsAsync("Partly");
            await sam.TapsAsync("Save", Filled(("words", "one quote more")));
            await LookAsync();
            await sam.TapsAsync("Check again");
        }

        await sam.SaysAsync("my criteria");
        await sam.TapsAsync(
            sam.Screen.Cards[^1].Titles.First(title => title.StartsWith("For: ", StringComparison.Ordinal))
        );
        await sam.TapsAsync("Ask my teacher", Filled(("criteria", "I explain\nI check")));
        await LookAsync();
        await course.SettleAsync();
        await lee.SaysAsync("success criteria");
        await lee.TapsAsync("Look");
        await lee.TapsAsync("Yes, these");
        await LookAsync();
        await course.SettleAsync();
        await LookAsync();
        await lee.SaysAsync("how is sam doing");
        await lee.TapsAsync("Feedback on work");
        await lee.TapsAsync("Send", Filled(("strength", "A clear reason"), ("nextStep", "Add a quote")));
        await LookAsync();
        await course.NewAsync(sam);
        await LookAsync();
        await lee.SaysAsync("success criteria");
        await lee.TapsAsync("Open");
        await lee.TapsAsync("Close");
        await lee.TapsAsync("Close");
        await LookAsync();
        await course.SettleAsync();
        await LookAsync();
    }

    /// <summary>Feedback asked for, given, of help and seen by the teacher; another declined; and pairs.</summary>
    private async Task FeedbackAsync(Course course)
    {
        var (lee, sam, ana) = (course.Teacher, course["Sam"], course["Ana"]);
        Dictionary<string, string> answer = new(StringComparer.Ordinal)
        {
            ["strength"] = "begin with a surprise",
            ["question"] = "add a graph",
        };
        foreach (var (asker, giver, button) in new[] { (sam, ana, "Send it"), (ana, sam, "Not this time") })
        {
            await asker.SaysAsync($"can {giver.Name} look at my poster");
            await asker.TapsAsync("Show me first");
            await asker.TapsAsync($"Send it to {giver.Name}");
            await LookAsync();
            await course.SettleAsync();
            await LookAsync();
            await giver.SaysAsync("my feedback");
            await giver.TapsAsync("Look at it");
            await giver.TapsAsync(button, button == "Send it" ? answer : null);
            await LookAsync();
            await course.SettleAsync();
            await LookAsync();
        }

        await sam.SaysAsync("my feedback");
        await sam.TapsAsync("Read it");
        await sam.TapsAsync("It helped");
        await LookAsync();
        await course.SettleAsync();
        await LookAsync();
        await lee.SaysAsync("class feedback");
        await lee.TapsAsync("Sam Rivera");
        await LookAsync();
        await lee.SaysAsync("pair my class");
        await lee.TapsAsync("Send");
        await LookAsync();
        await course.SettleAsync();
        await LookAsync();
    }

    private static Dictionary<string, string> Filled(params (string Name, string Value)[] fields) =>
        fields.ToDictionary(one => one.Name, one => one.Value, StringComparer.Ordinal);

    /// <summary>A conference: changed, ready, printed by the teacher, tried out, held, looked back on, begun
    /// anew.</summary>
    private async Task ConferenceAsync(Course course)
    {
        var (lee, sam) = (course.Teacher, course["Sam"]);
        await sam.SaysAsync("later");
        await sam.SaysAsync("my conference");
        foreach (
            var button in (string[])["Change #2", "Earlier", "Leave it out", "Change #2", "Earlier", "My conference"]
        )
        {
            await sam.TapsAsync(button);
        }

        await sam.TapsAsync("Day and letter");
        await sam.TapsAsync(
            "Save",
            new Dictionary<string, string>(StringComparer.Ordinal) { ["on"] = "2026-10-01", ["language"] = "es" }
        );
        await sam.TapsAsync("I am ready");
        await sam.TapsAsync("Yes, it is ready");
        await LookAsync();
        await lee.SaysAsync("conferences");
        await lee.TapsAsync(
            "Save the day",
            new Dictionary<string, string>(StringComparer.Ordinal) { ["on"] = "2026-10-02" }
        );
        await LookAsync();
        var link = Assert.Single(await lee.TapsAsync("Print all that are ready"));
        await Bot.BrowseAsync(CertificateJourneys.PathOf(link, "Open it"));
        await course.SettleAsync();
        await LookAsync();
        await sam.SaysAsync("my conference");
        await sam.TapsAsync("Try it out");
        await sam.SaysAsync("my poster");
        await LookAsync();
        await sam.SaysAsync("stop");
        await sam.SaysAsync("my conference");
        await sam.TapsAsync("It is over");
        await sam.SaysAsync("my mom liked my poster");
        await sam.SaysAsync("more posters");
        await LookAsync();
        await sam.SaysAsync("my conference");
        await sam.TapsAsync("Begin a new one");
        await LookAsync();
    }

    /// <summary>A shout-out that is agreed to, posted and cheered, and one that waits.</summary>
    private async Task CelebrateAsync(Course course)
    {
        foreach (var (from, to) in new[] { ("Bo", "Ana"), ("Ana", "Bo") })
        {
            var form = (await course[from].SaysAsync($"shout out to {to}"))
                .First(one => one.Card?.Find("Helped me") is not null)
                .Card!;
            await course[from].TapsAsync("Helped me", form);
            await LookAsync();
            var offered = (await course.NewAsync(course[to]))
                .First(one => one.Card?.Find("In the channel") is not null)
                .Card!;
            await LookAsync();
            await course[to].TapsAsync("In the channel", offered);
            await course.SettleAsync();
            await LookAsync();
        }

        var waiting = (await course.NewAsync(course.Teacher)).First(shown => shown.Card?.Find("Post it") is not null);
        await course.Teacher.TapsAsync("Post it", waiting.Card!);
        await course.SettleAsync();
        await LookAsync();
        var post = course.Team.Channel.Last(shown => shown.Card?.Find("👏 Cheer") is not null).Card!;
        await course.Team.TapsAsync(course["Sam"], "👏 Cheer", post);
        await course.SettleAsync();
        await LookAsync();
    }

    private async Task ConcernAsync(Course course)
    {
        await course["Ana"].SaysAsync("i want to kill myself");
        await LookAsync();
        await course.SettleAsync();
        await LookAsync();
    }

    private async Task LookAsync()
    {
        string? bookmark = null;
        do
        {
            var page = await Bot.Store.ScanAsync(bookmark, 100, CancellationToken.None);
            foreach (var document in page.Documents.Select(one => one.Document))
            {
                var json = System.Text.Encoding.UTF8.GetString(document.Json.Span);
                _seen.Add((KindOf(document, json), json));
                if (document.Kind is "person" or "class")
                    _seen.UnionWith(Messages(JsonNode.Parse(json)!));
            }

            bookmark = page.Bookmark;
        } while (bookmark is not null);
    }

    private static IEnumerable<(string Kind, string Json)> Messages(JsonNode document) =>
        (document["outbox"]?["entries"]?.AsArray() ?? [])
            .Where(entry => entry!["policy"]?.GetValue<string>() == "Message")
            .Select(entry => ("message", entry!["activity"]!.ToJsonString()));

    private static string KindOf(Document document, string json) =>
        document.Kind != "archive"
            ? document.Kind
            : document.Key.Id.Split(':')[0] switch
            {
                "audit" => json.Contains("\"weeks\":", StringComparison.Ordinal) ? "read"
                : json.Contains(PeerAudit.Read, StringComparison.Ordinal) ? "feedback"
                : json.Contains("\"unit\":", StringComparison.Ordinal) ? "targets"
                : "alert",
                "audit-teachers" => "teachers",
                "audit-posts" => "posts",
                "audit-prints" => "prints",
                "audit-conferences" => "conferences",
                "goal" or "progress" or "conference" or "reflection" or "reply" or "unit" or "task" or "check" =>
                    document.Key.Id.Split(':')[0],
                _ => "unknown",
            };

    /// <summary>The longest first, each that holds something none before it held.</summary>
    private void Record(string folder)
    {
        Directory.CreateDirectory(folder);
        var (held, number) = (
            new HashSet<string>(StringComparer.Ordinal),
            new Dictionary<string, int>(StringComparer.Ordinal)
        );
        foreach (
            var (kind, json) in _seen
                .OrderByDescending(one => one.Json.Length)
                .ThenBy(one => one.Json, StringComparer.Ordinal)
        )
        {
            var paths = Paths(JsonNode.Parse(json), kind).ToList();
            if (paths.All(held.Contains))
                continue;
            held.UnionWith(paths);
            number[kind] = number.GetValueOrDefault(kind) + 1;
            File.WriteAllText(Path.Combine(folder, $"{kind}.{number[kind]:d2}.json"), json);
        }
    }

    private static IEnumerable<string> Paths(JsonNode? node, string here) =>
        node switch
        {
            JsonObject one => one.SelectMany(pair =>
                pair.Key is "awaits" or "message" or "policy"
                    ? [$"{here}.{pair.Key}={pair.Value}"]
                    : Paths(pair.Value, pair.Key is "activity" or "body" ? "raw" : $"{here}.{pair.Key}")
            ),
            JsonArray list => list.SelectMany(item => Paths(item, here)),
            _ => here == "raw" || here.StartsWith("raw.", StringComparison.Ordinal) ? [] : [here],
        };
}
