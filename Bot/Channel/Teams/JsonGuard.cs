using System.Buffers;
using System.Text.Json;
using System.Text.Unicode;

namespace Milestones.Channel.Teams;

/// <summary>
/// Refuses JSON that two readers could understand differently: names given twice, bytes that are not UTF-8, half
/// surrogate pairs.
/// One pass without allocation, before anything is deserialised.
/// </summary>
internal static class JsonGuard
{
    /// <summary>An object with more members is no activity; the limit keeps the search for duplicates short.</summary>
    private const int MemberLimit = 512;

    /// <summary>What is wrong with the JSON, for the sender; null when nothing is.</summary>
    public static string? Check(ReadOnlySpan<byte> utf8)
    {
        if (!Utf8.IsValid(utf8))
            return "The body is not valid UTF-8.";

        // Names are kept unescaped, one after the other; they are never longer than the body they come from.
        var names = ArrayPool<byte>.Shared.Rent(utf8.Length);
        var members = new Members();
        try
        {
            return Check(utf8, names, ref members);
        }
        catch (JsonException)
        {
            return "The body is not valid JSON, or is nested too deeply.";
        }
        catch (InvalidOperationException)
        {
            // What Utf8JsonReader throws for an escaped surrogate without its other half.
            return "The body has half a surrogate pair.";
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(names);
            members.Return();
        }
    }

    private static string? Check(ReadOnlySpan<byte> utf8, byte[] names, ref Members members)
    {
        Span<int> firstMembers = stackalloc int[WireJson.MaxDepth + 1];
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = WireJson.MaxDepth });
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject:
                    firstMembers[reader.CurrentDepth] = members.Count;
                    break;
                case JsonTokenType.EndObject:
                    members.Count = firstMembers[reader.CurrentDepth];
                    break;
                case JsonTokenType.PropertyName:
                    var first = firstMembers[reader.CurrentDepth - 1];
                    var start = members.End;
                    var name = start..(start + reader.CopyString(names.AsSpan(start)));
                    if (members.Count - first == MemberLimit)
                        return $"An object has more than {MemberLimit} members.";
                    if (!members.TryAdd(names, name, first))
                        return "An object has the same name twice.";
                    break;
                case JsonTokenType.String when reader.ValueIsEscaped:
                    reader.CopyString(names.AsSpan(members.End));
                    break;
            }
        }

        return null;
    }

    /// <summary>
    /// The names of the objects that are open, the innermost last. Hashes differ per process, so that nobody can
    /// prepare clashes.
    /// </summary>
    private ref struct Members()
    {
        private int[] _hashes = ArrayPool<int>.Shared.Rent(64);
        private Range[] _names = ArrayPool<Range>.Shared.Rent(64);

        public int Count { get; set; }

        public readonly int End => Count == 0 ? 0 : _names[Count - 1].End.Value;

        public bool TryAdd(byte[] names, Range name, int first)
        {
            var bytes = names.AsSpan(name);
            var hashCode = new HashCode();
            hashCode.AddBytes(bytes);
            var hash = hashCode.ToHashCode();
            for (var from = first; _hashes.AsSpan(from, Count - from).IndexOf(hash) is var at and >= 0; from += at + 1)
            {
                if (names.AsSpan(_names[from + at]).SequenceEqual(bytes))
                    return false;
            }

            Grow(ref _hashes, Count);
            Grow(ref _names, Count);
            (_hashes[Count], _names[Count]) = (hash, name);
            Count++;
            return true;
        }

        public readonly void Return()
        {
            ArrayPool<int>.Shared.Return(_hashes);
            ArrayPool<Range>.Shared.Return(_names);
        }

        private static void Grow<T>(ref T[] array, int count)
        {
            if (count < array.Length)
                return;
            var larger = ArrayPool<T>.Shared.Rent(array.Length * 2);
            array.CopyTo(larger, 0);
            ArrayPool<T>.Shared.Return(array);
            array = larger;
        }
    }
}
