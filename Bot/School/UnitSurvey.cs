using System.Text.Json.Serialization;
using Milestones.Conversations;

namespace Milestones.School;

/// <summary>Where a student says they stand with the targets of a unit, in the student's own document.</summary>
/// <param name="Unit">As the class last told it.</param>
internal sealed record UnitSurvey(DocumentKey Class, LearningUnit Unit)
{
    public const int Levels = 4;

    /// <summary>From here down a target is still to be learned.</summary>
    public const int Low = 2;

    public const int LongestEvidence = 300;

    /// <summary>In a document; older ones are in the archive.</summary>
    public const int MostKept = 4;

    public IReadOnlyList<TargetRating> Ratings { get; init; } = [];

    /// <summary>What shows a claim, one for each round.</summary>
    public IReadOnlyList<TargetEvidence> Evidence { get; init; } = [];

    /// <summary>When they were asked in this round, or began themselves.</summary>
    public DateTimeOffset? AskedAt { get; init; }

    /// <summary>When they were reminded in this round: once is the most.</summary>
    public DateTimeOffset? RemindedAt { get; init; }

    /// <summary>When they are to be asked or reminded; computed anew with every turn, null when nothing is to
    /// come.</summary>
    public DateTimeOffset? LookAt { get; init; }

    [JsonIgnore]
    public int Count => Unit.Targets.Count;

    /// <summary>Every target has a rating of this round.</summary>
    [JsonIgnore]
    public bool IsDone => Targets.All(target => Now(target) is not null);

    [JsonIgnore]
    public IEnumerable<int> Targets => Enumerable.Range(0, Count);

    public TargetRating Of(int target) =>
        Ratings.FirstOrDefault(one => one.Target == target) ?? new TargetRating(target);

    /// <summary>The rating of the round that is open.</summary>
    public int? Now(int target) => Of(target).In(Unit.Round);

    public TargetEvidence? EvidenceOf(UnitRound round) => Evidence.FirstOrDefault(one => one.Round == round);

    public UnitSurvey Rated(int target, int level) => With(Of(target).With(Unit.Round, level));

    public UnitSurvey Marked(IEnumerable<TargetMark> marks) =>
        marks
            .Where(mark => mark.Target >= 0 && mark.Target < Count && mark.Level is null or >= 1 and <= Levels)
            .Aggregate(this, (survey, mark) => survey.With(survey.Of(mark.Target) with { Mark = mark.Level }));

    public UnitSurvey Shown(int target, string text) =>
        this with
        {
            Evidence =
            [
                .. Evidence.Where(one => one.Round != Unit.Round),
                new TargetEvidence(Unit.Round, target, text),
            ],
        };

    /// <summary>The lowest target, the first of several; null where all are learned or none is rated.</summary>
    [JsonIgnore]
    public int? NextStep =>
        Targets
            .Where(target => Of(target).Latest is <= Low)
            .OrderBy(target => Of(target).Latest)
            .Select(target => (int?)target)
            .FirstOrDefault();

    private UnitSurvey With(TargetRating rating) =>
        this with
        {
            Ratings = [.. Ratings.Where(one => one.Target != rating.Target).Append(rating).OrderBy(one => one.Target)],
        };
}

/// <summary>One student's ratings of one target, 1 to 4; null where there is none.</summary>
/// <param name="Target">Its place in the list, from 0.</param>
internal sealed record TargetRating(int Target)
{
    public int? Before { get; init; }

    public int? After { get; init; }

    /// <summary>The teacher's.</summary>
    public int? Mark { get; init; }

    [JsonIgnore]
    public int? Latest => After ?? Before;

    /// <summary>The student and the teacher see it differently by two or more: worth a talk.</summary>
    [JsonIgnore]
    public bool IsFarApart => Latest is { } own && Mark is { } mark && Math.Abs(own - mark) >= 2;

    public int? In(UnitRound round) => round == UnitRound.Before ? Before : After;

    public TargetRating With(UnitRound round, int level) =>
        round == UnitRound.Before ? this with { Before = level } : this with { After = level };
}

/// <summary>A few words of the student's, or a link, that show one of their claims.</summary>
internal sealed record TargetEvidence(UnitRound Round, int Target, string Text);

/// <summary>A teacher's mark.</summary>
/// <param name="Level">Null takes it away.</param>
internal sealed record TargetMark(int Target, int? Level);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    UseStringEnumConverter = true
)]
[JsonSerializable(typeof(UnitSurvey))]
internal sealed partial class UnitSurveyJson : JsonSerializerContext;
