using Milestones.Tests.Storage;
using Milestones.Tests.Support;

namespace Milestones.Tests.Journeys;

/// <summary>
/// A student writes back to a teacher's answer, and it arrives: at that teacher, once, and nowhere else.
/// </summary>
public class WritingBackJourneys : Journey
{
    [StoreFact]
    public async Task What_is_written_after_a_teachers_answer_reaches_that_teacher_and_after_four_turns_they_talk()
    {
        var course = await AnsweredAsync("When can we sit down together?");
        var (lee, sam) = (course.Teacher, course["Sam"]);
        Assert.Contains(
            "Want to answer? What you write next here goes to Lee Rivera.",
            Assert.Single(await course.NewAsync(sam)).Card!.Lines()
        );

        Assert.Equal("Sent to Lee Rivera.", Assert.Single(await sam.SaysAsync("tuesday lunch")).Text);
        var wrote = Assert.Single(await course.NewAsync(lee)).Card!;
        Assert.Equal(
            [
                "Sam Rivera wrote back",
                "7B Math",
                "You: “When can we sit down together?” · read ✓",
                "“tuesday lunch”",
                "[Reply] [Handled]",
            ],
            wrote.Lines()
        );
        Assert.Contains(
            "Sam Rivera · wrote back on Fri, Sep 18 [Reply] [Handled]",
            (await course.AsksAsync(lee, "needs a reply")).Card!.Lines()
        );

        await lee.TapsAsync("Reply", wrote);
        await lee.TapsAsync("Send", new Dictionary<string, string> { ["own"] = "Tuesday it is. Where?" });
        var again = Assert.Single(await course.NewAsync(sam), one => !one.InPlace).Card!;
        Assert.Contains("You: “tuesday lunch” · read ✓", again.Lines());
        await sam.TapsAsync("Thanks", again); // and then writes, all the same
        Assert.Equal(
            "Sent to Lee Rivera. You've each written twice now: the rest is easier face to face.",
            Assert.Single(await sam.SaysAsync("in the library")).Text
        );

        var last = Assert.Single(await course.NewAsync(lee)).Card!;
        Assert.Equal(
            ["“in the library”", "You've each written twice. The rest is better said in person.", "[Handled]"],
            last.Lines().TakeLast(3)
        );
        Assert.Contains(
            "Time to talk with Sam Rivera",
            Assert.Single(await lee.TapsAsync("Reply", wrote)).Card!.Lines()
        );
        await lee.TapsAsync("Handled", last);
        await course.SettleAsync();
        Assert.Contains("Nobody is waiting for a reply.", (await course.AsksAsync(lee, "needs a reply")).Card!.Lines());

        // What is written now is the coach's again.
        Assert.DoesNotContain(await sam.SaysAsync("ok"), shown => shown.Text?.StartsWith("Sent", Ordinal) == true);
        Assert.Empty(await course.NewAsync(lee));
    }

    [StoreFact]
    public async Task A_teacher_who_reads_and_does_not_answer_leaves_a_mark_and_no_message()
    {
        var course = await AnsweredAsync("When can we sit down together?");
        var (lee, sam) = (course.Teacher, course["Sam"]);
        var asked = Assert.Single(await course.NewAsync(sam)).Card!;
        await sam.SaysAsync("tuesday lunch");
        Assert.Single(await course.NewAsync(lee));
        Assert.Empty(await course.NewAsync(sam)); // it stands in Lee's chat, and nobody knows whether they looked

        await lee.SaysAsync("my class");
        var marked = Assert.Single(await course.NewAsync(sam));

        Assert.True(marked.InPlace);
        Assert.Equal(asked.ActivityId, (await Bot.PersonAsync(sam))!.TeacherReplies[^1].ActivityId);
        Assert.Equal(
            [
                "Lee Rivera answered you",
                "When can we sit down together?",
                "7B Math",
                "You: “tuesday lunch” · read ✓",
                "[Thanks] [I'd like help]",
            ],
            marked.Card!.Lines()
        );
        Assert.NotNull((await Bot.PersonAsync(sam))!.TeacherReplies[^1].AnswerSeenAt);
        Assert.Empty((await Bot.PersonAsync(lee))!.AnswersShown);
        await lee.SaysAsync("my class");
        Assert.Empty(await course.NewAsync(sam));
    }

