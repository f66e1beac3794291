using Milestones.Tests.Support;

namespace Milestones.Tests.Playground;

/// <summary>
/// A class that celebrates as its people see it in Microsoft's local Teams client: a shout-out from its giver over the
/// student named and the teacher into the channel, a badge, and the class's week with what a student lets it show.
/// </summary>
[Collection(PlaygroundJourneys.Name)]
public sealed class CelebrationJourneys(PlaygroundFixture playground)
{
    [PlaygroundFact]
    public Task A_shout_out_a_badge_and_the_classs_week() => WalkAsync("celebrate-en", (english, _) => english);

    [PlaygroundFact]
    public Task A_shout_out_a_badge_and_the_classs_week_in_Spanish() =>
        WalkAsync("celebrate-es", (_, spanish) => spanish);

    [PlaygroundFact]
    public async Task The_youngest_see_pictures()
    {
        await using var bot = await BotInProcess.StartAsync();
        await using var maya = await OpenAsync("Maya Ortiz");
        await using var liam = await OpenAsync("Liam Chen");
        await using var teacher = await OpenAsync("Ms. Rivera");
        await teacher.GoToAsync("General");
        await teacher.WaitForPostAsync("Hi, I'm your goal coach!");
        await teacher.TapUntilPostAsync("Set up class", "One card, two minutes.");
        await teacher.ChooseAsync("Time zone", "New York (America/New_York)");
        await teacher.ChooseAsync("Grade level", "K–2");
        await teacher.TapAsync("Save class settings");
        await teacher.WaitForPostAsync("America/New_York");
        await teacher.GoToAsync("Personal Chat");
        await teacher.WaitForTextAsync("6 of 6 people can be reached.");

        await liam.SayAsync("shout out to maya", expect: "What did Maya do? Tap one.");
        await liam.LookAsync("celebrate-young-form");
        await liam.TapAsync("Kept trying");
        await maya.WaitForTextAsync("From Liam Chen for you");
        await maya.LookAsync("celebrate-young-asked");
        await maya.DarkAsync();
        await maya.LookAsync("celebrate-young-asked-dark");
        await maya.TapAsync("My class");
        await teacher.WaitForTextAsync("A shout-out waits for you");
        await teacher.TapAsync("Post it");
        await teacher.GoToAsync("General");
        await teacher.WaitForPostAsync("Maya kept trying.");
        await teacher.TapAsync("👏 Cheer");
        await teacher.WaitForPostAsync("👏 Cheer · 1");
        await teacher.ScreenshotAsync("celebrate-young-posted");

        Task<ChatPage> OpenAsync(string person) =>
            playground.OpenAsync(
                bot.Messages,
                greeting: "Milestones",
                person == "Ms. Rivera" ? ChatViewport.Tall : ChatViewport.Phone,
                person
            );
    }

    private async Task WalkAsync(string screenshots, Func<string, string, string> t)
    {
        await using var bot = await BotInProcess.StartAsync();
        await using var maya = await OpenAsync("Maya Ortiz");
        await using var liam = await OpenAsync("Liam Chen");
        await using var teacher = await OpenAsync("Ms. Rivera");
        List<ChatPage> others = [];
        foreach (var name in (string[])["Ava Brooks", "Noor Haddad", "Mr. Okafor"])
            others.Add(await OpenAsync(name));
        await teacher.GoToAsync("General");
        await teacher.WaitForPostAsync("Hi, I'm your goal coach!");
        await teacher.TapUntilPostAsync("Set up class", "One card, two minutes.");
        await teacher.ChooseAsync("Time zone", "New York (America/New_York)");
        await teacher.TapAsync("Save class settings");
        await teacher.WaitForPostAsync("America/New_York");
        await teacher.GoToAsync("Personal Chat");
        await teacher.WaitForTextAsync(t("6 of 6 people can be reached.", "Puedo escribir a 6 de 6 personas."));

        await liam.SayAsync(
            t("shout out to maya", "reconocimiento para maya"),
            expect: t("Shout-out to Maya Ortiz", "Reconocimiento para Maya Ortiz")
        );
        await LookAsync(liam, "form");
        await liam.TapAsync(t("Helped me", "Me ayudó"));
        await liam.WaitForTextAsync(t("Sent to Maya first", "Va primero a Maya"));
        await LookAsync(liam, "sent");
        await maya.WaitForTextAsync(t("has a shout-out for you", "tiene un reconocimiento para ti"));
        await LookAsync(maya, "asked");
        await maya.TapAsync(t("In the channel", "En el canal"));
        await teacher.WaitForTextAsync(t("A shout-out waits for you", "Un reconocimiento te espera"));
        await LookAsync(teacher, "waiting");
        await teacher.TapAsync(t("Post it", "Publicar"));
        await teacher.GoToAsync("General");
        await teacher.WaitForPostAsync("👏");
        await teacher.TapAsync(t("👏 Cheer", "👏 Aplaudir"));
        await teacher.WaitForPostAsync(t("👏 Cheer · 1", "👏 Aplaudir · 1"));
        await teacher.ScreenshotAsync($"{screenshots}-posted");
        await teacher.GoToAsync("Personal Chat");

        await maya.SayAsync(t("hi", "hola"), expect: t("You earned a badge", "Ganaste una insignia"));
        await LookAsync(maya, "badge");
        await maya.TapAsync(t("My badges", "Mis insignias"));
        await maya.WaitForTextAsync(t("My class may see", "Mi clase puede ver"));
        await maya.TickAsync();
        await maya.TapAsync(t("Save", "Guardar"));
        await maya.WaitForTextAsync(t("Saved.", "Guardado."));
        await LookAsync(maya, "badges");

        bot.Clock.SetAhead(Course.Friday);
        foreach (var one in (ChatPage[])[maya, liam, .. others])
        {
            await one.WaitForTextAsync(t("Your week in Grade 8 Math", "Tu semana en Grade 8 Math"));
            await one.ChooseAsync(
                t("Who can read this?", "¿Quién puede leer esto?"),
                t("My teacher (Ms. Rivera)", "Mi docente (Ms. Rivera)")
            );
            await one.TapAsync(
                t("🙂 Good", "🙂 Bien"),
                t("What was the best part of your week?", "¿Cuál fue la mejor parte de tu semana?")
            );
            await one.SayAsync(
                t("we solved it together", "lo resolvimos entre todos"),
                expect: t("Thanks for taking a look at your week.", "Gracias por mirar tu semana.")
            );
        }

        bot.Clock.SetAhead(Course.Monday);
        await teacher.WaitForTextAsync(t("before the class sees it", "antes de que la vea"));
        await LookAsync(teacher, "week-look");
        await teacher.TapAsync(t("Post it now", "Publicarla ya"));
        await teacher.GoToAsync("General");
        await teacher.WaitForPostAsync("🌟");
        await teacher.WaitForPostAsync("Maya");
        await teacher.ScreenshotAsync($"{screenshots}-week");
        await teacher.DarkAsync();
        await teacher.ScreenshotAsync($"{screenshots}-week-dark");
        await maya.DarkAsync();
        await maya.ScreenshotAsync($"{screenshots}-badges-dark");
        foreach (var one in others)
            await one.DisposeAsync();

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

        Task<string> LookAsync(ChatPage chat, string name) => chat.LookAsync($"{screenshots}-{name}");
    }
}
