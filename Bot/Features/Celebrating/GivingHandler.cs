using Milestones.Calendar;
using Milestones.Conversations;
using Milestones.Language.Wanted;
using Milestones.Localization;
using Milestones.School;
using Milestones.Views;

namespace Milestones.Features.Celebrating;

/// <summary>
/// Somebody gives a shout-out: in words, from a teacher's card, or from a list. It goes to the student named first.
/// </summary>
internal static class GivingHandler
{
    /// <summary>The classes of who gives it, whose rosters know the names.</summary>
    public static IReadOnlyCollection<DocumentKey> Needs(Person person, Turn turn) =>
        turn.Input switch
        {
            Said said when person.Classes.Count > 0 && Asks(said) => [.. person.Classes.Select(one => one.Class)],
            Tapped { Verb: CelebrationVerbs.Recognize } => [.. person.Classes.Select(one => one.Class)],
            Tapped { Verb: CelebrationVerbs.Begin or CelebrationVerbs.To or CelebrationVerbs.Send } tapped =>
                DocumentKeys.NamedClass(tapped.Data.Text("class"), turn.Person.TenantId) is { } key ? [key] : [],
            _ => [],
        };

    /// <summary>"Shout out to Ana": null for all other words.</summary>
    public static TurnResult<Person>? Hear(TurnContext<Person> context) =>
        TeacherWantedReader.ReadFeature(context.Heard.Text) is { Wish: Wish.ShoutOut } wish
            ? Named(wish.Named, context)
            : null;

    /// <summary>The command alone: a teacher looks at what there is, a student gives one.</summary>
    public static TurnResult<Person> Asked(TurnContext<Person> context) =>
        Open(context).Where(one => Teachers.Teaches(one, context.Turn.Person)).ToList() is { Count: > 0 } taught
            ? ModerationHandler.Open(taught, context)
            : Named(null, context);

    /// <summary>From any chat: for the author of a message, or for whoever is chosen.</summary>
    public static TurnResult<Person>? Recognize(Tapped tapped, TurnContext<Person> context)
    {
        var classes = Open(context).ToList();
        if (tapped.Data.Text("student") is not { } author || classes.Count == 0)
            return Named(null, context);
        List<(Classroom Class, Member Member)> known =
        [
            .. classes
                .Select(one => (Class: one, Member: one.Find(author)))
                .Where(one => one.Member is not null)
                .Select(one => (one.Class, one.Member!)),
        ];
        var found = known.FindAll(one => MayBeNamed(one.Member, context));
        var voice = context.Voice;
        return found switch
        {
            [var (classroom, member)] => Form(classroom, member, null, null, context),
            { Count: > 1 } => new(
                context.Person,
                context.Here(GivingCards.Which(found, null, voice), voice["Praise.Which"])
            ),
            _ when author == context.Turn.Person.ObjectId => Told("Praise.Yourself", context),
            _ when known.Exists(one => one.Member.Role == MemberRole.Teacher) => Told("Praise.Teacher", context),
            _ => Told("Praise.Stranger", context),
        };
    }

    /// <summary>The list of a class.</summary>
    public static TurnResult<Person>? Begin(Tapped tapped, TurnContext<Person> context) =>
        ClassOf(tapped, context) is { } classroom ? Pick(classroom, null, context) : null;

    /// <summary>Somebody is chosen: what did they do?</summary>
    public static TurnResult<Person>? Chosen(Tapped tapped, TurnContext<Person> context) =>
        ClassOf(tapped, context) is not { } classroom ? null
        : classroom.Find(tapped.Data.Text("student") ?? string.Empty) is { } member && MayBeNamed(member, context)
            ? Form(classroom, member, tapped.Data.Text("words"), null, context)
        : tapped.Data.Text(GivingCards.Typed) is { } called ? Typed(called, classroom, context)
        : Pick(classroom, null, context);

    /// <summary>The name was typed into the card, as a large class asks for it.</summary>
    private static TurnResult<Person> Typed(string called, Classroom classroom, TurnContext<Person> context)
    {
        var (voice, asked) = (context.Voice, PeopleNames.Words(called));
        List<Member> found =
        [
            .. classroom.Students.Where(member =>
                !IsMe(member, context)
                && member.Name is { } name
                && asked.Length > 0
                && PeopleNames.Fits(asked, PeopleNames.Words(name))
            ),
        ];
        return found switch
        {
            [var one] => Form(classroom, one, null, null, context),
            { Count: > 1 and <= GivingCards.Names } => new(
                context.Person,
                context.Here(
                    GivingCards.Which([.. found.Select(one => (classroom, one))], null, voice),
                    voice["Praise.Which"]
                )
            ),
            _ => ByName(
                classroom,
                voice.Say(found.Count == 0 ? "Praise.NobodySo" : "Praise.TooManySo", ("name", called)),
                context
            ),
        };
    }

