package org.ctavo.obscore.image;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.ctavo.obscore.Archive;
import org.ctavo.spi.Caller;
import org.ctavo.spi.Fault;
import org.ctavo.spi.RequestFault;
import org.ctavo.testing.RecordingExchange;
import org.ctavo.testing.VosiSchemas;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

/** SIA 2.0, parameter by parameter. */
class ImageSearchTest {
    private static final String PRODUCTS =
            """
            INSERT INTO cta.data_product (obs_publisher_did, dataproduct_type, calib_level, obs_collection, obs_id,
                target_name, s_ra, s_dec, s_region, s_fov, s_resolution, t_min, t_max, t_exptime, t_resolution, em_min,
                em_max, em_res_power, pol_states, facility_name, instrument_name, access_format, data_rights)
            SELECT 'ivo://Test/X?' || id, type, level, collection, id, target, region[1], region[2], region, fov, res,
                t1, t2, exp, tres, w1, w2, rp, pol, facility, instrument, format, 'public'
            FROM (VALUES
                ('crab', 'event', 2, 'HESS', 'Crab Nebula', '{83.6,22,2.5}'::float8[], 5.0::float8, 360::float8,
                    53343.92::float8, 53343.94::float8, 1687::float8, 1e-6::float8, 1.24e-19::float8, 1.24e-17::float8,
                    6.7::float8, NULL, 'HESS', 'CT1-4', 'application/x-votable+xml;content=datalink'),
                ('pks', 'event', 2, 'HESS', 'PKS 2155-304', '{329.7,-30.2,2.5}', 5.0, 300, 53945.97, 53945.99, 1682,
                    NULL, 1.24e-19, 6.2e-18, 10, NULL, 'HESS', 'CT1-4', 'application/x-votable+xml;content=datalink'),
                ('map', 'image', 3, 'MAPS', 'Crab Nebula', '{82,20,85,20,85,24,82,24}', 4.5, 360, 53343, 53400, 36000,
                    NULL, 1.24e-18, 1.24e-17, NULL, '/I/Q/U/', 'CTAO', 'Map''s', 'application/fits'),
                ('west', 'cube', 4, 'MAPS', 'West', '{359,0,2}', 4.0, 100, NULL, NULL, NULL, NULL, NULL, NULL, NULL,
                    '/I/', 'CTAO', 'Map''s', 'application/fits'),
                ('pole', 'event', 1, 'Raw', 'Pole', '{200,89,2}', 4.0, NULL, 60000, 60001, 60, 0.5, 1e-18, 1e-17, 1,
                    NULL, NULL, NULL, NULL),
                ('unknown', NULL, 0, 'Raw', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL,
                    NULL, NULL, NULL))
                AS v (id, type, level, collection, target, region, fov, res, t1, t2, exp, tres, w1, w2, rp, pol,
                    facility, instrument, format);
            INSERT INTO cta.data_product_secure (obs_publisher_did, dataproduct_type, calib_level, obs_collection,
                obs_id, data_rights, access_groups)
            VALUES ('ivo://test/x?secret', 'event', 2, 'HESS', 'secret', 'secure', '{team}');
            """;

    @RegisterExtension
    static Archive archive = new Archive(PRODUCTS);

    private static RecordingExchange ask(String... parameters) throws IOException {
        return archive.ask("/sia2", RecordingExchange.get("/query", parameters));
    }

    private static String found(RecordingExchange exchange) {
        return String.join(
                " ", Archive.cells(exchange.text(), "obs_id").stream().sorted().toList());
    }

