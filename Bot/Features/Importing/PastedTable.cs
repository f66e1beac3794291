using System.Text;

namespace Milestones.Features.Importing;

/// <summary>
/// Whether a message is a table: a row of heads, and below it rows as wide with numbers in a column. Sentences with
/// commas in them are none.
/// </summary>
internal static class PastedTable
{
    public static bool IsOne(string text)
    {
        if (!text.Contains('\n', StringComparison.Ordinal))
            return false;
        try
        {
            return ImportFile.Read(Encoding.UTF8.GetBytes(text)) is [var table]
                && table.Heads.All(head => head.Length > 0 && !IsNumber(head))
                && table.Rows.ToList() is { Count: > 0 } rows
                // With commas one line below another is too little to tell.
                && (rows.Count > 1 || text.Contains('\t', StringComparison.Ordinal))
                && rows.All(row => row.Cells.Count == table.Heads.Count)
                && Enumerable
                    .Range(0, table.Heads.Count)
                    .Any(column =>
                        rows.All(row => row[column].Length == 0 || IsNumber(row[column]))
                        && rows.Any(row => row[column].Length > 0)
                    );
        }
        catch (ImportFileException)
        {
            return false;
        }
    }

    private static bool IsNumber(string cell) =>
        ImportCells.Number(cell, new(DecimalComma: null, DayFirst: null)) is not null;
}
