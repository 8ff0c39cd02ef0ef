package org.ctavo.schema.load;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.ctavo.schema.Fixture;
import org.ctavo.spi.Caller;
import org.ctavo.spi.Fault;
import org.ctavo.testing.TestPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LoaderTest {
    private static final Path SAMPLES = Path.of(System.getProperty("ctavo.root"), "conf", "samples");

    @TempDir
    Path directory;

    private static Fixture fixture;

    @BeforeAll
    static void open() {
        fixture = new Fixture();
    }

    @AfterAll
    static void close() {
        fixture.close();
    }

    @AfterEach
    void empty() throws SQLException {
        try (Connection owner = TestPostgres.connect(fixture.logins.owner());
                Statement statement = owner.createStatement()) {
            String tables = new LoadableTables()
                    .all().stream().map(table -> "cta." + table.name()).collect(Collectors.joining(", "));
            statement.execute("TRUNCATE cta.data_product, cta.product_key, cta.data_file, " + tables);
        }
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(directory.resolve(name), content);
    }

    private LoadResult load(Path... paths) {
        return new Loader(fixture.database).load(List.of(paths));
    }

    private List<String> query(String sql) throws SQLException {
        try (Connection connection = fixture.database.asCaller(Caller.ANONYMOUS)) {
            return Fixture.column(connection, sql);
        }
    }

    @Test
    void theSamplesLoadAndReachTheProductsWhicheverComesFirst() throws SQLException {
        fixture.ingest("INSERT INTO cta.data_product (obs_publisher_did, dataproduct_type, calib_level, obs_collection,"
                + " obs_id, run_id, target_name, data_rights) VALUES ('ivo://test/a?1', 'event', 2, 'HESS-DL3-DR1',"
                + " '1', 1, 'MSH15-52', 'public')");
        LoadResult result = load(SAMPLES);
        assertThat(result.faults()).isEmpty();
        assertThat(result.products()).isEqualTo(1);
        fixture.ingest("INSERT INTO cta.data_product (obs_publisher_did, dataproduct_type, calib_level, obs_collection,"
                + " obs_id, run_id, target_name, data_rights) VALUES ('ivo://test/b?2', 'event', 2, 'CTA-1DC',"
                + " '2', 2, 'Galactic Plane Survey', 'public')");
        assertThat(query("SELECT concat_ws(' ', site, sub_array_name, pointing_mode, obs_mode, target_class,"
                        + " proposal_id, reco_method) FROM cta.vo_obscore ORDER BY obs_id"))
                .containsExactly(
                        "Gamsberg H.E.S.S. Phase I parallel wobble PWN HESS-DL3-DR1 Hillas",
                        "South Baseline-S parallel scan Survey field CTA-1DC simulated");
        assertThat(load(SAMPLES).isLoaded()).as("a second time").isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void whatIsExportedLoadsAgainUnchanged(TableFormat format) throws IOException, SQLException {
        fixture.ingest("INSERT INTO cta.site (name, facility, description, elevation) VALUES"
                + " ('odd', 'a, \"b\"', E'two\\nlines <&> é…', -1.5e-7), ('plain', '# x', NULL, NULL);"
                + "INSERT INTO cta.sub_array (name, site_name) VALUES ('Ü', 'odd');"
                + "INSERT INTO cta.telescope (telescope_id, site_name, telescope_type) VALUES ('T', 'odd', 'LST');"
                + "INSERT INTO cta.sub_array_telescope VALUES ('Ü', 'T');"
                + "INSERT INTO cta.obs_config (obs_config_id, obs_type, sub_array_name) VALUES ('ö', 't', 'Ü')");
        fixture.ingest(
                "INSERT INTO cta.target (name, is_moving, ra, dec) VALUES ('Ceres', true, 359.9999999999999, 0)");
        fixture.ingest("INSERT INTO cta.proposal (proposal_id, title, proposal_type, status, submitted, granted_time)"
                + " VALUES ('p', 't', 'open-time', 'accepted', '2026-01-31 12:30:00.5', 2.5)");
        Map<String, Long> written = new Exporter(fixture.database).export(directory.resolve("one"), format);
        assertThat(written.keySet())
                .extracting(name -> name.replace("." + format.extension(), ""))
                .containsExactlyInAnyOrder(
                        "site", "target", "proposal", "sub_array", "telescope", "sub_array_telescope", "obs_config");
        fixture.ingest("DELETE FROM cta.obs_config; DELETE FROM cta.sub_array_telescope; DELETE FROM cta.sub_array;"
                + "DELETE FROM cta.telescope; DELETE FROM cta.site; DELETE FROM cta.target; DELETE FROM cta.proposal");
        LoadResult result = load(directory.resolve("one"));
        assertThat(result.faults()).isEmpty();
        new Exporter(fixture.database).export(directory.resolve("two"), format);
        for (String name : written.keySet()) {
            assertThat(directory.resolve("two").resolve(name))
                    .hasSameTextualContentAs(directory.resolve("one").resolve(name));
        }
        assertThat(query("SELECT description FROM cta.site WHERE name = 'odd'")).containsExactly("two\nlines <&> é…");
        assertThat(query("SELECT sub_array_name FROM cta.obs_config")).containsExactly("Ü");
    }

    @ParameterizedTest(name = "{1} {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            site.csv|name,facility\\nA,B\\nA,C|row 2|name: repeats the key of an earlier row
            site.csv|name,facility\\nA,|row 1|facility: has no value, and must have one
            site.csv|name\\nA|site.csv|facility: is missing
            site.csv|name,facility,colour\\nA,B,red|site.csv|colour: is no column of site
            site.csv|name,facility,latitude\\nA,B,north|row 1|latitude: is 'north', which is no number
            site.csv|name,facility,latitude\\nA,B,91|row 1|latitude: breaks the rule latitude BETWEEN -90 AND 90
            site.csv|name,facility,latitude\\nA,B,1d|row 1|latitude: is '1d', which is no number
            site.csv|name,facility\\nA,B,C|row 1|has 3 cells, the header 2
            telescope.csv|telescope_id,site_name,telescope_type\\nT,X,LST|row 1|site_name: refers to a row of site
            telescope.csv|telescope_id,site_name,telescope_type\\nT,X,XXL|row 1|is 'XXL', which is none of
            target_class.csv|name,broader\\nA,B|row 1|broader: refers to a row of target_class
            target.csv|name,is_moving\\nA,perhaps|row 1|is_moving: is 'perhaps', which is neither true nor false
            proposal.csv|proposal_id,title,proposal_type,status,submitted\\nA,B,archive,accepted,soon|row 1|no time like
            time_interval.csv|ob_id,number,classtype,t_start,t_stop\\n1,1,Nap,1,2|row 1|classtype: is 'Nap'
            time_interval.csv|ob_id,number,classtype,t_start,t_stop\\n1,1.5,GoodTimeInterval,1,2|row 1|no whole number
            time_interval.csv|ob_id,number,classtype,t_start,t_stop\\n1,1,GoodTimeInterval,2,1|row 1|breaks the rule
            """)
    void aFaultIsToldByFileRowAndColumn(String name, String content, String place, String message)
            throws IOException, SQLException {
        LoadResult result = load(file(name, content.replace("\\n", "\n")));
        assertThat(result.isLoaded()).isFalse();
        assertThat(result.faults())
                .extracting(CellFault::toString)
                .anyMatch(fault -> fault.startsWith(name) && fault.contains(place) && fault.contains(message));
        assertThat(query("SELECT name FROM cta.site")).isEmpty();
    }

    @Test
    void everyFaultIsToldAndNothingIsLoaded() throws IOException, SQLException {
        Path site = file("site.csv", "name,facility,latitude\nA,B,x\nB,,1\nC,D,2\nC,D,3\n");
        Path telescope =
                file("telescope.csv", "telescope_id,site_name,telescope_type\nT1,C,LST\nT2,nowhere,LST\nT3,C,huge\n");
        LoadResult result = load(site, telescope);
        assertThat(result.faults())
                .extracting(fault ->
                        fault.file() + " " + fault.row() + " " + fault.column().orElse(""))
                .containsExactlyInAnyOrder(
                        "site.csv 1 latitude",
                        "site.csv 2 facility",
                        "site.csv 4 name",
                        "telescope.csv 2 site_name",
                        "telescope.csv 3 telescope_type");
        assertThat(query("SELECT name FROM cta.site")).isEmpty();
    }

    @Test
    void aSubArrayWithoutTelescopesIsAFault() throws IOException {
        Path site = file("site.csv", "name,facility\nA,B\n");
        Path array = file("SubArray.csv", "name,site_name\nempty,A\n");
        assertThat(load(site, array).faults())
                .extracting(CellFault::message)
                .containsExactly("has no row in sub_array_telescope, and needs at least one");
    }

    @Test
    void oneBadRowAmongAMillionIsFoundAndNothingIsLoaded() throws IOException, SQLException {
        Path file = directory.resolve("acquisition.csv");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("obs_collection,run_id,t_start,t_stop,quality\n");
            for (int i = 1; i <= 1_000_000; i++) {
                out.write("X," + i + ",50000.5," + (i == 777_777 ? "49999" : "50001") + ",0\n");
            }
        }
        LoadResult result = Assertions.assertTimeout(Duration.ofMinutes(2), () -> load(file));
        assertThat(result.faults())
                .extracting(CellFault::toString)
                .containsExactly(
                        "acquisition.csv, row 777777, column t_start, t_stop: breaks the rule t_stop >= t_start");
        assertThat(query("SELECT obs_collection FROM cta.acquisition LIMIT 1")).isEmpty();
    }

    @Test
    void faultsAreCountedBeyondThoseKept() throws IOException {
        String rows = Stream.generate(() -> "A,B,x\n").limit(3000).collect(Collectors.joining());
        LoadResult result = load(file("site.csv", "name,facility,latitude\n" + rows));
        assertThat(result.faults()).hasSize(1000);
        assertThat(result.faultCount()).isEqualTo(3000 + 2999);
    }

    @Test
    void aUnitThatIsNotTheModelsIsAFault() throws IOException {
        Path file = file(
                "site.ecsv",
                "# %ECSV 1.0\n# ---\n# delimiter: ','\n# datatype:\n# - {name: name, datatype: string}\n"
                        + "# - {name: facility, datatype: string}\n# - {name: elevation, unit: km, datatype: float64}\n"
                        + "# schema: astropy-2.0\nname,facility,elevation\nA,B,2.1\n");
        assertThat(load(file).faults())
                .extracting(CellFault::toString)
                .containsExactly("site.ecsv, column elevation: is in km, where the model has m; convert it");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "site.csv|",
                "site.csv|name,facility\n\"A,B",
                "site.csv|name,facility\n\"A\"B,C",
                "site.ecsv|name,facility\nA,B",
                "site.vot|no xml",
                "site.vot|<html/>",
                "site.vot|<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/hostname'>]><VOTABLE>&e;</VOTABLE>",
                "planet.csv|name\nA",
                "site.doc|name\nA"
            })
    void aFileThatCannotBeReadEndsTheLoad(String nameAndContent) throws IOException {
        String[] parts = nameAndContent.split("\\|", 2);
        Path file = file(parts[0], parts[1]);
        assertThatThrownBy(() -> load(file))
                .isInstanceOf(Fault.class)
                .hasMessageContaining(parts[0])
                .hasMessageNotContaining(directory.toString());
    }

    @Test
    void ecsvThatIsNotUtf8EndsTheLoad() throws IOException {
        String ecsv = "# %ECSV 1.0\n# ---\n# datatype:\n# - {name: name, datatype: string}\n"
                + "# - {name: facility, datatype: string}\nname facility\nA é\n";
        Path file = Files.write(directory.resolve("site.ecsv"), ecsv.getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> load(file)).isInstanceOf(Fault.class).hasMessageContaining("not UTF-8");
    }

    @Test
    void missingFilesAndFilesForTheSameTableAreTold() throws IOException {
        Path site = file("site.csv", "name,facility\nA,B\n");
        Path again = file("Site.vot", "<VOTABLE/>");
        assertThatThrownBy(() -> load(site, again)).hasMessageContaining("another file is for site");
        assertThatThrownBy(() -> load(directory.resolve("target.csv")))
                .hasMessageContaining("does not exist")
                .hasMessageNotContaining(directory.toString());
    }

    @Test
    void theSamplesNameEveryClassThatProductsAreSearchedBy() throws IOException {
        try (Stream<Path> files = Files.list(SAMPLES)) {
            Set<String> names =
                    files.map(file -> file.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
            assertThat(names).contains("README.md", "site.csv", "sub_array.csv", "target_class.csv", "collection.csv");
        }
    }
}
