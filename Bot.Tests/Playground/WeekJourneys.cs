using Milestones.Tests.Support;

namespace Milestones.Tests.Playground;

/// <summary>
/// A class's week as its people see it, each at a window of their own of Microsoft's local Teams client: from the
/// set-up to the teacher's answer.
/// </summary>
[Collection(PlaygroundJourneys.Name)]
public sealed class WeekJourneys(PlaygroundFixture playground)
{
    [PlaygroundFact]
    public Task From_the_set_up_over_the_prompt_and_the_digest_to_an_answer_that_is_read() =>
        WalkAsync("week-en", (english, _) => english);

    [PlaygroundFact]
    public Task From_the_set_up_over_the_prompt_and_the_digest_to_an_answer_that_is_read_in_Spanish() =>
        WalkAsync("week-es", (_, spanish) => spanish);

    private async Task WalkAsync(string screenshots, Func<string, string, string> t)
    {
        await using var bot = await BotInProcess.StartAsync();
        await using var maya = await OpenAsync("Maya Ortiz");
        await using var liam = await OpenAsync("Liam Chen");
        await using var ava = await OpenAsync("Ava Brooks");
        await using var noor = await OpenAsync("Noor Haddad");
        await using var teacher = await OpenAsync("Ms. Rivera");
        await maya.SayAsync(
            t(
                "i want to go from 55% to 80% on my fractions quizzes by november 20 because i want "
                    + "to take algebra, i will go to tutoring every tuesday",
                "quiero subir de 55% a 80% en mis exámenes de fracciones para el 20 de noviembre "
                    + "porque quiero tomar álgebra, voy a ir a tutoría cada martes"
            ),
            expect: t("Your goal", "Tu meta")
        );
        await maya.TapAsync(t("Save", "Guardar"), t("Small steps to get there", "Pasos pequeños para llegar"));
        await maya.TapAsync(t("Looks good", "Me gusta"), t("You're all set", "Todo listo"));

        // A team is spoken to in the language of the client that added the bot.
        await teacher.GoToAsync("General");
        await teacher.WaitForPostAsync("Hi, I'm your goal coach!");
        await teacher.TapUntilPostAsync("Set up class", "One card, two minutes.");
        await teacher.ChooseAsync("Time zone", "New York (America/New_York)");
        await teacher.ScreenshotAsync($"{screenshots}-set-up");
        await teacher.TapAsync("Save class settings");
        await teacher.WaitForPostAsync("America/New_York");
        await teacher.ScreenshotAsync($"{screenshots}-set-up-saved");
        await teacher.GoToAsync("Personal Chat");
        await teacher.WaitForTextAsync(t("6 of 6 people can be reached.", "Puedo escribir a 6 de 6 personas."));
        await LookAsync(teacher, "report");

        bot.Clock.SetAhead(Course.Friday);
        await maya.WaitForTextAsync(t("Your week in Grade 8 Math", "Tu semana en Grade 8 Math"));
        await LookAsync(maya, "prompt");
        await maya.ChooseAsync(
            t("Who can read this?", "¿Quién puede leer esto?"),
            t("My teacher (Ms. Rivera)", "Mi docente (Ms. Rivera)")
        );
        await maya.FillAsync(t("Now", "Ahora"), "52");
        await maya.TapAsync(t("😕 Not great", "😕 No tan bien"), t("What got in the way?", "¿Qué te lo hizo difícil?"));
        await LookAsync(maya, "question");
        var words = t(
            "i missed tutoring and then i did not get the homework at all",
            "falté a la tutoría y después no entendí nada de la tarea"
        );
        await maya.SayAsync(words, expect: t("Thanks for taking a look at your week.", "Gracias por mirar tu semana."));
        await LookAsync(maya, "thanks");
        await ReflectsAsync(liam, t("My teacher (Ms. Rivera)", "Mi docente (Ms. Rivera)"), t("🙂 Good", "🙂 Bien"));
        await ReflectsAsync(ava, t("My teacher (Ms. Rivera)", "Mi docente (Ms. Rivera)"), t("🙂 Good", "🙂 Bien"));
        await ReflectsAsync(noor, t("Only me", "Solo yo"), t("😞 Really hard", "😞 Muy difícil"));

        bot.Clock.SetAhead(Course.Monday);
        await teacher.WaitForTextAsync(t("4 of 5 reflected.", "Reflexionaron 4 de 5."));
        var digest = await LookAsync(teacher, "digest");
        Assert.Contains(
            t("Maya Ortiz · shared a hard week", "Maya Ortiz · compartió una semana difícil"),
            digest,
            StringComparison.Ordinal
        );
        Assert.Contains(t("🙂 Good", "🙂 Bien"), digest, StringComparison.Ordinal);
        // What is for nobody else is in no number either
        Assert.DoesNotContain(t("Really hard", "Muy difícil"), digest, StringComparison.Ordinal);
        await teacher.TapAsync(t("Read (3)", "Leer (3)"));
        await teacher.WaitForTextAsync("Ava Brooks");
        await teacher.TapAsync(t("Next: Liam", "Siguiente: Liam"));
        await teacher.WaitForTextAsync("Liam Chen");
        await teacher.TapAsync(t("Next: Maya", "Siguiente: Maya"));
        await teacher.WaitForTextAsync(words);
        Assert.Contains(
            t("52% · A bit behind", "52 % · Un poco atrás"),
            await LookAsync(teacher, "read"),
            StringComparison.Ordinal
        );
        await teacher.TapAsync(t("Reply", "Responder"));
        await teacher.WaitForTextAsync(t("Reply to Maya Ortiz", "Responder a Maya Ortiz"));
        await LookAsync(teacher, "reply");
        var answer = t(
            "Come by on Tuesday at lunch, we do two of them together.",
            "Ven el martes al mediodía y hacemos dos juntas."
        );
        await teacher.FillAsync(t("In your own words", "Con tus propias palabras"), answer);
        await teacher.TapAsync(t("Send", "Enviar"));
        await teacher.WaitForTextAsync(t("Sent to Maya Ortiz.", "Enviado a Maya Ortiz."));
        await LookAsync(teacher, "sent");

        await maya.WaitForTextAsync(t("Ms. Rivera answered you", "Ms. Rivera te respondió"));
        Assert.Contains(answer, await LookAsync(maya, "answer"), StringComparison.Ordinal);
        await maya.SayAsync(
            t("yes, tuesday works", "sí, el martes puedo"),
            expect: t("Sent to Ms. Rivera.", "Enviado a Ms. Rivera.")
        );
        await LookAsync(maya, "wrote-back");
        await teacher.WaitForTextAsync(t("Maya Ortiz wrote back", "Maya Ortiz te respondió"));
        await LookAsync(teacher, "wrote-back-teacher");
        await teacher.SayAsync(t("how is maya", "cómo va maya"), expect: t("What you wrote", "Lo que escribiste"));
        await LookAsync(teacher, "student");
        await teacher.SayAsync(
            t("who hasn't reflected", "quién no ha reflexionado"),
            expect: t("not reflected yet", "aún sin reflexionar")
        );
        await LookAsync(teacher, "missing");
        await maya.TapAsync(t("Thanks", "Gracias"));
        await maya.WaitForTextAsync(
            t("Your teacher can see that you read this.", "Tu docente puede ver que lo leíste.")
        );
        await LookAsync(maya, "thanked");
        await teacher.SayAsync(t("needs a reply", "falta responder"), expect: t("read ✓", "leído ✓"));
        await LookAsync(teacher, "answered");

        async Task<ChatPage> OpenAsync(string person)
        {
            var chat = await playground.OpenAsync(
                bot.Messages,
                greeting: "Milestones",
                person == "Ms. Rivera" ? ChatViewport.Tall : ChatViewport.Phone,
                person
            );
            await chat.SayAsync(t("english", "español"), expect: t("English", "español"));
            return chat;
        }

        async Task ReflectsAsync(ChatPage chat, string sharing, string mood)
        {
            await chat.WaitForTextAsync(t("Your week in Grade 8 Math", "Tu semana en Grade 8 Math"));
            await chat.ChooseAsync(t("Who can read this?", "¿Quién puede leer esto?"), sharing);
            await chat.TapAsync(
                mood,
                // A hard week is not asked for its best part.
                chat == noor
                    ? t("What was the hardest part of your week?", "¿Cuál fue la parte más difícil de tu semana?")
                    : t("What was the best part of your week?", "¿Cuál fue la mejor parte de tu semana?")
            );
            await chat.SayAsync(
                t("my friends helped me with the word problems", "mis amigas me ayudaron con los problemas"),
                expect: t("Thanks for taking a look at your week.", "Gracias por mirar tu semana.")
            );
        }

        Task<string> LookAsync(ChatPage chat, string name) => chat.LookAsync($"{screenshots}-{name}");
    }
}
