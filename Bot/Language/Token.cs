namespace Milestones.Language;

internal enum Shape : byte
{
    Word,
    Number,
    Ordinal,
    Clock,
    Comma,
    Stop,
    Question,
    Slash,
}

/// <summary>
/// A word, number or mark of the text. One word of text may give several tokens ("wanna"), a set phrase gives one
/// ("social studies").
/// </summary>
internal readonly record struct Token(int Start, int End, Word Word, Shape Shape, double Value)
{
    public bool Is(WordClass wordClass) => Word.Is(wordClass);

    public bool IsAny(UInt128 classes) => (Word.Classes & classes) != 0;

    public bool EndsSentence => Shape is Shape.Stop or Shape.Question;

    public bool IsMark => Shape is Shape.Comma or Shape.Stop or Shape.Question;
}
