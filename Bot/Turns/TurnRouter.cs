using Milestones.Channel.Teams;
using Milestones.Conversations;
using Milestones.Features.Classes;
using Milestones.Features.Coaching;
using Milestones.Features.Goals;
using Milestones.Features.People;
using Milestones.Features.Reflections;
using Milestones.Features.Safety;
using Milestones.Features.Teaching;
using Milestones.Language;
using Milestones.Language.Concerns;
using Milestones.Localization;
using Milestones.School;
using Milestones.Views;

namespace Milestones.Turns;

/// <summary>Everything a person can do in the personal chat, in one table: a button, a command, an answer to the open question, a goal, or something else.</summary>
internal sealed class TurnRouter(SafetyHandler safety)
{
    /// <summary>Longer texts are answered, not read: no school sentence is this long, and the words stay in the chat.</summary>
    private const int Readable = 4000;

    public TurnResult Run(TurnContext context)
    {
        var result = Dialogs.Settle(Answer(context), context);
        var settled = AnswerHandler.Settle(result, context);
        return settled with { Person = DigestHandler.WithAlarms(PromptHandler.WithAlarms(settled.Person, context.Now), context.Now) };
    }

    private TurnResult Answer(TurnContext context)
    {
        if (context.Turn.Input is Received { Message: ConcernHeard heard })
        {
            return Answer(heard, context);
        }

        // What a teacher writes to a student is about the student, not about themselves.
        if (context.Turn.Input is Tapped { Verb: TeacherVerbs.Send } || SafetyHandler.Read(context.Turn.Input) is not (not Concern.None and var concern))
        {
            return Route(context);
        }

        // The answer to a concern stands alone: what was typed is not also mirrored back as an answer about fractions.
        // A button still does what it says, and a goal such as "stop vaping" is still a goal.
        var answered = Answer(concern, context);
        var goesOn = context.Turn.Input is Tapped
            || (context.Turn.Input is Said said && context.Person.Dialog is null && GoalReader.Read(said.Text, context.Today, context.Voice.LanguageOf(said.Text)).IsGoal && concern == Concern.Substance);
        return goesOn ? answered.Then(Route(context with { Person = answered.Person })) : answered;
    }

    private TurnResult Answer(Concern concern, TurnContext context, params IEnumerable<DocumentKey> heardIn) =>
        safety.Answer(concern, context, Membership.Watching(context.Person.Classes).Union(heardIn), context.Person.Classes.Any(known => known.IsWatched));

    /// <summary>Written in a class's channel; answered in private, and where that chat could not be opened by the adults alone.</summary>
    private TurnResult Answer(ConcernHeard heard, TurnContext context)
    {
        var person = MembershipHandler.Met(context.Person, heard.Name, heard.Chat, heard.Locale);
        var answered = Answer(heard.Concern, context with { Person = person, Voice = VoiceOf.Person(person) }, heard.Class);
        return person.Chat is null ? answered with { Replies = [] } : answered;
    }

    private static TurnResult Route(TurnContext context) => context.Turn.Input switch
    {
        Installed => PersonHandler.Welcome(context),
        Uninstalled => new(context.Person with { Unreachable = "Uninstalled" }),
        Tapped tapped => Tap(tapped, context),
        Said { Text.Length: 0 } or SaidNothing => ThenAgain(PersonHandler.Nothing(context), context),
        Said { Text.Length: > Readable } said => ThenAgain(PersonHandler.TooLong(said.Text.Length, context), context),
        Said said => Hear(said.Text, context),
        Received { Message: JoinedClass joined } => MembershipHandler.Joined(joined, context),
        Received { Message: LeftClass left } => MembershipHandler.Left(left, context),
        Received { Message: AlertHandled handled } => MembershipHandler.AlertHandled(handled, context),
        Received { Message: TeacherReplied replied } => AnswerHandler.Received(replied, context),
        Received { Message: ReflectionHandled handled } => AnswerHandler.Received(handled, context),
        Received { Message: ReplyLost lost } => ReplyHandler.Lost(lost, context),
        Received { Message: Nudged nudged } => NudgeHandler.Received(nudged, context),
        Received { Message: HelpAsked asked } => HelpHandler.Received(asked, context),
        Rang => Ring(context),
        _ => throw new System.Diagnostics.UnreachableException($"No route for {context.Turn.Input.GetType().Name}."),
    };

