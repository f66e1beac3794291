using Milestones.Conversations;
using Milestones.School;

namespace Milestones.Features.Criteria;

/// <summary>
/// A student checks their own work: a tap for each criterion, each saved at once, then one thought on the weakest.
/// What cannot be checked any more is said so, and shows what there is.
/// </summary>
internal static class SelfCheckHandler
{
    /// <summary>The teacher's class has news of its tasks; asking is the alarm's.</summary>
    public static TurnResult<Person> Told(TasksTold told, TurnContext<Person> context)
    {
        if (context.Others.Class(told.Class) is not { } classroom || !IsStudentIn(told.Class, context.Person))
            return new(context.Person);
        var (person, left) = Works.Told(context.Person, classroom, context.Now);
        return new(person) { Archive = left };
    }

    /// <summary>A teacher says what a goal is to show, or says yes to what the student proposed.</summary>
    public static TurnResult<Person> Given(CriteriaGiven given, TurnContext<Person> context) =>
        IsStudentIn(given.Class, context.Person) && context.Person.FindGoal(given.Goal) is { IsActive: true } goal
            ? new(
                context.Person.WithGoal(goal with { Criteria = (goal.Criteria ?? new()).Set(given.Class, given.List) })
            )
            : new(context.Person);

    /// <summary>A teacher says no to what the student proposed; what they say of it comes as an answer.</summary>
    public static TurnResult<Person> Declined(CriteriaDeclined declined, TurnContext<Person> context) =>
        context.Person.FindGoal(declined.Goal) is { Criteria: { Proposed: { } proposed } criteria } goal
        && proposed.Class == declined.Class
            ? new(context.Person.WithGoal(goal with { Criteria = criteria with { Proposed = null } }))
            : new(context.Person);

    /// <summary>The only work with criteria; with several, or to propose some, which?</summary>
    public static TurnResult<Person> Mine(TurnContext<Person> context)
    {
        var works = Works.Of(context.Person);
        return (works, ProposalHandler.Choices(context)) switch
        {
            ([], []) => new(
                context.Person,
                new Say(context.Voice["Criteria.None"], context.Voice.List("Suggest.Home"))
            ),
            ([var only], []) => Shown(only, context),
            _ => new(context.Person, context.Here(CheckedCard.All(works, context), context.Voice["Criteria.Title"])),
        };
    }

    public static TurnResult<Person>? Mine(CardData data, TurnContext<Person> context) =>
        data.Text("work") is not { } id ? Mine(context)
        : Works.Find(context.Person, id) is { } work ? Shown(work, context)
        : null;

    /// <summary>The first criterion without an answer, or the one that is named, to be looked at again.</summary>
    public static TurnResult<Person>? Begin(CardData data, TurnContext<Person> context)
    {
        if (Works.Find(context.Person, data.Text("work")) is not { } work)
            return null;
        if (!work.IsOpen)
            return Over(work, context);
        var begun = work with
        {
            Criteria = work.Criteria with
            {
                Open = work.Criteria.Open ?? new(context.Turn.NewId(), context.Today),
                AskedAt = work.Criteria.AskedAt ?? context.Now,
            },
        };
        return Question(begun, context, data.Text("criterion"));
    }

    public static TurnResult<Person>? Answer(CardData data, TurnContext<Person> context)
    {
        if (
            Works.Find(context.Person, data.Text("work")) is not { } work
            || !Enum.TryParse<Meets>(data.Text("meets"), out var meets)
            || !Enum.IsDefined(meets)
        )
        {
            return null;
        }

        var criteria = work.Criteria;
        if (!work.IsOpen)
            return Over(work, context);
        if (criteria.Open is not { } open || open.Id != data.Text("check"))
        {
            return criteria.Open is null
                ? Shown(work, context, context.Voice["Criteria.Earlier"])
                : Question(work, context, null, context.Voice["Criteria.Earlier"]);
        }

        if (criteria.Find(data.Text("criterion")) is not { } criterion)
            return Question(work, context, null, context.Voice["Criteria.Changed"]);
        var words = data.Text("words");
        if (words?.Length > SuccessCriteria.LongestEvidence)
        {
            return Kept(
                work,
                CheckCards.Question(work, criterion, context.Voice, null, (TooLong(context), words)),
                context
            );
        }

        var answered = work with
        {
            Criteria = criteria.Answered(new(criterion.Id, meets, words), open.Id, context.Today),
        };
        return answered.Criteria.Open is not null
            ? Question(answered, context)
            : Kept(answered, CheckCards.Next(answered, context.Voice), context);
    }

    /// <summary>What they do about the weakest: words or, for the youngest, a picture. It may be left out.</summary>
    public static TurnResult<Person>? Next(CardData data, TurnContext<Person> context)
    {
        if (Works.Find(context.Person, data.Text("work")) is not { } work)
            return null;
        if (work.Criteria.Last is not { } last || last.Id != data.Text("check"))
            return Shown(work, context, context.Voice["Criteria.Earlier"]);
        var picture = Array.IndexOf(CheckCards.Pictures, data.Text("picture"));
        var words = picture >= 0 ? context.Voice.List("Criteria.Pictures")[picture] : data.Text("words");
        var fault =
            data.Has("skip") ? null
            : words is null ? context.Voice["Criteria.Next.Empty"]
            : words.Length > SuccessCriteria.LongestNext ? TooLong(context)
            : null;
        return fault is not null ? Kept(work, CheckCards.Next(work, context.Voice, (fault, words)), context)
            : data.Has("skip") ? Shown(work, context)
            : Shown(work with { Criteria = work.Criteria.Going(words!) }, context);
    }

    private static TurnResult<Person> Question(
        Work work,
        TurnContext<Person> context,
        string? criterion = null,
        string? note = null
    ) =>
        Kept(
            work,
            CheckCards.Question(
                work,
                work.Criteria.Find(criterion) ?? work.Criteria.Unanswered ?? work.Criteria.List[0],
                context.Voice,
                note
            ),
            context
        );

    /// <summary>Too late: what there is, with a word on why.</summary>
    private static TurnResult<Person> Over(Work work, TurnContext<Person> context) =>
        Shown(work, context, context.Voice[work.IsTask ? "Criteria.Over.Task" : "Criteria.Over.Goal"]);

    private static TurnResult<Person> Shown(Work work, TurnContext<Person> context, string? note = null) =>
        Kept(work, CheckedCard.Of(work, context, note), context);

    private static TurnResult<Person> Kept(Work work, Cards.Card card, TurnContext<Person> context)
    {
        var (person, left) = Works.TrimChecks(Works.With(context.Person, work.Id, work.Criteria));
        return new(person, context.Here(card, work.Title)) { Archive = left };
    }

    private static string TooLong(TurnContext<Person> context) =>
        context.Voice.Say("Criteria.TooLong", ("max", SuccessCriteria.LongestEvidence));

    private static bool IsStudentIn(DocumentKey key, Person person) =>
        person.Classes.Any(one => one.Class == key && one.Role == MemberRole.Student);
}
