using Milestones.Conversations;
using Milestones.School;

namespace Milestones.Features.Peers;

/// <summary>
/// A student asks one classmate: whom, what that one is to see, and a look at exactly that before it goes.
/// </summary>
internal static class AskHandler
{
    /// <summary>"Can Ana look at my essay?": null for other words, and for a name nobody here has.</summary>
    public static TurnResult<Person>? Hear(TurnContext<Person> context)
    {
        if (
            PeerWish.Read(context.Heard.Text) is not { } wish
            || !context.Person.Classes.Any(one => one.Role == MemberRole.Student)
        )
        {
            return null;
        }

        var draft = new PeerDraft(null, wish.Work);
        if (wish.Named.Length == 0)
            return Anybody(draft, context);
        if (wish.IsOneself)
            return IsPlain(context) ? Told("Peers.Yourself", null, context) : null;
        var classes = Open(context).ToList();
        List<(Classroom Class, Member Member)> fitting =
        [
            .. Classes(context)
                .SelectMany(one =>
                    one.Members.Where(member =>
                            member.Name is { } name && PeopleNames.Fits(wish.Named, PeopleNames.Words(name))
                        )
                        .Select(member => (one, member))
                ),
        ];
        var found = fitting.FindAll(one => classes.Contains(one.Class) && MayBeAsked(one.Member, context));
        return found switch
        {
            [var (classroom, member)] => Form(new(classroom, member, null), draft, null, context),
            { Count: > 1 and <= WhomCards.Names } => new(
                context.Person,
                context.Here(WhomCards.Which(found, draft, context.Voice), context.Voice["Peers.Which"])
            ),
            { Count: > 1 } => Anybody(draft, context),
            _ when fitting.Exists(one => IsMe(one.Member, context)) => Told("Peers.Yourself", null, context),
            _ when fitting.Exists(one => one.Member.Role == MemberRole.Teacher) => Told("Peers.Teacher", null, context),
            _ when fitting.Count > 0 => Told(WhyClosed(context), null, context),
            _ when classes is [var only] && IsPlain(context) => Pick(
                only,
                draft,
                context.Voice.Say("Peers.NotFound", ("name", wish.Called)),
                context
            ),
            _ => null,
        };
    }

    /// <summary>From a button, perhaps of a goal.</summary>
    public static TurnResult<Person> Begin(Tapped tapped, TurnContext<Person> context) =>
        Anybody(PeerDraft.Carried(tapped.Data, context.Person), context);

    /// <summary>A class, or a classmate, is chosen.</summary>
    public static TurnResult<Person>? Chosen(Tapped tapped, TurnContext<Person> context)
    {
        var draft = PeerDraft.Carried(tapped.Data, context.Person);
        if (ClassOf(tapped, context) is not { } classroom)
            return null;
        if (!PeerRules.MayAsk(classroom))
            return Told(WhyClosed(classroom), null, context);
        if (tapped.Data.Text("student") is { } id)
            return classroom.Find(id) is { } member ? To(classroom, member, draft, context) : Left(context);
        return tapped.Data.Text(WhomCards.Typed) is { } called
            ? Typed(called, classroom, draft, context)
            : Pick(classroom, draft, null, context);
    }

    /// <summary>Their teacher paired them: what is the other to see?</summary>
    public static TurnResult<Person>? Choose(Tapped tapped, TurnContext<Person> context) =>
        Target(tapped, context) is not { Pair: not null } target ? null
        : target.Member is null ? Over(target.Pair, context)
        : Form(target, PeerDraft.Empty, null, context);

    /// <summary>Exactly what the classmate would see; the way back keeps the words.</summary>
    public static TurnResult<Person>? Look(Tapped tapped, TurnContext<Person> context)
    {
        var (voice, draft) = (context.Voice, PeerDraft.Read(tapped.Data, context.Person));
        if (Target(tapped, context) is not { } target)
            return null;
        if (WhyNot(target, context) is { } refused)
            return refused;
        return tapped.Data.Has("change") ? Form(target, draft, null, context)
            : draft.Fault is { } fault
                ? Form(target, draft, voice.Say(fault, ("most", PeerFeedback.LongestWork)), context)
            : new(context.Person, context.Here(WorkCards.Preview(target, draft, context), voice["Peers.Preview"]));
    }

