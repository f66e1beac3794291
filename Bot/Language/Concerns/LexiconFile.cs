namespace Milestones.Language.Concerns;

/// <summary>
/// Reads the lexicon files. A line is one of:
/// <code>
/// # a comment
/// family = mom dad uncle        words that stand for each other, later written &lt;family&gt;
/// im => i am                    a word written short; one or more words on either side
/// [self_harm firm]              what the phrases below mean, until the next heading
/// &lt;family&gt; ~2 hits|hit me       | either, ? may be missing, ~2 up to two words that are no negation
/// </code>
/// </summary>
internal sealed class LexiconFile
{
    private readonly Dictionary<string, string[]> _classes = new(StringComparer.Ordinal);

    public List<Phrase> Phrases { get; } = [];

    /// <summary>Words that stand for other words: "gonna" for "going to", "my self" for "myself".</summary>
    public List<(string[] Written, string[] Meant, Tongues Tongue)> Rewrites { get; } = [];

    public string[] Class(string name) =>
        _classes.TryGetValue(name, out var words)
            ? words
            : throw new InvalidDataException($"No words are given for <{name}>.");

    public void Read(string name, TextReader text)
    {
        Rule? rule = null;
        var tongue = TongueNames.Of(name);
        for (var number = 1; text.ReadLine() is { } line; number++)
        {
            try
            {
                ReadLine(line, tongue, ref rule);
            }
            catch (InvalidDataException fault)
            {
                throw new InvalidDataException($"{name}, line {number}: {fault.Message}", fault);
            }
        }
    }

    private void ReadLine(string line, Tongues tongue, ref Rule? rule)
    {
        var comment = line.IndexOf('#', StringComparison.Ordinal);
        var words = (comment < 0 ? line : line[..comment]).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0)
            return;
        if (words[0].StartsWith('['))
        {
            rule = Heading(string.Join(' ', words).Trim('[', ']').Split(' '));
        }
        else if (words is [var name, "=", .. var members])
        {
            _classes[name] = [.. _classes.GetValueOrDefault(name, []), .. members.SelectMany(Words)];
        }
        else if (Array.IndexOf(words, "=>") is > 0 and var arrow)
        {
            Rewrites.Add((words[..arrow], words[(arrow + 1)..], tongue));
        }
        else
        {
            Phrases.Add(
                new(rule ?? throw new InvalidDataException("A phrase stands before any heading."), Steps(words), tongue)
            );
        }
    }

    private static Rule Heading(string[] words)
    {
        var force = words.Length > 1 ? Enum.Parse<Force>(words[1], ignoreCase: true) : Force.Plain;
        return words[0] switch
        {
            "self_harm" => new(Effect.Alert, Concern.SelfHarm, force),
            "abuse" => new(Effect.Alert, Concern.Abuse, force),
            "violence" => new(Effect.Alert, Concern.Violence, force),
            "bullying" => new(Effect.Alert, Concern.Bullying, force),
            "substance" => new(Effect.Alert, Concern.Substance, force),
            "idiom" => new(Effect.Idiom, Concern.None, force),
            "denial" => new(Effect.Denial, Concern.None, force),
            "topic" => new(Effect.Topic, Concern.None, force),
            "jest" => new(Effect.Jest, Concern.None, force),
            "fiction" => new(Effect.Fiction, Concern.None, force),
            _ => throw new InvalidDataException($"No heading is called [{words[0]}]."),
        };
    }

    private Step[] Steps(string[] words)
    {
        // A word that may be missing adds nothing at either end.
        var steps = words
            .SelectMany(Step)
            .SkipWhile(step => step.Optional)
            .Reverse()
            .SkipWhile(step => step.Optional)
            .Reverse()
            .ToArray();
        return steps.Length is > 0 and <= 64
            ? steps
            : throw new InvalidDataException("A phrase has between 1 and 64 words.");
    }

    private IEnumerable<Step> Step(string word)
    {
        if (word.StartsWith('~'))
        {
            return Enumerable.Repeat(
                new Step([], Optional: true),
                int.Parse(word.AsSpan(1), System.Globalization.CultureInfo.InvariantCulture)
            );
        }

        var optional = word.EndsWith('?');
        return [new([.. (optional ? word[..^1] : word).Split('|').SelectMany(Words)], optional)];
    }

    private string[] Words(string word) => word is ['<', .. var name, '>'] ? Class(name) : [word];
}
