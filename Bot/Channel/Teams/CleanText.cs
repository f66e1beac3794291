using System.Buffers;
using System.Globalization;
using System.Text;

namespace Milestones.Channel.Teams;

/// <summary>
/// The one place where text from outside loses what a reader cannot see: controls, direction overrides, zero-width
/// characters.
/// What remains is what the person wrote, in normalisation form C, with <c>\n</c> between lines.
/// </summary>
internal static class CleanText
{
    private const int ZeroWidthNonJoiner = 0x200C;
    private const int ZeroWidthJoiner = 0x200D;
    private const int BlackFlag = 0x1F3F4;

    private static readonly SearchValues<char> Plain = SearchValues.Create(
        "\n\t !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~"
    );

    public static string Of(string text) => text.AsSpan().ContainsAnyExcept(Plain) ? Clean(text) : text;

    private static string Clean(string text)
    {
        var buffer = ArrayPool<char>.Shared.Rent(text.Length);
        var used = 0;
        var before = new Rune(' ');
        var index = 0;
        while (index < text.Length)
        {
            // A lone surrogate decodes to U+FFFD, so that what follows is well-formed.
            Rune.DecodeFromUtf16(text.AsSpan(index), out var rune, out var length);
            index += length;
            var after = index < text.Length && Rune.TryGetRuneAt(text, index, out var next) ? next : new Rune(' ');
            if (IsLineEnd(rune, after))
                rune = new Rune('\n');
            else if (rune.Value == 0xA0)
                rune = new Rune(' '); // Teams puts &nbsp; behind a mention.
            else if (!IsSeen(rune, before, after))
                continue;

            used += rune.EncodeToUtf16(buffer.AsSpan(used));
            before = rune;
        }

        var clean = new string(buffer, 0, used);
        ArrayPool<char>.Shared.Return(buffer, clearArray: true);
        return clean.Normalize(NormalizationForm.FormC);
    }

    private static bool IsLineEnd(Rune rune, Rune after) =>
        rune.Value is 0x85 or 0x2028 or 0x2029 || (rune.Value == '\r' && after.Value != '\n');

    private static bool IsSeen(Rune rune, Rune before, Rune after) =>
        rune.Value switch
        {
            '\n' or '\t' => true,
            ZeroWidthJoiner => IsPicture(before) && IsPicture(after)
                || IsJoiningScript(before) && IsJoiningScript(after),
            ZeroWidthNonJoiner => IsJoiningScript(before) && IsJoiningScript(after),
            // Flags of England, Scotland, Wales
            >= 0xE0020 and <= 0xE007F => before.Value is BlackFlag or (>= 0xE0020 and <= 0xE007E),
            // Variation selectors that hide data; FE0E and FE0F choose an emoji's look
            >= 0xFE00 and <= 0xFE0D or >= 0xE0100 and <= 0xE01EF => false,
            _ => Rune.GetUnicodeCategory(rune) switch
            {
                UnicodeCategory.Control => false,
                // Arabic number signs are drawn
                UnicodeCategory.Format => rune.Value is >= 0x600 and <= 0x8FF and not 0x61C,
                UnicodeCategory.OtherNotAssigned => (rune.Value & 0xFFFE) != 0xFFFE
                    && rune.Value is not (>= 0xFDD0 and <= 0xFDEF),
                _ => true,
            },
        };

    private static bool IsPicture(Rune rune) =>
        rune.Value is 0xFE0F or (>= 0x1F3FB and <= 0x1F3FF)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherSymbol;

    private static bool IsJoiningScript(Rune rune) =>
        rune.Value is >= 0x600 and <= 0xDFF && Rune.IsLetter(rune)
        || rune.Value is >= 0x600 and <= 0xDFF
            && Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
