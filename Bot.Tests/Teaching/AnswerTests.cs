using Milestones.Conversations;
using Milestones.Features.Teaching;
using Milestones.School;
using Milestones.Tests.Classes;
using Milestones.Tests.Support;

namespace Milestones.Tests.Teaching;

/// <summary>A teacher's answer in the student's own document, by the rules alone.</summary>
public sealed class AnswerTests
{
    private static readonly DocumentKey Lee = Classrooms.Of().KeyOf("lee");

    [Fact]
    public void An_answer_to_somebody_who_left_meanwhile_goes_back_with_the_reason()
    {
        var ruled = Take(
            Pupils.Pupil("ana") with
            {
                Classes = [],
            },
            new Received(new TeacherReplied("r1", Classrooms.Of().Key, Lee, "Lee Rivera", "Well done!"))
        );

        Assert.Empty(ruled.Replies);
        Assert.Empty(ruled.Head.TeacherReplies);
        var lost = Assert.IsType<ReplyLost>(Assert.Single(ruled.Messages).Message);
        Assert.Equal((Lee, "Left"), (ruled.Messages[0].To, lost.Why));
    }

    [Fact]
    public void An_answer_that_was_given_up_goes_back_and_what_it_answered_waits_again()
    {
        var shown = Take(
            Pupils.Pupil("ana").Reflects(mood: 1),
            new Received(new TeacherReplied("r1", Classrooms.Of().Key, Lee, "Lee Rivera", "Well done!"))
        ).Head;
        Assert.NotNull(Assert.Single(shown.Reflections).HandledAt);
        var entry = new OutboxEntry(
            "e",
            OutboxPolicy.Reply,
            OutboxCall.Send,
            shown.Chat,
            null,
            default,
            2,
            shown.TeacherReplies[0].ShownAt!.Value,
            Pupils.Now
        );

        var ruled = Take((Person)shown.GaveUp([entry]), new Rang());

        Assert.Equal("Unknown", Assert.IsType<ReplyLost>(Assert.Single(ruled.Messages).Message).Why);
        Assert.Empty(ruled.Head.TeacherReplies);
        Assert.Null(Assert.Single(ruled.Head.Reflections).HandledAt);
    }

    [Theory]
    [InlineData("none", true)] // what the second teacher had seen
    [InlineData("r1", false)]
    [InlineData(null, false)] // sent by an earlier version
    public void Who_answers_in_the_same_moment_as_another_is_told_and_the_student_has_both(string? seen, bool told)
    {
        var first = Take(
            Pupils.Pupil("ana").Reflects(mood: 1),
            new Received(
                new TeacherReplied("r1", Classrooms.Of().Key, Classrooms.Of().KeyOf("kim"), "Kim Rivera", "Hello")
            )
        ).Head;
        var ruled = Take(
            first,
            new Received(
                new TeacherReplied("r2", Classrooms.Of().Key, Lee, "Lee Rivera", "Well done!") { After = seen }
            )
        );

        Assert.Equal(["r1", "r2"], ruled.Head.TeacherReplies.Select(reply => reply.Id));
        Assert.Equal(
            told ? [(Lee, "Kim Rivera")] : [],
            ruled.Messages.Select(one => (one.To, ((RepliesMet)one.Message).TeacherName!))
        );
    }

    [Fact]
    public void What_was_written_back_is_for_the_teacher_it_was_written_to_alone()
    {
        var kim = Classrooms.Of().KeyOf("kim");
        var ana = Pupils.Pupil("ana") with
        {
            TeacherReplies =
            [
                new TeacherReply("r1", Classrooms.Of().Key, kim, "Kim Rivera", "Hello", Pupils.Friday)
                {
                    ShownAt = Pupils.Friday,
                    Answer = "only for kim",
                    AnsweredAt = Pupils.Friday,
                },
            ],
        };
        var classroom = Pupils.Class(ana);
        var member = classroom.Find("ana")!;

        Assert.Equal(
            NeedKind.WroteBack,
            StudentWeek.Of(classroom, member, ana, Pupils.Week, Pupils.Now, kim).Need?.Kind
        );
        Assert.Null(StudentWeek.Of(classroom, member, ana, Pupils.Week, Pupils.Now, Lee).Need);
        var view = Pupils.View(Pupils.Seen(ana));
        var seen = view.Week.Students[0];
        foreach (
            var card in new[]
            {
                StudentCard.Of(seen, [], view),
                WaitingCard.Of(view, 0),
                ReplyCard.Form(seen, CardData.Empty, null, view),
                DigestCard.Of(view),
            }
        )
        {
            Assert.DoesNotContain("only for kim", string.Join('\n', CardOnScreen.Of(card).Lines()), Ordinal);
        }
    }

    private const StringComparison Ordinal = StringComparison.Ordinal;

    [Fact]
    public void The_last_answers_stay_and_older_ones_go_to_the_archive()
    {
        var person = Pupils.Pupil("ana");
        var archive = new List<ArchiveEntry>();
        for (var n = 1; n <= 7; n++)
        {
            var ruled = Take(
                person,
                new Received(new TeacherReplied($"r{n}", Classrooms.Of().Key, Lee, "Lee Rivera", "Well done!"))
            );
            archive.AddRange(ruled.Archive);
            person = ruled.Head;
        }

        Assert.Equal(["r3", "r4", "r5", "r6", "r7"], person.TeacherReplies.Select(reply => reply.Id));
        Assert.Equal(["reply:r1", "reply:r2"], archive.Select(entry => entry.Id));
    }

    [Fact]
    public void Asking_for_more_help_on_the_answer_tells_the_class_again()
    {
        var asked = Pupils.Pupil("ana").AsksForHelp(Pupils.Friday);
        var answered = Take(
            asked,
            new Received(new TeacherReplied("r1", Classrooms.Of().Key, Lee, "Lee Rivera", "Well done!"))
        ).Head;
        var card = AnswerCards.Of(
            answered.TeacherReplies[0],
            null,
            "7B Math",
            Pupils.View(Pupils.Seen()).Context.Turn,
            Pupils.View(Pupils.Seen()).OfClass
        );
        var screen = CardOnScreen.Of(card);
        var data = screen
            .Send(screen.Find("I'd like help")!.Value)
            .ToDictionary(pair => pair.Key, pair => pair.Value?.ToString() ?? "", StringComparer.Ordinal);

        var ruled = Take(answered, new Tapped(data["verb"], new CardData(data), data["token"], null, InPlace: true));

        Assert.IsType<HelpAsked>(Assert.Single(ruled.Messages).Message);
        Assert.NotNull(ruled.Head.TeacherReplies[0].SeenAt);
    }

    private static TurnResult<Person> Take(Person person, TurnInput input)
    {
        var key = Classrooms.Of().KeyOf(person.Id.ObjectId);
        var read = Kinds.All.Person.Read(Kinds.All.Person.Write(key, person));
        return Kinds.All.Person.Rules(
            read,
            new Turn(
                "t",
                key,
                person.Id,
                null,
                input is Tapped ? person.Chat : null,
                input,
                Pupils.Now,
                "en-US",
                null,
                new Guid(9, 0, 0, new byte[8])
            ),
            OtherDocuments.None
        );
    }
}
