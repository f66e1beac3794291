using Milestones.Conversations;
using Milestones.Language;
using Milestones.Language.Reports;
using Milestones.Language.Wanted;
using Milestones.Localization;
using Milestones.School;
using Milestones.Views;

namespace Milestones.Features.Coaching;

/// <summary>
/// What the router calls while a goal is made: the dialog's words and buttons on one side, the person's document on the
/// other.
/// </summary>
internal static class CoachingHandler
{
    public static TurnResult<Person> New(TurnContext<Person> context) =>
        Offer(context, null)
        ?? (
            context.Voice.Band == GradeBand.KTo2
                ? PictureHandler.Begin(context)
                : Step(context, GoalDialog.Begin(context))
        );

    /// <summary>"Can i have a 2nd goal too, like applying to 3 shops" names it; "new goal" does not.</summary>
    public static TurnResult<Person> NewOf(TurnContext<Person> context) =>
        (
            LaterGoal.Named(context.Heard.Text)
            ?? (LaterGoal.Asks(context.Heard.Text) ? LaterGoal.WithoutAsking(context.Heard.Text) : null)
        )
            is { } goal
            ? BeginWith(goal, context.Read(goal).Goal, context)
            : New(context);

    /// <summary>One more goal, begun with what is told of it.</summary>
    public static TurnResult<Person> BeginSecond(TurnContext<Person> context)
    {
        var goal = LaterGoal.Told(context.Heard.Text) ?? LaterGoal.WithoutAsking(context.Heard.Text);
        return BeginWith(goal, context.Read(goal).Goal, context);
    }

    public static TurnResult<Person> BeginWith(string text, GoalReading reading, TurnContext<Person> context) =>
        Offer(context, text)
        ?? (
            context.Voice.Band == GradeBand.KTo2
                ? PictureHandler.Begin(context, reading.Area)
                : Step(context, GoalDialog.Begin(text, reading, context))
        );

    /// <summary>A subject alone begins a goal; words that name none are asked for one.</summary>
    public static TurnResult<Person> BeginWithSubject(TurnContext<Person> context) =>
        context.Heard.Goal.Kind == StatementKind.DontKnow || Short.IsUnknowing(context.Heard.Text)
            ? New(context)
            : BeginWith(context.Heard.Text, context.Heard.Goal, context);

    /// <summary>
    /// A goal from the list for after the last one, tapped or typed; null where the words are none of it.
    /// </summary>
    public static TurnResult<Person>? FromList(TurnContext<Person> context) =>
        context.Person.Dialog is not Drafting
        && context.Person.Later.Contains(context.Heard.Text, StringComparer.OrdinalIgnoreCase)
            ? BeginWith(context.Heard.Text, context.Heard.Goal, context)
            : null;

    /// <summary>
    /// Whether the words are what the open dialog waits for, whatever else could be read in them: one of the taps it
    /// offered, a plain yes or no to an offer, or first words.
    /// </summary>
    public static bool Awaits(GoalDialogState state, TurnContext<Person> context) =>
        state switch
        {
            Asking s => IsOffered(s, context)
                || Short.Tapped("Suggest.Leave", context.Heard.Text) is not null
                || IsPlainAnswer(s, context),
            AskingFirstWords => context.Heard.Goal.IsGoal,
            ConfirmingCancel { Open: Asking open } => Short.Choice(context.Heard.Text, context) is not null
                || Awaits(open, context),
            ReviewingDraft => Short.Choice(context.Heard.Text, context) is not null
                || Short.Saves(context.Heard.Text)
                || DraftWords.Named(context.Heard.Text) != Fields.None
                || IsPlainChange(context),
            OfferingKeptDraft => Short.Choice(context.Heard.Text, context) is not null
                || Short.StartsOver(context.Heard.Text),
            _ => Short.Choice(context.Heard.Text, context) is not null,
        };

    /// <summary>At the draft card a day or a number alone is about the draft.</summary>
    private static bool IsPlainChange(TurnContext<Person> context) =>
        WordCount.Of(context.Heard.Text) <= MostOfPlainWords
        && !(
            // "Pause until february" is no day of the draft; "in 8 weeks" is.
            context.Heard.Wanted(Place.DraftShown)
                is { IsSure: true, Best: Intent.PauseMessages }
            && RequestReader.Until(context.Heard.Text) is { Words: var day }
            && WordCount.Of(context.Heard.Text) > WordCount.Of(day) + 1
        )
        && (
            context.Heard.Date.Finding == DateFinding.Day
            || ScaleReader.Read(context.Heard.Text, 1, 10, context.Heard.Language) is not null
        );

