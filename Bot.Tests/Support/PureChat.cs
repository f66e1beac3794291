using System.Globalization;
using Milestones.Conversations;
using Milestones.School;

namespace Milestones.Tests.Support;

/// <summary>
/// A chat with the rules alone: no HTTP, no store, no connector. Between two turns the document is written and read
/// back.
/// </summary>
internal sealed class PureChat : IChat
{
    public static readonly DateTimeOffset Monday = new(2026, 9, 14, 14, 0, 0, TimeSpan.Zero);

    private static readonly PersonId Sam = new(
        "11111111-1111-1111-1111-111111111111",
        "aaaaaaaa-0000-0000-0000-000000000001"
    );
    public static readonly ConversationReference Chat = new(
        "http://127.0.0.1/teams/",
        "a:chat-sam",
        "personal",
        Sam.TenantId,
        "28:bot",
        "Milestones",
        null,
        null
    );

    private readonly Screen _screen = new();
    private int _turns;

    public DateTimeOffset Now { get; private set; } = Monday;

    /// <summary>The client's language tag.</summary>
    public string Locale { get; init; } = "en-US";

    public DocumentKey Key { get; } = DocumentKeys.Person(Sam);

    /// <summary>The document after the last turn; tests may put another one there.</summary>
    public Person? Person { get; set; }

    /// <summary>The document, also before the first turn.</summary>
    public Person Known => Person ?? new Person { Id = Sam };

    public Screen Screen => _screen;

    public Task<IReadOnlyList<Shown>> SaysAsync(string text) =>
        Task.FromResult(Take(text.Length == 0 ? new SaidNothing() : new Said(text)));

    public Task<IReadOnlyList<Shown>> OpensAsync() => Task.FromResult(Take(new Installed()));

    public Task<IReadOnlyList<Shown>> TapsAsync(string title, IReadOnlyDictionary<string, string>? filled = null)
    {
        var card = _screen.With(title);
        return Task.FromResult(Tap(card, title, filled));
    }

    public Task LetTimePassAsync(TimeSpan time)
    {
        Now += time;
        return Task.CompletedTask;
    }

    /// <summary>Taps a button of a certain card, which may be an old one.</summary>
    public IReadOnlyList<Shown> Tap(CardOnScreen card, string title, IReadOnlyDictionary<string, string>? filled = null)
    {
        var button = card.Find(title)!.Value;
        var sent = card.Send(button, filled)
            .ToDictionary(
                pair => pair.Key,
                pair => Convert.ToString(pair.Value, CultureInfo.InvariantCulture) ?? "",
                StringComparer.Ordinal
            );
        var token = sent.GetValueOrDefault("token") is { Length: > 0 } known ? known : null;
        return Take(
            new Tapped(button.GetProperty("verb").GetString()!, new CardData(sent), token, CardId: null, InPlace: true),
            card
        );
    }

    public IReadOnlyList<Shown> Take(TurnInput input, CardOnScreen? tapped = null)
    {
        var turn = new Turn(
            $"{Chat.ConversationId}|{++_turns}",
            Key,
            Sam,
            "Sam Rivera",
            Chat,
            input,
            Now,
            Locale,
            "America/New_York",
            new Guid(_turns, 0, 0, new byte[8])
        );
        var before = Person is null
            ? Kinds.All.Person.Begin(turn)
            : Kinds.All.Person.Read(Kinds.All.Person.Write(Key, Person));
        var ruled = Kinds.All.Person.Rules(before, turn, OtherDocuments.None);
        Person = ruled.Head;
        List<Shown> shown =
        [
            .. ruled.Replies.Select(reply => See(reply, tapped is not null)).OrderBy(one => !one.InPlace),
        ];
        _screen.Take(shown, tapped);
        return shown;
    }

    /// <summary>
    /// Where nothing was tapped there is no card to replace: what would go in its place is a message of its own.
    /// </summary>
    private static Shown See(Reply reply, bool onCard) =>
        reply switch
        {
            Say say => new(say.Text, Suggestions: say.Suggestions),
            Show show => new(show.Summary, CardOnScreen.Of(show.Card)),
            Replace replace => new(replace.Summary, CardOnScreen.Of(replace.Card), InPlace: onCard),
            Notice notice => new(notice.Text, InPlace: onCard),
            _ => throw new System.Diagnostics.UnreachableException(reply.GetType().Name),
        };
}
