using Milestones.Conversations;
using Milestones.School;

namespace Milestones.Bench.Replies;

/// <summary>What a turn did: which texts it answered with, and what is another now.</summary>
internal sealed class Effects(LinePlayed played, TextKeys keys)
{
    private readonly IReadOnlyList<string> _texts = [.. played.Replies.SelectMany(reply => keys.In(TextOf(reply)))];

    private readonly Goal? _was = played.Before.Goals is [var first, ..] ? first : null;

    private readonly Goal? _is = played.After.Goals.FirstOrDefault(goal => goal.Id == GoalId);

    private const string GoalId = "goal-1";

    public IReadOnlyList<string> Texts => _texts;

    /// <summary>Whether a text whose key begins so was said.</summary>
    public bool Says(params ReadOnlySpan<string> beginnings)
    {
        foreach (var beginning in beginnings)
        {
            foreach (var key in _texts)
            {
                if (key.StartsWith(beginning, StringComparison.Ordinal))
                    return true;
            }
        }

        return false;
    }

    /// <summary>The number that was logged; null where none was.</summary>
    public double? Logged =>
        _is is null || _was is null ? null
        : _is.Progress.Count > _was.Progress.Count || _is.Current != _was.Current
            ? (_is.Progress is [.., { Value: var last }] ? last : null)
        : null;

    public bool IsNoted => _is is not null && _was is not null && _is.Progress.Count > _was.Progress.Count;

    public bool IsUnlogged => _is is not null && _was is not null && _is.Progress.Count < _was.Progress.Count;

    public bool IsReached => _is?.ReachedOn is not null && _was?.ReachedOn is null;

    public bool ChangesGoal =>
        _is is not null
        && _was is not null
        && (_is.Measure, _is.Deadline, _is.Plan, _is.Sentence, _is.ClosedOn)
            != (_was.Measure, _was.Deadline, _was.Plan, _was.Sentence, _was.ClosedOn);

    public double? Target => _is?.Measure.Target ?? After?.Measure.Target;

    public bool ChangesDeadline =>
        _is?.Deadline != _was?.Deadline
        || (After?.Deadline, After?.DeadlineWords) != (Before?.Deadline, Before?.DeadlineWords);

    public bool ChangesPlan => _is?.Plan != _was?.Plan || After?.Plan != Before?.Plan;

    public bool ChangesMeasure => _is?.Measure != _was?.Measure || After?.Measure != Before?.Measure;

    public bool ChangesWords =>
        (After?.What, After?.FirstWords, After?.Wish, After?.Sentence)
        != (Before?.What, Before?.FirstWords, Before?.Wish, Before?.Sentence);

    public bool ChangesDraft => Before is not null && After is not null && !Equals(Before, After);

    /// <summary>What is known of the goal in the making, before and after.</summary>
    public GoalDraft? Before => (played.Before.Dialog as Drafting)?.Draft;

    public GoalDraft? After => (played.After.Dialog as Drafting)?.Draft;

    /// <summary>A goal was begun that was not in the making.</summary>
    public bool Begins => Before is null && played.After.Dialog is Drafting or AskingFirstWords { IsLight: false };

    public bool Saves => _was is null && played.After.Goals.Count > 0;

    public bool Asks(GoalAsked kind) =>
        played.After.Question is { } asked && asked.Kind == kind && !ReferenceEquals(asked, played.Before.Question);

    public bool Alarms => played.After.Alerts.Count > played.Before.Alerts.Count || Says("Safety.Title");

    public bool AsksQuietly =>
        played.After.Heavy is { IsOpen: true } && played.Before.Heavy is not { IsOpen: true } && !Alarms;

    public bool ChangesLanguage => played.After.Language != played.Before.Language;

    public bool ChangesMessages => !Equals(played.After.Prompts, played.Before.Prompts);

    public bool IsUnsure => played.After.Unsure is not null;

    public static string TextOf(Reply reply) =>
        reply switch
        {
            Say say => say.Text,
            Show show => show.Summary,
            Replace replace => replace.Summary,
            Notice notice => notice.Text,
            _ => reply.GetType().Name,
        };
}
