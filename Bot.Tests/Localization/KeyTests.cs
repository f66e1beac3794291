using System.Text.RegularExpressions;
using Milestones.Calendar;
using Milestones.Conversations;
using Milestones.Features.Coaching;
using Milestones.Features.Conferences;
using Milestones.Features.Criteria;
using Milestones.Features.Importing;
using Milestones.Features.Mastery;
using Milestones.Features.Reflections;
using Milestones.Features.Teaching;
using Milestones.Language;
using Milestones.Language.Concerns;
using Milestones.Language.Wanted;
using Milestones.Localization;
using Milestones.School;
using Milestones.Views;

namespace Milestones.Tests.Localization;

/// <summary>
/// Every key in the code has a text, and every text a key in the code. Keys are found as they stand in the source.
/// </summary>
public sealed partial class KeyTests
{
    /// <summary>Band variants, which <c>Voice</c> adds itself.</summary>
    private static readonly string[] Variants = [".K2", ".G35", ".College"];

    /// <summary>Names that look like keys: of the resources and of what is measured.</summary>
    private static readonly string[] OtherNames = ["Milestones.Reading", "Milestones.Storage"];

    private static readonly string[] AllAspects = [.. Names<Aspects>().Except(["All"])];

    private static readonly string[] FormFields = ["sentence", "measure", "now", "plan", "obstacle", "reason"];

    private static readonly string[] Pictures =
    [
        .. Picture.All.Concat(Picture.OfKindness).Select(picture => picture.Name),
    ];

    /// <summary>
    /// Words of the connector, and some of ours, for why somebody cannot be reached; any other is shown as it is.
    /// </summary>
    private static readonly string[] Unreachable =
    [
        "BotDisabledByAdmin",
        "BotNotInConversationRoster",
        "ConversationBlockedByUser",
        "ConversationNotFound",
        "ForbiddenOperationException",
        "Left",
        "NoAnswer",
        "NoConversation",
        "NotEnoughPermissions",
        "Uninstalled",
        "Unknown",
    ];

    private static readonly string[] ReplyStates = ["Delivered", "Lost", "Read", "Waits"];

    /// <summary>Why a prompt was not even sent: what remains of the outcomes.</summary>
    private static readonly string[] NotSent =
    [
        "ClassPaused",
        "DailyLimit",
        "Holiday",
        "Outage",
        "QuietHoursPassed",
        "Rescheduled",
    ];

