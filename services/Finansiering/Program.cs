using Boligsosial.Finansiering;
using Boligsosial.Finansiering.Bostoette;
using Boligsosial.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults<FinansieringDb>("finansiering");
builder.Services.AddValidation();
builder.Services.AddOpenApi("finansiering", OpenApi.For("finansiering"));

var app = builder.Build();
var api = app.UseServiceDefaults("finansiering", Tilganger.Personer);
api.MapBostoette();

app.Run();
