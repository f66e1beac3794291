using Milestones.Cards;
using Milestones.Conversations;
using Milestones.Localization;
using Milestones.School;
using Milestones.Views;

namespace Milestones.Features.Reflections;

/// <summary>
/// The card a week is looked at with: who reads it, then the goals and a face; tapping that sends it all. With the
/// questions below it is the whole reflection as a form.
/// </summary>
internal static class CheckInCard
{
    private static readonly CardData Nothing = CardData.Empty;

    public static Card Of(OpenWeek open, TurnContext<Person> context) =>
        Of(open, context, Nothing, Errorless, [], reminds: false);

    public static Card Reminder(OpenWeek open, TurnContext<Person> context) =>
        Of(open, context, Nothing, Errorless, [], reminds: true);

    public static Card Form(
        OpenWeek open,
        IReadOnlyList<string> questions,
        CardData sent,
        IReadOnlyDictionary<string, string> errors,
        TurnContext<Person> context
    ) => Of(open, context, sent, errors, questions, reminds: false);

    public static Card WithErrors(
        OpenWeek open,
        CardData sent,
        IReadOnlyDictionary<string, string> errors,
        TurnContext<Person> context
    ) => Of(open, context, sent, errors, [], reminds: false);

    public static string Title(OpenWeek open, TurnContext<Person> context) =>
        Title(open, open.Beside(context.Person).Count > 0, context.Voice);

    private static string Title(OpenWeek open, bool isForSeveral, Voice voice) =>
        open.Class is { } membership && !isForSeveral
            ? voice.Say("Reflect.TitleOf", ("class", membership.ClassName))
            : voice["Reflect.Title"];

    /// <summary>What was tapped, with nothing left to tap.</summary>
    public static Card Taken(Reflection reflection, OpenWeek open, TurnContext<Person> context)
    {
        var voice = context.Voice;
        var title = voice["Reflect.Taken"];
        return CardParts.Framed(
            title,
            [
                CardParts.Heading(title),
                .. reflection
                    .Goals.Where(goal => goal.Going is not null)
                    .Select(goal => new RichTextBlock(
                        new TextRun(CheckInRows.Brief(goal.Sentence)),
                        new TextRun(string.Concat(Told(goal, context).Select(said => $" · {said}")))
                        {
                            Weight = "bolder",
                        }
                    )),
                .. reflection.Mood is { } mood
                    ? [new TextBlock(voice.List("Reflect.Moods")[mood - 1])]
                    : Array.Empty<CardElement>(),
                .. Readers(reflection, open, context).Select(CardParts.Small),
            ],
            voice.Culture
        );
    }

    /// <summary>Who reads it; by the name of the class where there are several.</summary>
    private static IEnumerable<string> Readers(Reflection reflection, OpenWeek open, TurnContext<Person> context)
    {
        var others = context
            .Person.Reflections.Where(one => one.With == open.Key && one.Week == open.Week && open.Key is not null)
            .Select(one =>
                (one.Sharing, Class: context.Person.Classes.FirstOrDefault(known => known.Class == one.Class))
            )
            .Where(one => one.Class is not null)
            .ToList();
        return others.Count == 0
            ? [Reader(reflection.Sharing, open, context.Voice)]
            :
            [
                .. others
                    .Prepend((reflection.Sharing, open.Class))
                    .Select(one =>
                        $"{Markdown.Escape(one.Class!.ClassName)}: "
                        + Reader(one.Sharing, open with { Class = one.Class }, context.Voice)
                    ),
            ];
    }

    public static string Reader(Sharing sharing, OpenWeek open, Voice voice) =>
        voice[
            open.Class is null ? "Reflect.Read.Own"
            : sharing != Sharing.MyTeacher ? "Reflect.Read.OnlyMe"
            : open.Class.Readers is [] ? "Reflect.Read.Nobody"
            : "Reflect.Read.MyTeacher"
        ];

    /// <summary>The choice says by name who reads it.</summary>
    private static string TeacherChoice(OpenWeek open, Voice voice) =>
        open.Class?.Readers switch
        {
            null => voice["Reflect.Sharing.MyTeacher"],
            [] => voice["Reflect.Sharing.Nobody"],
            var names => $"{voice["Reflect.Sharing.MyTeacher"]} ({string.Join(", ", names)})",
        };

    private static readonly Dictionary<string, string> Errorless = new(StringComparer.Ordinal);

