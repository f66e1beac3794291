using System.IO.Compression;
using System.Text;
using CsvHelper;

namespace Milestones.Features.Importing;

/// <summary>
/// What was handed in, as tables: one file of commas, semicolons or tabs, or an archive of such. Hostile files end
/// here:
/// what is too large, too wide, or no text.
/// </summary>
internal static class ImportFile
{
    /// <summary>Bytes of a file, and of all that is in an archive.</summary>
    public const int Largest = 20 * 1024 * 1024;
    public const int MostRows = 100_000;

    private const int Widest = 400;
    private const int LongestRow = 64 * 1024;
    private const int MostFiles = 40;

    /// <summary>Never read: whoever sends a table with passwords did not mean to.</summary>
    private const string Password = "password";

    /// <exception cref="ImportFileException">It cannot be read.</exception>
    public static IReadOnlyList<ImportTable> Read(byte[] bytes) =>
        bytes.Length > Largest ? throw new ImportFileException(ImportFault.TooLarge)
        : bytes is [(byte)'P', (byte)'K', 3, 4, ..] ? Archive(bytes)
        : [Table("", bytes)];

    /// <summary>Why it cannot be read to its end; null where it can.</summary>
    public static ImportFault? FaultOf(byte[] bytes)
    {
        try
        {
            foreach (var table in Read(bytes))
                _ = table.Rows.Count();
            return null;
        }
        catch (ImportFileException fault)
        {
            return fault.Fault;
        }
    }

    private static List<ImportTable> Archive(byte[] bytes)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(bytes));
            var left = Largest;
            List<ImportTable> tables = [];
            foreach (
                var entry in zip.Entries.Where(one => one.Name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase))
            )
            {
                if (tables.Count == MostFiles)
                    throw new ImportFileException(ImportFault.TooLarge);
                var content = Unpacked(entry, left);
                left -= content.Length;
                if (content.Length > 0)
                    tables.Add(Table(Path.GetFileNameWithoutExtension(entry.Name), content));
            }

            return tables.Count > 0 ? tables : throw new ImportFileException(ImportFault.Empty);
        }
        catch (InvalidDataException)
        {
            throw new ImportFileException(ImportFault.Broken);
        }
    }

    /// <summary>What an archive says of its sizes is not believed: what comes out is counted.</summary>
    private static byte[] Unpacked(ZipArchiveEntry entry, int most)
    {
        using var content = entry.Open();
        using var read = new MemoryStream();
        var buffer = new byte[81_920];
        while (content.Read(buffer) is var count and > 0)
        {
            if (read.Length + count > most)
                throw new ImportFileException(ImportFault.TooLarge);
            read.Write(buffer, 0, count);
        }

        return read.ToArray();
    }

    private static ImportTable Table(string name, byte[] bytes)
    {
        var rows = Rows(bytes, EncodingOf(bytes));
        var heads = rows.FirstOrDefault()?.Cells ?? throw new ImportFileException(ImportFault.Empty);
        if (heads.Count > Widest)
            throw new ImportFileException(ImportFault.TooManyColumns);
        if (heads.Count < 2)
            throw new ImportFileException(ImportFault.NotATable);
        var secret = heads.Select(head => head.Equals(Password, StringComparison.OrdinalIgnoreCase)).ToArray();
        return new(
            name,
            [.. heads.Select(head => head.Trim())],
            rows.Skip(1)
                .Where(row => row.Cells.Any(cell => cell.Length > 0))
                .Select(row =>
                    Array.Exists(secret, one => one)
                        ? row with
                        {
                            Cells = [.. row.Cells.Select((cell, i) => i < secret.Length && secret[i] ? "" : cell)],
                        }
                        : row
                )
        );
    }

    private static IEnumerable<ImportRow> Rows(byte[] bytes, Encoding? encoding)
    {
        using var reader = CsvReader.Create(
            new MemoryStream(bytes),
            new CsvReaderOptions
            {
                HasHeader = false,
                Encoding = encoding,
                MaxRecordSize = LongestRow,
                IncludeValuesInExceptions = false,
                PoolStrings = true,
            },
            leaveOpen: false
        );
        for (var number = 1; Next(reader); number++)
        {
            if (number > MostRows)
                throw new ImportFileException(ImportFault.TooLarge);
            yield return new(number, reader.Current.ToArray());
        }
    }

    private static bool Next(CsvReader reader)
    {
        try
        {
            return reader.Read();
        }
        catch (CsvFormatException)
        {
            // A row longer than any, or a field without an end.
            throw new ImportFileException(ImportFault.Broken);
        }
    }

    /// <summary>The mark at the beginning, else UTF-8 where all of it is, else the old one of Windows.</summary>
    /// <returns>Null where the file says it itself, or it is UTF-8.</returns>
    private static Encoding? EncodingOf(byte[] bytes)
    {
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
            return null;
        if (bytes.AsSpan().Contains((byte)0))
            throw new ImportFileException(ImportFault.NotText);
        return System.Text.Unicode.Utf8.IsValid(bytes) ? null : CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
    }
}
