using System.Security.Cryptography;

namespace AppHost;

/// <summary>Passwords and keys are made at first use, one file each in the data folder, readable by its owner only.</summary>
internal static class Hemmeligheter
{
    public static string Fil(string dataMappe, string navn, int hexsifre = 32)
    {
        var fil = Path.Combine(dataMappe, "hemmeligheter", navn);
        if (File.Exists(fil))
        {
            return fil;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(fil)!, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        using var skriver = new StreamWriter(fil, new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        });
        skriver.Write(RandomNumberGenerator.GetHexString(hexsifre, lowercase: true));
        return fil;
    }

    public static IResourceBuilder<ParameterResource> AddPassord(this IDistributedApplicationBuilder builder, string dataMappe, string navn) =>
        builder.AddParameter(navn, () => File.ReadAllText(Fil(dataMappe, navn)), secret: true);

    /// <summary>32 bytes.</summary>
    public static IResourceBuilder<ParameterResource> AddNoekkel(this IDistributedApplicationBuilder builder, string dataMappe, string navn) =>
        builder.AddParameter(navn, () => File.ReadAllText(Fil(dataMappe, navn, hexsifre: 64)), secret: true);
}
