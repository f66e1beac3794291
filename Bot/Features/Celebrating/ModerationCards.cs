using Milestones.Cards;
using Milestones.Localization;
using Milestones.School;
using Milestones.Views;

namespace Milestones.Features.Celebrating;

/// <summary>What a teacher sees of a class's posts: what waits, what went wrong, and what stands there.</summary>
internal static class ModerationCards
{
    /// <summary>Posts on one card, the newest; each has its buttons.</summary>
    private const int Rows = 9;

    /// <summary>Other channels offered where one does not take a post.</summary>
    private const int Channels = 4;

    public static string Title(ClassPost post, Voice voice) => voice[$"Teach.Post.{post.State}"];

    /// <summary>One post that waits for a teacher.</summary>
    public static Card Ask(ClassPost post, Classroom classroom, Voice voice)
    {
        var title = Title(post, voice);
        return CardParts.Framed(
            title,
            [
                CardParts.Heading(title),
                CardParts.Small(Markdown.Escape(GivingCards.ClassName(classroom, voice))),
                .. Said(post, classroom, voice),
                .. Note(post, voice),
                .. Buttons(post, classroom, voice).Chunk(6).Select(some => new ActionSet(some)),
            ],
            voice.Culture
        );
    }

    /// <summary>What was decided, in the place of the question.</summary>
    public static Card Decided(ClassPost post, PostAct act, Classroom classroom, Voice voice)
    {
        var title = voice[$"Teach.Post.Done.{act}"];
        return CardParts.Framed(
            title,
            [
                CardParts.Heading(title),
                .. act is PostAct.Decline or PostAct.TakeDown
                    ? Array.Empty<CardElement>()
                    : Said(post, classroom, voice),
                new ActionSet(
                    new Execute(voice["Teach.Posts.All"], CelebrationVerbs.Posts, ("class", classroom.Key.Partition))
                ),
            ],
            voice.Culture
        );
    }

    /// <summary>All that waits, and the last that stand in the channel.</summary>
    public static Card List(Classroom classroom, Voice voice)
    {
        var title = voice.Say("Teach.Posts", ("class", GivingCards.ClassName(classroom, voice)));
        var posts = classroom
            .Posts.Where(post => post.State != PostState.TakenDown)
            .OrderByDescending(post => post.State is PostState.Waiting or PostState.Unknown or PostState.Failed)
            .ThenByDescending(post => post.At)
            .Take(Rows)
            .ToList();
        return CardParts.Framed(
            title,
            [
                CardParts.Heading(
                    voice.Say("Teach.Posts", ("class", Markdown.Escape(GivingCards.ClassName(classroom, voice))))
                ),
                .. posts.Count == 0 ? [new TextBlock(voice["Teach.Posts.None"])] : Array.Empty<CardElement>(),
                .. posts.SelectMany(post =>
                    Said(post, classroom, voice)
                        .Prepend(CardParts.Small(Title(post, voice)))
                        .Append(new ActionSet(Buttons(post, classroom, voice).Take(6).ToList()) { Spacing = "small" })
                ),
                new ActionSet(
                    new Execute(voice["Teach.Posts.Give"], CelebrationVerbs.Begin, ("class", classroom.Key.Partition))
                    {
                        Style = "positive",
                    },
                    new Execute(voice["Certificate.Title"], CertificateVerbs.Mine)
                ),
            ],
            voice.Culture
        );
    }

    private static IEnumerable<CardElement> Said(ClassPost post, Classroom classroom, Voice voice)
    {
        if (post.Summary is { } summary)
            yield return new RichTextBlock(new TextRun(SummaryCards.Spoken(summary, classroom, voice)));
        if (post.Praise is not { } praise)
            yield break;
        var name = classroom.Find(praise.To)?.Name ?? voice["Class.Somebody"];
        yield return new RichTextBlock(
            new TextRun(
                praise.From is null
                    ? name
                    : voice.Say("Teach.Post.From", ("from", PraiseWords.Giver(praise, voice)), ("name", name))
            )
        );
        foreach (var element in PraiseWords.Body(praise, name, voice))
            yield return element;
    }

    /// <summary>Why the channel did not take it.</summary>
    private static IEnumerable<CardElement> Note(ClassPost post, Voice voice)
    {
        if (post.State == PostState.Failed)
        {
            yield return new TextBlock(
                voice.Say("Teach.Post.Failed.Why", ("why", Markdown.Escape(Why(post.Why, voice))))
            );
        }
        else if (voice.Has($"Teach.Post.{post.State}.Note"))
        {
            yield return new TextBlock(voice[$"Teach.Post.{post.State}.Note"]);
        }
    }

    /// <summary>A word of the connector that has no text is shown as it is.</summary>
    private static string Why(string? code, Voice voice) =>
        code is null ? "-"
        : voice.Has($"Unreachable.{code}") ? voice[$"Unreachable.{code}"]
        : code;

    private static IEnumerable<CardAction> Buttons(ClassPost post, Classroom classroom, Voice voice)
    {
        switch (post.State)
        {
            case PostState.Waiting:
                yield return Button("Teach.Post.Approve", CelebrationVerbs.Approve) with
                {
                    Style = "positive",
                };
                yield return Button("Teach.Post.Decline", CelebrationVerbs.Decline);
                break;
            case PostState.Unknown:
                yield return Button("Teach.Post.IsThere", CelebrationVerbs.IsThere);
                yield return Button("Teach.Post.IsNotThere", CelebrationVerbs.IsNotThere);
                break;
            case PostState.Failed:
                yield return Button("Teach.Post.Again", CelebrationVerbs.Again);
                foreach (var other in classroom.Channels.Where(one => one.Id != post.ChannelId).Take(Channels))
                {
                    var name = other.Name ?? voice["SetUp.Channel.General"];
                    yield return new Execute(
                        voice.Say("Teach.Post.AgainIn", ("channel", name)),
                        CelebrationVerbs.Again,
                        ("class", classroom.Key.Partition),
                        ("post", post.Id),
                        ("channel", other.Id)
                    );
                }

                yield return Button("Teach.Post.Drop", CelebrationVerbs.TakeDown);
                break;
            default:
                yield return Button("Teach.Post.TakeDown", CelebrationVerbs.TakeDown);
                break;
        }

        Execute Button(string label, string verb) =>
            new(voice[label], verb, ("class", classroom.Key.Partition), ("post", post.Id));
    }
}
