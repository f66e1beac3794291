namespace Milestones.Bench;

/// <summary>Counts what was found right, found wrong and missed.</summary>
internal sealed class Score
{
    private int _hits;
    private int _false;
    private int _missed;
    private int _rest;

    public double Precision => Share(_hits, _false);

    public double Recall => Share(_hits, _missed);

    public double F1 => _hits == 0 && _false + _missed == 0 ? 1 : 2.0 * _hits / ((2.0 * _hits) + _false + _missed);

    /// <summary>Of the lines with nothing to find, how many had something found.</summary>
    public double FalseAlarmRate => _false + _rest == 0 ? 0 : (double)_false / (_false + _rest);

    public double Accuracy => Share(_hits + _rest, _false + _missed);

    public void Add(bool expected, bool found)
    {
        if (expected && found)
            _hits++;
        else if (found)
            _false++;
        else if (expected)
            _missed++;
        else
            _rest++;
    }

    /// <summary>Counts an answer that is right or not, with no yes or no in it.</summary>
    public void Add(bool right)
    {
        if (right)
            _hits++;
        else
            _missed++;
    }

    private static double Share(int of, int others) => of + others == 0 ? 1 : (double)of / (of + others);
}
