namespace Milestones.Storage;

/// <summary>A document was written by a newer bot than this one. Nothing is changed: reading it half would lose what this version does not know.</summary>
internal sealed class NewerSchemaException(int found, int known)
    : Exception($"A document has schema {found}, this version knows up to {known}. Run the newer version of the bot; nothing was changed.");
