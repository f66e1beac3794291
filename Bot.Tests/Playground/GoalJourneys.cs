using Milestones.Tests.Support;

namespace Milestones.Tests.Playground;

/// <summary>
/// A goal from the form to its end over two months, as a student sees it in Microsoft's local Teams client, in both
/// languages.
/// </summary>
[Collection(PlaygroundJourneys.Name)]
public sealed class GoalJourneys(PlaygroundFixture playground)
{
    [PlaygroundFact]
    public Task A_goal_from_the_form_to_its_end() => WalkAsync("goal-en", ChatViewport.Phone, (english, _) => english);

    [PlaygroundFact]
    public Task A_goal_from_the_form_to_its_end_in_Spanish() =>
        WalkAsync("goal-es", ChatViewport.Phone, (_, spanish) => spanish);

    [PlaygroundFact]
    public Task A_goal_from_the_form_to_its_end_at_a_desk() =>
        WalkAsync("goal-tall", ChatViewport.Tall, (english, _) => english);

    private async Task WalkAsync(string screenshots, ChatViewport viewport, Func<string, string, string> t)
    {
        await using var bot = await BotInProcess.StartAsync();
        await using var chat = await playground.OpenAsync(bot.Messages, greeting: "Milestones", viewport);
        await chat.SayAsync(t("english", "español"), expect: t("English", "español"));

        // The form, first with a line that is wrong.
        await chat.SayAsync(
            t("use a form", "usar un formulario"),
            expect: t("Your goal, all at once", "Tu meta, todo de una vez")
        );
        await chat.FillAsync(
            t("My goal in one sentence", "Mi meta en una oración"),
            t("I want to get better at fractions", "Quiero mejorar en fracciones")
        );
        await chat.FillAsync(
            t("How I'll know I made it", "Cómo sabré que lo logré"),
            t("80% on my quizzes", "80 % en mis exámenes")
        );
        await chat.FillAsync(t("Where I am now", "Dónde estoy ahora"), t("not so good", "no muy bien"));
        await chat.FillAsync(
            t("What I'll do each week", "Qué haré cada semana"),
            t(
                "tutoring on tuesdays and 20 minutes of practice on sundays",
                "tutoría los martes y 20 minutos de práctica los domingos"
            )
        );
        await chat.FillAsync(
            t("If something gets in the way", "Si algo se me atraviesa"),
            t("if i miss tutoring then i ask my sister", "si falto a la tutoría le pregunto a mi hermana")
        );
        await chat.FillAsync(
            t("Why it matters to me", "Por qué es importante para mí"),
            t("i want to take algebra next year", "quiero tomar álgebra el próximo año")
        );
        await chat.FillAsync(t("By", "Para cuándo"), "2026-10-30");
        await LookAsync("form");
        await chat.TapAsync(t("Done", "Listo"));
        await chat.WaitForTextAsync(
            t("Just a number or a grade, like 55 or C.", "Solo un número o una nota, como 55 o C.")
        );
        Assert.Contains(
            t("Nothing you typed is lost.", "No se perdió nada de lo que escribiste."),
            await LookAsync("form-error"),
            StringComparison.Ordinal
        );
        await chat.FillAsync(t("Where I am now", "Dónde estoy ahora"), "55%");
        await chat.TapAsync(t("Done", "Listo"));
        await chat.WaitForTextAsync(t("How sure are you?", "¿Qué tanta confianza tienes?"));
        Assert.Contains(
            t("80% on my quizzes", "80 % en mis exámenes"),
            await LookAsync("draft"),
            StringComparison.Ordinal
        );
        await chat.TapAsync(t("Save", "Guardar"), expect: t("Small steps to get there", "Pasos pequeños para llegar"));
        await LookAsync("steps");
        await chat.TapAsync(t("Looks good", "Me gusta"), expect: t("You're all set", "Todo listo"));
        await LookAsync("all-set");

        // Progress: said in a sentence, taken back, said again, and written into its form.
        bot.Clock.SetAhead(PureChat.Monday.AddDays(4));
        await chat.SayAsync(
            t("got 26 on the quiz", "saqué 26 en el examen"),
            expect: t("One step back.", "Un paso atrás.")
        );
        await chat.SayAsync(t("undo", "deshacer"), expect: t("now 55%", "ahora 55 %"));
        await LookAsync("undone");
        await chat.SayAsync(
            t("got 62 on the quiz", "saqué 62 en el examen"),
            expect: t("Step reached!", "¡Paso logrado!")
        );
        await LookAsync("said");
        bot.Clock.SetAhead(PureChat.Monday.AddDays(11));
        await chat.SayAsync(t("my goals", "mis metas"), expect: t("Next:", "Próximo paso:"));
        await chat.TapAsync(t("Log progress", "Anotar avance"));
        await chat.WaitForTextAsync(t("How is it going?", "¿Cómo vas?"));
        await LookAsync("log-form");
        await chat.FillAsync(t("My number now", "Mi número ahora"), t("lots", "mucho"));
        await chat.TapAsync(t("Done", "Listo"));
        await chat.WaitForTextAsync(t("Just a number or a grade", "Solo un número o una nota"));
        await LookAsync("log-form-error");
        await chat.FillAsync(t("My number now", "Mi número ahora"), "66");
        await chat.FillAsync(
            t("What happened?", "¿Qué pasó?"),
            t("the word problems went better", "los problemas me salieron mejor")
        );
        await chat.TapAsync(t("Done", "Listo"));
        await chat.WaitForTextAsync(t("66%, up from 62%", "66 %, antes 62 %"));
        await LookAsync("logged");

        // Two weeks at one spot.
        bot.Clock.SetAhead(PureChat.Monday.AddDays(26));
        await chat.SayAsync(
            t("got 66 on the quiz", "saqué 66 en el examen"),
            expect: t("A while at the same spot happens to everyone.", "Quedarse un tiempo en el mismo punto")
        );
        await LookAsync("stuck");
        await chat.TapAsync(t("Show me", "Muéstrame"), expect: t("Next: Reach 67%", "Próximo paso: Llegar a 67 %"));
        Assert.Contains(
            t("Next: Reach 67% · Thu, Oct 15", "Próximo paso: Llegar a 67 % · jue 15 de octubre"),
            await LookAsync("broken-down"),
            StringComparison.Ordinal
        );
        await chat.TapAsync(t("My goals", "Mis metas"));
        await chat.WaitForTextAsync(t("New goal", "Nueva meta"));
        await LookAsync("my-goals");

        // The bar up and down, for a reason.
        await ToAdjustAsync();
        await LookAsync("adjust");
        await chat.TapAsync(t("Save change", "Guardar el cambio"));
        await chat.WaitForTextAsync(
            t("Put in a new target or a new date.", "Escribe un número nuevo o una fecha nueva.")
        );
        await LookAsync("adjust-error");
        await chat.FillAsync(t("New target", "Nuevo número de la meta"), "90");
        await chat.FillAsync(
            t("What changed?", "¿Qué cambió?"),
            t("i found a good tutor", "encontré una buena tutora")
        );
        await chat.TapAsync(t("Save change", "Guardar el cambio"));
        await chat.WaitForTextAsync(t("Bar raised!", "¡Subiste la meta!"));
        Assert.Contains(t("goal 90%", "meta 90 %"), await LookAsync("raised"), StringComparison.Ordinal);
        await chat.TapAsync(t("My goals", "Mis metas"));
        await ToAdjustAsync();
        await chat.FillAsync(t("New target", "Nuevo número de la meta"), "75");
        await chat.FillAsync(t("What changed?", "¿Qué cambió?"), t("that was too much", "era demasiado"));
        await chat.TapAsync(t("Save change", "Guardar el cambio"));
        await chat.WaitForTextAsync(t("Your goal is smaller now", "Tu meta ahora es más pequeña"));
        Assert.Contains(t("goal 75%", "meta 75 %"), await LookAsync("shrunk"), StringComparison.Ordinal);

        // Its date passes: more time, and in the end it is closed.
        bot.Clock.SetAhead(PureChat.Monday.AddDays(49));
        await chat.SayAsync(
            t("got 70 on the quiz", "saqué 70 en el examen"),
            expect: t("The date has passed.", "La fecha ya pasó.")
        );
        await LookAsync("past-date");
        await chat.TapAsync(t("Adjust…", "Ajustar…"));
        await chat.WaitForTextAsync(t("Adjust your goal", "Ajusta tu meta"));
        await chat.FillAsync(t("New date", "Nueva fecha"), "2026-11-27");
        await chat.FillAsync(t("What changed?", "¿Qué cambió?"), t("i was sick for a week", "estuve mal una semana"));
        await chat.TapAsync(t("Save change", "Guardar el cambio"));
        await chat.WaitForTextAsync(t("You have more time", "Tienes más tiempo"));
        await LookAsync("extended");
        await chat.TapAsync(t("My goals", "Mis metas"));
        await chat.TapAsync(t("Details", "Detalles"));
        await chat.WaitForTextAsync(t("History", "Historial"));
        var details = await LookAsync("details");
        Assert.All(
            new[]
            {
                t("more time · i was sick for a week", "más tiempo · estuve mal una semana"),
                t("made smaller · that was too much", "más pequeña · era demasiado"),
                t("bar raised · i found a good tutor", "la subiste · encontré una buena tutora"),
                t("66% · the word problems went better", "66 % · los problemas me salieron mejor"),
            },
            line => Assert.Contains(line, details, StringComparison.Ordinal)
        );
        await chat.TapAsync(t("Adjust…", "Ajustar…"));
        await chat.WaitForTextAsync(t("Adjust your goal", "Ajusta tu meta"));
        await chat.TapAsync(t("Close goal", "Cerrar la meta"));
        await chat.WaitForTextAsync(t("why do you want to close it?", "¿por qué quieres cerrarla?"));
        await LookAsync("close-error");
        await chat.FillAsync(
            t("What changed?", "¿Qué cambió?"),
            t("algebra comes first now", "ahora va primero álgebra")
        );
        await chat.TapAsync(t("Close goal", "Cerrar la meta"));
        await chat.WaitForTextAsync(t("Goal closed", "Meta cerrada"));
        await LookAsync("closed");
        await chat.TapAsync(t("My goals", "Mis metas"));
        await LookAsync("my-goals-closed");

        async Task ToAdjustAsync()
        {
            await chat.TapAsync(t("Details", "Detalles"));
            await chat.TapAsync(t("Adjust…", "Ajustar…"));
            await chat.WaitForTextAsync(t("Adjust your goal", "Ajusta tu meta"));
        }

        async Task<string> LookAsync(string name)
        {
            var said = await chat.LookAsync($"{screenshots}-{name}");
            Assert.DoesNotMatch(t(@"\b(el|la|de|que|tu|los)\b", @"\b(the|of|that|your|you|and)\b"), said);
            return said;
        }
    }
}
