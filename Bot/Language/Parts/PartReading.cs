using Milestones.Language.Reports;

namespace Milestones.Language.Parts;

/// <summary>A line by its parts: what each does, and what its numbers stand for.</summary>
internal sealed record PartReading(IReadOnlyList<SaidPart> Parts, IReadOnlyList<SaidNumber> Numbers);

/// <summary>One part of a line.</summary>
/// <param name="Act">The likeliest act of the likeliest family.</param>
/// <param name="Share">How probable the act is, 0 to 1.</param>
/// <param name="Together">How probable the act's whole family is, 0 to 1.</param>
internal sealed record SaidPart(int Start, int End, PartAct Act, float Share, float Together);

/// <summary>A number of a line.</summary>
/// <param name="Part">The index of the part in which it stands.</param>
/// <param name="Share">How probable the role is, 0 to 1.</param>
internal sealed record SaidNumber(int Start, int End, double Value, Look Look, int Part, NumberRole Role, float Share);
