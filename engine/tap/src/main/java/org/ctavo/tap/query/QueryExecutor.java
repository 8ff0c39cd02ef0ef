package org.ctavo.tap.query;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.ctavo.adql.Adql;
import org.ctavo.adql.metadata.Metadata;
import org.ctavo.spi.Database;
import org.ctavo.spi.Fault;
import org.ctavo.spi.Queries;
import org.ctavo.spi.RecordDecorator;
import org.ctavo.spi.ServiceDescriptor;
import org.ctavo.tap.result.CopyFormat;
import org.ctavo.tap.result.Ending;
import org.ctavo.tap.result.Info;
import org.ctavo.tap.result.OutputColumn;
import org.ctavo.tap.result.ResultColumns;
import org.ctavo.tap.result.ResultDescription;
import org.ctavo.tap.result.ResultWriter;
import org.ctavo.tap.schema.MetadataSnapshot;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs queries: text → checked → SQL → one COPY → rows → a document. Nothing holds a result in memory. Safe for use by
 * any number of threads.
 */
public final class QueryExecutor {
    private static final Logger LOG = LoggerFactory.getLogger(QueryExecutor.class);

    private final Adql adql;
    private final Database database;
    private final Supplier<MetadataSnapshot> metadata;
    private final List<RecordDecorator> decorators;
    private final List<Info> origin;
    private final Clock clock;
    private final QueryCache cache = new QueryCache();
    private final QueryFigures figures = new QueryFigures();

    /**
     * An executor.
     *
     * @param adql the language
     * @param database to ask
     * @param metadata the published tables as they are now
     * @param decorators add service descriptors to results
     * @param origin what every result says of where it comes from
     * @param clock for the date of a result
     */
    public QueryExecutor(
            Adql adql,
            Database database,
            Supplier<MetadataSnapshot> metadata,
            List<RecordDecorator> decorators,
            List<Info> origin,
            Clock clock) {
        this.adql = adql;
        this.database = database;
        this.metadata = metadata;
        this.decorators = List.copyOf(decorators);
        this.origin = List.copyOf(origin);
        this.clock = clock;
    }

    /**
     * Finds everything that is wrong with a query without running it.
     *
     * @throws Fault what is wrong
     */
    public void check(QueryRequest request) {
        prepare(request);
    }

    /**
     * Runs a query and writes its whole result, or fails; {@code out} is then of no use. It is not closed.
     *
     * @throws Fault when the query is wrong, failed or was cancelled
     * @throws IOException when {@code out} fails
     */
    public Outcome execute(QueryRequest request, OutputStream out, Cancellation cancellation) throws IOException {
        return deliver(request, Presentation.TAP, Delivery.to(out), cancellation);
    }

    /**
     * Runs a query and delivers its result. What goes wrong after something has left is told at the end of the result
     * (DALI 1.1, section 4.4.1) and in the outcome.
     *
     * @throws Fault when nothing has left yet
     * @throws IOException when the receiver has gone
     */
    public Outcome deliver(
            QueryRequest request, Presentation presentation, Delivery delivery, Cancellation cancellation)
            throws IOException {
        PreparedQuery query = prepare(request);
        ResultDescription result = describe(request, presentation, query.columns());
        try (ResultWriter writer = request.format().writers().apply(result)) {
            if (request.maxrec() == 0) {
                delivery.offer(writer.head(), writer.filler());
                writer.end(new Ending.Overflow(), delivery.begin());
                return new Outcome(0, true, Optional.empty());
            }
            return figures.counted(run(request, query, writer, delivery, cancellation));
        }
    }

    /**
     * Reads a result row by row. The request's format does not matter.
     *
     * @return whether there were more rows than MAXREC, which must not be 0
     * @throws Fault when the query is wrong or failed
     * @throws IOException when the reader fails; the query is then stopped
     */
    public boolean read(QueryRequest request, Queries.RowReader reader) throws IOException {
        PreparedQuery query = prepare(request);
        try (RowStream rows = new RowStream(Session.open(database, request), false)) {
            List<String> columns =
                    query.columns().list().stream().map(OutputColumn::name).toList();
            rows.start(query.copy(CopyFormat.TEXT));
            long count = 0;
            for (byte[] line = rows.next(); line != null; line = rows.next()) {
                if (count == request.maxrec()) {
                    // As in a delivery, nothing follows.
                    rows.next();
                    return true;
                }
                reader.row(TextFields.of(columns, line));
                count++;
            }
            return false;
        } catch (SQLException e) {
            throw SqlFaults.of(e, false);
        }
    }

