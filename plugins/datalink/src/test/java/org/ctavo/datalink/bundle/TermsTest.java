package org.ctavo.datalink.bundle;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.ctavo.archive.ProductFile;
import org.ctavo.spi.Fault;
import org.ctavo.spi.Setting;
import org.ctavo.spi.SettingValues;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TermsTest {

    private static Terms terms(String key, String text) {
        return Terms.of(new SettingValues() {
            @Override
            public <T> T value(Setting<T> setting) {
                return setting.reader().apply(setting.key().equals(key) ? text : "");
            }
        });
    }

    @Test
    void goWithTheDataWhereTheyMust(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("terms.txt"), "Cite us.");
        Terms terms = terms("datalink.terms-files", "runs=" + file);
        Basket basket = new Basket(Map.of(
                "ivo://x.y/runs?1",
                List.of(Baskets.item(directory, "map.fits", ProductFile.Role.DATA, new byte[] {1}))));
        Manifest manifest = Manifest.of(basket, new FactsReader(), terms);
        assertThat(manifest.documents().get("TERMS-runs.txt")).asString().isEqualTo("Cite us.");
        assertThat(manifest.documents().get("README.txt")).asString().contains("runs: TERMS-runs.txt\n");
        Files.delete(file);
        assertThatThrownBy(() -> Manifest.of(basket, new FactsReader(), terms))
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.code()).isEqualTo(PackageFault.TERMS_MISSING))
                .hasMessageNotContaining(directory.toString());
    }

    @Test
    void belongToTheCollectionOfAProduct() {
        Terms terms = terms("datalink.terms", "My runs=https://a.example/terms?x=1, B=http://b.example/");
        assertThat(terms.ofProduct("ivo://x.y/My_runs?1")).contains(URI.create("https://a.example/terms?x=1"));
        assertThat(terms.ofProduct("ivo://x.y/B?7")).contains(URI.create("http://b.example/"));
        assertThat(terms.ofProduct("ivo://x.y/C?7")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A",
                "=https://a.example/",
                "A=javascript:alert(1)",
                "A=file:///etc/passwd",
                "A=https://",
                "A=https://a.example/ b",
                "A=https://a.example/<x>"
            })
    void areAddressesOfTheWeb(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> terms("datalink.terms", text));
    }
}
