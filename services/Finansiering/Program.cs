using Boligsosial.Finansiering;
using Boligsosial.Finansiering.Bostoette;
using Boligsosial.Finansiering.Bostoettesaker;
using Boligsosial.Finansiering.Bostoettesaker.Husbanken;
using Boligsosial.Finansiering.Kjoepsvurderinger;
using Boligsosial.Finansiering.Leietakere;
using Boligsosial.Finansiering.Startlaan;
using Boligsosial.Finansiering.Statistikk;
using Boligsosial.Finansiering.Tilskudd;
using Boligsosial.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults<FinansieringDb>("finansiering");
builder.Services.AddValidation();
builder.Services.AddOpenApi("finansiering", OpenApi.For("finansiering"));
builder.AddKommuneprofil<Kommuneprofil>();
builder.Services.AddSingleton<IHusbanken, Husbankmappe>();
builder.Services.AddDoegnvakt<Doegnvakt, FinansieringDb>();

var app = builder.Build();
var api = app.UseServiceDefaults("finansiering", Tilganger.Personer);
api.MapBostoette();
api.MapBostoettesaker();
api.MapHusbanken();
api.MapStartlaan();
api.MapTilskudd();
api.MapLeietakere();
api.MapKjoepsvurderinger();
api.MapStatistikk();

app.Run();