    private static String[] pairs(String query) {
        return Stream.of(query.split("&", -1))
                .filter(pair -> !pair.isEmpty())
                .flatMap(pair -> Stream.of(pair.split("=", 2)))
                .toArray(String[]::new);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            # nothing asked, everything published: event lists too
            ``                                                          | crab map pks pole unknown west
            # POS: the region, not the centre
            POS=CIRCLE 83.6 22 0.1                                      | crab map
            POS=CIRCLE 83.6 25 0.6                                      | crab
            POS=CIRCLE 83.6 25 0.4                                      | ``
            POS=circle 83.6 22 0                                        | crab map
            POS=CIRCLE 0 0 180                                          | crab map pks pole west
            POS=RANGE 84.9 90 23.9 30                                   | crab map
            POS=RANGE 86 90 19 25                                       | crab
            POS=RANGE 0.5 10 -1 1                                       | west
            POS=RANGE 1.1 10 -1 1                                       | ``
            POS=RANGE 358 2 -1 1                                        | west
            POS=RANGE 0 360.0 89.0 +Inf                                 | pole
            POS=RANGE -Inf +Inf -Inf +Inf                               | crab map pks pole west
            POS=RANGE 0 360 -90 -30                                     | pks
            POS=POLYGON 83 21 84 21 84 23 83 23                         | crab map
            POS=POLYGON 84 23 84 21 83 21 83 23                         | crab map
            POS=POLYGON 358 -1 2 -1 2 1 358 1                           | west
            POS=CIRCLE 83.6 22 0.1&POS=CIRCLE 329.7 -30.2 0.1           | crab map pks
            POS=CIRCLE 83.6 22 0.1&POS=RANGE 0 360 89 90&pos=POLYGON 358 -1 2 -1 2 1 358 1 | crab map pole west
            # BAND: wavelengths that are covered, a number alone is an interval too
            BAND=2e-19 3e-19                                            | crab pks
            BAND=1e-17 +Inf                                             | crab map pole
            BAND=-Inf 1.3e-19                                           | crab pks
            BAND=7e-18                                                  | crab map pole
            BAND=1.24e-17                                               | crab map
            BAND=-Inf +Inf                                              | crab map pks pole
            BAND=1 2                                                    | ``
            BAND=1.3e-19&BAND=9e-18                                     | crab map pks pole
            # TIME
            TIME=53343.93                                               | crab map
            TIME=53343.95 53350                                         | map
            TIME=53945.98 +Inf                                          | pks pole
            TIME=-inf inf                                               | crab map pks pole
            TIME=53343.93&TIME=60000.5                                  | crab map pole
            # POL
            POL=I                                                       | map west
            POL=Q                                                       | map
            POL=V                                                       | ``
            POL=Q&POL=I                                                 | map west
            # ranges of one column
            FOV=4.2 4.8                                                 | map
            FOV=5                                                       | crab pks
            FOV=-Inf 4&FOV=5 +Inf                                       | crab pks pole west
            FOV=-Inf +Inf                                               | crab map pks pole west
            SPATRES=-Inf 200                                            | west
            SPATRES=300 360                                             | crab map pks
            SPECRP=5 10                                                 | crab pks
            SPECRP=10 +Inf                                              | pks
            EXPTIME=1000 2000                                           | crab pks
            EXPTIME=-Inf 60&EXPTIME=36000                               | map pole
            TIMERES=-Inf 1                                              | crab pole
            # words
            COLLECTION=HESS                                             | crab pks
            COLLECTION=hess                                             | ``
            COLLECTION=MAPS&COLLECTION=Raw                              | map pole unknown west
            FACILITY=CTAO                                               | map west
            INSTRUMENT=Map's                                            | map west
            TARGET=Crab Nebula                                          | crab map
            TARGET=West&target=Pole                                     | pole west
            DPTYPE=event                                                | crab pks pole
            DPTYPE=image&DPTYPE=cube                                    | map west
            CALIB=2                                                     | crab pks
            CALIB=3&CALIB=4                                             | map west
            CALIB=0                                                     | unknown
            FORMAT=application/fits                                     | map west
            FORMAT=application/x-votable+xml;content=datalink           | crab pks
            # identifiers, in any case of their letters
            ID=ivo://Test/X?crab                                        | crab
            ID=IVO://TEST/x?CRAB                                        | crab
            ID=ivo://Test/X?crab&ID=ivo://test/x?pks                    | crab pks
            ID=ivo://Test/X?crab&ID=ivo://Test/X?none                   | crab
            ID=ivo://Test/X?none                                        | ``
            # different parameters restrict each other
            TARGET=Crab Nebula&DPTYPE=event                             | crab
            POS=CIRCLE 83.6 22 1&TIME=53343.93&DPTYPE=image&CALIB=3     | map
            POS=CIRCLE 83.6 22 1&POS=CIRCLE 329.7 -30.2 1&DPTYPE=event  | crab pks
            # empty ones and those of others do not
            TARGET=&POS=&ID=                                            | crab map pks pole unknown west
            REQUEST=query&VERB=3&QUERY=x&ID2=1                          | crab map pks pole unknown west
            """)
    void parametersMustSelectProducts(String query, String expected) throws IOException {
        String[] parameters = Stream.concat(Stream.of(pairs(query)), Stream.of("RESPONSEFORMAT", "votable/td"))
                .toArray(String[]::new);
        assertThat(found(ask(parameters))).isEqualTo(expected);
        assertThat(found(archive.ask("/sia2", RecordingExchange.post("/query", parameters))))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            POS=83.6 22 0.1                   | POS: "83.6 22 0.1" is no shape
            POS=CIRCLE 83.6 22                | three numbers
            POS=CIRCLE 83.6 22 0.1 4          | three numbers
            POS=CIRCLE 83.6 91 0.1            | out of range
            POS=CIRCLE 361 22 0.1             | out of range
            POS=CIRCLE 83.6 22 -1             | out of range
            POS=CIRCLE 83.6 22 181            | out of range
            POS=CIRCLE NaN 22 1               | NaN
            POS=CIRCLE +Inf 22 1              | Inf
            POS=RANGE 1 2 3                   | four numbers
            POS=RANGE 1 2 4 3                 | southern
            POS=RANGE 1 2 3 NaN               | NaN
            POS=POLYGON 1 2 3 4               | three or more corners
            POS=POLYGON 1 2 3 4 5             | three or more corners
            POS=POLYGON 1 2 1 2 1 2           | polygon
            POS=POLYGON 0 0 10 10 10 0 0 10   | polygon
            POS=BOX 1 2 3 4                   | no shape
            POS=Circle ICRS 1 2 3             | three numbers
            BAND=1e-17 2e-17 3e-17            | neither a number nor two
            BAND=2 1                          | the smaller number comes first
            BAND=x                            | not a decimal number
            BAND=1/2                          | not a decimal number
            BAND=+Inf                         | no interval
            BAND=-Inf -Inf                    | no interval
            TIME=2004-12-04                   | not a decimal number
            TIME=NaN                          | NaN
            FOV=1,2                           | not a decimal number
            POL=Z                             | none of I, Q
            POL=%                             | none of I, Q
            POL=i                             | none of I, Q
            CALIB=5                           | none of 0, 1
            CALIB=two                         | none of 0, 1
            CALIB=2 OR 1=1                    | none of 0, 1
            MAXREC=-1                         | MAXREC
            MAXREC=5&MAXREC=6                 | MAXREC
            RESPONSEFORMAT=oobleck            | formats are
            """)
    void errorsMustBeDaliDocumentsThatBeginWithTheFault(String query, String told) throws IOException {
        RecordingExchange exchange = ask(pairs(query));

        assertThat(exchange.status()).isEqualTo(400);
        assertThat(exchange.answered("Content-Type")).hasValue("application/x-votable+xml");
        assertThat(exchange.text())
                .contains("<INFO name=\"QUERY_STATUS\" value=\"ERROR\">UsageFault: ")
                .contains(told)
                .doesNotContain("<TABLE");
    }

