using Milestones.Calendar;
using Milestones.Conversations;
using Milestones.School;

namespace Milestones.Features.Reflections;

/// <summary>What the router calls for the weekly reflection: the card, the questions, the end.</summary>
internal static class ReflectionHandler
{
    /// <summary>The check-in card, any time.</summary>
    public static TurnResult<Person> Open(TurnContext<Person> context) => Show(OpenWeek.Any(context), context);

    public static TurnResult<Person> Open(CardData data, TurnContext<Person> context) =>
        OpenWeek.Named(data.Text("class"), context) is { } open ? Show(open, context) : Gone(context);

    /// <summary>The whole reflection as one form; what was filled in on the card already stays.</summary>
    public static TurnResult<Person> Form(ReflectionDialogState? state, TurnContext<Person> context) =>
        FormOf(
            state is null
                ? OpenWeek.Any(context)
                : OpenWeek.Named(state.Class?.Partition, context) ?? OpenWeek.Any(context),
            CardData.Empty,
            context
        );

    public static TurnResult<Person> Form(CardData data, TurnContext<Person> context) =>
        OpenWeek.Named(data.Text("class"), context) is { } open ? FormOf(open, data, context) : Gone(context);

    public static TurnResult<Person> Submit(CardData data, TurnContext<Person> context)
    {
        if (Sent(data, context) is not { } open)
            return Late(data, context);

        var (checkIn, errors) = CheckIn.From(data, open, context);
        if (errors.Count == 0 && checkIn.IsEmpty)
        {
            errors = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                [CheckInFields.Mood] = context.Voice["Reflect.Nothing"],
            };
        }

        if (errors.Count > 0)
        {
            return new(
                context.Person,
                new Replace(CheckInCard.WithErrors(open, data, errors, context), context.Voice["Form.HasErrors"])
            );
        }

        var (person, reflection, archive) = Recording.Take(checkIn, open, context);
        var now = context with { Head = person };
        var taken = new TurnResult<Person>(
            person with
            {
                Reflecting = null,
            },
            new Replace(CheckInCard.Taken(reflection, open, now), context.Voice["Reflect.Taken"])
        )
        {
            Archive = archive,
        };

