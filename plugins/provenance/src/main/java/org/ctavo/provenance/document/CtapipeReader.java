package org.ctavo.provenance.document;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.ctavo.provenance.model.Activity;
import org.ctavo.provenance.model.Agent;
import org.ctavo.provenance.model.AgentType;
import org.ctavo.provenance.model.ArtefactType;
import org.ctavo.provenance.model.Configuration.Parameter;
import org.ctavo.provenance.model.Description.ActivityDescription;
import org.ctavo.provenance.model.Entity;
import org.ctavo.provenance.model.EntityKind;
import org.ctavo.provenance.model.ProvBuilder;
import org.ctavo.provenance.model.ProvenanceFault;
import org.ctavo.provenance.model.Reading;
import org.ctavo.provenance.model.Relation.Used;
import org.ctavo.provenance.model.Relation.WasAssociatedWith;
import org.ctavo.provenance.model.Relation.WasConfiguredBy;
import org.ctavo.provenance.model.Relation.WasGeneratedBy;
import org.ctavo.provenance.prov.BoundedInput;
import org.ctavo.provenance.prov.Limits;
import org.ctavo.provenance.prov.Times;
import org.ctavo.spi.Fault;

/**
 * Reads the log that ctapipe tools write: a list of activities with their inputs, outputs, configuration and system.
 * Activities are held one at a time. What a tool read again that it had written itself is no input. For one document
 * and one thread.
 */
final class CtapipeReader {
    private static final int MOST_PARAMETERS = 5000;
    private static final int DEEPEST = 20;

    /** An activity is held in memory as a whole, in ten times as many bytes. */
    private static final long LONGEST = 32L << 20;

    private final ProvBuilder builder = new ProvBuilder();
    private String place = "";

    private CtapipeReader() {}

    static Reading read(InputStream in, Limits limits) throws IOException {
        CtapipeReader reader = new CtapipeReader();
        ObjectMapper mapper = new ObjectMapper(Documents.json(limits));
        try (JsonParser json = mapper.createParser(new BoundedInput(in, Math.min(LONGEST, limits.bytes())))) {
            json.nextToken();
            boolean isList = json.currentToken() == JsonToken.START_ARRAY;
            if (isList) {
                json.nextToken();
            }
            int count = 0;
            while (json.currentToken() != null && json.currentToken() != JsonToken.END_ARRAY) {
                JsonLocation at = json.currentTokenLocation();
                reader.place = "line " + at.getLineNr() + ", column " + at.getColumnNr();
                if (++count > limits.statements()) {
                    throw new Fault(
                            ProvenanceFault.DOCUMENT_TOO_LARGE,
                            reader.place + ": the log has more than " + limits.statements() + " activities.");
                }
                reader.activity(mapper.readTree(json));
                if (json.nextToken() == null && isList) {
                    throw reader.bad("the list of activities does not end");
                }
            }
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            throw new Fault(
                    ProvenanceFault.BAD_DOCUMENT,
                    (at == null ? "" : "line " + at.getLineNr() + ", column " + at.getColumnNr() + ": ")
                            + "this is not JSON: " + e.getOriginalMessage() + ".",
                    e);
        }
        return reader.builder.read();
    }

