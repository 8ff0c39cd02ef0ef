package org.ctavo.tap;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;

import org.ctavo.spi.ColumnDescription;
import org.ctavo.spi.ForeignKey;
import org.ctavo.spi.SchemaDescription;
import org.ctavo.spi.TableDescription;

/** Tables that tests query: one of every type, and one of observations. */
final class SkyTables {
    /** Creates them, as owner. */
    private static final String SQL =
            """
            CREATE SCHEMA sky;
            CREATE TABLE sky.types (
                id int4 PRIMARY KEY, flag bool, tiny int2, small int2, whole int4, big int8, single float4,
                exact float8, words text, three text, accents text, moment timestamp, place float8[], span float8[],
                footprint float8[], bytes bytea, counts int4[], lights float4[], marks bool[]);
            INSERT INTO sky.types VALUES
                (1, true, 200, -3, 70000, 5000000000, 1.5, 0.1, 'a <b> & "c", d', 'abc', 'Škoda € 🌍',
                 '2026-11-20 12:34:56.789', '{10.5,-20}', '{1,2}', '{10,20,0.5}', '\\x00ff10', '{1,2,3}', '{0.5,1.5}',
                 '{true,false}'),
                (2, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL,
                 NULL, NULL),
                (3, false, 0, -32767, -2147483647, -9223372036854775807, 'NaN', '-Infinity',
                 E'tab\\there\\nnew \\\\ line\\r\\x01', 'x', '', '1999-12-31 23:59:59', '{0,90}', '{-1,1e300}',
                 '{1,1,2,1,2,2}', '', '{}', '{NaN,-0.0}', '{}');
            CREATE TABLE sky.observation (
                obs_id text PRIMARY KEY, s_ra float8, s_dec float8, t_min float8, t_exptime float8, target text);
            INSERT INTO sky.observation SELECT 'obs-' || i, i * 0.37 % 360, (i * 0.11) % 180 - 90, 59000 + i / 10.0,
                1680, 'Crab' FROM generate_series(1, 1000) AS g(i);
            CREATE INDEX ON sky.observation USING gist (sphere.vec(s_ra, s_dec));
            CREATE VIEW sky.pointing AS SELECT obs_id, s_ra, s_dec, t_exptime FROM sky.observation;
            GRANT USAGE ON SCHEMA sky TO ctavo_query;
            GRANT SELECT ON ALL TABLES IN SCHEMA sky TO ctavo_query;
            """;

    private SkyTables() {}

    static void create(Connection owner) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            statement.execute(SQL);
        }
    }

    static SchemaDescription description() {
        return new SchemaDescription(
                "sky", "Tables for tests", Optional.empty(), List.of(types(), observation(), pointing()));
    }

    private static TableDescription types() {
        return new TableDescription(
                "sky.types",
                false,
                "Every type & more",
                Optional.empty(),
                List.of(
                        column("id", "int", null, null),
                        column("flag", "boolean", null, null),
                        column("tiny", "unsignedByte", null, null),
                        column("small", "short", null, null),
                        column("whole", "int", null, null),
                        column("big", "long", null, null),
                        column("single", "float", null, null),
                        column("exact", "double", null, null),
                        column("words", "char", "*", null),
                        column("three", "char", "3", null),
                        column("accents", "unicodeChar", "*", null),
                        column("moment", "char", "*", "timestamp"),
                        column("place", "double", "2", "point"),
                        column("span", "double", "2", "interval"),
                        column("footprint", "char", "*", "adql:REGION"),
                        column("bytes", "unsignedByte", "*", null),
                        column("counts", "int", "*", null),
                        column("lights", "float", "*", null),
                        column("marks", "boolean", "*", null)),
                List.of());
    }

    private static TableDescription observation() {
        return new TableDescription(
                "sky.observation", false, "Observations", Optional.of("obs:Obs"), observationColumns(), List.of());
    }

    private static TableDescription pointing() {
        return new TableDescription(
                "sky.pointing",
                true,
                "Where the telescopes pointed",
                Optional.empty(),
                List.of(
                        column("obs_id", "char", "*", null),
                        observationColumns().get(1),
                        observationColumns().get(2),
                        column("t_exptime", "double", null, null)),
                List.of(ForeignKey.of("obs_id", "sky.observation", "obs_id")));
    }

    private static List<ColumnDescription> observationColumns() {
        return List.of(
                column("obs_id", "char", "*", null),
                described("s_ra", "deg", "pos.eq.ra"),
                described("s_dec", "deg", "pos.eq.dec"),
                described("t_min", "d", "time.start;obs.exposure"),
                described("t_exptime", "s", "time.duration;obs.exposure"),
                column("target", "char", "*", null));
    }

    private static ColumnDescription described(String name, String unit, String ucd) {
        return new ColumnDescription(
                name,
                "double",
                Optional.empty(),
                Optional.empty(),
                Optional.of(unit),
                Optional.of(ucd),
                Optional.of("obs:" + name),
                "The " + name,
                true,
                false,
                true);
    }

    static ColumnDescription column(String name, String datatype, String arraysize, String xtype) {
        return ColumnDescription.of(name, datatype, arraysize, xtype);
    }
}
