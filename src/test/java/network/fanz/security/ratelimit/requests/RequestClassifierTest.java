package network.fanz.security.ratelimit.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import network.fanz.platform.settings.Defaults;
import network.fanz.security.ratelimit.LimitSettings;
import network.fanz.security.ratelimit.LimitsUnavailable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RequestClassifierTest {
    private final RequestClassifier requestClassifier = new RequestClassifier(Defaults.of(LimitSettings.class));

    @ParameterizedTest
    @CsvSource({
        "GET, /, READ",
        "GET, /assets/0a1b/tube.css, EXEMPT",
        "POST, /assets/0a1b/tube.css, CHANGE",
        "GET, /actuator/health/readiness, EXEMPT",
        "GET, /actuator/prometheus, READ",
        "GET, /sign-in, READ",
        "POST, /sign-in, SIGN_IN",
        "POST, /sign-in/factor, SIGN_IN",
        "POST, /sign-out, CHANGE",
        "POST, /sign-in-elsewhere, CHANGE",
        "POST, /login/webauthn, SIGN_IN",
        "POST, /account/confirm, SIGN_IN",
        "POST, /api/v1/sessions, SIGN_IN",
        "POST, /api/v1/sessions/current/totp, SIGN_IN",
        "DELETE, /api/v1/sessions/current, CHANGE",
        "POST, /api/v1/registrations, SIGN_IN",
        "GET, /api/v1/payments/1, READ",
        "POST, /api/v1/payments, MONEY",
        "POST, /api/v1/payments/1/refund, MONEY",
        "POST, /creators/1/tips, MONEY",
        "POST, /checkout/1, MONEY",
        "POST, /webhooks/sandbox, WEBHOOK",
        "POST, /api/v1/security/alerts, CHANGE"
    })
    void knowsWhatARequestIsFor(String method, String path, RequestClass requestClass) {
        assertThat(requestClassifier.classify(method, path)).isEqualTo(requestClass);
    }

    @ParameterizedTest
    @EnumSource(names = {"SIGN_IN", "MONEY", "WEBHOOK"})
    void letsNobodyInAndMovesNoMoneyUncounted(RequestClass requestClass) {
        assertThatThrownBy(requestClass::requireCounted).isInstanceOfSatisfying(LimitsUnavailable.class, refused -> {
            assertThat(refused.type().status()).isEqualTo(503);
            assertThat(refused.retryAfterSeconds()).isPositive();
        });
    }

    @Test
    void letsReadingGoOnUncounted() {
        RequestClass.READ.requireCounted();
        RequestClass.CHANGE.requireCounted();
    }
}
