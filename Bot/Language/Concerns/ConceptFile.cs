namespace Milestones.Language.Concerns;

/// <summary>
/// Reads what words are about: lines of <c>concept = word word stem*</c>. Both languages use the same concepts, so what
/// is learned from one
/// holds for the other. A stem with an asterisk stands for all its endings.
/// </summary>
internal sealed class ConceptFile
{
    private readonly List<string> _names = [];

    public Dictionary<(string Word, Tongues Tongue), HashSet<byte>> Words { get; } = [];

    public Dictionary<(string Word, Tongues Tongue), HashSet<byte>> Stems { get; } = [];

    public IReadOnlyList<string> Names => _names;

    public void Read(string name, TextReader text)
    {
        for (var number = 1; text.ReadLine() is { } line; number++)
        {
            var comment = line.IndexOf('#', StringComparison.Ordinal);
            var words = (comment < 0 ? line : line[..comment]).Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words is [var concept, "=", .. var members])
                Add(concept, members, TongueNames.Of(name));
            else if (words.Length > 0)
                throw new InvalidDataException($"{name}, line {number}: a concept is written as name = words.");
        }
    }

    private void Add(string concept, string[] members, Tongues tongue)
    {
        var at = _names.IndexOf(concept);
        if (at < 0)
        {
            at = _names.Count;
            _names.Add(concept);
        }

        foreach (var member in members)
        {
            var (table, word) = member.EndsWith('*') ? (Stems, member[..^1]) : (Words, member);
            (table.TryGetValue((word, tongue), out var concepts) ? concepts : table[(word, tongue)] = []).Add(
                checked((byte)at)
            );
        }
    }
}
