package org.ctavo.war.http;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.ctavo.spi.Endpoint;
import org.ctavo.spi.Fault;
import org.ctavo.spi.RequestFault;
import org.slf4j.MDC;

/** Hosts the endpoints of the service: finds the one a path belongs to, and sees to it that every request ends well. */
public final class ExchangeServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final int CLIENT_GONE = 499;
    private static final String RESUMED = "org.ctavo.resumed";

    private final transient Routes routes;
    private final transient Optional<URI> fixedBase;
    private final transient Limits limits;
    private final transient RequestLog log;
    private final AtomicInteger running = new AtomicInteger();
    /** The JDK's own, behind {@link CompletableFuture}, would outlive the service within its container. */
    private final transient ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(1, task -> {
        Thread thread = new Thread(task, "waiting-requests");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * A servlet for these endpoints.
     *
     * @param fixedBase the service's address if it is set; else it is taken from each request
     */
    public ExchangeServlet(List<Endpoint> endpoints, Optional<URI> fixedBase, Limits limits, RequestLog log) {
        this.routes = new Routes(endpoints);
        this.fixedBase = fixedBase;
        this.limits = limits;
        this.log = log;
        // Most waits are over before their time.
        clock.setRemoveOnCancelPolicy(true);
    }

    /** How many requests are being answered now, deferred ones included. */
    public int running() {
        return running.get();
    }

    /** A request under way. */
    private record Visit(
            HttpServletRequest request,
            HttpServletResponse response,
            ServletExchange exchange,
            String path,
            String endpoint,
            long begin) {}

    /** A request that waited, and how it goes on. */
    private record Resumed(Visit visit, Endpoint.Continuation then) {}

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (request.getAttribute(RESUMED) instanceof Resumed resumed) {
            request.removeAttribute(RESUMED);
            answer(resumed.visit(), resumed.then());
            return;
        }
        long begin = System.nanoTime();
        running.incrementAndGet();
        String requestId =
                HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
        StandingHeaders.set(response, requestId);
        String path = request.getPathInfo() == null ? "" : request.getPathInfo();
        Optional<Endpoint> endpoint = routes.of(path);
        String own = endpoint.map(Endpoint::path).orElse("");
        ServletExchange exchange =
                new ServletExchange(request, response, base(request), path.substring(own.length()), requestId, limits);
        Visit visit = new Visit(request, response, exchange, path, own, begin);
        answer(visit, step(visit, endpoint));
    }

    private static Endpoint.Continuation step(Visit visit, Optional<Endpoint> endpoint) {
        if (visit.request().getMethod().equals("OPTIONS")) {
            return exchange -> StandingHeaders.preflight(visit.response());
        }
        if (visit.path().isEmpty()) {
            return exchange -> exchange.seeOther(URI.create(exchange.base() + "/"));
        }
        return exchange -> endpoint.orElseThrow(() -> new Fault(
                        RequestFault.NO_SUCH_RESOURCE,
                        "There is nothing here; the service begins at " + exchange.base() + "/"))
                .handle(exchange);
    }

    private void answer(Visit visit, Endpoint.Continuation step) throws IOException, ServletException {
        boolean deferred = false;
        MDC.put("request", visit.exchange().requestId());
        try {
            run(visit, step);
            Optional<ServletExchange.Deferral> deferral = visit.exchange().takeDeferral();
            if (deferral.isPresent()) {
                deferred = true;
                defer(visit, deferral.get());
            }
        } finally {
            MDC.remove("request");
            if (!deferred) {
                end(visit);
            }
        }
    }

    /** Runs one step of an answer; what it throws becomes an answer too, while that is still possible. */
    private static void run(Visit visit, Endpoint.Continuation step) throws IOException, ServletException {
        ServletExchange exchange = visit.exchange();
        try {
            step.handle(exchange);
            exchange.endHead();
        } catch (IOException | RuntimeException | StackOverflowError e) {
            exchange.takeDeferral();
            if (exchange.isClientGone()) {
                return;
            }
            if (exchange.isCommitted()) {
                // The container cuts the connection, so that nobody takes a part for the whole.
                throw new ServletException("Request " + exchange.requestId() + " failed after its first byte", e);
            }
            FaultAnswer answer = new FaultAnswer(exchange);
            if (e instanceof Fault fault) {
                answer.answer(fault);
            } else {
                answer.answer(e);
            }
        }
    }

    /** Gives the thread back; the container calls {@link #service} again when the event has come. */
    private void defer(Visit visit, ServletExchange.Deferral deferral) {
        AsyncContext async = visit.request().startAsync(visit.request(), visit.response());
        // The wait below has an end of its own.
        async.setTimeout(0);
        visit.request().setAttribute(RESUMED, new Resumed(visit, deferral.then()));
        CompletableFuture<Boolean> over =
                deferral.event().handle((value, failure) -> true).toCompletableFuture();
        Future<?> alarm = alarm(over, deferral.atMost());
        var unused = over.thenRun(() -> {
            alarm.cancel(false);
            async.dispatch();
        });
    }

    private Future<?> alarm(CompletableFuture<Boolean> over, Duration atMost) {
        try {
            return clock.schedule(() -> over.complete(true), atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            // The service is stopping: nobody waits any longer.
            over.complete(true);
            return over;
        }
    }

    @Override
    public void destroy() {
        clock.shutdownNow();
        try {
            // The container counts the threads that are left.
            clock.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void end(Visit visit) {
        visit.exchange().close();
        running.decrementAndGet();
        int status =
                visit.exchange().isClientGone() && !visit.request().getMethod().equals("HEAD")
                        ? CLIENT_GONE
                        : visit.response().getStatus();
        log.ended(new RequestLog.Entry(
                visit.exchange().requestId(),
                visit.request().getMethod(),
                visit.path(),
                visit.endpoint(),
                visit.request().getRemoteAddr(),
                status,
                visit.exchange().bytes(),
                Duration.ofNanos(System.nanoTime() - visit.begin())));
    }

    private URI base(HttpServletRequest request) {
        return fixedBase.orElseGet(() -> {
            int port = request.getServerPort();
            boolean standard = port == (request.isSecure() ? 443 : 80);
            return URI.create(request.getScheme() + "://" + request.getServerName() + (standard ? "" : ":" + port)
                    + request.getContextPath());
        });
    }
}
