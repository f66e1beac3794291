using Milestones.Language;
using Milestones.Language.Concerns;
using Milestones.Language.Opinions;
using Milestones.Language.Packs;
using Milestones.Language.Parts;
using Milestones.Language.Reports;
using Milestones.Language.Wanted;

namespace Milestones.Conversations;

/// <summary>
/// A text a person typed, read once: what a reading costs is paid when it is first asked for, and never again in the
/// turn.
/// </summary>
/// <param name="today">The day where the person is; dates are counted from it.</param>
/// <param name="spoken">The language the bot speaks with them, for a text that tells of none, such as "80".</param>
internal sealed class Heard(string text, DateOnly today, TextLanguage spoken)
{
    public static Heard Nothing { get; } = new(string.Empty, default, LanguagePacks.Default.Language);

    public string Text { get; } = text;

    /// <summary>
    /// What a second reader made of words that the rules were unsure of; null where none was asked, or nothing of it
    /// could be checked. Readings take it in through <see cref="Sharper"/> alone.
    /// </summary>
    public Opinion? Opinion { get; init; }

    /// <summary>
    /// What this part of a longer line does, as it was read within the line; null for a text that stands alone.
    /// </summary>
    public PartAct? Act { get; init; }

    /// <summary>The language of the text itself: students mix.</summary>
    public TextLanguage Language => _language ??= LanguageReader.Detect(Text, spoken);

    /// <summary>The command, where the whole text is one.</summary>
    public Command? Command => (_command ??= new(Commands.Read(Text))).Read;

    /// <summary>What the words may mean for somebody's safety, and how strong the evidence is.</summary>
    public ConcernReading Concern => _concern ??= Sharper.Concern(ConcernReader.Read(Text, language: null), Opinion);

    /// <summary>What kind of statement it is and, where it is a goal, every aspect of it.</summary>
    public GoalReading Goal => _goal ??= GoalReader.Read(Text, today, Language);

    /// <summary>What the text says of a day.</summary>
    public DateReading Date => _date ??= Sharper.Date(DateReader.Find(Text, today, Language), Opinion, today, Language);

    /// <summary>What it wants, typed at this place of the conversation.</summary>
    public WantedReading Wanted(Place place) =>
        (_wanted ??= new WantedReading?[Places.Count])[(int)place] ??= Sharper.Wanted(
            WantedReader.Read(Text, place),
            Opinion,
            place
        );

    /// <summary>Whether it answers the question that is open.</summary>
    /// <param name="asked">The question.</param>
    /// <param name="goal">The goal's words, as far as they are known.</param>
    public AnswerFit Fit(Place asked, string goal) =>
        (
            _fit is { } read && read.Place == asked
                ? read
                : _fit = new(
                    asked,
                    Sharper.Fit(AnswerFitReader.Read(Text, asked, goal, Language, today), Opinion, asked)
                )
        ).Fit;

    /// <summary>Its parts, what each does and what its numbers stand for, read against what is open.</summary>
    public PartReading Parts(PartSetting setting) => PartReader.Read(Text, Language, setting);

    /// <summary>What it reports about one goal.</summary>
    public Report ReportOn(ReportGoal goal) =>
        Sharper.Report(ReportReader.Read(Text, goal, today, Language), Opinion, goal);

    /// <summary>Words that say nothing a coach could use.</summary>
    public bool IsVague => _vague ??= AnswerReader.IsVague(Text, Language);

    /// <summary>
    /// A plain yes or no. In a longer sentence the word is part of something else: "yeah but make it friday" is not a
    /// yes to saving.
    /// </summary>
    public YesNo? YesNo => Text.Length <= LongestYes ? AnswerReader.ReadYesNo(Text, Language) : null;

    private const int LongestYes = 20;

    private TextLanguage? _language;
    private Once<Command?>? _command;
    private ConcernReading? _concern;
    private GoalReading? _goal;
    private bool? _vague;
    private DateReading? _date;
    private WantedReading?[]? _wanted;
    private FitAt? _fit;

    private sealed record FitAt(Place Place, AnswerFit Fit);

    /// <summary>A reading that was made, though it found nothing.</summary>
    private sealed record Once<T>(T Read);
}