    private static Card Of(
        OpenWeek open,
        TurnContext<Person> context,
        CardData sent,
        IReadOnlyDictionary<string, string> errors,
        IReadOnlyList<string> questions,
        bool reminds
    )
    {
        var voice = context.Voice;
        var title = Title(open, context);
        (string, string)[] about =
        [
            .. open.Key is { } key ? [("class", key.Partition)] : Array.Empty<(string, string)>(),
            ("week", open.Week.ToString()),
            ("token", context.Turn.NewId(2)),
        ];
        return CardParts.Framed(
            title,
            [
                CardParts.Heading(title),
                .. reminds ? [new TextBlock(voice["Reflect.Reminder"])] : Array.Empty<CardElement>(),
                .. errors.Count == 0
                    ? Array.Empty<CardElement>()
                    : [new TextBlock(voice["Form.HasErrors"]) { Color = "attention", Weight = "bolder" }],
                .. WhoReads(open, context, sent),
                .. CheckInRows.Of(CheckIn.GoalsOf(context), context, sent, errors, about, questions.Count > 0),
                .. CheckInRows.Error(CheckInFields.Mood, errors),
                .. questions.SelectMany(question =>
                    new CardElement[]
                    {
                        new TextInput(voice[$"Reflect.Ask.{question}"])
                        {
                            Id = CheckInFields.Answer(question),
                            Value = sent.Text(CheckInFields.Answer(question)),
                            IsMultiline = true,
                            MaxLength = Goal.MaxLength,
                        },
                    }.Concat(CheckInRows.Error(CheckInFields.Answer(question), errors))
                ),
                new ActionSet([
                    new Execute(
                        voice["Reflect.Done"],
                        questions.Count > 0 ? ReflectionVerbs.SubmitForm : ReflectionVerbs.Submit,
                        [
                            .. about,
                            .. questions.Count == 0 && sent.Text(CheckInFields.Mood) is { } tapped
                                ? [(CheckInFields.Mood, tapped)]
                                : Array.Empty<(string, string)>(),
                        ]
                    )
                    {
                        Style = questions.Count > 0 || errors.Count > 0 ? "positive" : null,
                    },
                    .. questions.Count > 0 || voice.Band == GradeBand.KTo2
                        ? Array.Empty<CardAction>()
                        : [new Execute(voice["Reflect.AsForm"], ReflectionVerbs.Form, about)],
                    .. open.Class is null
                        ? Array.Empty<CardAction>()
                        :
                        [
                            new Execute(
                                voice["Reflect.Help"],
                                ReflectionVerbs.Help,
                                [.. about.SkipLast(1), ("token", context.Turn.NewId(3))]
                            ),
                        ],
                ]),
            ],
            voice.Culture
        );
    }

    private static IEnumerable<CardElement> WhoReads(OpenWeek open, TurnContext<Person> context, CardData sent)
    {
        var voice = context.Voice;
        if (open.Class is null)
        {
            yield return new TextBlock(voice["Reflect.Read.Own"]) { Size = "small" };
        }
        else
        {
            var several = open.Beside(context.Person);
            if (open.Class.Readers is not [] && several.Prepend(open.Class).Any(one => one.InvitesSharing))
                yield return new TextBlock(voice["Reflect.Invite"]) { Size = "small" };
            foreach (var one in several.Prepend(open.Class))
            {
                // What they chose last time; at first nobody else reads it.
                var last =
                    context.Person.Reflections.LastOrDefault(known => known.Class == one.Class)?.Sharing
                    ?? Sharing.OnlyMe;
                var field = one == open.Class ? CheckInFields.Sharing : CheckInFields.SharingOf(one.Class);
                yield return new ChoiceInput(
                    several.Count == 0
                        ? voice["Reflect.WhoReads"]
                        : voice.Say("Reflect.WhoReadsIn", ("class", one.ClassName)),
                    new Choice(voice["Reflect.Sharing.OnlyMe"], nameof(Sharing.OnlyMe)),
                    new Choice(TeacherChoice(open with { Class = one }, voice), nameof(Sharing.MyTeacher))
                )
                {
                    Id = field,
                    Value = sent.Text(field) ?? last.ToString(),
                    Style = "expanded",
                };
            }
        }

        yield return new TextBlock(voice["Reflect.SafetyException"])
        {
            Size = "small",
            IsSubtle = true,
            Spacing = "small",
        };
    }

    /// <summary>The number and the tap; what the number says of itself was not told.</summary>
    private static IEnumerable<string> Told(GoalSnapshot goal, TurnContext<Person> context)
    {
        if (goal.Value is { } value)
            yield return Quantities.Say(value, context.Person.FindGoal(goal.GoalId)?.Measure.Unit, context.Voice);
        if (!goal.FromNumber)
            yield return context.Voice[$"Reflect.Going.{goal.Going}"];
    }
}
