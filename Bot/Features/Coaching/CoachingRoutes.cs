using Milestones.Conversations;
using Milestones.Language.Wanted;
using Milestones.School;
using Milestones.Views;

namespace Milestones.Features.Coaching;

/// <summary>Making a goal: by talk, by form, by pictures; and the draft card.</summary>
internal static class CoachingRoutes
{
    public static Routes<Person> All { get; } =
        new("Coaching")
        {
            Verbs = new Dictionary<string, Func<Tapped, TurnContext<Person>, TurnResult<Person>?>>(
                StringComparer.Ordinal
            )
            {
                [PictureHandler.Start] = (_, context) => PictureHandler.Begin(context),
                [PictureHandler.What] = (tapped, context) => PictureHandler.ChooseWhat(tapped.Data, context),
                [PictureHandler.HowMany] = (tapped, context) => PictureHandler.ChooseHowMany(tapped.Data, context),
                [PictureHandler.When] = (tapped, context) => PictureHandler.ChooseWhen(tapped.Data, context),
                [GoalVerbs.New] = (_, context) => CoachingHandler.New(context),
                [TargetVerbs.Goal] = (tapped, context) => TargetGoal.Begin(tapped.Data, context),
                [ConferenceVerbs.Goal] = (_, context) => ConferenceGoal.Begin(context),
                [GoalVerbs.Form] = (_, context) => DraftHandler.Form(context),
                [GoalVerbs.Continue] = (_, context) => KeptDrafts.ContinueKept(context),
                [GoalVerbs.Save] = (tapped, context) =>
                    context.Person.Dialog is ReviewingDraft s && tapped.Token == s.Token
                        ? DraftHandler.Save(s, context)
                        : null,
                [GoalVerbs.Add] = (tapped, context) =>
                    context.Person.Dialog is ReviewingDraft s && tapped.Data.Text("draft") == s.Draft.Id
                        ? DraftHandler.Add(s, tapped.Data, context)
                        : null,
                [GoalVerbs.Sure] = (tapped, context) =>
                    context.Person.Dialog is ReviewingDraft s && tapped.Data.Text("draft") == s.Draft.Id
                        ? DraftHandler.Sure(s, tapped.Data, context)
                        : null,
                [GoalVerbs.Change] = (_, context) =>
                    context.Person.Dialog is ReviewingDraft s ? DraftHandler.Change(s, context) : null,
                [GoalVerbs.Later] = (_, context) =>
                    context.Person.Dialog is ReviewingDraft s ? DraftHandler.Later(s, context) : null,
                [GoalVerbs.SubmitForm] = (tapped, context) =>
                    context.Person.Dialog is Drafting s && tapped.Data.Text("draft") == s.Draft.Id
                        ? DraftHandler.SubmitForm(s, tapped.Data, context)
                        : null,
            },
            Retired = [GoalVerbs.Continue, GoalVerbs.Form],
            Commands = new Dictionary<Command, Func<TurnContext<Person>, TurnResult<Person>?>>
            {
                [Command.NewGoal] = context =>
                    context.Person.Dialog is OfferingKeptDraft s
                        ? CoachingHandler.Again(s, context)
                        : CoachingHandler.New(context),
                [Command.Form] = DraftHandler.Form,
                [Command.Continue] = KeptDrafts.GoOn,
                [Command.Back] = context =>
                    context.Person.Dialog is Drafting s ? CoachingHandler.Back(s, context) : null,
                [Command.Skip] = context =>
                    context.Person.Dialog is Drafting s ? CoachingHandler.Skip(s, context) : null,
                [Command.Why] = context =>
                    CoachingHandler.Open(context) is { } s ? CoachingHandler.Why(s, context) : null,
                [Command.Cancel] = KeptDrafts.Cancel,
                [Command.Later] = context =>
                    context.Person.Dialog is Drafting s ? DraftHandler.Later(s, context) : null,
                [Command.Save] = context =>
                    context.Person.Dialog switch
                    {
                        ReviewingDraft s => DraftHandler.Save(s, context),
                        Asking s => CoachingHandler.AsItIs(s, context),
                        _ => null,
                    },
                [Command.Change] = context => context.Person.Dialog is Drafting ? DraftHandler.Form(context) : null,
            },
            Answers = CoachingHandler.FromList,
            Wants = new Dictionary<Intent, Func<TurnContext<Person>, TurnResult<Person>?>>
            {
                [Intent.Goal] = context => CoachingHandler.BeginWith(context.Heard.Text, context.Heard.Goal, context),
                [Intent.Answer] = CoachingHandler.BeginWithSubject,
                [Intent.SecondGoal] = CoachingHandler.BeginSecond,
                [Intent.NewGoal] = CoachingHandler.NewOf,
                [Intent.Cancel] = KeptDrafts.Drop,
            },
        };
}
