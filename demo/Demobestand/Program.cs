// Writes Ålesund's demo stock: dotnet run --project demo/Demobestand -- demo/aalesund-boliger.csv
using System.Text;
using Boligsosial.Demobestand;

if (args is not [var fil])
{
    Console.Error.WriteLine("Give the file to write, for instance demo/aalesund-boliger.csv");
    return 2;
}

await using var tekst = new StreamWriter(fil, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
CsvFil.Skriv(tekst, Bestand.Lag());
return 0;