    private static TurnResult<Person> ByName(Classroom classroom, string? notice, TurnContext<Person> context) =>
        new(
            context.Person,
            context.Here(GivingCards.PickByName(classroom, notice, context.Voice), context.Voice["Praise.Pick"])
        );

    public static TurnResult<Person>? Send(Tapped tapped, TurnContext<Person> context)
    {
        var (person, voice, data) = (context.Person, context.Voice, tapped.Data);
        if (
            ClassOf(tapped, context) is not { } classroom
            || classroom.Find(data.Text("student") ?? string.Empty) is not { } member
            || !MayBeNamed(member, context)
        )
        {
            return null;
        }

        var own = TakesWords(classroom, context) ? data.Text("own") : null;
        var stem =
            Enum.TryParse<PraiseStem>(data.Text("stem"), out var known) && Praise.Stems.Contains(known)
                ? known
                : (PraiseStem?)null;
        if (IsEnough(person, context))
            return new(person, new Notice(voice.Say("Praise.Fault.Enough", ("most", Praise.MostADay))));
        if (own is null && stem is null)
            return Form(classroom, member, own, voice["Praise.Fault.Empty"], context);
        if (Unkind.WhyNot(own, Praise.MaxLength) is { } fault)
        {
            return Form(
                classroom,
                member,
                own,
                voice.Say($"Praise.Fault.{fault}", ("most", Praise.MaxLength)),
                context
            );
        }

        var praise = new Praise(
            context.Turn.NewId(8),
            context.Turn.Person.ObjectId,
            person.Name,
            member.ObjectId,
            stem,
            own
        );
        return new(
            person with
            {
                PraisesGiven = [.. person.PraisesGiven.TakeLast(Praise.MostADay - 1), context.Now],
            },
            new Replace(GivingCards.Sent(praise, member, voice), voice["Praise.Next"])
        )
        {
            Messages = [new(classroom.Key, new PraiseGiven(praise, classroom.Key))],
        };
    }

    private static bool Asks(Said said) =>
        said.Command == Command.ShoutOut || TeacherWantedReader.ReadFeature(said.Text) is { Wish: Wish.ShoutOut };

    private static TurnResult<Person> Named(string? said, TurnContext<Person> context)
    {
        var (voice, classes) = (context.Voice, Open(context).ToList());
        if (classes.Count == 0)
            return new(context.Person, new Say(voice["Praise.NoClass"], voice.List("Suggest.Home")));
        var (named, words) = Split(said);
        var asked = PeopleNames.Words(named).Except(Around("Word.AroundAName"), StringComparer.Ordinal).ToArray();
        if (asked.Length == 0)
        {
            return IsOneself(named) ? Told("Praise.Yourself", context)
                : classes is [var only] ? Pick(only, null, context)
                : new(context.Person, context.Here(GivingCards.Choose(classes, voice), voice["Praise.InWhich"]));
        }

        List<(Classroom Class, Member Member)> fitting =
        [
            .. classes.SelectMany(one =>
                one.Members.Where(member => member.Name is { } name && PeopleNames.Fits(asked, PeopleNames.Words(name)))
                    .Select(member => (one, member))
            ),
        ];
        var found = fitting.FindAll(one => MayBeNamed(one.Member, context));
        return found switch
        {
            [var (classroom, member)] => Form(classroom, member, words, null, context),
            { Count: > 1 and <= GivingCards.Names } => new(
                context.Person,
                context.Here(GivingCards.Which(found, words, voice), voice["Praise.Which"])
            ),
            { Count: > 1 } when classes is [var one] => Pick(one, null, context),
            _ when IsOneself(named) || fitting.Exists(one => IsMe(one.Member, context)) => Told(
                "Praise.Yourself",
                context
            ),
            _ when fitting.Exists(one => one.Member.Role == MemberRole.Teacher) => Told("Praise.Teacher", context),
            _ => classes is [var only]
                ? Pick(only, voice.Say("Praise.NotFound", ("name", named.Trim())), context)
                : new(context.Person, context.Here(GivingCards.Choose(classes, voice), voice["Praise.InWhich"])),
        };
    }

