namespace Milestones.Language.Wanted;

/// <summary>
/// Reads what a sentence typed to the coach wants, in English and Spanish alike. The weights are fitted to labelled
/// lines by
/// <c>Bot.Bench fit-wanted</c>; how well lines are read that the fit has not seen stands in docs/reading.md.
/// </summary>
internal static class WantedReader
{
    private const int MostGuesses = 3;

    /// <summary>
    /// Under these the coach asks: chosen by cross-validation so that of a hundred sure readings few are wrong.
    /// </summary>
    private const float Enough = 0.6f;

    /// <summary>What deletes, closes, stops or changes something needs more.</summary>
    private const float EnoughToAct = 0.65f;

    private static readonly Lazy<LinearModel> LazyModel = new(() =>
        new LinearModel(Resources.Weights("intents.weights"))
    );

    [ThreadStatic]
    private static Scratch? s_scratch;

    public static int Intents { get; } = Enum.GetValues<Intent>().Length;

    /// <param name="place">Where it was typed: "skip" refuses only where something is asked.</param>
    public static WantedReading Read(ReadOnlySpan<char> text, Place place) => Read(text, place, LazyModel.Value);

    /// <summary>The same with other weights than the bot's own.</summary>
    public static WantedReading Read(ReadOnlySpan<char> text, Place place, LinearModel model)
    {
        Span<float> probabilities = stackalloc float[Intents];
        Probabilities(text, place, model, probabilities);
        var ranked = Ranked(probabilities);
        return ranked.Best != Intent.Answer && IsStrange(s_scratch!.Text, model)
            ? ranked with
            {
                IsSure = false,
            }
            : ranked;
    }

    /// <summary>A word or two nobody ever typed say nothing for certain, however they begin and end.</summary>
    private static bool IsStrange(PlainText text, LinearModel model)
    {
        if (text.Count is 0 or > 2)
            return false;
        for (var i = 0; i < text.Count; i++)
        {
            if (model.Knows(Traits.OfWord(text.Word(i))))
                return false;
        }

        return true;
    }

    /// <summary>How probable each intent is, by its number.</summary>
    public static void Probabilities(ReadOnlySpan<char> text, Place place, Span<float> probabilities) =>
        Probabilities(text, place, LazyModel.Value, probabilities);

    /// <summary>The same with other weights than the bot's own.</summary>
    public static void Probabilities(ReadOnlySpan<char> text, Place place, LinearModel model, Span<float> probabilities)
    {
        var scratch = s_scratch ??= new Scratch();
        scratch.Text.Read(text);
        scratch.Traits.Read(scratch.Text, place);
        model.Read(scratch.Traits.Items, probabilities);
        for (var k = 0; k < probabilities.Length; k++)
        {
            if (!IsPossible((Intent)k, place))
                probabilities[k] = 0;
        }

        var sum = 0f;
        foreach (var probability in probabilities)
            sum += probability;
        foreach (ref var probability in probabilities)
            probability /= sum;
    }

    /// <summary>
    /// Nothing is refused or corrected where nothing is asked, and what is not saved yet is corrected rather than
    /// edited.
    /// </summary>
    public static bool IsPossible(Intent intent, Place place) =>
        intent switch
        {
            Intent.Refuse => place.IsAsked(),
            Intent.Correction or Intent.SecondGoal => place.IsMaking(),
            Intent.EditGoal or Intent.Goal => !place.IsMaking(),
            _ => true,
        };

    /// <summary>The most probable of all; leaves them as they are.</summary>
    public static WantedReading Ranked(ReadOnlySpan<float> all)
    {
        Span<float> probabilities = stackalloc float[all.Length];
        all.CopyTo(probabilities);
        var guesses = new Guess[MostGuesses];
        for (var rank = 0; rank < MostGuesses; rank++)
        {
            var best = 0;
            for (var k = 1; k < probabilities.Length; k++)
            {
                if (probabilities[k] > probabilities[best])
                    best = k;
            }

            guesses[rank] = new Guess((Intent)best, probabilities[best]);
            probabilities[best] = -1;
        }
        return new WantedReading(guesses, guesses[0].Probability >= (IsAct(guesses[0].Intent) ? EnoughToAct : Enough));
    }

    public static bool IsAct(Intent intent) =>
        intent
            is Intent.DeleteGoal
                or Intent.CloseGoal
                or Intent.StopMessages
                or Intent.PauseMessages
                or Intent.EditGoal
                or Intent.Undo
                or Intent.MyData;

    private sealed class Scratch
    {
        public PlainText Text { get; } = new();

        public Traits Traits { get; } = new();
    }
}
