namespace Milestones.Language;

internal enum YesNo
{
    Yes,
    No,
}

/// <summary>An answer to "how will you know you made it?".</summary>
/// <param name="Quantity">The number aimed at, if one was given.</param>
/// <param name="IsCriterion">True for something one can see happen without a number ("pass it", "every day").</param>
/// <param name="RelativeToNow">The number is an increase over where the student is now ("2 more than now").</param>
internal sealed record MeasureAnswer(Quantity? Quantity, bool IsCriterion, bool RelativeToNow, TextSpan Span);
