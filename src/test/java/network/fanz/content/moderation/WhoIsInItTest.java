package network.fanz.content.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import network.fanz.common.Role;
import network.fanz.testing.RunningFanz;
import network.fanz.testing.TestRecords;
import network.fanz.testing.TestUploads;
import network.fanz.testing.TestWorks;
import network.fanz.tools.walkthrough.ModeratorDesk;
import network.fanz.tools.walkthrough.SignedInUser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What moderators are told of the people in a work, and of its file, over HTTP. */
@Tag("database")
class WhoIsInItTest {
    private static final RunningFanz FANZ = RunningFanz.shared();
    private static SignedInUser creator;
    private static SignedInUser moderator;
    private static String oneself;

    @BeforeAll
    static void begin() {
        creator = FANZ.users().verifiedCreator();
        moderator = FANZ.users().staff(Role.MODERATOR);
        oneself = TestRecords.complete(FANZ, creator, true, "Ada", "Maker");
    }

    @Test
    void thatNobodyIsInItIsSaidAsItsCreatorsWord() {
        String work = TestWorks.of(FANZ, creator, TestUploads.picture(), "A cliff");
        TestRecords.said(FANZ, creator, work, List.of(), Map.of("nobody", true)).expect(204);
        String item = taken(work);
        assertThat(page(item))
                .contains("Its creator says that it shows no real person.")
                .doesNotContain("Each has a record");
    }

    @Test
    void whoeverIsSaidToBeInItAfterTheDecisionMakesItAnotherOne() {
        String work = TestWorks.of(FANZ, creator, TestUploads.picture(), "Me by the sea");
        TestRecords.said(FANZ, creator, work, List.of(oneself), Map.of()).expect(204);
        creator.client()
                .api(
                        "POST",
                        "/api/v1/works/" + work + "/people/" + oneself + "/signature",
                        Map.of(
                                "name",
                                "Ada Maker",
                                "scopes",
                                List.of("DEPICTED", "PUBLISHED"),
                                "text",
                                1,
                                "language",
                                "en"))
                .expect(204);
        String item = taken(work);
        assertThat(page(item)).contains("People who are said to be in it: <strong>1</strong>");
        approve(item);
        await().until(() -> state(work).equals("PUBLISHED"));
        TestRecords.said(
                        FANZ,
                        creator,
                        work,
                        List.of(),
                        Map.of("from", 1, "nobody", true, "why", "A mistake", "evidence", "None"))
                .expect(204);
        await().until(() -> !state(work).equals("PUBLISHED"));
        assertThat(page(taken(work))).contains("Its creator says that it shows no real person.");
    }

    @Test
    void theSameFileIsRecognisedWhereItDidNotComeBefore() {
        byte[] file = TestUploads.picture();
        String refused = TestWorks.of(FANZ, creator, file, "Once");
        TestRecords.said(FANZ, creator, refused, List.of(), Map.of("nobody", true))
                .expect(204);
        String item = taken(refused);
        moderator
                .client()
                .api(
                        "POST",
                        "/api/v1/moderation/items/" + item + "/decisions",
                        Map.of(
                                "kind",
                                "REJECT",
                                "clause",
                                "illegal",
                                "digest",
                                new ModeratorDesk(moderator).digest(item)))
                .expect(201);
        await().until(() -> state(refused).equals("REJECTED"));
        SignedInUser another = FANZ.users().verifiedCreator();
        String again = TestWorks.of(FANZ, another, file, "Twice");
        TestRecords.said(FANZ, another, again, List.of(), Map.of("nobody", true))
                .expect(204);
        String second = taken(again);
        assertThat(moderator
                        .client()
                        .api("GET", "/api/v1/moderation/items/" + second)
                        .expect(200)
                        .text("severity"))
                .isIn("HIGH", "URGENT");
        assertThat(page(second)).contains("The very same file", "Not accepted", "Sent by another creator");
    }

    private static String state(String work) {
        return creator.client().api("GET", "/api/v1/works/" + work).expect(200).text("state");
    }

    private static String taken(String work) {
        ModeratorDesk desk = new ModeratorDesk(moderator);
        return await().until(() -> desk.itemOf(work), Optional::isPresent).orElseThrow();
    }

    private static void approve(String item) {
        ModeratorDesk desk = new ModeratorDesk(moderator);
        desk.decide(item, desk.digest(item)).expect(201);
    }

    private static String page(String item) {
        return moderator
                .client()
                .get("dash", "/moderation/items/" + item)
                .expect(200)
                .body();
    }
}
