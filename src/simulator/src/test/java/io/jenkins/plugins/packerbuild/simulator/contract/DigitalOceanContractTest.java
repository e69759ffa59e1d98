package io.jenkins.plugins.packerbuild.simulator.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DigitalOceanContractTest {

    private static final Map<String, String> HEADERS =
            Map.of("RateLimit-Limit", "5000", "RateLimit-Remaining", "4999", "RateLimit-Reset", "1800000000");

    private DigitalOceanContract contract;

    @BeforeEach
    void readContract() {
        contract = DigitalOceanContract.orSkip();
    }

    @Test
    void letsAGoodRequestThrough() {
        String body = "{\"name\":\"a\",\"region\":\"nyc3\",\"size\":\"s-1vcpu-1gb\",\"image\":\"ubuntu-24-04-x64\"}";

        assertThat(contract.faultsOfRequest("POST", "/v2/droplets", body)).isEmpty();
        assertThat(contract.faultsOfRequest("GET", "/v2/droplets?tag_name=t&page=1", ""))
                .isEmpty();
    }

    @Test
    void findsAWrongTypeAndAMissingFieldInARequest() {
        assertThat(contract.faultsOfRequest("POST", "/v2/droplets", "{\"name\":\"a\",\"size\":3}"))
                .isNotEmpty();
        assertThat(contract.faultsOfRequest("POST", "/v2/account/keys", "{\"name\":\"a\"}"))
                .isNotEmpty();
    }

    @Test
    void findsAnOperationAQueryParameterAndABodyThatAreNotDescribed() {
        assertThat(contract.faultsOfRequest("POST", "/v2/coffee", ""))
                .singleElement()
                .asString()
                .contains("no operation");
        assertThat(contract.faultsOfRequest("GET", "/v2/droplets?tag=t", ""))
                .singleElement()
                .asString()
                .contains("'tag'");
        assertThat(contract.faultsOfRequest("POST", "/v2/tags", ""))
                .singleElement()
                .asString()
                .contains("needs a body");
    }

    @Test
    void findsWhatIsWrongWithAnAnswer() {
        String action = "{\"action\":{\"id\":1,\"status\":\"done\",\"type\":\"create\"}}";

        assertThat(contract.faultsOfAnswer("GET", "/v2/actions/1", 200, HEADERS, action))
                .singleElement()
                .asString()
                .contains("status");
        assertThat(contract.faultsOfAnswer("GET", "/v2/actions/1", 200, Map.of(), "{}"))
                .hasSize(3);
        assertThat(contract.faultsOfAnswer("GET", "/v2/actions/1", 201, HEADERS, "{}"))
                .singleElement()
                .asString()
                .contains("not described");
        assertThat(contract.faultsOfAnswer("GET", "/v2/actions/1", 404, HEADERS, "{}"))
                .isNotEmpty();
    }
}
