using Milestones.Language.Wanted;

namespace Milestones.Bench.Wanted;

/// <summary>Fits what is wanted to labelled lines.</summary>
internal static class IntentFit
{
    /// <summary>
    /// A request can come at any moment: a line typed at rest counts this much once more, as if a question were
    /// open.
    /// </summary>
    private const float ElsewhereToo = 0.25f;

    private static readonly Intent[] Requests =
    [
        Intent.NewGoal,
        Intent.DeleteGoal,
        Intent.CloseGoal,
        Intent.MyData,
        Intent.Undo,
        Intent.StopMessages,
        Intent.PauseMessages,
        Intent.Privacy,
        Intent.Status,
        Intent.MyGoals,
        Intent.Abilities,
        Intent.Language,
        Intent.Greeting,
        Intent.Thanks,
    ];

    public static byte[] Fit(IReadOnlyCollection<IntentLine> lines)
    {
        var (text, traits) = (new PlainText(), new Traits());
        var samples = new List<Sample>();
        foreach (var (index, line) in lines.Index())
        {
            samples.Add(new Sample(TraitsOf(line.Text, line.Place), (int)line.Wanted));
            if (!line.Place.IsMaking() && Requests.Contains(line.Wanted))
            {
                samples.Add(
                    new Sample(
                        TraitsOf(line.Text, (Place)((int)Place.DraftShown + (index % 9))),
                        (int)line.Wanted,
                        ElsewhereToo
                    )
                );
            }
        }
        return MaximumEntropy.Fit(samples, WantedReader.Intents);

        uint[] TraitsOf(string words, Place place)
        {
            text.Read(words);
            traits.Read(text, place);
            return traits.Items.ToArray();
        }
    }
}
