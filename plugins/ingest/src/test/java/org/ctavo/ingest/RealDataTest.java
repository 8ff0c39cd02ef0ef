package org.ctavo.ingest;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.ctavo.testing.Shared;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** The two real data sets, ingested whole: what the descriptions must be for the runs whose values are known. */
class RealDataTest {
    private static TestArchive archive;
    private static IngestReport report;
    private static Path hess;
    private static Path challenge;

    @BeforeAll
    static void ingestAll() {
        Assumptions.assumeTrue(
                Shared.path("data/hess-dl3-dr1").isPresent(),
                "skipped: the reference data are not beside the checkout");
        hess = Shared.path("data/hess-dl3-dr1").orElseThrow();
        challenge = Shared.path("data/cta-1dc").orElseThrow();
        archive = new TestArchive();
        report = archive.ingest(hess, challenge);
    }

    @AfterAll
    static void close() {
        if (archive != null) {
            archive.close();
        }
    }

    private static Map<String, Object> row(String obsId) throws SQLException {
        List<Map<String, Object>> rows = archive.rows("SELECT * FROM cta.vo_obscore WHERE obs_id = ?", obsId);
        assertThat(rows).hasSize(1);
        return rows.get(0);
    }

    private static double number(Map<String, Object> row, String column) {
        return ((Number) row.get(column)).doubleValue();
    }

    @Test
    void everyRunIsLoadedAndMissingFilesAreTold() {
        assertThat(report.with(IngestResult.Status.FAILED)).isEmpty();
        assertThat(report.count(IngestResult.Status.LOADED)).isEqualTo(67);
        assertThat(report.with(IngestResult.Status.MISSING))
                .extracting(IngestResult::message)
                .anyMatch(message -> message.contains("gps_baseline_111159.fits"))
                .hasSize(2);
        assertThat(report.exitCode()).isZero();
    }

    @Test
    void aHundredRunsTakeSeconds() {
        assertThat(report.elapsed().toMillis()).isLessThan(60_000);
    }

    @Test
    void theQueryOfTheFirstPrototypeFindsTheFourRunsOnTheCrab() throws SQLException {
        Map<Object, List<Double>> found = archive
                .rows("SELECT * FROM cta.vo_obscore AS o WHERE"
                        + " sphere.intersects(o.s_region, sphere.circle(83.63308333, 22.0145, 0.001))")
                .stream()
                .collect(Collectors.toMap(
                        row -> row.get("obs_id"), row -> List.of(number(row, "s_ra"), number(row, "s_dec"))));
        assertThat(found).containsOnlyKeys("23523", "23526", "23559", "23592");
        assertAt(found.get("23523"), 83.6333, 21.5144);
        assertAt(found.get("23526"), 83.6333, 22.5144);
        assertAt(found.get("23559"), 85.2533, 22.0144);
        assertAt(found.get("23592"), 82.0133, 22.0144);
    }

    private static void assertAt(List<Double> position, double ra, double dec) {
        assertThat(position.get(0)).isEqualTo(ra, within(1e-4));
        assertThat(position.get(1)).isEqualTo(dec, within(1e-4));
    }

    @Test
    void aRunOfHessIsDescribedAsItsFileHasIt() throws SQLException {
        Map<String, Object> row = row("20136");
        assertThat(row)
                .containsEntry("obs_collection", "HESS-DL3-DR1")
                .containsEntry("obs_publisher_did", "ivo://ctavo.example/HESS-DL3-DR1?20136")
                .containsEntry("target_name", "MSH15-52")
                .containsEntry("dataproduct_type", "event")
                .containsEntry("dataproduct_subtype", "DL3")
                .containsEntry("calib_level", 2)
                .containsEntry("facility_name", "HESS")
                .containsEntry("instrument_name", "H.E.S.S. Phase I")
                .containsEntry("ev_xel", 11243L)
                .containsEntry("run_id", 20136L)
                .containsEntry("access_estsize", 631L)
                .containsEntry("data_rights", "public")
                .containsEntry("obs_mode", "wobble")
                .containsEntry("fits_obs_mode", "WOBBLE")
                .containsEntry("scan_mode", "on-the-fly-cross-map")
                .containsEntry("pointing_mode", "parallel")
                .containsEntry("applied_cuts", "std")
                .containsEntry("s_xel1", -1L)
                .containsEntry("em_xel", -1L)
                .containsEntry("t_xel", -1L);
        assertThat(row.get("data_quality")).hasToString("0");
        assertThat(number(row, "s_ra")).isEqualTo(228.612484, within(1e-6));
        assertThat(number(row, "s_dec")).isEqualTo(-58.771669, within(1e-6));
        assertThat(number(row, "s_fov")).isEqualTo(5, within(1e-6));
        assertThat(number(row, "t_min")).isEqualTo(53090.122708333, within(1e-9));
        assertThat(number(row, "t_max")).isEqualTo(53090.142175926, within(1e-9));
        assertThat(number(row, "t_exptime")).isEqualTo(1521.02685546875, within(1e-9));
        assertThat(number(row, "em_min")).isEqualTo(1.239842e-20, within(1e-26));
        assertThat(number(row, "em_max")).isEqualTo(3.043451e-18, within(1e-24));
        assertThat(number(row, "energy_min")).isEqualTo(0.407380277e12, within(1e4));
        // 1.560 times the radii that hold 68 %: 423″ at 1 TeV, 199″ to 558″ over the energies with effective area.
        assertThat(number(row, "s_resolution") / 1.560).isEqualTo(423, within(2.0));
        assertThat(number(row, "s_resolution_min") / 1.560).isEqualTo(199, within(3.0));
        assertThat(number(row, "s_resolution_max") / 1.560).isEqualTo(558, within(2.0));
        assertThat(number(row, "s_ref_energy")).isEqualTo(1e12);
        // As numpy has it from the same table.
        assertThat(number(row, "em_res_power")).isEqualTo(1.6755, within(1e-3));
        assertThat(number(row, "em_res_power"))
                .isBetween(number(row, "em_res_power_min"), number(row, "em_res_power_max"));
    }

