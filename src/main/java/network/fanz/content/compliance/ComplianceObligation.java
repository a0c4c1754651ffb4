package network.fanz.content.compliance;

import static network.fanz.common.Language.say;

/** What is to be so before works of people are shown, as far as rows can tell. */
public enum ComplianceObligation {
    RECORDS_SCANNED("Each person in works has a document with a scan", "records with a scan", "records without a scan"),
    CONSENTS_GIVEN(
            "Each person in a work has agreed that it is published",
            "people in works who have agreed",
            "people in works who have not agreed, or no longer"),
    IDENTITIES_VERIFIED(
            "Creators are verified again when their document ends",
            "creators whose document is good",
            "creators whose document has ended"),
    AGREEMENT_SIGNED(
            "Verified creators have signed the newest agreement",
            "verified creators who have signed it",
            "verified creators who have not signed it"),
    AGREEMENT_REVIEWED(
            "Counsel has looked at the agreement in force",
            "versions that counsel has looked at",
            "version in force that no counsel has looked at"),
    PLACES_LISTED(
            "The table of places says what they ask of a viewer’s age",
            "places with a line that holds",
            "table that no counsel has looked at"),
    WORKS_EXAMINED(
            "What waits for a person is looked at in time", "that wait, and not too long", "that have waited too long");

    private final String title;
    private final String evidence;
    private final String gaps;

    ComplianceObligation(String title, String evidence, String gaps) {
        this.title = title;
        this.evidence = evidence;
        this.gaps = gaps;
    }

    /** In the reader's language. */
    public String title() {
        return say(title);
    }

    /** What its evidence counts. */
    public String evidence() {
        return say(evidence);
    }

    /** What its gaps count. */
    public String gaps() {
        return say(gaps);
    }
}
