using System.Reflection;
using System.Reflection.Emit;
using Milestones.School;
using Milestones.Tests.Support;

namespace Milestones.Tests;

/// <summary>
/// Which room may see which. Read from the compiled code, so that neither a full name nor a lambda hides anything.
/// </summary>
public sealed class ArchitectureTests
{
    /// <summary>
    /// The floors of the house, from the cellar up. A room uses itself and the rooms of floors below; what shares a
    /// floor does not see one another.
    /// </summary>
    private static readonly string[] Floors =
    [
        "Telemetry",
        "Cards",
        "Calendar",
        "Language",
        "Localization",
        "Conversations",
        "Storage",
        "School",
        "Views",
        "Features",
        "Channel.Teams",
        "Channel.Sending",
        "Reading",
        "Turns",
        "Pages",
        "Host",
        "Host.Packaging",
        "Host.Playground",
        "",
    ];

    /// <summary>Folders that hold rooms: each folder in them is one.</summary>
    private static readonly string[] Shared = ["Features", "Channel", "Host"];

    private static readonly Dictionary<int, OpCode> Short = Codes(size: 1);
    private static readonly Dictionary<int, OpCode> Long = Codes(size: 2);

    private static readonly IReadOnlyList<Use> All = [.. Uses()];

    [Fact]
    public void There_is_something_to_look_at()
    {
        Assert.Contains(All, use => use is { From.Name: "DraftHandler", To.Name: "Goal" });
        Assert.Contains(All, use => use is { From.Name: "GoalCoachBot", ToRoom: "Storage" });
    }

    [Fact]
    public void Every_room_stands_on_a_floor() =>
        Assert.Equal(
            [],
            All.SelectMany(use => new[] { use.FromRoom, use.ToRoom })
                .Distinct(StringComparer.Ordinal)
                .Where(room => FloorOf(room) < 0)
        );

    [Fact]
    public void Nothing_points_up_and_nothing_goes_round_in_a_circle() =>
        None(use =>
            use.To != typeof(TimeProvider) && use.FromRoom != use.ToRoom && FloorOf(use.ToRoom) >= FloorOf(use.FromRoom)
        );

    [Fact]
    public void Every_type_lies_in_the_folder_of_its_room()
    {
        var bot = Path.Combine(Repository.Root, "Bot");
        var wrong = Directory
            .EnumerateFiles(bot, "*.cs", SearchOption.AllDirectories)
            .Select(file =>
                (
                    File: Path.GetRelativePath(bot, file),
                    Space: File.ReadLines(file)
                        .FirstOrDefault(line => line.StartsWith("namespace ", StringComparison.Ordinal))
                )
            )
            .Where(one =>
                one.Space is not null
                && !one.File.StartsWith("obj", StringComparison.Ordinal)
                && !one.File.StartsWith("bin", StringComparison.Ordinal)
            )
            .Where(one =>
                one.Space
                != $"namespace "
                    + $"{string.Join('.', ["Milestones", .. one.File.Split(Path.DirectorySeparatorChar)[..^1]])};"
            );
        Assert.Empty(wrong);
    }

    [Fact]
    public void The_figure_of_the_house_is_up_to_date() =>
        Approved.Section(Path.Combine(Repository.Root, "docs", "architecture.md"), "house", Figure());

    [Fact]
    public void In_a_feature_only_handlers_see_the_store() =>
        None(use =>
            use.ToRoom == "Storage"
            && use.FromRoom.StartsWith("Features.", StringComparison.Ordinal)
            && !use.From.Name.EndsWith("Handler", StringComparison.Ordinal)
        );

    [Fact]
    public void The_rules_of_goals_see_neither_words_nor_cards_nor_conversations()
    {
        Type[] rules =
        [
            typeof(Goal),
            typeof(Milestone),
            typeof(Measure),
            typeof(MilestonePlan),
            typeof(PlanSteps),
            typeof(GoalStatuses),
            typeof(Adjustment),
        ];
        None(use => rules.Contains(use.From) && use.ToRoom is not ("School" or "Calendar" or "Language"));
    }

    [Fact]
    public void Only_edges_read_the_clock() =>
        None(use =>
            use.To == typeof(TimeProvider)
            && use.FromRoom
                is not (
                    ""
                    or "Channel.Sending"
                    or "Channel.Teams"
                    or "Host.Playground"
                    or "Pages"
                    or "Reading"
                    or "Storage"
                    or "Turns"
                )
        );