    [StoreFact]
    public async Task What_may_be_for_the_coach_is_asked_about_and_what_plainly_is_goes_to_nobody_else()
    {
        var course = await AnsweredAsync("How did the quiz go?");
        var (lee, sam) = (course.Teacher, course["Sam"]);
        await course.NewAsync(sam);
        Assert.DoesNotContain(await sam.SaysAsync("my goals"), shown => shown.Text?.Contains("Lee", Ordinal) == true);
        Assert.Empty(await course.NewAsync(lee)); // and from then on the chat is the coach's
        await sam.SaysAsync("tuesday");
        Assert.Empty(await course.NewAsync(lee));

        await AnswersAsync(course, "How did the quiz go?");
        await course.NewAsync(sam);
        var asked = Assert.Single(await sam.SaysAsync("i want to get better at math"));
        Assert.Equal("Is that for Lee Rivera?", asked.Text);
        Assert.Equal(["Send it to Lee Rivera", "No, don't send it"], asked.Suggestions);
        Assert.Empty(await course.NewAsync(lee));
        Assert.Equal("Okay, I sent it to nobody.", (await sam.SaysAsync("No, don't send it"))[0].Text);
        Assert.Empty(await course.NewAsync(lee));

        await AnswersAsync(course, "And the other one?");
        await course.NewAsync(sam);
        await sam.SaysAsync("i want to get better at math");
        Assert.Equal("Sent to Lee Rivera.", (await sam.SaysAsync("Send it to Lee Rivera"))[0].Text);
        Assert.Contains("“i want to get better at math”", Assert.Single(await course.NewAsync(lee)).Card!.Lines());
    }

    [StoreFact]
    public async Task With_a_question_of_the_coach_open_it_is_asked_and_the_question_comes_back()
    {
        var course = await Course.StartAsync(Bot, "Sam", "Ana");
        var (lee, sam) = (course.Teacher, course["Sam"]);
        await course.AtAsync(Course.Friday);
        await course.NewAsync(sam);
        await sam.TapsAsync("😕 Not great", new Dictionary<string, string> { ["sharing"] = "MyTeacher" });
        await course.NewAsync(lee);
        await AnswersAsync(course, "When can we sit down together?");
        await course.NewAsync(sam);

        Assert.Equal("Is that for Lee Rivera?", (await sam.SaysAsync("tuesday lunch"))[0].Text);
        var sent = await sam.SaysAsync("yes");
        Assert.Equal("Sent to Lee Rivera.", sent[0].Text);
        Assert.EndsWith("?", sent[^1].Text, Ordinal);
        Assert.Contains("“tuesday lunch”", Assert.Single(await course.NewAsync(lee)).Card!.Lines());
        Assert.Empty((await Bot.PersonAsync(sam))!.Reflections[0].Answers);
    }

    [StoreFact]
    public async Task A_reply_typed_a_month_later_is_asked_about_first()
    {
        var course = await AnsweredAsync("When can we sit down together?");
        var (lee, sam) = (course.Teacher, course["Sam"]);
        await sam.SaysAsync("stop prompts");
        await AnswersAsync(course, "When can we sit down together?");
        await course.AtAsync(Course.Friday.AddDays(30));
        await course.NewAsync(sam);
        await course.NewAsync(lee);

        Assert.Equal("Is that for Lee Rivera?", (await sam.SaysAsync("tuesday lunch"))[0].Text);
        Assert.Empty(await course.NewAsync(lee));
        await sam.SaysAsync("yes");
        Assert.Contains("“tuesday lunch”", Assert.Single(await course.NewAsync(lee)).Card!.Lines());
    }

