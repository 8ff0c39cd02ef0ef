package org.ctavo.datalink.file;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ByteRangeTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bytes=0-499 | 0-499",
                "bytes=500- | 500-999",
                "bytes=-200 | 800-999",
                "bytes=-5000 | 0-999",
                "bytes=990-2000 | 990-999",
                "Bytes=0-0 | 0-0",
                "bytes=0-9, 20-29,-1 | 0-9 20-29 999-999",
                "bytes=0-9,5000-6000 | 0-9",
            })
    void readsWhatLiesWithinTheFile(String header, String expected) {
        String ranges = ByteRange.parse(header, 1000).orElseThrow().stream()
                .map(range -> range.first() + "-" + range.last())
                .collect(Collectors.joining(" "));
        assertThat(ranges).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=1000-", "bytes=5000-6000", "bytes=-0", "bytes=1000-1001,2000-"})
    void whatLiesBeyondTheFileIsUnsatisfiable(String header) {
        assertThat(ByteRange.parse(header, 1000)).contains(List.of());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "bytes",
                "bytes=",
                "bytes=a-b",
                "bytes=9-5",
                "items=0-5",
                "bytes=-",
                "bytes=--5",
                "bytes=0-5,",
                "bytes=0-5,3-9",
                "bytes=0-,-1",
                "bytes=99999999999999999999-",
                "bytes=0x10-20"
            })
    void ignoresWhatIsNoRangeOrWouldSendBytesTwice(String header) {
        assertThat(ByteRange.parse(header, 1000)).isEmpty();
    }

    @Test
    void ignoresMoreThanThirtyTwoPieces() {
        String many = IntStream.range(0, 33).mapToObj(i -> i * 2 + "-" + i * 2).collect(Collectors.joining(","));
        assertThat(ByteRange.parse("bytes=" + many, 1000)).isEmpty();
    }
}