    /// <summary>All that was said of the goal in the making; empty where none is.</summary>
    public static string SaidOf(GoalDialogState state) =>
        state is Drafting { Draft: var draft }
            ? $"{Listening.GoalWords(draft)} {draft.Plan} {draft.Reason}"
            : string.Empty;

    /// <summary>What is known of the goal in words.</summary>
    public static string GoalWords(Asking state) => state.Draft.What ?? state.Draft.FirstWords;

    private static bool IsOffered(Asking state, TurnContext<Person> context) =>
        GoalDialog.Again(state, context).Replies is [.., Say say]
        && say.Suggestions.Contains(context.Heard.Text, StringComparer.OrdinalIgnoreCase);

    /// <summary>What answers one of the small questions in so few words that nothing else could be meant.</summary>
    private static bool IsPlainAnswer(Asking state, TurnContext<Person> context) =>
        state switch
        {
            // Asked for it in other words, any words are it but a plain wish for something else.
            AskingWhat { Draft.Rewords: true } => !(
                context.Heard.Wanted(PlaceOf.Person(context.Person)) is { IsSure: true, Best: var best }
                && best is Intent.Cancel or Intent.Undo or Intent.DeleteGoal or Intent.Farewell or Intent.Explain
            ),
            AskingPlanDay => PlanTime.IsIn(context.Heard.Text, context.Heard.Language)
                || (context.Heard.IsVague && WordCount.Of(context.Heard.Text) <= 2),
            AskingSchoolDay => context.Heard.YesNo is not null || context.Heard.Date.Finding != DateFinding.None,
            AskingBaseline => WordCount.Of(context.Heard.Text) <= 3
                && context.Heard.Date.Finding == DateFinding.None
                && AnswerReader.ReadBaseline(context.Heard.Text, context.Heard.Language) is not null,
            AskingMeasure => WordCount.Of(context.Heard.Text) <= 3
                && context.Heard.Date.Finding == DateFinding.None
                && AnswerReader.ReadMeasure(context.Heard.Text, context.Heard.Language)?.Quantity is not null,
            AskingDeadline => WordCount.Of(context.Heard.Text) <= MostOfPlainWords
                && !IsCondition(context)
                && context.Heard.Date.Finding != DateFinding.None,
            // Asked why, "because …" is an answer, however short.
            AskingReason => WordCount.Of(context.Heard.Text) >= 3
                && !context.Heard.Text.Contains('?', StringComparison.Ordinal)
                && Statement.Of(context.Heard.Text, context.Heard.Language).First(Label.Because) is { First: 0 },
            AskingDirection => Short.Choice(context.Heard.Text, context) is not null,
            _ => false,
        };

    /// <summary>So few words that a day in them is all they say.</summary>
    private const int MostOfPlainWords = 5;

    /// <summary>"If sunday is busy i do it monday" names days, and no deadline.</summary>
    private static bool IsCondition(TurnContext<Person> context) => DeadlineAnswers.IsCondition(context.Heard.Text);

    /// <summary>
    /// The last answer in other words, as an edited message has them: it takes the place of the old one, and the open
    /// question comes again. Null where no answer was the last thing said, or the new words are none.
    /// </summary>
    public static TurnResult<Person>? Corrected(TurnContext<Person> context)
    {
        if (context.Person.Dialog is not Drafting open)
        {
            return null;
        }

        var asked = open is Asking asking ? GoalDialog.FieldOf(asking) : Fields.None;
        var last = open.Draft.Trail.LastOrDefault(field => field != asked);
        if (last == Fields.None)
        {
            // The first words in other words: the goal begins again with them.
            return context.Heard.Goal.IsGoal
                ? Step(context, GoalDialog.Begin(context.Heard.Text, context.Heard.Goal, context))
                : null;
        }

        var (draft, hearing) = Listening.Answer(
            open.Draft with
            {
                Settled = open.Draft.Settled & ~last,
            },
            last,
            context.Heard,
            context.Today
        );
        draft = GoalDialog.InShort(draft, context.Heard.Text, context.Voice);
        return hearing != Hearing.Understood || draft == open.Draft ? null
            : open is Asking question
                ? Step(
                    context,
                    GoalDialog.Again(question with { Draft = draft }, context) is var again
                    && again.Replies is [Say say]
                        ? again with
                        {
                            Replies = [say with { Text = $"{context.Voice["Edited.Changed"]} {say.Text}" }],
                        }
                        : again
                )
            : Step(context, GoalDialog.Review(draft, context, context.Voice["Heard.Changed"]));
    }

