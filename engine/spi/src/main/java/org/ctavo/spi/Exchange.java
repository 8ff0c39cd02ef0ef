package org.ctavo.spi;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * A request and its answer, free of any servlet API so that another container can host an {@link Endpoint}. Belongs to
 * one request; not safe for use by several threads at once.
 */
public interface Exchange {
    /** Of a file that is sent without the kernel's help, what is held in memory, in bytes. */
    int SEND_BUFFER = 1 << 16;

    /** HTTP method in upper case. */
    String method();

    /** Base of the whole service as the caller sees it, no slash at the end ({@code http://localhost:8080/cta}). */
    URI base();

    /** What follows the endpoint's own path: empty or beginning with a slash ({@code /sync}). Decoded. */
    String path();

    /** The raw query part of the request's URL, empty if there is none. */
    String rawQuery();

    /** Parameters of the URL and of a form body (urlencoded or multipart). Reading them may read the body. */
    Parameters parameters();

    /** A file part of a multipart body, by its name; empty if there is none. Names are case-sensitive. */
    Optional<Part> part(String name);

    /** A request header, the first of that name; names are case-insensitive. */
    Optional<String> header(String name);

    /** All request headers of that name. */
    List<String> headers(String name);

    /** The raw body; empty if {@link #parameters()} has consumed it. */
    InputStream body() throws IOException;

    /** Who asks. */
    Caller caller();

    /** Unique identifier of this request, as in the access log. */
    String requestId();

    /**
     * Refuses the request unless its method is one of these, and says in the header Allow which are taken (RFC 9110,
     * section 15.5.6).
     *
     * @throws Fault {@code METHOD_NOT_ALLOWED}
     */
    default void allow(String... methods) {
        if (!List.of(methods).contains(method())) {
            String allowed = String.join(", ", methods);
            header("Allow", allowed);
            throw new Fault(
                    RequestFault.METHOD_NOT_ALLOWED,
                    "This resource does not answer " + method() + ", only " + allowed + '.');
        }
    }

    /** Sets the HTTP status of the answer; 200 unless called. */
    void status(int status);

    /** Sets a header of the answer. */
    void header(String name, String value);

    /** Answers with status 303 and a Location; nothing may be written after. */
    void seeOther(URI location);

    /** Where the body of the answer goes; buffered, so that a status can still be set until the buffer is full. */
    OutputStream output() throws IOException;

    /**
     * Sends a part of a file as the body, or as its next piece. Containers that can hand the file to the kernel do.
     *
     * @param file a readable file
     * @param offset of the first byte
     * @param length in bytes, at least 1
     */
    default void send(Path file, long offset, long length) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(file, StandardOpenOption.READ)) {
            OutputStream out = output();
            byte[] buffer = new byte[(int) Math.min(length, SEND_BUFFER)];
            channel.position(offset);
            long left = length;
            while (left > 0) {
                int got = channel.read(ByteBuffer.wrap(buffer, 0, (int) Math.min(left, buffer.length)));
                if (got <= 0) {
                    throw new EOFException("The file became shorter while it was sent.");
                }
                out.write(buffer, 0, got);
                left -= got;
            }
        }
    }

    /** Whether the status and headers have left, so that only the body can still tell of a failure. */
    boolean isCommitted();

    /**
     * Discards what was written and set, only before {@link #isCommitted()}. An answer of status 405 keeps the header
     * Allow, which it must have.
     */
    void reset();

    /**
     * Lets go of the thread and answers later: {@code then} runs on a thread of the container when the event completes
     * (either way) or when the time is over, whichever is first. The caller of this method must return at once.
     */
    void defer(CompletionStage<?> event, Duration atMost, Endpoint.Continuation then);

    /** A file part of a multipart request. */
    interface Part {

        /** Media type as sent; empty if none was. */
        Optional<String> contentType();

        /** File name as sent; never to be trusted. */
        Optional<String> fileName();

        /** Size in bytes. */
        long size();

        /** The content; each call opens it anew. */
        InputStream open() throws IOException;
    }
}
