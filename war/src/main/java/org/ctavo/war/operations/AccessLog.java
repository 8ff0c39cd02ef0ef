package org.ctavo.war.operations;

import org.ctavo.war.http.RequestLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One line a request, in the log named {@code access}. */
public final class AccessLog implements RequestLog {
    private static final Logger LOG = LoggerFactory.getLogger("access");

    @Override
    public void ended(Entry entry) {
        if (LOG.isInfoEnabled()) {
            LOG.info(
                    "{} {} {} {} {} {}B {}us",
                    entry.requestId(),
                    entry.client(),
                    entry.method(),
                    printable(entry.path()),
                    entry.status(),
                    entry.bytes(),
                    entry.time().toNanos() / 1000);
        }
    }

    /** A path is the client's own text: nothing in it may begin a line of its own. */
    private static String printable(String path) {
        return path.codePoints().allMatch(c -> c > ' ' && c < 127)
                ? path
                : path.codePoints()
                        .map(c -> c > ' ' && c < 127 ? c : '?')
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }
}
