using Boligsosial.MidlertidigBotilbud;
using Boligsosial.MidlertidigBotilbud.Akutt;
using Boligsosial.MidlertidigBotilbud.Botid;
using Boligsosial.MidlertidigBotilbud.Forebygging;
using Boligsosial.MidlertidigBotilbud.Garantier;
using Boligsosial.MidlertidigBotilbud.Oversikt;
using Boligsosial.MidlertidigBotilbud.Plasser;
using Boligsosial.MidlertidigBotilbud.Varig;
using Boligsosial.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults<MidlertidigBotilbudDb>("midlertidig-botilbud");
builder.Services.AddValidation();
builder.Services.AddOpenApi("midlertidig-botilbud", OpenApi.For("midlertidig-botilbud"));
builder.AddKommuneprofil<Kommuneprofil>();
builder.Services.AddSingleton<Plassliste>();
builder.Services.AddScoped<Plassoek>();
builder.Services.AddDoegnvakt<Doegnvakt, MidlertidigBotilbudDb>();

var app = builder.Build();
var api = app.UseServiceDefaults("midlertidig-botilbud", Tilganger.Personer);
api.MapAkutt();
api.MapPlasser();
api.MapBotid();
api.MapVarig();
api.MapGarantier();
api.MapForebygging();
api.MapOversikt();

app.Run();
