namespace Milestones.Language.Wanted;

/// <summary>
/// Tells an answer to the question that is open from other talk. The weights are fitted to labelled lines by
/// <c>Bot.Bench fit-wanted</c>; they rest
/// on the weights of <see cref="WantedReader"/> and on the readers of <c>Reading</c>, so that a change there asks
/// for a new fit.
/// </summary>
internal static class AnswerFitReader
{
    private const float Enough = 0.5f;
    private const int Yes = 1;

    /// <summary>Below this the words have the shape of no answer to the question.</summary>
    private const float Doubtful = 0.15f;

    /// <summary>From here on nothing else than an answer is meant.</summary>
    private const float SurelyAnswers = 0.8f;

    private static readonly Lazy<LinearModel> LazyModel = new(() =>
        new LinearModel(Resources.Weights("answers.weights"))
    );

    [ThreadStatic]
    private static Scratch? s_scratch;

    /// <param name="asked">The question that is open.</param>
    /// <param name="goal">The goal's words as far as they are known.</param>
    /// <param name="today">Dates are counted from it.</param>
    public static AnswerFit Read(string text, Place asked, string goal, TextLanguage language, DateOnly today)
    {
        Span<float> wanted = stackalloc float[WantedReader.Intents];
        WantedReader.Probabilities(text, asked, wanted);
        return Read(text, asked, goal, language, today, wanted, LazyModel.Value);
    }

    /// <summary>The same with other weights than the bot's own, and what is wanted given.</summary>
    public static AnswerFit Read(
        string text,
        Place asked,
        string goal,
        TextLanguage language,
        DateOnly today,
        ReadOnlySpan<float> wanted,
        LinearModel model
    )
    {
        Span<float> probabilities = stackalloc float[2];
        model.Read(TraitsOf(text, asked, goal, language, today, wanted), probabilities);
        var fits = probabilities[Yes];
        Misfit? why = fits >= Enough ? null : MisfitReader.Read(text, asked, language, today, wanted);
        // "Babysit saturdays" wants nothing but to answer: whether there is anything in it, the reader of answers says.
        why = why == Misfit.Empty && fits >= Doubtful && wanted[(int)Intent.Answer] >= SurelyAnswers ? null : why;
        return new AnswerFit(fits, why, WantedReader.Ranked(wanted));
    }

    /// <summary>What is seen of the text; good until the next is read on this thread.</summary>
    public static ReadOnlySpan<uint> TraitsOf(
        string text,
        Place asked,
        string goal,
        TextLanguage language,
        DateOnly today,
        ReadOnlySpan<float> wanted
    )
    {
        var scratch = s_scratch ??= new Scratch();
        var start = text.Length <= PlainText.Longest ? text : text[..PlainText.Longest];
        scratch.Text.Read(start);
        scratch.Goal.Read(goal);
        scratch.Traits.Read(start, scratch.Text, asked, scratch.Goal, language, today, wanted);
        return scratch.Traits.Items;
    }

    private sealed class Scratch
    {
        public PlainText Text { get; } = new();

        public PlainText Goal { get; } = new();

        public AnswerTraits Traits { get; } = new();
    }
}
