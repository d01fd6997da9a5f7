namespace Boligsosial.Demobestand;

/// <summary>Chance that falls the same way every time: <see cref="Random"/> with a seed keeps its algorithm for ever.</summary>
internal sealed class Tilfeldig(int froe)
{
    private readonly Random _tall = new(froe);

    /// <summary>From <paramref name="fra"/> to <paramref name="til"/>, both included.</summary>
    public int Tall(int fra, int til) => _tall.Next(fra, til + 1);

    public bool Prosent(int sjanse) => _tall.Next(100) < sjanse;

    public T En<T>(IReadOnlyList<T> av) => av[_tall.Next(av.Count)];

    /// <summary>One of the values, each as likely as its weight.</summary>
    public int Vektet(params (int Verdi, int Vekt)[] valg)
    {
        var punkt = _tall.Next(valg.Sum(v => v.Vekt));
        foreach (var (verdi, vekt) in valg)
        {
            if (punkt < vekt)
                return verdi;
            punkt -= vekt;
        }

        throw new InvalidOperationException("The point lies within the sum of the weights.");
    }

    public void Stokk<T>(List<T> liste)
    {
        for (var i = liste.Count - 1; i > 0; i--)
        {
            var j = _tall.Next(i + 1);
            (liste[i], liste[j]) = (liste[j], liste[i]);
        }
    }
}
