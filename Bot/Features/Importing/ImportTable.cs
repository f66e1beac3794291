namespace Milestones.Features.Importing;

/// <summary>
/// A table as a file has it. Its rows are read as they are asked for: a long file is never whole in memory.
/// </summary>
/// <param name="Name">The file's name inside an archive; empty for a file alone.</param>
internal sealed record ImportTable(string Name, IReadOnlyList<string> Heads, IEnumerable<ImportRow> Rows)
{
    /// <summary>The place of the first of these columns; -1 where there is none. Capitals count for nothing.</summary>
    public int Find(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            for (var i = 0; i < Heads.Count; i++)
            {
                if (string.Equals(Heads[i], name, StringComparison.OrdinalIgnoreCase))
                    return i;
            }
        }

        return -1;
    }

    public bool Has(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (Find(name) < 0)
                return false;
        }

        return true;
    }
}

/// <param name="Number">As a spreadsheet counts: the heads are row 1.</param>
internal sealed record ImportRow(int Number, IReadOnlyList<string> Cells)
{
    /// <summary>Empty for a column that is not there.</summary>
    public string this[int column] => column >= 0 && column < Cells.Count ? Cells[column].Trim() : "";
}

/// <summary>Why a file is not read at all.</summary>
internal enum ImportFault
{
    Empty,
    TooLarge,
    NotText,
    NotATable,
    TooManyColumns,
    Broken,
}

/// <summary>A file that cannot be read; it says why, and nothing of what is in it.</summary>
internal sealed class ImportFileException(ImportFault fault) : Exception
{
    public ImportFault Fault => fault;
}
