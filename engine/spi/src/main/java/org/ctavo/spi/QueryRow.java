package org.ctavo.spi;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** A row of a query's result. Columns count from 0, in the order of the SELECT list. Immutable. */
public interface QueryRow {

    /** Names of the columns, as the query gives them. */
    List<String> columns();

    /**
     * The value as DALI writes it (DALI 1.1, section 3.3): moments with a T, numbers of an array between spaces,
     * regions as STC-S.
     *
     * @return empty for NULL
     */
    Optional<String> text(int column);

    /**
     * The value of a column of numbers.
     *
     * @return empty for NULL
     * @throws NumberFormatException if it is no number
     */
    default OptionalDouble number(int column) {
        Optional<String> text = text(column);
        return text.isPresent() ? OptionalDouble.of(Double.parseDouble(text.get())) : OptionalDouble.empty();
    }

    /**
     * The value of a column of whole numbers.
     *
     * @return empty for NULL
     * @throws NumberFormatException if it is no whole number
     */
    default OptionalLong whole(int column) {
        Optional<String> text = text(column);
        return text.isPresent() ? OptionalLong.of(Long.parseLong(text.get())) : OptionalLong.empty();
    }
}