    /** What has been answered so far. */
    public QueryFigures figures() {
        return figures;
    }

    private PreparedQuery prepare(QueryRequest request) {
        MetadataSnapshot snapshot = metadata.get();
        PreparedQuery known = cache.find(request, snapshot);
        if (known != null) {
            return known;
        }
        Metadata tables = snapshot.catalogue().with(request.uploads().tables());
        // One row more than is returned tells whether there would have been more.
        PreparedQuery query =
                new PreparedQuery(adql.translate(adql.check(request.adql(), tables), request.maxrec() + 1));
        cache.put(request, snapshot, query);
        return query;
    }

    private ResultDescription describe(QueryRequest request, Presentation presentation, ResultColumns columns) {
        List<Info> infos = new ArrayList<>(origin.size() + 4);
        infos.add(new Info("QUERY", request.adql()));
        infos.add(new Info("standardID", presentation.standardId()));
        infos.add(new Info("service_protocol", presentation.standardId()));
        request.request().ifPresent(url -> infos.add(new Info("request", url)));
        infos.add(new Info(
                "request_date",
                Instant.now(clock).truncatedTo(ChronoUnit.SECONDS).toString()));
        infos.addAll(origin);
        infos.addAll(presentation.infos());
        // What decorates a result knows the columns as they were published.
        Stream<ServiceDescriptor> services = decorators.stream()
                .flatMap(decorator -> decorator.describe(columns.descriptions(), request.base()).stream());
        return new ResultDescription(
                columns.withUcds(presentation.ucds()),
                infos,
                Stream.concat(services, presentation.self().stream()).toList());
    }

    private Outcome run(
            QueryRequest request,
            PreparedQuery query,
            ResultWriter writer,
            Delivery delivery,
            Cancellation cancellation)
            throws IOException {
        CopyFormat format = request.format().rows();
        Progress progress = new Progress(request.maxrec());
        Ending ending;
        try (RowStream rows = new RowStream(Session.open(database, request), format == CopyFormat.BINARY)) {
            cancellation.attach(rows::cancel);
            // Not before there is a connection: a service that is busy says so by its status.
            delivery.offer(writer.head(), writer.filler());
            rows.start(query.copy(format));
            ending = progress.write(rows, writer, delivery);
        } catch (SQLException e) {
            return failed(SqlFaults.of(e, cancellation.isCancelled()), progress, writer, delivery);
        } catch (Fault e) {
            return failed(e, progress, writer, delivery);
        } finally {
            cancellation.detach();
        }
        // The connection is another's by now: what is left goes to the client at the client's pace.
        writer.end(ending, delivery.begin());
        return new Outcome(progress.count, ending instanceof Ending.Overflow, Optional.empty());
    }

    private static Outcome failed(Fault fault, Progress progress, ResultWriter writer, Delivery delivery)
            throws IOException {
        if (delivery.retract()) {
            throw fault;
        }
        if (fault.code().category().isServiceFault()) {
            LOG.error("A query failed in the database after its answer had begun", fault);
        }
        String text = fault.code().name() + ": " + fault.getMessage();
        writer.end(new Ending.Failed(text), delivery.begin());
        return new Outcome(progress.count, false, Optional.of(fault));
    }

    /** How far a result has come, which is worth knowing when it breaks off. */
    private static final class Progress {
        private final long maxrec;
        private long count;

        Progress(long maxrec) {
            this.maxrec = maxrec;
        }

        Ending write(RowStream rows, ResultWriter writer, Delivery delivery) throws SQLException, IOException {
            byte[] message = rows.next();
            OutputStream out = delivery.begin();
            for (; message != null; message = rows.next()) {
                if (count == maxrec) {
                    // The statement was told to give one row more and no others: it is at its end.
                    rows.next();
                    return new Ending.Overflow();
                }
                writer.row(message, rows.offset(), out);
                count++;
            }
            return new Ending.Complete();
        }
    }
}
