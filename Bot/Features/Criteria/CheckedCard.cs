using Milestones.Cards;
using Milestones.School;
using Milestones.Views;

namespace Milestones.Features.Criteria;

/// <summary>A student's own work against its criteria: how it grew, and what their teacher said of it.</summary>
internal static class CheckedCard
{
    /// <param name="note">A word on why they see it now.</param>
    public static Card Of(Work work, TurnContext<Person> context, string? note = null)
    {
        var voice = context.Voice;
        return CardParts.Framed(
            work.Title,
            [
                CardParts.Heading(Markdown.Escape(GoalCards.InBrief(work.Title))),
                .. note is null ? Array.Empty<CardElement>() : [new TextBlock(note)],
                .. CriteriaRows.Of(work.Criteria, voice),
                .. Feedback(work, context),
                CheckCards.WhoSees(work.Criteria, voice),
                .. Buttons(work, context).ToList() is { Count: > 0 } buttons
                    ? [new ActionSet(buttons)]
                    : Array.Empty<CardElement>(),
            ],
            voice.Culture
        );
    }

    /// <summary>All there is to check, and the way to criteria of one's own.</summary>
    /// <param name="note">What was just done.</param>
    public static Card All(IReadOnlyList<Work> works, TurnContext<Person> context, string? note = null)
    {
        var voice = context.Voice;
        return CardParts.Framed(
            voice["Criteria.Title"],
            [
                CardParts.Heading(voice["Criteria.Title"]),
                .. note is null ? Array.Empty<CardElement>() : [new TextBlock(note)],
                .. Waiting(context),
                .. works.SelectMany(work => Row(work, context)),
                .. ProposalHandler.Choices(context) is { Count: > 0 } choices
                    ?
                    [
                        CardParts.Small(voice["Criteria.Propose.How"]),
                        new ActionSet([.. choices.Select(goal => ProposalCards.Begin(goal, voice))]),
                    ]
                    : Array.Empty<CardElement>(),
            ],
            voice.Culture
        );
    }

    /// <summary>What they proposed, and a teacher has not answered yet.</summary>
    private static IEnumerable<CardElement> Waiting(TurnContext<Person> context) =>
        context
            .Person.Goals.Where(goal => goal is { IsActive: true, Criteria.Proposed: not null })
            .Select(goal => new RichTextBlock(
                new TextRun(GoalCards.InBrief(goal.Sentence)) { Weight = "bolder" },
                new TextRun($" · {context.Voice["Criteria.Waits"]}") { Size = "small", IsSubtle = true }
            )
            {
                Spacing = "medium",
            });

    private static IEnumerable<CardElement> Row(Work work, TurnContext<Person> context)
    {
        var (voice, last) = (context.Voice, work.Criteria.Last);
        yield return new RichTextBlock(new TextRun(GoalCards.InBrief(work.Title)) { Weight = "bolder" })
        {
            Spacing = "medium",
            Separator = true,
        };
        yield return new RichTextBlock(
            new TextRun(
                last is null
                    ? voice["Criteria.Unchecked"]
                    : voice.Say("Criteria.CheckedOn", ("day", voice.Day(last.On, context.Today)))
            )
            {
                Size = "small",
                IsSubtle = true,
            }
        )
        {
            Spacing = "none",
        };
        yield return new ActionSet(
            last is null && work.IsOpen
                ? new Execute(voice["Criteria.Check"], CriteriaVerbs.Check, ("work", work.Id))
                : new Execute(voice["Criteria.Look"], CriteriaVerbs.Mine, ("work", work.Id))
        )
        {
            Spacing = "small",
        };
    }

    /// <summary>The last feedback on each criterion.</summary>
    private static IEnumerable<CardElement> Feedback(Work work, TurnContext<Person> context) =>
        context
            .Person.TeacherReplies.Where(reply =>
                reply is { Feedback.Work: var id, ShownAt: not null } && id == work.Id
            )
            .GroupBy(reply => reply.Feedback!.Criterion, StringComparer.Ordinal)
            .Select(same => same.Last())
            .SelectMany(reply =>
                FeedbackRows.Of(
                    reply.Feedback!,
                    reply.TeacherName ?? context.Voice["Feedback.YourTeacher"],
                    context.Voice
                )
            );

    private static IEnumerable<CardAction> Buttons(Work work, TurnContext<Person> context)
    {
        var voice = context.Voice;
        if (work.IsOpen)
        {
            yield return new Execute(
                voice[
                    work.Criteria.Open is not null ? "Criteria.GoOn"
                    : work.Criteria.Last is null ? "Criteria.Check"
                    : "Criteria.CheckAgain"
                ],
                CriteriaVerbs.Check,
                ("work", work.Id)
            )
            {
                Style = "positive",
            };
        }

        if (Works.Of(context.Person).Count > 1 || ProposalHandler.Choices(context).Count > 0)
            yield return new Execute(voice["Criteria.Title"], CriteriaVerbs.Mine);
    }
}