    /// <summary>What the keys put together at run time can become. Each must have a text.</summary>
    private static readonly Dictionary<string, IEnumerable<string>> Composed = new(StringComparer.Ordinal)
    {
        ["Adjust.{changed.Changes[^1].Kind}"] = Names<ChangeKind>(),
        ["Praise.Stem.{stem}"] = Enum.GetNames<PraiseStem>(),
        ["Praise.Label.{stem}"] = [.. Praise.Stems.Select(stem => stem.ToString())],
        ["Teach.Post.{post.State}"] = Enum.GetNames<PostState>(),
        ["Teach.Post.{post.State}.Note"] = ["Waiting", "Unknown"],
        ["SetUp.Summary.{settings.Summary}"] = Enum.GetNames<SummaryWish>(),
        ["Teach.Summary.Part.{part}"] = ["Reflected", "OnTrack", "Reached", "Streak", "Cheers", "Weeks", "Badges"],
        ["Mean.Asked.{question.Kind}"] =
        [
            nameof(GoalAsked.Hardest),
            nameof(GoalAsked.NextTry),
            nameof(GoalAsked.HowMuch),
            nameof(GoalAsked.IsItThis),
            nameof(GoalAsked.OutOfHowMany),
            nameof(GoalAsked.SamePlan),
            nameof(GoalAsked.IsItReached),
            nameof(GoalAsked.BreakDown),
            nameof(GoalAsked.EditWhat),
        ],
        ["Badge.{kind}"] = Enum.GetNames<BadgeKind>(),
        ["Badge.{badge.Kind}"] = Enum.GetNames<BadgeKind>(),
        ["Badge.{badge.Kind}.How"] = Enum.GetNames<BadgeKind>(),
        ["Page.Copy.Read.{what}"] = ["read", "readTargets", "readConference", "readFeedback", "linkForHome"],
        ["Page.Certificate.{kind}"] = ["Goal", "Term"],
        ["Badge.{kind}.How"] = Enum.GetNames<BadgeKind>(),
        ["Badge.{badge.Kind}.For"] = Enum.GetNames<BadgeKind>(),
        ["SetUp.Summary.{wish}"] = Enum.GetNames<SummaryWish>(),
        ["Teach.Post.Done.{act}"] = Enum.GetNames<PostAct>(),
        ["Alert.Kind.{alert.Alert.Concern}"] = Names<Concern>(),
        ["Taps.{kind}"] =
        [
            "BreakDown",
            "Delete",
            "EditWhat",
            "GaveUp",
            "HowMuch",
            "IsItReached",
            "IsItThis",
            "SamePlan",
        ],
        ["Asked.{kind}"] = [.. Enum.GetNames<GoalAsked>()],
        ["Unsure.{intent}"] = Enum.GetNames<Intent>(),
        ["Again.{field}"] = Names<Fields>(),
        ["Ask.{field}"] = Names<Fields>(),
        ["Aspect.{aspect}"] = AllAspects,
        ["Band.{band}"] = Enum.GetNames<GradeBand>(),
        ["Band.{voice.Band}"] = Enum.GetNames<GradeBand>(),
        ["Change.{change.Kind}"] = Names<ChangeKind>(),
        ["Chip.{aspect}"] = AllAspects,
        ["Class.Owners.{fault}"] = Enum.GetNames<OwnersFault>(),
        ["Coach.{topic}"] = CoachAnswers.Topics,
        ["Word.Coach.{one}"] = CoachAnswers.Topics,
        ["Command.{command}"] = Enum.GetNames<Command>(),
        ["Form.{name}"] = FormFields,
        ["Form.{name}.Example"] = FormFields,
        ["Picture.{picture.Name}"] = Pictures,
        ["Picture.{picture.Name}.Frame"] = Pictures,
        ["Picture.{picture.Name}.FrameOne"] = Pictures,
        ["Word.Picture.{picture.Name}"] = Pictures,
        ["Picture.{time.Name}"] = Picture.Times.Select(time => time.Name),
        ["Reflect.Ask.{question}"] = ReflectionQuestions.All,
        ["Reflect.Ask.{state.Question}"] = ReflectionQuestions.All,
        ["Reflect.Going.{goal.Going}"] = Enum.GetNames<Going>(),
        ["Reflect.Going.{going}"] = Enum.GetNames<Going>(),
        ["Reflect.Suggest.{question}"] = ReflectionQuestions.All,
        ["Reflect.Suggest.{state.Question}"] = ReflectionQuestions.All,
        ["Report.Roster.{fault}"] = Enum.GetNames<RosterFault>(),
        ["Review.Title.{review.Span}"] = Enum.GetNames<ReviewSpan>(),
        ["Safety.{concern}"] = Names<Concern>(),
        ["SetUp.Fault.{problem.Fault}"] = Enum.GetNames<ScheduleFault>(),
        ["Settings.Language.{language}"] = Voice.Languages,
        ["Settings.Language.{other}"] = Voice.Languages,
        ["Span.{span}"] = UnitNames.Spans,
        ["Page.Import.Fault.{fault}"] = Enum.GetNames<ImportFault>(),
        ["Page.Import.Kind.{one.Source}"] = Enum.GetNames<ImportFormat>(),
        ["Page.Import.Kind.{value.Source}"] = Enum.GetNames<ImportFormat>(),
        ["Page.Import.Why.{one.Why}"] = Enum.GetNames<ImportWhy>(),
        ["Page.Area.{one.Area}"] = Enum.GetNames<Area>(),
        ["Page.Area.{one.Kind}"] = Enum.GetNames<Area>(),
        ["Insight.Measure.{one.Kind}"] = Enum.GetNames<MeasureKind>(),
        ["Insight.Sure.{one.How}"] = Enum.GetNames<Sureness>(),
        ["Insight.Plan.{one.Trait}"] = Enum.GetNames<PlanTrait>(),
        ["Page.Area.{area}"] = Enum.GetNames<Area>(),
        ["Page.Area.{area.Key}"] = Enum.GetNames<Area>(),
        ["Page.Area.{goal.Area}"] = Enum.GetNames<Area>(),
        ["Page.Area.{known?.Area ?? Area.None}"] = Enum.GetNames<Area>(),
        ["Status.{status}"] = Enum.GetNames<GoalStatus>(),
        ["Teach.Goal.{goal.Goal.Status}"] = Enum.GetNames<GoalStatus>(),
        ["Status.{goal.Status}"] = Enum.GetNames<GoalStatus>(),
        ["Status.{GoalStatuses.Of(goal, context.Today)}"] = Enum.GetNames<GoalStatus>(),
        ["Suggest.{field}"] = Names<Fields>(),
        ["FromTeacher.Starters.{situation}"] = ["HardWeek", "Help", "Stuck", "Well", "WroteBack"],
        ["Reflect.Ask.{answer.Question}"] = ReflectionQuestions.All,
        ["Reflect.Suggest.{ReflectionQuestions.Obstacle}"] = [ReflectionQuestions.Obstacle],
        ["Teach.Goal.{goal.Status}"] = Enum.GetNames<GoalStatus>(),
        ["Teach.Going.{going}"] = Enum.GetNames<Going>(),
        ["Teach.Goal.{status}"] = Enum.GetNames<GoalStatus>(),
        ["Teach.Delivery.{pair.Key}"] = Enum.GetNames<DeliveryState>(),
        ["Teach.Need.{need.Kind}"] = Enum.GetNames<NeedKind>(),
        ["Teach.NotSent.{outcome}"] = NotSent,
        ["Teach.SentIn.{language}"] = Enum.GetNames<TextLanguage>(),
        ["Teach.State.{SentReplies.StateOf(pair.reply!)}"] = ReplyStates,
        ["Teach.State.{SentReplies.StateOf(reply)}"] = ReplyStates,
        ["Teach.State.{one.State}"] = Enum.GetNames<DeliveryState>().Except(["Delivered", "Nothing", "NotSent"]),
        ["Topic.{name}"] = Suggestions.Topics,
        ["Unit.{name}"] = UnitNames.Things,
        ["Reflect.Ask.{item.About}"] = ReflectionQuestions.All.Append(ReflectionQuestions.Changed),
        ["Badge.{item.About}"] = Enum.GetNames<BadgeKind>(),
        ["Conference.Family.{part}"] = FamilyQuestions.Asked.Select(part => part.ToString()),
        ["Conference.Part.{part}"] = Enum.GetNames<ConferencePart>(),
        ["Conference.Say.{part}"] = Enum.GetNames<ConferencePart>(),
        ["Conference.Start.{part}"] = Enum.GetNames<ConferencePart>().Except(["Welcome", "Thanks"]),
        ["Mastery.Ask.{survey.Unit.Round}"] = Enum.GetNames<UnitRound>(),
        ["Teach.Units.Round.{unit.Round}"] = Enum.GetNames<UnitRound>(),
        ["Teach.Units.Fault.{list.Fault}"] = Names<TargetFault>(),
        ["Praise.Fault.{fault}"] = Enum.GetNames<WordFault>(),
        ["Peers.Work.{why}"] = Enum.GetNames<WordFault>(),
        ["Peers.Fault.{why}"] = Enum.GetNames<WordFault>(),
        ["Peers.Ended.{entry.News ?? PeerNews.Declined}"] = ["Busy", "Declined", "Left", "Off", "Unreached"],
        ["Peers.Help.{help}"] = Enum.GetNames<PeerHelp>(),
        ["Peers.Help.Said.{feedback.Help}"] = Enum.GetNames<PeerHelp>(),
        ["Peers.Stem.{what}.Criterion"] = ["Strength", "Question"],
        ["Peers.Stem.{what}.{asked.Area}"] =
        [
            .. Enum.GetNames<Area>().SelectMany(area => new[] { $"Strength.{area}", $"Question.{area}" }),
        ],
        ["Peers.{part}"] = ["Strength", "Question"],
        ["Peers.{part}.Words"] = ["Strength", "Question"],
        ["Peers.{part}.Example"] = ["Strength", "Question"],
        ["Teach.Peers.{entry.Side}"] = Enum.GetNames<PeerSide>(),
        ["Teach.Peers.Help.{help}"] = Enum.GetNames<PeerHelp>(),
        ["Teach.Peers.State.{state}"] = ["Answered", "Declined", "TooLate", "Unreached", "Waiting"],
        ["Teach.Units.{act}"] = Enum.GetNames<UnitAct>(),
        ["Teach.Units.Sure.{act}"] = Enum.GetNames<UnitAct>(),
        ["Teach.Units.Done.{act}"] = Enum.GetNames<UnitAct>(),
        ["Criteria.Fault.{Fault}"] = Names<CriteriaFault>(),
        ["Criteria.Next.{meets}"] = Enum.GetNames<Meets>(),
        ["Criteria.Next.{meets}.Example"] = Enum.GetNames<Meets>(),
        ["Teach.Tasks.{act}"] = Enum.GetNames<TaskAct>(),
        ["Teach.Tasks.Sure.{act}"] = Enum.GetNames<TaskAct>(),
        ["Teach.Tasks.Done.{act}"] = Enum.GetNames<TaskAct>(),
        ["Mean.{field}"] = Names<Fields>(),
        ["Smart.{aspect}"] = AllAspects,
        ["Why.{FieldOf(asking)}"] = Names<Fields>(),
        ["Why.{GoalDialog.FieldOf(state)}"] = Names<Fields>(),
    };

