package org.ctavo.preview.summary;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

import org.ctavo.archive.ProductFile;

/**
 * What is to be pictured: an event list as the archive describes it.
 *
 * @param product its identifier
 * @param obsId {@code obs_id}
 * @param target {@code target_name}
 * @param facility {@code facility_name}
 * @param instrument {@code instrument_name}
 * @param fieldOfView {@code s_fov}: diameter in degrees
 * @param file its event list
 */
public record Subject(
        String product,
        String obsId,
        Optional<String> target,
        Optional<String> facility,
        Optional<String> instrument,
        OptionalDouble fieldOfView,
        ProductFile file) {
    /** Goes up whenever the same events give another picture. */
    private static final String EDITION = "preview 1";

    /** Names the pictures: SHA-256, in hexadecimal, over the file's hash and all else that they show. */
    public String key() {
        String all = String.join(
                "\n",
                List.of(
                        EDITION,
                        file.sha256(),
                        product,
                        obsId,
                        target.orElse(""),
                        facility.orElse(""),
                        instrument.orElse(""),
                        fieldOfView.toString()));
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(all.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
