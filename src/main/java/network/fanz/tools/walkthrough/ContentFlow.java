package network.fanz.tools.walkthrough;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import network.fanz.common.Role;
import tools.jackson.databind.JsonNode;

/**
 * Flow 2: a creator's clip with two people in it is held for a missing consent, decided by a moderator, watched by a fan of age who has paid,
 * refused to everybody else, and gone within a minute of a consent that is taken back.
 */
final class ContentFlow implements Walkthrough.WalkthroughFlow {
    private static final String ASKED = "/consent";
    private static final String REVOKED = "/consent/revocation";
    /** All that is made of it is made first. */
    private static final Duration FILM_MAX = Duration.ofMinutes(3);

    private static final Pattern SEGMENT = Pattern.compile("(?m)^(?!#)(\\S+)$|URI=\"([^\"]+)\"");

    /** Their records' ids. */
    private record People(String oneself, String other) {}

    @Override
    public int number() {
        return 2;
    }

    @Override
    public String name() {
        return "content";
    }

    @Override
    public void walk(FlowReport report, FlowUsers users) {
        LetterBox letters = new LetterBox(users.users().anonymousClient());
        if (!letters.isHere()) {
            report.step("skipped: its letters leave this program, and a consent is signed by a letter");
            return;
        }
        SignedInUser creator = users.users().verifiedCreator();
        RecordsDesk records = new RecordsDesk(users.address(), creator);
        String partner = "partner-" + UUID.randomUUID() + "@example.org";
        String work = begun(report, users, creator);
        People people = people(report, users, records, work);
        held(report, users, creator, work);
        consents(report, users, letters, records, work, people, partner);
        decided(report, users, creator, work);
        SignedInUser fan = paying(report, users, creator);
        String base = watched(report, users, creator, fan, work);
        takenBack(report, users, letters, fan, work, base, partner);
    }

    private static String begun(FlowReport report, FlowUsers users, SignedInUser creator) {
        report.step("a verified creator sends a clip in two pieces and makes a work of it");
        byte[] clip = MadeClip.of(8, 640, 360, true);
        SentFile sent = new SentFile(users.address(), creator);
        int half = clip.length / 2;
        UUID upload = sent.begin(Arrays.copyOf(clip, half), clip.length);
        sent.goOn(upload, half, Arrays.copyOfRange(clip, half, clip.length));
        report.check("the file has come whole", true);
        String work = creator.client()
                .api("POST", "/api/v1/works", Map.of("upload", upload.toString(), "title", "By the sea"))
                .expect(201)
                .text("id");
        report.check(
                "the creator shows it to supporters",
                204,
                creator.client()
                        .api(
                                "PUT",
                                "/api/v1/works/" + work + "/showing",
                                Map.of("audience", "SUPPORTERS", "warnings", List.of())));
        return work;
    }

    private static People people(FlowReport report, FlowUsers users, RecordsDesk records, String work) {
        report.step("two people are in it, and each has a record");
        String[] own = IdentityDesk.NAME.split(" ");
        String oneself = records.complete(true, own[0], own[1], MadeFiles.picture());
        String other = records.complete(false, "Grace", "Hopper", MadeFiles.picture());
        report.check("the creator says who is in it", 204, records.say(work, List.of(oneself, other), Map.of()));
        return new People(oneself, other);
    }

    private static void held(FlowReport report, FlowUsers users, SignedInUser creator, String work) {
        report.step("without everybody's consent it waits");
        JsonNode people = creator.client()
                .api("GET", "/api/v1/works/" + work + "/people")
                .expect(200)
                .json();
        report.check("two people have not consented", !people.path("complete").asBoolean());
        report.eventually(
                "it is held for that",
                FILM_MAX,
                () -> creator.client()
                        .api("GET", "/api/v1/works/" + work)
                        .body()
                        .contains("RECORDS_MISSING"));
        nowhere(report, users, work);
    }

    /** At every address that the API knows. */
    private static void nowhere(FlowReport report, FlowUsers users, String work) {
        SignedInUser anybody = users.users().fan();
        List<String> addresses = List.of(
                "/api/v1/works/" + work,
                "/api/v1/published-works/" + work,
                "/api/v1/published-works/" + work + "/address",
                "/api/v1/works/" + work + "/people",
                "/api/v1/works/" + work + "/showing");
        for (String address : addresses) {
            int status = anybody.client().api("GET", address).status();
            report.check("a fan finds nothing at " + address.replace(work, "{work}"), status == 403 || status == 404);
        }
        report.check(
                "no list has it",
                !anybody.client()
                        .api("GET", "/api/v1/published-works?limit=50")
                        .body()
                        .contains(work));
        report.check("no page has it", 404, anybody.client().get("tube", "/watch/" + work));
    }