    /// <summary>What the code looks for and does without.</summary>
    private static readonly Dictionary<string, IEnumerable<string>> Sought = new(StringComparer.Ordinal)
    {
        ["Ask.Measure.{draft.Area}"] = Names<Area>(),
        ["Noted.{field}"] = Names<Fields>(),
        ["Mean.{field}.{state.Draft.Area}"] = Names<Fields>()
            .SelectMany(field => Names<Area>().Select(area => $"{field}.{area}")),
        ["Ask.What.{draft.Area}"] = Names<Area>(),
        ["Suggest.{field}.{draft.Area}"] = Names<Fields>()
            .SelectMany(field => Names<Area>().Select(area => $"{field}.{area}")),
        ["Unreachable.{code}"] = Unreachable,
        ["Suggest.{field}.{topic}"] = Names<Fields>()
            .SelectMany(field => Suggestions.Topics.Select(topic => $"{field}.{topic}")),
    };

    private static IReadOnlyCollection<string> Texts => [.. ResourceTexts.English.Texts.Keys];

    [Fact]
    public void Every_key_in_the_code_has_a_text() => Assert.Empty(Required().Except(Texts));

    [Fact]
    public void Every_text_is_used() =>
        Assert.Empty(Texts.Where(key => !IsVariant(key)).Except(Required()).Except(Sought.SelectMany(Fill)));

