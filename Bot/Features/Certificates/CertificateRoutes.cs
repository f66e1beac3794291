using Milestones.Conversations;
using Milestones.School;
using Milestones.Views;

namespace Milestones.Features.Certificates;

/// <summary>Certificates to print: a student's own, and a class's for its teacher.</summary>
internal sealed class CertificateRoutes(SchoolOptions school)
{
    private readonly CertificateHandler _handler = new(school);

    public Routes<Person> Private =>
        field ??= new("Certificates")
        {
            Verbs = new Dictionary<string, Func<Tapped, TurnContext<Person>, TurnResult<Person>?>>(
                StringComparer.Ordinal
            )
            {
                [CertificateVerbs.Mine] = (_, context) => _handler.Offer(context),
                [CertificateVerbs.Make] = _handler.Make,
                [CertificateVerbs.OfClass] = _handler.OfClass,
            },
            Commands = new Dictionary<Command, Func<TurnContext<Person>, TurnResult<Person>?>>
            {
                [Command.Certificates] = context => _handler.Offer(context).Aside(),
            },
            Needs = (_, turn, _) =>
                turn.Input is Tapped { Verb: CertificateVerbs.OfClass } tapped
                && DocumentKeys.NamedClass(tapped.Data.Text("class"), turn.Person.TenantId) is { } key
                    ? [key]
                    : [],
        };
}