    /// <summary>All the clock can bring one person, one after the other.</summary>
    private static TurnResult Ring(TurnContext context)
    {
        Func<TurnContext, TurnResult>[] all = [AnswerHandler.Due, PromptHandler.Ring, NudgeHandler.Due, HelpHandler.Due, DigestHandler.Ring];
        return all.Aggregate(new TurnResult(context.Person), (result, due) => result.Then(due(context with { Person = result.Person })));
    }

    private static TurnResult Hear(string text, TurnContext context)
    {
        var dialog = context.Person.Dialog;
        return Commands.Read(text) switch
        {
            Command.English or Command.Spanish when dialog is AskingFirstWords or AskingWhat && IsSubject(text, context) => InDialog(dialog, text, context),
            { } command => Obey(command, context),
            null when Dialogs.Reflection(context.Person) is { Listens: true } asked => InReflection(asked, text, context),
            null when dialog is not null and not ReviewingMilestones => InDialog(dialog, text, context),
            null => Fresh(text, context),
        };
    }

    /// <summary>Asked what to get better at, "spanish" is a subject; "español" among English words is a wish to speak it.</summary>
    private static bool IsSubject(string text, TurnContext context) => !text.Contains(' ', StringComparison.Ordinal) && LanguageReader.Detect(text) == context.Voice.Language;

    private static TurnResult Obey(Command command, TurnContext context)
    {
        var dialog = context.Person.Dialog;
        return (command, dialog) switch
        {
            (Command.Help, _) => ThenAgain(PersonHandler.Help(context), context),
            (Command.MyGoals, _) => ThenAgain(GoalHandler.Mine(context), context),
            (Command.LogProgress, _) => ThenAgain(ProgressHandler.Form(null, context), context),
            (Command.Undo, _) => ThenAgain(ProgressHandler.Undo(null, null, context), context),
            (Command.Settings, _) => ThenAgain(PersonHandler.Settings(context), context),
            (Command.Grade, _) => PersonHandler.AskBand(context),
            (Command.SetUpClass, _) => ThenAgain(PrivateClassHandler.SetUp(context), context),
            (Command.MyClass or Command.NeedsReply or Command.DeliveryReport, _) => ThenAgain(TeacherHandler.Asked(command, context), context),
            (Command.English, _) => ThenAgain(PersonHandler.ChooseLanguage("en", context), context),
            (Command.Spanish, _) => ThenAgain(PersonHandler.ChooseLanguage("es", context), context),
            (Command.Reflect, _) => ReflectionHandler.Open(context),
            (Command.Review, _) => ReviewHandler.Open(context),
            (Command.WantHelp, _) => ThenAgain(ReflectionHandler.Help(null, context), context),
            (Command.PausePrompts, _) => ThenAgain(PromptHandler.Choices(context), context),
            (Command.StopPrompts, _) => ThenAgain(PromptHandler.Stop(context), context),
            (Command.ResumePrompts, _) => ThenAgain(PromptHandler.Resume(context), context),
            (Command.NewGoal, OfferingKeptDraft s) => CoachingHandler.Again(s, context),
            (Command.NewGoal, _) => CoachingHandler.New(context),
            (Command.Form, _) when Dialogs.Reflection(context.Person) is { } asked => ReflectionHandler.Form(asked, context),
            (Command.Form, _) => CoachingHandler.Form(context),
            (Command.Continue or Command.Back or Command.Skip or Command.Why or Command.Cancel or Command.Later, _)
                when Dialogs.Reflection(context.Person) is { } asked && (asked.Listens || command is not (Command.Continue or Command.Back or Command.Why)) => OnReflection(command, asked, context),
            (Command.Continue, ConfirmingCancel s) => CoachingHandler.Again(s.Open, context),
            (Command.Continue, OfferingKeptDraft s) => CoachingHandler.Hear(s, context.Voice.List("Suggest.Kept")[0], context),
            (Command.Continue, { } s and not ReviewingMilestones) => CoachingHandler.Again(s, context),
            (Command.Continue, _) => CoachingHandler.ContinueKept(context) ?? PersonHandler.Reply(StatementKind.DontKnow, context),
            (Command.Back, Drafting s) => CoachingHandler.Back(s, context),
            (Command.Skip, Drafting s) => CoachingHandler.Skip(s, context),
            (Command.Why, { } s and not ReviewingMilestones) => CoachingHandler.Why(s, context),
            (Command.Cancel, { } s and not ReviewingMilestones) => CoachingHandler.Cancel(s, context),
            (Command.Cancel, _) => PersonHandler.NothingToCancel(context),
            (Command.Later, Drafting s) => CoachingHandler.Later(s, context),
            (Command.Save, ReviewingDraft s) => CoachingHandler.Save(s, context),
            (Command.Change, Drafting) => CoachingHandler.Form(context),
            _ => PersonHandler.Reply(StatementKind.Chatter, context),
        };
    }

