namespace Milestones.Language;

/// <summary>What part of a statement a token belongs to; none is the core, the outcome or act itself.</summary>
[Flags]
internal enum Role : byte
{
    Core = 0,
    Time = 1,
    Reason = 2,
    Plan = 4,
    Now = 8,
    Name = 16,

    /// <summary>A number the words before it call the aim ("to 80", "at least 5").</summary>
    Aim = 32,

    /// <summary>What follows "I will" and its like.</summary>
    Led = 64,
}

/// <summary>Parts a statement into core, times, reasons and plan, and keeps the spans that show them.</summary>
internal sealed class Outline
{
    private Role[] _roles = new Role[128];

    public TextSpan? Time { get; private set; }

    public TextSpan? Reason { get; private set; }

    public TextSpan? Plan { get; private set; }

    public DateOnly? Deadline { get; private set; }

    public Role this[int token] => _roles[token];

    public void Read(Statement statement, DateOnly today)
    {
        var tokens = statement.Tokens;
        if (_roles.Length < tokens.Length)
            _roles = new Role[Math.Max(tokens.Length, _roles.Length * 2)];
        Array.Clear(_roles, 0, tokens.Length);
        (Time, Reason, Plan, Deadline) = (null, null, null, null);
        MarkNumbersAndVerbs(statement);
        Reason = ReasonReader.Read(statement, this);
        Plan = PlanReader.Read(statement, this);
        (Time, Deadline) = TimeReader.Read(statement, this, today);
    }

    private void MarkNumbersAndVerbs(Statement statement)
    {
        var tokens = statement.Tokens;
        foreach (ref readonly var match in statement.Matches)
        {
            if (match.Label == Label.NoNumber && NameParts.Holds(statement, match))
                Mark(match.First, match.End, Role.Name);
            else if (match.Label == Label.Target)
                Mark(match.First, match.End, Role.Aim);
            else if (match.Label == Label.Frame && match.End < tokens.Length && !InSideClause(tokens, match.First))
                Mark(match.End, match.End + 1, Role.Led);
        }
    }

    /// <summary>"when I have to present" promises nothing.</summary>
    private static bool InSideClause(ReadOnlySpan<Token> tokens, int at) => at > 0 && tokens[at - 1].Is(WordClass.Wh);

    public void Mark(int first, int end, Role role)
    {
        for (var i = first; i < end; i++)
            _roles[i] |= role;
    }

    public bool Has(int token, Role role) => (_roles[token] & role) != Role.Core;
}