    [StoreFact]
    public async Task Words_of_concern_are_answered_and_still_reach_the_teacher_they_were_written_to()
    {
        var course = await AnsweredAsync("How are you today?");
        var (lee, sam) = (course.Teacher, course["Sam"]);
        await course.NewAsync(sam);
        var shown = await sam.SaysAsync("my dad hits me and im scared to go home");

        Assert.Equal("Sent to Lee Rivera.", shown[^1].Text);
        Assert.NotEmpty((await Bot.PersonAsync(sam))!.Alerts);
        var arrived = await course.NewAsync(lee);
        Assert.Contains(
            arrived,
            one => one.Card?.Lines().Contains("“my dad hits me and im scared to go home”") == true
        );
        Assert.Contains(arrived, one => one.Card?.Lines().First().Contains("talk to", Ordinal) == true);
    }

    [StoreFact]
    public async Task At_night_it_waits_for_the_morning_and_who_does_not_teach_any_more_never_sees_it()
    {
        var course = await AnsweredAsync("When can we sit down together?");
        var (lee, sam) = (course.Teacher, course["Sam"]);
        await course.NewAsync(sam);
        await course.AtAsync(Course.Friday.AddHours(9));
        await course.NewAsync(lee);
        Assert.Equal("Sent to Lee Rivera.", Assert.Single(await sam.SaysAsync("tuesday lunch")).Text);
        Assert.Empty(await course.NewAsync(lee));
        await course.AtAsync(Course.Friday.AddHours(18));
        Assert.Equal("Sam Rivera wrote back", Assert.Single(await course.NewAsync(lee)).Card!.Lines().First());

        await AnswersAsync(course, "Where?");
        await course.NewAsync(sam);
        await course.Team.LeavesAsync(lee);
        await sam.SaysAsync("in the library");
        await course.SettleAsync();
        Assert.DoesNotContain(await course.NewAsync(lee), one => one.Card is not null);
        Assert.Contains(
            await course.NewAsync(sam),
            one => one.Text?.StartsWith("I couldn't get your message to Lee Rivera.", Ordinal) == true
        );
    }

    [StoreFact]
    public async Task Of_two_teachers_the_second_sees_that_the_first_has_just_answered_and_the_list_names_who_did()
    {
        var (lee, kim, sam) = (Bot.Student("Lee"), Bot.Student("Kim"), Bot.Student("Sam"));
        var course = await Course.StartAsync(
            Bot,
            lee,
            [kim, sam],
            settings: new Dictionary<string, string> { ["teachers"] = kim.ObjectId }
        );
        await course.AtAsync(Course.Friday);
        await course.ReflectsAsync("Sam", 2, words: "it was a lot");
        await course.NewAsync(lee);
        await course.NewAsync(kim);
        var leeForm = await FormAsync(course, lee);
        var kimForm = await FormAsync(course, kim);

        await kim.TapsAsync("Send", kimForm, new Dictionary<string, string> { ["own"] = "Kim here" });
        await course.SettleAsync();
        var warned = Assert
            .Single(await lee.TapsAsync("Send", leeForm, new Dictionary<string, string> { ["own"] = "Lee here" }))
            .Card!;
        Assert.Contains("Kim Rivera has just answered Sam. Nothing of yours was sent. Send it too?", warned.Lines());
        Assert.Contains("“Kim here”", warned.Lines());
        Assert.Equal("Lee here", warned.Fields["own"]);
        Assert.Equal(["Kim Rivera answered you"], Firsts(await course.NewAsync(sam)));

        await lee.TapsAsync("Send", warned, new Dictionary<string, string> { ["own"] = "Lee here" });
        Assert.Equal(["Lee Rivera answered you"], Firsts(await course.NewAsync(sam)));
        await sam.SaysAsync("thank you kim");
        Assert.Empty(await course.NewAsync(lee)); // two have answered: nothing goes anywhere before it is asked
        await sam.SaysAsync("Send it to Kim Rivera");
        Assert.Empty(await course.NewAsync(lee));
        Assert.Equal(["Sam Rivera wrote back"], Firsts(await course.NewAsync(kim)));
        Assert.DoesNotContain(
            (await course.AsksAsync(lee, "needs a reply")).Card!.Lines(),
            line => line.Contains("wrote back", Ordinal)
        );
        Assert.Contains("Sam Rivera · you, Fri, Sep 18 · read ✓", lee.Screen.Cards[^1].Lines());
    }

