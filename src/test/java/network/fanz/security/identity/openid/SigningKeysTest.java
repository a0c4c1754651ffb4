package network.fanz.security.identity.openid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import network.fanz.common.AccountId;
import network.fanz.platform.vault.Vault;
import network.fanz.security.audit.Audit;
import network.fanz.testing.ManualClock;
import network.fanz.testing.OidcClient;
import network.fanz.testing.RunningFanz;
import network.fanz.tools.walkthrough.ProgramClient;
import network.fanz.tools.walkthrough.SignedInUser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.transaction.support.TransactionTemplate;

/** Two nodes on one database, and a clock that the test moves; the program itself only lends its tables. */
@Tag("database")
class SigningKeysTest {
    private static final KeyRotation TURNS =
            new KeyRotation(Duration.ofDays(90), Duration.ofDays(1), Duration.ofDays(30));
    private static RunningFanz program;
    private static JdbcClient owner;

    private final ManualClock clock = new ManualClock(Instant.now().truncatedTo(ChronoUnit.SECONDS));
    private final SigningKeys here = node(clock);
    private final SigningKeys there = node(clock);

    @BeforeAll
    static void start() {
        program = RunningFanz.start("--fanz.jobs.lease=1h");
        owner = JdbcClient.create(program.database().asOwner());
        keepTheProgramsOwnJobAway();
    }

