package org.ctavo.provenance.votable;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.ctavo.provenance.model.Agent;
import org.ctavo.provenance.model.AgentType;
import org.ctavo.provenance.model.Description.ActivityDescription;
import org.ctavo.provenance.model.Description.EntityDescription;
import org.ctavo.provenance.model.Description.GeneratedEntityDescription;
import org.ctavo.provenance.model.Description.GenerationDescription;
import org.ctavo.provenance.model.Description.ParameterDescription;
import org.ctavo.provenance.model.Description.UsageDescription;
import org.ctavo.provenance.model.Description.UsedEntityDescription;
import org.ctavo.provenance.model.EntityKind;
import org.ctavo.provenance.model.ProvBuilder;
import org.ctavo.provenance.model.ProvDocument;
import org.ctavo.provenance.model.Reading;

/** Descriptions of an activity in the Provenance Data Model from those in a file, and the other way. */
public final class ActivityDescriptions {
    private ActivityDescriptions() {}

    /**
     * What a file says in the model, with the contact as an agent, and remarks on what the model has no place for.
     *
     * @param base begins all identifiers, such as {@code ivo://authority/activities?}
     * @throws org.ctavo.spi.Fault if the file contradicts itself
     */
    public static Reading of(ActivityFile file, String base) {
        String id = base + encoded(file.name()) + (file.version().isEmpty() ? "" : "/" + encoded(file.version()));
        ProvBuilder builder = new ProvBuilder();
        builder.add(
                new ActivityDescription(
                        id,
                        file.name(),
                        some(file.version()),
                        some(file.description()),
                        some(file.docurl()),
                        some(file.type()),
                        some(file.subtype())),
                "");
        file.settings().forEach(setting -> dropped(builder, "setting \"" + setting.name() + "\""));
        file.inputs().forEach(input -> parameter(input, id, builder));
        for (ActivityFile.Slot slot : file.used()) {
            String role = slot.effectiveRole();
            String usage = id + "/usage/" + encoded(role);
            builder.add(
                    new UsageDescription(usage, id, role, some(slot.description()), null, some(slot.multiplicity())),
                    "used " + slot.name());
            entity(slot, usage + "/entity", builder)
                    .ifPresent(entity -> builder.add(new UsedEntityDescription(usage, entity), ""));
        }
        for (ActivityFile.Slot slot : file.generated()) {
            String role = slot.effectiveRole();
            String generation = id + "/generation/" + encoded(role);
            builder.add(
                    new GenerationDescription(
                            generation, id, role, some(slot.description()), null, some(slot.multiplicity())),
                    "generated " + slot.name());
            entity(slot, generation + "/entity", builder)
                    .ifPresent(entity -> builder.add(new GeneratedEntityDescription(generation, entity), ""));
        }
        contact(file.contact(), base).ifPresent(agent -> builder.add(agent, "contact"));
        return builder.read();
    }

    private static void parameter(ActivityFile.Input input, String id, ProvBuilder builder) {
        String valueType =
                input.datatype() + input.arraysize().map(size -> " " + size).orElse("");
        builder.add(
                new ParameterDescription(
                        id + "/parameter/" + encoded(input.name()),
                        id,
                        input.name(),
                        valueType,
                        some(input.description()),
                        input.unit().orElse(null),
                        input.ucd().orElse(null),
                        input.utype().orElse(null),
                        input.min().orElse(null),
                        input.max().orElse(null),
                        some(input.value()),
                        input.options()),
                "parameter " + input.name());
        if (!input.isRequired()) {
            dropped(builder, "leave to omit the parameter \"" + input.name() + "\"");
        }
        input.xtype().ifPresent(xtype -> dropped(builder, "xtype of the parameter \"" + input.name() + "\""));
    }

    private static Optional<String> entity(ActivityFile.Slot slot, String id, ProvBuilder builder) {
        if (!slot.value().isEmpty()) {
            dropped(builder, "default of \"" + slot.name() + "\"");
        }
        slot.url().ifPresent(url -> dropped(builder, "url of \"" + slot.name() + "\""));
        if (slot.contentType().isEmpty()) {
            return Optional.empty();
        }
        builder.add(
                new EntityDescription(
                        id,
                        EntityKind.DATASET,
                        slot.name(),
                        some(slot.description()),
                        null,
                        null,
                        slot.contentType(),
                        null,
                        null,
                        null,
                        null),
                slot.name());
        return Optional.of(id);
    }

