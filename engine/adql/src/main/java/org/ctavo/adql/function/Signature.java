package org.ctavo.adql.function;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A signature in the form of TAPRegExt, section 2.3.1: {@code name(argument TYPE, …) -> TYPE}. Functions without
 * arguments are written {@code name() -> TYPE}.
 *
 * @param name the function's name as written
 * @param parameters what it takes
 * @param result what it gives
 */
public record Signature(String name, List<Parameter> parameters, ParameterType result) {
    private static final Pattern FORM =
            Pattern.compile("\\s*([A-Za-z][A-Za-z0-9_]*)\\s*\\((.*)\\)\\s*->\\s*(.+?)\\s*", Pattern.DOTALL);
    private static final Pattern PARAMETER =
            Pattern.compile("\\s*([A-Za-z][A-Za-z0-9_]*)\\s+(.+?)\\s*", Pattern.DOTALL);

    /** Copies the list. */
    public Signature {
        parameters = List.copyOf(parameters);
    }

    /**
     * What a function takes.
     *
     * @param name for people; it carries no meaning
     * @param type which values go
     */
    public record Parameter(String name, ParameterType type) {}

    /**
     * Reads a signature.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static Signature parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not a signature, as in name(argument TYPE) -> TYPE: " + text);
        }
        List<Parameter> parameters = new ArrayList<>();
        if (!matcher.group(2).isBlank()) {
            for (String part : matcher.group(2).split(",", -1)) {
                Matcher parameter = PARAMETER.matcher(part);
                if (!parameter.matches()) {
                    throw new IllegalArgumentException("a parameter is a name and a type: " + text);
                }
                parameters.add(new Parameter(parameter.group(1), type(parameter.group(2), text)));
            }
        }
        return new Signature(matcher.group(1), parameters, type(matcher.group(3), text));
    }

    private static ParameterType type(String name, String text) {
        return ParameterType.named(name)
                .orElseThrow(() -> new IllegalArgumentException("no such type as " + name + ": " + text));
    }

    /** The name in upper case. */
    public String upperName() {
        return name.toUpperCase(Locale.ROOT);
    }

    /** In the form of TAPRegExt. */
    public String written() {
        return parameters.stream()
                        .map(p -> p.name() + " " + p.type().written())
                        .collect(Collectors.joining(", ", name + "(", ")"))
                + " -> " + result.written();
    }
}
