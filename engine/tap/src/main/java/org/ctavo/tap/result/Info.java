package org.ctavo.tap.result;

import java.util.Objects;

/**
 * An INFO of a VOTable: something to know about a result.
 *
 * @param name of the INFO
 * @param value its value
 */
public record Info(String name, String value) {

    /** Checks that nothing is null. */
    public Info {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(value, "value");
    }
}
