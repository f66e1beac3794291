using System.Globalization;
using System.Text.RegularExpressions;
using Milestones.Language;
using Milestones.School;
using Milestones.Views;

namespace Milestones.Features.Goals;

/// <summary>The student's sentence after a change: only the number or the day that was changed is other.</summary>
internal static class Rewording
{
    /// <summary>A sentence of a goal is short; nothing it holds keeps the search going.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(100);

    public static string Of(Goal before, Goal after, TurnContext<Person> context)
    {
        var sentence = before.Sentence;
        if (before.Measure.Target is { } old && after.Measure.Target is { } now && old != now)
        {
            var unit = before.Measure.Unit;
            var (was, says) =
                unit == "letter_grade"
                    ? (Quantities.Say(old, unit, context.Voice), Quantities.Say(now, unit, context.Voice))
                    : (old.ToString(CultureInfo.InvariantCulture), now.ToString(CultureInfo.InvariantCulture));
            var number = unit == "letter_grade" ? $@"\b{Regex.Escape(was)}(?![\w+'-])" : Regex.Escape(was);
            var places = Regex.Matches(
                sentence,
                $@"(?<![\d.,:/]){number}(?![\d:/]|[.,]\d)",
                RegexOptions.None,
                Longest
            );
            if (places.Count == 1)
            {
                sentence = string.Concat(
                    sentence.AsSpan(0, places[0].Index),
                    says,
                    sentence.AsSpan(places[0].Index + places[0].Length)
                );
            }
        }

        if (before.Deadline != after.Deadline && after.Deadline is { } day)
        {
            var language = context.Voice.LanguageOf(sentence);
            if (before.Deadline is { } planned && Written(planned, before, sentence, context) is { } said)
            {
                sentence = sentence.Replace(said, context.Voice.Day(day, context.Today), StringComparison.Ordinal);
            }
            else if (GoalReader.Read(sentence, before.CreatedOn, language).TimeBound is { } span)
            {
                sentence = string.Concat(
                    sentence.AsSpan(0, span.Start),
                    AsThere(
                        context.Voice.Say("Act.ByDay", ("day", context.Voice.Day(day, context.Today))),
                        sentence,
                        span.Start
                    ),
                    sentence.AsSpan(span.Start + span.Length)
                );
            }
        }

        return sentence.Length <= Goal.MaxLength ? sentence : before.Sentence;
    }

    /// <summary>The day as the coach wrote it, with its year or without; null where it is not there so.</summary>
    private static string? Written(DateOnly day, Goal goal, string sentence, TurnContext<Person> context)
    {
        foreach (var from in new[] { goal.CreatedOn, context.Today, day })
        {
            if (context.Voice.Day(day, from) is var said && sentence.Contains(said, StringComparison.Ordinal))
                return said;
        }

        return null;
    }

    /// <summary>With a capital where a sentence begins.</summary>
    private static string AsThere(string words, string sentence, int at) =>
        sentence.AsSpan(0, at).TrimEnd() is [] or [.., '.' or '!' or '?']
            ? char.ToUpper(words[0], CultureInfo.InvariantCulture) + words[1..]
            : words;
}
