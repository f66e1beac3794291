using System.Text.Json.Nodes;
using Milestones.Language.Parts;

namespace Milestones.Bench.Parts;

/// <summary>How well lines are read by their parts.</summary>
internal sealed class PartScores
{
    private readonly Dictionary<(string Said, string Read), int> _mixed = [];
    private int _tokens,
        _actsRight,
        _lines,
        _linesRight,
        _numbers,
        _rolesRight,
        _sureRoles,
        _sureRolesRight,
        _sureActs,
        _sureActsRight;

    /// <summary>From this share on a reading is called sure.</summary>
    public const float Sure = 0.8f;

    public void Add(PartLine line, PartModels models, TextWriter? misses)
    {
        var said = PartReader.Read(line.Text, line.Language, line.Setting, models);
        var tokens = new PartTokens();
        tokens.Read(line.Text, line.Language);
        var begins = PartFit.Begins(tokens, line);
        var wrong = false;
        for (var at = 0; at < tokens.Count; at++)
        {
            if (tokens[at].IsMark)
                continue;
            var act = begins.Last(one => one.At <= at).Act;
            var read = said.Parts.Last(part => part.Start <= tokens[at].Start);
            _tokens++;
            _actsRight += act == read.Act ? 1 : 0;
            if (read.Share >= Sure)
                (_sureActs, _sureActsRight) = (_sureActs + 1, _sureActsRight + (act == read.Act ? 1 : 0));
            if (act != read.Act && !wrong)
                Count($"{act}", $"{read.Act}");
            wrong |= act != read.Act;
        }

        foreach (var number in said.Numbers)
        {
            var at = Enumerable.Range(0, tokens.Count).First(i => tokens[i].Start == number.Start);
            var role = PartFit.RoleOf(tokens, at, line);
            _numbers++;
            _rolesRight += role == number.Role ? 1 : 0;
            if (number.Share >= Sure)
                (_sureRoles, _sureRolesRight) = (_sureRoles + 1, _sureRolesRight + (role == number.Role ? 1 : 0));
            if (role == number.Role)
                continue;
            wrong = true;
            Count($"#{role}", $"#{number.Role}");
        }

        _lines++;
        _linesRight += wrong ? 0 : 1;
        if (wrong)
            misses?.WriteLine($"{line.Setting.Place} {line.Text} -> {Written(line.Text, said)}");
    }

    private void Count(string said, string read) => _mixed[(said, read)] = _mixed.GetValueOrDefault((said, read)) + 1;

    private static string Written(string text, PartReading said) =>
        string.Join(
            ' ',
            said.Parts.Select(part => $"<{part.Act} {part.Share:f2}>{text[part.Start..part.End]}")
                .Concat(said.Numbers.Select(one => $"{{{text[one.Start..one.End]}|{one.Role} {one.Share:f2}}}"))
        );

    public IEnumerable<string> Mixed(int most) =>
        _mixed
            .OrderByDescending(pair => pair.Value)
            .Take(most)
            .Select(pair => $"{pair.Key.Said} as {pair.Key.Read}: {pair.Value}");

    public JsonObject Json() =>
        new()
        {
            ["lines"] = _lines,
            ["whole"] = Share(_linesRight, _lines),
            ["acts"] = Share(_actsRight, _tokens),
            ["acts_sure"] = Share(_sureActs, _tokens),
            ["acts_right_of_sure"] = Share(_sureActsRight, _sureActs),
            ["numbers"] = _numbers,
            ["roles"] = Share(_rolesRight, _numbers),
            ["roles_sure"] = Share(_sureRoles, _numbers),
            ["roles_right_of_sure"] = Share(_sureRolesRight, _sureRoles),
        };

    private static double Share(int part, int all) => all == 0 ? 0 : Math.Round(part / (double)all, 3);
}
