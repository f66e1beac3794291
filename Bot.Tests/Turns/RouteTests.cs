using System.Reflection;
using System.Text.RegularExpressions;
using Milestones.Conversations;
using Milestones.Features.Coaching;
using Milestones.Features.People;
using Milestones.Localization;
using Milestones.School;
using Milestones.Tests.Support;
using Milestones.Turns;

namespace Milestones.Tests.Turns;

/// <summary>Every button, every command and every message has one route, and no route leads nowhere.</summary>
public sealed partial class RouteTests
{
    private static readonly Dictionary<string, string> Verbs = typeof(BotApplication)
        .Assembly.GetTypes()
        .Where(type =>
            type.Name.EndsWith("Verbs", StringComparison.Ordinal)
            || type == typeof(PictureHandler)
            || type == typeof(DraftCard)
        )
        .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static))
        .Where(field => field is { IsLiteral: true, FieldType.Name: nameof(String) })
        .ToDictionary(
            field =>
                field.DeclaringType == typeof(PictureHandler) || field.DeclaringType == typeof(DraftCard)
                    ? field.Name
                    : $"{field.DeclaringType!.Name}.{field.Name}",
            field => (string)field.GetRawConstantValue()!,
            StringComparer.Ordinal
        );

    private static IEnumerable<string> Routed =>
        Kinds
            .All.PersonRoutes.Features.SelectMany(feature => feature.Verbs.Keys)
            .Concat(Kinds.All.ClassRoutes.Features.SelectMany(feature => feature.Verbs.Keys));

    private static IEnumerable<string> Retired =>
        Kinds.All.PersonRoutes.Features.SelectMany(feature => feature.Retired);

    [Fact]
    public void Every_verb_there_is_has_a_route() => Assert.Empty(Verbs.Values.Except(Routed, StringComparer.Ordinal));

    [Fact]
    public void Every_route_is_reached_by_a_button_of_some_card_or_says_that_it_is_not() =>
        Assert.Equal(
            Retired.Order(StringComparer.Ordinal),
            Routed
                .Distinct(StringComparer.Ordinal)
                .Except(OnCards(), StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)
        );

    [Fact]
    public void Every_command_has_a_route() =>
        Assert.Empty(
            Enum.GetValues<Command>()
                .Except(Kinds.All.PersonRoutes.Features.SelectMany(feature => feature.Commands.Keys))
        );

    [Fact]
    public void No_word_means_two_commands()
    {
        var words = Enum.GetValues<Command>()
            .SelectMany(command =>
                Voice
                    .InEveryLanguage($"Command.{command}")
                    .SelectMany(list => list)
                    .Distinct(StringComparer.OrdinalIgnoreCase)
                    .Select(word => (word, command))
            );
        Assert.Empty(
            words
                .GroupBy(one => one.word, StringComparer.OrdinalIgnoreCase)
                .Where(group => group.Select(one => one.command).Distinct().Count() > 1)
                .Select(group => group.Key)
        );
    }

    [Fact]
    public void Every_message_between_documents_is_taken()
    {
        var messages = typeof(DocumentMessage)
            .Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(DocumentMessage)));
        Assert.Empty(
            messages.Except(
                Kinds
                    .All.PersonRoutes.Features.SelectMany(feature => feature.Messages.Select(route => route.Message))
                    .Concat(
                        Kinds.All.ClassRoutes.Features.SelectMany(feature =>
                            feature.Messages.Select(route => route.Message)
                        )
                    )
                    .Concat(
                        Kinds.All.SchoolRoutes.Features.SelectMany(feature =>
                            feature.Messages.Select(route => route.Message)
                        )
                    )
            )
        );
    }

    [Fact]
    public void What_two_features_claim_is_refused_at_start()
    {
        var refused = Assert.Throws<InvalidOperationException>(() =>
            new RouteTable<Person>(PersonRoutes.All, PersonRoutes.All)
        );
        Assert.Contains("People", refused.Message, StringComparison.Ordinal);
    }

    /// <summary>The verbs that code outside the tables of routes names: its cards.</summary>
    private static IEnumerable<string> OnCards() =>
        Directory
            .EnumerateFiles(Path.Combine(Repository.Root, "Bot"), "*.cs", SearchOption.AllDirectories)
            .Where(file =>
                !file.EndsWith("Routes.cs", StringComparison.Ordinal)
                && !file.EndsWith("Verbs.cs", StringComparison.Ordinal)
                && !file.EndsWith("TurnRouter.cs", StringComparison.Ordinal)
            )
            .SelectMany(file => Named().Matches(File.ReadAllText(file)).Select(match => match.Groups["verb"].Value))
            .Where(Verbs.ContainsKey)
            .Select(name => Verbs[name])
            .Distinct(StringComparer.Ordinal);

    [GeneratedRegex(
        @"(?<verb>[A-Z]\w+Verbs\.[A-Z]\w+|\bStart\b|\bWhat\b|\bHowMany\b|\bWhen\b|\bAdd\b|\bSure\b)",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex Named();
}
