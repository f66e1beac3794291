using System.Text.Json.Serialization;
using Milestones.Conversations;

namespace Milestones.School;

/// <summary>One sentence that says what good work shows: "I give a reason from the text".</summary>
/// <param name="Id">It stays while the sentence does, so that checks of different days can be compared.</param>
internal sealed record Criterion(string Id, string Text);

/// <summary>How a student's own work meets a criterion, in their own eyes.</summary>
internal enum Meets
{
    NotYet,
    Partly,
    Yes,
}

/// <param name="Criterion">The criterion's id.</param>
/// <param name="Evidence">Where it shows: the student's words, or a link; null where they gave none.</param>
internal sealed record CriterionAnswer(string Criterion, Meets Meets, string? Evidence = null);

/// <summary>A student's look at their own work, criterion by criterion.</summary>
/// <param name="Id">Of its own, so that what leaves for the archive is known again.</param>
/// <param name="On">The day it was begun.</param>
internal sealed record CriteriaCheck(string Id, DateOnly On)
{
    /// <summary>More there are only where criteria were changed while they were answered.</summary>
    private const int MostAnswers = 2 * SuccessCriteria.Most;

    /// <summary>What they do next about the weakest, in their own words or as they tapped it.</summary>
    public string? Next { get; init; }

    public IReadOnlyList<CriterionAnswer> Answers { get; init; } = [];

    public CriterionAnswer? Of(string criterion) => Answers.FirstOrDefault(one => one.Criterion == criterion);

    public CriteriaCheck With(CriterionAnswer answer) =>
        this with
        {
            Answers = [.. Answers.Where(one => one.Criterion != answer.Criterion).TakeLast(MostAnswers - 1), answer],
        };
}

/// <summary>What a student would like to be judged by; it holds once a teacher of the class says yes.</summary>
/// <param name="Class">Whose teachers see it, and the goal it is about.</param>
internal sealed record ProposedCriteria(DocumentKey Class, IReadOnlyList<Criterion> List, DateTimeOffset At);

/// <summary>The success criteria of a goal or of a task, and how its student sees their work against them.</summary>
internal sealed record SuccessCriteria
{
    public const int Fewest = 2;

    /// <summary>More nobody checks with thought in two minutes.</summary>
    public const int Most = 6;

    /// <summary>In characters (UTF-16), as the others here.</summary>
    public const int LongestText = 120;

    public const int LongestEvidence = 200;

    public const int LongestNext = 200;

    /// <summary>Finished checks in a document; older ones are in the archive.</summary>
    public const int MostChecks = 4;

    public IReadOnlyList<Criterion> List { get; init; } = [];

    /// <summary>Whose teachers set them and see the checks; null for criteria that are the student's alone.</summary>
    public DocumentKey? Class { get; init; }

    /// <summary>Finished ones, the newest last.</summary>
    public IReadOnlyList<CriteriaCheck> Checks { get; init; } = [];

    /// <summary>The check that is under way.</summary>
    public CriteriaCheck? Open { get; init; }

    public ProposedCriteria? Proposed { get; init; }

    /// <summary>When they were asked to check, or began themselves.</summary>
    public DateTimeOffset? AskedAt { get; init; }

    /// <summary>When they were reminded: once is the most.</summary>
    public DateTimeOffset? RemindedAt { get; init; }

    /// <summary>When they are to be asked or reminded; computed anew with every turn, null when nothing is to
    /// come.</summary>
    public DateTimeOffset? LookAt { get; init; }

    [JsonIgnore]
    public CriteriaCheck? Last => Checks.Count == 0 ? null : Checks[^1];

    public Criterion? Find(string? id) => id is null ? null : List.FirstOrDefault(one => one.Id == id);

    /// <summary>The first that has no answer in the open check; null where all have one.</summary>
    [JsonIgnore]
    public Criterion? Unanswered => List.FirstOrDefault(one => Open?.Of(one.Id) is null);

    /// <summary>What a check says of the criteria as they are now: the lowest, the first of several.</summary>
    public Criterion? Weakest(CriteriaCheck check) =>
        List.Where(one => check.Of(one.Id) is not null).MinBy(one => check.Of(one.Id)!.Meets);

    /// <summary>Every answer to one criterion, the oldest first.</summary>
    public IEnumerable<Meets> History(string criterion) =>
        Checks.Select(check => check.Of(criterion)?.Meets).OfType<Meets>();

    /// <summary>An answer; where it was the last that was open, the check is finished.</summary>
    public SuccessCriteria Answered(CriterionAnswer answer, string newId, DateOnly today)
    {
        var answered = this with { Open = (Open ?? new(newId, today)).With(answer) };
        return answered.Unanswered is not null
            ? answered
            : answered with
            {
                Checks = [.. Checks, answered.Open],
                Open = null,
            };
    }

    /// <summary>What they do next, with the last check.</summary>
    public SuccessCriteria Going(string next) =>
        Last is not { } last ? this : this with { Checks = [.. Checks.SkipLast(1), last with { Next = next }] };

    /// <summary>
    /// Other criteria: what stays keeps its answers, a check with nothing left to answer is finished, and the student
    /// is asked anew.
    /// </summary>
    public SuccessCriteria Set(DocumentKey? by, IReadOnlyList<Criterion> list)
    {
        var next = this with { Class = by, Proposed = null };
        if (List.SequenceEqual(list))
            return List.Count == 0 || Class == by ? next : next with { AskedAt = null, RemindedAt = null };
        next = next with { List = list, AskedAt = null, RemindedAt = null };
        return Open is { Answers.Count: > 0 } && next.Unanswered is null
            ? next with
            {
                Checks = [.. Checks, Open],
                Open = null,
            }
            : next;
    }

    /// <summary>The sentences with the ids they had, where they had one.</summary>
    /// <param name="newId">By its place in the list.</param>
    public static IReadOnlyList<Criterion> Of(
        IReadOnlyList<string> sentences,
        IReadOnlyList<Criterion> before,
        Func<int, string> newId
    ) =>
        [
            .. sentences.Select(
                (text, i) => before.FirstOrDefault(one => one.Text == text) ?? new Criterion(newId(i), text)
            ),
        ];
}
