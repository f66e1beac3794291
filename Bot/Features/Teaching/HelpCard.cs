using Milestones.Calendar;
using Milestones.Cards;
using Milestones.Localization;
using Milestones.School;

namespace Milestones.Features.Teaching;

/// <summary>A student asks for help: who and where, not one word of what they wrote.</summary>
internal static class HelpCard
{
    public static string Title(HelpCall call, Voice voice) =>
        voice.Say(call.Again ? "Teach.HelpAgain" : "Teach.HelpAsked", ("name", call.Name ?? voice["Class.Somebody"]));

    public static Card Of(HelpCall call, Membership membership, TurnContext<Person> context)
    {
        var voice = context.Voice;
        var zone = membership.Schedule?.Zone ?? context.Person.TimeZone;
        var asked = voice.Day(LocalTime.Day(call.Since, zone), LocalTime.Day(context.Now, zone));
        (string, string)[] data = [("class", call.Class.Partition), ("student", call.Student)];
        return new Card([
            new TextBlock(Markdown.Escape(Title(call, voice)))
            {
                Style = "heading",
                Size = "large",
                Weight = "bolder",
            },
            new TextBlock(
                Markdown.Escape(
                    voice.Say(
                        "Teach.HelpWhere",
                        ("class", membership.ClassName.Length > 0 ? membership.ClassName : voice["Class.NoName"]),
                        ("day", asked)
                    )
                )
            )
            {
                IsSubtle = true,
                Spacing = "none",
            },
            new ActionSet(
                new Execute(voice["Teach.Reply"], TeacherVerbs.Reply, data) { Style = "positive" },
                new Execute(
                    voice["Teach.Handled"],
                    TeacherVerbs.Handled,
                    [.. data, ("token", context.Turn.NewId(0x79))]
                )
            ),
        ]).In(voice.Culture, Title(call, voice));
    }
}
