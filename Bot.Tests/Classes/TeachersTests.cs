using Milestones.Conversations;
using Milestones.Features.Classes;
using Milestones.School;

namespace Milestones.Tests.Classes;

public sealed class TeachersTests
{
    [Theory]
    [InlineData("lee", Classrooms.Tenant, true)]
    [InlineData("sam", Classrooms.Tenant, false)]
    [InlineData("nobody", Classrooms.Tenant, false)]
    [InlineData("lee", "another tenant", false)]
    public void A_teacher_by_the_roster_may_act(string person, string tenant, bool may) =>
        Assert.Equal(
            may,
            Teachers.Teaches(
                Classrooms.Of(Classrooms.Teacher("lee"), Classrooms.Student("sam")),
                new PersonId(tenant, person)
            )
        );

    [Fact]
    public void Nobody_acts_while_Graph_does_not_say_who_owns_the_team()
    {
        var classroom = Classrooms.Of(Classrooms.Teacher("lee")) with { OwnersReadAt = Classrooms.Now };
        foreach (var fault in Enum.GetValues<OwnersFault>())
        {
            Assert.False(
                Teachers.Teaches(
                    Teachers.Take(classroom, new OwnersSeen(null, fault), Classrooms.Now),
                    new PersonId(Classrooms.Tenant, "lee")
                )
            );
        }
    }

    [Theory]
    [InlineData(4, null, true)]
    [InlineData(5, null, false)]
    [InlineData(1, OwnersFault.NoAnswer, false)] // what Graph did not say is asked again at once
    [InlineData(null, null, false)]
    public void Owners_are_asked_again_after_a_few_minutes(int? minutes, object? fault, bool fresh)
    {
        var classroom = Classrooms.Of() with
        {
            OwnersReadAt = minutes is { } ago ? Classrooms.Now.AddMinutes(-ago) : null,
            OwnersFault = (OwnersFault?)fault,
        };

        Assert.Equal(fresh, Teachers.AreFresh(classroom, Classrooms.Now));
    }

    [Fact]
    public void A_class_that_has_grown_too_large_can_still_be_changed() =>
        Assert.Null(
            SetUpHandler.WhyNot(
                Classrooms.Of(Classrooms.Teacher("lee")) with
                {
                    RosterFault = RosterFault.TooLarge,
                },
                new PersonId(Classrooms.Tenant, "lee"),
                now: null
            )
        );

    [Fact]
    public void Nobody_acts_for_a_class_that_is_gone() =>
        Assert.False(
            Teachers.Teaches(
                Classrooms.Of(Classrooms.Teacher("lee")) with
                {
                    InactiveSince = Classrooms.Now,
                },
                new PersonId(Classrooms.Tenant, "lee")
            )
        );

    [Fact]
    public void With_Graph_the_owners_teach_and_who_installed_the_bot_does_not_for_that()
    {
        var classroom = Classrooms.Of() with { InstalledBy = new PersonId(Classrooms.Tenant, "sam") };

        var read = Roster.Take(
            classroom,
            Classrooms.Read(Classrooms.Owners("LEE"), Classrooms.Seen("lee"), Classrooms.Seen("sam")),
            Classrooms.Now
        );

        Assert.Equal(
            [("lee", MemberRole.Teacher), ("sam", MemberRole.Student)],
            read.Members.Select(member => (member.ObjectId, member.Role))
        );
    }

    [Fact]
    public void Where_the_school_lets_the_installer_teach_they_do_and_those_they_named()
    {
        var classroom = Classrooms.Of() with
        {
            InstalledBy = new PersonId(Classrooms.Tenant, "29:lee"),
            AddedTeachers = ["kim"],
        };

        var read = Roster.Take(
            classroom,
            Classrooms.Read(
                OwnersSeen.NotAsked with
                {
                    InstallerTeaches = true,
                },
                Classrooms.Seen("lee"),
                Classrooms.Seen("kim"),
                Classrooms.Seen("sam")
            ),
            Classrooms.Now
        );

        Assert.Equal(
            [MemberRole.Teacher, MemberRole.Teacher, MemberRole.Student],
            read.Members.Select(member => member.Role)
        );
    }

    [Theory]
    [InlineData(null, "Class.NoOwners")] // a team without owners
    [InlineData(OwnersFault.NoAnswer, "Class.Owners.NoAnswer")]
    [InlineData(OwnersFault.NotAllowed, "Class.Owners.NotAllowed")]
    public void A_refusal_says_what_is_missing(object? fault, string why)
    {
        var classroom = Classrooms.Of(Classrooms.Student("lee")) with
        {
            OwnersReadAt = Classrooms.Now,
            OwnersFault = (OwnersFault?)fault,
        };

        Assert.Equal(why, SetUpHandler.WhyNot(classroom, new PersonId(Classrooms.Tenant, "lee"), Classrooms.Now));
    }
}
