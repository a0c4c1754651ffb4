package network.fanz.web.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import network.fanz.common.Role;
import network.fanz.testing.RunningFanz;
import network.fanz.tools.walkthrough.HttpAnswer;
import network.fanz.tools.walkthrough.SignedInUser;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How a creator records the people in their works, and a custodian finds them, by forms alone. */
@Tag("database")
class PeoplePagesTest {
    private static final RunningFanz FANZ = RunningFanz.shared();

    private final SignedInUser creator = FANZ.users().creator();
    private final String family = "Q" + UUID.randomUUID().toString().replace("-", "");

    private HttpAnswer page(String path) {
        return creator.client().get("tube", path).expect(200);
    }

    private Map<String, String> person() {
        return new HashMap<>(Map.of(
                "who",
                "other",
                "family",
                family,
                "given",
                "Ada",
                "dateOfBirth",
                "1985-12-10",
                "stage",
                "The Enchantress\nNumber One\n",
                "maiden",
                ""));
    }

    private static Map<String, String> document() {
        return new HashMap<>(Map.of(
                "type",
                "passport",
                "country",
                "DE",
                "issuer",
                "City of Cologne",
                "number",
                "C01X00T47",
                "expiresOn",
                "",
                "recentPicture",
                "no",
                "examinedOn",
                "2026-01-02",
                "examinedBy",
                "Cleo Maker",
                "examinerAddress",
                "1 High Street, Cologne"));
    }

    private String recorded() {
        HttpAnswer record = creator.client()
                .submitForm(page("/studio/people/new"), "/studio/people", person())
                .expect(200);
        assertThat(record.body()).contains("The record is begun", family, "No identity document is in the record.");
        return record.path();
    }

    @Test
    void aPersonIsRecordedWithADocumentAndTheListSaysWhatIsMissing() {
        assertThat(page("/studio/people").body()).contains("Nobody is recorded");
        String record = recorded();
        assertThat(page(record).body()).contains("The Enchantress", "Number One", "Stage names");
        HttpAnswer added = creator.client()
                .submitForm(page(record + "/documents/new"), record + "/documents", document())
                .expect(200);
        assertThat(added.body())
                .contains(
                        "C01X00T47",
                        "It never ends",
                        "Passport (DE): its scan is missing.",
                        "has a recent picture by which");
        assertThat(page("/studio/people").body()).contains(family, "Incomplete", "its scan is missing");
        assertThat(page(record + "/documents/new").body()).contains("value=\"1 High Street, Cologne\"");
    }

    @Test
    void aFormSaysWhatIsWrongBesideEachFieldAndKeepsWhatWasTyped() {
        Map<String, String> wrong = person();
        wrong.put("family", " ");
        wrong.put("dateOfBirth", "long ago");
        wrong.put("nickname", "fine\nhid\u202eden");
        HttpAnswer again = creator.client().submitForm(page("/studio/people/new"), "/studio/people", wrong);
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.body())
                .contains(
                        "id=\"family-error\"", "id=\"dateOfBirth-error\"", "id=\"nickname-error\"", "The Enchantress");
        Map<String, String> nobody = person();
        nobody.remove("who");
        assertThat(creator.client()
                        .submitForm(page("/studio/people/new"), "/studio/people", nobody)
                        .body())
                .contains("id=\"who-error\"");
        String record = recorded();
        Map<String, String> untold = document();
        untold.put("recentPicture", "");
        untold.put("country", "XX");
        untold.put("examinedOn", "2090-01-01");
        HttpAnswer refused =
                creator.client().submitForm(page(record + "/documents/new"), record + "/documents", untold);
        assertThat(refused.body()).contains("id=\"recentPicture-error\"", "id=\"country-error\"");
        untold.putAll(Map.of("recentPicture", "yes", "country", "DE"));
        assertThat(creator.client()
                        .submitForm(page(record + "/documents/new"), record + "/documents", untold)
                        .body())
                .contains("id=\"examinedOn-error\"", "This day has not come yet.");
    }

    @Test
    void anAmendmentBeginsWithWhatTheRecordSaysAndAsksWhyAndByWhatEvidence() {
        String record = recorded();
        HttpAnswer form = page(record + "/amendment");
        assertThat(form.body()).contains("value=\"" + family + "\"", "The Enchantress\nNumber One");
        HttpAnswer old = page(record + "/amendment");
        Map<String, String> changed = person();
        changed.put("maiden", "Byron");
        changed.put("from", "1");
        HttpAnswer refused = creator.client().submitForm(form, record + "/amendment", changed);
        assertThat(refused.body()).contains("id=\"why-error\"", "id=\"evidence-error\"");
        changed.put("why", "She has married.");
        changed.put("evidence", "Certificate 12 of 2026");
        HttpAnswer amended = creator.client().submitForm(form, record + "/amendment", changed);
        assertThat(amended.expect(200).body())
                .contains("Amended.", "Byron", "She has married.", "Certificate 12 of 2026", "Person, version 2");
        changed.put("maiden", "Gordon");
        HttpAnswer stale = creator.client().submitForm(old, record + "/amendment", changed);
        assertThat(stale.status()).isEqualTo(409);
    }

    @Test
    void aDocumentIsAmendedFromWhatTheRecordSaysOfIt() {
        String record = recorded();
        creator.client().submitForm(page(record + "/documents/new"), record + "/documents", document());
        String body = page(record).body();
        String path = body.replaceFirst("(?s).*href=\"(" + record + "/documents/[0-9a-f-]{36})\".*", "$1");
        HttpAnswer form = page(path);
        Map<String, String> changed = document();
        changed.putAll(Map.of(
                "recentPicture", "yes", "from", "1", "why", "I looked again.", "evidence", "The passport itself"));
        assertThat(creator.client().submitForm(form, path, changed).expect(200).body())
                .contains("Amended.", "Passport (DE), version 2")
                .doesNotContain("No document has a recent picture");
    }

    @Test
    void aCustodianFindsARecordByAnyNameAndSeesWhoHasLooked() {
        String record = recorded();
        String id = record.substring(record.lastIndexOf('/') + 1);
        SignedInUser custodian = FANZ.users().staff(Role.CUSTODIAN);
        HttpAnswer search = custodian.client().get("dash", "/records").expect(200);
        assertThat(search.body()).contains("Search by any name").doesNotContain(family);
        HttpAnswer found = custodian
                .client()
                .submitForm(
                        search, "/records/search", Map.of("name", family.toUpperCase(java.util.Locale.ROOT) + ", ada"))
                .expect(200);
        assertThat(found.body()).contains("/records/" + id, "Incomplete");
        assertThat(custodian
                        .client()
                        .submitForm(search, "/records/search", Map.of("name", "Nobody Of This Name"))
                        .body())
                .contains("Nobody has this name");
        custodian.client().get("dash", "/records/" + id).expect(200);
        FANZ.settle();
        assertThat(custodian.client().get("dash", "/records/" + id).expect(200).body())
                .contains(
                        family, "The Enchantress", "Looked at the record of a person", "Began the record of a person");
        assertThat(custodian
                        .client()
                        .get("dash", "/records/" + UUID.randomUUID())
                        .status())
                .isEqualTo(404);
    }
}
