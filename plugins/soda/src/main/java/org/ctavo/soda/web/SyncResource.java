package org.ctavo.soda.web;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.ctavo.soda.cutout.Answer;
import org.ctavo.soda.cutout.CutoutPlan;
import org.ctavo.soda.cutout.Makings;
import org.ctavo.soda.cutout.Source;
import org.ctavo.soda.cutout.Sources;
import org.ctavo.soda.cutout.Stamp;
import org.ctavo.soda.request.Cutout;
import org.ctavo.soda.request.CutoutReader;
import org.ctavo.soda.request.SodaFault;
import org.ctavo.spi.ContentDisposition;
import org.ctavo.spi.Exchange;
import org.ctavo.spi.Fault;
import org.ctavo.spi.RequestFault;

/** {@code /soda/sync}: one cut-out, made while the client waits (SODA 1.0, section 4). */
final class SyncResource {
    private static final int BUFFER = 1 << 16;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Sources sources;
    private final Makings makings;
    private final Clock clock;
    private final Semaphore places;

    SyncResource(Sources sources, Makings makings, Clock clock, int atOnce) {
        this.sources = sources;
        this.makings = makings;
        this.clock = clock;
        this.places = new Semaphore(atOnce, true);
    }

    void handle(Exchange exchange) throws IOException {
        try {
            if (!exchange.method().equals("GET") && !exchange.method().equals("POST")) {
                exchange.header("Allow", "GET, HEAD, POST");
                throw new Fault(RequestFault.METHOD_NOT_ALLOWED, "Cut-outs are asked for with GET or POST.");
            }
            Cutout cutout = CutoutReader.one(exchange.parameters());
            Source source = sources.find(exchange.caller(), cutout.id());
            answer(exchange, cutout, source);
        } catch (Fault e) {
            if (exchange.isCommitted()) {
                throw e;
            }
            Refusal.send(exchange, e);
        }
    }

    /** The reading that costs most; sending waits for the client, who shall not keep a place from others. */
    private Optional<CutoutPlan> plan(Cutout cutout, Source source) {
        enter();
        try {
            return CutoutPlan.of(source, cutout.selection(), () -> false);
        } finally {
            places.release();
        }
    }

    private void enter() {
        try {
            if (places.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new Fault(
                SodaFault.BUSY,
                "As many cut-outs are being made as may be; try again, or use the asynchronous service.");
    }

    private void answer(Exchange exchange, Cutout cutout, Source source) throws IOException {
        Makings.Request request = new Makings.Request(cutout, exchange.caller(), clock.instant());
        Optional<CutoutPlan> plan = plan(cutout, source);
        exchange.header("Cache-Control", "private, no-cache");
        if (plan.isEmpty()) {
            exchange.status(204);
            return;
        }
        // Nobody records it: whoever has the file has its statement, and strangers cannot fill the tables.
        Stamp stamp = new Stamp(exchange.base(), makings.atOnce(request, plan.get(), clock.instant()), false);
        Answer answer = Answer.of(plan.get(), cutout.format(), stamp);
        exchange.header("Content-Type", cutout.format().mediaType());
        exchange.header(
                "Content-Disposition",
                ContentDisposition.file(
                        source.cutoutName() + "." + cutout.format().extension()));
        if (answer.length().isPresent()) {
            exchange.header("Content-Length", Long.toString(answer.length().getAsLong()));
        }
        OutputStream out = new BufferedOutputStream(exchange.output(), BUFFER);
        answer.write(out);
        out.flush();
    }
}
