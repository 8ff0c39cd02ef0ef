package org.ctavo.spi;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LimitedInputTest {
    private static LimitedInput of(int bytes, int most) {
        return new LimitedInput(
                new ByteArrayInputStream(new byte[bytes]),
                most,
                () -> new Fault(RequestFault.BODY_TOO_LARGE, "Too large."));
    }

    /** A way to take everything. */
    private static long drain(InputStream in, String way) throws IOException {
        long count = 0;
        switch (way) {
            case "one by one" -> {
                while (in.read() >= 0) {
                    count++;
                }
            }
            case "in blocks" -> count = in.readAllBytes().length;
            case "to elsewhere" -> count = in.transferTo(OutputStream.nullOutputStream());
            default -> {
                for (long skipped = in.skip(3); skipped > 0; skipped = in.skip(3)) {
                    count += skipped;
                }
            }
        }
        return count;
    }

    @ParameterizedTest
    @ValueSource(strings = {"one by one", "in blocks", "to elsewhere", "by skipping"})
    void asMuchAsIsTakenIsGivenAndNoMore(String way) throws IOException {
        assertThat(drain(of(10, 10), way)).isEqualTo(10);
        assertThat(drain(of(0, 0), way)).isZero();
        assertThatThrownBy(() -> drain(of(11, 10), way))
                .hasMessage("Too large.")
                .isInstanceOf(Fault.class);
    }

    @Test
    void nothingIsReadTwice() {
        assertThat(of(1, 1).markSupported()).isFalse();
    }
}
