using System.Reflection;
using System.Text.Json.Serialization;
using Milestones.Calendar;
using Milestones.Language;
using Milestones.School;
using Milestones.Tests.Support;

namespace Milestones.Tests.Coaching;

/// <summary>Every state the dialog can be in: stored, read back, and answered whatever is typed.</summary>
public sealed class DialogStateTests
{
    private static readonly GoalDraft Draft = new("g1", "i want to get better at math", Area.Academic)
    {
        What = "fractions",
        Measure = new Measure("80%", 80, 90, "percent"),
        Plan = "tutoring",
        Deadline = new DateOnly(2026, 12, 1),
        ToSharpen = Fields.Plan | Fields.Reason,
        Settled = Fields.What | Fields.Measure,
        Trail = [Fields.What, Fields.Measure],
        Notes = "all of it",
        DeadlineWords = "by winter break",
        School = new SchoolDate(SchoolOccasion.WinterBreak, SchoolEdge.Before),
    };

    public static TheoryData<string> Names => [.. Types.Select(type => type.Name)];

    private static IEnumerable<Type> Types =>
        typeof(GoalDialogState)
            .Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(GoalDialogState)) && !type.IsAbstract);

    [Fact]
    public void Every_state_has_a_name_of_its_own_in_the_store()
    {
        var named = typeof(GoalDialogState)
            .GetCustomAttributes<JsonDerivedTypeAttribute>()
            .ToDictionary(name => name.DerivedType, name => name.TypeDiscriminator);

        Assert.All(Types, type => Assert.Contains(type, named.Keys));
        Assert.Equal(named.Count, named.Values.Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_state_reads_back_as_it_was_written(string name)
    {
        var chat = new PureChat();
        var person = chat.Known with { Dialog = Make(name) };

        var read = Kinds.All.Person.Read(Kinds.All.Person.Write(chat.Key, person));

        Assert.Equal(Json(chat, person), Json(chat, read));
        Assert.IsType(person.Dialog!.GetType(), read.Dialog);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Whatever_is_typed_gets_an_answer(string name)
    {
        string[] typed =
        [
            "fractions",
            "80",
            "yes",
            "no",
            "idk",
            "in 4 weeks",
            "back",
            "skip",
            "why?",
            "help",
            "cancel",
            "later",
            "continue",
            "save",
            "change",
            "my goals",
            "new goal",
            "form",
            "undo",
            "log progress",
            "grade",
            "english",
            "español",
            "hi",
            "what?",
            "i want to read more books",
            "",
            "got 72 on the quiz",
            new string('x', 600),
            new string('x', 5000),
        ];
        foreach (var text in typed)
        {
            var chat = new PureChat { Person = new PureChat().Known with { Dialog = Make(name) } };
            var shown = await chat.SaysAsync(text);

            Assert.NotEmpty(shown);
            Assert.DoesNotContain(
                shown,
                one => one.Text?.StartsWith("Sorry, something went wrong", StringComparison.Ordinal) == true
            );
        }
    }

    private static GoalDialogState Make(string name)
    {
        var type = Types.Single(one => one.Name == name);
        var constructor = type.GetConstructors(BindingFlags.Public | BindingFlags.Instance)
            .OrderByDescending(one => one.GetParameters().Length)
            .First();
        return (GoalDialogState)constructor.Invoke([.. constructor.GetParameters().Select(Value)]);
    }

    private static object? Value(ParameterInfo parameter) =>
        parameter.ParameterType switch
        {
            { } type when type == typeof(GoalDraft) => Draft,
            { } type when type == typeof(int) || type == typeof(int?) => 2,
            { } type when type == typeof(string) => "words",
            { } type when type.IsAssignableFrom(typeof(AskingPlan)) => new AskingPlan(Draft),
            var type => throw new InvalidOperationException($"What is a {type.Name} for {parameter.Name}?"),
        };

    private static string Json(PureChat chat, Person person) =>
        System.Text.Encoding.UTF8.GetString(Kinds.All.Person.Write(chat.Key, person).Json.Span);
}
