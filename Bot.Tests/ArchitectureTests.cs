using System.Reflection;
using System.Reflection.Emit;
using Milestones.Goals;

namespace Milestones.Tests;

/// <summary>Which room may see which. Read from the compiled code, so that neither a full name nor a lambda hides anything.</summary>
public sealed class ArchitectureTests
{
    /// <summary>What every feature builds on. All other rooms but the root are features.</summary>
    private static readonly string[] Shared =
        ["Calendar", "Cards", "Conversations", "Localization", "Outbox", "Packaging", "People", "Playground", "Reading", "Scheduling", "Storage", "Teams"];

    private static readonly Dictionary<int, OpCode> Short = Codes(size: 1);
    private static readonly Dictionary<int, OpCode> Long = Codes(size: 2);

    private static readonly IReadOnlyList<Use> All = [.. Uses()];

    private static readonly IReadOnlyList<string> Features = [.. All.Select(use => use.FromRoom).Distinct(StringComparer.Ordinal).Except([.. Shared, ""], StringComparer.Ordinal)];

    [Fact]
    public void There_is_something_to_look_at()
    {
        Assert.Superset(new HashSet<string>(["Goals", "Coaching"], StringComparer.Ordinal), Features.ToHashSet(StringComparer.Ordinal));
        Assert.Contains(All, use => use is { From.Name: "CoachingHandler", To.Name: "Goal" });
        Assert.Contains(All, use => use is { From.Name: "GoalCoachBot", ToRoom: "Storage" });
    }

    [Fact]
    public void Only_the_root_and_what_sends_see_Teams() =>
        None(use => use.ToRoom == "Teams" && use.FromRoom is not ("" or "Teams" or "Outbox"));

    [Fact]
    public void In_a_feature_only_handlers_see_the_store() =>
        None(use => use.ToRoom == "Storage" && Features.Contains(use.FromRoom) && !use.From.Name.EndsWith("Handler", StringComparison.Ordinal) && use.To.Name is not ("DocumentKey" or "DocumentKeys"));

    [Fact]
    public void The_rules_of_goals_see_nothing_but_goals()
    {
        Type[] rules = [typeof(Goal), typeof(Milestone), typeof(Measure), typeof(MilestonePlan), typeof(PlanSteps), typeof(Units), typeof(GoalStatuses), typeof(Adjustment)];
        None(use => rules.Contains(use.From) && use.ToRoom != "Goals");
    }

    [Fact]
    public void Cards_know_no_feature() => None(use => use.FromRoom == "Cards" && use.ToRoom != "Cards");

    [Fact]
    public void Reading_knows_no_more_than_what_goals_are() => None(use => use.FromRoom == "Reading" && use.ToRoom is not ("Reading" or "Goals" or "Calendar"));

    [Fact]
    public void The_calendar_knows_nothing_else() => None(use => use.FromRoom == "Calendar" && use.ToRoom != "Calendar");

    [Fact]
    public void The_store_knows_no_feature() => None(use => use.FromRoom == "Storage" && Features.Contains(use.ToRoom));

    [Fact]
    public void A_handler_or_dialog_is_called_by_the_root_or_its_own_feature_alone() =>
        None(use => (use.To.Name.EndsWith("Handler", StringComparison.Ordinal) || use.To.Name.EndsWith("Dialog", StringComparison.Ordinal))
            && use.FromRoom != use.ToRoom && use.FromRoom.Length > 0 && use.To.Name != "ActivityHandler");

    [Fact]
    public void Features_do_not_go_round_in_a_circle()
    {
        var sees = All.Where(use => Features.Contains(use.FromRoom) && Features.Contains(use.ToRoom) && use.FromRoom != use.ToRoom)
            .ToLookup(use => use.FromRoom, use => use.ToRoom, StringComparer.Ordinal);

        Assert.DoesNotContain(Features, feature => Reaches(feature, feature, []));

        bool Reaches(string from, string to, HashSet<string> seen) => sees[from].Distinct(StringComparer.Ordinal).Any(next => next == to || (seen.Add(next) && Reaches(next, to, seen)));
    }

