using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Milestones.Storage.Moving;

/// <summary>A complete export, read from its start as often as needed.</summary>
internal sealed class ExportFile
{
    private readonly string _path;

    private ExportFile(string path, long documents) => (_path, Documents) = (path, documents);

    public long Documents { get; }

    /// <summary>
    /// Reads the whole file once, to see that it is an export of a version we know, complete and unchanged.
    /// </summary>
    /// <exception cref="InvalidDataException">It is not; the message says what to do.</exception>
    public static async Task<ExportFile> OpenAsync(string path, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        string? last = null;
        var lines = 0L;
        await foreach (var line in LinesAsync(path, cancellationToken))
        {
            if (lines++ == 0)
                CheckHead(line, path);
            if (last is not null)
                hash.AppendData(Encoding.UTF8.GetBytes(last + "\n"));
            last = line;
        }

        if (lines == 0 || !TryRead(last!, "documents", out var documents) || !TryRead(last!, "sha256", out var sha256))
        {
            throw new InvalidDataException(
                $"{path} is not complete. Run export-store again with the same file; it goes on where it stopped."
            );
        }

        if (documents.GetInt64() != lines - 2 || sha256.GetString() != Convert.ToHexStringLower(hash.GetHashAndReset()))
        {
            throw new InvalidDataException(
                $"{path} was changed or damaged since it was written. Take the original, or run export-store again."
            );
        }

        return new(path, lines - 2);
    }

    public async IAsyncEnumerable<Document> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var line = 0L;
        await foreach (var text in LinesAsync(_path, cancellationToken))
        {
            if (line++ is var at && at > 0 && at <= Documents)
                yield return ExportLine.Read(text);
        }
    }

    private static void CheckHead(string line, string path)
    {
        if (
            !TryRead(line, "format", out var format)
            || format.ValueKind != JsonValueKind.String
            || format.GetString() != ExportLine.Format
        )
        {
            throw new InvalidDataException($"{path} is not an export of this bot's store.");
        }

        if (
            !TryRead(line, "version", out var version)
            || !version.TryGetInt32(out var number)
            || number != ExportLine.Version
        )
        {
            throw new InvalidDataException(
                $"{path} is an export of version {version}; this bot reads version "
                    + $"{ExportLine.Version}. Import it with the bot that wrote it."
            );
        }
    }

    private static bool TryRead(string line, string name, out JsonElement value)
    {
        value = default;
        try
        {
            using var json = JsonDocument.Parse(line);
            if (
                json.RootElement.ValueKind != JsonValueKind.Object
                || !json.RootElement.TryGetProperty(name, out var found)
            )
            {
                return false;
            }

            value = found.Clone();
            return true;
        }
        catch (JsonException)
        {
            // Not a line of ours: the caller says so in words.
            return false;
        }
    }

    private static async IAsyncEnumerable<string> LinesAsync(
        string path,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        using var reader = new StreamReader(path, Encoding.UTF8, detectEncodingFromByteOrderMarks: false);
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
            yield return line;
    }
}
