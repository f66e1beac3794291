using Milestones.Conversations;
using Milestones.Language;
using Milestones.Language.Concerns;
using Milestones.Language.Packs;
using Milestones.Localization;
using Milestones.School;

namespace Milestones.Features.Safety;

/// <summary>
/// Weak evidence gets a question and no alarm: whether an adult at school shall know that they want to talk. Nobody is
/// told of it unless they say yes.
/// </summary>
internal sealed class QuietHandler(SafetyHandler safety)
{
    public static bool IsWorthAsking(TurnContext<Person> context) =>
        context.Turn.Input is Said
        && context.Heard.Command is null
        && context.Heard.Concern is { Level: ConcernLevel.Quiet, Kind: not Concern.None }
        && context.Person.Heavy is not { IsOpen: true }
        && context.Person.Heavy?.Knows(context.Heard.Text) != true;

    /// <param name="kept">The document after an answer that the words may also have been.</param>
    public static TurnResult<Person> Ask(TurnContext<Person> context, Person kept)
    {
        var voice = VoiceOfWords(context);
        return new(
            kept with
            {
                Heavy = HeavyWords.Ask(kept.Heavy, context.Heard.Concern.Kind, context.Heard.Text),
                Unsure = null,
            },
            new Say(voice[CanTell(context) ? "Quiet.Ask" : "Quiet.Ask.NoAdult"], voice["Quiet.Yes"], voice["Quiet.No"])
        );
    }

    /// <summary>
    /// What followed the question. No result where the words are about something else; the question is over all the
    /// same.
    /// </summary>
    public (TurnResult<Person>? Answered, Person Left) Hear(TurnContext<Person> context)
    {
        var heavy = context.Person.Heavy!;
        var left = context.Person with { Heavy = heavy with { IsOpen = false } };
        var answer = context.Heard.YesNo ?? FirstWord(context.Heard);
        var yes = Is("Quiet.Yes", context) || answer == YesNo.Yes;
        var no = Is("Quiet.No", context) || answer == YesNo.No;
        var answered =
            yes ? Tell(heavy.Kind, context with { Head = left })
            : no ? new TurnResult<Person>(left, new Say(context.Voice["Quiet.Okay"]))
            : null;
        return (answered, left);
    }

    /// <summary>How to speak in the language of the words; where they tell of none, as always.</summary>
    public static Voice VoiceOfWords(TurnContext<Person> context) =>
        context.Turn.Input is Said
        && context.Heard.Concern.Language is { } language
        && language != context.Voice.Language
            ? new(Voice.CultureFor(LanguagePacks.Of(language).Code, context.Person.Locale), context.Voice.Band)
            : context.Voice;

    /// <summary>
    /// They want it: the adults of their classes are told that, or the truth is said that there are none.
    /// </summary>
    private TurnResult<Person> Tell(Concern kind, TurnContext<Person> context)
    {
        var voice = context.Voice;
        if (!CanTell(context))
        {
            var lines = safety.Lines(kind, context);
            return new(context.Person, new Say($"{voice["Quiet.NoAdult"]}\n\n{string.Join('\n', lines)}"));
        }

        var person = context.Person with
        {
            Alerts = OpenAlert.Raise(context.Person.Alerts, kind, context.Turn.NewId(3), context.Now, isAsked: true),
        };
        var raised = person.Alerts.First(alert => alert.Concern == kind);
        return new(person, new Say(voice["Quiet.Told"]))
        {
            Messages =
            [
                .. Membership
                    .Watching(person.Classes)
                    .Select(known => new Addressed(known, new AlertRaised(person.Id, person.Name, raised))),
            ],
        };
    }

    /// <summary>Whether there is an adult to tell: nothing is offered that cannot be done.</summary>
    private static bool CanTell(TurnContext<Person> context) => context.Person.Classes.Any(known => known.IsWatched);

    /// <summary>
    /// "Yes please tell, only not in front of the class" is a yes; so much hangs on it that its first word counts.
    /// </summary>
    private static YesNo? FirstWord(Heard heard) =>
        AnswerReader.ReadYesNo(heard.Text.Split([' ', ',', '.', '!'], 2)[0], heard.Language);

    private static bool Is(string key, TurnContext<Person> context) =>
        Voice
            .InEveryLanguage(key)
            .SelectMany(words => words)
            .Contains(context.Heard.Text.Trim(), StringComparer.OrdinalIgnoreCase);
}
