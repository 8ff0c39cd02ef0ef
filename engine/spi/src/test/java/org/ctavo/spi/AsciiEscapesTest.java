package org.ctavo.spi;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AsciiEscapesTest {

    @ParameterizedTest
    @CsvSource({"'',''", "plain,plain", "é,^c3^a9", "cm^2,cm^5e2", "^c3^a9,^5ec3^5ea9", "x€😀,x^e2^82^ac^f0^9f^98^80"})
    void textComesOutAsItWentIn(String text, String ascii) throws IOException {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        assertThat(AsciiEscapes.escaped(text)).isEqualTo(ascii);
        assertThat(AsciiEscapes.plain(ascii)).isEqualTo(text);
        assertThat(AsciiEscapes.escaping(new ByteArrayInputStream(utf8)).readAllBytes())
                .isEqualTo(ascii.getBytes(StandardCharsets.US_ASCII));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = AsciiEscapes.unescaping(bytes)) {
            out.write(ascii.getBytes(StandardCharsets.US_ASCII));
        }
        assertThat(bytes.toByteArray()).isEqualTo(utf8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"^c3", "^e9 Latin", "^ff", "^xy", "^c0^80"})
    void whatIsNotUtf8IsRefused(String ascii) {
        assertThatThrownBy(() -> AsciiEscapes.plain(ascii)).isInstanceOf(CharacterCodingException.class);
    }

    @Test
    void charactersFromElsewhereStay() throws IOException {
        assertThat(AsciiEscapes.plain("γ cm^5e2 ^c3^a9")).isEqualTo("γ cm^2 é");
    }

    @Test
    void textAmongValuesIsFreedOfEscapes() throws IOException {
        Object[] values = {"^c3^a9", null, 1, new String[] {"a", null, "^5e"}};
        assertThat(AsciiEscapes.plain(values))
                .isSameAs(values)
                .containsExactly("é", null, 1, new String[] {"a", null, "^"});
    }
}
