package org.ctavo.provenance.model;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.ctavo.spi.Fault;

/** Reads the literals of the model's enumerations, however they are cased. */
final class Words {
    private Words() {}

    static <E extends Enum<E>> E of(Class<E> type, String word) {
        List<E> all = Arrays.asList(type.getEnumConstants());
        return all.stream()
                .filter(e -> plain(e.name()).equals(plain(word)))
                .findFirst()
                .orElseThrow(() -> new Fault(
                        ProvenanceFault.BAD_VALUE,
                        "\"" + word + "\" is not one of "
                                + all.stream().map(e -> plain(e.name())).toList() + "."));
    }

    private static String plain(String word) {
        return word.replace("_", "").toLowerCase(Locale.ROOT);
    }
}
