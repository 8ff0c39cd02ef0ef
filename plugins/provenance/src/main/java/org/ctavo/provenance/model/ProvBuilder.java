package org.ctavo.provenance.model;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.ctavo.spi.Fault;

/**
 * Gathers statements into a document: what is said of one thing in several places becomes one record, and what
 * contradicts is refused with its places. For one thread.
 */
public final class ProvBuilder {
    /** Longest identifier; longer ones do not fit an index. */
    private static final int LONGEST_ID = 1000;

    /** Characters of an IRI (RFC 3987), which every format can carry; the rest must be percent-encoded. */
    private static final Pattern IRI = Pattern.compile("[^\\x00-\\x20\\x7f<>\"{}|\\\\^`]+");

    /** XML has no way to write these. */
    private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\ufffe\\uffff]");

    private final Map<String, ProvRecord> records = new LinkedHashMap<>();
    private final Map<String, String> places = new LinkedHashMap<>();
    private final List<String> remarks = new ArrayList<>();

    /**
     * Adds a statement.
     *
     * @param place where it stands, for messages; may be empty
     * @throws Fault {@code BAD_VALUE}, {@code CONTRADICTION}
     */
    public <T extends ProvRecord> ProvBuilder add(T record, String place) {
        Shape<T> shape = Shapes.of(record);
        check(shape, record, place);
        String label = shape.label(record);
        ProvRecord before = records.get(label);
        if (before == null) {
            records.put(label, record);
            places.put(label, place);
        } else {
            records.put(label, merged(shape, shape.type().cast(before), record, places.get(label), place));
        }
        return this;
    }

    /** Adds several statements that were made, not read. */
    public ProvBuilder addAll(Iterable<? extends ProvRecord> more) {
        more.forEach(record -> add(record, ""));
        return this;
    }

    /** Notes what cannot be kept. */
    public void remark(String text, String place) {
        // A hostile document could hold a remark a line.
        if (remarks.size() < 1000) {
            remarks.add(place.isEmpty() ? text : place + ": " + text);
        }
    }

    /** The document; things that relations name but nothing tells of are there with their identifiers alone. */
    public ProvDocument build() {
        return read().document();
    }

    /** The document with its places and remarks. */
    public Reading read() {
        new ArrayList<>(records.values()).forEach(this::complete);
        for (Map.Entry<String, ProvRecord> entry : records.entrySet()) {
            checkWhole(entry.getValue(), entry.getKey());
        }
        return new Reading(new ProvDocument(new LinkedHashSet<>(records.values())), places, remarks);
    }

    private static <T extends ProvRecord> T merged(Shape<T> shape, T before, T record, String first, String second) {
        try {
            return shape.merge(before, record);
        } catch (Fault fault) {
            String where = second.isEmpty() ? "" : " See " + first + " and " + second + ".";
            throw new Fault(fault.code(), fault.getMessage() + where);
        }
    }

    private static <T extends ProvRecord> void check(Shape<T> shape, T record, String place) {
        for (Attribute<T> attribute : shape.attributes()) {
            Object value = attribute.of(record);
            boolean names = attribute.target().isPresent() || attribute.name().equals("id");
            if (value == null) {
                if (attribute.part() == Attribute.Part.KEY) {
                    throw bad("A " + shape.name() + " lacks its " + attribute.name() + ".", place);
                }
            } else if (names
                    && (((String) value).length() > LONGEST_ID
                            || !IRI.matcher((String) value).matches())) {
                throw bad(
                        "The " + attribute.name() + " of a " + shape.name()
                                + " must be an IRI of at most " + LONGEST_ID
                                + " characters: no spaces, quotes, brackets or backslashes; percent-encode them.",
                        place);
            } else if (value instanceof String text && CONTROL.matcher(text).find()) {
                throw bad("The " + attribute.name() + " of a " + shape.name() + " holds a control character.", place);
            } else if (value instanceof LocalDateTime time && (time.getYear() < 1 || time.getYear() > 9999)) {
                throw bad("The " + attribute.name() + " of a " + shape.name() + " is not in years 1 to 9999.", place);
            }
        }
    }

    private <T extends ProvRecord> void complete(T record) {
        Shape<T> shape = Shapes.of(record);
        String place = places.get(shape.label(record));
        for (Attribute<T> attribute : shape.attributes()) {
            String id = attribute.target().isPresent() ? (String) attribute.of(record) : null;
            if (id == null) {
                continue;
            }
            switch (attribute.target().get()) {
                case "entity" -> addMissing(Shapes.ENTITY, Entity.of(id), place);
                case "activity" -> addMissing(Shapes.ACTIVITY, Activity.of(id), place);
                case "agent" -> addMissing(Shapes.AGENT, Agent.of(id, null, null), place);
                default -> {
                    // A description or parameter that the archive may know: the store looks.
                }
            }
        }
        if (record instanceof Relation.HadMember member) {
            Entity collection =
                    new Entity(member.collection(), EntityKind.COLLECTION, null, null, null, null, null, null, null);
            add(collection, place);
        }
    }

    private <T extends ProvRecord> void addMissing(Shape<T> shape, T record, String place) {
        String label = shape.label(record);
        if (records.putIfAbsent(label, record) == null) {
            places.put(label, place);
        }
    }

    private <T extends ProvRecord> void checkWhole(T record, String label) {
        String place = places.get(label);
        Shapes.of(record).missing(record).ifPresent(attribute -> {
            throw bad(label + " lacks its " + attribute.name() + ", which the model demands.", place);
        });
        if (record instanceof Activity a
                && a.startTime() != null
                && a.endTime() != null
                && a.endTime().isBefore(a.startTime())) {
            throw bad(label + " ends before it starts.", place);
        }
        if (record instanceof Relation relation && relation.isLoop()) {
            throw new Fault(
                    ProvenanceFault.CYCLE,
                    (place.isEmpty() ? "" : place + ": ") + label
                            + " makes something come from, be informed by or hold itself; take it away.");
        }
        if (record instanceof Relation.Used u && u.time() != null) {
            checkTime(u, (Activity) records.get(Shapes.ACTIVITY.label(Activity.of(u.activity()))), label, place);
        }
        if (record instanceof Entity e && (e.kind() == EntityKind.VALUE) != (e.value() != null)) {
            throw bad(label + " must have a value if and only if it is a value entity.", place);
        }
    }

    private static void checkTime(Relation.Used used, Activity activity, String label, String place) {
        boolean isBefore = activity.startTime() != null && used.time().isBefore(activity.startTime());
        boolean isAfter = activity.endTime() != null && used.time().isAfter(activity.endTime());
        if (isBefore || isAfter) {
            throw bad(label + " lies outside the time of its activity.", place);
        }
    }

    private static Fault bad(String message, String place) {
        return new Fault(ProvenanceFault.BAD_VALUE, place.isEmpty() ? message : place + ": " + message);
    }
}
