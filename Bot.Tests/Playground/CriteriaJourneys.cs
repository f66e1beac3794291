using Milestones.Tests.Support;

namespace Milestones.Tests.Playground;

/// <summary>
/// A task with success criteria as its people see it, in Microsoft's local Teams client: given, checked on a phone,
/// read, and commented on.
/// </summary>
[Collection(PlaygroundJourneys.Name)]
public sealed class CriteriaJourneys(PlaygroundFixture playground)
{
    [PlaygroundFact]
    public Task From_the_criteria_over_the_taps_to_feedback() => WalkAsync("criteria-en", (english, _) => english);

    private async Task WalkAsync(string screenshots, Func<string, string, string> t)
    {
        await using var bot = await BotInProcess.StartAsync();
        await using var maya = await OpenAsync("Maya Ortiz", ChatViewport.Phone);
        await using var teacher = await OpenAsync("Ms. Rivera", ChatViewport.Phone);
        await teacher.GoToAsync("General");
        await teacher.WaitForPostAsync("Hi, I'm your goal coach!");
        await teacher.TapUntilPostAsync("Set up class", "One card, two minutes.");
        await teacher.ChooseAsync("Time zone", "New York (America/New_York)");
        await teacher.TapAsync("Save class settings");
        await teacher.WaitForPostAsync("America/New_York");
        await teacher.GoToAsync("Personal Chat");
        await teacher.WaitForTextAsync(t("6 of 6 people can be reached.", "Puedo escribir a 6 de 6 personas."));

        await teacher.SayAsync(
            t("success criteria", "criterios de éxito"),
            expect: t("Say what good work on a task shows", "Di qué muestra un buen trabajo")
        );
        await teacher.TapAsync(t("New task", "Nuevo trabajo"));
        await teacher.WaitForTextAsync(t("Paste them as they are", "Pégalos como están"));
        await teacher.FillAsync(t("Task", "Trabajo"), t("Essay", "Ensayo"));
        await teacher.FillAsync(
            t("Success criteria, 2 to 6, one in each line", "Criterios de éxito, de 2 a 6, uno en cada línea"),
            t(
                "1. I give a reason from the text\n2. I quote the words that show it",
                "1. Doy una razón del texto\n2. Cito las palabras que la muestran"
            )
        );
        await LookAsync(teacher, "form");
        await teacher.TapAsync(t("Give it to my class", "Dárselo a mi clase"));
        await teacher.WaitForTextAsync(t("Essay begins.", "Ensayo empieza."));
        await LookAsync(teacher, "started");

        await maya.SayAsync(t("my criteria", "mis criterios"), expect: t("not checked yet", "sin revisar"));
        await maya.TapAsync(t("Check my work", "Revisar mi trabajo"));
        await maya.WaitForTextAsync(t("1 of 2", "1 de 2"));
        await maya.FillAsync(
            t("Where does it show? (words or a link, if you like)", "¿Dónde se ve? (palabras o un enlace, si quieres)"),
            t("second paragraph", "segundo párrafo")
        );
        await LookAsync(maya, "check");
        await maya.TapAsync(t("Yes", "Sí"));
        await maya.WaitForTextAsync(t("2 of 2", "2 de 2"));
        await maya.TapAsync(t("Partly", "En parte"));
        await maya.WaitForTextAsync(t("What would make it a full yes?", "¿Qué falta para que sea un sí completo?"));
        await maya.FillAsync(t("In a few words", "En pocas palabras"), t("one quote more", "una cita más"));
        await LookAsync(maya, "next");
        await maya.TapAsync(t("Save", "Guardar"));
        await maya.WaitForTextAsync(t("Next: “one quote more”", "Lo que sigue: “una cita más”"));
        await LookAsync(maya, "checked");

        await teacher.SayAsync(
            t("success criteria", "criterios de éxito"),
            expect: t("1 of 5 have checked", "1 de 5 revisaron")
        );
        await teacher.TapAsync(t("Open", "Abrir"));
        await teacher.WaitForTextAsync(t("Maya Ortiz", "Maya Ortiz"));
        await LookAsync(teacher, "task");
        await teacher.SayAsync(t("how is maya doing?", "¿cómo va maya?"), expect: "Maya");
        await teacher.TapAsync(t("Success criteria", "Criterios de éxito"));
        await teacher.WaitForTextAsync(t("Success criteria · Maya", "Criterios de éxito · Maya"));
        await teacher.TapAsync(t("Open", "Abrir"));
        await teacher.WaitForTextAsync(t("second paragraph", "segundo párrafo"));
        await LookAsync(teacher, "student");
        await teacher.TapAsync(t("Give feedback", "Dar un comentario"));
        await teacher.FillAsync(t("One strength", "Un punto fuerte"), t("A clear reason", "Una razón clara"));
        await teacher.FillAsync(t("One next step", "Un siguiente paso"), t("Add a quote", "Agrega una cita"));
        await LookAsync(teacher, "feedback");
        await teacher.TapAsync(t("Send", "Enviar"));
        await maya.WaitForTextAsync(t("Add a quote", "Agrega una cita"));
        await maya.DarkAsync();
        await maya.ScreenshotAsync($"{screenshots}-feedback-dark");

        async Task<ChatPage> OpenAsync(string person, ChatViewport viewport)
        {
            var chat = await playground.OpenAsync(bot.Messages, greeting: "Milestones", viewport, person);
            await chat.SayAsync(t("english", "español"), expect: t("English", "español"));
            return chat;
        }

        Task<string> LookAsync(ChatPage chat, string name) => chat.LookAsync($"{screenshots}-{name}");
    }
}
