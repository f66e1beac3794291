using Milestones.Calendar;
using Milestones.Cards;
using Milestones.Localization;
using Milestones.School;
using Milestones.Views;

namespace Milestones.Features.Teaching;

/// <summary>
/// The delivery report of one week's prompt: numbers first, then a name and a reason for each who did not get it.
/// </summary>
internal static class DeliveryCard
{
    private const int Names = 20;

    public static Card Of(TeacherView view, IsoWeek latest)
    {
        var voice = view.Voice;
        var all = PromptDelivery.Of(view.Week, view.DayOf);
        var title = voice.Say("Teach.DeliveryOf", ("class", view.ClassName), ("week", view.WeekName(view.Week.Week)));
        var counted = all.Count == 0 ? voice["Teach.NoStudents"] : Counts(all, voice);
        var named = all.Where(one => one.State is not (DeliveryState.Delivered or DeliveryState.Nothing))
            .OrderBy(one => one.State)
            .ThenBy(one => one.Name, StringComparer.CurrentCulture)
            .ToList();
        var before = IsoWeek.Of(view.Week.Week.Monday.AddDays(-7));
        return view.Framed(
            title,
            $"{title}: {counted}",
            [
                new TextBlock(counted),
                .. Reminders(all, voice),
                .. WithOthers(all, voice),
                .. named.Take(Names).Select(one => Row(one, view)),
                .. named.Count > Names
                    ? [TeacherView.Small(voice.Say("Teach.AndMore", ("n", named.Count - Names)))]
                    : Array.Empty<CardElement>(),
                .. Own(view),
                new ActionSet([
                    .. view.Week.Students.Any(one => one.FirstPrompt < view.Week.Week)
                        ? [Turn(voice["Teach.WeekBefore"], before)]
                        : Array.Empty<Execute>(),
                    .. view.Week.Week < latest
                        ? [Turn(voice["Teach.WeekAfter"], view.Week.Week.Next)]
                        : Array.Empty<Execute>(),
                    .. all.Any(one => one.State is DeliveryState.Nothing)
                        ? [view.Button(voice["Teach.Prompt.Ahead"], TeacherVerbs.AskPrompt)]
                        : Array.Empty<Execute>(),
                    view.Button(voice["Teach.Back"], TeacherVerbs.Class),
                ]),
            ]
        );

        Execute Turn(string text, IsoWeek to) =>
            view.Button(text, TeacherVerbs.Delivery, null, ("week", to.ToString()));
    }

    /// <summary><c>22 delivered, 2 blocked the bot, 1 left the team</c>.</summary>
    public static string Counts(IEnumerable<PromptDelivery> all, Voice voice) => Counts(all, one => one.State, voice);

    private static string Counts(
        IEnumerable<PromptDelivery> all,
        Func<PromptDelivery, DeliveryState> stateOf,
        Voice voice
    ) =>
        string.Join(
            ", ",
            all.CountBy(stateOf)
                .OrderBy(pair => pair.Key)
                .Select(pair => voice.Say($"Teach.Delivery.{pair.Key}", ("n", pair.Value)))
        );

    private static IEnumerable<CardElement> Reminders(IReadOnlyList<PromptDelivery> all, Voice voice)
    {
        var reminded = all.Where(one => one.Reminder != DeliveryState.Nothing).ToList();
        return reminded.Count == 0
            ? []
            :
            [
                TeacherView.Small(
                    voice.Say("Teach.Reminders", ("counts", Counts(reminded, one => one.Reminder, voice)))
                ),
            ];
    }

    /// <summary>Whose week was asked about with another class's card.</summary>
    private static IEnumerable<CardElement> WithOthers(IReadOnlyList<PromptDelivery> all, Voice voice)
    {
        var with = all.Where(one => one.With is not null).ToList();
        if (with.Count == 0)
            yield break;
        var names = with.Take(Names).Select(one => $"{one.Name ?? voice["Class.Somebody"]} ({one.With})");
        yield return TeacherView.Small(
            Markdown.Escape(voice.Say("Teach.WithOther", ("names", string.Join(", ", names))))
        );
    }

    /// <summary>Who, why, and what helps.</summary>
    private static CardElement Row(PromptDelivery one, TeacherView view)
    {
        var name = one.Name ?? view.Voice["Class.Somebody"];
        return Helps(one, view) is { } button
            ? TeacherView.Row(name, Why(one, view), button)
            : new RichTextBlock(new TextRun(name) { Weight = "bolder" }, new TextRun($" · {Why(one, view)}"))
            {
                Spacing = "small",
            };
    }

    /// <summary>
    /// A nudge where nothing keeps it from them, a word of the teacher's own where they turned prompts off, another
    /// look
    /// where Teams would not let it through. Who has left needs nothing.
    /// </summary>
    private static Execute? Helps(PromptDelivery one, TeacherView view) =>
        one switch
        {
            { Student: null } => null,
            { State: DeliveryState.Unknown or DeliveryState.NotSent, Student: var student } => view.Button(
                view.Voice["Teach.Nudge"],
                TeacherVerbs.Nudge,
                student
            ),
            { State: DeliveryState.Off, Student: var student } => view.Button(
                view.Voice["Teach.Reply"],
                TeacherVerbs.Reply,
                student
            ),
            { State: DeliveryState.Blocked or DeliveryState.Removed or DeliveryState.Unreachable } => view.Button(
                view.Voice["Report.Again"],
                ClassVerbs.Check
            ),
            _ => null,
        };

    private static string Why(PromptDelivery one, TeacherView view) =>
        one switch
        {
            { State: DeliveryState.NotSent, Why: { } outcome } => view.Voice[$"Teach.NotSent.{outcome}"],
            { Why: { } code } => Reasons.Of(code, view.Voice),
            _ => view.Voice[$"Teach.State.{one.State}"],
        };

    /// <summary>What became of the teacher's own digest, when it did not come.</summary>
    private static IEnumerable<CardElement> Own(TeacherView view) =>
        view
            .Context.Person.Classes.FirstOrDefault(one => one.Class == view.Week.Classroom.Key)
            ?.Outcomes.LastOrDefault(one => one.Week == view.Week.Week)
            ?.Outcome switch
        {
            PromptOutcome.Outage or PromptOutcome.QuietHoursPassed =>
            [
                TeacherView.Small(view.Voice["Teach.DigestLate"]),
            ],
            PromptOutcome.Unknown => [TeacherView.Small(view.Voice["Teach.DigestUnknown"])],
            _ => [],
        };
}
