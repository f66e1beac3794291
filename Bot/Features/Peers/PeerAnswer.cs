using System.Globalization;
using Milestones.Conversations;
using Milestones.Localization;
using Milestones.School;

namespace Milestones.Features.Peers;

/// <summary>One strength and one question as the giver filled them in, or tapped them as pictures.</summary>
internal sealed record PeerAnswer
{
    public const string LikedField = "liked";
    public const string WondersField = "wonders";

    /// <summary>The choice of no beginning: an empty value would be no choice at all.</summary>
    public const string OwnStem = "own";

    public static PeerAnswer Empty { get; } = new();

    public string? StrengthStem { get; init; }

    public string? StrengthWords { get; init; }

    public string? QuestionStem { get; init; }

    public string? QuestionWords { get; init; }

    /// <summary>The place of the picture that was tapped; null while none was.</summary>
    public string? Liked { get; init; }

    /// <summary>The sentences that go; null where one is missing.</summary>
    public string? Strength { get; private init; }

    public string? Question { get; private init; }

    /// <summary>What is wrong, as the key of a text; null where nothing is.</summary>
    public string? Wrong { get; private init; }

    public static string Place(int place) => place.ToString(CultureInfo.InvariantCulture);

    public static PeerAnswer Read(CardData data, PeerFeedback asked, Voice voice)
    {
        if (voice.Band == GradeBand.KTo2)
        {
            var liked = At(voice.List("Peers.Liked"), data.Text(LikedField));
            return new()
            {
                Liked = liked is null ? null : data.Text(LikedField),
                Strength = liked,
                Question = At(voice.List("Peers.Wonders"), data.Text(WondersField)),
            };
        }

        var answer = new PeerAnswer
        {
            StrengthStem = data.Text("strengthStem"),
            StrengthWords = data.Text("strength"),
            QuestionStem = data.Text("questionStem"),
            QuestionWords = data.Text("question"),
        };
        var (strength, question) = (
            FeedbackStems.Joined(At(FeedbackStems.Strengths(asked, voice), answer.StrengthStem), answer.StrengthWords),
            FeedbackStems.Joined(At(FeedbackStems.Questions(asked, voice), answer.QuestionStem), answer.QuestionWords)
        );
        return answer with
        {
            Strength = strength,
            Question = question,
            Wrong =
                strength is null ? "Peers.Fault.Strength"
                : question is null ? "Peers.Fault.Question"
                : (
                    Unkind.WhyNot(strength, PeerFeedback.LongestWords)
                    ?? Unkind.WhyNot(question, PeerFeedback.LongestWords)
                )
                    is { } why
                    ? $"Peers.Fault.{why}"
                : null,
        };
    }

    private static string? At(IReadOnlyList<string> list, string? place) =>
        int.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < list.Count
            ? list[at]
            : null;
}
