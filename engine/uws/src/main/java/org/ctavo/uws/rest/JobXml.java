package org.ctavo.uws.rest;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

import org.ctavo.spi.Parameters;
import org.ctavo.uws.Job;
import org.ctavo.uws.JobRef;
import org.ctavo.uws.JobResult;

/** Jobs in XML (UWS 1.1, appendix B; the namespace is 1.0's for 1.1 too). */
record JobXml() implements JobForm {
    private static final String[] NAMESPACES = {
        "xmlns:uws", "http://www.ivoa.net/xml/UWS/v1.0",
        "xmlns:xlink", "http://www.w3.org/1999/xlink",
        "xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"
    };
    private static final String[] VERSION = {"version", "1.1"};

    @Override
    public String contentType() {
        return "text/xml;charset=UTF-8";
    }

    private static XmlWriter xml(OutputStream output) throws IOException {
        return new XmlWriter(new BufferedWriter(new OutputStreamWriter(output, StandardCharsets.UTF_8)));
    }

    private static String[] with(String[] more) {
        String[] all = Arrays.copyOf(NAMESPACES, NAMESPACES.length + more.length);
        System.arraycopy(more, 0, all, NAMESPACES.length, more.length);
        return all;
    }

    @Override
    public void job(Job job, Links links, OutputStream output) throws IOException {
        XmlWriter xml = xml(output);
        xml.open("uws:job", with(VERSION)).line();
        xml.element("uws:jobId", job.id().toString());
        if (job.runId().isPresent()) {
            xml.element("uws:runId", job.runId().get());
        }
        nillable(xml, "uws:ownerId", job.owner());
        xml.element("uws:phase", job.phase().name());
        nillable(xml, "uws:quote", Optional.empty());
        xml.element("uws:creationTime", UwsTime.format(job.creationTime()));
        nillable(xml, "uws:startTime", time(job.startTime()));
        nillable(xml, "uws:endTime", time(job.endTime()));
        xml.element(
                "uws:executionDuration", Long.toString(job.executionDuration().toSeconds()));
        xml.element("uws:destruction", UwsTime.format(job.destruction()));
        parameters(xml, job.parameters(), new String[0]);
        results(xml, job, links, new String[0]);
        if (job.error().isPresent()) {
            xml.open(
                    "uws:errorSummary",
                    "type",
                    job.error().get().isTransient() ? "transient" : "fatal",
                    "hasDetail",
                    "true");
            xml.element("uws:message", job.error().get().message());
            xml.close("uws:errorSummary");
        }
        xml.close("uws:job").flush();
    }

    private static Optional<String> time(Optional<Instant> time) {
        return time.map(UwsTime::format);
    }

    private static void nillable(XmlWriter xml, String name, Optional<String> text) throws IOException {
        if (text.isPresent()) {
            xml.element(name, text.get());
        } else {
            xml.empty(name, "xsi:nil", "true");
        }
    }

    @Override
    public void parameters(Parameters parameters, OutputStream output) throws IOException {
        XmlWriter xml = xml(output);
        parameters(xml, parameters, NAMESPACES);
        xml.flush();
    }

    private static void parameters(XmlWriter xml, Parameters parameters, String[] attributes) throws IOException {
        xml.open("uws:parameters", attributes).line();
        for (Parameters.Entry entry : parameters.entries()) {
            xml.element("uws:parameter", entry.value(), "id", entry.name());
        }
        xml.close("uws:parameters");
    }

    @Override
    public void results(Job job, Links links, OutputStream output) throws IOException {
        XmlWriter xml = xml(output);
        results(xml, job, links, NAMESPACES);
        xml.flush();
    }

    private static void results(XmlWriter xml, Job job, Links links, String[] attributes) throws IOException {
        xml.open("uws:results", attributes).line();
        for (JobResult result : job.results()) {
            xml.empty(
                    "uws:result",
                    "id",
                    result.id(),
                    "xlink:type",
                    "simple",
                    "xlink:href",
                    links.result(job, result),
                    "size",
                    Long.toString(result.size()),
                    "mime-type",
                    result.contentType());
        }
        xml.close("uws:results");
    }

    @Override
    public RefWriter list(Links links, OutputStream output) throws IOException {
        XmlWriter xml = xml(output);
        xml.open("uws:jobs", with(VERSION)).line();
        return new RefWriter() {
            @Override
            public void ref(JobRef ref) throws IOException {
                String id = ref.id().toString();
                xml.open("uws:jobref", "id", id, "xlink:type", "simple", "xlink:href", links.job(id));
                xml.element("uws:phase", ref.phase().name());
                if (ref.runId().isPresent()) {
                    xml.element("uws:runId", ref.runId().get());
                }
                nillable(xml, "uws:ownerId", ref.owner());
                xml.element("uws:creationTime", UwsTime.format(ref.creationTime()));
                xml.close("uws:jobref");
            }

            @Override
            public void end() throws IOException {
                xml.close("uws:jobs").flush();
            }
        };
    }
}
