using Milestones.Tests.Support;

namespace Milestones.Tests.Playground;

/// <summary>
/// A unit as its people see it, in Microsoft's local Teams client: listed by the teacher, rated on a phone, mapped.
/// </summary>
[Collection(PlaygroundJourneys.Name)]
public sealed class UnitJourneys(PlaygroundFixture playground)
{
    [PlaygroundFact]
    public Task From_the_list_over_the_taps_to_the_map_and_a_goal() => WalkAsync("unit-en", (english, _) => english);

    [PlaygroundFact]
    public Task From_the_list_over_the_taps_to_the_map_and_a_goal_in_Spanish() =>
        WalkAsync("unit-es", (_, spanish) => spanish);

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
            t("learning targets", "metas de aprendizaje"),
            expect: t("List what students are to learn", "Anota lo que se aprende")
        );
        await teacher.TapAsync(t("New unit", "Unidad nueva"));
        await teacher.WaitForTextAsync(t("Paste them as they are", "Pégalas como están"));
        await teacher.FillAsync(t("Unit", "Unidad"), t("Fractions", "Fracciones"));
        await teacher.FillAsync(
            t("Learning targets, one in each line", "Metas de aprendizaje, una en cada línea"),
            t(
                "1. I can add fractions with unlike denominators\n2. I can say why one fraction is more\n"
                    + "3. I can draw a fraction",
                "1. Puedo sumar fracciones con distinto denominador\n2. Puedo decir cuál fracción es mayor\n"
                    + "3. Puedo dibujar una fracción"
            )
        );
        await LookAsync(teacher, "form");
        await teacher.TapAsync(t("Ask my class", "Preguntar a mi clase"));
        await teacher.WaitForTextAsync(t("Fractions begins.", "Empieza Fracciones."));
        await LookAsync(teacher, "started");

        await maya.SayAsync(t("my targets", "mi mapa"), expect: t("where do you start?", "¿desde dónde empiezas?"));
        await LookAsync(maya, "ask");
        await maya.TapAsync(t("Begin", "Empezar"));
        await maya.WaitForTextAsync(t("1 of 3", "1 de 3"));
        await LookAsync(maya, "rate");
        await maya.TapAsync(t("3 · Got it", "3 · Lo sé hacer"));
        await maya.WaitForTextAsync(t("2 of 3", "2 de 3"));
        await maya.TapAsync(t("1 · Not yet", "1 · Todavía no"));
        await maya.WaitForTextAsync(t("3 of 3", "3 de 3"));
        await maya.TapAsync(t("4 · Can teach it", "4 · Lo puedo enseñar"));
        await maya.WaitForTextAsync(t("What shows it?", "¿Qué lo muestra?"));
        await maya.FillAsync(
            t("A few words, or a link", "Unas palabras o un enlace"),
            t("my poster in the hall", "mi cartel del pasillo")
        );
        await LookAsync(maya, "evidence");
        await maya.TapAsync(t("Save", "Guardar"));
        await maya.WaitForTextAsync(t("Your next step", "Tu próximo paso"));
        await LookAsync(maya, "map");
        await maya.DarkAsync();
        await maya.ScreenshotAsync($"{screenshots}-map-dark");

        await teacher.SayAsync(
            t("learning targets", "metas de aprendizaje"),
            expect: t("1 of 5 have rated", "1 de 5 respondieron")
        );
        await teacher.TapAsync(t("Map", "Mapa"));
        await teacher.WaitForTextAsync("1: 3");
        await LookAsync(teacher, "class-map");

        await maya.TapAsync(t("Make it a goal", "Convertir en meta"));
        await LookAsync(maya, "goal");

        async Task<ChatPage> OpenAsync(string person, ChatViewport viewport)
        {
            var chat = await playground.OpenAsync(bot.Messages, greeting: "Milestones", viewport, person);
            await chat.SayAsync(t("english", "español"), expect: t("English", "español"));
            return chat;
        }

        Task<string> LookAsync(ChatPage chat, string name) => chat.LookAsync($"{screenshots}-{name}");
    }
}
