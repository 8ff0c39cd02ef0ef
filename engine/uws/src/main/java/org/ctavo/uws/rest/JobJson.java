package org.ctavo.uws.rest;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import org.ctavo.spi.Parameters;
import org.ctavo.uws.Job;
import org.ctavo.uws.JobRef;
import org.ctavo.uws.JobResult;

/** Jobs in JSON: the names of the XML form, null for what is not there. */
record JobJson() implements JobForm {
    private static final JsonFactory FACTORY =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    @Override
    public String contentType() {
        return "application/json";
    }

    @Override
    public void job(Job job, Links links, OutputStream output) throws IOException {
        try (JsonGenerator json = FACTORY.createGenerator(output)) {
            json.writeStartObject();
            json.writeStringField("jobId", job.id().toString());
            json.writeStringField("runId", job.runId().orElse(null));
            json.writeStringField("ownerId", job.owner().orElse(null));
            json.writeStringField("phase", job.phase().name());
            json.writeNullField("quote");
            json.writeStringField("creationTime", UwsTime.format(job.creationTime()));
            json.writeStringField("startTime", time(job.startTime()));
            json.writeStringField("endTime", time(job.endTime()));
            json.writeNumberField("executionDuration", job.executionDuration().toSeconds());
            json.writeStringField("destruction", UwsTime.format(job.destruction()));
            json.writeFieldName("parameters");
            parameters(json, job.parameters());
            json.writeFieldName("results");
            results(json, job, links);
            if (job.error().isPresent()) {
                json.writeObjectFieldStart("errorSummary");
                json.writeStringField("type", job.error().get().isTransient() ? "transient" : "fatal");
                json.writeBooleanField("hasDetail", true);
                json.writeStringField("message", job.error().get().message());
                json.writeEndObject();
            }
            json.writeEndObject();
        }
    }

    private static String time(Optional<Instant> time) {
        return time.map(UwsTime::format).orElse(null);
    }

    @Override
    public void parameters(Parameters parameters, OutputStream output) throws IOException {
        try (JsonGenerator json = FACTORY.createGenerator(output)) {
            parameters(json, parameters);
        }
    }

    private static void parameters(JsonGenerator json, Parameters parameters) throws IOException {
        json.writeStartArray();
        for (Parameters.Entry entry : parameters.entries()) {
            json.writeStartObject();
            json.writeStringField("id", entry.name());
            json.writeStringField("value", entry.value());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    @Override
    public void results(Job job, Links links, OutputStream output) throws IOException {
        try (JsonGenerator json = FACTORY.createGenerator(output)) {
            results(json, job, links);
        }
    }

    private static void results(JsonGenerator json, Job job, Links links) throws IOException {
        json.writeStartArray();
        for (JobResult result : job.results()) {
            json.writeStartObject();
            json.writeStringField("id", result.id());
            json.writeStringField("href", links.result(job, result));
            json.writeNumberField("size", result.size());
            json.writeStringField("mimeType", result.contentType());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    @Override
    public RefWriter list(Links links, OutputStream output) throws IOException {
        JsonGenerator json = FACTORY.createGenerator(output);
        json.writeStartArray();
        return new RefWriter() {
            @Override
            public void ref(JobRef ref) throws IOException {
                json.writeStartObject();
                json.writeStringField("jobId", ref.id().toString());
                json.writeStringField("href", links.job(ref.id().toString()));
                json.writeStringField("phase", ref.phase().name());
                json.writeStringField("runId", ref.runId().orElse(null));
                json.writeStringField("ownerId", ref.owner().orElse(null));
                json.writeStringField("creationTime", UwsTime.format(ref.creationTime()));
                json.writeEndObject();
            }

            @Override
            public void end() throws IOException {
                json.writeEndArray();
                json.close();
            }
        };
    }
}