    /// <summary>
    /// Rooms on their floors, and how many types of one room use how many of another, as Mermaid draws it. The roof
    /// alone is left out: it sees everything.
    /// </summary>
    private static string Figure()
    {
        var edges = All.Where(use => use.FromRoom.Length > 0 && use.ToRoom.Length > 0 && use.FromRoom != use.ToRoom)
            .CountBy(use => (use.FromRoom, use.ToRoom))
            .ToList();
        var rooms = edges
            .SelectMany(edge => new[] { edge.Key.FromRoom, edge.Key.ToRoom })
            .Distinct(StringComparer.Ordinal)
            .ToList();
        var floors = Enumerable
            .Range(0, Floors.Length)
            .Reverse()
            .Select(floor =>
                (
                    Floor: floor,
                    Rooms: rooms.Where(room => FloorOf(room) == floor).Order(StringComparer.Ordinal).ToList()
                )
            )
            .Where(one => one.Rooms.Count > 0);
        return string.Join(
            '\n',
            [
                "```mermaid",
                "flowchart TB",
                .. floors.SelectMany(one =>
                    (string[])
                        [
                            $"  subgraph f{one.Floor}[ ]",
                            .. one.Rooms.Select(room => $"    {Id(room)}[{room.Replace('.', '/')}]"),
                            "  end",
                        ]
                ),
                .. edges
                    .OrderByDescending(edge => FloorOf(edge.Key.FromRoom))
                    .ThenBy(edge => edge.Key.FromRoom, StringComparer.Ordinal)
                    .ThenBy(edge => edge.Key.ToRoom, StringComparer.Ordinal)
                    .Select(edge => $"  {Id(edge.Key.FromRoom)} -->|{edge.Value}| {Id(edge.Key.ToRoom)}"),
                "```",
            ]
        );

        static string Id(string room) => room.Replace(".", string.Empty, StringComparison.Ordinal);
    }

    /// <summary>Where the features stand, all of them on one floor; every other floor is one room.</summary>
    private const string Features = "Features";

    private static int FloorOf(string room) =>
        Array.IndexOf(Floors, room.StartsWith(Features + ".", StringComparison.Ordinal) ? Features : room);

    private static void None(Func<Use, bool> forbidden) =>
        Assert.Empty(
            All.Where(forbidden)
                .Select(use => $"{use.FromRoom}/{use.From.Name} uses {use.ToRoom}/{use.To.Name}")
                .Distinct(StringComparer.Ordinal)
        );

    private static IEnumerable<Use> Uses()
    {
        var bot = typeof(BotApplication).Assembly;
        return bot.GetTypes()
            .Where(type => type.Namespace?.StartsWith("Milestones", StringComparison.Ordinal) == true)
            .SelectMany(type =>
                Types(type)
                    .SelectMany(Parts)
                    .Where(used => used.Assembly == bot || used == typeof(TimeProvider))
                    .Select(used => new Use(Outermost(type), Outermost(used)))
            )
            .Where(use => use.From != use.To && !use.To.Name.StartsWith('<'))
            .Distinct();
    }

    private static IEnumerable<Type> Types(Type type)
    {
        const BindingFlags everything =
            BindingFlags.Public
            | BindingFlags.NonPublic
            | BindingFlags.Static
            | BindingFlags.Instance
            | BindingFlags.DeclaredOnly;
        IEnumerable<Type?> shape =
        [
            type.BaseType,
            .. type.GetInterfaces(),
            .. type.GetFields(everything).Select(field => field.FieldType),
        ];
        var methods = type.GetMethods(everything).Cast<MethodBase>().Concat(type.GetConstructors(everything));
        return shape.OfType<Type>().Concat(methods.SelectMany(InMethod));
    }

    private static IEnumerable<Type> InMethod(MethodBase method)
    {
        IEnumerable<Type> types = method.GetParameters().Select(parameter => parameter.ParameterType);
        if (method is MethodInfo { ReturnType: var returns })
            types = types.Append(returns);
        return method.GetMethodBody() is { } body
            ? types
                .Concat(body.LocalVariables.Select(local => local.LocalType))
                .Concat(InCode(method, body.GetILAsByteArray() ?? []))
            : types;
    }

    private static IEnumerable<Type> InCode(MethodBase method, byte[] code)
    {
        for (var at = 0; at < code.Length; )
        {
            var opcode = code[at] == 0xFE ? Long[code[at + 1]] : Short[code[at]];
            at += opcode.Size;
            if (
                opcode.OperandType
                is OperandType.InlineField
                    or OperandType.InlineMethod
                    or OperandType.InlineTok
                    or OperandType.InlineType
            )
            {
                var member = method.Module.ResolveMember(
                    BitConverter.ToInt32(code, at),
                    method.DeclaringType?.GetGenericArguments(),
                    method.IsGenericMethod ? method.GetGenericArguments() : null
                );
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

    private static IEnumerable<Type> Parts(Type type) =>
        type switch
        {
            { HasElementType: true } => Parts(type.GetElementType()!),
            { IsGenericParameter: true } => [],
            { IsConstructedGenericType: true } => type.GetGenericArguments()
                .SelectMany(Parts)
                .Append(type.GetGenericTypeDefinition()),
            _ => [type],
        };

    private static Type Outermost(Type type) => type.DeclaringType is { } outer ? Outermost(outer) : type;

    private static Dictionary<int, OpCode> Codes(int size) =>
        typeof(OpCodes)
            .GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => (OpCode)field.GetValue(null)!)
            .Where(code => code.Size == size)
            .ToDictionary(code => code.Value & 0xFF);

    private sealed record Use(Type From, Type To)
    {
        public string FromRoom => Room(From);

        public string ToRoom => Room(To);

        private static string Room(Type type) =>
            type.Namespace?.Split('.') switch
            {
                ["Milestones", var floor, var room, ..] when Shared.Contains(floor, StringComparer.Ordinal) =>
                    $"{floor}.{room}",
                ["Milestones", var room, ..] => room,
                _ => "",
            };
    }
}
