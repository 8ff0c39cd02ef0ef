package org.ctavo.tap.query;

import org.ctavo.adql.sql.ResultColumn;
import org.ctavo.adql.sql.Translation;
import org.ctavo.tap.result.CopyFormat;
import org.ctavo.tap.result.ResultColumns;

/** A query that needs nothing more than to be run: checked and translated. Immutable. */
final class PreparedQuery {
    private final Translation translation;
    private final ResultColumns columns;
    private final String binaryCopy;

    PreparedQuery(Translation translation) {
        this.translation = translation;
        this.columns = new ResultColumns(
                translation.columns().stream().map(ResultColumn::description).toList(),
                translation.columns().stream().map(ResultColumn::type).toList());
        this.binaryCopy = copy(translation.sql(), "(FORMAT binary)");
    }

    /** The columns of its result. */
    ResultColumns columns() {
        return columns;
    }

    /** The statement that runs it. */
    String copy(CopyFormat format) {
        return switch (format) {
            case BINARY -> binaryCopy;
            case TEXT -> copy(TextProjection.sql(translation), "(FORMAT text)");
        };
    }

    private static String copy(String sql, String options) {
        return "COPY (" + sql + ") TO STDOUT " + options;
    }
}