    private static TurnResult<Person> Pick(Classroom classroom, string? notice, TurnContext<Person> context)
    {
        List<Member> people =
        [
            .. classroom
                .Students.Where(member => !IsMe(member, context))
                .OrderBy(member => member.Name, StringComparer.CurrentCulture),
        ];
        return people.Count == 0 ? Told("Praise.Nobody", context)
            : people.Count > GivingCards.MostNames ? ByName(classroom, null, context)
            : new(
                context.Person,
                context.Here(GivingCards.Pick(classroom, people, notice, context.Voice), context.Voice["Praise.Pick"])
            );
    }

    private static TurnResult<Person> Form(
        Classroom classroom,
        Member member,
        string? words,
        string? fault,
        TurnContext<Person> context
    )
    {
        var card = GivingCards.Form(
            classroom,
            member,
            words,
            fault,
            TakesWords(classroom, context),
            context.Turn.NewId(9),
            context.Voice
        );
        return IsEnough(context.Person, context)
            ? new(context.Person, Plain(context.Voice.Say("Praise.Fault.Enough", ("most", Praise.MostADay)), context))
            : new(context.Person, context.Here(card, context.Voice["Praise.Pick"]));
    }

    private static TurnResult<Person> Told(string key, TurnContext<Person> context) =>
        new(context.Person, Plain(context.Voice[key], context));

    private static Reply Plain(string text, TurnContext<Person> context) =>
        context.Turn.Input is Tapped ? new Notice(text) : new Say(text);

    /// <summary>The youngest have pictures and stems only; their teachers write.</summary>
    private static bool TakesWords(Classroom classroom, TurnContext<Person> context) =>
        Teachers.Teaches(classroom, context.Turn.Person)
        || !(context.Voice.IsToYoung || PostCards.VoiceOf(classroom).IsToYoung);

    private static bool IsEnough(Person person, TurnContext<Person> context) =>
        person.PraisesGiven.Count(at => LocalTime.Day(at, person.TimeZone) == context.Today) >= Praise.MostADay;

    private static bool MayBeNamed(Member member, TurnContext<Person> context) =>
        member.Role == MemberRole.Student && !IsMe(member, context);

    private static bool IsMe(Member member, TurnContext<Person> context) =>
        member.ObjectId == context.Turn.Person.ObjectId;

    /// <summary>"Ana for helping me": the name, and what she did.</summary>
    private static (string Name, string? Words) Split(string? said)
    {
        var text = said?.Trim() ?? string.Empty;
        var folded = Language.Folding.Fold(text);
        var at = Around("Word.BeforeAReason")
            .Select(word => folded.IndexOf($" {word} ", StringComparison.Ordinal))
            .Where(index => index > 0)
            .DefaultIfEmpty(-1)
            .Min();
        return at < 0 ? (text, null)
            : text[(at + 1)..].Trim() is { Length: <= Praise.MaxLength } words ? (text[..at], words)
            : (text[..at], null);
    }

    private static bool IsOneself(string named) =>
        PeopleNames.Words(named) is { Length: > 0 } words
        && words.All(word => Around("Word.Oneself").Contains(word, StringComparer.Ordinal));

    private static IEnumerable<string> Around(string key) => Voice.InEveryLanguage(key).SelectMany(words => words);

    private static Classroom? ClassOf(Tapped tapped, TurnContext<Person> context) =>
        DocumentKeys.NamedClass(tapped.Data.Text("class"), context.Turn.Person.TenantId) is { } key
        && context.Others.Class(key) is { } classroom
        && MayGive(classroom, context)
            ? classroom
            : null;

    private static IEnumerable<Classroom> Open(TurnContext<Person> context) =>
        context
            .Person.Classes.Select(one => context.Others.Class(one.Class))
            .OfType<Classroom>()
            .Where(classroom => MayGive(classroom, context));

    private static bool MayGive(Classroom classroom, TurnContext<Person> context) =>
        classroom is { IsActive: true, Settings: not null }
        && (
            classroom.Find(context.Turn.Person)?.Role == MemberRole.Student
            || Teachers.MayAct(classroom, context.Turn.Person, context.Now)
        );
}
