package network.fanz.platform.cardnumbers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A typed amount is never a card; everything else in a JSON body still may be. */
class JsonCardNumbersTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"asset\":\"USD/2\",\"amount\":\"4242424242424242\"}",
                "{\"asset\":\"ETH/18\",\"amount\":\"4242424242424242\"}",
                "{\"price\": {\"amount\": \"4242424242424242\", \"asset\": \"POL/18\"}}",
                "{\"price\": {\"amount\": 4242424242424242, \"asset\": \"POL/18\"}}",
                "{\"legs\":[{\"debit\":\"1\",\"credit\":\"2\",\"amount\":{\"asset\":\"USD/2\",\"amount\":\"4242424242424242\"}}]}",
                "{\"ownerId\":\"x\",\"minimum\":\"-4242424242424242\"}",
                "{\"legs\":[{\"amount\":{\"asset\":\"USD/2\",\"amount\":\"100000000008\"}}]}"
            })
    void leavesAmountsAlone(String body) {
        assertThat(CardNumberFilter.inBody(body, "application/json")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"amount\":\"4242424242424242\"}",
                "{\"asset\":\"4242424242424242\",\"amount\":\"1\"}",
                "{\"asset\":\"USD/2\",\"amount\":\"4242 4242 4242 4242\"}",
                "{\"asset\":\"USD/2\",\"amount\":\"1\",\"note\":\"4242424242424242\"}",
                "{\"metadata\":{\"asset\":\"USD/2\",\"amount\":\"4242424242424242\"}}",
                "{\"metadata\":{\"price\":{\"asset\":\"USD/2\",\"amount\":\"4242424242424242\"}}}",
                "{\"metadata\":{\"minimum\":\"4242424242424242\"}}",
                "{\"4242424242424242\":1}",
                "[[\"4242424242424242\"]]",
                "4242424242424242",
                "\"\\u0034242424242424242\"",
                "{\"note\":\"4242\\t4242\\t4242\\t4242\"}",
                "{\"note\":\"4242424242424242"
            })
    void findsACardAnywhereElse(String body) {
        assertThat(CardNumberFilter.inBody(body, "application/json")).isTrue();
    }
}
