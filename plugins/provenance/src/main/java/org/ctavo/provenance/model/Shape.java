package org.ctavo.provenance.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.ctavo.spi.Fault;

/**
 * How the instances of one class look as rows: the one place that knows which attribute lies in which column. Stores,
 * VOTables and the other serialisations are all written from shapes. Immutable.
 */
public final class Shape<T extends ProvRecord> {
    private final String name;
    private final Class<T> type;
    private final List<Attribute<T>> attributes;
    private final Function<Row, T> maker;

    Shape(String name, Class<T> type, List<Attribute<T>> attributes, Function<Row, T> maker) {
        this.name = name;
        this.type = type;
        this.attributes = List.copyOf(attributes);
        this.maker = maker;
    }

    /** The class in the model ({@code WasGeneratedBy}). */
    public String name() {
        return name;
    }

    /** The table below schema provenance ({@code wasgeneratedby}). */
    public String table() {
        return name.toLowerCase(Locale.ROOT);
    }

    /** The Java type of its instances. */
    public Class<T> type() {
        return type;
    }

    /** Its attributes and references, in the order of the columns. */
    public List<Attribute<T>> attributes() {
        return attributes;
    }

    /** The attributes that tell instances apart. */
    public List<Attribute<T>> keys() {
        return attributes.stream().filter(Attribute::isKey).toList();
    }

    /** An instance as a row. */
    public Row row(T instance) {
        Map<String, Object> values = new HashMap<>();
        for (Attribute<T> attribute : attributes) {
            values.put(attribute.column(), attribute.of(instance));
        }
        return new Row(values);
    }

    /**
     * A row as an instance.
     *
     * @throws Fault {@code BAD_VALUE} if a word is not one of its enumeration
     */
    public T instance(Row row) {
        return maker.apply(row);
    }

    /** Names an instance to people and tells it from any other: its class and its keys. */
    public String label(T instance) {
        return keys().stream()
                .map(attribute -> attribute.of(instance))
                .map(value -> value == null ? "-" : value.toString())
                .collect(Collectors.joining(" ", name + " ", ""));
    }

    /** The first attribute that the model demands and the instance lacks. */
    public Optional<Attribute<T>> missing(T instance) {
        return attributes.stream()
                .filter(a -> a.isRequired() && a.of(instance) == null)
                .findFirst();
    }

    /**
     * What two statements about the same thing say together.
     *
     * @throws Fault {@code CONTRADICTION} if they cannot both be true
     */
    public T merge(T one, T other) {
        Map<String, Object> values = new HashMap<>();
        List<String> clashes = new ArrayList<>();
        for (Attribute<T> attribute : attributes) {
            Object a = known(attribute.of(one));
            Object b = known(attribute.of(other));
            if (a != null && b != null && !Objects.equals(a, b)) {
                clashes.add(attribute.name() + " is \"" + a + "\" and \"" + b + "\"");
            }
            values.put(attribute.column(), a == null ? b : a);
        }
        if (!clashes.isEmpty()) {
            throw new Fault(
                    ProvenanceFault.CONTRADICTION,
                    label(one) + " is told in two ways: its " + String.join(", its ", clashes) + ".");
        }
        return maker.apply(new Row(values));
    }

    /** An entity of no special class is one of whose class nothing more is known. */
    private static Object known(Object value) {
        return EntityKind.PLAIN.equals(value) ? null : value;
    }
}
