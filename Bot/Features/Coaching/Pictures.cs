using Milestones.Language;

namespace Milestones.Features.Coaching;

/// <summary>
/// What the youngest choose from: a picture, a number, and when. Each picture has a sentence frame in the resource
/// <c>Picture.{Name}.Frame</c>.
/// </summary>
/// <param name="Sign">The picture, always shown with its word.</param>
internal sealed record Picture(string Name, string Sign, Area Area, string Unit)
{
    public static IReadOnlyList<Picture> All { get; } =
    [
        new("Read", "📖", Area.Academic, "books"),
        new("Count", "🔢", Area.Academic, "problems"),
        new("Write", "✏️", Area.Academic, "sentences"),
        new("Hand", "🙋", Area.Engagement, "times"),
        new("Kind", "💛", Area.SocialEmotional, "times"),
        new("Ready", "🎒", Area.Behavior, "days"),
    ];

    /// <summary>For who wants to get on with others: kindness by what one can see and count.</summary>
    public static IReadOnlyList<Picture> OfKindness { get; } =
    [
        new("Share", "🧸", Area.SocialEmotional, "times"),
        new("Help", "🤝", Area.SocialEmotional, "times"),
        new("KindWords", "💬", Area.SocialEmotional, "times"),
        new("Turn", "⏳", Area.SocialEmotional, "times"),
        new("Play", "⚽", Area.SocialEmotional, "times"),
        new("Sorry", "💛", Area.SocialEmotional, "times"),
    ];

    /// <summary>The pictures for what was typed; everything where that names nothing.</summary>
    public static IReadOnlyList<Picture> For(Area area) => area == Area.SocialEmotional ? OfKindness : All;

    public static IReadOnlyList<int> Numbers { get; } = [1, 2, 3, 5, 10];

    /// <summary>Days from today, with the resource name of each.</summary>
    public static IReadOnlyList<(string Name, int Days)> Times { get; } =
    [("Week", 7), ("TwoWeeks", 14), ("Month", 28)];

    public static IReadOnlyList<Picture> Every { get; } = [.. All, .. OfKindness];

    public static Picture? Find(string? name) => Every.FirstOrDefault(picture => picture.Name == name);
}
