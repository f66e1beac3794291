namespace Milestones.Language.Concerns;

/// <summary>
/// Tells a text about somebody else ("my friend says she wants to die") from one about the writer. Who is told
/// something is no part of it: "she told me" and "me dijo" leave the writer outside.
/// </summary>
internal sealed class AnotherPerson
{
    private const string Others = "another";
    private const string Self = "oneself";
    private const string Reports = "reports";

    private readonly HashSet<ushort> _others;
    private readonly HashSet<ushort> _self;
    private readonly HashSet<ushort> _reports;

    /// <summary>The classes of words it asks the lexicon for.</summary>
    public static IReadOnlyList<string> Classes { get; } = [Others, Self, Reports];

    public AnotherPerson(LexiconFile file, IReadOnlyDictionary<string, int> ids)
    {
        HashSet<ushort> Of(string name) => [.. file.Class(name).Select(word => (ushort)ids[word])];
        (_others, _self, _reports) = (Of(Others), Of(Self), Of(Reports));
    }

    public bool IsIn(ReadOnlySpan<Word> words)
    {
        var another = false;
        for (var at = 0; at < words.Length; at++)
        {
            if (_others.Contains(words[at].Id))
                another = true;
            else if (_self.Contains(words[at].Id) && !IsReport(words, at - 1) && !IsReport(words, at + 1))
                return false;
        }

        return another;
    }

    private bool IsReport(ReadOnlySpan<Word> words, int at) =>
        at >= 0 && at < words.Length && _reports.Contains(words[at].Id);
}
