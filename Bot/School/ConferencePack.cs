using System.Text.Json;
using System.Text.Json.Serialization;
using Milestones.Conversations;

namespace Milestones.School;

/// <summary>The parts of a conference that a student leads, in the order they come unless the student changes
/// it.</summary>
internal enum ConferencePart
{
    Welcome,
    ProudOf,
    Habit,
    Growth,
    Data,
    Goals,
    Questions,
    Thanks,
}

/// <summary>
/// What a student has chosen for the conference they lead. It names what stands in it and holds none of the words:
/// these are read anew each time, so that what was changed or deleted since is not in it any more.
/// </summary>
internal sealed record ConferencePack(DateTimeOffset MadeAt)
{
    /// <summary>Ids kept: of more the first go, which are those of what is there no more.</summary>
    private const int MostKept = 60;

    /// <summary>In one part: more nobody tells in some minutes.</summary>
    public const int MostInPart = 6;

    /// <summary>One answer after the conference, in characters (UTF-16).</summary>
    public const int LongestAnswer = 500;

    /// <summary>The student's order; parts that are not named follow in theirs.</summary>
    public IReadOnlyList<ConferencePart> Order { get; init; } = [];

    public IReadOnlyList<ConferencePart> LeftOut { get; init; } = [];

    /// <summary>What stands in it, by the ids of <see cref="ConferenceItem"/>.</summary>
    public IReadOnlyList<string> Chosen { get; init; } = [];

    /// <summary>
    /// Of these, what was kept to themselves and the student put in with their own hand, having read who will see it.
    /// </summary>
    public IReadOnlyList<string> Opened { get; init; } = [];

    /// <summary>The family's, as a tag of ours; null where the student has not said.</summary>
    public string? LetterLanguage { get; init; }

    /// <summary>The day the student gave; null where the class's counts, if it has one.</summary>
    public DateOnly? On { get; init; }

    /// <summary>Since when it is ready: from then on its class's teachers can read and print it.</summary>
    public DateTimeOffset? ReadyAt { get; init; }

    /// <summary>The class it is ready in; null for a student in none.</summary>
    public DocumentKey? ReadyIn { get; init; }

    /// <summary>What the chat asks just now; null where nothing.</summary>
    public ConferenceAsked? Asked { get; init; }

    /// <summary>When they were asked how it went: once.</summary>
    public DateTimeOffset? AskedHowAt { get; init; }

    /// <summary>What they said of it afterwards, in the order asked.</summary>
    public IReadOnlyList<string> LookedBack { get; init; } = [];

    /// <summary>When they are to be asked how it went; computed anew with every turn, null when they are not.</summary>
    public DateTimeOffset? LookAt { get; init; }

    /// <summary>They were asked how it went, or told it: another one can be begun.</summary>
    [JsonIgnore]
    public bool WasHeld => AskedHowAt is not null;

    [JsonIgnore]
    public IEnumerable<ConferencePart> Parts => Order.Union(Enum.GetValues<ConferencePart>());

    /// <summary>What is told, in the order it is told in.</summary>
    [JsonIgnore]
    public IReadOnlyList<ConferencePart> Told => [.. Parts.Where(part => !LeftOut.Contains(part))];

    /// <summary>Leaves a part out, or takes it in again. One always stays.</summary>
    public ConferencePack Toggled(ConferencePart part) =>
        LeftOut.Contains(part) ? this with { LeftOut = [.. LeftOut.Where(one => one != part)] }
        : Told.Count == 1 ? this
        : this with { LeftOut = [.. LeftOut, part] };

    /// <summary>One place earlier or later; at the end of the list nothing changes.</summary>
    public ConferencePack Moved(ConferencePart part, bool earlier)
    {
        var parts = Parts.ToList();
        var (from, to) = (parts.IndexOf(part), parts.IndexOf(part) + (earlier ? -1 : 1));
        if (to < 0 || to >= parts.Count)
            return this;
        (parts[from], parts[to]) = (parts[to], parts[from]);
        return this with { Order = parts };
    }

    /// <summary>Takes something out. What was opened is closed again.</summary>
    public ConferencePack Without(string id) =>
        this with
        {
            Chosen = [.. Chosen.Where(one => one != id)],
            Opened = [.. Opened.Where(one => one != id)],
        };

    /// <summary>Puts something in; more than there is room for changes nothing.</summary>
    public ConferencePack With(ConferenceItem item, IReadOnlyList<ConferenceItem> known) =>
        Chosen.Contains(item.Id) || !HasRoom(item.Part, known)
            ? this
            : this with
            {
                Chosen = [.. Chosen.TakeLast(MostKept - 1), item.Id],
                Opened = item.IsPrivate ? [.. Opened.TakeLast(MostKept - 1), item.Id] : Opened,
            };

    public bool HasRoom(ConferencePart part, IReadOnlyList<ConferenceItem> known) => In(part, known).Count < MostInPart;

    /// <summary>What stands in a part: never what is the student's alone, unless they opened it themselves.</summary>
    public IReadOnlyList<ConferenceItem> In(ConferencePart part, IReadOnlyList<ConferenceItem> known) =>
        [.. known.Where(item => item.Part == part && Shows(item))];

    public bool Shows(ConferenceItem item) =>
        Chosen.Contains(item.Id, StringComparer.Ordinal)
        && (!item.IsPrivate || Opened.Contains(item.Id, StringComparer.Ordinal));

    /// <summary>The day that counts: the student's own, else that of the class it is ready in, else of any.</summary>
    public DateOnly? DayOf(Person person) =>
        On
        ?? person
            .Classes.Where(one => one is { Role: MemberRole.Student, ConferenceOn: not null })
            .OrderByDescending(one => one.Class == ReadyIn)
            .FirstOrDefault()
            ?.ConferenceOn;

    /// <summary>It leaves for the archive when another one is begun.</summary>
    public ArchiveEntry Archived() =>
        new(
            $"conference:{MadeAt.ToUnixTimeSeconds()}",
            JsonSerializer.SerializeToUtf8Bytes(this, ConferenceJson.Default.ConferencePack)
        );
}

/// <summary>What the chat asks about a conference.</summary>
internal enum ConferenceTalk
{
    /// <summary>What a family may ask, to try it out. The answers are not kept.</summary>
    Rehearsal,

    /// <summary>How it went. The answers are kept.</summary>
    LookingBack,
}

/// <param name="Question">Its place, from 0.</param>
/// <param name="Again">It was asked for a little more.</param>
internal sealed record ConferenceAsked(ConferenceTalk Talk, int Question, DateTimeOffset At, bool Again = false)
{
    /// <summary>Who has not answered until then has gone on to something else.</summary>
    public static readonly TimeSpan Waits = TimeSpan.FromMinutes(30);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    UseStringEnumConverter = true
)]
[JsonSerializable(typeof(ConferencePack))]
internal sealed partial class ConferenceJson : JsonSerializerContext;
