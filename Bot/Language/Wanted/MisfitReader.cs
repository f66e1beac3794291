namespace Milestones.Language.Wanted;

/// <summary>Tells why a text that is no answer to the open question is none.</summary>
internal static class MisfitReader
{
    /// <summary>From here on the second best intent explains more than that the text looks like some answer.</summary>
    private const float Notable = 0.12f;

    /// <param name="wanted">How probable each intent is.</param>
    public static Misfit Read(
        string text,
        Place asked,
        TextLanguage language,
        DateOnly today,
        ReadOnlySpan<float> wanted
    )
    {
        var best = Intent.Refuse;
        for (var k = 0; k < wanted.Length; k++)
        {
            if (k != (int)Intent.Answer && wanted[k] > wanted[(int)best])
                best = (Intent)k;
        }

        if (wanted[(int)best] > wanted[(int)Intent.Answer])
            return MisfitOf(best);
        if (AnswersAnother(text, asked, language, today))
            return Misfit.OtherQuestion;
        return wanted[(int)best] >= Notable ? MisfitOf(best) : Misfit.Empty;
    }

    private static Misfit MisfitOf(Intent intent) =>
        intent switch
        {
            Intent.Explain => Misfit.NotUnderstood,
            Intent.Example => Misfit.WantsExample,
            Intent.Refuse => Misfit.Refusal,
            Intent.Correction or Intent.EditGoal => Misfit.Correction,
            Intent.SecondGoal or Intent.Goal => Misfit.AnotherGoal,
            Intent.Vent
            or Intent.Emotion
            or Intent.Smalltalk
            or Intent.Offtopic
            or Intent.Greeting
            or Intent.Thanks
            or Intent.Sharing => Misfit.Aside,
            Intent.Progress => Misfit.OtherQuestion,
            _ => Misfit.Request,
        };

    private static bool AnswersAnother(string text, Place asked, TextLanguage language, DateOnly today)
    {
        if (asked != Place.AskedDeadline && DateReader.Read(text, today, language) is not null)
            return true;
        var statement = Statement.Of(text, language);
        return (asked != Place.AskedReason && statement.First(Label.Because) is { First: 0 })
            || (asked != Place.AskedPlan && statement.First(Label.Frequency) is not null)
            || AnswerReader.ReadMeasure(text, language)?.Quantity is not null;
    }
}
