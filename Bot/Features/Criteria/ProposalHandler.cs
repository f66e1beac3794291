using Milestones.Conversations;
using Milestones.Localization;
using Milestones.School;

namespace Milestones.Features.Criteria;

/// <summary>
/// A student's own criteria for a goal: in a class they hold once a teacher says yes, without one they hold at once.
/// </summary>
internal static class ProposalHandler
{
    /// <summary>Goals for which criteria may be proposed; the youngest are given theirs.</summary>
    public static IReadOnlyList<Goal> Choices(TurnContext<Person> context) =>
        context.Voice.Band == GradeBand.KTo2
            ? []
            :
            [
                .. context.Person.Goals.Where(goal =>
                    goal is { IsActive: true, Criteria: null or { List.Count: 0, Proposed: null } }
                ),
            ];

    public static IReadOnlyList<Membership> Classes(Person person) =>
        [.. person.Classes.Where(one => one.Role == MemberRole.Student)];

    public static TurnResult<Person>? Form(CardData data, TurnContext<Person> context) =>
        Goal(data, context) switch
        {
            null => null,
            { IsActive: false } => Closed(context),
            var goal => Form(goal, Typed(goal), null, context),
        };

    public static TurnResult<Person>? Offer(CardData data, TurnContext<Person> context)
    {
        if (Goal(data, context) is not { } goal)
            return null;
        if (!goal.IsActive)
            return Closed(context);
        var (voice, person, typed) = (context.Voice, context.Person, data.Text("criteria") ?? string.Empty);
        var list = CriteriaList.Read(typed);
        if (list.Wrong(voice) is { } wrong)
            return Form(goal, typed, wrong, context);
        var criteria = goal.Criteria ?? new();
        var sentences = SuccessCriteria.Of(list.Sentences, criteria.List, i => context.Turn.NewId(0x10 + i));
        var classes = Classes(person);
        var chosen = classes.Count == 1 ? classes[0] : null;
        chosen ??= classes.FirstOrDefault(one => one.Class.Partition == data.Text("class"));
        if (classes.Count > 0 && chosen is null)
            return Form(goal, typed, voice["Criteria.Propose.Class"], context);
        var offered = goal with
        {
            Criteria = chosen is null
                ? criteria.Set(null, sentences)
                : criteria with
                {
                    Proposed = new(chosen.Class, sentences, context.Now),
                },
        };
        var next = context with { Head = person.WithGoal(offered) };
        return chosen is null && Works.Find(next.Person, goal.Id) is { } work
            ? new(next.Person, context.Here(CheckedCard.Of(work, next, voice["Criteria.Propose.Saved"]), work.Title))
            : new(
                next.Person,
                context.Here(
                    CheckedCard.All(Works.Of(next.Person), next, voice["Criteria.Propose.Sent"]),
                    voice["Criteria.Propose.Sent"]
                )
            );
    }

    private static Goal? Goal(CardData data, TurnContext<Person> context) => context.Person.FindGoal(data.Text("goal"));

    /// <summary>What they proposed last, or what holds, to be changed.</summary>
    private static string Typed(Goal goal) =>
        string.Join('\n', (goal.Criteria?.Proposed?.List ?? goal.Criteria?.List ?? []).Select(one => one.Text));

    private static TurnResult<Person> Closed(TurnContext<Person> context) =>
        new(context.Person, new Notice(context.Voice["Criteria.Over.Goal"]));

    private static TurnResult<Person> Form(Goal goal, string typed, string? wrong, TurnContext<Person> context) =>
        new(
            context.Person,
            context.Here(ProposalCards.Form(goal, typed, wrong, context), context.Voice["Criteria.Propose"])
        );
}
