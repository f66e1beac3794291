using System.Buffers;
using System.Text.Json;
using System.Text.Unicode;

namespace Milestones.Teams;

/// <summary>
/// Refuses JSON that two readers could understand differently: names given twice, bytes that are not UTF-8, half surrogate pairs.
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
        var members = ArrayPool<Range>.Shared.Rent(64);
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
            ArrayPool<Range>.Shared.Return(members);
        }
    }

    private static string? Check(ReadOnlySpan<byte> utf8, byte[] names, ref Range[] members)
    {
        Span<int> firstMembers = stackalloc int[WireJson.MaxDepth + 1];
        var count = 0;
        var used = 0;
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = WireJson.MaxDepth });
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject:
                    firstMembers[reader.CurrentDepth] = count;
                    break;
                case JsonTokenType.EndObject:
                    count = firstMembers[reader.CurrentDepth];
                    used = count == 0 ? 0 : members[count - 1].End.Value;
                    break;
                case JsonTokenType.PropertyName:
                    var length = reader.CopyString(names.AsSpan(used));
                    var name = names.AsSpan(used, length);
                    var first = firstMembers[reader.CurrentDepth - 1];
                    if (count - first == MemberLimit)
                        return $"An object has more than {MemberLimit} members.";
                    foreach (var earlier in members.AsSpan(first, count - first))
                    {
                        if (names.AsSpan(earlier).SequenceEqual(name))
                            return "An object has the same name twice.";
                    }

                    if (count == members.Length)
                        Grow(ref members);
                    members[count++] = used..(used + length);
                    used += length;
                    break;
                case JsonTokenType.String when reader.ValueIsEscaped:
                    reader.CopyString(names.AsSpan(used));
                    break;
            }
        }

        return null;
    }

    private static void Grow(ref Range[] members)
    {
        var larger = ArrayPool<Range>.Shared.Rent(members.Length * 2);
        members.CopyTo(larger, 0);
        ArrayPool<Range>.Shared.Return(members);
        members = larger;
    }
}
