package org.ctavo.archive;

import org.ctavo.spi.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ProductIdTest {

    @ParameterizedTest
    @ValueSource(strings = {"ivo://ctao/DR1?4711", "ivo://my.site~1/a/b-c?DL3/4711_x"})
    void textAndIdentifierAreOne(String text) {
        assertThat(ProductId.parse(text).text()).isEqualTo(text);
    }

    @Test
    void theSchemeMayBeInAnyCase() {
        assertThat(ProductId.parse("IVO://ctao/DR1?1")).isEqualTo(new ProductId("ctao", "DR1", "1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ivo://ctao/DR1",
                "ivo://a/DR1?1",
                "http://ctao/DR1?1",
                "ivo://ctao/D R1?1",
                "ivo://ctao/DR1?1#2",
                "ivo://ctao/DR1?'; DROP TABLE x",
                "ivo://ctao//?1",
                "ivo://ctao/DR1?a?b"
            })
    void whatIsNoIdentifierIsRefused(String text) {
        assertThatThrownBy(() -> ProductId.parse(text))
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.code()).isEqualTo(ArchiveFault.BAD_IDENTIFIER));
    }

    @Test
    void namesOfCollectionsAreMadeFit() {
        assertThat(ProductId.pathOf("H.E.S.S. phase I (2004)")).isEqualTo("H.E.S.S._phase_I__2004_");
    }
}
