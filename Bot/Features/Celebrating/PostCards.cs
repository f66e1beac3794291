using Milestones.Cards;
using Milestones.Localization;
using Milestones.School;
using Milestones.Views;

namespace Milestones.Features.Celebrating;

/// <summary>What stands in the class's channel, in the class's language and for its grades.</summary>
internal static class PostCards
{
    public static Voice VoiceOf(Classroom classroom) =>
        new(Voice.CultureFor(classroom.Locale), classroom.Settings?.Band ?? GradeBand.Grades6To8);

    public static string Title(ClassPost post, Voice voice) =>
        post.Summary is { } summary
            ? SummaryCards.Title(summary, voice)
            : post.Praise?.Stem switch
            {
                PraiseStem.Goal => voice["Post.Goal"],
                PraiseStem.Step => voice["Post.Step"],
                _ => voice["Post.ShoutOut"],
            };

    public static Card Of(ClassPost post, Classroom classroom)
    {
        var voice = VoiceOf(classroom);
        var title = Title(post, voice);
        if (post.Summary is { } summary)
        {
            return new Card([
                CardParts.Heading(title),
                .. SummaryCards.Body(summary, classroom, voice),
                .. Cheered(post, voice),
                new ActionSet(
                    CheerButton(post, voice),
                    Submit.Dialog(voice["Post.GiveOne"], CelebrationVerbs.Begin, ("class", classroom.Key.Partition))
                ),
            ]).In(voice.Culture, SummaryCards.Spoken(summary, classroom, voice));
        }

        var praise = post.Praise!;
        var name = classroom.Find(praise.To)?.Name ?? voice["Class.Somebody"];
        var mention = post.Mentions ? CardMention.Of(praise.To, name) : null;
        return new Card([
            CardParts.Heading(title),
            mention is null
                ? new RichTextBlock(new TextRun(name) { Size = "large" })
                : new TextBlock(mention.Text) { Size = "large" },
            .. PraiseWords.Body(praise, name, voice),
            .. praise.From is null ? Array.Empty<CardElement>() : [PraiseWords.From(praise, voice)],
            .. Cheered(post, voice),
            new ActionSet(CheerButton(post, voice)),
        ])
        {
            Teams = mention is null ? null : new TeamsMentions(mention),
        }.In(voice.Culture, Spoken(post, classroom));
    }

    /// <summary>What a notification shows and a screen reader says.</summary>
    public static string Spoken(ClassPost post, Classroom classroom)
    {
        var voice = VoiceOf(classroom);
        if (post.Summary is { } summary)
            return SummaryCards.Spoken(summary, classroom, voice);
        var name = classroom.Find(post.Praise!.To)?.Name ?? voice["Class.Somebody"];
        return $"{Title(post, voice)}: {name}. {PraiseWords.Spoken(post.Praise, name, voice)}".Trim();
    }

    /// <summary>In the place of what could not be taken away.</summary>
    public static Card Blank(Classroom classroom)
    {
        var voice = VoiceOf(classroom);
        return CardParts.Framed(voice["Post.TakenDown"], [new TextBlock(voice["Post.TakenDown"])], voice.Culture);
    }

    /// <summary>The names shown, and how many there are beside them.</summary>
    private static IEnumerable<CardElement> Cheered(ClassPost post, Voice voice)
    {
        if (post.Faces.Count == 0)
            yield break;
        var (names, more) = (string.Join(", ", post.Faces), post.Cheers.Count - post.Faces.Count);
        yield return new RichTextBlock(
            new TextRun(
                more > 0
                    ? voice.Say("Post.Cheered.More", ("names", names), ("n", more))
                    : voice.Say("Post.Cheered", ("names", names))
            )
            {
                Size = "small",
                IsSubtle = true,
            }
        )
        {
            Spacing = "small",
        };
    }

    private static Execute CheerButton(ClassPost post, Voice voice) =>
        new(Cheer(post, voice), CelebrationVerbs.Cheer, ("post", post.Id));

    private static string Cheer(ClassPost post, Voice voice) =>
        post.Cheers.Count == 0 ? voice["Post.Cheer"] : voice.Say("Post.Cheer.Count", ("n", post.Cheers.Count));
}
