package network.fanz.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import network.fanz.common.AccountId;
import network.fanz.common.Handle;
import network.fanz.common.OwnSection;
import network.fanz.common.Page;
import network.fanz.content.catalogue.Handles;
import network.fanz.finance.letters.MoneyLetters;
import network.fanz.finance.letters.SellerNews;
import network.fanz.security.identity.Identity;
import network.fanz.testing.GeneratedDocs;
import network.fanz.testing.Letters;
import network.fanz.testing.RunningFanz;
import network.fanz.testing.TestShop;
import network.fanz.tools.walkthrough.HttpAnswer;
import network.fanz.tools.walkthrough.SignedInUser;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The file of one's own data: it holds everything that is kept about its owner, or says what it leaves out, and nobody else's. */
@Tag("database")
class OwnDataTest {
    private static final String FILE = "/account/data/file";
    private static final String HELLO = "That song made my day.";
    private static final String WHY = "I meant to tip somebody else.";

    private static final Set<String> HANDED_OUT = Set.of(
            "identity.account.email",
            "identity.account.name",
            "identity.account.date_of_birth",
            "identity.address_change.email",
            "identity.passkey.label",
            "identity.session.device",
            "payments.method.card",
            "payments.used_card.card",
            "payments.tip_message.message",
            "payments.refund_request.reason",
            "payments.refund_request.creators_words",
            "payments.refund_request.finances_words",
            "catalogue.handle.handle",
            "audience.watched.work",
            "introductions.introduction.words",
            "introductions.introduction.links",
            "catalogue.release.title",
            "catalogue.release.description",
            "catalogue.release.tags",
            "media.upload.file_name",
            "compliance.performer_version.person",
            "compliance.performer_document.content",
            "compliance.verification.legal_name",
            "compliance.verification.born",
            "compliance.agreement_signature.legal_name",
            "mail.letter.title");
    /**
     * Whom somebody invited; a letter's address, which is the account's, and its text with its links; what senders report of attacks; why a
     * record was amended, which its creator reads on the record's page.
     */
    private static final Set<String> KEPT_BACK = Set.of(
            "compliance.performer_version.amendment",
            "compliance.performer_document.amendment",
            "identity.invitation.email",
            "mail.letter.address",
            "mail.letter.body",
            "compliance.sandbox_check.person",
            "compliance.work_statement.details",
            "compliance.work_statement.amendment",
            "compliance.consent_invitation.address",
            "compliance.consent_signature.name",
            "moderation.decision.note",
            "moderation.report_words.words",
            "monitoring.security_event.raw_data");

    private final RunningFanz program = RunningFanz.shared();
    private final OwnData ownData = program.bean(OwnData.class);
    private final JdbcClient owner = JdbcClient.create(program.database().asOwner());
    private final TestShop shop = new TestShop(program);

    @Test
    void everyTableThatTellsOfPeopleIsInTheFileOrTheFileSaysWhyNot() {
        Set<String> exported = ownData.sections().stream()
                .flatMap(section -> section.tables().stream())
                .collect(Collectors.toSet());
        Set<String> leftOut = ownData.leftOut().stream()
                .flatMap(left -> left.tables().stream())
                .collect(Collectors.toSet());
        assertThat(exported).doesNotContainAnyElementsOf(leftOut);
        Set<String> spokenOf =
                Stream.concat(exported.stream(), leftOut.stream()).collect(Collectors.toSet());
        assertThat(spokenOf)
                .as("a table that tells of people: a section of its module's OwnRecords, or own-data/left-out.csv")
                .containsAll(personalTables());
        assertThat(spokenOf).isSubsetOf(tables("true"));
    }

