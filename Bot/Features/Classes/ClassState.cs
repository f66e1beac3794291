using Milestones.Calendar;
using Milestones.Cards;
using Milestones.Conversations;
using Milestones.Localization;
using Milestones.School;

namespace Milestones.Features.Classes;

/// <summary>How a class really stands at this moment: what is set and works, and plainly what is not.</summary>
internal static class ClassState
{
    public static IEnumerable<CardElement> Of(Classroom classroom, Turn turn, Voice voice)
    {
        foreach (var (text, isWell) in Lines(classroom, turn, voice))
        {
            yield return new TextBlock($"{(isWell ? "✓" : "⚠")} {Markdown.Escape(text)}")
            {
                Size = "small",
                Spacing = "small",
                Weight = isWell ? null : "bolder",
            };
        }
    }

    private static IEnumerable<(string Text, bool IsWell)> Lines(Classroom classroom, Turn turn, Voice voice)
    {
        var schedule = classroom.Settings?.Schedule;
        yield return schedule is null ? (voice["State.NoQuestion"], false)
        : schedule.Next(turn.Now) is { } next
            ? (
                voice.Say(
                    "State.Question",
                    ("day", voice.Day(next.Date, LocalTime.Day(turn.Now, schedule.Zone))),
                    ("time", voice.Time(schedule.Time))
                ),
                true
            )
        : (voice["SetUp.NoPrompt"], false);
        yield return classroom.Unreachable is { } why
            ? (voice.Say("Report.Channel", ("why", ReportCards.Why(why, voice))), false)
            : (voice[schedule is null ? "State.NotPosted" : "State.CanPost"], schedule is not null);
        var missing = classroom.Members.Count(member => member.Unreachable is not null);
        yield return !classroom.Students.Any() ? (voice["SetUp.Empty"], false)
        : classroom.Members.All(member => !member.Checked) ? (voice["State.NotChecked"], false)
        : (
            voice.Say(
                "Report.Reached",
                ("reached", classroom.Members.Count - missing),
                ("all", classroom.Members.Count)
            ),
            missing == 0
        );
        if (classroom.RosterFault is { } fault)
            yield return (voice.Say($"Report.Roster.{fault}", ("most", Classroom.MostMembers)), false);
        if (schedule is not null && !Contacts.AreThere(classroom))
            yield return (voice["Report.NoContacts"], false);
    }
}