    [Fact]
    public void Only_edges_read_the_clock() =>
        None(use => use.To == typeof(TimeProvider) && use.FromRoom is not ("" or "Outbox" or "Playground" or "Scheduling" or "Storage" or "Teams"));

    private static void None(Func<Use, bool> forbidden) =>
        Assert.Empty(All.Where(forbidden).Select(use => $"{use.FromRoom}/{use.From.Name} uses {use.ToRoom}/{use.To.Name}").Distinct(StringComparer.Ordinal));

    private static IEnumerable<Use> Uses()
    {
        var bot = typeof(BotApplication).Assembly;
        return bot.GetTypes().Where(type => type.Namespace?.StartsWith("Milestones", StringComparison.Ordinal) == true)
            .SelectMany(type => Types(type).SelectMany(Parts).Where(used => used.Assembly == bot || used == typeof(TimeProvider)).Select(used => new Use(Outermost(type), Outermost(used))))
            .Where(use => use.From != use.To && !use.To.Name.StartsWith('<')).Distinct();
    }

    private static IEnumerable<Type> Types(Type type)
    {
        const BindingFlags everything = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;
        IEnumerable<Type?> shape = [type.BaseType, .. type.GetInterfaces(), .. type.GetFields(everything).Select(field => field.FieldType)];
        var methods = type.GetMethods(everything).Cast<MethodBase>().Concat(type.GetConstructors(everything));
        return shape.OfType<Type>().Concat(methods.SelectMany(InMethod));
    }

    private static IEnumerable<Type> InMethod(MethodBase method)
    {
        IEnumerable<Type> types = method.GetParameters().Select(parameter => parameter.ParameterType);
        if (method is MethodInfo { ReturnType: var returns })
            types = types.Append(returns);
        return method.GetMethodBody() is { } body
            ? types.Concat(body.LocalVariables.Select(local => local.LocalType)).Concat(InCode(method, body.GetILAsByteArray() ?? []))
            : types;
    }

    private static IEnumerable<Type> InCode(MethodBase method, byte[] code)
    {
        for (var at = 0; at < code.Length;)
        {
            var opcode = code[at] == 0xFE ? Long[code[at + 1]] : Short[code[at]];
            at += opcode.Size;
            if (opcode.OperandType is OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineTok or OperandType.InlineType)
            {
                var member = method.Module.ResolveMember(BitConverter.ToInt32(code, at), method.DeclaringType?.GetGenericArguments(), method.IsGenericMethod ? method.GetGenericArguments() : null);
                if (member is Type type)
                    yield return type;
                if (member?.DeclaringType is { } declaring)
                    yield return declaring;
                foreach (var argument in (member as MethodInfo)?.GetGenericArguments() ?? [])
                    yield return argument;
            }

            at += opcode.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(code, at)),
                _ => 4,
            };
        }
    }

    private static IEnumerable<Type> Parts(Type type) => type switch
    {
        { HasElementType: true } => Parts(type.GetElementType()!),
        { IsGenericParameter: true } => [],
        { IsConstructedGenericType: true } => type.GetGenericArguments().SelectMany(Parts).Append(type.GetGenericTypeDefinition()),
        _ => [type],
    };

    private static Type Outermost(Type type) => type.DeclaringType is { } outer ? Outermost(outer) : type;

    private static Dictionary<int, OpCode> Codes(int size) => typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!).Where(code => code.Size == size).ToDictionary(code => code.Value & 0xFF);

    private sealed record Use(Type From, Type To)
    {
        public string FromRoom => Room(From);

        public string ToRoom => Room(To);

        private static string Room(Type type) => type.Namespace?.Split('.') is ["Milestones", var room, ..] ? room : "";
    }
}
