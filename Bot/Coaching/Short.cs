using Milestones.Conversations;
using Milestones.Reading;

namespace Milestones.Coaching;

/// <summary>A plain yes or no. In a longer sentence the word is part of something else: "yeah but make it friday" is not a yes to saving.</summary>
internal static class Short
{
    private const int Longest = 20;

    public static YesNo? YesNo(string text, TurnContext context) => text.Length <= Longest ? AnswerReader.ReadYesNo(text, context.Voice.Language) : null;
}
