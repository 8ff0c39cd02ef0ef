package org.ctavo.datalink.bundle;

import java.net.URI;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class TermsTest {

    @Test
    void belongToTheCollectionOfAProduct() {
        Terms terms = Terms.SETTING.reader().apply("My runs=https://a.example/terms?x=1, B=http://b.example/");
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
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Terms.SETTING.reader().apply(text));
    }
}
