using Milestones.Conversations;
using Milestones.Features.Classes;
using Milestones.School;

namespace Milestones.Tests.Classes;

public sealed class RosterTests
{
    [Fact]
    public void Who_stays_keeps_what_is_known_of_them_and_who_left_is_told()
    {
        var before = Classrooms.Of(
            Classrooms.Teacher("lee"),
            Classrooms.Student("sam") with
            {
                Knows = 3,
            },
            Classrooms.Student("ana") with
            {
                Knows = 3,
            }
        );

        var after = Roster.Take(
            before,
            Classrooms.Read(
                Classrooms.Owners("lee"),
                Classrooms.Seen("lee"),
                Classrooms.Seen("sam"),
                Classrooms.Seen("new")
            ),
            Classrooms.Now
        );

        Assert.Equal(["lee", "sam", "new"], after.Members.Select(member => member.ObjectId));
        Assert.Equal((3, true), (after.Find("sam")!.Knows, after.Find("sam")!.Checked));
        Assert.Equal("a:lee", after.Find("lee")!.ChatId);
        Assert.Equal(["ana"], after.Leaving);
        Assert.Equal(Classrooms.Now.AddDays(1), after.RosterDueAt);
    }

    [Fact]
    public void What_happened_after_a_reading_began_is_read_once_more()
    {
        var before = Classrooms.Of(Classrooms.Teacher("lee")) with { RosterDueAt = Classrooms.Now.AddSeconds(30) };

        var after = Roster.Take(
            before,
            Classrooms.Read(Classrooms.Owners("lee"), Classrooms.Seen("lee")) with
            {
                AskedAt = Classrooms.Now,
            },
            Classrooms.Now.AddSeconds(1)
        );

        Assert.Equal(Classrooms.Now.AddSeconds(30), after.RosterDueAt);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 2)]
    [InlineData(3, 8)]
    [InlineData(6, 60)] // never rarer than once an hour
    [InlineData(500, 60)]
    public void A_roster_that_cannot_be_read_stays_and_is_tried_again_less_and_less_often(int tries, int minutes)
    {
        var before = Classrooms.Of(Classrooms.Teacher("lee"), Classrooms.Student("sam")) with { RosterTries = tries };

        var after = Roster.Take(
            before,
            new RosterRead(null, null, [], RosterFault.NoAnswer, OwnersSeen.NotAsked),
            Classrooms.Now
        );

        Assert.Equal(before.Members, after.Members);
        Assert.Equal(
            (Classrooms.Now.AddMinutes(minutes), RosterFault.NoAnswer),
            (after.RosterDueAt, after.RosterFault)
        );
    }

    [Fact]
    public void A_class_of_250_is_told_in_small_portions_and_stays_under_64_KB()
    {
        var settings = Classrooms.Settings("lee") with
        {
            Schedule = Classrooms.Settings().Schedule with
            {
                Holidays =
                [
                    .. Enumerable
                        .Range(1, 28)
                        .Select(n => new Milestones.Calendar.Holiday(
                            $"Day {n} of the holidays",
                            new(2026, 12, n),
                            new(2026, 12, n)
                        )),
                ],
            },
        };
        var room = Classrooms.Of([
            Classrooms.Teacher("lee"),
            .. Enumerable
                .Range(0, 249)
                .Select(n => new Member(Guid.NewGuid().ToString(), $"Student Number {n} Of-Many", MemberRole.Student)
                {
                    Checked = true,
                }),
        ]) with
        {
            Settings = settings,
        };
        Assert.InRange(Size(Newcomers(room)), 1, 62 * 1024);
        var told = 0;
        for (var turn = 0; turn < 500 && (told == 0 || room.TellAt is not null); turn++)
        {
            var result = Telling.Run(room, new TurnResult<Classroom>(room), Classrooms.Now);
            told += result.Messages.Count;
            room = result.Head;
            Assert.InRange(
                result.Messages.Sum(message =>
                    System
                        .Text.Json.JsonSerializer.SerializeToUtf8Bytes(
                            message.Message,
                            MessageJson.Default.DocumentMessage
                        )
                        .Length
                ),
                1,
                12 * 1024
            );
        }

        Assert.Equal(250, told);
        Assert.InRange(Size(room), 1, 48 * 1024);

        static int Size(Classroom room) =>
            System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(room, ClassJson.Default.Classroom).Length;

        // Before their chats were opened all have the account that Teams calls them by.
        static Classroom Newcomers(Classroom room) =>
            room with
            {
                Members =
                [
                    .. room.Members.Select(member =>
                        member with
                        {
                            Checked = false,
                            AccountId = "29:" + new string('x', 84),
                        }
                    ),
                ],
                Channels =
                [
                    .. Enumerable
                        .Range(0, 30)
                        .Select(n => new SeenChannel(
                            $"19:{Guid.NewGuid():N}{n:d4}@thread.tacv2",
                            $"A channel with a name as long as this {n}"
                        )),
                ],
            };
    }
}