    [Fact]
    public void Every_variant_has_the_text_it_varies()
    {
        Assert.Subset(Texts.ToHashSet(), Texts.Where(IsVariant).Select(Plain).ToHashSet());

        // "Suggest.What.College" as the suggestions for a topic would be taken for what the college band is offered.
        Assert.DoesNotContain(Required().Concat(Sought.SelectMany(Fill)), IsVariant);
    }

    private static HashSet<string> Required()
    {
        var written = InCode().ToHashSet(StringComparer.Ordinal);
        var unknown = written.Where(key =>
            key.Contains('{', StringComparison.Ordinal) && !Composed.ContainsKey(key) && !Sought.ContainsKey(key)
        );
        Assert.True(!unknown.Any(), $"Say above which keys these can become: {string.Join(", ", unknown)}");
        Assert.Empty(Composed.Keys.Concat(Sought.Keys).Except(written));
        return [.. written.Where(key => !key.Contains('{', StringComparison.Ordinal)), .. Composed.SelectMany(Fill)];
    }

    /// <summary>The template with its holes, one after the other, filled by the dotted parts of each name.</summary>
    private static IEnumerable<string> Fill(KeyValuePair<string, IEnumerable<string>> composed) =>
        composed.Value.Select(name =>
        {
            var parts = new Queue<string>(name.Split('.'));
            return Hole().Replace(composed.Key, _ => parts.Dequeue());
        });

    /// <summary>
    /// Every literal that begins like a key, and every literal given to a lookup. The elements of cards are named alike
    /// and are left out.
    /// </summary>
    private static IEnumerable<string> InCode()
    {
        var first = Texts.Select(key => key.Split('.')[0]).ToHashSet(StringComparer.Ordinal);
        foreach (
            var file in Directory
                .EnumerateFiles(Path.Combine(Repository.Root, "Bot"), "*", SearchOption.AllDirectories)
                .Where(file => Path.GetExtension(file) is ".cs" or ".razor")
        )
        {
            var folder = Path.GetRelativePath(Path.Combine(Repository.Root, "Bot"), file)
                .Split(Path.DirectorySeparatorChar)[0];
            if (folder is "Cards" or "bin" or "obj")
                continue;
            var code = string.Join(
                '\n',
                File.ReadLines(file).Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal))
            );
            foreach (
                var literal in Literal()
                    .Matches(code)
                    .Select(match => match.Groups["key"].Value)
                    .Where(literal => first.Contains(literal.Split('.')[0]) && !OtherNames.Contains(literal))
            )
            {
                yield return literal;
            }

            foreach (var literal in Lookup().Matches(code).Select(match => match.Groups["key"].Value))
                yield return literal;
        }
    }

    private static bool IsVariant(string key) =>
        Variants.Any(variant => key.EndsWith(variant, StringComparison.Ordinal))
        && !key.StartsWith("Band.", StringComparison.Ordinal);

    private static string Plain(string key) => key[..key.LastIndexOf('.')];

    private static IEnumerable<string> Names<T>()
        where T : struct, Enum => Enum.GetNames<T>().Where(name => name != "None");

    [GeneratedRegex(@"\{[^{}]*\}", RegexOptions.NonBacktracking)]
    private static partial Regex Hole();

    [GeneratedRegex(
        @"""(?<key>[A-Z][A-Za-z]*\.[A-Za-z0-9][^""\s]*|[A-Z][A-Za-z]*\.[A-Za-z.]*\{[^""]*)""",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex Literal();

    [GeneratedRegex(
        @"(?:[vV]oice\[|[vV]oice\.Say\(|[vV]oice\.List\(|[vV]oice\.Has\(|InEveryLanguage\()\$?""(?<key>[^""]+)""",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex Lookup();
}
