using Milestones.Cards;
using Milestones.Conversations;
using Milestones.Features.Teaching;
using Milestones.School;
using Milestones.Tests.Cards;
using Milestones.Tests.Support;

namespace Milestones.Tests.Teaching;

/// <summary>A teacher's cards as they read, in both languages, and the rules every card keeps.</summary>
public sealed class TeacherCardTests
{
    public static TheoryData<string, string> All
    {
        get
        {
            var all = new TheoryData<string, string>();
            foreach (var name in Cards(Pupils.Sixteen(), "en-US").Select(card => card.Name))
            {
                all.Add(name, "en-US");
                all.Add(name, "es-MX");
            }

            return all;
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void The_card_reads_as_checked_in(string name, string language) =>
        Approved.Same(
            string.Join('\n', CardOnScreen.Of(Card(name, language)).Lines()) + "\n",
            Path.Combine(Repository.Root, "Bot.Tests", "Teaching", "Approved", $"{name}.{language[..2]}.txt")
        );

    [Theory]
    [MemberData(nameof(All))]
    public void The_card_keeps_the_rules(string name, string language) =>
        Assert.Empty(CardLint.Check(CardJson.ToElement(Card(name, language))));

    /// <summary>
    /// As many students as a class may have, names and words as long as they may be, everybody waiting.
    /// </summary>
    [Fact]
    public void The_largest_class_fits_and_what_students_wrote_is_never_markup()
    {
        const string typed = "**zqx** [zqx](https://evil.example) <at>zqx</at>";
        // Names come from the directory, and are no more trusted.
        const string marked = "**Bo** [Bo](https://evil.example)";
        var words = typed + string.Concat(Enumerable.Repeat(" word", 90));
        var students = Pupils.Several(
            Classroom.MostMembers - 1,
            person =>
                (person with { Name = $"{marked} {person.Name}" }).Reflects(
                    mood: 1,
                    going: Going.Stuck,
                    obstacle: 0,
                    words: words
                ) with
                {
                    TeacherReplies =
                    [
                        new TeacherReply(
                            "r",
                            person.Classes[0].Class,
                            person.Classes[0].Class,
                            marked,
                            words,
                            Pupils.Now
                        ),
                    ],
                }
        );

        foreach (var (name, card) in Cards(students, "en-US"))
        {
            var json = CardJson.ToElement(card);
            Assert.Empty(CardLint.Check(json, "zqx").Select(wrong => $"{name}: {wrong}"));
            Assert.DoesNotContain(
                CardOnScreen.Parts(json),
                part =>
                    CardOnScreen.Type(part) == "TextBlock"
                    && part.GetProperty("text").GetString()!.Contains("](", StringComparison.Ordinal)
            );
        }
    }

    [Fact]
    public void The_digest_is_read_in_a_minute()
    {
        // Adults read about 240 words a minute.
        var words = CardOnScreen
            .Of(Card("digest", "en-US"))
            .Lines()
            .SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Count();

        Assert.InRange(words, 1, 240);
    }

    private static Card Card(string name, string language) =>
        Cards(Pupils.Sixteen(), language).Single(card => card.Name == name).Card;

    private static IReadOnlyList<(string Name, Card Card)> Cards(IReadOnlyList<Person> students, string language)
    {
        var classroom = Pupils.Class(students) with { Departed = [new Departure("rae", "Rae Soto", Pupils.Friday)] };
        var view = Pupils.View(Pupils.Seen(classroom, students), language);
        var empty = Pupils.View(Pupils.Seen(), language);
        var silent = Pupils.View(Pupils.Seen([Pupils.Pupil("ana"), Pupils.Pupil("bo")]), language);
        var reader = view.Week.Sharing[0];
        var answered = view.Week.Sharing.FirstOrDefault(one => one.Person!.TeacherReplies.Count > 0) ?? reader;
        var waiting = view.Week.Waiting[0];
        var weeks = Pupils.Pupil("zoe") with { Name = "Zoe Young" };
        var series = Pupils.Seen([
            new[] { ("2026-W38", 55.0, 2), ("2026-W39", 62, 3), ("2026-W40", 66, 4) }.Aggregate(
                weeks,
                (person, week) => Pupils.Numbered(person, week.Item1, week.Item2, week.Item3)
            ),
        ]);
        var over = Pupils.View(series, language);
        var help = new HelpCall(classroom.Key, waiting.Member.ObjectId, waiting.Name, Pupils.Friday, Pupils.Now);
        var membership = students[0].Classes[0];
        var reply = new TeacherReply(
            "r",
            classroom.Key,
            classroom.KeyOf("lee"),
            "Lee Rivera",
            "Well done!",
            Pupils.Now
        );
        return
        [
            ("digest", DigestCard.Of(view)),
            ("digest-without-students", DigestCard.Of(empty)),
            ("digest-nobody-reflected", DigestCard.Of(silent)),
            (
                "choose",
                DigestCard.Choose(
                    [membership, membership with { ClassName = "8A Art" }],
                    TeacherVerbs.Class,
                    view.Voice
                )
            ),
            ("waiting", WaitingCard.Of(view, 0)),
            ("waiting-nobody", WaitingCard.Of(silent, 0)),
            ("read", ReadCard.Of(reader, Shared(reader, view), 0, view)),
            ("read-answered", ReadCard.Of(answered, Shared(answered, view), 0, view)),
            ("missing", MissingCard.Of(view, 0)),
            ("prompt-early", PromptCard.Of(Pupils.View(Pupils.Seen(classroom, students), language))),
            ("prompt-sent", PromptCard.Done(12, 3, view)),
            ("student", StudentCard.Of(reader, Shared(reader, view), view)),
            ("student-answered", StudentCard.Of(answered, Shared(answered, view), view)),
            ("student-weeks", StudentCard.Of(series.Students[0], Shared(series.Students[0], over), over)),
            ("read-beside", ReadCard.Of(series.Students[0], Shared(series.Students[0], over), 0, over)),
            ("student-alone", StudentCard.Of(view.Week.Missing is [var one, ..] ? one : reader, [], view)),
            ("reply", ReplyCard.Form(waiting, CardData.Empty, null, view)),
            ("reply-empty", ReplyCard.Form(reader, CardData.Empty, new ReplyForm(null, "Teach.ReplyEmpty", 0), view)),
            (
                "sent",
                ReplyCard.Done(waiting, view.Voice.Say("Teach.Sent", ("name", view.Name(waiting))), "Well done!", view)
            ),
            ("unreachable", ReplyCard.Unreachable(waiting, Reasons.Of("ConversationBlockedByUser", view.Voice), view)),
            ("delivery", DeliveryCard.Of(view, Pupils.Week)),
            ("help", HelpCard.Of(help, membership, view.Context)),
            ("help-again", HelpCard.Of(help with { Again = true }, membership, view.Context)),
            ("student-answer", AnswerCards.Of(reply, null, "7B Math", view.Context.Turn, view.OfClass)),
            (
                "student-answer-again",
                AnswerCards.Of(reply with { Before = 2 }, "tuesday lunch", "7B Math", view.Context.Turn, view.OfClass)
            ),
            (
                "wrote-back",
                WroteBackCard.Of(
                    new AnswerCall(classroom.Key, reader.Member.ObjectId, reader.Name, "r", Pupils.Now),
                    reply with
                    {
                        Answer = "tuesday lunch",
                    },
                    classroom,
                    view.Context
                )
            ),
            (
                "wrote-back-last",
                WroteBackCard.Of(
                    new AnswerCall(classroom.Key, reader.Member.ObjectId, reader.Name, "r", Pupils.Now),
                    reply with
                    {
                        Answer = "tuesday lunch",
                        Before = 2,
                    },
                    classroom,
                    view.Context
                )
            ),
            ("enough", ReplyCard.Enough(waiting, view)),
            ("student-thanked", AnswerCards.Thanked(reply, "7B Math", view.OfClass)),
            (
                "student-nudge",
                AnswerCards.Nudge(
                    new Nudge(Pupils.Week, classroom.Key, "Lee Rivera", null),
                    membership,
                    view.Context.Turn,
                    view.OfClass
                )
            ),
        ];
    }

    private static IReadOnlyList<Reflection> Shared(StudentWeek student, TeacherView view) =>
        SharedReflections.Of(student.Person, view.Week.Classroom.Key);
}
