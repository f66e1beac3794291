using Milestones.Language.Concerns;

namespace Milestones.Tests.Safety;

public sealed class ConcernReaderLimitsTests
{
    public static TheoryData<string> Odd =>
        new(
            "",
            " ",
            new string(',', 500),
            new string('a', 10_000),
            "a" + new string('\u0301', 60_000),
            string.Concat(Enumerable.Repeat("😀", 300)),
            string.Concat(Enumerable.Repeat("kill my not ", 800)),
            new string('\ud83d', 50), // high surrogates alone
            "\udc00\ud800",
            "\0\u0001\u0008 \u202e",
            "''''' **** @@@@ $$ !!",
            new string('*', 31) + "a",
            string.Concat(Enumerable.Repeat("im ", 3_000)),
            "1e999 ½ ² Ⅷ 漢字 العربية"
        );

    [Theory]
    [MemberData(nameof(Odd))]
    public void Odd_text_is_read_without_fault_and_is_no_concern(string text) =>
        Assert.Equal(Concern.None, ConcernReader.Read(text));

    [Fact]
    public void Any_text_is_read_without_fault()
    {
        var random = new Random(17);
        for (var round = 0; round < 2_000; round++)
        {
            _ = ConcernReader.Read(
                string.Create(
                    random.Next(80),
                    random,
                    static (text, random) =>
                    {
                        foreach (ref var letter in text)
                        {
                            letter =
                                random.Next(3) == 0
                                    ? (char)random.Next(char.MaxValue + 1)
                                    : "ikmyl *'1.!aé"[random.Next(13)];
                        }
                    }
                )
            );
        }
    }

    [Fact]
    public void Reading_a_line_allocates_next_to_nothing()
    {
        const string Line = "i got a B on my essay about the civil war and im happy about it 😂";
        ConcernReader.Read(Line);
        var before = GC.GetAllocatedBytesForCurrentThread();

        for (var round = 0; round < 100; round++)
            ConcernReader.Read(Line);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100 * 256);
    }
}
