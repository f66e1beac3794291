using System.Globalization;
using Milestones.Conversations;
using Milestones.Language;
using Milestones.School;

namespace Milestones.Features.Reflections;

/// <summary>What the check-in card brings: how the goals and the student are, before any question.</summary>
internal sealed record CheckIn(Sharing Sharing, int? Mood, IReadOnlyList<GoalCheck> Goals)
{
    /// <summary>The other classes the card asked for, each with who may read it there.</summary>
    public IReadOnlyList<(DocumentKey Class, Sharing Sharing)> Beside { get; init; } = [];

    /// <summary>More goals on one card would take too long.</summary>
    public const int MostGoals = 5;

    public static IReadOnlyList<Goal> GoalsOf(TurnContext<Person> context) =>
        [.. context.Person.Goals.Where(goal => goal is { IsActive: true, PausedOn: null }).Take(MostGoals)];

    /// <summary>Reads a card. Errors are by the field they stand beside.</summary>
    public static (CheckIn Read, IReadOnlyDictionary<string, string> Errors) From(
        CardData data,
        OpenWeek open,
        TurnContext<Person> context
    )
    {
        var errors = new Dictionary<string, string>(StringComparer.Ordinal);
        var goals = new List<GoalCheck>();
        foreach (var goal in GoalsOf(context))
        {
            var said = data.Text(CheckInFields.Value(goal));
            var number = said is null ? null : AnswerReader.ReadBaseline(said, context.Voice.LanguageOf(said));
            if (said is not null && number is null)
                errors[CheckInFields.Value(goal)] = context.Voice["Form.NowIsNoNumber"];
            var going =
                Enum.TryParse<Going>(data.Text(CheckInFields.Going(goal)), out var tapped) && Enum.IsDefined(tapped)
                    ? tapped
                    : (Going?)null;
            if (number is not null || going is not null)
                goals.Add(new(goal.Id, number?.Value, going));
        }

        var mood =
            int.TryParse(data.Text(CheckInFields.Mood), NumberStyles.None, CultureInfo.InvariantCulture, out var face)
            && face is >= 1 and <= 5
                ? face
                : (int?)null;
        var sharing = open.Class is not null ? Shares(CheckInFields.Sharing) : Sharing.OnlyMe;
        return (
            new(sharing, mood, goals)
            {
                Beside =
                [
                    .. open.Beside(context.Person)
                        .Select(one => (one.Class, Field: CheckInFields.SharingOf(one.Class)))
                        .Where(one => data.Has(one.Field))
                        .Select(one => (one.Class, Shares(one.Field))),
                ],
            },
            errors
        );

        Sharing Shares(string field) =>
            data.Text(field) == nameof(Sharing.MyTeacher) ? Sharing.MyTeacher : Sharing.OnlyMe;
    }

    public bool IsEmpty => Mood is null && Goals.Count == 0;
}

/// <param name="Value">The number typed.</param>
/// <param name="Tapped">How it goes, as tapped.</param>
internal sealed record GoalCheck(string GoalId, double? Value, Going? Tapped)
{
    /// <summary>What was tapped, else what the number says: closer than before is going well.</summary>
    public Going Of(Goal before, Goal after, DateOnly today) =>
        Tapped is { } tapped ? tapped
        : Value is not { } value ? Going.Okay
        : before.Measure.Target is { } target && before.Measure.Meets(value, target) ? Going.Well
        : before.Current is { } old && value != old && before.Measure.Meets(value, old) ? Going.Well
        : GoalStatuses.Of(after, today) == GoalStatus.Stuck ? Going.Stuck
        : Going.Okay;
}

/// <summary>The names of a card's fields.</summary>
internal static class CheckInFields
{
    public const string Mood = "mood";
    public const string Sharing = "sharing";

    /// <summary>
    /// Named by the class itself, not by its place: a class that is left must not hand on its choice.
    /// </summary>
    public static string SharingOf(DocumentKey classroom) => $"{Sharing}-{Recording.Short(classroom)}";

    public static string Value(Goal goal) => $"value-{goal.Id}";

    public static string Going(Goal goal) => $"going-{goal.Id}";

    public static string Answer(string question) => $"answer-{question}";
}
