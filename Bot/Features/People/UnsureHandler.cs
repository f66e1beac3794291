using Milestones.Conversations;
using Milestones.Language;
using Milestones.Language.Wanted;
using Milestones.Localization;
using Milestones.School;

namespace Milestones.Features.People;

/// <summary>
/// Says that something was not understood, and asks which of the likeliest is meant, instead of acting on a guess.
/// </summary>
internal static class UnsureHandler
{
    public static TurnResult<Person> Ask(WantedReading wanted, TurnContext<Person> context)
    {
        Intent[] guesses =
        [
            .. wanted.Guesses.Where(guess => guess.Probability > Unlikely).Select(guess => guess.Intent),
        ];
        return guesses.Length == 0
            ? new(context.Person, new Say(context.Voice["Unsure.NoGuess"], context.Voice.List("Suggest.Home")))
            : new(
                context.Person with
                {
                    Unsure = new(context.Heard.Text, guesses),
                },
                new Say(
                    context.Voice["Unsure.Ask"],
                    [
                        .. guesses.Select(guess => Label(guess, context.Voice)).Distinct(StringComparer.Ordinal),
                        context.Voice["Unsure.Else"],
                    ]
                )
            );
    }

    /// <summary>
    /// What was chosen: an intent, something else (an intent that is null inside), or null where the words are new
    /// ones.
    /// </summary>
    public static (Intent? Intent, bool Answered) Read(Unsure unsure, TurnContext<Person> context)
    {
        foreach (var guess in unsure.Guesses)
        {
            if (Is(Label(guess, context.Voice), context))
                return (guess, true);
        }

        if (unsure.Guesses is [var only] && context.Heard.YesNo == Language.YesNo.Yes)
            return (only, true);
        return (null, Is(context.Voice["Unsure.Else"], context));
    }

    /// <summary>What one of the taps means that was typed or tapped after its question was over.</summary>
    public static Intent? Chip(TurnContext<Person> context) =>
        Enum.GetValues<Intent>()
            .Where(intent => context.Voice.Has($"Unsure.{intent}"))
            .Cast<Intent?>()
            .FirstOrDefault(intent =>
                TalkHandler.Folded(Label(intent!.Value, context.Voice)) == TalkHandler.Folded(context.Heard.Text)
            );

    public static TurnResult<Person> SomethingElse(TurnContext<Person> context) =>
        new(context.Person, new Say(context.Voice["Unsure.Again"], context.Voice.List("Suggest.Home")));

    private const float Unlikely = 0.08f;

    private static string Label(Intent intent, Voice voice) => voice[$"Unsure.{intent}"];

    private static bool Is(string label, TurnContext<Person> context) =>
        label.Equals(context.Heard.Text.Trim(), StringComparison.OrdinalIgnoreCase)
        // "Ok make a goal of it. whatever".
        || (
            context.Heard.Text.Contains(label, StringComparison.OrdinalIgnoreCase)
            && WordCount.Of(context.Heard.Text) <= WordCount.Of(label) + MostWordsBeside
        );

    private const int MostWordsBeside = 3;
}
