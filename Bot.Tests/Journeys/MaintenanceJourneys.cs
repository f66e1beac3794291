using System.Net.Sockets;
using Microsoft.Extensions.Configuration;
using Milestones.Storage;
using Milestones.Storage.Sqlite;
using Milestones.Tests.Storage;
using Milestones.Tests.Support;

namespace Milestones.Tests.Journeys;

/// <summary>
/// <c>backup</c> and <c>restore</c> beside a bot that takes turns: the bot itself does them, between two of its turns.
/// </summary>
public sealed class MaintenanceJourneys : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private BotFixture Bot { get; set; } = null!;

    private string Database => _folder.File("school.db");

    private string Running => Database + "-running";

    public async Task InitializeAsync() =>
        Bot = await BotFixture.StartAsync(
            new TestStore(["--Store:Provider=Sqlite", $"--Store:Sqlite:Path={Database}"])
        );

    public async Task DisposeAsync() => await Bot.DisposeAsync();

    public void Dispose() => _folder.Dispose();

    [StoreFact]
    public async Task The_running_bot_makes_the_backup_and_takes_it_back_among_its_turns()
    {
        var (sam, ana) = (Bot.Student("Sam"), Bot.Student("Ana"));
        await sam.SaysAsync("i want to get better at math");
        Assert.Equal(0, (await RunAsync("backup", _folder.File("monday"))).Code);
        await ana.SaysAsync("hi");

        var messages = Enumerable.Range(0, 40).Select(_ => sam.Message("my goals")).ToList();
        var turns = messages.Select(message => sam.PostAsync(message)).ToList();
        var (code, said) = await RunAsync("restore", _folder.File("monday"));
        var answers = await Task.WhenAll(turns);

        Assert.Equal(0, code);
        Assert.Contains("kept in", said, StringComparison.Ordinal);
        Assert.All(answers, answer => Assert.True(answer.IsSuccessStatusCode));
        Assert.Contains(Bot.Log.Lines, line => line.Contains("restore ended with 0", StringComparison.Ordinal));
        Assert.NotNull((await Bot.PersonAsync(sam))!.Dialog);
        Assert.Null(await Bot.PersonAsync(ana));
        await ana.SaysAsync("i want to read more");
        Assert.NotNull((await Bot.PersonAsync(ana))!.Dialog);
    }

    [StoreFact]
    public async Task What_the_running_bot_cannot_do_is_said_by_the_command()
    {
        await Bot.Student().SaysAsync("hi");
        await File.WriteAllTextAsync(_folder.File("letter"), new string('x', 5000));

        var taken = await RunAsync("backup", _folder.File("letter"));
        var nowhere = await RunAsync("backup", _folder.File("no/such/folder"));
        var none = await RunAsync("restore", _folder.File("none"));
        var letter = await RunAsync("restore", _folder.File("letter"));

        Assert.Equal((2, true), (taken.Code, taken.Said.Contains("exists already", StringComparison.Ordinal)));
        Assert.Equal(1, nowhere.Code);
        Assert.Equal((2, true), (none.Code, none.Said.Contains("does not exist", StringComparison.Ordinal)));
        Assert.Equal((1, true), (letter.Code, letter.Said.Contains("not a database", StringComparison.Ordinal)));
        Assert.NotEmpty(await Bot.Student("Ana").SaysAsync("hi"));
    }

    [StoreFact]
    public async Task Without_the_key_of_the_file_nothing_is_done()
    {
        var control = ControlFile.Read(Database)!;
        foreach (var line in (string[])["", "backup", $"{new string('0', 64)} backup {_folder.File("stolen")}"])
        {
            using var socket = new TcpClient();
            await socket.ConnectAsync(control.Address);
            using var reader = new StreamReader(socket.GetStream());
            await using var writer = new StreamWriter(socket.GetStream()) { AutoFlush = true };
            Assert.Equal(control.Greeting, await reader.ReadLineAsync());
            await writer.WriteLineAsync(line);
            Assert.Null(await reader.ReadLineAsync().WaitAsync(ConnectorStub.Patience));
        }

        Assert.False(File.Exists(_folder.File("stolen")));
        Assert.DoesNotContain(control.Key, control.Greeting, StringComparison.OrdinalIgnoreCase);
    }

    [StoreFact]
    public async Task Where_a_bot_was_killed_and_another_program_has_its_port_the_command_does_it_itself()
    {
        using var another = new TcpListener(System.Net.IPAddress.Loopback, 0);
        another.Start();
        var port = ((System.Net.IPEndPoint)another.LocalEndpoint).Port;
        var answered = Task.Run(async () =>
        {
            using var client = await another.AcceptTcpClientAsync();
            await using var writer = new StreamWriter(client.GetStream());
            await writer.WriteLineAsync("220 mail.example ESMTP");
            await writer.FlushAsync();
            return await new StreamReader(client.GetStream()).ReadToEndAsync();
        });
        await Bot.Student().SaysAsync("hi");
        await Bot.StopAsync();
        Assert.False(File.Exists(Running));

        new ControlFile(port, ControlFile.NewKey()).Write(Database);
        Assert.Equal(0, (await RunAsync("backup", _folder.File("first"))).Code);
        Assert.Empty(await answered.WaitAsync(ConnectorStub.Patience));
        another.Stop();
        Assert.Equal(0, (await RunAsync("backup", _folder.File("second"))).Code);
    }

    private async Task<(int Code, string Said)> RunAsync(params string[] command)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("Store:Sqlite:Path", Database)]).Build();
        await using var said = new StringWriter();
        var code = await StoreCommands.RunAsync(command, settings, said, CancellationToken.None);
        return (code!.Value, said.ToString());
    }
}
