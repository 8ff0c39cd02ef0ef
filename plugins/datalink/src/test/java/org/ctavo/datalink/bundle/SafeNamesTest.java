package org.ctavo.datalink.bundle;

import org.ctavo.archive.ProductFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class SafeNamesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dl3/run 1.fits | runs/dl3/run_1.fits",
                "../../etc/passwd | runs/_../_../etc/passwd",
                "/etc/passwd | runs/_/etc/passwd",
                "./a//b | runs/_./a/_/b",
                ".hidden | runs/_.hidden",
                "-rf | runs/_-rf",
                "C:\\a\\..\\b | runs/C__a_.._b",
                "it's;$(rm)`x`.fits | runs/it_s___rm__x_.fits",
                "Ωmega.fits | runs/_mega.fits",
                "a~b=c,d@e+f.fits.gz | runs/a~b=c,d@e+f.fits.gz"
            })
    void leadNowhereElse(String path, String name) {
        assertThat(new SafeNames().of(new ProductFile.Location("runs", path))).isEqualTo(name);
    }

    @Test
    void areDifferentEvenWhereLetterCaseDoesNotCount() {
        SafeNames names = new SafeNames();
        assertThat(names.of(new ProductFile.Location("runs", "a/x y.fits"))).isEqualTo("runs/a/x_y.fits");
        assertThat(names.of(new ProductFile.Location("runs", "a/x?y.fits"))).isEqualTo("runs/a/2-x_y.fits");
        assertThat(names.of(new ProductFile.Location("runs", "a/X_Y.fits"))).isEqualTo("runs/a/3-X_Y.fits");
        assertThat(names.of(new ProductFile.Location("runs", "a/x y.fits"))).isEqualTo("runs/a/x_y.fits");
    }

    @Test
    void holdNoControlCharacter() {
        assertThat(new SafeNames().of(new ProductFile.Location("runs", "a\nb\r\0c.fits")))
                .isEqualTo("runs/a_b__c.fits");
    }
}
