using System.Reflection;
using System.Text;
using System.Text.Json.Serialization;
using Milestones.Calendar;
using Milestones.Conversations;
using Milestones.School;

namespace Milestones.Tests.Storage;

/// <summary>Stored records with every member filled in, whatever members they have.</summary>
internal static class FullRecord
{
    public static IEnumerable<Type> KindsOf(Type type) =>
        type.GetCustomAttributes<JsonDerivedTypeAttribute>(inherit: false).Select(one => one.DerivedType);

    public static T Of<T>() => (T)Of(typeof(T));

    /// <param name="itself">This very kind, where another stands for the kinds of it.</param>
    public static object Of(Type type, bool itself = false)
    {
        if (!itself && Simple(Nullable.GetUnderlyingType(type) ?? type) is { } simple)
            return simple;
        if (ElementOf(type) is { } element)
            return One(element, Of(element));
        var constructor = type.GetConstructors().MaxBy(one => one.GetParameters().Length);
        var record = constructor is null
            ? Activator.CreateInstance(type)!
            : constructor.Invoke([.. constructor.GetParameters().Select(one => Of(one.ParameterType))]);
        foreach (var member in Members(type))
            member.SetValue(record, Of(member.PropertyType));
        return record;
    }

    /// <summary>What is stored of a record.</summary>
    public static IEnumerable<PropertyInfo> Members(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(one =>
                one.CanWrite
                && one.GetCustomAttribute<JsonIgnoreAttribute>()
                    is null
                        or { Condition: not JsonIgnoreCondition.Always }
            );

    public static Type? ElementOf(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>)
            ? type.GetGenericArguments()[0]
            : null;

    public static Array One(Type element, object value)
    {
        var list = Array.CreateInstance(element, 1);
        list.SetValue(value, 0);
        return list;
    }

    private static object? Simple(Type type) =>
        type == typeof(string) ? "words"
        : type == typeof(bool) ? true
        : type == typeof(int) ? 3
        : type == typeof(double) ? 2.5
        : type == typeof(DateTimeOffset) ? new DateTimeOffset(2026, 9, 14, 14, 0, 0, TimeSpan.Zero)
        : type == typeof(DateOnly) ? new DateOnly(2026, 9, 14)
        : type == typeof(TimeOnly) ? new TimeOnly(13, 30)
        : type == typeof(TimeSpan) ? TimeSpan.FromHours(5)
        : type == typeof(IsoWeek) ? IsoWeek.Of(new DateOnly(2026, 9, 14))
        : type == typeof(RawJson) ? new RawJson(Encoding.UTF8.GetBytes("""{"said":"hello"}"""))
        : type == typeof(GoalDialogState) ? Of(typeof(AskingPlan))
        : type == typeof(ReflectionDialogState) ? Of(typeof(AskingQuestion))
        : type.IsEnum ? Enum.GetValues(type).GetValue(Enum.GetValues(type).Length - 1)
        : null;
}
