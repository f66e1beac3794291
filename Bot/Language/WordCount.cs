namespace Milestones.Language;

/// <summary>How many words a text has, by the blanks between them.</summary>
internal static class WordCount
{
    public static int Of(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
}
