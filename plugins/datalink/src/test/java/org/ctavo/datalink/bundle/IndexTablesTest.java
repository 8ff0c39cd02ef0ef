package org.ctavo.datalink.bundle;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

import nom.tam.fits.BinaryTableHDU;
import nom.tam.fits.Fits;
import org.ctavo.archive.ProductFile;
import org.ctavo.spi.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class IndexTablesTest {
    @TempDir
    private Path directory;

    private Basket basket(byte[]... eventLists) throws IOException {
        Map<String, List<Basket.Item>> products = new LinkedHashMap<>();
        for (int i = 0; i < eventLists.length; i++) {
            products.put(
                    "ivo://x.y/runs?" + i,
                    List.of(Baskets.item(
                            directory, "run" + i + ".fits.gz", ProductFile.Role.EVENT_LIST, eventLists[i])));
        }
        return new Basket(products);
    }

    private static BinaryTableHDU table(Map<String, byte[]> tables, String name) throws Exception {
        try (Fits fits = new Fits(new GZIPInputStream(new ByteArrayInputStream(tables.get(name))))) {
            BinaryTableHDU table = (BinaryTableHDU) fits.getHDU(1);
            table.getKernel();
            return table;
        }
    }

    private static Object cell(BinaryTableHDU table, int row, String column) throws Exception {
        return table.getData().get(row, table.findColumn(column));
    }

    @Test
    void mustHaveTheRequiredColumnsAndKeywords() throws Exception {
        Map<String, byte[]> tables =
                IndexTables.of(basket(Baskets.events(7, 51544, 1e8), Baskets.events(8, 51544, 2e8)), new FactsReader());
        BinaryTableHDU runs = table(tables, "obs-index.fits.gz");
        assertThat(runs.getNRows()).isEqualTo(2);
        for (String column : List.of("OBS_ID", "OBS_MODE", "RA_PNT", "DEC_PNT", "TSTART", "TSTOP")) {
            assertThat(runs.findColumn(column)).as(column).isNotNegative();
        }
        assertThat(runs.getHeader().getStringValue("HDUCLAS1")).isEqualTo("INDEX");
        assertThat(runs.getHeader().getStringValue("HDUCLAS2")).isEqualTo("OBS");
        assertThat(runs.getHeader().getLongValue("MJDREFI")).isEqualTo(51544);
        assertThat(cell(runs, 1, "OBS_ID")).isEqualTo(8L);
        assertThat(cell(runs, 1, "TSTART")).isEqualTo(2e8);
        assertThat(cell(runs, 0, "OBJECT")).isEqualTo("Crab");
        BinaryTableHDU hdus = table(tables, "hdu-index.fits.gz");
        assertThat(hdus.getNRows()).isEqualTo(2);
        assertThat(cell(hdus, 0, "HDU_TYPE")).isEqualTo("events");
        assertThat(cell(hdus, 0, "HDU_CLASS")).isEqualTo("events");
        assertThat(cell(hdus, 0, "FILE_DIR")).isEqualTo("runs");
        assertThat(cell(hdus, 1, "FILE_NAME")).isEqualTo("run1.fits.gz");
        assertThat(cell(hdus, 1, "HDU_NAME")).isEqualTo("EVENTS");
    }

    @Test
    void timesOfRunsCountFromOneReference() throws Exception {
        Map<String, byte[]> tables =
                IndexTables.of(basket(Baskets.events(7, 51544, 1e8), Baskets.events(8, 51545, 1e8)), new FactsReader());
        assertThat(cell(table(tables, "obs-index.fits.gz"), 1, "TSTART")).isEqualTo(1e8 + 86_400);
    }

    @Test
    void runsOfTheSameNumberCannotShareATable() throws Exception {
        Basket basket = basket(Baskets.events(7, 51544, 1e8), Baskets.events(7, 51544, 2e8));
        assertThatThrownBy(() -> IndexTables.of(basket, new FactsReader()))
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.code()).isEqualTo(PackageFault.SAME_RUN_NUMBER))
                .hasMessageContainingAll("ivo://x.y/runs?0", "ivo://x.y/runs?1", "run 7");
    }

    @Test
    void thereAreNoneWithoutEventLists() throws Exception {
        Basket maps = new Basket(Map.of(
                "ivo://x.y/maps?1",
                List.of(Baskets.item(directory, "map.fits", ProductFile.Role.DATA, new byte[] {1, 2, 3}))));
        assertThat(IndexTables.of(maps, new FactsReader())).isEmpty();
    }

    @Test
    void theSameRunsGiveTheSameBytes() throws Exception {
        Basket basket = basket(Baskets.events(7, 51544, 1e8));
        assertThat(IndexTables.of(basket, new FactsReader()).get("obs-index.fits.gz"))
                .isEqualTo(IndexTables.of(basket, new FactsReader()).get("obs-index.fits.gz"));
    }
}
