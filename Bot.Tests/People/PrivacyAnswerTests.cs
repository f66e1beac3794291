using Milestones.Conversations;
using Milestones.School;
using Milestones.Tests.Support;

namespace Milestones.Tests.People;

/// <summary>Who sees what is written is answered for what there is of this person.</summary>
public sealed class PrivacyAnswerTests
{
    private static readonly DocumentKey Class = DocumentKeys.Classroom(PureChat.Chat.TenantId!, "19:7b@thread.tacv2");

    [Theory]
    [InlineData("units", "How you see your units and tasks: your teachers see that too.")]
    [InlineData("tasks", "How you see your units and tasks: your teachers see that too.")]
    [InlineData("feedback", "Feedback with a classmate: the two of you, and your teachers.")]
    [InlineData("shout-outs", "A shout-out: the one it is for.")]
    [InlineData("conference", "Your conference: your teachers, since you said you are ready.")]
    [InlineData("home", "Your page for home: whoever has the link")]
    public void What_others_see_is_told_where_there_is_any(string what, string told)
    {
        Assert.DoesNotContain(told, Asked(person => person), StringComparison.Ordinal);
        Assert.Contains(told, Asked(person => With(person, what)), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_over_or_not_yet_seen_is_not_told()
    {
        var pack = new ConferencePack(PureChat.Monday);
        Assert.DoesNotContain("Your conference", Asked(p => p with { Conference = pack }), StringComparison.Ordinal);
        var over = new FamilyLink(PureChat.Monday);
        Assert.DoesNotContain("page for home", Asked(p => p with { Family = over }), StringComparison.Ordinal);
    }

    private static string Asked(Func<Person, Person> change)
    {
        var chat = new PureChat();
        chat.Person = change(
            chat.Known with
            {
                Classes = [new(Class, "7B Math", MemberRole.Student, null, null, HasContacts: true)],
            }
        );
        var text = chat.Take(new Said("who can see this"))[0].Text!;
        Assert.Contains("7B Math", text, StringComparison.Ordinal);
        return text;
    }

    private static Person With(Person person, string what) =>
        what switch
        {
            "units" => person with { Surveys = [new(Class, new("u", "Fractions", ["I can"], PureChat.Monday))] },
            "tasks" => person with { Tasks = [new(Class, "t", "Essay", new SuccessCriteria())] },
            "feedback" => person with { Peers = [new("p", Class, PeerSide.Asked, "ana", PureChat.Monday)] },
            "shout-outs" => person with { PraisesGiven = [PureChat.Monday] },
            "conference" => person with
            {
                Conference = new ConferencePack(PureChat.Monday) { ReadyAt = PureChat.Monday },
            },
            _ => person with { Family = new(PureChat.Monday.AddDays(1)) },
        };
}
