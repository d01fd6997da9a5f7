using Boligsosial.BoligsosialEnhet;
using Boligsosial.BoligsosialEnhet.Oversikt;
using Boligsosial.BoligsosialEnhet.Utleie;
using Boligsosial.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults<BoligsosialEnhetDb>("boligsosial-enhet");
builder.Services.AddValidation();
builder.Services.AddOpenApi("boligsosial-enhet", OpenApi.For("boligsosial-enhet"));

var app = builder.Build();
var api = app.UseServiceDefaults("boligsosial-enhet", Tilganger.Personer);
api.MapOversikt();
api.MapUtleie();

app.Run();