    /** By the machine's clock it would make a key in the moment in which there is none. */
    private static void keepTheProgramsOwnJobAway() {
        await().until(() -> owner.sql("""
                                update jobs.job set holder = gen_random_uuid(), lease_until = now() + interval '50 minutes'
                                where name = 'identity.signing-keys' and ended_at is not null and lease_until is null
                                """).update() == 1);
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    @BeforeEach
    void noKeys() {
        owner.sql("delete from identity.signing_key").update();
        clock.set(Instant.now().truncatedTo(ChronoUnit.SECONDS));
    }

    @Test
    void nodesThatStartTogetherMakeOneKey() throws Exception {
        try (var threads = Executors.newFixedThreadPool(2)) {
            threads.invokeAll(List.<Callable<JWK>>of(here::signing, there::signing));
        }
        assertThat(published(here)).hasSize(1).isEqualTo(published(there)).containsExactly(id(here));
    }

    @Test
    void aKeyThatWasMadeUnderAClockThatWasAheadPutsOffNoOther() {
        String first = id(here);
        forward(Duration.ofDays(365));
        here.rotate();
        clock.backward(Duration.ofDays(365));
        assertThat(id(here)).isEqualTo(first);
        forward(Duration.ofDays(89));
        here.rotate();
        forward(Duration.ofDays(1));
        assertThat(id(here)).isNotEqualTo(first);
    }

    @Test
    void theNextKeyIsPublishedADayBeforeItSignsAndBothNodesAgree() {
        String first = id(here);
        forward(Duration.ofDays(89).minusMinutes(1));
        assertThat(published(here)).containsExactly(first);
        forward(Duration.ofMinutes(1));
        assertThat(published(here)).hasSize(2).isEqualTo(published(there));
        assertThat(id(here)).isEqualTo(id(there)).isEqualTo(first);
        forward(Duration.ofDays(1).minusSeconds(1));
        assertThat(id(here)).isEqualTo(id(there)).isEqualTo(first);
        forward(Duration.ofSeconds(1));
        assertThat(id(here)).isEqualTo(id(there)).isNotEqualTo(first);
        assertThat(published(here)).hasSize(2).contains(first);
    }

    @Test
    void aNodeThatMadeNoKeySeesItWithoutARestart() {
        String first = id(there);
        clock.forward(Duration.ofDays(89));
        here.rotate();
        clock.forward(KeyRotation.REFRESH_EVERY);
        assertThat(published(there)).hasSize(2).contains(first);
    }

    @Test
    void anOldTokenIsGoodUntilItsKeyIsTakenAwayThirtyDaysAfterItsTurn() throws Exception {
        String token = token(here);
        String first = id(here);
        forward(Duration.ofDays(89));
        forward(Duration.ofDays(31).minusSeconds(1));
        assertThat(subject(there, token)).isEqualTo("somebody");
        forward(Duration.ofSeconds(1));
        assertThat(published(there)).doesNotContain(first).hasSize(1);
        assertThatThrownBy(() -> subject(there, token)).isInstanceOf(BadJOSEException.class);
        assertThat(owner.sql("select count(*) from identity.signing_key where id = :id")
                        .param("id", first)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void aNewTokenBearsTheNewKeyAndIsGoodOnAnyNode() throws Exception {
        id(here);
        forward(Duration.ofDays(89));
        forward(Duration.ofDays(1));
        assertThat(subject(there, token(here))).isEqualTo("somebody");
        assertThat(subject(here, token(there))).isEqualTo("somebody");
    }

    @Test
    void afterALongStandstillTheNextKeyIsStillPublishedBeforeItSigns() {
        String first = id(here);
        forward(Duration.ofDays(400));
        assertThat(published(here)).hasSize(2);
        assertThat(id(here)).isEqualTo(first);
        forward(Duration.ofDays(1));
        assertThat(id(here)).isNotEqualTo(first);
    }

    @Test
    void whatIsPublishedAndStoredHoldsNoPrivateKey() {
        id(here);
        String shown = program.client()
                .send("GET", "auth", "/oauth2/jwks", null, null)
                .expect(200)
                .body();
        assertThat(shown).contains("\"kty\":\"EC\"").doesNotContain("\"d\":");
        JWK key = here.signing();
        String secret = key.toECKey().getD().toString();
        assertThat(owner.sql("select t::text || encode(key, 'escape') from identity.signing_key t")
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .noneMatch(row -> row.contains(secret) || row.contains("kty"));
    }

    @Test
    void theProgramSignsWithTheKeyWhoseTurnItIsWhileTwoArePublishedOnBothNodes() throws Exception {
        String first = id(here);
        forward(Duration.ofDays(89));
        program.bean(SigningKeys.class).rotate();
        try (RunningFanz second = program.another()) {
            assertThat(keys(program)).hasSize(2).contains(first).isEqualTo(keys(second));
        }
        SignedInUser fan = program.users().fan();
        ProgramClient browser = program.client();
        browser.submitForm(
                browser.get("auth", "/sign-in"), "/sign-in", Map.of("email", fan.email(), "password", fan.password()));
        SignedJWT token = SignedJWT.parse(new OidcClient(program, "tube").identityToken(browser));
        assertThat(token.getHeader().getKeyID()).isEqualTo(first);
        assertThat(token.getJWTClaimsSet().getSubject()).isEqualTo(fan.id());
        assertThat(browser.get("elite", "/oauth2/authorization/elite")
                        .expect(200)
                        .brand())
                .isEqualTo("elite");
    }

    private static List<String> keys(RunningFanz node) {
        return node.client()
                .send("GET", "auth", "/oauth2/jwks", null, null)
                .expect(200)
                .json()
                .path("keys")
                .valueStream()
                .map(key -> key.path("kid").asString())
                .toList();
    }

    @Test
    void settingsThatCannotWorkAreRefused() {
        assertThatThrownBy(() -> new KeyRotation(Duration.ofDays(1), Duration.ofMinutes(1), Duration.ofDays(1)))
                .hasMessageContaining("signing-key-ahead");
        assertThatThrownBy(() -> new KeyRotation(Duration.ofDays(1), Duration.ofDays(1), Duration.ofDays(1)))
                .hasMessageContaining("signing-key-ahead");
        assertThatThrownBy(() -> new KeyRotation(Duration.ofDays(90), Duration.ofDays(1), Duration.ofMinutes(59)))
                .hasMessageContaining("signing-key-kept");
    }

    /** Time passes, and the job runs on both nodes: the second finds the work done. */
    private void forward(Duration time) {
        clock.forward(time);
        here.rotate();
        there.rotate();
    }

    private static String id(SigningKeys node) {
        return node.signing().getKeyID();
    }

    private static List<String> published(SigningKeys node) {
        return node.get(new JWKSelector(new JWKMatcher.Builder().build()), null).stream()
                .map(JWK::getKeyID)
                .toList();
    }

    @Test
    void aStolenKeyIsGoodForNobodyFromTheMomentItIsReplaced() throws Exception {
        String stolen = token(here);
        assertThat(subject(there, stolen)).isEqualTo("somebody");
        String before = id(here);
        here.replace(AccountId.of("01980000-0000-7000-8000-00000000a001"));
        assertThat(published(here)).hasSize(1).doesNotContain(before);
        assertThatThrownBy(() -> subject(here, stolen)).isInstanceOf(BadJOSEException.class);
        clock.forward(KeyRotation.REFRESH_EVERY);
        assertThat(published(there)).isEqualTo(published(here));
        assertThatThrownBy(() -> subject(there, stolen)).isInstanceOf(BadJOSEException.class);
        assertThat(subject(there, token(here))).isEqualTo("somebody");
    }

    @Test
    void onlyAnAdministratorReplacesKeysAndProvesItFirst() {
        String path = "/api/v1/signing-keys/replacement";
        program.users().fan().client().api("POST", path).expectProblem(403, "forbidden");
        SignedInUser administrator = program.users().administrator();
        owner.sql(
                        "update identity.session set fresh_at = fresh_at - interval '1 hour' where account_id = cast(:id as uuid)")
                .param("id", administrator.id())
                .update();
        administrator.client().api("POST", path).expectProblem(403, "fresh-proof-needed");
        program.users().signInAgain(administrator, administrator.client());
        administrator.client().api("POST", path).expect(204);
    }

    private String token(SigningKeys node) {
        NimbusJwtEncoder encoder = new NimbusJwtEncoder(node);
        encoder.setJwkSelector(keys -> node.signing());
        return encoder.encode(JwtEncoderParameters.from(
                        JwsHeader.with(SignatureAlgorithm.ES256).build(),
                        JwtClaimsSet.builder().subject("somebody").build()))
                .getTokenValue();
    }

    private static String subject(SigningKeys node, String token) throws Exception {
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.ES256, node));
        return processor.process(token, null).getSubject();
    }

    private static SigningKeys node(Clock clock) {
        return new SigningKeys(
                program.bean(OpenIdStore.class),
                program.bean(Vault.class),
                program.bean(Audit.class),
                program.bean(TransactionTemplate.class),
                clock,
                TURNS);
    }
}
