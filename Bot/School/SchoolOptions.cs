using Milestones.Calendar;
using Milestones.Conversations;
using Milestones.Localization;

namespace Milestones.School;

/// <summary>The section <c>School</c> of the settings: who runs the bot, and how long it keeps what.</summary>
internal sealed class SchoolOptions
{
    public const string Section = "School";

    /// <summary>The school's name, as its pages show it.</summary>
    public string Name { get; set; } = "";

    /// <summary>Whom to ask about data: an address, a telephone number, an office.</summary>
    public string Contact { get; set; } = "";

    /// <summary>Where a browser reaches the bot, such as <c>https://bot.school.example</c>; without it no copy is
    /// handed out in chat.</summary>
    public string Address { get; set; } = "";

    /// <summary>A file with the school's private RSA key (PEM) by which badges are signed; without it they are
    /// not.</summary>
    public string BadgeKeyFile { get; set; } = "";

    /// <summary>
    /// The highest grades whose links for home the teacher makes, from what was shared; null for none.
    /// </summary>
    public GradeBand? FamilyLinksByTeacher { get; set; } = GradeBand.KTo2;

    /// <summary>The words of the four levels in which students rate themselves, from the lowest; none for those of
    /// the language.</summary>
    public IList<string> Levels { get; set; } = [];

    /// <summary>
    /// The first days of the terms of a year, as <c>08-01</c>; none for the first of August and of January.
    /// </summary>
    public IList<string> Terms { get; set; } = [];

    /// <summary>
    /// Entra object ids of those who see the figures of the school, or of all schools of their tenant.
    /// </summary>
    public IList<string> Administrators { get; set; } = [];

    /// <summary>Days after somebody last did anything until what is kept of them is deleted; a school year.</summary>
    public int RetentionDays { get; set; } = 365;

    /// <summary>The same for single tenants, by their id.</summary>
    public Dictionary<string, int> TenantRetentionDays { get; set; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// Whether unclear sentences are put to a language model of the school, as the section <c>Reading</c> says; those
    /// who ask who sees their words are told.
    /// </summary>
    public bool AsksModel { get; internal set; }

    public bool IsAdministrator(PersonId person) =>
        Administrators.Contains(person.ObjectId, StringComparer.OrdinalIgnoreCase);

    public SchoolTerm TermOf(DateOnly day) => SchoolTerm.Of(day, Terms.Count > 0 ? Terms : ["01-01", "08-01"]);

    public int RetentionOf(string tenant) => TenantRetentionDays.GetValueOrDefault(tenant, RetentionDays);

    /// <summary>
    /// Until when what was last touched now is kept: at least that long, and a few days more, so that a person's moment
    /// moves once a week and not with every message, and a school's people do not all have the same.
    /// </summary>
    public DateTimeOffset KeptUntil(DocumentKey key, DateTimeOffset now)
    {
        var week = TimeSpan.FromDays(7).Ticks;
        var own = Spread.Of(key.Partition, TimeSpan.FromDays(7)).Ticks;
        var least = now.UtcTicks + TimeSpan.FromDays(RetentionOf(DocumentKeys.TenantOf(key))).Ticks;
        return new(((least - own + week - 1) / week * week) + own, TimeSpan.Zero);
    }
}
