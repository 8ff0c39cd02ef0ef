package org.ctavo.bench;

import java.util.List;
import java.util.Optional;

import org.ctavo.spi.ColumnDescription;
import org.ctavo.spi.SchemaDescription;
import org.ctavo.spi.TableDescription;

/** The table that is measured: nineteen columns of ObsCore, one row an invented observation. */
final class SyntheticTable {
    static final String SCHEMA = "bench";
    static final String NAME = "bench.obscore";

    /** Column names in order, as COPY takes them. */
    static final List<Column> COLUMNS = List.of(
            new Column("dataproduct_type", "char", "text", "", "meta.code.class"),
            new Column("calib_level", "int", "int4", "", "meta.code;obs.calib"),
            new Column("obs_collection", "char", "text", "", "meta.id"),
            new Column("obs_id", "char", "text", "", "meta.id"),
            new Column("obs_publisher_did", "char", "text", "", "meta.ref.ivoid"),
            new Column("access_url", "char", "text", "", "meta.ref.url"),
            new Column("access_format", "char", "text", "", "meta.code.mime"),
            new Column("access_estsize", "long", "int8", "kbyte", "phys.size;meta.file"),
            new Column("target_name", "char", "text", "", "meta.id;src"),
            new Column("s_ra", "double", "float8", "deg", "pos.eq.ra"),
            new Column("s_dec", "double", "float8", "deg", "pos.eq.dec"),
            new Column("s_fov", "double", "float8", "deg", "phys.angSize;instr.fov"),
            new Column("t_min", "double", "float8", "d", "time.start;obs.exposure"),
            new Column("t_max", "double", "float8", "d", "time.end;obs.exposure"),
            new Column("t_exptime", "double", "float8", "s", "time.duration;obs.exposure"),
            new Column("em_min", "double", "float8", "m", "em.wl;stat.min"),
            new Column("em_max", "double", "float8", "m", "em.wl;stat.max"),
            new Column("facility_name", "char", "text", "", "meta.id;instr.tel"),
            new Column("instrument_name", "char", "text", "", "meta.id;instr"));

    private SyntheticTable() {}

    record Column(String name, String datatype, String sqlType, String unit, String ucd) {}

    static SchemaDescription description() {
        List<ColumnDescription> columns =
                COLUMNS.stream().map(SyntheticTable::describe).toList();
        TableDescription table = new TableDescription(
                NAME, false, "Invented observations for measurements.", Optional.empty(), columns, List.of());
        return new SchemaDescription(SCHEMA, "Tables for measurements.", Optional.empty(), List.of(table));
    }

    private static ColumnDescription describe(Column column) {
        return new ColumnDescription(
                column.name(),
                column.datatype(),
                column.datatype().equals("char") ? Optional.of("*") : Optional.empty(),
                Optional.empty(),
                Optional.of(column.unit()).filter(unit -> !unit.isEmpty()),
                Optional.of(column.ucd()),
                Optional.empty(),
                "",
                true,
                false,
                false);
    }
}
