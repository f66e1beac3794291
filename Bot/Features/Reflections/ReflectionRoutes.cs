using Milestones.Conversations;
using Milestones.Language.Wanted;
using Milestones.School;
using Milestones.Views;

namespace Milestones.Features.Reflections;

/// <summary>The week: prompts, the check-in card, its questions, reviews.</summary>
internal static class ReflectionRoutes
{
    public static Routes<Person> All { get; } =
        new("Reflections")
        {
            Verbs = new Dictionary<string, Func<Tapped, TurnContext<Person>, TurnResult<Person>?>>(
                StringComparer.Ordinal
            )
            {
                [ReflectionVerbs.Open] = (tapped, context) => ReflectionHandler.Open(tapped.Data, context),
                [ReflectionVerbs.Submit] = (tapped, context) => ReflectionHandler.Submit(tapped.Data, context),
                [ReflectionVerbs.Form] = (tapped, context) => ReflectionHandler.Form(tapped.Data, context),
                [ReflectionVerbs.SubmitForm] = (tapped, context) => ReflectionHandler.SubmitForm(tapped.Data, context),
                [ReflectionVerbs.Help] = (tapped, context) => ReflectionHandler.Help(tapped.Data, context),
                [ReflectionVerbs.Review] = (_, context) => ReviewHandler.Open(context),
                [ReflectionVerbs.Pause] = (tapped, context) => PromptHandler.Pause(tapped.Data, context),
                [ReflectionVerbs.Stop] = (_, context) => PromptHandler.Stop(context),
                [ReflectionVerbs.Resume] = (_, context) => PromptHandler.Resume(context),
                [ReflectionVerbs.UndoChoice] = (_, context) => StillHandler.Undo(context),
            },
            Retired = [ReflectionVerbs.Review],
            Commands = new Dictionary<Command, Func<TurnContext<Person>, TurnResult<Person>?>>
            {
                [Command.Reflect] = ReflectionHandler.Open,
                [Command.Review] = ReviewHandler.Open,
                [Command.WantHelp] = context => ReflectionHandler.Help(null, context).Aside(),
                [Command.PausePrompts] = context => PromptHandler.Choices(context).Aside(),
                [Command.StopPrompts] = context => StillHandler.Stop(context).Aside(),
                [Command.ResumePrompts] = context => PromptHandler.Resume(context).Aside(),
            },
            Wants = new Dictionary<Intent, Func<TurnContext<Person>, TurnResult<Person>?>>
            {
                [Intent.PauseMessages] = StillHandler.Pause,
                [Intent.StopMessages] = StillHandler.Stop,
            },
            Messages = [Routes<Person>.On<PromptNow>(PromptHandler.Now)],
            Answers = StillHandler.Day,
            Alarms = [PromptHandler.Ring],
            AfterEach = (result, context) =>
                ReflectionHandler.HelpKept(result, context) is var kept
                    ? kept with
                    {
                        Head = PromptHandler.WithAlarms(StillHandler.Settled(kept, context), context.Now),
                    }
                    : result,
        };

    /// <summary>A command while a reflection is what asked last; null where the word is not for it.</summary>
    public static TurnResult<Person>? During(
        Command command,
        ReflectionDialogState asked,
        TurnContext<Person> context
    ) =>
        command switch
        {
            Command.Form => ReflectionHandler.Form(asked, context),
            Command.Continue when asked.Listens => ReflectionHandler.Again(asked, context),
            Command.Back when asked.Listens => ReflectionHandler.Back(asked, context),
            Command.Why when asked.Listens => ReflectionHandler.Why(asked, context),
            Command.Skip when asked.Listens => ReflectionHandler.Skip(asked, context),
            Command.Skip or Command.Cancel or Command.Later => ReflectionHandler.Stop(asked, context),
            _ => null,
        };
}
