using Milestones.Localization;

namespace Milestones.Views;

/// <summary>
/// Answers to what is asked of the coach: does it remind, can a goal be changed later, what happens when a week is
/// missed. What a question is about is told by phrases of each language, <c>Word.Coach.{topic}</c>.
/// </summary>
internal static class CoachAnswers
{
    /// <summary>
    /// The more particular first: "remind me if i miss a day" is about reminding, "can you …" at the end about what
    /// nothing before it knows.
    /// </summary>
    public static IReadOnlyList<string> Topics { get; } =
    [
        "Adult",
        "Badge",
        "Prize",
        "Print",
        "Photo",
        "Voice",
        "Which",
        "See",
        "Total",
        "Many",
        "Move",
        "Remain",
        "Note",
        "Chat",
        "Speak",
        "Offline",
        "Gpt",
        "Free",
        "Name",
        "Trouble",
        "Pause",
        "Snitch",
        "SendFor",
        "Others",
        "Same",
        "Learn",
        "Delete",
        "Lose",
        "Past",
        "Where",
        "Alarm",
        "Remind",
        "Kept",
        "Close",
        "Save",
        "Change",
        "Grade",
        "Number",
        "About",
        "AnyDay",
        "OtherDay",
        "Track",
        "Down",
        "Must",
        "Tell",
        "Always",
        "Steps",
        "Counts",
        "Here",
        "Graph",
        "Reached",
        "Next",
        "Homework",
        "Feel",
        "Body",
        "Real",
        "Long",
        "What",
        "Miss",
        "Able",
    ];

    /// <summary>The answer; null where no words tell what is meant.</summary>
    public static string? To(string text, Voice voice)
    {
        var asked = new AskedWords(text);
        return Topics.FirstOrDefault(one => asked.Have($"Word.Coach.{one}")) is { } topic
            ? voice[$"Coach.{topic}"]
            : null;
    }
}