    private void activity(JsonNode node) {
        String uuid = node.path("activity_uuid").asText("");
        String name = node.path("activity_name").asText("");
        if (uuid.isEmpty() || name.isEmpty()) {
            throw bad("an activity of ctapipe has activity_uuid and activity_name");
        }
        String id = "urn:uuid:" + encoded(uuid);
        JsonNode system = node.path("system");
        String version = system.path("ctapipe_version").asText(null);
        String description = version == null ? null : "urn:x-cta-vo:ctapipe:" + encoded(name) + ":" + encoded(version);
        if (description != null) {
            builder.add(new ActivityDescription(description, name, version, null, null, null, null), place);
            String software = "ctapipe " + version;
            Agent agent = Agent.of("urn:x-cta-vo:software:" + encoded(software), software, AgentType.SOFTWARE_AGENT);
            builder.add(agent, place);
            builder.add(new WasAssociatedWith(id, agent.id(), null), place);
        }
        String status = node.path("status").asText("");
        String host = system.path("platform").path("node").asText("");
        String comment = (status.isEmpty() ? "" : "status: " + status)
                + (host.isEmpty() ? "" : (status.isEmpty() ? "" : ", ") + "host: " + host);
        builder.add(
                new Activity(
                        id,
                        name,
                        time(node.path("start")),
                        time(node.path("stop")),
                        comment.isEmpty() ? null : comment,
                        description),
                place);
        Set<String> outputs = new HashSet<>();
        for (JsonNode output : files(node.path("output"))) {
            String entity = file(output);
            outputs.add(entity);
            builder.add(new WasGeneratedBy(entity, id, role(output), null), place);
        }
        for (JsonNode input : files(node.path("input"))) {
            String entity = file(input);
            if (outputs.contains(entity)) {
                builder.remark("what the activity wrote and read again is not kept as an input", place);
            } else {
                builder.add(new Used(id, entity, role(input), null, null), place);
            }
        }
        int[] left = {MOST_PARAMETERS};
        parameters(id, "", node.path("config"), left, 0);
    }

    private static LocalDateTime timeOf(String text, String place) {
        return text.isEmpty() ? null : Times.of(text, place);
    }

    /** Newer versions nest the time with its scale; the scale is UTC. */
    private LocalDateTime time(JsonNode node) {
        JsonNode time = node.path("time_utc");
        return timeOf(time.isObject() ? time.path("value").asText("") : time.asText(""), place);
    }

    private static List<JsonNode> files(JsonNode node) {
        List<JsonNode> files = new ArrayList<>();
        node.forEach(files::add);
        return files;
    }

    /** A file is its address: a text in old versions, an object with url and role in new ones. */
    private String file(JsonNode node) {
        String url = node.isTextual() ? node.asText() : node.path("url").asText("");
        if (url.isEmpty()) {
            throw bad("an input or output of ctapipe is a path, or has a url");
        }
        String id = url.matches("(?i)[a-z][a-z0-9+.-]*:.*") ? escaped(url) : "file://" + escaped(url);
        String name = url.substring(url.lastIndexOf('/') + 1);
        builder.add(
                new Entity(id, EntityKind.DATASET, name.isEmpty() ? null : name, url, null, null, null, null, null),
                place);
        return id;
    }

    private static String role(JsonNode node) {
        String role = node.path("role").asText("");
        return role.isEmpty() || role.equals("null") ? null : role;
    }

    /** Nested configuration becomes parameters with dotted names. */
    private void parameters(String activity, String name, JsonNode node, int[] left, int depth) {
        if (node.isObject() && depth < DEEPEST) {
            node.fields()
                    .forEachRemaining(field -> parameters(
                            activity,
                            name.isEmpty() ? field.getKey() : name + "." + field.getKey(),
                            field.getValue(),
                            left,
                            depth + 1));
        } else if (!name.isEmpty() && !node.isNull() && !node.isMissingNode()) {
            if (left[0]-- == 0) {
                builder.remark("only the first " + MOST_PARAMETERS + " parameters are kept", place);
            }
            if (left[0] >= 0) {
                String id = activity + ":" + encoded(name);
                builder.add(
                        new Parameter(id, name, node.isTextual() ? node.asText() : node.toString(), null, null), place);
                builder.add(new WasConfiguredBy(activity, ArtefactType.PARAMETER, id), place);
            }
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("*", "%2A");
    }

    /** Percent-encodes what an IRI cannot hold, and nothing else. */
    private static String escaped(String path) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c <= ' ' || c == 127 || "<>\"{}|\\^`".indexOf(c) >= 0) {
                escaped.append(String.format(Locale.ROOT, "%%%02X", (int) c));
            } else {
                escaped.append(c);
            }
        }
        return escaped.toString();
    }

    private Fault bad(String problem) {
        return new Fault(ProvenanceFault.BAD_DOCUMENT, place + ": " + problem + ".");
    }
}