        // Who looks at the week again has answered already.
        var fell = reflection.Goals.Any(one => Fell(one, context.Person));
        var (goal, questions) =
            reflection.Answers.Count > 0
                ? (null, [])
                : ReflectionQuestions.For(reflection, person.Reflections, context.Voice.Band, fell);
        var heard = WithFeeling(ReflectionDialog.Begin(open, goal?.GoalId, questions, now), reflection, fell, context);
        return taken.Then(
            Step(
                heard,
                reflection with
                {
                    Asked = [.. reflection.Asked.Union(questions, StringComparer.Ordinal)],
                },
                context with
                {
                    Head = taken.Person,
                }
            )
        );
    }

    public static TurnResult<Person> SubmitForm(CardData data, TurnContext<Person> context)
    {
        if (Sent(data, context) is not { } open)
            return Late(data, context);

        var asked = ReflectionQuestions.All.Where(question => data.Has(CheckInFields.Answer(question))).ToList();
        var (checkIn, wrong) = CheckIn.From(data, open, context);
        var errors = new Dictionary<string, string>(wrong, StringComparer.Ordinal);
        foreach (var question in asked)
        {
            if (data.Text(CheckInFields.Answer(question)) is { Length: > Goal.MaxLength } text)
            {
                errors[CheckInFields.Answer(question)] = context.Voice.Say(
                    "Form.TooLong",
                    ("length", text.Length),
                    ("max", Goal.MaxLength)
                );
            }
        }

        var answers = asked
            .Select(question => (question, text: data.Text(CheckInFields.Answer(question))))
            .Where(one => one.text is not null)
            .Select(one => new ReflectionAnswer(one.question, one.text!))
            .ToList();
        if (errors.Count == 0 && checkIn.IsEmpty && answers.Count == 0)
            errors[CheckInFields.Mood] = context.Voice["Reflect.Nothing"];
        if (errors.Count > 0)
        {
            return new(
                context.Person,
                new Replace(CheckInCard.Form(open, asked, data, errors, context), context.Voice["Form.HasErrors"])
            );
        }

        var (person, reflection, archive) = Recording.Take(checkIn, open, context);
        var whole = reflection with
        {
            Answers =
            [
                .. reflection.Answers.Where(old => answers.TrueForAll(one => one.Question != old.Question)),
                .. answers,
            ],
            Asked = [.. reflection.Asked.Union(asked, StringComparer.Ordinal)],
        };
        var now = context with { Head = person };
        return new TurnResult<Person>(
            person,
            new Replace(CheckInCard.Taken(whole, open, now), context.Voice["Reflect.Taken"])
        )
        {
            Archive = archive,
        }.Then(Finish(whole, now));
    }

    /// <summary>
    /// What was typed while a question waited for it. Words of trouble at home are kept and answered as a person would:
    /// there are no more questions then.
    /// </summary>
    public static TurnResult<Person> Hear(ReflectionDialogState state, string text, TurnContext<Person> context)
    {
        var heard = ReflectionDialog.Hear(state, text, context);
        if (state is not AskingQuestion asked || text.Length > Goal.MaxLength || !TroubleAtHome.IsNamed(text))
            return Step(state, heard, context);
        var answer = heard.Answer ?? new ReflectionAnswer(asked.Question, text);
        var ended = Step(state, new(null, answer, null), context);
        return ended with
        {
            Replies = [.. ended.Replies, new Say(context.Voice["Reflect.Home"], context.Voice["Reflect.Help"])],
        };
    }

    /// <summary>A hard week is heard before it is asked about.</summary>
    private static ReflectionStep WithFeeling(
        ReflectionStep step,
        Reflection reflection,
        bool fell,
        TurnContext<Person> context
    ) =>
        step.Said is { } said && (reflection.Mood is 1 or 2 || fell)
            ? step with
            {
                Said = said with
                {
                    Text =
                        $"{context.Voice[
                    reflection.Mood is not (1 or 2) ? "Reflect.Felt.Down"
                    : fell ? "Reflect.Felt.HardAndDown"
                    : "Reflect.Felt.Hard"
                ]} {said.Text}",
                },
            }
            : step;

    /// <summary>Whether the number that was told is further from the goal than the one before.</summary>
    private static bool Fell(GoalSnapshot told, Person before) =>
        told is { Going: not null, Value: { } value }
        && before.FindGoal(told.GoalId) is { Current: { } old, Measure: var measure }
        && value != old
        && measure.Meets(old, value);

    public static TurnResult<Person> Skip(ReflectionDialogState state, TurnContext<Person> context) =>
        Step(state, ReflectionDialog.Skip(state, context), context);

    public static TurnResult<Person> Back(ReflectionDialogState state, TurnContext<Person> context) =>
        Step(state, ReflectionDialog.Back(state, context), context);

    public static TurnResult<Person> Why(ReflectionDialogState state, TurnContext<Person> context) =>
        Again(state, context) is { Replies: [Say question] } again
            ? again with
            {
                Replies = [question with { Text = $"{context.Voice["Why.Reflection"]}\n\n{question.Text}" }],
            }
            : new(context.Person, new Say(context.Voice["Why.Reflection"]));

    public static TurnResult<Person> Again(ReflectionDialogState state, TurnContext<Person> context) =>
        ReflectionDialog.Again(state, context) is { } question ? new(context.Person, question) : new(context.Person);

    /// <summary>Ends the questions; what was tapped and answered stays.</summary>
    public static TurnResult<Person> Stop(ReflectionDialogState state, TurnContext<Person> context) =>
        new(
            context.Person with
            {
                Reflecting = null,
            },
            new Say(
                context.Voice[state is CheckingIn ? "Reflect.NotNow" : "Reflect.Stopped"],
                context.Voice.List("Suggest.Reflected")
            )
        );

    /// <summary>
    /// Puts the student on the teacher's list. Whoever asks is heard, with or without a reflection this week.
    /// </summary>
    public static TurnResult<Person> Help(CardData? data, TurnContext<Person> context)
    {
        var open = data is null
            ? OpenWeek.Any(context)
            : Sent(data, context) ?? OpenWeek.Named(data.Text("class"), context);
        if (open?.Class is not { } membership)
        {
            return OpenWeek.Any(context).Class is null
                ? new(
                    context.Person with
                    {
                        HelpSince = context.Person.HelpSince ?? context.Now,
                    },
                    new Say(context.Voice["Reflect.Help.NoClass"], context.Voice.List("Suggest.Home"))
                )
                : new(context.Person, new Notice(context.Voice["Tap.Gone"]));
        }

        var reflection =
            open.In(context.Person)
            ?? new Reflection(open.Key, open.Week, null, [], Sharing.OnlyMe, WantsHelp: true, context.Now);
        var waits = reflection is { WantsHelp: true, HelpAt: not null, HandledAt: null };
        var (person, archive) = Recording.With(
            context.Person,
            waits ? reflection : reflection with { WantsHelp = true, HelpAt = context.Now, HandledAt = null }
        );
        var told = context.Voice.Say(
            membership.Readers is [] ? "Reflect.Help.NoTeacher"
                : reflection.Sharing == Sharing.MyTeacher ? "Reflect.Help.Shared"
                : "Reflect.Help.Private",
            ("class", membership.ClassName)
        );
        return new TurnResult<Person>(person, new Say(told))
        {
            Archive = archive,
            Messages = waits ? [] : [new(membership.Class, new HelpAsked(person.Id, membership.Class, person.Name))],
        };
    }

    /// <summary>Whoever wanted help before they were in a class wants it in the first one.</summary>
    public static TurnResult<Person> HelpKept(TurnResult<Person> result, TurnContext<Person> context)
    {
        if (
            result.Person.HelpSince is not { } since
            || OpenWeek.Any(context with { Head = result.Person }) is not { Class: { } membership } open
        )
        {
            return result;
        }

        var reflection =
            open.In(result.Person)
            ?? new Reflection(open.Key, open.Week, null, [], Sharing.OnlyMe, WantsHelp: true, context.Now);
        var (person, archive) = Recording.With(
            result.Person with
            {
                HelpSince = null,
            },
            reflection with
            {
                WantsHelp = true,
                HelpAt = since,
                HandledAt = null,
            }
        );
        return result with
        {
            Head = person,
            Archive = [.. result.Archive, .. archive],
            Messages =
            [
                .. result.Messages,
                new(membership.Class, new HelpAsked(person.Id, membership.Class, person.Name)),
            ],
        };
    }

    private static TurnResult<Person> Show(OpenWeek open, TurnContext<Person> context) =>
        new(
            context.Person with
            {
                Reflecting = new CheckingIn(open.Key, open.Week),
            },
            context.Here(CheckInCard.Of(open, context), CheckInCard.Title(open, context))
        );

    private static TurnResult<Person> FormOf(OpenWeek open, CardData sent, TurnContext<Person> context)
    {
        var before = open.In(context.Person);
        var planned =
            before
            ?? new Reflection(open.Key, open.Week, null, [], Sharing.OnlyMe, WantsHelp: false, context.Now)
            {
                Goals = [.. CheckIn.GoalsOf(context).Select(goal => Guess(goal, context.Today))],
            };
        var questions = before is { Asked.Count: > 0 }
            ? before.Asked.Where(one => one != ReflectionQuestions.Changed).ToList()
            : ReflectionQuestions.For(planned, context.Person.Reflections, context.Voice.Band).Questions;
        return new(
            context.Person with
            {
                Reflecting = new CheckingIn(open.Key, open.Week),
            },
            context.Here(
                CheckInCard.Form(
                    open,
                    questions,
                    sent,
                    new Dictionary<string, string>(StringComparer.Ordinal),
                    context
                ),
                CheckInCard.Title(open, context)
            )
        );
    }

    /// <summary>Before anything is tapped, only what is stuck is known.</summary>
    private static GoalSnapshot Guess(Goal goal, DateOnly today)
    {
        var status = GoalStatuses.Of(goal, today);
        return new(goal.Id, goal.Sentence, status, goal.Current, status == GoalStatus.Stuck ? Going.Stuck : Going.Okay);
    }

    /// <summary>The week a card is for: the open one, or the one before it while no newer prompt has come.</summary>
    private static OpenWeek? Sent(CardData data, TurnContext<Person> context) =>
        OpenWeek.Named(data.Text("class"), context) is not { } open
        || !IsoWeek.TryParse(data.Text("week"), out var week)
            ? null
        : open.Week == week ? open
        : week.Next == open.Week && !(open.Class?.LastPrompt?.Week > week) ? open with { Week = week }
        : null;

    /// <summary>A card whose week is over is replaced by the one of now.</summary>
    private static TurnResult<Person> Late(CardData data, TurnContext<Person> context) =>
        OpenWeek.Named(data.Text("class"), context) is { } open
            ? new TurnResult<Person>(context.Person, new Say(context.Voice["Reflect.WeekOver"])).Then(
                Show(open, context)
            )
            : Gone(context);

    private static TurnResult<Person> Step(
        ReflectionDialogState state,
        ReflectionStep heard,
        TurnContext<Person> context
    ) =>
        OpenWeek.Find(context.Person, state.Class, state.Week) is { } reflection
            ? Step(heard, reflection, context)
            : new(context.Person with { Reflecting = null }, new Say(context.Voice["Reflect.NotNow"]));

    private static TurnResult<Person> Step(ReflectionStep heard, Reflection reflection, TurnContext<Person> context)
    {
        var kept = heard.Answer is { } answer
            ? reflection with
            {
                Answers = [.. reflection.Answers.Where(old => old.Question != answer.Question), answer],
            }
            : reflection;
        var (person, archive) = Recording.With(context.Person, kept);
        return heard.Next is { } next
            ? new TurnResult<Person>(person with { Reflecting = next }, heard.Said is { } said ? [said] : [])
            {
                Archive = archive,
            }
            : Finish(kept, context with { Head = person });
    }

    private static TurnResult<Person> Finish(Reflection reflection, TurnContext<Person> context)
    {
        var (person, archive) = Recording.With(context.Person, reflection);
        var done = context with { Head = person with { Reflecting = null } };
        if (context.Person.Reflecting is AskingWhatChanged)
            return new(done.Person, new Say(context.Voice["Review.Thanks"], context.Voice.List("Suggest.Reflected")));

        var end = new TurnResult<Person>(
            done.Person,
            new Show(ReflectedCard.Of(reflection, done), context.Voice["Reflect.Thanks"])
        )
        {
            Archive = archive,
        };
        return ReviewHandler.AtTheEnd(reflection, done) is { } review ? end.Then(review) : end;
    }

    private static TurnResult<Person> Gone(TurnContext<Person> context) =>
        new(context.Person, new Notice(context.Voice["Tap.Gone"]));
}
