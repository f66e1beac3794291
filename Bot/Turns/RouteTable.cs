using System.Collections.Frozen;
using Milestones.Conversations;
using Milestones.Language.Wanted;
using Milestones.School;

namespace Milestones.Turns;

/// <summary>The features' routes joined.</summary>
/// <exception cref="InvalidOperationException">Two features claim the same verb, command or message.</exception>
internal sealed class RouteTable<T>(params IReadOnlyList<Routes<T>> features)
    where T : Head
{
    private readonly FrozenDictionary<string, Func<Tapped, TurnContext<T>, TurnResult<T>?>> _verbs = Joined(
            features,
            feature => feature.Verbs
        )
        .ToFrozenDictionary(StringComparer.Ordinal);

    private readonly FrozenDictionary<Command, Func<TurnContext<T>, TurnResult<T>?>> _commands = Joined(
            features,
            feature => feature.Commands
        )
        .ToFrozenDictionary();

    private readonly FrozenDictionary<Intent, Func<TurnContext<T>, TurnResult<T>?>> _wants = Joined(
            features,
            feature => feature.Wants
        )
        .ToFrozenDictionary();

    private readonly FrozenDictionary<Type, Func<DocumentMessage, TurnContext<T>, TurnResult<T>>> _messages = Joined(
            features,
            feature => feature.Messages.Select(route => KeyValuePair.Create(route.Message, route.Take))
        )
        .ToFrozenDictionary();

    public IReadOnlyList<Routes<T>> Features { get; } = features;

    /// <summary>Null for a button nobody knows, and for one whose time is over.</summary>
    public TurnResult<T>? Tap(Tapped tapped, TurnContext<T> context) =>
        _verbs.GetValueOrDefault(tapped.Verb) is { } handler ? handler(tapped, context) : null;

    /// <summary>
    /// Null where the command is not for this kind of document, or nothing is open that it could be about.
    /// </summary>
    public TurnResult<T>? Obey(Command command, TurnContext<T> context) =>
        _commands.GetValueOrDefault(command) is { } handler ? handler(context) : null;

    /// <summary>Null where no feature does what is wanted, or there is nothing it could be done to.</summary>
    public TurnResult<T>? Want(Intent intent, TurnContext<T> context) =>
        _wants.GetValueOrDefault(intent) is { } handler ? handler(context) : null;

    /// <summary>Words that answer a question a feature has open beside the dialogs.</summary>
    public TurnResult<T>? Answer(TurnContext<T> context)
    {
        foreach (var feature in Features)
        {
            if (feature.Answers?.Invoke(context) is { } answered)
                return answered;
        }

        return null;
    }

    public TurnResult<T> Take(DocumentMessage message, TurnContext<T> context) =>
        _messages.GetValueOrDefault(message.GetType()) is { } handler
            ? handler(message, context)
            : throw new System.Diagnostics.UnreachableException($"No {typeof(T).Name} takes {message.GetType().Name}.");

    /// <summary>All the clock can bring, one after the other.</summary>
    public TurnResult<T> Ring(TurnContext<T> context) =>
        Features
            .SelectMany(feature => feature.Alarms)
            .Aggregate(
                new TurnResult<T>(context.Head),
                (result, due) => result.Then(due(context with { Head = result.Head }))
            );

    public TurnResult<T> AfterEach(TurnResult<T> result, TurnContext<T> context) =>
        Features.Aggregate(result, (so, feature) => feature.AfterEach?.Invoke(so, context) ?? so);

    public IReadOnlyCollection<DocumentKey> Needs(T head, Turn turn, OtherDocuments others)
    {
        HashSet<DocumentKey>? wanted = null;
        foreach (var feature in Features)
        {
            if (feature.Needs?.Invoke(head, turn, others) is { Count: > 0 } some)
                (wanted ??= []).UnionWith(some);
        }

        return wanted ?? (IReadOnlyCollection<DocumentKey>)[];
    }

    private static Dictionary<TKey, TRoute> Joined<TKey, TRoute>(
        IReadOnlyList<Routes<T>> features,
        Func<Routes<T>, IEnumerable<KeyValuePair<TKey, TRoute>>> routes
    )
        where TKey : notnull
    {
        var joined = new Dictionary<TKey, TRoute>();
        foreach (var feature in features)
        {
            foreach (var (key, route) in routes(feature))
            {
                if (!joined.TryAdd(key, route))
                {
                    throw new InvalidOperationException(
                        $"{feature.Feature} claims {key}, which another feature answers already."
                    );
                }
            }
        }

        return joined;
    }
}
