namespace Milestones.Language;

/// <summary>One word or set phrase of a lexicon in one of its forms, folded to lower case without accents.</summary>
internal sealed class Word(string text)
{
    public string Text { get; } = text;

    public UInt128 Classes { get; set; }

    /// <summary>A number, month, weekday or length in days, as its class says; NaN for most words.</summary>
    public double Value { get; set; } = double.NaN;

    /// <summary>How strongly the word speaks for each <see cref="Area"/>: one byte each, lowest for Academic.</summary>
    public ulong Areas { get; set; }

    /// <summary>The rules a match of which can begin at this word.</summary>
    public Rule[] Rules { get; set; } = [];

    /// <summary>The letter grade a single letter can stand for; null for other words.</summary>
    public Word? GradeLetter { get; set; }

    /// <summary>The letter is also a common word ("a").</summary>
    public bool IsAmbiguousLetter => Text[0] == 'a';

    /// <summary>The classes of words that are numbers.</summary>
    public static UInt128 Numbers { get; } = Bit(WordClass.Unit) | Bit(WordClass.Tens) | Bit(WordClass.Hundred);

    public bool IsNumber => (Classes & Numbers) != 0;

    public bool Is(WordClass wordClass) => (Classes & Bit(wordClass)) != 0;

    public static UInt128 Bit(WordClass wordClass) => UInt128.One << (int)wordClass;
}