    /** A table that is in the file may get another column: what is sealed in it is somebody's own words, and somebody has to decide. */
    @Test
    void everySealedColumnIsHandedOutOrKeptBackOnPurpose() {
        assertThat(owner.sql("""
                        select n.nspname || '.' || c.relname || '.' || a.attname
                          from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
                         where c.relkind in ('r', 'p') and not c.relispartition and a.attnum > 0 and not a.attisdropped
                           and col_description(c.oid, a.attnum) = 'sealed'""").query(String.class).list())
                .as("a sealed column: hand it out in its module's OwnRecords, or not, and name it here")
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(HANDED_OUT.stream(), KEPT_BACK.stream()).toList());
    }

    private Set<String> personalTables() {
        return tables("""
                exists (select from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                  and col_description(c.oid, a.attnum) in ('reference', 'sealed', 'keyed', 'secret'))""");
    }

    private Set<String> tables(String which) {
        return new TreeSet<>(owner.sql("""
                        select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                        where c.relkind in ('r', 'p') and not c.relispartition
                          and n.nspname not in ('pg_catalog', 'information_schema') and\s""" + which).query(String.class).list());
    }

    @Test
    void aFanFindsWhatTheyDidAndTheCreatorByPublicNameAlone() {
        SignedInUser fan = program.users().fan();
        SignedInUser creator = program.users().creator("Noor of the Bridge", program.client());
        owner.sql("update identity.account set email_verified_at = registered_at where id = ?::uuid")
                .param(fan.id())
                .update();
        HttpAnswer payment = fan.client()
                .api(
                        "POST",
                        "/api/v1/payments",
                        Map.of("kind", "tip", "creator", creator.id(), "amount", TestShop.usd("700"), "message", HELLO))
                .expect(201);
        shop.card(payment, TestShop.PAYS, true);
        shop.settled(fan, payment);
        fan.client()
                .api("POST", "/api/v1/payments/" + payment.text("id") + "/refund-request", Map.of("reason", WHY))
                .expect(200);
        program.settle();
        HttpAnswer answer = fan.client().get("auth", FILE).expect(200);
        assertThat(answer.header("Content-Disposition"))
                .matches("attachment; filename=\"fanz-my-data-\\d{4}-\\d\\d-\\d\\d.json\"");
        JsonNode file = answer.json();
        assertThat(file.path("format").asString()).isEqualTo("fanz-my-data/1");
        assertThat(file.path("complete").asBoolean()).isTrue();
        JsonNode account = rows(file, "account").getFirst();
        assertThat(account.path("email").asString()).isEqualTo(fan.email());
        assertThat(account.path("date_of_birth").asString()).matches("\\d{4}-\\d\\d-\\d\\d");
        JsonNode made = rows(file, "payments_made").getFirst();
        assertThat(made.path("to").asString()).isEqualTo("Noor of the Bridge");
        assertThat(made.path("your_message").asString()).isEqualTo(HELLO);
        assertThat(creator.client().get("auth", FILE).expect(200).body()).doesNotContain(HELLO);
        assertThat(made.path("card").asString()).isEqualTo("Visa ending 4242");
        assertThat(made.path("price").path("amount").asString()).isEqualTo("7.00");
        assertThat(made.path("states").findValuesAsString("state"))
                .startsWith("CREATED")
                .endsWith("SETTLED");
        assertThat(rows(file, "saved_cards").getFirst().path("card").asString()).isEqualTo("Visa ending 4242");
        assertThat(rows(file, "refund_requests")
                        .getFirst()
                        .path("buyers_reason")
                        .asString())
                .isEqualTo(WHY);
        assertThat(rows(file, "statement_of_purchases")).isNotEmpty();
        assertThat(rows(file, "sessions").getFirst().path("proved_by").toString())
                .contains("password");
        assertThat(rows(file, "letters_about_money").getFirst().path("payment").asString())
                .isEqualTo(payment.text("id"));
        assertThat(answer.body()).doesNotContain(creator.id(), creator.email());
    }

    @Test
    void aCreatorFindsWhatTheyWerePaidAndNotWhatAFanWroteToThem() {
        SignedInUser fan = program.users().fan();
        SignedInUser creator = program.users().creator();
        program.bean(Handles.class).choose(AccountId.of(creator.id()), new Handle("own_data_test"));
        program.bean(MoneyLetters.class).switchOff(AccountId.of(creator.id()), Set.of(SellerNews.TIP));
        HttpAnswer pass = shop.offerPass(creator, "900").expect(201);
        HttpAnswer bought = shop.buyPass(fan, pass.text("id")).expect(201);
        shop.card(bought, TestShop.PAYS);
        shop.settled(fan, bought);
        fan.client()
                .api("POST", "/api/v1/payments/" + bought.text("id") + "/refund-request", Map.of("reason", WHY))
                .expect(200);
        program.settle();
        HttpAnswer answer = creator.client().get("auth", FILE).expect(200);
        JsonNode file = answer.json();
        assertThat(rows(file, "payments_received").getFirst().path("id").asString())
                .isEqualTo(bought.text("id"));
        assertThat(rows(file, "passes_offered").getFirst().path("pass").asString())
                .isEqualTo(pass.text("id"));
        assertThat(rows(file, "passes_sold").getFirst().path("payment").asString())
                .isEqualTo(bought.text("id"));
        assertThat(rows(file, "short_addresses").getFirst().path("address").asString())
                .isEqualTo("own_data_test");
        assertThat(rows(file, "letters_switched_off").getFirst().path("news").asString())
                .isEqualTo("tip");
        assertThat(rows(file, "second_factors"))
                .anyMatch(factor -> factor.path("kind").asString().equals("authenticator_app"));
        assertThat(rows(file, "refund_requests").getFirst().path("part").asString())
                .isEqualTo("you were asked");
        assertThat(rows(file, "statement_of_earnings")).isNotEmpty();
        assertThat(answer.body()).doesNotContain(WHY, fan.id(), fan.email());
    }

    @Test
    void whatStaffDidToAnAccountIsThereAndWhoOfThemDidItIsNot() {
        SignedInUser administrator = program.users().administrator();
        SignedInUser fan = program.users().fan();
        administrator
                .client()
                .api("POST", "/api/v1/accounts/" + fan.id() + "/suspension", Map.of("reason", "UNDER_REVIEW"))
                .expect(204);
        administrator
                .client()
                .api("DELETE", "/api/v1/accounts/" + fan.id() + "/suspension")
                .expect(204);
        program.settle();
        HttpAnswer answer = program.users().signIn(fan).get("auth", FILE).expect(200);
        assertThat(rows(answer.json(), "audit_log")).anySatisfy(entry -> {
            assertThat(entry.path("action").asString()).isEqualTo("identity.suspend");
            assertThat(entry.path("in_words").asString()).isEqualTo("Suspended an account");
            assertThat(entry.path("by").asString()).isEqualTo("staff");
        });
        assertThat(answer.body()).doesNotContain(administrator.id());
    }

    @Test
    void itAsksForARecentProofIsAuditedAndComesAFewTimesAnHour() {
        SignedInUser fan = program.users().fan();
        assertThat(fan.client().get("auth", "/account/data").expect(200).body()).contains(FILE, "Get the file");
        for (int time = 0; time < 3; time++) {
            fan.client().get("auth", FILE).expect(200);
        }
        assertThat(fan.client().get("auth", FILE).status()).isEqualTo(429);
        await().until(() -> audited(fan) == 3);
        assertThat(new Letters(program, fan.email())
                        .titled("A file of your data was asked for")
                        .text())
                .contains("/password-reset");
        owner.sql("update identity.session set fresh_at = fresh_at - interval '1 hour' where account_id = :id")
                .param("id", UUID.fromString(fan.id()))
                .update();
        assertThat(fan.client().get("auth", "/account/data").expect(200).body())
                .contains("/account/confirm?back=/account/data")
                .doesNotContain("Get the file");
        assertThat(fan.client().get("auth", FILE).path()).startsWith("/account/confirm");
        assertThat(audited(fan)).isEqualTo(3);
    }

    @Test
    void aLinkOnSomebodyElsesPageLeadsToThePageAndMakesNoFile() {
        SignedInUser fan = program.users().fan();
        HttpAnswer led = fan.client().withHeader("Sec-Fetch-Site", "cross-site").get("auth", FILE);
        assertThat(led.path()).isEqualTo("/account/data");
        assertThat(audited(fan)).isZero();
    }

    @Test
    void aPartOfManyPagesIsWholeAndInOrder() throws IOException {
        OwnSection<Integer> counted = OwnSection.<Integer>of("counted", "Numbers.", Set.of(), (who, after) -> {
                    int from = after == null ? 0 : Integer.parseInt(after);
                    int to = Math.min(from + 2, 5);
                    return new Page<>(IntStream.range(from, to).boxed().toList(), to < 5 ? Integer.toString(to) : null);
                })
                .with("number", number -> number);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new OwnDataFile(
                        AccountId.of(UUID.randomUUID().toString()),
                        Instant.parse("2026-11-29T12:00:00Z"),
                        List.of(counted),
                        List.of(),
                        program.bean(Identity.class),
                        JsonMapper.shared())
                .writeTo(out);
        assertThat(rows(JsonMapper.shared().readTree(out.toByteArray()), "counted"))
                .extracting(row -> row.path("number").asInt())
                .containsExactly(0, 1, 2, 3, 4);
    }

    private long audited(SignedInUser who) {
        return owner.sql("select count(*) from audit.entry where name = 'identity.export_data' and subject = ?")
                .param("account:" + who.id())
                .query(Long.class)
                .single();
    }

    private static List<JsonNode> rows(JsonNode file, String section) {
        return StreamSupport.stream(file.path(section).path("rows").spliterator(), false)
                .toList();
    }

    @Test
    @Tag("generated")
    void theFormatIsWrittenFromTheCode() {
        StringBuilder text = new StringBuilder("""
                # The file of one's own data

                Made from the code; do not edit. Everybody gets theirs at `/account/data` on the sign-in host, after a recent proof. It is one JSON
                object: `format` is `%s` and changes when a name in it does; `made_at` is when it was asked for; then come the parts below, each
                `{"about": …, "rows": [{…}, …]}`; `left_out` says what is not there and why; `complete` is `true` and comes last, so a file without it
                was cut off. Times are UTC (RFC 3339). An amount is `{"amount": "7.00", "asset": "USD"}`.
                What is not known is `null`. Other people are there by their public names alone.

                | part | what it is | fields of a row | read from |
                |---|---|---|---|
                """.formatted(OwnDataFile.FORMAT));
        ownData.sections().forEach(section -> text.append(row(section)));
        text.append("\n## What is not in it\n\n| what | why | tables |\n|---|---|---|\n");
        ownData.leftOut()
                .forEach(left -> text.append("| ")
                        .append(String.join(" | ", left.what(), left.why(), code(left.tables())))
                        .append(" |\n"));
        GeneratedDocs.check(Path.of("docs", "my-data.md"), text.toString());
    }

    private static String row(OwnSection<?> section) {
        return "| `" + section.name() + "` | " + section.about() + " | "
                + section.fields().keySet().stream()
                        .map(field -> "`" + field + "`")
                        .collect(Collectors.joining(", "))
                + " | " + code(section.tables()) + " |\n";
    }

    private static String code(Set<String> names) {
        return names.stream().sorted().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
    }
}
