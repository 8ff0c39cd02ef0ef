package org.ctavo.adql;

import java.util.List;
import java.util.Optional;

import org.ctavo.adql.metadata.TableCatalogue;
import org.ctavo.spi.ColumnDescription;
import org.ctavo.spi.SchemaDescription;
import org.ctavo.spi.TableDescription;

/** A few tables to ask in tests. */
final class Tables {
    static final TableCatalogue CATALOGUE = TableCatalogue.of(List.of(
            schema(
                    "ivoa",
                    table(
                            "ivoa.obscore",
                            column("obs_id", "char", "*", null, null, "meta.id"),
                            column("target_name", "char", "*", null, null, "meta.id;src"),
                            column("s_ra", "double", null, null, "deg", "pos.eq.ra"),
                            column("s_dec", "double", null, null, "deg", "pos.eq.dec"),
                            column("s_region", "char", "*", "adql:REGION", null, "pos.outline"),
                            column("em_min", "double", null, null, "m", "em.wl;stat.min"),
                            column("em_max", "double", null, null, "m", "em.wl;stat.max"),
                            column("calib_level", "int", null, null, null, "meta.code"),
                            column("created", "char", "*", "timestamp", null, "time"),
                            column("\"size\"", "int", null, null, "kbyte", null),
                            column("flag", "boolean", null, null, null, null))),
            schema(
                    "cta",
                    table(
                            "cta.event",
                            column("obs_id", "char", "*", null, null, null),
                            column("energy", "float", null, null, "TeV", "em.energy"),
                            column("\"Mixed\"", "short", null, null, null, null),
                            column("\"mixed\"", "short", null, null, null, null),
                            column("bytes", "unsignedByte", null, null, null, null)),
                    table(
                            "cta.run",
                            column("run", "int", null, null, null, null),
                            column("p", "double", "2", "point", "deg", null))),
            schema("other", table("other.event", column("x", "int", null, null, null, null)))));

    private Tables() {}

    private static SchemaDescription schema(String name, TableDescription... tables) {
        return new SchemaDescription(name, "", Optional.empty(), List.of(tables));
    }

    private static TableDescription table(String name, ColumnDescription... columns) {
        return new TableDescription(name, false, "", Optional.empty(), List.of(columns), List.of());
    }

    private static ColumnDescription column(
            String name, String datatype, String arraysize, String xtype, String unit, String ucd) {
        return new ColumnDescription(
                name,
                datatype,
                Optional.ofNullable(arraysize),
                Optional.ofNullable(xtype),
                Optional.ofNullable(unit),
                Optional.ofNullable(ucd),
                Optional.empty(),
                "",
                true,
                true,
                true);
    }
}
