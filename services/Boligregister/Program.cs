using Boligsosial.Boligregister;
using Boligsosial.Boligregister.Boliger;
using Boligsosial.Boligregister.Boligmasse;
using Boligsosial.Boligregister.Fravikelse;
using Boligsosial.Boligregister.Husleie;
using Boligsosial.Boligregister.Leie;
using Boligsosial.Boligregister.Soeknader;
using Boligsosial.Boligregister.Statistikk;
using Boligsosial.Boligregister.Tildeling;
using Boligsosial.Boligregister.Venteliste;
using Boligsosial.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults<BoligregisterDb>("boligregister");
builder.Services.AddValidation();
builder.Services.AddOpenApi("boligregister", OpenApi.For("boligregister"));
builder.AddKommuneprofil<Kommuneprofil>();
builder.Services.AddDoegnvakt<Doegnvakt, BoligregisterDb>();

var app = builder.Build();
var api = app.UseServiceDefaults("boligregister", Tilganger.Personer);
api.MapBoliger();
api.MapSoeknader();
api.MapVenteliste();
api.MapTildeling();
api.MapLeie();
api.MapHusleie();
api.MapFravikelse();
api.MapBoligmasse();
api.MapStatistikk();

app.Run();
