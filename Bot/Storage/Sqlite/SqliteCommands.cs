using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Milestones.Storage.Sqlite;

/// <summary>The few ways this room runs SQL. Every text is a constant of ours; values are parameters.</summary>
internal static class SqliteCommands
{
    public static int Execute(this SqliteConnection connection, string constantSql)
    {
        using var command = Text(connection, constantSql);
        return command.ExecuteNonQuery();
    }

    public static object? Scalar(this SqliteConnection connection, string constantSql)
    {
        using var command = Text(connection, constantSql);
        return command.ExecuteScalar();
    }

    /// <summary>A statement compiled once; its parameters are set by position before each run.</summary>
    public static SqliteCommand Prepared(
        this SqliteConnection connection,
        string constantSql,
        params ReadOnlySpan<string> parameters
    )
    {
        var command = Text(connection, constantSql);
        foreach (var name in parameters)
            command.Parameters.Add(new SqliteParameter { ParameterName = name });
        command.Prepare();
        return command;
    }

    public static SqliteCommand With(this SqliteCommand command, params ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++)
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        return command;
    }

    /// <summary>A pragma takes no parameters; a number is no text.</summary>
    public static void SetApplicationId(this SqliteConnection connection, int id) =>
        connection.Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA application_id = {id}"));

#pragma warning disable CA2100 // The callers in this room pass constants.
    private static SqliteCommand Text(SqliteConnection connection, string sql) => new(sql, connection);
#pragma warning restore CA2100
}
