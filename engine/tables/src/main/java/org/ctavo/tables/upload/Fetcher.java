package org.ctavo.tables.upload;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.util.Timeout;
import org.ctavo.spi.Fault;
import org.ctavo.tables.TablesFault;

/** Fetches tables from the web, within limits of place, time and size. Safe for use by any number of threads. */
final class Fetcher implements AutoCloseable {
    private static final Timeout CONNECT = Timeout.ofSeconds(10);
    private static final int MOST_REDIRECTS = 5;

    private final CloseableHttpClient client;
    private final Duration mostTime;
    private final long mostBytes;
    private final ScheduledExecutorService deadlines = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "upload-deadlines");
        thread.setDaemon(true);
        return thread;
    });

    Fetcher(Duration mostTime, long mostBytes, boolean privateAddresses) {
        this.mostTime = mostTime;
        this.mostBytes = mostBytes;
        DnsResolver hosts = privateAddresses ? SystemDefaultDnsResolver.INSTANCE : new PublicHosts();
        this.client = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(hosts)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(CONNECT)
                                .setSocketTimeout(Timeout.ofSeconds(30))
                                .build())
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setMaxRedirects(MOST_REDIRECTS)
                        .setConnectionRequestTimeout(CONNECT)
                        .build())
                // Unpacking is done later, where it is counted.
                .disableContentCompression()
                .disableCookieManagement()
                .disableAutomaticRetries()
                .disableAuthCaching()
                .setUserAgent("CTA-VO")
                .build();
    }

    /** Fetches an address into a file. */
    void fetch(URI address, Path into) {
        String scheme = address.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw new Fault(
                    TablesFault.UPLOAD_ADDRESS_REFUSED,
                    "UPLOAD: addresses begin with param:, http: or https:, not " + scheme + ":.");
        }
        if (address.getHost() == null || address.getUserInfo() != null) {
            throw new Fault(
                    TablesFault.UPLOAD_ADDRESS_REFUSED,
                    "UPLOAD: an address names a host, and neither user nor password.");
        }
        HttpGet request = new HttpGet(address);
        ScheduledFuture<?> deadline = deadlines.schedule(request::abort, mostTime.toMillis(), TimeUnit.MILLISECONDS);
        try {
            client.execute(request, response -> {
                save(response, into);
                return null;
            });
        } catch (PublicHosts.InsideException e) {
            throw new Fault(
                    TablesFault.UPLOAD_ADDRESS_REFUSED,
                    "UPLOAD: " + address.getHost() + " is not an address of the open Internet; send the table itself.",
                    e);
        } catch (IOException | IllegalArgumentException e) {
            String why = request.isAborted() ? "took longer than " + mostTime.toSeconds() + " s" : "failed";
            throw new Fault(
                    TablesFault.UPLOAD_NOT_FETCHED, "UPLOAD: fetching from " + address.getHost() + " " + why + ".", e);
        } finally {
            deadline.cancel(false);
        }
    }

    private void save(ClassicHttpResponse response, Path into) throws IOException {
        if (response.getCode() != 200 || response.getEntity() == null) {
            throw new Fault(
                    TablesFault.UPLOAD_NOT_FETCHED,
                    "UPLOAD: the other side answered with status " + response.getCode() + " and no table.");
        }
        try (InputStream in = response.getEntity().getContent();
                OutputStream out = Files.newOutputStream(into)) {
            new CountedInput(in, mostBytes).transferTo(out);
        }
    }

    @Override
    public void close() throws IOException {
        deadlines.shutdownNow();
        client.close();
    }
}
