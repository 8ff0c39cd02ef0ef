package org.ctavo.schema;

import java.util.List;
import java.util.stream.Stream;

/** The words that the column {@code dataproduct_type} uses. */
public enum ProductTypes {
    /** The eight words of ObsCore 1.1; whatever they lack is NULL. */
    CORE11("core11"),
    /** The words of the high-energy extension of ObsCore ({@code hea-event-list}, {@code aeff}, …). */
    HEA("hea");

    private final String word;

    ProductTypes(String word) {
        this.word = word;
    }

    /** How a setting names it. */
    public String word() {
        return word;
    }

    /** What a setting may say. */
    public static List<String> words() {
        return Stream.of(values()).map(ProductTypes::word).toList();
    }

    /**
     * The one a setting names.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    public static ProductTypes of(String word) {
        return Stream.of(values())
                .filter(types -> types.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("not one of " + words()));
    }
}