    private static TurnResult OnReflection(Command command, ReflectionDialogState asked, TurnContext context) => command switch
    {
        Command.Continue => ReflectionHandler.Again(asked, context),
        Command.Back => ReflectionHandler.Back(asked, context),
        Command.Why => ReflectionHandler.Why(asked, context),
        Command.Skip when asked.Listens => ReflectionHandler.Skip(asked, context),
        _ => ReflectionHandler.Stop(asked, context),
    };

    private static TurnResult InReflection(ReflectionDialogState asked, string text, TurnContext context) =>
        IsDigression(text, context) is { } kind ? ThenAgain(PersonHandler.Reply(kind, context), context) : ReflectionHandler.Hear(asked, text, context);

    private static TurnResult InDialog(GoalDialogState dialog, string text, TurnContext context)
    {
        if (dialog is { } unknown && unknown.GetType() == typeof(GoalDialogState))
        {
            // Written by a version that knew more than this one: start over politely, with the words in hand.
            return Fresh(text, context with { Person = context.Person with { Dialog = null } });
        }

        return IsDigression(text, context) is { } kind ? ThenAgain(PersonHandler.Reply(kind, context), context) : CoachingHandler.Hear(dialog, text, context);
    }

    /// <summary>A greeting or a question about something else is answered, and the open question comes back.</summary>
    private static StatementKind? IsDigression(string text, TurnContext context)
    {
        var kind = GoalReader.Read(text, context.Today, context.Voice.LanguageOf(text)).Kind;
        return kind is StatementKind.Greeting or StatementKind.Thanks || (kind == StatementKind.Question && text.Contains('?', StringComparison.Ordinal)) ? kind : null;
    }

    private static TurnResult Fresh(string text, TurnContext context)
    {
        var reading = GoalReader.Read(text, context.Today, context.Voice.LanguageOf(text));
        if (ProgressReader.Read(text, context.Today, context.Voice.LanguageOf(text)) is { } progress && context.Person.Goals.Any(goal => goal.IsActive))
        {
            return ProgressHandler.Heard(progress, text, context);
        }

        return reading.IsGoal ? CoachingHandler.BeginWith(text, reading, context)
            : context.Person.Dialog is ReviewingMilestones s && context.Person.FindGoal(s.GoalId) is { } goal && Short.YesNo(text, context) is { } fits
                ? fits == YesNo.Yes ? CoachingHandler.Hear(s, text, context) : GoalHandler.ChangeMilestones(goal, context)
            : PersonHandler.Reply(reading.Kind, context);
    }

