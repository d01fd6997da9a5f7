using System.Globalization;
using System.Text;
using Boligsosial.Boligregister.Boliger.Csv;
using Boligsosial.ServiceDefaults.Access;
using CsvHelper;
using CsvHelper.Configuration;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.Boligregister.Boliger;

/// <summary>The whole register as CSV, in the columns that the import reads: import of an export changes nothing.</summary>
internal static class EksporterBoliger
{
    public static void Map(IEndpointRouteBuilder boliger) => boliger.MapGet("/eksport", Handle)
        .Krever(Tilganger.LesBoliger)
        .WithName(nameof(EksporterBoliger))
        .WithSummary("Eksporter hele registeret som CSV")
        .WithDescription("Semikolon, UTF-8 med BOM, Kobos kolonner og det Kobo mangler. Celler som et regneark ville kjørt som formel får en apostrof foran; importen tar den bort igjen.")
        .Produces<string>(StatusCodes.Status200OK, "text/csv");

    private static async Task Handle(BoligregisterDb db, HttpContext http)
    {
        http.Response.ContentType = "text/csv; charset=utf-8";
        http.Response.Headers.ContentDisposition = "attachment; filename=\"boliger.csv\"";

        await using var tekst = new StreamWriter(http.Response.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), bufferSize: 32 * 1024);
        await using var csv = new CsvWriter(tekst, new CsvConfiguration(CultureInfo.InvariantCulture) { Delimiter = ";", NewLine = "\r\n" });
        foreach (var kolonne in Kolonner.Alle)
            csv.WriteField(kolonne.Navn);
        await csv.NextRecordAsync();

        await foreach (var bolig in db.Boliger.AsNoTracking().OrderBy(b => b.Id).AsAsyncEnumerable().WithCancellation(http.RequestAborted))
        {
            foreach (var kolonne in Kolonner.Alle)
            {
                var celle = kolonne.Skriv(bolig.Data) ?? "";
                csv.WriteField(kolonne.ErTekst ? Formelvern.Sett(celle) : celle);
            }

            await csv.NextRecordAsync();
        }
    }
}
