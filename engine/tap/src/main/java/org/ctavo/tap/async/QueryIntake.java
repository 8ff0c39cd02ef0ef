package org.ctavo.tap.async;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.ctavo.spi.Exchange;
import org.ctavo.spi.Parameters;
import org.ctavo.tap.query.UploadReader;
import org.ctavo.uws.JobUploads;
import org.ctavo.uws.rest.JobIntake;

/**
 * Takes the parameters of a query as they come: they are looked at when the job runs (TAP 1.1, section 2.7). The file
 * parts that UPLOAD names are kept until then.
 */
final class QueryIntake implements JobIntake {
    private static final String UPLOAD = "UPLOAD";
    /** A table's name and the part that holds it. */
    private static final Pattern ITEM = Pattern.compile("[^,]*,\\s*param:(.*?)\\s*", Pattern.DOTALL);
    /** How many of the largest uploads a job may bring. */
    private static final int UPLOADS = 4;

    private final UploadReader uploads;

    QueryIntake(UploadReader uploads) {
        this.uploads = uploads;
    }

    /** A job's file parts. */
    static JobUploads uploads(UploadReader reader, Path directory) {
        return new JobUploads(directory, UPLOADS * reader.limit().orElse(0L));
    }

    @Override
    public Parameters accept(Exchange exchange, Parameters sent, Path directory) throws IOException {
        if (uploads.limit().isPresent()) {
            JobUploads store = uploads(uploads, directory);
            for (String value : sent.all(UPLOAD)) {
                for (String item : value.split(";", -1)) {
                    Matcher matcher = ITEM.matcher(item);
                    Optional<Exchange.Part> part =
                            matcher.matches() ? exchange.part(matcher.group(1)) : Optional.empty();
                    if (part.isPresent()) {
                        store.store(matcher.group(1), part.get());
                    }
                }
            }
        }
        return new Parameters(
                sent.entries().stream().map(QueryIntake::lowerCase).toList());
    }

    /** Names are the same in any case, but a widespread client looks for the query in lower case only. */
    private static Parameters.Entry lowerCase(Parameters.Entry entry) {
        return new Parameters.Entry(entry.name().toLowerCase(Locale.ROOT), entry.value());
    }

    @Override
    public boolean accumulates(String name) {
        return name.equals(UPLOAD);
    }
}
