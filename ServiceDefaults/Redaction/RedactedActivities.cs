using System.Diagnostics;
using OpenTelemetry;

namespace Boligsosial.ServiceDefaults.Redaction;

/// <summary>Masks what a span says. Goes after those that name spans and before the exporter.</summary>
internal sealed class RedactedActivities : BaseProcessor<Activity>
{
    public override void OnEnd(Activity data)
    {
        data.DisplayName = Redact.Text(data.DisplayName);
        data.SetStatus(data.Status, Redact.Text(data.StatusDescription));
        data.TraceStateString = Redact.Text(data.TraceStateString);
        foreach (ref readonly var tag in data.EnumerateTagObjects())
        {
            if (Redact.Value(tag.Value) is var redacted && !ReferenceEquals(redacted, tag.Value))
                data.SetTag(tag.Key, redacted);
        }

        // Neither events nor links can be changed: a span with such a one is not sent.
        foreach (var happened in data.Events)
            Withhold(data, happened.Name, happened.Tags);
        foreach (var link in data.Links)
            Withhold(data, link.Context.TraceState, link.Tags);
    }

    private static void Withhold(Activity data, string? text, IEnumerable<KeyValuePair<string, object?>>? tags)
    {
        if (Redact.Finds(text) || tags?.Any(t => !ReferenceEquals(Redact.Value(t.Value), t.Value)) == true)
            data.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
    }
}