    /// <summary>"The steps look good to me" takes the proposed steps as a tap does.</summary>
    public static YesNo? LikesSteps(TurnContext<Person> context) =>
        WordCount.Of(context.Heard.Text) <= MostWordsOnSteps
        && Voice
            .InEveryLanguage("Word.StepsFit")
            .SelectMany(words => words)
            .Any(words => context.Heard.Text.Contains(words, StringComparison.OrdinalIgnoreCase))
        && !Voice
            .InEveryLanguage("Word.Not")
            .SelectMany(words => words)
            .Any(word => $" {context.Heard.Text} ".Contains($" {word} ", StringComparison.OrdinalIgnoreCase))
            ? YesNo.Yes
            : null;

    private const int MostWordsOnSteps = 8;

    /// <summary>
    /// "Call it …", "change my plan to …" in the middle of a question: done, and the question comes again.
    /// </summary>
    public static TurnResult<Person>? Renamed(Asking state, TurnContext<Person> context)
    {
        if (
            state.Draft.Rewords
            || context.Heard.Text.Length > Goal.MaxLength
            || DraftWords.PutByName(state.Draft, context.Heard.Text) is not { } put
        )
        {
            return null;
        }

        var again = GoalDialog.Again(state with { Draft = put }, context);
        return Step(
            context,
            again.Replies is [Say say]
                ? again with
                {
                    Replies = [say with { Text = $"{context.Voice["Heard.Changed"]} {say.Text}" }],
                }
                : again
        );
    }

    /// <summary>One at a time: the other goal is kept for after this one.</summary>
    public static TurnResult<Person> Another(Drafting state, TurnContext<Person> context) =>
        Step(context, Coaching.Misfits.Another(state, context));

    /// <summary>A word for a question that came with an answer: why it is asked, or that others know better.</summary>
    public static TurnResult<Person> WordFor(string asked, Asking state, TurnContext<Person> context) =>
        new(
            context.Person,
            new Say(
                context.Voice[
                    Short.AsksWhy(asked) ? $"Why.{GoalDialog.FieldOf(state)}"
                    : Short.AsksWhatCounts(asked) ? "Aside.YouDecide"
                    : "Aside.Question"
                ]
            )
        );

    /// <summary>Enough of questions: the draft as it is, to be saved from its card.</summary>
    public static TurnResult<Person> AsItIs(Asking state, TurnContext<Person> context) =>
        Step(context, GoalDialog.Review(state.Draft, context, context.Voice["Heard.Fine"]));

    /// <summary>The words do not answer the question that is open.</summary>
    public static TurnResult<Person> Misfits(Asking state, Misfit why, TurnContext<Person> context) =>
        Step(context, Coaching.Misfits.Answer(state, why, context));

    /// <summary>What was typed into the open dialog.</summary>
    public static TurnResult<Person> Hear(GoalDialogState state, string text, TurnContext<Person> context) =>
        state switch
        {
            ConfirmingCancel s => Short.Choice(text, context) switch
            {
                YesNo.Yes => PutAside(s.Draft, context),
                YesNo.No => Step(context, GoalDialog.Again(s.Open, context)),
                _ => Step(context, InOpen(s.Open, text, context)),
            },
            OfferingKeptDraft s when Short.StartsOver(text) => Afresh(s.Text, context),
            OfferingKeptDraft s => Short.Choice(text, context) switch
            {
                YesNo.Yes => Continue(s.Draft, context),
                YesNo.No => Afresh(s.Text, context),
                _ => Step(context, GoalDialog.Again(s, context)),
            },
            ReviewingDraft s when Short.YesNo(text, context) == YesNo.Yes => Save(s, context),
            ReviewingDraft s when Short.Saves(text) => Save(
                DraftWords.Confidence(text, context.Heard.Language) is { } sure
                    ? s with
                    {
                        Draft = s.Draft with { Confidence = sure },
                    }
                    : s,
                context
            ),
            // Words come here only as a yes, of which there are more than a plain one: "hmm ok".
            ReviewingMilestones s when context.Person.FindGoal(s.GoalId) is not null => new TurnResult<Person>(
                context.Person with
                {
                    Dialog = null,
                },
                new Say(context.Voice["Milestones.Thanks"])
            ),
            _ => Step(context, GoalDialog.Hear(state, text, context)),
        };

