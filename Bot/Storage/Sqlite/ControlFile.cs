using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace Milestones.Storage.Sqlite;

/// <summary>
/// Where the bot that runs on a database file listens for commands: a port of this machine, and a key without which
/// nothing is done. It lies in <c>FILE-running</c>, which only those can read who can read the database.
/// </summary>
internal sealed record ControlFile(int Port, string Key)
{
    public IPEndPoint Address => new(IPAddress.Loopback, Port);

    /// <summary>What a bot says first: that it knows the key, without telling it.</summary>
    public string Greeting => Convert.ToHexString(HMACSHA256.HashData(Encoding.ASCII.GetBytes(Key), "milestones"u8));

    public static string NewKey() => RandomNumberGenerator.GetHexString(64);

    /// <exception cref="IOException">It cannot be written.</exception>
    public void Write(string database)
    {
        File.Delete(PathOf(database));
        using var file = new StreamWriter(PrivateFile.New(PathOf(database)));
        file.Write(string.Create(CultureInfo.InvariantCulture, $"{Port} {Key}"));
    }

    /// <summary>Null when no bot runs, as far as this file tells.</summary>
    public static ControlFile? Read(string database)
    {
        try
        {
            return
                File.ReadAllText(PathOf(database)).Split(' ') is [var port, { Length: > 0 } key]
                && ushort.TryParse(port, CultureInfo.InvariantCulture, out var number)
                ? new(number, key)
                : null;
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Takes it away, unless another bot has written its own meanwhile.</summary>
    public void Remove(string database)
    {
        if (Read(database) == this)
            File.Delete(PathOf(database));
    }

    private static string PathOf(string database) => database + "-running";
}