    private static void consents(
            FlowReport report,
            FlowUsers users,
            LetterBox letters,
            RecordsDesk records,
            String work,
            People people,
            String partner) {
        report.step("both consent, each for themselves");
        report.check("the creator signs", 204, records.signOneself(work, people.oneself()));
        report.check("the creator cannot sign for the other", 422, records.signOneself(work, people.other()));
        report.check("the other is asked by a letter", 204, records.ask(work, people.other(), partner));
        String token = report.found("the letter is there", () -> token(letters, partner, ASKED));
        ProgramClient performer = users.users().anonymousClient();
        HttpAnswer page = performer.get("auth", ASKED + "?token=" + token).expect(200);
        performer.submitForm(page, ASKED, Map.of("depicted", "yes", "published", "yes", "name", "Grace Hopper"));
        report.check(
                "its link signs once", 410, users.users().anonymousClient().get("auth", ASKED + "?token=" + token));
    }

    private static Optional<String> token(LetterBox letters, String to, String path) {
        Pattern link = Pattern.compile(Pattern.quote(path) + "\\?token=([A-Za-z0-9_-]{43})");
        return letters.letter(to, "", path + "?token=")
                .map(link::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1));
    }

    private static void decided(FlowReport report, FlowUsers users, SignedInUser creator, String work) {
        report.step("a moderator looks at it and decides");
        report.eventually(
                "it waits for a person",
                () -> creator.client()
                        .api("GET", "/api/v1/works/" + work)
                        .text("state")
                        .equals("REVIEW"));
        nowhere(report, users, work);
        ModeratorDesk desk = new ModeratorDesk(users.staff(Role.MODERATOR));
        String item = report.found("it stands in the queue", () -> desk.itemOf(work));
        report.check("a decision about other bytes is refused", 409, desk.decide(item, "0".repeat(64)));
        report.check("a decision about exactly these bytes is taken", 201, desk.decide(item, desk.digest(item)));
        report.eventually(
                "it is published",
                () -> users.users()
                        .anonymousClient()
                        .api("GET", "/api/v1/published-works?limit=50")
                        .body()
                        .contains(work));
    }

    private static SignedInUser paying(FlowReport report, FlowUsers users, SignedInUser creator) {
        report.step("a fan buys the creator's pass");
        ThreadLocalRandom random = ThreadLocalRandom.current();
        String own = "127." + random.nextInt(1, 255) + "." + random.nextInt(1, 255) + ".34";
        SignedInUser fan = users.users().fan("Somebody", users.address().clientFrom(own));
        PurchaseFlow.pass(report, fan, creator);
        return fan;
    }

    private static String watched(
            FlowReport report, FlowUsers users, SignedInUser creator, SignedInUser fan, String work) {
        report.step("only who is of age and has paid watches it");
        String address = "/api/v1/published-works/" + work + "/address";
        fan.client().api("GET", address).expectProblem(403, "age-not-assured");
        report.check("of unknown age, the fan is refused", true);
        AgeDesk.assure(fan.client());
        SignedInUser other = users.users().fan();
        AgeDesk.assure(other.client());
        other.client().api("GET", address).expectProblem(403, "pass-needed");
        report.check("without the pass another is refused", true);
        String base = fan.client().api("GET", address).expect(200).text("base");
        List<String> parts = parts(fan, base);
        for (String part : parts) {
            fan.client().get("tube", base + part).expect(200);
            other.client().get("tube", base + part).expect(404);
        }
        report.check("each of its parts comes to the fan, and to nobody else by the same address", parts.size() > 3);
        return base;
    }

    /** Playlists, and what they name. */
    private static List<String> parts(SignedInUser fan, String base) {
        List<String> parts = new ArrayList<>(List.of("poster.jpg", "master.m3u8"));
        for (int at = 1; at < parts.size(); at++) {
            String name = parts.get(at);
            if (name.endsWith(".m3u8")) {
                String folder = name.contains("/") ? name.substring(0, name.indexOf('/') + 1) : "";
                String playlist =
                        fan.client().get("tube", base + name).expect(200).body();
                SEGMENT.matcher(playlist)
                        .results()
                        .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                        .map(named -> folder + named)
                        .filter(named -> !parts.contains(named))
                        .forEach(parts::add);
            }
        }
        return parts;
    }

    private static void takenBack(
            FlowReport report,
            FlowUsers users,
            LetterBox letters,
            SignedInUser fan,
            String work,
            String base,
            String partner) {
        report.step("the other takes the consent back");
        String token = report.found("a letter says how", () -> token(letters, partner, REVOKED));
        ProgramClient performer = users.users().anonymousClient();
        HttpAnswer page = performer.get("auth", REVOKED + "?token=" + token).expect(200);
        performer.submitForm(page, REVOKED, Map.of("published", "yes"));
        report.eventually(
                "what played is dead within a minute",
                () -> fan.client().get("tube", base + "poster.jpg").status() == 404);
        nowhere(report, users, work);
    }
}
