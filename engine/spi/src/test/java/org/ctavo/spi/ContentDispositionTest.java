package org.ctavo.spi;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ContentDispositionTest {

    @ParameterizedTest
    @CsvSource({
        "application/x-votable+xml;serialization=TABLEDATA, inline; filename=\"crab.vot\"",
        "text/xml, inline; filename=\"crab.xml\"",
        "text/csv;header=present, inline; filename=\"crab.csv\"",
        "text/tab-separated-values, inline; filename=\"crab.tsv\"",
        "text/x-ecsv, inline; filename=\"crab.ecsv\"",
        "text/plain;charset=UTF-8, inline; filename=\"crab.txt\"",
        "text/html;charset=UTF-8, inline; filename=\"crab.html\"",
        "Application/JSON, inline; filename=\"crab.json\"",
        "application/fits, attachment; filename=\"crab.fits\"",
        "application/vnd.apache.parquet, attachment; filename=\"crab.parquet\"",
        "application/octet-stream, attachment; filename=\"crab.bin\""
    })
    void theExtensionIsThatOfTheFormat(String mediaType, String header) {
        assertThat(ContentDisposition.of("crab", mediaType)).isEqualTo(header);
    }

    @Test
    void namesBeyondAsciiAreToldTwice() {
        assertThat(ContentDisposition.of("Krebsnebel für 2 €", "text/csv"))
                .isEqualTo("inline; filename=\"Krebsnebel_f_r_2__.csv\";"
                        + " filename*=UTF-8''Krebsnebel%20f%C3%BCr%202%20%E2%82%AC.csv");
    }

    @Test
    void aFileKeepsItsName() {
        assertThat(ContentDisposition.file("run_1_cutout.fits"))
                .isEqualTo("attachment; filename=\"run_1_cutout.fits\"");
        assertThat(ContentDisposition.file("errors")).isEqualTo("inline; filename=\"errors\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\r\nSet-Cookie: x=1",
                "../../etc/passwd",
                "..\\..\\boot.ini",
                "x\"; filename=\"evil.exe",
                "photo\u202Egpj.exe",
                ".bashrc",
                "",
                "   ",
                "\u0000",
                "a%2f..%2fb",
                "\ud83d",
                "a;b"
            })
    void noNameLeavesTheHeaderOrADirectory(String name) {
        String header = ContentDisposition.of(name, "text/csv");
        assertThat(header)
                .matches("inline; filename=\"[A-Za-z0-9_+-][A-Za-z0-9._+-]*\\.csv\"(; filename\\*=UTF-8''[!-~]+)?")
                .doesNotContain("%2F", "%2f", "%5C", "%E2%80%AE", "%0D", "%0A", "%00");
    }

    @Test
    void longNamesAreCutAndKeepTheirExtension() {
        assertThat(ContentDisposition.of("x".repeat(10_000), "text/csv"))
                .hasSizeLessThan(140)
                .endsWith("x.csv\"");
    }
}
