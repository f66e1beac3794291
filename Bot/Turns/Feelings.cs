using Milestones.Features.People;
using Milestones.Language.Wanted;
using Milestones.School;

namespace Milestones.Turns;

/// <summary>A feeling that is told by itself.</summary>
internal static class Feelings
{
    /// <summary>A guess this likely is heard where none is sure.</summary>
    private const float Some = 0.3f;

    /// <summary>
    /// "I hate sharing" is let out, what weighs gets kind words, and "im not giving up" is no weight.
    /// </summary>
    /// <param name="want">Does what somebody wants; null where nothing does.</param>
    public static TurnResult<Person>? Met(
        Func<Intent, TurnContext<Person>, TurnResult<Person>?> want,
        TurnContext<Person> context
    ) =>
        want(
            context.Heard.Wanted(PlaceOf.Person(context.Person)) switch
            {
                { Best: Intent.Vent } => Intent.Vent,
                { Best: Intent.Emotion, IsSure: true } => Intent.Emotion,
                _ when TalkHandler.FeelsGood(context.Heard.Text) => Intent.Emotion,
                var other
                    when other.Guesses.Any(guess =>
                        guess is { Intent: Intent.Emotion or Intent.Vent, Probability: >= Some }
                    ) => Intent.Vent,
                _ => Intent.Sharing,
            },
            context
        );
}
