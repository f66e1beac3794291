using Milestones.Conversations;
using Milestones.School;

namespace Milestones.Features.Certificates;

/// <summary>
/// Which certificates there are, and a link under which they can be printed. What is on them is read when the link is
/// opened (<c>Turns/CertificateReader.cs</c>).
/// </summary>
internal sealed class CertificateHandler(SchoolOptions school)
{
    /// <summary>The path of the page.</summary>
    public const string Path = "/certificates";

    public TurnResult<Person> Offer(TurnContext<Person> context)
    {
        var (person, voice) = (context.Person, context.Voice);
        var (taught, attended) = (Of(person, MemberRole.Teacher), Of(person, MemberRole.Student));
        var reached = CertificateRules.Reached(person);
        var learns = taught.Count == 0 || attended.Count > 0 || reached.Count > 0;
        return school.Address.Length == 0
            ? new(
                person,
                context.Here(CertificateCards.Plain(voice["Certificate.AskSchool"], voice), voice["Certificate.Title"])
            )
            : new(
                person,
                context.Here(
                    CertificateCards.Offer(learns ? reached : null, attended, taught, context.Today, voice),
                    voice["Certificate.Title"]
                )
            );
    }

    /// <summary>A student's own: of a goal, or of the term.</summary>
    public TurnResult<Person>? Make(Tapped tapped, TurnContext<Person> context)
    {
        var (person, data) = (context.Person, tapped.Data);
        var goal = person.FindGoal(data.Text("goal"));
        if (data.Has("goal") && goal?.ReachedOn is null)
            return null;
        var named = Of(person, MemberRole.Student);
        var kind = goal is null ? PrintKind.Term : PrintKind.Goal;
        return Linked(
            kind,
            link =>
                link with
                {
                    GoalId = goal?.Id,
                    Class = (
                        named.FirstOrDefault(one => one.Class.Partition == data.Text("class")) ?? named.FirstOrDefault()
                    )?.Class,
                },
            context
        );
    }

    /// <summary>A class's, for its teacher.</summary>
    public TurnResult<Person>? OfClass(Tapped tapped, TurnContext<Person> context)
    {
        if (
            DocumentKeys.NamedClass(tapped.Data.Text("class"), context.Turn.Person.TenantId) is not { } key
            || context.Others.Class(key) is not { } classroom
        )
        {
            return null;
        }

        if (Teachers.WhyNot(classroom, context.Turn.Person, context.Now) is { } why)
            return new(context.Person, new Notice(context.Voice[why]));
        var kind = tapped.Data.Text("kind") == nameof(PrintKind.ClassTerm) ? PrintKind.ClassTerm : PrintKind.ClassGoals;
        return Linked(kind, link => link with { Class = key }, context) is { } linked
            ? linked with
            {
                Archive = [PrintAudit.Entry(kind, key, context.Turn)],
            }
            : null;
    }

    private TurnResult<Person>? Linked(PrintKind kind, Func<PrintLink, PrintLink> with, TurnContext<Person> context)
    {
        if (school.Address.Length == 0)
            return null;
        var voice = context.Voice;
        var (link, token) = PrintLink.New(context.Person.Id, kind, context.Turn.Seed, context.Now);
        return new(
            context.Person with
            {
                Print = with(link),
            },
            context.Here(
                CertificateCards.Ready($"{school.Address.TrimEnd('/')}{Path}/{token}", kind, voice),
                voice["Certificate.Ready"]
            )
        );
    }

    private static List<Membership> Of(Person person, MemberRole role) =>
        [.. person.Classes.Where(one => one.Role == role)];
}
