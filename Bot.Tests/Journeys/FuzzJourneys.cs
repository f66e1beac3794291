using System.Net;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Milestones.Tests.Storage;
using Milestones.Tests.Support;
using Xunit.Abstractions;

namespace Milestones.Tests.Journeys;

/// <summary>Whatever people and clients send: an answer, never an error of ours, and never a lost document.</summary>
public class FuzzJourneys(ITestOutputHelper output) : Journey
{
    private static readonly Gen<string> Words = Gen.Elements(
        "i want to get better at math",
        "fractions",
        "80%",
        "55",
        "tutoring on tuesdays",
        "if i forget, i do it later",
        "because",
        "in 4 weeks",
        "7",
        "10",
        "2",
        "yes",
        "no",
        "idk",
        "save",
        "back",
        "skip",
        "why?",
        "cancel",
        "later",
        "continue",
        "form",
        "my goals",
        "new goal",
        "log progress",
        "undo",
        "help",
        "grade",
        "español",
        "english",
        "got 72 on the quiz",
        "read 3 more books",
        "\u202Eevil\u202C",
        "\0\u0007",
        "👩‍👩‍👧‍👦🏴󠁧󠁢󠁥󠁮󠁧󠁿",
        "<at>Ana</at>",
        "{{DATE(2026-01-01T00:00:00Z,SHORT)}}",
        "1e999",
        "999999999999999999999%",
        "99999999999999:30",
        "-0",
        "NaN",
        "٣٤",
        "31/02/2026",
        "by the 99th of june",
        "𝟜𝟚%",
        "a\u0300\u0301\u0302",
        "'; DROP TABLE documents;--",
        "⟦x⟧",
        "{placeholder}"
    );

    private static readonly Gen<string> Text = Gen.OneOf(
        Words,
        Gen.Two(Words).Select(two => $"{two.Item1} {two.Item2}"),
        Gen.ListOf(Gen.Choose(1, 0xFFFF).Where(c => !char.IsSurrogate((char)c)).Select(c => (char)c))
            .Select(chars => string.Concat(chars)),
        Gen.Choose(490, 5000)
            .SelectMany(length =>
                Words.Select(words => string.Concat(Enumerable.Repeat(words + " ", (length / (words.Length + 1)) + 1)))
            )
    );

    private static readonly Gen<string> Verb = Gen.Elements([
        .. Kinds
            .All.PersonRoutes.Features.SelectMany(feature => feature.Verbs.Keys)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal),
        "no.such.verb",
    ]);

    private static readonly Gen<string> Field = Gen.Elements(
        "goal",
        "draft",
        "token",
        "entry",
        "entries",
        "step",
        "verb",
        "sentence",
        "measure",
        "now",
        "plan",
        "obstacle",
        "reason",
        "by",
        "on",
        "value",
        "note",
        "evidence",
        "target",
        "band",
        "picture",
        "count",
        "when",
        "title0",
        "due0",
        "title5",
        "due5",
        "class",
        "student",
        "unit",
        "task",
        "work",
        "words",
        "own",
        "strength",
        "question",
        "text",
        "item",
        "week",
        "language",
        "pauseTo",
        "name",
        "targets",
        "criteria"
    );

    private static readonly Gen<JsonNode?> Value = Gen.OneOf(
        Text.Select(text => (JsonNode?)JsonValue.Create(text)),
        Gen.Choose(-5, 1_000_000).Select(number => (JsonNode?)JsonValue.Create(number)),
        Gen.Elements("2026-12-01", "2026-13-45", "0001-01-01", "9999-12-31")
            .Select(day => (JsonNode?)JsonValue.Create(day)),
        Gen.Fresh(() => (JsonNode?)new JsonObject { ["a"] = new JsonArray(1, null) }),
        Gen.Constant((JsonNode?)null)
    );

    private static readonly Gen<Deed> Deeds = Gen.OneOf(
        Text.Select(text => (Deed)new Types(text)),
        Verb.SelectMany(verb => Gen.ListOf(Gen.Zip(Field, Value)).Select(data => (Deed)new Forges(verb, [.. data]))),
        Gen.Choose(0, 99)
            .SelectMany(which => Gen.ListOf(Gen.Zip(Field, Value)).Select(data => (Deed)new Taps(which, [.. data])))
    );

    [StoreFact]
    public void Whatever_is_sent_gets_an_answer_and_loses_nothing() =>
        PropertyRuns.Check(
            Prop.ForAll(
                Gen.ListOf(Deeds).ToArbitrary(),
                deeds =>
                {
                    var student = Bot.Student($"Fuzz{Guid.NewGuid():N}");
                    var goals = 0;
                    foreach (var deed in deeds)
                    {
                        using var response = student.PostAsync(deed.Make(student)).GetAwaiter().GetResult();
                        Assert.True(
                            response.StatusCode == HttpStatusCode.OK,
                            $"{deed} got {response.StatusCode}: {Bot.Log.Lines.LastOrDefault(IsError)}"
                        );
                        student.Screen.Take(student.ArrivedAsync().GetAwaiter().GetResult(), null);

                        var stored = Bot.Store.GetAsync(student.Key, CancellationToken.None).GetAwaiter().GetResult();
                        Assert.InRange(stored!.Document.Json.Length, 1, 64 * 1024);
                        var person = Bot.PersonAsync(student).GetAwaiter().GetResult();
                        Assert.NotNull(person);
                        Assert.True(person.Goals.Count >= goals, "A goal is gone.");
                        goals = person.Goals.Count;
                    }

                    Assert.DoesNotContain(
                        Bot.Log.Lines,
                        line =>
                            line.StartsWith("Error", StringComparison.Ordinal)
                            || line.StartsWith("Critical", StringComparison.Ordinal)
                    );
                }
            ),
            Config.QuickThrowOnFailure.WithMaxTest(40).WithEndSize(30),
            output
        );

    internal abstract record Deed
    {
        public abstract JsonObject Make(Student student);

        protected static JsonObject Data(IEnumerable<(string Field, JsonNode? Value)> fields, JsonObject data)
        {
            foreach (var (field, value) in fields)
                data[field] = value?.DeepClone();
            return data;
        }
    }

    internal sealed record Types(string Text) : Deed
    {
        public override JsonObject Make(Student student) => student.Message(Text);
    }

    /// <summary>A tap no card of ours has.</summary>
    internal sealed record Forges(string Verb, IReadOnlyList<(string Field, JsonNode? Value)> Fields) : Deed
    {
        public override JsonObject Make(Student student) => student.Invoke(Verb, Data(Fields, []));
    }

    /// <summary>A button that was shown, with fields of the sender's own.</summary>
    internal sealed record Taps(int Which, IReadOnlyList<(string Field, JsonNode? Value)> Fields) : Deed
    {
        public override JsonObject Make(Student student)
        {
            var buttons = student
                .Screen.Cards.SelectMany(card =>
                    card.Buttons.Where(button => button.TryGetProperty("verb", out _))
                        .Select(button => (Card: card, Button: button))
                )
                .ToList();
            if (buttons.Count == 0)
                return student.Message("use a form");
            var (card, button) = buttons[Which % buttons.Count];
            return student.Invoke(
                button.GetProperty("verb").GetString()!,
                Data(Fields, (JsonObject)System.Text.Json.JsonSerializer.SerializeToNode(card.Send(button))!),
                card.ActivityId
            );
        }
    }

    private static bool IsError(string line) => line.StartsWith("Error", StringComparison.Ordinal);
}
