package org.ctavo.adql.sql;

import java.util.List;

import org.ctavo.adql.checked.CheckedQuery;
import org.ctavo.adql.fault.AdqlException;
import org.ctavo.adql.fault.Faults;
import org.ctavo.adql.fault.SourceText;
import org.ctavo.adql.type.PgType;

/**
 * Writes queries in PostgreSQL, with geometry by schema {@code sphere} and the functions of schema {@code udf}. The SQL
 * plans well: conditions on positions and regions reach the indexes on {@code sphere.vec(lon, lat)} and
 * {@code sphere.bounds(region)}, in whatever words they are put. Immutable.
 */
public final class PostgresTranslator {

    /**
     * Translates a query.
     *
     * @param query the query
     * @param rowLimit at most that many rows are returned
     * @throws AdqlException if a constant has no meaning, such as a circle of negative radius
     */
    public Translation translate(CheckedQuery query, long rowLimit) {
        List<ResultColumn> columns = query.columns().stream()
                .map(column -> new ResultColumn(column, PgType.of(column)))
                .toList();
        Faults faults = new Faults(new SourceText(query.text()));
        RowsWriter rows = new SqlWriter(faults).rows();
        StringBuilder sql = new StringBuilder();
        for (CheckedQuery.CommonTable common : query.with()) {
            sql.append(sql.isEmpty() ? "WITH " : ", ")
                    .append(RowsWriter.commonTable(common.id()))
                    .append(" AS (")
                    .append(rows.subquery(common.rows()))
                    .append(')');
        }
        sql.append(sql.isEmpty() ? "" : " ")
                .append(rows.result(
                        query.rows(), columns.stream().map(ResultColumn::type).toList(), rowLimit));
        faults.throwIfAny();
        return new Translation(sql.toString(), columns);
    }
}
