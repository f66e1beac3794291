namespace Milestones.Language.Concerns;

/// <summary>What is done with each passage of a text.</summary>
internal interface IPassageVisitor
{
    /// <param name="words">The passage.</param>
    /// <param name="traits">What is seen in it.</param>
    /// <param name="firm">The gravest concern said firmly and unexplained, if any.</param>
    void Visit(ReadOnlySpan<Word> words, scoped ref TraitSet traits, Concern firm);
}

/// <summary>
/// Goes through a text passage by passage: the whole of a short text; of a long one so many words at a time that an
/// excuse does not reach across a page; and what is said firmly by itself too, so that a tale of the day around it
/// does not drown it out.
/// </summary>
internal static class PassageReader
{
    private const int LongestPassage = 24;

    /// <summary>Longer than most phrases, so that few fall between two passages.</summary>
    private const int Overlap = 12;

    private const int MostFindings = 128;

    /// <summary>How many words on either side belong to a phrase when it is read by itself.</summary>
    private const int Beside = 3;

    /// <summary>How many phrases of a passage are read by themselves.</summary>
    private const int MostAlone = 3;

    public static void Read<TVisitor>(
        Lexicon lexicon,
        ReadOnlySpan<Word> words,
        ReadOnlySpan<uint> letters,
        Tongues tongues,
        scoped ref TVisitor visitor
    )
        where TVisitor : IPassageVisitor
    {
        Span<Finding> found = stackalloc Finding[MostFindings];
        var traits = new TraitSet(stackalloc ulong[TraitSet.SeenLength], stackalloc int[TraitSet.MostTraits]);
        for (var start = 0; start < words.Length; start += LongestPassage - Overlap)
        {
            var end = Math.Min(start + LongestPassage, words.Length);
            var passage = words[start..end];
            var count = Find(lexicon, passage, tongues, found);
            Visit(lexicon, words, letters, (start, end), tongues, found[..count], ref traits, ref visitor);
            var alone = 0;
            foreach (var alert in found[..count])
            {
                if (
                    alert.Rule is not { Effect: Effect.Alert, Force: Force.Firm }
                    || Explanation.IsGiven(alert, found[..count])
                    || alone++ >= MostAlone
                )
                {
                    continue;
                }

                var near = (
                    Start: Math.Max(start, start + alert.First - Beside),
                    End: Math.Min(end, start + alert.Last + 1 + Beside)
                );
                if (near.End - near.Start < passage.Length)
                    Visit(lexicon, words, letters, near, tongues, [alert], ref traits, ref visitor);
            }

            if (end == words.Length)
                break;
        }
    }

    private static void Visit<TVisitor>(
        Lexicon lexicon,
        ReadOnlySpan<Word> words,
        ReadOnlySpan<uint> letters,
        (int Start, int End) at,
        Tongues tongues,
        scoped ReadOnlySpan<Finding> found,
        scoped ref TraitSet traits,
        scoped ref TVisitor visitor
    )
        where TVisitor : IPassageVisitor
    {
        var passage = words[at.Start..at.End];
        traits.Clear();
        var firm = Concern.None;
        foreach (var finding in found)
        {
            if (finding.Rule.Effect == Effect.Alert)
            {
                traits.AddWord(
                    TraitHash.Phrase(finding.Rule.Concern, finding.Rule.Force, Explanation.IsGiven(finding, found))
                );
            }
            else
            {
                traits.Add(TraitHash.Excuse(finding.Rule.Effect, finding.Rule.Force));
            }
        }

        foreach (var finding in found)
        {
            if (finding.Rule.Effect == Effect.Alert)
            {
                var explained = Explanation.IsGiven(finding, found);
                if (
                    !explained
                    && finding.Rule.Force == Force.Firm
                    && (firm == Concern.None || finding.Rule.Concern < firm)
                )
                {
                    firm = finding.Rule.Concern;
                }

                traits.Add(TraitHash.Phrase(Concern.None, finding.Rule.Force, explained));
                traits.Add(TraitHash.Excuse(Effect.Alert, explained ? Force.Light : Force.Firm));
            }
        }

        lexicon.Traits.Collect(passage, tongues, ref traits);
        foreach (
            var group in letters[(at.Start == 0 ? 0 : words[at.Start - 1].LettersEnd)..words[at.End - 1].LettersEnd]
        )
        {
            traits.Add(group);
        }

        visitor.Visit(passage, ref traits, firm);
    }

    /// <summary>
    /// Finds the phrases of all languages clause by clause; their places are counted from the passage's start.
    /// </summary>
    private static int Find(Lexicon lexicon, ReadOnlySpan<Word> passage, Tongues tongues, Span<Finding> found)
    {
        var count = 0;
        for (var start = 0; start < passage.Length; )
        {
            var length = 0;
            while (start + length < passage.Length && passage[start + length].Id is not (Lexicon.Break or Lexicon.Turn))
                length++;
            var clause = passage.Slice(start, length);
            var before = count;
            for (var place = 0; length > 0 && place < lexicon.Languages; place++)
            {
                if (tongues.Has(place))
                    count += Find(lexicon.PhrasesOf(place), clause, found[count..]);
            }

            for (; before < count; before++)
            {
                found[before] = found[before] with
                {
                    First = found[before].First + start,
                    Last = found[before].Last + start,
                    Clause = start,
                };
            }

            start += length + 1;
        }

        return count;
    }

    private static int Find(PhraseMachine machine, ReadOnlySpan<Word> clause, Span<Finding> found) =>
        machine.Find(clause, stackalloc ulong[machine.Lanes], found);
}
