using Boligsosial.ServiceDefaults.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NpgsqlTypes;

namespace Boligsosial.Boligregister.Boliger;

internal sealed class BoligMapping : IEntityTypeConfiguration<Bolig>
{
    /// <summary>A generated column: the words of the address, for free-text search.</summary>
    public const string AdresseSoek = "AdresseSoek";

    public void Configure(EntityTypeBuilder<Bolig> builder)
    {
        builder.ToTable("bolig");
        builder.Property(b => b.Versjon).IsRowVersion();
        builder.Property<NpgsqlTsVector>(AdresseSoek).ValueGeneratedOnAddOrUpdate();
        builder.ComplexProperty(b => b.Data, data =>
        {
            data.Property(d => d.Disposisjonsform).HasConversion<EnumText<Disposisjonsform>>();
            data.Property(d => d.Status).HasConversion<EnumText<Boligstatus>>().IsRequired();
            data.Property(d => d.Soverom).IsRequired();
            data.Property(d => d.StatusFra).IsRequired();
            data.ComplexProperty(d => d.Adresse);
            data.ComplexProperty(d => d.Eier, eier =>
            {
                eier.Property(e => e.Navn).HasColumnName("eier_navn");
                eier.Property(e => e.Organisasjonsnummer).HasColumnName("eier_organisasjonsnummer");
                eier.Property(e => e.Mobilnummer).HasColumnName("eier_mobilnummer");
            });
        });
    }
}
