using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Milestones.Calendar;

/// <summary>
/// Spreads what is due at one minute. The order is that of a hash, so the people of one tenant do not stand in a row in
/// front of another's,
/// and it is the same in every process and every week.
/// </summary>
internal static class Spread
{
    /// <returns>From zero up to, but not including, the window, in whole milliseconds; zero for a window of
    /// nothing.</returns>
    public static TimeSpan Of(string key, TimeSpan window)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(key), hash);
        var milliseconds = (long)Math.Max(0, window.TotalMilliseconds);
        return TimeSpan.FromMilliseconds(
            (long)(BinaryPrimitives.ReadUInt64LittleEndian(hash) / (double)ulong.MaxValue * milliseconds)
                % Math.Max(1, milliseconds)
        );
    }
}
