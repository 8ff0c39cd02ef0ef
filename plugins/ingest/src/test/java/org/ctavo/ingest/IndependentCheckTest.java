package org.ctavo.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.assertj.core.api.SoftAssertions;
import org.ctavo.testing.Python;
import org.ctavo.testing.Shared;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Every run of the real data sets: what the archive says against what astropy reads from the file itself. */
class IndependentCheckTest {
    private static final List<String> NUMBERS = List.of(
            "s_ra", "s_dec", "s_fov", "t_min", "t_max", "t_exptime", "em_min", "em_max", "access_estsize", "ev_xel");

    /** Positions to 0.4 mas, times to 0.1 ms; wavelengths have five digits more than any energy scale is known to. */
    private static final Map<String, Double> TOLERANCE =
            Map.of("s_ra", 1e-7, "s_dec", 1e-7, "t_min", 1e-9, "t_max", 1e-9);

    @Test
    void everyRunIsDescribedAsAstropyReadsIt() throws IOException, InterruptedException, SQLException {
        Assumptions.assumeTrue(
                Shared.path("data").isPresent(), "skipped: the reference data are not beside the checkout");
        Assumptions.assumeTrue(Python.has("astropy"), "no Python with astropy");
        Path data = Shared.path("data").orElseThrow();
        String[] files = files(data.resolve("hess-dl3-dr1/data"), data.resolve("cta-1dc/data"));
        List<String> lines =
                Python.script("describe_event_lists.py", files).lines().toList();
        assertThat(lines.size()).isEqualTo(files.length).isGreaterThan(60);
        try (TestArchive archive = new TestArchive()) {
            archive.ingest(data.resolve("hess-dl3-dr1"), data.resolve("cta-1dc"));
            SoftAssertions all = new SoftAssertions();
            for (String line : lines) {
                compare(archive, line.split("\t", -1), all);
            }
            all.assertAll();
        }
    }

    private static String[] files(Path... directories) throws IOException {
        Stream.Builder<Path> all = Stream.builder();
        for (Path directory : directories) {
            try (Stream<Path> files = Files.list(directory)) {
                files.forEach(all);
            }
        }
        return all.build().map(Path::toString).sorted().toArray(String[]::new);
    }

    private static void compare(TestArchive archive, String[] expected, SoftAssertions all) throws SQLException {
        List<Map<String, Object>> rows =
                archive.rows("SELECT * FROM ivoa.obscore NATURAL JOIN ivoa.obscore_hea WHERE obs_id = ?", expected[0]);
        all.assertThat(rows).as(expected[0]).hasSize(1);
        if (rows.isEmpty()) {
            return;
        }
        all.assertThat(rows.get(0)).as(expected[0]).containsEntry("target_name", expected[1]);
        for (int i = 0; i < NUMBERS.size(); i++) {
            String column = NUMBERS.get(i);
            double wanted = Double.parseDouble(expected[i + 2]);
            double actual = ((Number) rows.get(0).get(column)).doubleValue();
            double tolerance = TOLERANCE.getOrDefault(column, Math.abs(wanted) * 1e-9);
            all.assertThat(actual).as(expected[0] + " " + column).isEqualTo(wanted, within(tolerance));
        }
    }
}
