package org.ctavo.war;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import org.ctavo.testing.VosiSchemas;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What every service tells of itself, through the real container (VOSI 1.1; DALI 1.1, section 2). */
@ExtendWith(RunningService.Extension.class)
@Timeout(120)
class SelfDescriptionIT {
    private final RunningService service;

    SelfDescriptionIT(RunningService service) {
        this.service = service;
    }

    private HttpResponse<String> send(String method, String path) throws Exception {
        return service.send(HttpRequest.newBuilder(service.uri(path))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build());
    }

    @ParameterizedTest
    @CsvSource({
        "/tap, ivo://ivoa.net/std/TAP",
        "/scs, ivo://ivoa.net/std/ConeSearch",
        "/sia2, ivo://ivoa.net/std/SIA#query-2.0",
        "/soda, ivo://ivoa.net/std/SODA#sync-1.0",
        "/provsap, ivo://ctao/std/ProvSAP#sync-0.1"
    })
    void capabilitiesMustLieBesideTheServiceAndBeValid(String path, String standard) throws Exception {
        HttpResponse<String> answer = service.get(path + "/capabilities");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/xml"));
        assertThat(answer.body())
                .contains("standardID=\"" + standard + "\"")
                .contains(">" + service.uri(path + "/capabilities") + "</accessURL>")
                .contains("standardID=\"ivo://ivoa.net/std/VOSI#availability\"");
        HttpResponse<String> head = send("HEAD", path + "/capabilities");
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(send("POST", path + "/capabilities").headers().firstValue("Allow"))
                .hasValue("GET, HEAD");
        Assumptions.assumeTrue(VosiSchemas.areThere(), "no schemas beside the checkout");
        assertThat(VosiSchemas.faults(answer.body())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/tap", "/scs", "/sia2", "/soda", "/provsap"})
    void availabilityMustBeToldOfEveryService(String path) throws Exception {
        HttpResponse<String> answer = service.get(path + "/availability");
        if (answer.statusCode() == 303) {
            URI other = URI.create(answer.headers().firstValue("Location").orElseThrow());
            answer = service.send(HttpRequest.newBuilder(other).build());
        }
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(answer.body()).contains("<vosi:available>true</vosi:available>", "<vosi:upSince>");
        Assumptions.assumeTrue(VosiSchemas.areThere(), "no schemas beside the checkout");
        assertThat(VosiSchemas.faults(answer.body())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/scs", "/sia2", "/soda", "/provsap"})
    void whatIsNotThereIsNotFoundInPlainWords(String path) throws Exception {
        HttpResponse<String> answer = service.get(path + "/nothing");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain"));
        assertThat(answer.body()).startsWith("NO_SUCH_RESOURCE: ").contains(path + "/capabilities");
    }

    @Test
    void everyServiceIsDeclaredBesideTap() throws Exception {
        assertThat(service.get("/tap/capabilities").body())
                .contains(
                        "standardID=\"ivo://ivoa.net/std/ConeSearch\"",
                        "standardID=\"ivo://ivoa.net/std/SIA#query-2.0\"",
                        "standardID=\"ivo://ivoa.net/std/SODA#sync-1.0\"",
                        "standardID=\"ivo://ctao/std/ProvSAP#sync-0.1\"")
                .contains(">" + service.uri("/provsap") + "</accessURL>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/tap", "/soda", "/provsap"})
    void examplesMustBeXhtml(String path) throws Exception {
        HttpResponse<String> answer = service.get(path + "/examples");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/xhtml+xml;charset=UTF-8");
        assertThat(answer.body()).contains("<body vocab=\"http://www.ivoa.net/rdf/examples#\">");
    }
}
