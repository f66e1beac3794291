using Milestones.Tests.Support;

namespace Milestones.Tests.Playground;

/// <summary>
/// Feedback as its people see it, in Microsoft's local Teams client on a phone: asked for, given, and whether it
/// helped; a teacher's pairs, and what the teacher sees.
/// </summary>
[Collection(PlaygroundJourneys.Name)]
public sealed class FeedbackJourneys(PlaygroundFixture playground)
{
    [PlaygroundFact]
    public Task From_the_request_over_one_strength_and_one_question_to_the_thanks() =>
        WalkAsync("feedback-es", (_, spanish) => spanish);

    private async Task WalkAsync(string screenshots, Func<string, string, string> t)
    {
        await using var bot = await BotInProcess.StartAsync();
        await using var maya = await OpenAsync("Maya Ortiz");
        await using var liam = await OpenAsync("Liam Chen");
        await using var teacher = await OpenAsync("Ms. Rivera");
        await teacher.GoToAsync("General");
        await teacher.WaitForPostAsync("Hi, I'm your goal coach!");
        await teacher.TapUntilPostAsync("Set up class", "One card, two minutes.");
        await teacher.ChooseAsync("Time zone", "New York (America/New_York)");
        await teacher.TapAsync("Save class settings");
        await teacher.WaitForPostAsync("America/New_York");
        await teacher.GoToAsync("Personal Chat");
        await teacher.WaitForTextAsync(t("6 of 6 people can be reached.", "Puedo escribir a 6 de 6 personas."));

        await maya.SayAsync(
            t("can liam look at my poster", "puede liam ver mi cartel"),
            expect: t("What should Liam look at?", "¿Qué debe mirar Liam?")
        );
        await LookAsync(maya, "work");
        await maya.FillAsync(
            t("A piece of work, in words or as a link", "Un trabajo, en palabras o como enlace"),
            t("Bees talk by dancing.", "Las abejas hablan bailando.")
        );
        await maya.TapAsync(t("Show me first", "Verlo primero"));
        await maya.WaitForTextAsync(t("and nothing else", "y nada más"));
        await LookAsync(maya, "preview");
        await maya.TapAsync(t("Send it to Liam", "Enviarlo a Liam"));
        await maya.WaitForTextAsync(t("On its way to Liam", "En camino a Liam"));
        await LookAsync(maya, "sent");

        await liam.SayAsync(
            t("my feedback", "mis comentarios"),
            expect: t("Maya asks you to look", "Maya te pide que mires")
        );
        await LookAsync(liam, "mine");
        await liam.TapAsync(t("Look at it", "Mirarlo"));
        await liam.WaitForTextAsync(t("Maya asks: what do you think?", "Maya pregunta: ¿qué opinas?"));
        await LookAsync(liam, "form");
        await liam.FillAsync(
            t("What works well", "Lo que está bien"),
            t("begin with a surprise", "empiezas con una sorpresa")
        );
        await liam.FillAsync(
            t("What you would like to know", "Lo que te gustaría saber"),
            t("show the dance", "muestras el baile")
        );
        await liam.TapAsync(t("Send it", "Enviarlo"));
        await liam.WaitForTextAsync(t("It goes to Maya.", "Le llega a Maya."));
        await LookAsync(liam, "given");

        await maya.SayAsync(
            t("my feedback", "mis comentarios"),
            expect: t("Liam looked at your work", "Liam miró tu trabajo")
        );
        await maya.TapAsync(t("Read it", "Leerlo"));
        await maya.WaitForTextAsync(t("Did it help you?", "¿Te sirvió?"));
        await LookAsync(maya, "received");
        await maya.TapAsync(t("It helped", "Me sirvió"));
        await maya.WaitForTextAsync(t("I told Liam that it helped.", "Le dije a Liam que te sirvió."));
        await maya.DarkAsync();
        await LookAsync(maya, "helped-dark");

        await teacher.SayAsync(
            t("pair my class for feedback", "formar parejas"),
            expect: t("Pairs for feedback in", "Parejas para comentarios en")
        );
        await LookAsync(teacher, "pairs");
        await teacher.TapAsync(t("See the feedback", "Ver los comentarios"));
        await teacher.TapAsync("Maya Ortiz");
        await teacher.WaitForTextAsync(t("it helped", "sirvió"));
        await LookAsync(teacher, "student");

        async Task<ChatPage> OpenAsync(string person)
        {
            var chat = await playground.OpenAsync(bot.Messages, greeting: "Milestones", ChatViewport.Phone, person);
            await chat.SayAsync(t("english", "español"), expect: t("English", "español"));
            return chat;
        }

        Task<string> LookAsync(ChatPage chat, string name) => chat.LookAsync($"{screenshots}-{name}");
    }
}
