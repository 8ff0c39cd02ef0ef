package org.ctavo.schema.relational;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** How names of a model become names of tables and columns. */
public enum Naming {
    /** {@code ActivityDescription} becomes {@code activity_description}. */
    SNAKE {
        @Override
        String form(String name) {
            return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").replaceAll("([A-Z])([A-Z][a-z])", "$1_$2");
        }
    },
    /** {@code ActivityDescription} becomes {@code activitydescription}. */
    LOWER {
        @Override
        String form(String name) {
            return name;
        }
    };

    /** PostgreSQL cuts longer names. */
    private static final int LONGEST = 63;

    private static final Set<String> RESERVED = reserved();

    abstract String form(String name);

    /** A name in lower case, of letters, digits and underscores, beginning with a letter. */
    String name(String modelName) {
        String name = form(modelName).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_]", "_");
        return name.matches("[a-z].*") ? name : "x" + name;
    }

    /** Whether a name is a reserved word of ADQL or PostgreSQL, and needs another. */
    static boolean isReserved(String name) {
        return RESERVED.contains(name.toUpperCase(Locale.ROOT));
    }

    /** A name no longer than PostgreSQL allows, still unlike others: the cut end is replaced by its hash. */
    static String shortened(String name) {
        if (name.length() <= LONGEST) {
            return name;
        }
        return name.substring(0, LONGEST - 9) + "_" + String.format(Locale.ROOT, "%08x", name.hashCode());
    }

    private static Set<String> reserved() {
        try (InputStream in = Objects.requireNonNull(Naming.class.getResourceAsStream("reserved.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
