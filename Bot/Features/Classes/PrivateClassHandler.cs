using System.Globalization;
using Milestones.Conversations;
using Milestones.School;
using Milestones.Views;

namespace Milestones.Features.Classes;

/// <summary>
/// What a teacher does for a class from their private chat. The class's document decides whether they may, here and
/// again when it takes the message.
/// </summary>
internal static class PrivateClassHandler
{
    /// <summary>The class documents such a turn has to read.</summary>
    public static IReadOnlyCollection<DocumentKey> Needs(Person person, Turn turn, ClassOptions options) =>
        turn.Input switch
        {
            Tapped { Verb: ClassVerbs.SetUp or ClassVerbs.Save } tapped => Named(tapped, turn) is { } key
                ? [key, .. Counselors(person, options)]
                : [],
            Tapped
            {
                Verb: ClassVerbs.Check or ClassVerbs.Report or ClassVerbs.Confirm or ClassVerbs.Deny or ClassVerbs.Claim
            } tapped => Named(tapped, turn) is { } key ? [key] : [],
            Said said when said.Command == Command.SetUpClass =>
            [
                .. person.Classes.Where(known => known.Role == MemberRole.Teacher).Select(known => known.Class),
                .. Counselors(person, options),
            ],
            Said said when said.Command == Command.ImTeacher => [.. person.Classes.Select(known => known.Class)],
            _ => [],
        };

    public static TurnResult<Person> Tap(Tapped tapped, TurnContext<Person> context, ClassOptions options)
    {
        if (Named(tapped, context.Turn) is not { } key || context.Others.Class(key) is not { } classroom)
        {
            return new(context.Person, new Notice(context.Voice["Tap.Gone"]));
        }

        return SetUpHandler.WhyNot(classroom, context.Turn.Person, context.Now) is { } why
            ? new(context.Person, new Notice(Say(why, context)))
            : tapped.Verb switch
            {
                ClassVerbs.Save => Save(tapped.Data, classroom, context, options),
                ClassVerbs.Confirm or ClassVerbs.Deny => ClaimHandler.Answer(tapped, classroom, context),
                ClassVerbs.Check => new(context.Person, new Notice(context.Voice["Report.Checking"]))
                {
                    Messages = [new(classroom.Key, new CheckAsked(context.Turn.Person))],
                },
                ClassVerbs.Report => new(
                    context.Person,
                    new Replace(
                        ReportCards.Of(classroom, Page(tapped.Data), context.Voice),
                        context.Voice["Report.Title"]
                    )
                ),
                _ => Form(classroom, context, options),
            };
    }

    /// <summary>A code that is valid was taken by its class: this one is not, or not any more.</summary>
    public static TurnResult<Person>? Code(TurnContext<Person> context) =>
        TeacherCode.Read(context.Heard.Text) is null
            ? null
            : new(context.Person, new Say(context.Voice["Class.Code.Unknown"]));

    /// <summary>Asked for in words: the form of the one class, or a choice of them.</summary>
    public static TurnResult<Person> SetUp(TurnContext<Person> context, ClassOptions options)
    {
        var mine = context
            .Person.Classes.Select(known => context.Others.Class(known.Class))
            .OfType<Classroom>()
            .Where(classroom => classroom.Find(context.Turn.Person) is { Role: MemberRole.Teacher })
            .ToList();
        return mine switch
        {
            [] => new(context.Person, new Say(context.Voice["Class.TeachersOnly"], context.Voice.List("Suggest.Home"))),
            [var only] => SetUpHandler.WhyNot(only, context.Turn.Person, context.Now) is { } why
                ? new(context.Person, new Say(Say(why, context)))
                : Form(only, context, options),
            _ => new(context.Person, new Show(ClassCards.Choose(mine, context.Voice), context.Voice["SetUp.Which"])),
        };
    }

    private static TurnResult<Person> Form(Classroom classroom, TurnContext<Person> context, ClassOptions options) =>
        new(
            context.Person,
            context.Here(
                SetUpCards.Form(
                    classroom,
                    null,
                    [],
                    context.Turn.Person,
                    context.Turn,
                    context.Voice,
                    SetUpHandler.Counselors(classroom, context.Others, options)
                ),
                context.Voice["SetUp.Save"]
            )
        );

    private static TurnResult<Person> Save(
        CardData data,
        Classroom classroom,
        TurnContext<Person> context,
        ClassOptions options
    )
    {
        var counselors = SetUpHandler.Counselors(classroom, context.Others, options);
        var (seen, by) = (SetUpHandler.Seen(data), context.Turn.Person);
        var read = SetUpForm.Read(data, classroom, context.Turn.Person, context.Now, counselors);
        var mine = Unsaved.Of(data, read, classroom, context.Voice);
        if (SetUpHandler.ChangedMeanwhile(seen, mine, classroom, by, context.Voice) is { } notice)
        {
            return new(
                context.Person,
                new Replace(
                    SetUpCards.Form(classroom, null, [], by, context.Turn, context.Voice, counselors, notice),
                    notice
                )
            );
        }

        return read.Settings is not { } settings
            ? new(
                context.Person,
                new Replace(
                    SetUpCards.Form(
                        classroom,
                        data,
                        read.Faults,
                        context.Turn.Person,
                        context.Turn,
                        context.Voice,
                        counselors
                    ),
                    context.Voice["Form.HasErrors"]
                )
            )
            : new(
                context.Person,
                new Replace(
                    SetUpCards.Saved(classroom, settings, context.Turn, context.Voice, counselors),
                    context.Voice["SetUp.Save"]
                )
            )
            {
                Messages = [new(classroom.Key, new ClassSetUp(by, settings, read.Teachers) { Seen = seen })],
            };
    }

    private static IEnumerable<DocumentKey> Counselors(Person person, ClassOptions options) =>
        options.Counselors.Select(id => DocumentKeys.Person(new(person.Id.TenantId, id)));

    private static string Say(string why, TurnContext<Person> context) =>
        context.Voice.Say(why, ("most", Classroom.MostMembers));

    private static DocumentKey? Named(Tapped tapped, Turn turn) =>
        DocumentKeys.NamedClass(tapped.Data.Text("class"), turn.Person.TenantId);

    private static int Page(CardData data) =>
        int.TryParse(data.Text("page"), NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? page : 0;
}
