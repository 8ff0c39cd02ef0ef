package org.ctavo.war.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;

import org.ctavo.spi.Exchange;
import org.ctavo.spi.Fault;
import org.ctavo.spi.LimitedInput;
import org.ctavo.spi.Parameters;
import org.ctavo.spi.RequestFault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The parameters and files of a request, read when they are first asked for. */
final class RequestBody implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RequestBody.class);

    private final HttpServletRequest request;
    private final Limits limits;
    private final Map<String, Part> files = new LinkedHashMap<>();
    private Parameters parameters;
    private boolean isBroken;

    RequestBody(HttpServletRequest request, Limits limits) {
        this.request = request;
        this.limits = limits;
    }

    Parameters parameters() {
        if (parameters == null) {
            List<Parameters.Entry> entries = new ArrayList<>();
            if (request.getQueryString() != null) {
                entries.addAll(FormText.parse(request.getQueryString()));
            }
            try {
                readBody(entries);
            } catch (IOException e) {
                isBroken = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) != null;
                // Tomcat then has closed the answer with its own 400, and would make 500 of it for this note.
                request.removeAttribute(RequestDispatcher.ERROR_EXCEPTION);
                throw new Fault(RequestFault.BAD_BODY, "The body of the request ended before it was whole.", e);
            }
            parameters = new Parameters(entries);
        }
        return parameters;
    }

    /** Whether the connection failed within the body. */
    boolean isBroken() {
        return isBroken;
    }

    private void readBody(List<Parameters.Entry> entries) throws IOException {
        String type = request.getContentType() == null
                ? ""
                : request.getContentType().strip().toLowerCase(Locale.ROOT);
        if (type.startsWith("application/x-www-form-urlencoded")) {
            try (InputStream in = body(limits.form())) {
                entries.addAll(FormText.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
            }
        } else if (type.startsWith("multipart/form-data")) {
            readParts(entries);
        }
    }

    private void readParts(List<Parameters.Entry> entries) throws IOException {
        long room = limits.form();
        for (Part part : parts()) {
            files.putIfAbsent(part.getName(), part);
            // Some clients send a table without a file name: such a part is a parameter and a file.
            if (part.getSubmittedFileName() != null) {
                continue;
            }
            room -= part.getSize();
            if (room < 0) {
                throw new Fault(
                        RequestFault.BODY_TOO_LARGE,
                        "The parameters of the request are larger than the " + limits.form()
                                + " bytes allowed here; send less, or send data as files.");
            }
            try (InputStream in = part.getInputStream()) {
                String value = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                entries.add(new Parameters.Entry(FormText.checked(part.getName()), FormText.checked(value)));
            }
        }
    }

    private Iterable<Part> parts() throws IOException {
        if (request.getContentLengthLong() > limits.upload()) {
            throw tooLarge(null);
        }
        try {
            return request.getParts();
        } catch (IllegalStateException e) {
            throw tooLarge(e);
        } catch (ServletException | RuntimeException e) {
            throw new Fault(RequestFault.BAD_BODY, "The multipart body of the request cannot be read.", e);
        }
    }

    private Fault tooLarge(Throwable cause) {
        return new Fault(
                RequestFault.BODY_TOO_LARGE,
                "The body of the request is larger than the " + limits.upload()
                        + " bytes allowed here, or has too many parts; send less.",
                cause);
    }

    Optional<Exchange.Part> part(String name) {
        parameters();
        return Optional.ofNullable(files.get(name)).map(FilePart::new);
    }

    InputStream raw() throws IOException {
        return parameters == null ? body(limits.upload()) : new ByteArrayInputStream(new byte[0]);
    }

    private InputStream body(long most) throws IOException {
        return new LimitedInput(
                request.getInputStream(),
                most,
                () -> new Fault(
                        RequestFault.BODY_TOO_LARGE,
                        "The body of the request is larger than the " + most + " bytes allowed here; send less."));
    }

    /** Removes the temporary files. */
    @Override
    public void close() {
        for (Part part : files.values()) {
            try {
                part.delete();
            } catch (IOException e) {
                LOG.warn("A temporary file of an upload could not be removed", e);
            }
        }
    }

    private record FilePart(Part part) implements Exchange.Part {
        @Override
        public Optional<String> contentType() {
            return Optional.ofNullable(part.getContentType());
        }

        @Override
        public Optional<String> fileName() {
            return Optional.ofNullable(part.getSubmittedFileName());
        }

        @Override
        public long size() {
            return part.getSize();
        }

        @Override
        public InputStream open() throws IOException {
            return part.getInputStream();
        }
    }
}
