using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Boligsosial.Gateway.Tests;

/// <summary>The gateway with a certificate by settings alone, as docs/drift.md tells.</summary>
public sealed class KrypteringTests
{
    [Theory]
    [InlineData(SslProtocols.Tls12)]
    [InlineData(SslProtocols.Tls13)]
    public async Task Svarer_kryptert_og_ber_nettleseren_holde_seg_til_det(SslProtocols protokoll)
    {
        var mappe = Directory.CreateTempSubdirectory("boligsosial.");
        try
        {
            using var noekkel = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            using var sertifikat = new CertificateRequest("CN=gateway.example.no", noekkel, HashAlgorithmName.SHA256)
                .CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(200));
            var (sti, noekkelsti) = (Path.Combine(mappe.FullName, "gateway.pem"), Path.Combine(mappe.FullName, "gateway.key"));
            await File.WriteAllTextAsync(sti, sertifikat.ExportCertificatePem());
            await File.WriteAllTextAsync(noekkelsti, noekkel.ExportPkcs8PrivateKeyPem());
            await using var gateway = await GatewayTjener.Med(
                ("environment", "Production"),
                ("Kestrel:Endpoints:Https:Url", "https://127.0.0.1:0"),
                ("Kestrel:Endpoints:Https:Certificate:Path", sti),
                ("Kestrel:Endpoints:Https:Certificate:KeyPath", noekkelsti));

            var svar = await Hent(gateway.Klient.BaseAddress!.Port, protokoll, sertifikat);

            Assert.StartsWith("HTTP/1.1 200 ", svar, StringComparison.Ordinal);
            Assert.Contains("Strict-Transport-Security: max-age=31536000", svar, StringComparison.Ordinal);
        }
        finally
        {
            mappe.Delete(recursive: true);
        }
    }

    private static async Task<string> Hent(int port, SslProtocols protokoll, X509Certificate2 sertifikat)
    {
        using var tcp = new TcpClient();
        await tcp.ConnectAsync(IPAddress.Loopback, port);
        await using var kryptert = new SslStream(tcp.GetStream());
        await kryptert.AuthenticateAsClientAsync(new SslClientAuthenticationOptions
        {
            TargetHost = "gateway.example.no",
            EnabledSslProtocols = protokoll,
            RemoteCertificateValidationCallback = (_, tjenerens, _, _) => tjenerens?.GetCertHashString() == sertifikat.GetCertHashString(),
        });
        Assert.Equal(protokoll, kryptert.SslProtocol);
        await kryptert.WriteAsync("GET /alive HTTP/1.1\r\nHost: gateway.example.no\r\nConnection: close\r\n\r\n"u8.ToArray());
        using var svar = new StreamReader(kryptert, Encoding.UTF8);
        return await svar.ReadToEndAsync();
    }
}
