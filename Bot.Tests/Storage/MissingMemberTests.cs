using System.Collections;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Milestones.Conversations;
using Milestones.Features.Reflections;
using Milestones.Features.Teaching;
using Milestones.School;
using Milestones.Storage;
using Milestones.Tests.Support;

namespace Milestones.Tests.Storage;

/// <summary>
/// A document that lacks what a later version added: each member of each stored record is taken away in turn.
/// </summary>
public sealed class MissingMemberTests
{
    private static readonly NullabilityInfoContext Nullability = new();

    /// <summary>
    /// Without these there is no telling what a record is about: a document that lacks one is refused with 503, and
    /// stays as it is.
    /// </summary>
    private static readonly string EssentialFile = Path.Combine(
        Repository.Root,
        "Bot.Tests",
        "Storage",
        "Approved",
        "essential.txt"
    );

    private static readonly Lazy<string[]> Essential = new(() => File.ReadAllLines(EssentialFile));

    private static IEnumerable<(string Name, object Record, JsonTypeInfo Json)> Records =>
        [
            ("person", FullRecord.Of<Person>(), PersonJson.Default.Person),
            .. FullRecord
                .KindsOf(typeof(GoalDialogState))
                .Select(kind =>
                    (
                        $"person, {kind.Name}",
                        (object)(
                            new Person { Id = new("t", "p") } with
                            {
                                Dialog = (GoalDialogState)FullRecord.Of(kind, itself: true),
                            }
                        ),
                        (JsonTypeInfo)PersonJson.Default.Person
                    )
                ),
            .. FullRecord
                .KindsOf(typeof(ReflectionDialogState))
                .Select(kind =>
                    (
                        $"person, {kind.Name}",
                        (object)(
                            new Person { Id = new("t", "p") } with
                            {
                                Reflecting = (ReflectionDialogState)FullRecord.Of(kind, itself: true),
                            }
                        ),
                        (JsonTypeInfo)PersonJson.Default.Person
                    )
                ),
            ("class", FullRecord.Of<Classroom>(), ClassJson.Default.Classroom),
            ("school", FullRecord.Of<SchoolRollup>(), SchoolRollupJson.Default.SchoolRollup),
            ("link to a school", FullRecord.Of<MadeLink>(), SchoolLinkJson.Default.MadeLink),
            .. FullRecord
                .KindsOf(typeof(DocumentMessage))
                .Select(kind =>
                    (
                        $"message {kind.Name}",
                        FullRecord.Of(kind, itself: true),
                        (JsonTypeInfo)MessageJson.Default.DocumentMessage
                    )
                ),
            ("archived goal", FullRecord.Of<Goal>(), GoalJson.Default.Goal),
            ("archived progress", FullRecord.Of<ProgressEntry>(), GoalJson.Default.ProgressEntry),
            ("archived reflection", FullRecord.Of<Reflection>(), ReflectionJson.Default.Reflection),
            ("archived survey", FullRecord.Of<UnitSurvey>(), UnitSurveyJson.Default.UnitSurvey),
            ("archived task", FullRecord.Of<TaskWork>(), WorkJson.Default.TaskWork),
            ("archived check", FullRecord.Of<CriteriaCheck>(), WorkJson.Default.CriteriaCheck),
            ("archived conference", FullRecord.Of<ConferencePack>(), ConferenceJson.Default.ConferencePack),
            ("audit of conferences", FullRecord.Of<ConferenceAudit>(), ConferenceAuditJson.Default.ConferenceAudit),
            ("audit of targets", FullRecord.Of<TargetsAudit>(), TargetsAuditJson.Default.TargetsAudit),
            ("archived reply", FullRecord.Of<TeacherReply>(), ReplyJson.Default.TeacherReply),
            ("audit of an alert", FullRecord.Of<AlertAudit>(), AuditJson.Default.AlertAudit),
            ("audit of teachers", FullRecord.Of<TeacherAudit>(), TeacherAuditJson.Default.TeacherAudit),
            ("audit of posts", FullRecord.Of<PostAudit>(), PostAuditJson.Default.PostAudit),
            ("code", FullRecord.Of<MadeCode>(), TeacherCodeJson.Default.MadeCode),
            ("audit of reading", FullRecord.Of<ReadAudit>(), ReadAuditJson.Default.ReadAudit),
        ];

