using System.Diagnostics;
using Milestones.Conversations;
using Milestones.Language;
using Milestones.Localization;
using Milestones.School;

namespace Milestones.Features.Reflections;

/// <summary>What an answer did.</summary>
/// <param name="Next">The next state; null when there is no question left.</param>
/// <param name="Answer">What to keep; null when there was nothing to.</param>
/// <param name="Said">What the bot says; null when the end says it all.</param>
internal sealed record ReflectionStep(ReflectionDialogState? Next, ReflectionAnswer? Answer, Say? Said);

/// <summary>
/// The questions after the check-in, one at a time. Pure; read <see cref="Hear"/> from top to bottom.
/// </summary>
internal static class ReflectionDialog
{
    /// <summary>The first of the questions.</summary>
    public static ReflectionStep Begin(
        OpenWeek open,
        string? goalId,
        IReadOnlyList<string> questions,
        TurnContext<Person> context
    ) =>
        questions is [var first, ..]
            ? Ask(new(open.Key, open.Week, first, goalId, [.. questions.Skip(1)], []), null, context)
            : new(null, null, null);

    public static ReflectionStep Hear(ReflectionDialogState state, string text, TurnContext<Person> context) =>
        state switch
        {
            _ when text.Length > Goal.MaxLength => new(
                state,
                null,
                new(context.Voice.Say("Answer.TooLong", ("length", text.Length), ("max", Goal.MaxLength)))
            ),
            AskingQuestion { SoFar: { } word } s => Probed(s, word, text, context),
            AskingQuestion s when Choice(s.Question, text, context) is >= 0 and var choice => Go(
                s,
                new(s.Question, text, choice),
                context
            ),
            AskingQuestion { Probed: false } s when IsOneWord(text) && context.Voice.Band != GradeBand.KTo2 => new(
                s with
                {
                    Probed = true,
                    SoFar = text,
                },
                null,
                new(context.Voice["Reflect.Probe"], context.Voice.List("Suggest.Skip"))
            ),
            AskingQuestion s => Go(s, new(s.Question, text), context),
            AskingWhatChanged => new(null, new(ReflectionQuestions.Changed, text), null),
            _ => throw new UnreachableException($"No arm for {state.GetType().Name}."),
        };

    /// <summary>Goes on without an answer; the one word before a probe stays.</summary>
    public static ReflectionStep Skip(ReflectionDialogState state, TurnContext<Person> context) =>
        state switch
        {
            AskingQuestion s => Go(s, s.SoFar is { } word ? new(s.Question, word) : null, context),
            _ => new(null, null, null),
        };

    /// <summary>The question before this one; the answer to it is given anew.</summary>
    public static ReflectionStep Back(ReflectionDialogState state, TurnContext<Person> context) =>
        state switch
        {
            AskingQuestion { Before: [.., var last] } s => Ask(
                s with
                {
                    Question = last,
                    Then = [s.Question, .. s.Then],
                    Before = [.. s.Before.SkipLast(1)],
                    SoFar = null,
                },
                null,
                context
            ),
            _ when Again(state, context) is { } again => new(
                state,
                null,
                again with
                {
                    Text = $"{context.Voice["Back.AtStart"]} {again.Text}",
                }
            ),
            _ => new(state, null, null),
        };

    /// <summary>The open question again, after a digression; null when none is open.</summary>
    public static Say? Again(ReflectionDialogState state, TurnContext<Person> context) =>
        state switch
        {
            AskingQuestion { SoFar: not null } => new(
                context.Voice["Reflect.Probe"],
                context.Voice.List("Suggest.Skip")
            ),
            AskingQuestion s => Question(s, null, context),
            AskingWhatChanged => new(context.Voice["Reflect.Ask.changed"], context.Voice.List("Suggest.Skip")),
            _ => null,
        };

    public static int Choice(string question, string text, TurnContext<Person> context) =>
        context
            .Voice.List($"Reflect.Suggest.{question}")
            .ToList()
            .FindIndex(one => string.Equals(one, text, StringComparison.OrdinalIgnoreCase));

    /// <summary>The probe's answer belongs to the word before it; another shrug adds nothing.</summary>
    private static ReflectionStep Probed(AskingQuestion state, string word, string text, TurnContext<Person> context) =>
        IsOneWord(text) && context.Read(text).IsVague || context.Read(text).Goal.Kind == StatementKind.DontKnow
            ? Go(state, new(state.Question, word), context)
            : Go(state, new(state.Question, $"{word}: {text}"), context);

    private static ReflectionStep Go(AskingQuestion state, ReflectionAnswer? answer, TurnContext<Person> context) =>
        state.Then is [var next, ..]
            ? Ask(
                state with
                {
                    Question = next,
                    Then = [.. state.Then.Skip(1)],
                    Before = [.. state.Before, state.Question],
                    SoFar = null,
                },
                answer,
                context
            )
            : new(null, answer, null);

    private static ReflectionStep Ask(AskingQuestion state, ReflectionAnswer? answer, TurnContext<Person> context) =>
        new(state, answer, Question(state, answer is null ? null : context.Voice["Reflect.Heard"], context));

    private static Say Question(AskingQuestion state, string? heard, TurnContext<Person> context)
    {
        var voice = context.Voice;
        var question = voice[$"Reflect.Ask.{state.Question}"];
        var several = context.Person.Goals.Count(goal => goal.IsActive) > 1;
        var text =
            several && state.Before.Count == 0 && context.Person.FindGoal(state.GoalId) is { } goal
                ? voice.Say("Reflect.About", ("goal", Short(goal.Sentence)), ("question", question))
                : question;
        return new(
            heard is null ? text : $"{heard} {text}",
            [.. voice.List($"Reflect.Suggest.{state.Question}"), .. voice.List("Suggest.Skip")]
        );
    }

    private static bool IsOneWord(string text) => !text.AsSpan().Trim().ContainsAny(" \t\n");

    private static string Short(string sentence) =>
        sentence.Length <= 60
            ? sentence
            : $"{sentence.AsSpan(0, char.IsHighSurrogate(sentence[58]) ? 58 : 59).TrimEnd()}…";
}
