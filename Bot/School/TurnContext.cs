using Milestones.Cards;
using Milestones.Conversations;
using Milestones.Language.Parts;
using Milestones.Localization;

namespace Milestones.School;

/// <summary>
/// What a feature is given to work with: the document as loaded, the turn, how to speak, and what was said.
/// </summary>
/// <param name="Head">The person's or the class's document.</param>
/// <param name="Today">The calendar day where the person, or the class, is.</param>
internal sealed record TurnContext<T>(T Head, Turn Turn, Voice Voice, DateOnly Today)
    where T : Head
{
    /// <summary>Other documents that this turn asked to have read; see <see cref="Routes{T}.Needs"/>.</summary>
    public OtherDocuments Others { get; init; } = OtherDocuments.None;

    public DateTimeOffset Now => Turn.Now;

    /// <summary>What was typed, read once for the whole turn.</summary>
    public Heard Heard { get; init; } =
        Turn.Input switch
        {
            Said said => new(said.Text, Today, Voice.Language) { Opinion = said.Second?.Opinion },
            Edited edited => new(edited.Text, Today, Voice.Language),
            _ => Heard.Nothing,
        };

    /// <summary>
    /// The reading of a text: the turn's own is there already, another one, such as a field of a form, is read now.
    /// </summary>
    public Heard Read(string text) => text == Heard.Text ? Heard : new(text, Today, Voice.Language);

    /// <summary>The reading of a part of a line, with what it does there.</summary>
    public Heard Read(string text, PartAct? act) =>
        text == Heard.Text && act == Heard.Act ? Heard : new(text, Today, Voice.Language) { Act = act };

    /// <summary>A card in the place of the one that was tapped, or as a message when the person typed.</summary>
    public Reply Here(Card card, string summary) =>
        Turn.Input is Tapped ? new Replace(card, summary) : new Show(card, summary);

    /// <summary>Says it where it was asked: in the same thread of a channel.</summary>
    public Reply Answer(Reply what) =>
        Turn.Conversation is { } here ? new Elsewhere(here, what, OutboxPolicy.Reply) : what;
}

/// <summary>What a feature makes of a turn: the next document, and what to say once it is saved.</summary>
internal sealed record TurnResult<T>(T Head, params IReadOnlyList<Reply> Replies)
    where T : Head
{
    /// <summary>Messages to other documents; they leave after the commit.</summary>
    public IReadOnlyList<Addressed> Messages { get; init; } = [];

    /// <summary>What leaves the document with this turn.</summary>
    public IReadOnlyList<ArchiveEntry> Archive { get; init; } = [];

    /// <summary>A digression: the question that is open comes back after it.</summary>
    public bool IsAside { get; init; }

    public TurnResult<T> Aside() => this with { IsAside = true };

    /// <summary>This first, then what <paramref name="next"/> made of it.</summary>
    public TurnResult<T> Then(TurnResult<T> next) =>
        next with
        {
            // A client shows the suggestions of the last message alone.
            Replies =
                next.Replies.Count == 0
                    ? Replies
                    : [.. Replies.Select(reply => reply is Say say ? new Say(say.Text) : reply), .. next.Replies],
            Messages = [.. Messages, .. next.Messages],
            Archive = [.. Archive, .. next.Archive],
        };
}

/// <summary>The document of a turn by its own name.</summary>
internal static class Heads
{
    extension(TurnContext<Person> context)
    {
        public Person Person => context.Head;
    }

    extension(TurnResult<Person> result)
    {
        public Person Person => result.Head;
    }

    extension(TurnContext<Classroom> context)
    {
        public Classroom Classroom => context.Head;
    }

    extension(TurnResult<Classroom> result)
    {
        public Classroom Classroom => result.Head;
    }

    extension(TurnContext<SchoolRollup> context)
    {
        public SchoolRollup Rollup => context.Head;
    }
}
