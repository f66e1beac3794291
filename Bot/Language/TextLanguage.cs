namespace Milestones.Language;

/// <summary>A language, by the place of its pack in <see cref="Packs.LanguagePacks.All"/>.</summary>
internal enum TextLanguage
{
    English,
    Spanish,
}
