using Milestones.Bench.Load;
using Milestones.Bench.Parts;
using Milestones.Conversations;
using Milestones.Language;
using Milestones.Language.Parts;
using Milestones.School;

namespace Milestones.Bench.Replies;

/// <summary>
/// A labelled line typed where it was marked as typed: the person before and after, and what is said.
/// </summary>
internal sealed record LinePlayed(PartLine Line, Person Before, Person After, IReadOnlyList<Reply> Replies)
{
    private static readonly DateTimeOffset Now = new(2026, 10, 14, 15, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = new(2026, 10, 14);
    private static readonly PersonId Sam = new(
        "11111111-1111-1111-1111-111111111111",
        "aaaaaaaa-0000-0000-0000-000000000001"
    );
    private static readonly ConversationReference Chat = new(
        "http://127.0.0.1/teams/",
        "a:chat-sam",
        "personal",
        Sam.TenantId,
        "28:bot",
        "Milestones",
        null,
        null
    );

    public static LinePlayed Of(PartLine line)
    {
        var before = PersonAt(line);
        var turn = TurnOf(line, new Said(line.Text));
        var ruled = Rules.Kinds.Person.Rules(before, turn, OtherDocuments.None);
        return new(line, before, ruled.Head, ruled.Replies);
    }

    private static Turn TurnOf(PartLine line, TurnInput input) =>
        new(
            "a:chat-sam|1",
            DocumentKeys.Person(Sam),
            Sam,
            "Sam Rivera",
            Chat,
            input,
            Now,
            line.Language == TextLanguage.Spanish ? "es-MX" : "en-US",
            "America/New_York",
            new Guid(1, 0, 0, new byte[8])
        );

    private static Person PersonAt(PartLine line)
    {
        var person = new Person
        {
            Id = Sam,
            WelcomedAt = Now.AddDays(-40),
            Locale = line.Language == TextLanguage.Spanish ? "es-MX" : "en-US",
            Language = line.Language == TextLanguage.Spanish ? "es" : "en",
        };
        var draft = Features.Coaching.Answering.InShort(DraftOf(line), line.What, HeadKindsVoice(line));
        return line.Setting.Place switch
        {
            PartPlace.Start => person with { Dialog = new AskingFirstWords { IsLight = true } },
            PartPlace.AskMeasure or PartPlace.AskTarget => person with { Dialog = new AskingMeasure(draft) },
            PartPlace.AskNow => person with { Dialog = new AskingBaseline(draft) },
            PartPlace.AskPlan => person with { Dialog = new AskingPlan(draft) },
            PartPlace.AskWhen => person with { Dialog = new AskingDeadline(draft) },
            PartPlace.AskWhy => person with { Dialog = new AskingReason(draft) },
            PartPlace.AskObstacle => person with { Dialog = new AskingObstacle(draft) },
            PartPlace.AskSure => person with { Dialog = new AskingConfidence(draft) },
            PartPlace.Draft => person with { Dialog = new ReviewingDraft(draft, "token") },
            _ => Saved(person, draft, line),
        };
    }

    private static Person Saved(Person person, GoalDraft draft, PartLine line)
    {
        var goal = GoalOf(draft, line);
        person = person with { Goals = [goal] };
        if (line.Setting.Place == PartPlace.Logged && goal.Progress.Count > 0)
            person = person with { LastEntry = goal.Progress[^1].Id, LastSaid = new("mark", goal.Progress[^1].Id) };
        GoalQuestion Asked(GoalAsked kind) => new(kind, goal.Id, "i did some") { On = Today };
        return line.Setting.Place switch
        {
            PartPlace.Steps => person with { Dialog = new ReviewingMilestones(goal.Id) },
            PartPlace.Missed => person with
            {
                Question = Asked(line.Text.Length % 2 == 0 ? GoalAsked.Hardest : GoalAsked.NextTry),
            },
            PartPlace.AskNumber => person with { Question = Asked(GoalAsked.HowMuch) },
            PartPlace.AskedHeavy => person with { Heavy = new(Language.Concerns.Concern.SelfHarm, IsOpen: true, []) },
            _ => person,
        };
    }

    private static GoalDraft DraftOf(PartLine line)
    {
        var (setting, deadline) = (line.Setting, DeadlineOf(line));
        var measured = setting.From is not null || setting.To is not null;
        return new("goal-1", line.What, new Heard(line.What, Today, line.Language).Goal.Area)
        {
            FirstWordsAreSpecific = true,
            Settled =
                Fields.What
                | (setting.To is null ? Fields.None : Fields.Measure)
                | (setting.From is null ? Fields.None : Fields.Baseline)
                | (line.Plan is null ? Fields.None : Fields.Plan | Fields.Obstacle)
                | (line.Why is null ? Fields.None : Fields.Reason)
                | (deadline is null ? Fields.None : Fields.Deadline),
            Measure = measured
                ? new(setting.To is null ? null : $"{line.Target} {line.Unit}", setting.To, setting.From, setting.Unit)
                : Measure.None,
            Plan = line.Plan,
            Reason = line.Why,
            Deadline = deadline,
            DeadlineWords = line.By,
        };
    }

    private static DateOnly? DeadlineOf(PartLine line) =>
        line.By is { } by
            ? new Heard("by " + by, Today, line.Language).Date is { Day: { } day } && day > Today
                ? day
                : Today.AddDays(60)
            : null;

    private static Goal GoalOf(GoalDraft draft, PartLine line)
    {
        var spoken = HeadKindsVoice(line);
        return new(
            draft.Id,
            Features.Coaching.GoalSentence.Of(draft, spoken, Today),
            draft.Area,
            draft.Measure,
            draft.Plan,
            null,
            draft.Reason,
            7,
            draft.Deadline ?? Today.AddDays(60),
            Aspects.All,
            Aspects.None,
            Today.AddDays(-30)
        )
        {
            Milestones = MilestonePlan.Propose(draft.Measure, draft.Plan, Today.AddDays(-30), draft.Deadline),
            Progress =
                line.Setting.Now is { } now && now != line.Setting.From
                    ? [new ProgressEntry("p", now, Today.AddDays(-3))]
                    : [],
        };
    }

    private static Localization.Voice HeadKindsVoice(PartLine line) =>
        new(
            Localization.Voice.CultureFor(line.Language == TextLanguage.Spanish ? "es-MX" : "en-US"),
            Localization.GradeBand.Grades6To8
        );
}
