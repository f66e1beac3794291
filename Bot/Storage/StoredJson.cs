using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Milestones.Storage;

/// <summary>
/// How records are read that an older version of the bot may have written: what is missing is its default, and what has
/// none is asked for.
/// Generated readers set what is missing to null or zero instead, whatever the record's own initial value.
/// </summary>
/// <remarks>
/// A member that is missing, or null where that is not allowed, is the value its record begins with; without one, a
/// list is empty and a record
/// what it is made of nothing. A text without an initial value, a key and a week are essential: a document without them
/// is not read
/// (<see cref="JsonException"/>). What may be null stays null, and a parameter keeps the value its constructor names.
/// </remarks>
internal static class StoredJson
{
    /// <param name="written">How it is written; that stays as it is, byte for byte.</param>
    public static JsonTypeInfo<T> Reading<T>(JsonTypeInfo<T> written) =>
        (JsonTypeInfo<T>)
            new JsonSerializerOptions(written.Options)
            {
                RespectNullableAnnotations = true,
                TypeInfoResolver = written.Options.TypeInfoResolver!.WithAddedModifier(KeepDefaults),
            }.GetTypeInfo(typeof(T));

    private static void KeepDefaults(JsonTypeInfo type)
    {
        if (type.Kind != JsonTypeInfoKind.Object || type.Type.IsAbstract)
            return;
        var begun = Begun(type.Type);
        List<Missing> missing = [];
        foreach (var property in type.Properties.Where(one => one.Get is not null && !IsNullable(one)))
        {
            var initial = property.Get!(begun);
            if (IsEssential(property.PropertyType, initial))
            {
                property.IsRequired = true;
            }
            else if (Missing.Of(property, initial, type) is { } one)
            {
                property.IsSetNullable |= !property.PropertyType.IsValueType;
                missing.Add(one);
            }
        }

        if (missing.Count > 0)
            type.OnDeserialized = read => missing.ForEach(one => one.Fill(read));
    }

    private static bool IsNullable(JsonPropertyInfo property) =>
        property.PropertyType.IsValueType
            ? Nullable.GetUnderlyingType(property.PropertyType) is not null
            : property.IsGetNullable;

    /// <summary>
    /// A text that begins as nothing, or a value of ours (a key, a week): without it there is no telling what the
    /// record is about.
    /// </summary>
    private static bool IsEssential(Type type, object? initial) =>
        type == typeof(string)
            ? initial is null
            : type is { IsValueType: true, IsEnum: false } && type.Assembly == typeof(StoredJson).Assembly;

    /// <summary>The record as its constructor leaves it when it is told nothing.</summary>
    private static object Begun(Type type)
    {
        var constructor = type.GetConstructors().MaxBy(one => one.GetParameters().Length);
        return constructor is null
            ? RuntimeHelpers.GetUninitializedObject(type)
            : constructor.Invoke([
                .. constructor.GetParameters().Select(one => one.HasDefaultValue ? one.DefaultValue : null),
            ]);
    }

    /// <summary>A member and what it is when it is missing.</summary>
    private sealed class Missing(
        Func<object, object?> read,
        PropertyInfo member,
        object? nothing,
        Func<object?> initial
    )
    {
        public static Missing? Of(JsonPropertyInfo property, object? initial, JsonTypeInfo type)
        {
            var nothing = property.PropertyType.IsValueType
                ? RuntimeHelpers.GetUninitializedObject(property.PropertyType)
                : null;
            var member = (PropertyInfo)property.AttributeProvider!;
            var (propertyType, options) = (property.PropertyType, type.Options);
            return property.AssociatedParameter?.HasDefaultValue == true
                || (nothing is not null && Equals(initial, nothing))
                    ? null
                : initial is not null ? new(property.Get!, member, nothing, () => initial)
                : new(
                    property.Get!,
                    member,
                    nothing,
                    () =>
                        JsonSerializer.Deserialize(
                            propertyType.IsAssignableTo(typeof(IEnumerable)) ? "[]" : "{}",
                            options.GetTypeInfo(propertyType)
                        )
                );
        }

        public void Fill(object record)
        {
            if (Equals(read(record), nothing))
                member.SetValue(record, initial());
        }
    }
}