    /// <summary>It goes to the class, whose document says whether it may.</summary>
    public static TurnResult<Person>? Send(Tapped tapped, TurnContext<Person> context)
    {
        var (person, voice) = (context.Person, context.Voice);
        var draft = PeerDraft.Read(tapped.Data, person);
        if (Target(tapped, context) is not { } target)
            return null;
        if (WhyNot(target, context) is { } refused)
            return refused;
        if (draft.Fault is { } fault)
            return Form(target, draft, voice.Say(fault, ("most", PeerFeedback.LongestWork)), context);
        var request = new PeerRequest(
            target.Pair?.Id ?? context.Turn.NewId(8),
            context.Turn.Person.ObjectId,
            person.Name,
            target.Member!.ObjectId,
            target.Member.Name
        )
        {
            Work = draft.Work,
            Area = draft.Goal?.Area ?? default,
            Criteria = [.. draft.Goal?.Criteria?.List.Select(one => one.Text) ?? []],
            IsPaired = target.Pair is not null,
        };
        var entry = request.For(PeerSide.Asked, target.Classroom.Key, context.Now);
        var asked = target.Pair is null
            ? PeerRules.Added(person, entry) with
            {
                PeersAskedAt = [.. person.PeersAskedAt.TakeLast(PeerFeedback.MostADay - 1), context.Now],
            }
            : PeerRules.With(person, entry);
        return new(asked, new Replace(WorkCards.Sent(entry, voice), voice["Peers.Sent"]))
        {
            Messages = [new(target.Classroom.Key, new PeerAsked(target.Classroom.Key, request))],
        };
    }

    /// <summary>Nobody is named yet: a list of the class, or which class.</summary>
    private static TurnResult<Person> Anybody(PeerDraft draft, TurnContext<Person> context) =>
        PeerRules.OwnOpen(context.Person) is { } open ? OneAtATime(open, context)
        : Open(context).ToList() is not { Count: > 0 } classes ? Told(WhyClosed(context), null, context)
        : classes is [var only] ? Pick(only, draft, null, context)
        : new(
            context.Person,
            context.Here(WhomCards.Choose(classes, draft, context.Voice), context.Voice["Peers.InWhich"])
        );

    private static TurnResult<Person> Pick(
        Classroom classroom,
        PeerDraft draft,
        string? notice,
        TurnContext<Person> context
    )
    {
        List<Member> people =
        [
            .. classroom
                .Students.Where(member => MayBeAsked(member, context))
                .OrderBy(member => member.Name, StringComparer.CurrentCulture),
        ];
        return people.Count == 0
            ? Told("Peers.Nobody", null, context)
            : new(
                context.Person,
                context.Here(
                    WhomCards.Pick(classroom, people, draft, notice, context.Voice),
                    context.Voice["Peers.Pick"]
                )
            );
    }

    /// <summary>The name was typed into the card, as a large class asks for it.</summary>
    private static TurnResult<Person> Typed(
        string called,
        Classroom classroom,
        PeerDraft draft,
        TurnContext<Person> context
    )
    {
        var (voice, asked) = (context.Voice, PeopleNames.Words(called));
        List<(Classroom, Member Member)> found =
        [
            .. classroom
                .Students.Where(member =>
                    MayBeAsked(member, context)
                    && member.Name is { } name
                    && asked.Length > 0
                    && PeopleNames.Fits(asked, PeopleNames.Words(name))
                )
                .Select(member => (classroom, member)),
        ];
        return found switch
        {
            [var (_, one)] => Form(new(classroom, one, null), draft, null, context),
            { Count: > 1 and <= WhomCards.Names } => new(
                context.Person,
                context.Here(WhomCards.Which(found, draft, voice), voice["Peers.Which"])
            ),
            _ => Pick(
                classroom,
                draft,
                voice.Say(found.Count == 0 ? "Peers.NotFound" : "Peers.TooMany", ("name", called)),
                context
            ),
        };
    }

    private static TurnResult<Person> To(
        Classroom classroom,
        Member member,
        PeerDraft draft,
        TurnContext<Person> context
    ) =>
        IsMe(member, context) ? Told("Peers.Yourself", null, context)
        : member.Role != MemberRole.Student ? Told("Peers.Teacher", null, context)
        : Form(new(classroom, member, null), draft, null, context);

    private static TurnResult<Person> Form(
        PeerTarget target,
        PeerDraft draft,
        string? fault,
        TurnContext<Person> context
    ) =>
        WhyNot(target, context)
        ?? new(
            context.Person,
            context.Here(WorkCards.Form(target, draft, fault, context), WorkCards.FormTitle(target, context.Voice))
        );