    private static TurnResult Tap(Tapped tapped, TurnContext context)
    {
        var person = context.Person;
        var goal = person.FindGoal(tapped.Data.Text("goal"));
        return (tapped.Verb, person.Dialog) switch
        {
            (PictureHandler.Start, _) => PictureHandler.Begin(context),
            (PictureHandler.What, _) => PictureHandler.ChooseWhat(tapped.Data, context),
            (PictureHandler.HowMany, _) => PictureHandler.ChooseHowMany(tapped.Data, context),
            (PictureHandler.When, _) => PictureHandler.ChooseWhen(tapped.Data, context),
            (GoalVerbs.New, _) => CoachingHandler.New(context),
            (GoalVerbs.Form, _) => CoachingHandler.Form(context),
            (GoalVerbs.Mine, _) => GoalHandler.Mine(context),
            (GoalVerbs.Continue, _) => CoachingHandler.ContinueKept(context) ?? Gone(context),
            (GoalVerbs.Save, ReviewingDraft s) when tapped.Token == s.Token => CoachingHandler.Save(s, context),
            (GoalVerbs.Change, ReviewingDraft s) => CoachingHandler.Change(s, context),
            (GoalVerbs.Later, ReviewingDraft s) => CoachingHandler.Later(s, context),
            (GoalVerbs.SubmitForm, Drafting s) when tapped.Data.Text("draft") == s.Draft.Id => CoachingHandler.SubmitForm(s, tapped.Data, context),
            (GoalVerbs.Details, _) when goal is not null => GoalHandler.Details(goal, context),
            (GoalVerbs.AcceptMilestones, _) when goal is not null => GoalHandler.AcceptMilestones(goal, Reviewed(context)),
            (GoalVerbs.ChangeMilestones, _) when goal is not null => GoalHandler.ChangeMilestones(goal, context),
            (GoalVerbs.SubmitMilestones, _) when goal is not null => GoalHandler.SubmitMilestones(goal, tapped.Data, Reviewed(context)),
            (ProgressVerbs.Form, _) when goal is not null => ProgressHandler.Form(goal, context),
            (ProgressVerbs.Submit, _) when goal is { IsActive: true } => ProgressHandler.Submit(goal, tapped, context),
            (ProgressVerbs.Pick, _) when goal is not null => ProgressHandler.Pick(goal, tapped.Data, context),
            (ProgressVerbs.Plus, _) when goal is { IsActive: true } => ProgressHandler.Plus(goal, tapped.Data, context),
            (ProgressVerbs.Undo, _) when goal is not null => ProgressHandler.Undo(goal, tapped.Data.Text("entry"), context),
            (ProgressVerbs.Step, _) when goal is { IsActive: true } => ProgressHandler.StepDone(goal, tapped.Data, context),
            (ProgressVerbs.Reached, _) when goal is not null => ProgressHandler.Reached(goal, context),
            (ProgressVerbs.Adjust, _) when goal is not null => AdjustHandler.Form(goal, context),
            (ProgressVerbs.SubmitAdjust, _) when goal is not null => AdjustHandler.Submit(goal, tapped.Data, context),
            (ProgressVerbs.BreakDown, _) when goal is not null => AdjustHandler.BreakDown(goal, context),
            (ProgressVerbs.Close, _) when goal is not null => AdjustHandler.Close(goal, tapped.Data, context),
            (ClassVerbs.SetUp or ClassVerbs.Save or ClassVerbs.Check or ClassVerbs.Report, _) =>
                PrivateClassHandler.Tap(tapped, context),
            (AlertVerbs.OnIt or AlertVerbs.FalseAlarm, _) => ContactHandler.Answer(tapped, context),
            (TeacherVerbs.Thanks, _) => AnswerHandler.Thanks(tapped.Data, context),
            var (verb, _) when TeacherVerbs.IsTeachers(verb) => TeacherHandler.Tap(tapped, context),
            (ReflectionVerbs.Open, _) => ReflectionHandler.Open(tapped.Data, context),
            (ReflectionVerbs.Submit, _) => ReflectionHandler.Submit(tapped.Data, context),
            (ReflectionVerbs.Form, _) => ReflectionHandler.Form(tapped.Data, context),
            (ReflectionVerbs.SubmitForm, _) => ReflectionHandler.SubmitForm(tapped.Data, context),
            (ReflectionVerbs.Help, _) => ReflectionHandler.Help(tapped.Data, context),
            (ReflectionVerbs.Review, _) => ReviewHandler.Open(context),
            (ReflectionVerbs.Pause, _) => PromptHandler.Pause(tapped.Data, context),
            (ReflectionVerbs.Stop, _) => PromptHandler.Stop(context),
            (ReflectionVerbs.Resume, _) => PromptHandler.Resume(context),
            (PersonVerbs.Band, _) => PersonHandler.ChooseBand(tapped.Data, context),
            (PersonVerbs.Language, _) => ThenAgain(PersonHandler.ChooseLanguage(tapped.Data, context), context),
            (PersonVerbs.Help, _) => PersonHandler.Help(context),
            _ => Gone(context),
        };
    }

    /// <summary>The milestones are dealt with: a later "yes" is not about them any more.</summary>
    private static TurnContext Reviewed(TurnContext context) =>
        context.Person.Dialog is ReviewingMilestones ? context with { Person = context.Person with { Dialog = null } } : context;

    /// <summary>A button of a card whose time is over, or of a goal that is not this person's: said, and nothing changes.</summary>
    private static TurnResult Gone(TurnContext context) => new(context.Person, new Notice(context.Voice["Tap.Gone"]));

    /// <summary>After a digression the open question comes back.</summary>
    private static TurnResult ThenAgain(TurnResult result, TurnContext context) => Dialogs.ThenAgain(result, context);
}