    private static Optional<Agent> contact(ActivityFile.Contact contact, String base) {
        return contact.name().isEmpty()
                ? Optional.empty()
                : Optional.of(new Agent(
                        base + "agent/" + encoded(contact.name()),
                        contact.name(),
                        AgentType.PERSON,
                        null,
                        some(contact.email()),
                        null,
                        null,
                        null,
                        null));
    }

    /**
     * The file of an activity that a document describes. What files say beyond the model is empty: who to ask, how it
     * is run, that callers may leave out a parameter.
     *
     * @param id of the ActivityDescription
     * @return empty if the document does not describe it
     */
    public static Optional<ActivityFile> file(ProvDocument document, String id) {
        return document.all(ActivityDescription.class).stream()
                .filter(activity -> activity.id().equals(id))
                .findFirst()
                .map(activity -> new ActivityFile(
                        activity.name(),
                        text(activity.description()),
                        text(activity.docurl()),
                        text(activity.type()),
                        text(activity.subtype()),
                        text(activity.version()),
                        new ActivityFile.Contact("", ""),
                        List.of(),
                        inputs(document, id),
                        used(document, id),
                        generated(document, id)));
    }

    private static List<ActivityFile.Input> inputs(ProvDocument document, String id) {
        List<ActivityFile.Input> inputs = new ArrayList<>();
        for (ParameterDescription p : document.all(ParameterDescription.class)) {
            if (id.equals(p.activityDescription())) {
                String[] type = p.valueType().split(" ", 2);
                inputs.add(new ActivityFile.Input(
                        p.name(),
                        text(p.description()),
                        text(p.defaultValue()),
                        type[0],
                        type.length == 1 ? Optional.empty() : Optional.of(type[1]),
                        true,
                        Optional.ofNullable(p.unit()),
                        Optional.ofNullable(p.ucd()),
                        Optional.ofNullable(p.utype()),
                        Optional.empty(),
                        Optional.ofNullable(p.min()),
                        Optional.ofNullable(p.max()),
                        p.options()));
            }
        }
        return inputs;
    }

    private static List<ActivityFile.Slot> used(ProvDocument document, String id) {
        List<ActivityFile.Slot> slots = new ArrayList<>();
        for (UsageDescription u : document.all(UsageDescription.class)) {
            if (id.equals(u.activityDescription())) {
                Optional<String> entity = document.all(UsedEntityDescription.class).stream()
                        .filter(tie -> tie.usageDescription().equals(u.id()))
                        .map(UsedEntityDescription::entityDescription)
                        .findFirst();
                slots.add(slot(document, u.role(), u.description(), u.multiplicity(), entity));
            }
        }
        return slots;
    }

    private static List<ActivityFile.Slot> generated(ProvDocument document, String id) {
        List<ActivityFile.Slot> slots = new ArrayList<>();
        for (GenerationDescription g : document.all(GenerationDescription.class)) {
            if (id.equals(g.activityDescription())) {
                Optional<String> entity = document.all(GeneratedEntityDescription.class).stream()
                        .filter(tie -> tie.generationDescription().equals(g.id()))
                        .map(GeneratedEntityDescription::entityDescription)
                        .findFirst();
                slots.add(slot(document, g.role(), g.description(), g.multiplicity(), entity));
            }
        }
        return slots;
    }

    private static ActivityFile.Slot slot(
            ProvDocument document, String role, String description, String multiplicity, Optional<String> entity) {
        Optional<EntityDescription> described = document.all(EntityDescription.class).stream()
                .filter(e -> entity.filter(e.id()::equals).isPresent())
                .findFirst();
        return new ActivityFile.Slot(
                described.map(EntityDescription::name).orElse(role),
                text(description),
                role,
                text(multiplicity),
                "",
                described
                        .map(EntityDescription::contentType)
                        .map(ActivityDescriptions::text)
                        .orElse(""),
                Optional.empty(),
                Optional.empty());
    }

    private static void dropped(ProvBuilder builder, String what) {
        builder.remark("the " + what + " has no place in the IVOA's model", "");
    }

    private static String some(String text) {
        return text.isEmpty() ? null : text;
    }

    private static String text(String some) {
        return some == null ? "" : some;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("*", "%2A");
    }
}