    /// <summary>Why this classmate is not asked now, said; null where nothing stands against it.</summary>
    private static TurnResult<Person>? WhyNot(PeerTarget target, TurnContext<Person> context)
    {
        var (person, name) = (context.Person, target.Member?.Name);
        if (target.Pair is not null)
            return target.Member is null ? Over(target.Pair, context) : null;
        return target.Member is not { } member || member.Role != MemberRole.Student ? Left(context)
            : IsMe(member, context) ? Told("Peers.Yourself", null, context)
            : !PeerRules.MayAsk(target.Classroom) ? Told(WhyClosed(target.Classroom), null, context)
            : PeerRules.OwnOpen(person) is { } open ? OneAtATime(open, context)
            : PeerRules.IsEnough(person, context.Today) ? Told("Peers.Enough", name, context)
            : PeerRules.IsThirdRunning(person, member.ObjectId, context.Now) ? Told("Peers.ThirdRunning", name, context)
            : member.Unreachable is not null ? Told("Peers.Ended.Unreached", name, context)
            : null;
    }

    private static TurnResult<Person> OneAtATime(PeerFeedback open, TurnContext<Person> context) =>
        new(context.Person, context.Here(WorkCards.OneAtATime(open, context.Voice), context.Voice["Peers.OneAtATime"]));

    /// <summary>The pair is over: somebody left, or the class does without.</summary>
    private static TurnResult<Person> Over(PeerFeedback pair, TurnContext<Person> context)
    {
        var ended = pair.Over(PeerState.Unreached, context.Now) with { News = PeerNews.Left };
        return new(
            PeerRules.With(context.Person, ended),
            context.Here(WorkCards.Ended(ended, context.Voice), context.Voice["Peers.Title"])
        );
    }

    private static TurnResult<Person> Left(TurnContext<Person> context) => Told("Peers.Left", null, context);

    private static TurnResult<Person> Told(string key, string? name, TurnContext<Person> context)
    {
        var text = context.Voice.Say(
            key,
            ("name", PeopleNames.First(name ?? context.Voice["Class.Somebody"])),
            ("most", PeerFeedback.MostADay)
        );
        return new(context.Person, context.Turn.Input is Tapped ? new Notice(text) : new Say(text));
    }

    /// <summary>Of the pair, or of whoever the card names; null where the card's time is over.</summary>
    private static PeerTarget? Target(Tapped tapped, TurnContext<Person> context)
    {
        if (tapped.Data.Text("ask") is { } id)
        {
            return
                PeerRules.Find(context.Person, id, PeerSide.Asked) is { State: PeerState.Choosing } pair
                && context.Others.Class(pair.Class) is { } paired
                ? new(
                    paired,
                    PeerRules.MayPair(paired) && PeerRules.IsStudentIn(context.Person, paired.Key)
                        ? paired.Students.FirstOrDefault(one => one.ObjectId == pair.Other)
                        : null,
                    pair
                )
                : null;
        }

        return ClassOf(tapped, context) is { } classroom
            ? new(classroom, classroom.Find(tapped.Data.Text("student") ?? string.Empty), null)
            : null;
    }

    private static Classroom? ClassOf(Tapped tapped, TurnContext<Person> context) =>
        PeerNeeds.Named(tapped.Data, context.Turn) is { } key
        && context.Others.Class(key) is { } classroom
        && classroom.Find(context.Turn.Person)?.Role == MemberRole.Student
            ? classroom
            : null;

    private static IEnumerable<Classroom> Classes(TurnContext<Person> context) =>
        PeerNeeds
            .Classes(context.Person, MemberRole.Student)
            .Select(context.Others.Class)
            .OfType<Classroom>()
            .Where(one => one.Find(context.Turn.Person)?.Role == MemberRole.Student);

    private static IEnumerable<Classroom> Open(TurnContext<Person> context) => Classes(context).Where(PeerRules.MayAsk);

    /// <summary>Why nobody can be asked, as the key of a text.</summary>
    private static string WhyClosed(TurnContext<Person> context) =>
        Classes(context).FirstOrDefault() is { } classroom ? WhyClosed(classroom) : "Peers.NoClass";

    private static string WhyClosed(Classroom classroom) =>
        classroom is not { IsActive: true, Settings: not null } ? "Peers.NoClass"
        : PeerRules.MayPair(classroom) ? "Peers.Young"
        : "Peers.Off";

    /// <summary>The words name feedback, so that nothing else can be meant.</summary>
    private static bool IsPlain(TurnContext<Person> context) =>
        PeopleNames
            .Words(context.Heard.Text)
            .Intersect(
                Localization.Voice.InEveryLanguage("Word.Feedback").SelectMany(words => words),
                StringComparer.Ordinal
            )
            .Any();

    private static bool MayBeAsked(Member member, TurnContext<Person> context) =>
        member.Role == MemberRole.Student && !IsMe(member, context);

    private static bool IsMe(Member member, TurnContext<Person> context) =>
        member.ObjectId == context.Turn.Person.ObjectId;
}
