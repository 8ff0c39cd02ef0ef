package org.ctavo.uws;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Identifier of a job: 128 random bits, written as 32 hexadecimal digits. Knowing it is what lets an anonymous caller
 * back to their job, so it cannot be guessed.
 *
 * @param bits the bits, as the database keeps them; not an RFC 4122 identifier
 */
public record JobId(UUID bits) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{32}");

    /** Checks that nothing is null. */
    public JobId {
        Objects.requireNonNull(bits, "bits");
    }

    /** A new identifier. */
    public static JobId random() {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new JobId(new UUID(buffer.getLong(), buffer.getLong()));
    }

    /** Reads what {@link #toString()} writes; empty for anything else. */
    public static Optional<JobId> parse(String text) {
        String digits = text.toLowerCase(Locale.ROOT);
        if (!FORM.matcher(digits).matches()) {
            return Optional.empty();
        }
        return Optional.of(new JobId(
                new UUID(HexFormat.fromHexDigitsToLong(digits, 0, 16), HexFormat.fromHexDigitsToLong(digits, 16, 32))));
    }

    @Override
    public String toString() {
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(bits.getMostSignificantBits()) + hex.toHexDigits(bits.getLeastSignificantBits());
    }
}