    public static TheoryData<string> Names => [.. Records.Select(one => one.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void What_is_missing_is_its_default(string name)
    {
        var (record, reading, written) = Written(name);
        Assert.Equal(
            written.ToJsonString(),
            JsonSerializer.SerializeToNode(reading.Read(written), reading.Json)!.ToJsonString()
        );

        foreach (var path in Paths(written))
        {
            var member = MemberAt(record, path);
            var called = Called(member);
            foreach (var less in Less(written, path, member))
            {
                if (Essential.Value.Contains(called, StringComparer.Ordinal))
                {
                    Assert.Throws<JsonException>(() => reading.Read(less));
                    continue;
                }

                var read = reading.Read(less);
                NeverNull(read, called);
                IsDefault(member, member.GetValue(At(read, path.Owner)), called);
            }
        }
    }

    [Fact]
    public void What_is_essential_is_known()
    {
        var refused = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var name in Records.Select(one => one.Name))
        {
            var (record, reading, written) = Written(name);
            refused.UnionWith(
                Paths(written)
                    .Where(path => IsRefused(reading, Without(written, path)))
                    .Select(path => Called(MemberAt(record, path)))
            );
        }

        Approved.Same(string.Join('\n', refused), EssentialFile);
    }

    [Fact]
    public void A_document_of_nothing_but_who_it_is_about_loads()
    {
        var person = Kinds.All.Person.Read(Stored("""{"id":{"tenantId":"t","objectId":"p"}}"""));
        var classroom = Kinds.All.Class.Read(Stored("""{"tenantId":"t","teamId":"19:team"}"""));

        NeverNull(person, "person");
        NeverNull(classroom, "class");
        Assert.Equal(
            (Head.CurrentSchema, Head.CurrentSchema, 1),
            (person.Schema, classroom.Schema, classroom.Revision)
        );
    }

    [Theory]
    [InlineData("""{"name":"Sam"}""")]
    [InlineData("""{"id":{"tenantId":"t"}}""")]
    [InlineData("""{"id":{"tenantId":"t","objectId":null}}""")]
    [InlineData("""{"id":{"tenantId":"t","objectId":"p"},"goals":[{"sentence":"I will read."}]}""")]
    public void A_document_without_what_is_essential_is_refused(string json) =>
        Assert.Throws<StoreUnavailableException>(() => Kinds.All.Person.Read(Stored(json)));

    [Fact]
    public void No_reminder_is_kept_apart_from_a_document_that_knows_of_none()
    {
        var schedule = FullRecord.Of<Classroom>().Settings!.Schedule with { ReminderAfter = null };
        var classroom = new Classroom
        {
            TenantId = "t",
            TeamId = "19:team",
            Settings = FullRecord.Of<ClassSettings>() with { Schedule = schedule },
        };

        Assert.Null(
            Kinds.All.Class.Read(Kinds.All.Class.Write(classroom.Key, classroom)).Settings!.Schedule.ReminderAfter
        );
    }

    private static Document Stored(string json) =>
        new(new("person:t:p", "head"), "person", System.Text.Encoding.UTF8.GetBytes(json));

    private static (object Record, Reading Reading, JsonNode Written) Written(string name)
    {
        var (_, record, json) = Records.Single(one => one.Name == name);
        return (record, new Reading(json), JsonSerializer.SerializeToNode(record, json)!);
    }

    private static bool IsRefused(Reading reading, JsonNode less)
    {
        try
        {
            reading.Read(less);
            return false;
        }
        catch (JsonException)
        {
            return true;
        }
    }

    private static string Called(PropertyInfo member) => $"{member.ReflectedType!.Name}.{member.Name}";

    private static PropertyInfo MemberAt(object record, (object[] Owner, string Member) path) =>
        FullRecord
            .Members(At(record, path.Owner).GetType())
            .Single(one => JsonNamingPolicy.CamelCase.ConvertName(one.Name) == path.Member);

    /// <summary>The document without the member and, where null is not allowed there, with null.</summary>
    private static IEnumerable<JsonNode> Less(
        JsonNode written,
        (object[] Owner, string Member) path,
        PropertyInfo member
    ) =>
        member.PropertyType.IsValueType || IsNullable(member)
            ? [Without(written, path)]
            : [Without(written, path), Without(written, path, orNull: true)];

    private static void IsDefault(PropertyInfo member, object? value, string called)
    {
        var initial = Initial(member);
        if (value is IEnumerable list and not string)
        {
            Assert.Equal(initial is null ? [] : ((IEnumerable)initial).Cast<object>(), list.Cast<object>());
        }
        else if (initial is not null || IsNullable(member))
        {
            Assert.True(
                Equals(initial, value) || (initial is not null && initial.ToString() == value?.ToString()),
                $"{called} is {value}, not {initial}."
            );
        }
    }

    private static object? Initial(PropertyInfo member)
    {
        var constructor = member.ReflectedType!.GetConstructors().MaxBy(one => one.GetParameters().Length);
        return constructor is null
            ? member.GetValue(
                System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(member.ReflectedType)
            )
            : member.GetValue(
                constructor.Invoke([
                    .. constructor.GetParameters().Select(one => one.HasDefaultValue ? one.DefaultValue : null),
                ])
            );
    }

    private static bool IsNullable(PropertyInfo member) =>
        Nullability.Create(member).ReadState == NullabilityState.Nullable;

    private static void NeverNull(object record, string without)
    {
        foreach (var member in FullRecord.Members(record.GetType()))
        {
            var value = member.GetValue(record);
            Assert.True(
                value is not null || IsNullable(member),
                $"Without {without}, {member.DeclaringType!.Name}.{member.Name} is null."
            );
            if (value is IEnumerable list and not string)
            {
                foreach (var one in list)
                    NeverNull(one, without);
            }
            else if (value?.GetType().Assembly == typeof(Person).Assembly && !value.GetType().IsEnum)
            {
                NeverNull(value, without);
            }
        }
    }

    /// <summary>
    /// Every member of every object, the record's own kind apart; what is sent on as it is has no members here.
    /// </summary>
    private static IEnumerable<(object[] Owner, string Member)> Paths(JsonNode node, params object[] here) =>
        node switch
        {
            JsonObject one => one.Where(pair => pair.Key is not ("awaits" or "message"))
                .SelectMany(pair =>
                    (IEnumerable<(object[], string)>)
                        [
                            (here, pair.Key),
                            .. pair.Key is "activity" or "body" || pair.Value is null
                                ? []
                                : Paths(pair.Value, [.. here, pair.Key]),
                        ]
                ),
            JsonArray list => list.SelectMany((one, index) => one is null ? [] : Paths(one, [.. here, index])),
            _ => [],
        };

    private static JsonNode Without(JsonNode written, (object[] Owner, string Member) path, bool orNull = false)
    {
        var copy = written.DeepClone();
        var owner = path
            .Owner.Aggregate(copy, (node, step) => step is int index ? node[index]! : node[(string)step]!)
            .AsObject();
        owner.Remove(path.Member);
        if (orNull)
            owner[path.Member] = null;
        return copy;
    }

    private static object At(object record, object[] path) =>
        path.Aggregate(
            record,
            (one, step) =>
                step is int index
                    ? ((IEnumerable)one).Cast<object>().ElementAt(index)
                    : FullRecord
                        .Members(one.GetType())
                        .Single(member => JsonNamingPolicy.CamelCase.ConvertName(member.Name) == (string)step)
                        .GetValue(one)!
        );

    /// <summary>How a record is read, whichever it is.</summary>
    private sealed class Reading(JsonTypeInfo json)
    {
        private readonly JsonTypeInfo _stored = (JsonTypeInfo)
            typeof(StoredJson)
                .GetMethod(nameof(StoredJson.Reading))!
                .MakeGenericMethod(json.Type)
                .Invoke(null, [json])!;

        public JsonTypeInfo Json => json;

        public object Read(JsonNode written) => JsonSerializer.Deserialize(written, _stored)!;
    }
}
