using System.Buffers;
using Milestones.School;

namespace Milestones.Language.Concerns;

/// <summary>
/// Reads what a student wrote for words of concern, in English and Spanish at once. It is pure, and fast enough for every message:
/// the work grows with the length of the text and nothing else. Phrases say what is plain, and count for much in the sum of all a sentence
/// is about; that sum decides.
/// </summary>
internal static class ConcernReader
{
    private const int ShortText = 160;
    private const int MostFindings = 256;

    /// <summary>Who writes on without a full stop is read this many words at a time, so that an excuse does not reach across a whole page.</summary>
    private const int LongestSentence = 20;

    /// <summary>Longer than most phrases, so that few fall between two such stretches.</summary>
    private const int Overlap = 10;

    /// <summary>How many words on either side belong to a phrase when it is read by itself.</summary>
    private const int Beside = 3;

    /// <summary>The main concern in the text, or <see cref="Concern.None"/>. Any text will do: none makes it fail.</summary>
    public static Concern Read(string text)
    {
        var lexicon = Lexicon.Shared;
        var capacity = WordReader.Capacity(text.Length);
        var rented = text.Length > ShortText ? ArrayPool<ushort>.Shared.Rent(capacity) : null;
        var words = rented ?? stackalloc ushort[capacity];
        var count = new WordReader(lexicon, text, words).Read();
        var concern = Read(lexicon.Machine, ConcernModel.Shared, words[..count]);
        if (rented is not null)
            ArrayPool<ushort>.Shared.Return(rented);
        return concern;
    }

    private static Concern Read(PhraseMachine machine, ConcernModel model, ReadOnlySpan<ushort> words)
    {
        Span<ulong> state = stackalloc ulong[machine.Lanes];
        Span<Finding> found = stackalloc Finding[MostFindings];
        var concern = Concern.None;
        while (!words.IsEmpty && concern != Concern.SelfHarm)
        {
            var end = words.IndexOf(Lexicon.Break);
            var sentence = words[..Math.Min(end < 0 ? words.Length : end, LongestSentence)];
            var scores = model.Weigh(sentence);
            foreach (var clause in sentence.Split(Lexicon.Turn))
            {
                var findings = found[..machine.Find(sentence[clause], state, found)];
                Judge(findings, model, ref scores);
                concern = First(concern, Alone(sentence[clause], findings, model));
            }

            concern = First(concern, ConcernModel.Decide(scores));
            words = sentence.Length == LongestSentence ? words[(LongestSentence - Overlap)..]
                : end < 0 ? []
                : words[(end + 1)..];
        }

        return concern;
    }

    /// <summary>Adds what the alerts of a clause are worth, the strongest of each concern; those that something explains speak against it.</summary>
    private static void Judge(ReadOnlySpan<Finding> found, ConcernModel model, ref Scores scores)
    {
        var added = default(Scores);
        foreach (var alert in found)
        {
            if (alert.Rule.Effect != Effect.Alert)
                continue;
            ref var sum = ref added[(int)alert.Rule.Concern - 1];
            if (!IsExplained(alert, found))
                sum = Math.Max(sum, model.Of(alert.Rule.Force));
            else if (sum <= 0)
                sum = model.Explained;
        }

        for (var kind = 0; kind < ConcernModel.Kinds; kind++)
            scores[kind] += added[kind];
    }

    /// <summary>What is said firmly counts by itself too: a tale of the day around it does not drown it out.</summary>
    private static Concern Alone(ReadOnlySpan<ushort> clause, ReadOnlySpan<Finding> found, ConcernModel model)
    {
        var concern = Concern.None;
        foreach (var alert in found)
        {
            if (alert.Rule is not { Effect: Effect.Alert, Force: Force.Firm } || First(concern, alert.Rule.Concern) == concern || IsExplained(alert, found))
                continue;
            var scores = model.Weigh(clause[Math.Max(0, alert.First - Beside)..Math.Min(clause.Length, alert.Last + 1 + Beside)]);
            scores[(int)alert.Rule.Concern - 1] += model.Of(Force.Firm);
            concern = First(concern, ConcernModel.Decide(scores));
        }

        return concern;
    }

    private static bool IsExplained(Finding alert, ReadOnlySpan<Finding> found)
    {
        foreach (var other in found)
            if (Explains(other, alert))
                return true;
        return false;
    }

    private static bool Explains(Finding other, Finding alert) => other.Rule.Effect switch
    {
        // A loose saying must make up half of what it explains.
        Effect.Idiom => Shared(other, alert) is > 0 and var shared
            && (other.Rule.Force != Force.Light || 2 * shared >= alert.Last - alert.First + 1),
        // "I don't want to live" holds its own negation; "I don't want to die" follows one.
        Effect.Denial => other.First < alert.First && alert.First <= other.Last + 1,
        Effect.Topic => alert.Rule.Force <= Force.Plain,
        Effect.Jest => alert.Rule.Force == Force.Light,
        Effect.Fiction => other.First < alert.First,
        _ => false,
    };

    private static int Shared(Finding one, Finding other) => Math.Min(one.Last, other.Last) - Math.Max(one.First, other.First) + 1;

    private static Concern First(Concern one, Concern other) =>
        one == Concern.None ? other : other == Concern.None || one < other ? one : other;
}
