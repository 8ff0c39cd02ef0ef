package org.ctavo.war.container;

import java.net.ConnectException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.ctavo.war.RunningService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@Timeout(120)
class StopTest {

    @Test
    void aStoppingServiceLetsRunningRequestsEndAndTakesNoOthers() throws Exception {
        RunningService service = RunningService.start();
        CompletableFuture<HttpResponse<String>> slow = CompletableFuture.supplyAsync(() -> {
            try {
                return service.get("/probe/slow");
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        while (service.service().servlet().running() == 0) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
        HttpRequest late = HttpRequest.newBuilder(service.uri("/health")).build();
        service.close();
        assertThat(slow.get(10, TimeUnit.SECONDS).body()).isEqualTo("slow but whole");
        assertThatThrownBy(() -> service.send(late)).isInstanceOf(ConnectException.class);
    }
}