    /** Text that would be something else as a part of SQL finds nothing and breaks nothing. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            TARGET=' OR '1'='1
            TARGET=Crab Nebula'--
            COLLECTION=HESS' UNION SELECT * FROM cta.data_product_secure --
            FACILITY=\\'; DROP TABLE cta.data_product; --
            INSTRUMENT=Map%
            ID='); SELECT pg_sleep(10); --
            ID=ivo://test/x?secret
            DPTYPE=$$x$$
            FORMAT=/* x
            TARGET=\u2019 OR 1=1
            TARGET='''
            """)
    void noTextBecomesPartOfAQuery(String query) throws IOException {
        String votable = ask(query.split("=", 2)[0], query.split("=", 2)[1], "RESPONSEFORMAT", "votable/td")
                .text();
        assertThat(votable).contains("value=\"OK\"").doesNotContain("<TR>");
    }

    @Test
    void aNulCharacterIsTheClientsFault() throws IOException {
        assertThat(ask("TARGET", "Crab\u0000Nebula").status()).isEqualTo(400);
    }

    @Test
    void floodsOfValuesEndSoon() {
        assertTimeout(Duration.ofSeconds(20), () -> {
            String[] shapes = IntStream.range(0, 51)
                    .boxed()
                    .flatMap(i -> Stream.of("POS", "CIRCLE 10 10 " + i))
                    .toArray(String[]::new);
            assertThat(ask(shapes).status()).isEqualTo(400);
            assertThat(ask("POS", "POLYGON " + "1 2 ".repeat(100_000)).status()).isEqualTo(400);
            assertThat(ask("BAND", "1 ".repeat(100_000)).status()).isEqualTo(400);
            assertThat(ask("BAND", "1".repeat(100_000)).status()).isEqualTo(400);
            String[] identifiers = IntStream.range(0, 1000)
                    .boxed()
                    .flatMap(i -> Stream.of("ID", "ivo://test/" + "x".repeat(100) + i))
                    .toArray(String[]::new);
            assertThat(ask(identifiers).status()).isEqualTo(200);
            String[] intervals = IntStream.range(0, 1000)
                    .boxed()
                    .flatMap(i -> Stream.of("TIME", i + " " + (i + 0.5)))
                    .toArray(String[]::new);
            assertThat(ask(intervals).status()).isEqualTo(200);
        });
    }

    @Test
    void everyColumnOfObsCoreMustBeThereAsObsCoreHasIt() throws IOException {
        String votable = ask("MAXREC", "1").text();
        assertThat(votable.split("<FIELD ", -1)).hasSizeGreaterThan(31);
        assertThat(votable)
                .contains("utype=\"obscore:ObsDataset.dataProductType\"")
                .contains("utype=\"obscore:Char.SpatialAxis.Coverage.Support.Area\"")
                .contains("<INFO name=\"standardID\" value=\"ivo://ivoa.net/std/SIA#query-2.0\"/>")
                .contains("<INFO name=\"QUERY_STATUS\" value=\"OVERFLOW\"/>");
    }

    @Test
    void withoutRowsTheServiceStillDescribesItself() throws IOException {
        String votable = ask("MAXREC", "0").text();
        assertThat(votable)
                .doesNotContain("<TR>")
                .contains("<RESOURCE type=\"meta\" utype=\"adhoc:this\" name=\"this\">")
                .contains("value=\"http://localhost:8080/cta/sia2/query\"");
        Arrays.stream(ImageParameter.values())
                .forEach(parameter -> assertThat(votable).contains("<PARAM name=\"" + parameter.name() + "\""));
    }

    @Test
    void maxrecHoldsWithIdentifiersToo() throws IOException {
        String votable = ask("ID", "ivo://Test/X?crab", "ID", "ivo://test/x?pks", "MAXREC", "1")
                .text();
        assertThat(votable).contains("OVERFLOW");
    }

    @Test
    void secureProductsAreForTheirGroupsAlone() throws IOException {
        Caller member = new Caller(Optional.of("m"), Set.of("team"), Caller.Authentication.TOKEN);
        RecordingExchange exchange = RecordingExchange.get(
                        "/query", "ID", "ivo://TEST/x?secret", "RESPONSEFORMAT", "votable/td")
                .from(member);
        assertThat(found(archive.ask("/sia2", exchange))).isEqualTo("secret");
    }

    @Test
    void capabilitiesMustNameTheQuery() throws IOException {
        String capabilities =
                archive.ask("/sia2", RecordingExchange.get("/capabilities")).text();
        assertThat(capabilities)
                .contains("<capability standardID=\"ivo://ivoa.net/std/SIA#query-2.0\">")
                .contains("<accessURL use=\"base\">http://localhost:8080/cta/sia2/query</accessURL>");
        Assumptions.assumeTrue(VosiSchemas.areThere(), "no schemas beside the checkout");
        assertThat(VosiSchemas.faults(capabilities)).isEmpty();
    }

    @Test
    void theServiceItselfIsNoResource() {
        assertThatThrownBy(() -> archive.ask("/sia2", RecordingExchange.get("")))
                .isInstanceOfSatisfying(Fault.class, fault -> {
                    assertThat(fault.code()).isEqualTo(RequestFault.NO_SUCH_RESOURCE);
                    assertThat(fault).hasMessageContaining("/sia2/query");
                });
    }
}