    @Test
    void aRunOfTheDataChallengeIsDescribedDespiteItsHeader() throws SQLException {
        Map<String, Object> row = row("110380");
        assertThat(row)
                .containsEntry("obs_collection", "CTA-1DC")
                .containsEntry("target_name", "Galactic Plane Survey")
                .containsEntry("facility_name", "CTAO")
                .containsEntry("instrument_name", "CTAO-S")
                .containsEntry("site", "South")
                .containsEntry("sub_array_name", "Baseline")
                .containsEntry("ev_xel", 106217L)
                .containsEntry("access_estsize", 3860L)
                .containsEntry("pipeline_name", "ctobssim")
                .containsEntry("pipeline_version", "1.4.0")
                .containsEntry("obs_creator_name", "CTA Consortium")
                .containsEntry("zen_pnt", null);
        assertThat(number(row, "s_ra")).isEqualTo(267.681205, within(1e-6));
        assertThat(number(row, "s_dec")).isEqualTo(-29.607505, within(1e-6));
        assertThat(number(row, "s_fov")).isEqualTo(10, within(1e-6));
        assertThat(number(row, "t_min")).isEqualTo(59235.499199259, within(1e-9));
        assertThat(number(row, "t_max")).isEqualTo(59235.520032593, within(1e-9));
        assertThat(number(row, "t_exptime")).isEqualTo(1764.0);
        assertThat(number(row, "em_min")).isEqualTo(7.749012e-21, within(1e-26));
        assertThat(number(row, "em_max")).isEqualTo(4.132807e-17, within(1e-22));
        assertThat(number(row, "s_resolution") / 1.560).isEqualTo(184, within(1.0));
        assertThat(number(row, "s_resolution_min") / 1.560).isEqualTo(121, within(1.0));
        assertThat(number(row, "s_resolution_max") / 1.560).isEqualTo(1112, within(2.0));
    }

    @Test
    void theResponsesApartFromTheEventsAreFilesOfTheProduct() throws SQLException {
        assertThat(archive.rows("SELECT role, root, path FROM cta.data_file"
                        + " WHERE obs_publisher_did = 'ivo://ctavo.example/CTA-1DC?110380' ORDER BY role"))
                .extracting(Map::values)
                .extracting(Object::toString)
                .containsExactly(
                        "[event-list, cta-1dc, data/gps_baseline_110380.fits]", "[irf, cta-1dc, irf/irf_file.fits]");
    }

    @Test
    void everyRunIsAnAcquisition() throws SQLException {
        assertThat(archive.rows("SELECT run_id, round(ontime) AS ontime, telescope_list, quality::int AS q"
                        + " FROM cta.acquisition WHERE run_id IN (20136, 110380) ORDER BY run_id"))
                .extracting(Map::values)
                .extracting(Object::toString)
                .containsExactly("[20136, 1682.0, 1,2,3,4, 0]", "[110380, 1800.0, Baseline, null]");
        assertThat(archive.number("SELECT count(*) FROM cta.acquisition")).isEqualTo(67);
    }

    @Test
    void whatProvenanceWillAskIsKept() throws SQLException {
        Map<String, Object> origin = archive.inner(
                        "SELECT keywords->>'CREATOR' AS creator, keywords->>'ctavo:energy-range' AS energies"
                                + " FROM archive.product_origin WHERE obs_publisher_did LIKE '%?20136'")
                .get(0);
        assertThat(origin)
                .containsEntry("creator", "SASH FITS::EventListWriter")
                .containsEntry("energies", "the energy thresholds of the effective area");
        assertThat(archive.inner("SELECT keywords->>'DSTYP2' AS type, keywords->>'DSVAL2' AS selected"
                        + " FROM archive.product_origin WHERE obs_publisher_did LIKE '%?110380'"))
                .containsExactly(Map.of("type", "ENERGY", "selected", "0.03:160"));
    }

    @Test
    void aDirectoryAboveBothFindsTheSame() {
        IngestReport again = archive.ingest(hess.getParent());
        assertThat(again.count(IngestResult.Status.UNCHANGED)).isEqualTo(67);
        assertThat(again.count(IngestResult.Status.MISSING)).isEqualTo(2);
        assertThat(again.count(IngestResult.Status.FAILED)).isZero();
    }

    @Test
    void aSecondIngestChangesNothing() throws SQLException {
        String all = "SELECT md5(string_agg(p::text, '' ORDER BY obs_publisher_did)) FROM cta.data_product AS p";
        List<Map<String, Object>> before = archive.inner(all);
        IngestReport again = archive.ingest(hess, challenge);
        assertThat(again.count(IngestResult.Status.UNCHANGED)).isEqualTo(67);
        assertThat(again.count(IngestResult.Status.LOADED)).isZero();
        assertThat(again.count(IngestResult.Status.REPLACED)).isZero();
        assertThat(archive.inner(all)).isEqualTo(before);
    }
}
