using System.Text.RegularExpressions;
using Milestones.Conversations;
using Milestones.Language;
using Milestones.Language.Concerns;
using Milestones.Language.Packs;
using Milestones.Language.Parts;
using Milestones.Localization;
using Milestones.School;

namespace Milestones.Features.Safety;

/// <summary>
/// Weak evidence gets a question and no alarm: whether an adult at school shall know that they want to talk. Nobody is
/// told of it unless they say yes.
/// </summary>
internal sealed partial class QuietHandler(SafetyHandler safety)
{
    public static bool IsWorthAsking(TurnContext<Person> context) =>
        context.Turn.Input is Said
        && context.Heard.Command is null
        && context.Heard.Concern is { Level: ConcernLevel.Quiet, Kind: not Concern.None }
        && context.Person.Heavy is not { IsOpen: true }
        && context.Person.Heavy?.Knows(context.Heard.Text) != true
        && !IsPlainlyDone(context)
        && !(SafetyHandler.IsJustShown(context.Person, context.Now) && SafetyHandler.Denies(context.Heard.Text));

    /// <summary>
    /// Every part of the line surely asks for something to be done, decides or tells a number or a day: weak evidence
    /// in it is none. A feeling, a reason or a story beside it is.
    /// </summary>
    private static bool IsPlainlyDone(TurnContext<Person> context) =>
        context.Heard.Parts(SettingOf.Person(context.Person)).Parts is { Count: > 0 } parts
        && parts.All(part =>
            part.Together >= Surely
            && (
                PartFamilies.Of(part.Act)
                    is PartFamily.Decision
                        or PartFamily.Wish
                        or PartFamily.Question
                        or PartFamily.Pace
                || part.Act is PartAct.Measure or PartAct.Deadline or PartAct.Sure or PartAct.Plan or PartAct.Fix
            )
        );

    private const float Surely = 0.9f;

    /// <summary>They are all right, they said: the same is not asked again, and help is still named.</summary>
    public static bool IsDeclined(TurnContext<Person> context) =>
        context.Person.Heavy?.IsDeclined(context.Heard.Concern.Kind, context.Now) == true;

    /// <summary>
    /// The words plainly ask for something, or tell how a goal goes: that is done, and a line beside it says where
    /// help is.
    /// </summary>
    public static TurnResult<Person> Beside(TurnResult<Person> done, TurnContext<Person> context)
    {
        var line = context.Voice["Quiet.Line"];
        return done with
        {
            Replies = done.Replies is [.., Say last]
                ? [.. done.Replies.SkipLast(1), last with { Text = $"{last.Text}\n\n{line}" }]
                : [.. done.Replies, new Say(line)],
            Head = done.Person with
            {
                Heavy = HeavyWords.Ask(done.Person.Heavy, context.Heard.Concern.Kind, context.Heard.Text) with
                {
                    IsOpen = false,
                },
            },
        };
    }

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
        var declined = context.Person with { Heavy = heavy with { IsOpen = false, DeclinedAt = context.Now } };
        var answer = context.Heard.YesNo ?? FirstWord(context.Heard) ?? ByAct(context);
        var yes = Is("Quiet.Yes", context) || answer == YesNo.Yes;
        var no = Is("Quiet.No", context) || answer == YesNo.No;
        var answered =
            yes ? Tell(heavy.Kind, context with { Head = left })
            : AsksWhy().IsMatch(context.Heard.Text) ? new TurnResult<Person>(left, new Say(context.Voice["Quiet.Why"]))
            : no ? new TurnResult<Person>(declined, new Say(context.Voice["Quiet.Okay"]))
            : null;
        return (answered, left);
    }

    /// <summary>"Maybe the counselor ok".</summary>
    private static YesNo? ByAct(TurnContext<Person> context) =>
        context.Heard.Parts(SettingOf.Person(context.Person)).Parts is [{ Share: >= Surely, Act: var act }]
            ? act switch
            {
                PartAct.Yes => YesNo.Yes,
                PartAct.No => YesNo.No,
                _ => null,
            }
            : null;

    /// <summary>
    /// What is said behind the no: "no im ok, just delete it". Null where nothing is.
    /// </summary>
    public static string? Behind(string text) =>
        !OfAnswer().IsMatch(text)
        && No().Match(text) is { Success: true } no
        && text[no.Length..].Trim(' ', ',', '.', '!') is var rest
        && WordCount.Of(rest) >= FewestWords
            ? rest
            : null;

    /// <summary>"No im ok, thats just my reason": what was said stands.</summary>
    [GeneratedRegex(
        @"\b(?:that'?s|it'?s|its|that was|thats|es|era) (?:just |only |solo )?(?:the|my|mi|la|el) "
            + @"(?:reason|why|answer|goal|plan|raz[oó]n|porqu[eé]|respuesta|meta)\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex OfAnswer();

    private const int FewestWords = 2;

    [GeneratedRegex(
        @"^\s*(?:huh|what|q|que)?[?!., ]*(?:no+|nah|nope)\b[,.! ]*(?:thanks|thank you|gracias)?[,.! ]*"
            + @"(?:(?:i'?m|im|i am|its|it'?s|estoy|todo|est[aá])? ?(?:ok(?:ay)?|fine|good|alright|bien))?"
            + @"(?: (?:just|solo) \p{L}+)?[,.!]*(?:\s+(?:but|pero|and|y)\b)?",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex No();

    [GeneratedRegex(
        @"^\W*(?:but |wait |huh |pero |y )*(?:why|por ?qu?[eé]|para qu[eé]|what do (?:u|you) mean|wdym|what\?"
            + @"|huh\?$)",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex AsksWhy();

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
