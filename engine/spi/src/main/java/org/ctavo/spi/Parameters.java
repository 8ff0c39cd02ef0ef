package org.ctavo.spi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * DALI parameters: names are case-insensitive, values are not, and order is kept (DALI, section 3.1). Immutable.
 */
public final class Parameters {

    /** No parameters at all. */
    public static final Parameters NONE = new Parameters(List.of());

    /** A name as it was sent, with its value. */
    public record Entry(String name, String value) {}

    private final List<Entry> entries;
    private final Map<String, List<String>> byName = new LinkedHashMap<>();

    /** Takes the entries in the order they were sent. */
    public Parameters(List<Entry> entries) {
        this.entries = List.copyOf(entries);
        for (Entry entry : this.entries) {
            byName.computeIfAbsent(entry.name().toUpperCase(Locale.ROOT), key -> new ArrayList<>())
                    .add(entry.value());
        }
    }

    /** All entries, in order. */
    public List<Entry> entries() {
        return entries;
    }

    /** Every value of a parameter; empty if it was not sent. */
    public List<String> all(String name) {
        return List.copyOf(byName.getOrDefault(name.toUpperCase(Locale.ROOT), List.of()));
    }

    /** Whether the parameter was sent, be it empty. */
    public boolean has(String name) {
        return byName.containsKey(name.toUpperCase(Locale.ROOT));
    }

    /**
     * The value of a parameter that may be sent once.
     *
     * @return empty if it was not sent or its value is empty
     * @throws Fault {@code REPEATED_PARAMETER} if it was sent with different values
     */
    public Optional<String> single(String name) {
        List<String> values = all(name).stream().distinct().toList();
        if (values.size() > 1) {
            throw new Fault(
                    RequestFault.REPEATED_PARAMETER,
                    "Parameter " + name + " was sent " + values.size() + " times with different values; send it once.");
        }
        return values.stream().findFirst().filter(value -> !value.isEmpty());
    }
}