    [StoreFact]
    public async Task A_hard_week_leaves_the_list_after_two_weeks()
    {
        var course = await Course.StartAsync(Bot, "Sam");
        await course.AtAsync(Course.Friday);
        await course.ReflectsAsync("Sam", 2, words: "it was a lot");
        await course.NewAsync(course.Teacher);
        Assert.Contains(
            "Sam Rivera · shared a hard week on Fri, Sep 18 [Reply] [Handled]",
            (await course.AsksAsync(course.Teacher, "needs a reply")).Card!.Lines()
        );

        await course.AtAsync(Course.Friday.AddDays(15));
        await course.NewAsync(course.Teacher);
        Assert.Contains(
            "Nobody is waiting for a reply.",
            (await course.AsksAsync(course.Teacher, "needs a reply")).Card!.Lines()
        );
    }

    [StoreFact]
    public async Task In_Spanish()
    {
        var course = await AnsweredAsync("When can we sit down together?");
        var (lee, sam) = (course.Teacher, course["Sam"]);
        await course.NewAsync(sam);
        await lee.SaysAsync("español");
        await sam.SaysAsync("español");
        await AnswersAsync(course, "¿Cuándo hablamos?", "Responder", "Enviar", "falta responder");
        Assert.Contains(
            "¿Quieres responder? Lo próximo que escribas aquí le llega a Lee Rivera.",
            Assert.Single(await course.NewAsync(sam)).Card!.Lines()
        );
        Assert.Equal("Enviado a Lee Rivera.", Assert.Single(await sam.SaysAsync("el martes en el almuerzo")).Text);
        Assert.Contains("Sam Rivera te respondió", Firsts(await course.NewAsync(lee)));
    }

    private const StringComparison Ordinal = StringComparison.Ordinal;

    /// <summary>Sam shared a hard week and ended the questions, and Lee has answered.</summary>
    private async Task<Course> AnsweredAsync(string words)
    {
        var course = await Course.StartAsync(Bot, "Sam", "Ana");
        await course.AtAsync(Course.Friday);
        await course.ReflectsAsync("Sam", 2, words: "the quiz was hard and i had no time");
        await course.NewAsync(course["Sam"]);
        await course.NewAsync(course.Teacher);
        await AnswersAsync(course, words);
        return course;
    }

    /// <summary>Lee answers Sam, from the list where Sam waits there.</summary>
    private static async Task AnswersAsync(
        Course course,
        string words,
        string reply = "Reply",
        string send = "Send",
        string list = "needs a reply"
    )
    {
        var lee = course.Teacher;
        var form = await FormAsync(course, lee, reply, list);
        await lee.TapsAsync(send, form, new Dictionary<string, string> { ["own"] = words });
        await course.SettleAsync();
    }

    private static async Task<CardOnScreen> FormAsync(
        Course course,
        Student teacher,
        string reply = "Reply",
        string list = "needs a reply"
    )
    {
        var waiting = (await course.AsksAsync(teacher, list)).Card!;
        if (waiting.Find(reply) is not null)
            return Assert.Single(await teacher.TapsAsync(reply, waiting)).Card!;
        var data = new System.Text.Json.Nodes.JsonObject
        {
            ["class"] = course.Team.Key.Partition,
            ["student"] = course["Sam"].ObjectId,
        };
        return Assert
            .Single(
                await teacher.AnswersAsync(teacher.Invoke(Milestones.Features.Teaching.TeacherVerbs.Reply, data), null)
            )
            .Card!;
    }

    private static IReadOnlyList<string> Firsts(IEnumerable<Shown> shown) =>
        [.. shown.Where(one => one.Card is not null).Select(one => one.Card!.Lines().First())];
}
