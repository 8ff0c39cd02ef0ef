package org.ctavo.spi;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * A setting of the service: a key, what it means, its default and how its text is read. The annotated sample
 * configuration is written from these, and an unknown key stops the start.
 *
 * @param key dotted, in lower case, words joined by dashes ({@code database.url})
 * @param description one or more full sentences for the operator: meaning, unit, range
 * @param defaultText the default as it would be written in the file; empty for "nothing"
 * @param secret whether the value must never be shown or logged
 * @param form what may be written, in words ("a whole number from 1 to 65535")
 * @param reader text to value; throws {@link IllegalArgumentException} with a reason when the text is not of the form
 */
public record Setting<T>(
        String key, String description, String defaultText, boolean secret, String form, Function<String, T> reader) {

    /** Checks that nothing is null, and that the default can be read. */
    public Setting {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(form, "form");
        Objects.requireNonNull(reader.apply(defaultText), "default");
    }

    /** A line of text, as it stands. */
    public static Setting<String> text(String key, String defaultText, String description) {
        return new Setting<>(key, description, defaultText, false, "text", Function.identity());
    }

    /** A line of text that is never shown. */
    public static Setting<String> secret(String key, String description) {
        return new Setting<>(key, description, "", true, "text", Function.identity());
    }

    /** A whole number within a closed range. */
    public static Setting<Integer> wholeNumber(String key, int defaultValue, int least, int most, String description) {
        String form = "a whole number from " + least + " to " + most;
        return new Setting<>(key, description, Integer.toString(defaultValue), false, form, text -> {
            int value = Integer.parseInt(text.strip());
            if (value < least || value > most) {
                throw new IllegalArgumentException("out of range");
            }
            return value;
        });
    }

    /** A number of bytes: a whole number, alone or followed by kB, MB, GB (powers of 1000) or KiB, MiB, GiB. */
    public static Setting<Long> bytes(String key, String defaultText, String description) {
        return new Setting<>(key, description, defaultText, false, "a number of bytes, e.g. 64MiB", ByteSize::parse);
    }

    /** A length of time: a whole number followed by ms, s, min, h or d. */
    public static Setting<Duration> duration(String key, String defaultText, String description) {
        return new Setting<>(key, description, defaultText, false, "a time, e.g. 30s, 5min, 2h, 7d", TimeSpan::parse);
    }

    /** {@code true} or {@code false}. */
    public static Setting<Boolean> flag(String key, boolean defaultValue, String description) {
        return new Setting<>(
                key,
                description,
                Boolean.toString(defaultValue),
                false,
                "true or false",
                text -> switch (text.strip()) {
                    case "true" -> true;
                    case "false" -> false;
                    default -> throw new IllegalArgumentException("neither true nor false");
                });
    }

    /** One of a closed list of words. */
    public static Setting<String> choice(String key, String defaultText, List<String> choices, String description) {
        return new Setting<>(key, description, defaultText, false, "one of " + String.join(", ", choices), text -> {
            if (!choices.contains(text.strip())) {
                throw new IllegalArgumentException("not in the list");
            }
            return text.strip();
        });
    }

    /** Directories or files, separated by commas; empty for none. Relative ones are meant from the home directory. */
    public static Setting<List<Path>> paths(String key, String defaultText, String description) {
        return new Setting<>(key, description, defaultText, false, "paths separated by commas", text -> Arrays.stream(
                        text.split(",", -1))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .map(Path::of)
                .toList());
    }
}