    /// <summary>An answer instead of a yes or no to stopping; one that does not fit is not taken here either.</summary>
    private static DialogStep InOpen(Drafting open, string text, TurnContext<Person> context)
    {
        var place = PlaceOf.Person(context.Person with { Dialog = open });
        return
            open is Asking asking
            && !Awaits(asking, context)
            && context.Heard.Fit(place, GoalWords(asking)).Why is { } why
            ? Coaching.Misfits.Answer(asking, why, context)
            : GoalDialog.Hear(open, text, context);
    }

    /// <summary>
    /// Saves what the draft card shows; the card says so in its own place and proposes the steps.
    /// </summary>
    public static TurnResult<Person> Save(ReviewingDraft state, TurnContext<Person> context)
    {
        if (GoalSentence.Of(state.Draft, context.Voice, context.Today).Length == 0)
        {
            // An empty form is open and "save" was typed: there is nothing to save yet.
            return Step(context, GoalDialog.Begin(context));
        }

        var person = context.Person;
        if (person.Goals.Count(goal => goal.IsActive) >= Goal.MaxActive)
        {
            // The button that was tapped works once: the draft gets a card with a new one, for when there is room.
            var again = state with
            {
                Token = context.Turn.NewId(1),
            };
            return new(
                person with
                {
                    Dialog = again,
                },
                new Replace(DraftCard.Of(again, context), context.Voice["Draft.Summary"]),
                new Say(context.Voice.Say("Goals.Full", ("max", Goal.MaxActive)), context.Voice.List("Suggest.Home"))
            );
        }

        var draft = state.Draft;
        var goal = new Goal(
            draft.Id,
            GoalSentence.Of(draft, context.Voice, context.Today),
            draft.Area,
            draft.Measure,
            draft.Plan,
            draft.Obstacle,
            draft.Reason,
            draft.Confidence,
            draft.Deadline,
            draft.Present,
            draft.Unsharp,
            context.Today
        )
        {
            Milestones = MilestonePlan.Propose(draft.Measure, draft.Plan, context.Today, draft.Deadline),
        };
        var saved = person with
        {
            Goals = [.. person.Goals, goal],
            Dialog = new ReviewingMilestones(goal.Id),
            Kept = null,
        };
        return new(
            saved,
            [
                new Replace(MilestoneCards.Saved(goal, context), context.Voice["Saved.Title"]),
                .. person.Later is [var next, ..]
                    ? [new Say(context.Voice.Say("Later.Next", ("goal", next)), [next])]
                    : Array.Empty<Reply>(),
            ]
        );
    }

    /// <summary>
    /// A part of the draft that is missing, or another number: its question, and then the card again.
    /// </summary>
    public static TurnResult<Person>? Add(ReviewingDraft state, CardData data, TurnContext<Person> context)
    {
        if (!Enum.TryParse<Fields>(data.Text("field"), out var field) || !DraftCard.Has(field))
        {
            return null;
        }

        var how = Enum.TryParse<Prompt>(data.Text("how"), out var named) ? named : Prompt.Ask;
        var draft = state.Draft with
        {
            Settled = state.Draft.Settled & ~field,
            School = null,
            Rewords = field == Fields.What && state.Draft.Present.HasFlag(Aspects.Specific),
        };
        return Step(context, GoalDialog.Put(field, draft, context, null, how));
    }

    /// <summary>How sure the student is, tapped on the card: it shows it in its own place.</summary>
    public static TurnResult<Person>? Sure(ReviewingDraft state, CardData data, TurnContext<Person> context)
    {
        if (data.Number("sure") is not { } sure || sure is < 1 or > 10)
        {
            return null;
        }

        var told = state with { Draft = state.Draft with { Confidence = (int)sure } };
        return new(
            context.Person with
            {
                Dialog = told,
            },
            new Replace(DraftCard.Of(told, context), context.Voice["Draft.Summary"])
        );
    }

    /// <summary>The draft as it was before words changed it; null where none did.</summary>
    public static TurnResult<Person>? TakeBack(TurnContext<Person> context) =>
        context.Person.Dialog is ReviewingDraft { Before: { } before }
            ? Step(context, GoalDialog.Review(before, context, context.Voice["Heard.Back"]))
            : null;

    /// <summary>The draft as a form, in the place of its card.</summary>
    public static TurnResult<Person> Change(Drafting state, TurnContext<Person> context) =>
        new(context.Person, new Replace(GoalForm.Of(state.Draft, context), context.Voice["Form.Title"]));

    /// <summary>A whole goal in one form, for those who would rather fill one in.</summary>
    public static TurnResult<Person> Form(TurnContext<Person> context)
    {
        var open = context.Person.Dialog as Drafting;
        if (open is null && Full(context) is { } full)
        {
            return full;
        }

        var draft = open?.Draft ?? Empty(context);
        return new(
            context.Person with
            {
                Dialog = new ReviewingDraft(draft, context.Turn.NewId(1)),
            },
            new Show(GoalForm.Of(draft, context), context.Voice["Form.Title"])
        );
    }

    public static TurnResult<Person> SubmitForm(Drafting state, CardData data, TurnContext<Person> context)
    {
        var (draft, errors) = GoalForm.Read(state.Draft, data, context);
        if (draft is null)
        {
            return new(context.Person, new Replace(errors!, context.Voice["Form.HasErrors"]));
        }

        var step = GoalDialog.Review(draft, context, null);
        return new(
            context.Person with
            {
                Dialog = step.Next,
            },
            step.Replies is [Show card] ? new Replace(card.Card, card.Summary) : step.Replies[0]
        );
    }

    /// <summary>Keeps the draft for a week without asking: that is what the button says.</summary>
    public static TurnResult<Person> Later(Drafting state, TurnContext<Person> context)
    {
        var kept = PutAside(state.Draft, context);
        var settled = GoalCards.Settled(
            context.Voice["Kept.Title"],
            GoalSentence.Of(state.Draft, context.Voice, context.Today),
            context.Voice
        );
        return kept with { Replies = [new Replace(settled, context.Voice["Kept.Title"]), .. kept.Replies] };
    }

    /// <summary>The dialog that waits for words; the proposed steps of a saved goal wait for none.</summary>
    public static GoalDialogState? Open(TurnContext<Person> context) =>
        context.Person.Dialog is { } dialog and not (ReviewingMilestones or AskingFirstWords { IsLight: true })
            ? dialog
            : null;

    /// <summary><em>Continue</em>: the open question again, or the draft put aside.</summary>
    public static TurnResult<Person>? GoOn(TurnContext<Person> context) =>
        context.Person.Dialog switch
        {
            ConfirmingCancel s => Again(s.Open, context),
            OfferingKeptDraft s => Hear(s, context.Voice.List("Suggest.Kept")[0], context),
            { } s and not (ReviewingMilestones or AskingFirstWords { IsLight: true }) => Again(s, context),
            _ => ContinueKept(context),
        };

    public static TurnResult<Person> Cancel(TurnContext<Person> context) =>
        Open(context) is { } state ? Cancel(state, context) : new(context.Person, NothingToCancel(context));

    /// <summary>
    /// "Never mind": what is in the making is put aside after a question, anything else is simply left.
    /// </summary>
    public static TurnResult<Person> Drop(TurnContext<Person> context) =>
        Open(context) is Drafting or ConfirmingCancel
            ? Cancel(context)
            : new(
                context.Person with
                {
                    Dialog = null,
                },
                new Say(context.Voice["Cancel.Fine"], context.Voice.List("Suggest.Home"))
            );

    private static Say NothingToCancel(TurnContext<Person> context) =>
        new(context.Voice["Cancel.Nothing"], context.Voice.List("Suggest.Home"));

    private static TurnResult<Person> Cancel(GoalDialogState state, TurnContext<Person> context) =>
        state switch
        {
            ConfirmingCancel s => PutAside(s.Draft, context),
            Drafting s => Step(context, GoalDialog.Again(new ConfirmingCancel(s.Draft, s), context)),
            _ => new(context.Person with { Dialog = null }, NothingToCancel(context)),
        };

    public static TurnResult<Person> Back(Drafting state, TurnContext<Person> context) =>
        Step(context, GoalDialog.Back(state is ConfirmingCancel c ? c.Open : state, context));

    public static TurnResult<Person> Skip(Drafting state, TurnContext<Person> context) =>
        Step(context, GoalDialog.Skip(state is ConfirmingCancel c ? c.Open : state, context));

    public static TurnResult<Person> Why(GoalDialogState state, TurnContext<Person> context) =>
        Step(context, GoalDialog.Why(state, context));

    public static TurnResult<Person> Again(GoalDialogState state, TurnContext<Person> context) =>
        Step(context, GoalDialog.Again(state, context));

    /// <summary>"Start over": the draft is put away, to be had back for a week, and the first question comes.</summary>
    public static TurnResult<Person> StartOver(TurnContext<Person> context) =>
        context.Person.Dialog switch
        {
            OfferingKeptDraft s => Afresh(s.Text, context),
            Drafting s => Step(
                context with
                {
                    Head = context.Person with
                    {
                        Dialog = null,
                        Kept = new KeptDraft(s.Draft, context.Now + KeptDraft.Lifetime),
                    },
                },
                GoalDialog.Begin(context)
            ),
            _ => New(context),
        };

    /// <summary>Goes on with a draft put aside; null when none is kept any more.</summary>
    public static TurnResult<Person>? ContinueKept(TurnContext<Person> context) =>
        context.Person.Kept is { } kept && kept.Until > context.Now ? Continue(kept.Draft, context) : null;

    private static TurnResult<Person>? Offer(TurnContext<Person> context, string? text)
    {
        if (Full(context) is { } full)
        {
            return full;
        }

        var person = context.Person;
        var waiting =
            person.Dialog is Drafting open ? open.Draft
            : person.Kept is { } kept && kept.Until > context.Now ? kept.Draft
            : null;
        return waiting is null ? null : Step(context, GoalDialog.Again(new OfferingKeptDraft(waiting, text), context));
    }

    /// <summary>Said before anybody makes a goal that could not be saved.</summary>
    private static TurnResult<Person>? Full(TurnContext<Person> context) =>
        context.Person.Goals.Count(goal => goal.IsActive) < Goal.MaxActive
            ? null
            : new(
                context.Person,
                new Say(context.Voice.Say("Goals.Full", ("max", Goal.MaxActive)), context.Voice.List("Suggest.Home"))
            );

    private static TurnResult<Person> Continue(GoalDraft draft, TurnContext<Person> context) =>
        Step(
            context with
            {
                Head = context.Person with { Kept = null },
            },
            GoalDialog.Ask(draft, context, context.Voice["Kept.Continue"])
        );

    private static TurnResult<Person> Afresh(string? text, TurnContext<Person> context)
    {
        var person = context with { Head = context.Person with { Kept = null, Dialog = null } };
        return Step(
            person,
            text is null ? GoalDialog.Begin(context) : GoalDialog.Begin(text, context.Read(text).Goal, context)
        );
    }

    private static TurnResult<Person> PutAside(GoalDraft draft, TurnContext<Person> context)
    {
        var until = context.Now + KeptDraft.Lifetime;
        var day = context.Voice.Day(context.Today.AddDays(KeptDraft.Lifetime.Days), context.Today);
        return new(
            context.Person with
            {
                Dialog = null,
                Kept = new KeptDraft(draft, until),
            },
            new Say(context.Voice.Say("Kept.Until", ("day", day)), context.Voice.List("Suggest.Kept.After"))
        );
    }

    private static GoalDraft Empty(TurnContext<Person> context) => new(context.Turn.NewId(), string.Empty, Area.None);

    private static TurnResult<Person> Step(TurnContext<Person> context, DialogStep step) =>
        new(
            context.Person with
            {
                Dialog = step.Next,
                Later = Later(context.Person.Later, step, context),
                SchoolDays = step.Learned is { } learned
                    ? [.. context.Person.SchoolDays.Where(one => one.Date != learned.Date), learned]
                    : context.Person.SchoolDays,
            },
            step.Replies
        );

    /// <summary>
    /// The list of what comes after, with what came up in this turn and without what was begun in it.
    /// </summary>
    private static IReadOnlyList<string> Later(
        IReadOnlyList<string> known,
        DialogStep step,
        TurnContext<Person> context
    ) =>
        step.Later is { } more
            ? [.. known.Append(more).Distinct(StringComparer.OrdinalIgnoreCase).TakeLast(LaterGoal.Most)]
        : step.Next is Drafting && known.Contains(context.Heard.Text, StringComparer.OrdinalIgnoreCase)
            ? [.. known.Where(one => !one.Equals(context.Heard.Text, StringComparison.OrdinalIgnoreCase))]
        : known;
}
