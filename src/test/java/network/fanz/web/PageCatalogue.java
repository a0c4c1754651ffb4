package network.fanz.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import network.fanz.common.AccountId;
import network.fanz.common.Brand;
import network.fanz.common.Handle;
import network.fanz.common.Role;
import network.fanz.content.catalogue.Handles;
import network.fanz.content.compliance.Amendment;
import network.fanz.content.compliance.DocumentType;
import network.fanz.content.compliance.IdentityDocument;
import network.fanz.content.compliance.OtherName;
import network.fanz.content.compliance.OtherNameKind;
import network.fanz.content.compliance.PerformerDetails;
import network.fanz.content.compliance.PerformerRecords;
import network.fanz.content.compliance.VerificationState;
import network.fanz.content.compliance.Verifications;
import network.fanz.content.introductions.Introduction;
import network.fanz.content.introductions.Introductions;
import network.fanz.content.introductions.WebLink;
import network.fanz.testing.Letters;
import network.fanz.testing.RunningFanz;
import network.fanz.testing.TestRecords;
import network.fanz.testing.TestReleases;
import network.fanz.testing.TestShop;
import network.fanz.testing.TestUploads;
import network.fanz.tools.walkthrough.HttpAnswer;
import network.fanz.tools.walkthrough.IdentityDesk;
import network.fanz.tools.walkthrough.ProgramClient;
import network.fanz.tools.walkthrough.SignedInUser;
import network.fanz.tools.walkthrough.UserFactory;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;

/** The pages that {@link EveryPageTest} looks at. */
final class PageCatalogue {
    private static final Consumer<Page> NOTHING = page -> {};
    private static final int TEXT = 20 * 1024;
    private static final Pattern LETTER = Pattern.compile("/mailbox/[0-9a-f-]{36}");

    private static final Map<String, String> MADE = new ConcurrentHashMap<>();

    private PageCatalogue() {}

    static Stream<ListedPage> all() {
        return Stream.of(brands(), signIn(), money(), WatchedPages.all(), dash(), finance())
                .flatMap(pages -> pages);
    }

    private static Stream<ListedPage> brands() {
        return fanBrands()
                .flatMap(brand -> Stream.of(
                        page(brand, "/"),
                        page(brand, "/age"),
                        page(brand, "/help"),
                        page(brand, "/privacy"),
                        page(brand, "/terms").answering(404),
                        page(brand, "/nowhere").answering(404)));
    }

    private static Stream<String> fanBrands() {
        return Brand.fronts().stream().filter(Brand::forFans).map(Brand::label);
    }

    private static Stream<ListedPage> signIn() {
        return Stream.of(
                page("api", "/"),
                page("auth", "/help"),
                page("auth", "/privacy"),
                page("auth", "/sign-in").then(page -> {
                    page.fill("[name=email]", "nobody@example.org");
                    page.fill("[name=password]", "not the right sentence");
                    page.getByText("Continue").click();
                    page.locator("[role=alert]").waitFor();
                }),
                page("auth", "/account/totp", PageViewer.CREATOR).then(page -> {
                    page.locator("form[action$='/account/totp'] button").click();
                    page.getByText("Switch it on").waitFor();
                }),
                page("auth", "/account/recovery-codes", PageViewer.CREATOR).then(page -> {
                    page.getByText("Make new ones").click();
                    page.locator("#codes").waitFor();
                }),
                page("auth", "/register"),
                page("auth", "/register/sent"),
                page("auth", "/sign-in"),
                page("auth", "/invitation"),
                page("auth", "/invitation?token=x").answering(410),
                page("auth", "/factor-reset/objection?token=x"),
                page("auth", "/password-reset"),
                page("auth", "/password-reset/sent"),
                page("auth", "/password-reset/choose?token=x").answering(410),
                made("auth", () -> invitation("/invitation?token=", "new-here@example.org"), PageViewer.VISITOR),
                made("auth", () -> fansInvitation("/invitation?token="), PageViewer.VISITOR),
                made("auth", () -> fansInvitation("/invitation/acceptance?token="), PageViewer.FAN),
                made("auth", () -> fansInvitation("/invitation?token="), PageViewer.CREATOR),
                page("auth", "/connect/logout?state=x", PageViewer.FAN),
                page("auth", "/problems"),
                page("auth", "/problems/not-found"),
                page("auth", "/account", PageViewer.CREATOR),
                page("auth", "/account/password", PageViewer.CREATOR),
                page("auth", "/account/letters", PageViewer.CREATOR),
                page("auth", "/account/data", PageViewer.CREATOR),
                page("auth", "/account/before-uploads", PageViewer.CREATOR),
                made("auth", Identified::steps, PageViewer.REFUSED),
                made("auth", Identified::steps, PageViewer.VERIFIED),
                page("auth", "/account/agreement", PageViewer.CREATOR),
                page("auth", "/account/consents", PageViewer.CREATOR),
                made("auth", AskedPeople::account, PageViewer.FAN),
                made("auth", AskedPeople::ownQuestion, PageViewer.FAN),
                made("auth", AskedPeople::question, PageViewer.VISITOR),
                made("auth", AskedPeople::given, PageViewer.VISITOR),
                page("auth", "/consent/signed"),
                page("auth", "/consent?token=x").answering(410),
                made("auth", Identified::agreement, PageViewer.VERIFIED),
                made("auth", Identified::vendorsPage, PageViewer.VISITOR),
                page("auth", "/account/address", PageViewer.CREATOR),
                page("auth", "/account/address/confirmation?token=x").answering(410),
                page("auth", "/account/sessions", PageViewer.CREATOR),
                page("auth", "/account/passkeys", PageViewer.CREATOR),
                page("auth", "/account/totp", PageViewer.CREATOR),
                page("auth", "/account/recovery-codes", PageViewer.CREATOR),
                page("auth", "/account/confirm", PageViewer.CREATOR),
                page("auth", "/verify-email?token=x", PageViewer.FAN),
                page("auth", "/sign-in/factor", PageViewer.CREATOR),
                page("auth", "/sign-in/recovery", PageViewer.CREATOR),
                page("auth", "/staff-only", PageViewer.FAN),
                page("auth", "/mailbox"),
                page("auth", "/mailbox", PageViewer.ADMINISTRATOR),
                made("auth", PageCatalogue::letter, PageViewer.ADMINISTRATOR));
    }

    private static String fansInvitation(String path) {
        return invitation(path, PageViewer.FAN.person().email());
    }

    /** One invitation an address, however often its page is looked at. */
    private static String invitation(String path, String email) {
        return path
                + MADE.computeIfAbsent(
                        email,
                        invited -> PageViewer.ADMINISTRATOR
                                .person()
                                .client()
                                .api("POST", "/api/v1/invitations", Map.of("role", "ANALYST", "email", invited))
                                .expect(201)
                                .text("token"));
    }

    /** The latest letter of the sandbox's mailbox. */
    private static String letter() {
        PageViewer.FAN.person();
        ProgramClient reader = PageViewer.ADMINISTRATOR.person().client();
        return Awaitility.await("a letter in the mailbox")
                .until(
                        () -> LETTER.matcher(reader.get("auth", "/mailbox")
                                        .expect(200)
                                        .body())
                                .results()
                                .map(MatchResult::group)
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private static Stream<ListedPage> money() {
        Stream<ListedPage> everywhere = fanBrands()
                .flatMap(brand -> Stream.of(page(brand, "/creators"), page(brand, "/wallet", PageViewer.FAN)));
        Stream<ListedPage> once = Stream.of(
                page("tube", "/library", PageViewer.FAN),
                page("tube", "/wallet", PageViewer.CREATOR),
                page("tube", "/wallet?part=PURCHASES", PageViewer.FAN),
                page("tube", "/offer", PageViewer.CREATOR),
                made("tube", Introduced::form, PageViewer.CREATOR),
                page("tube", "/studio/people", PageViewer.BEGINNER),
                made("tube", RecordedPeople::list, PageViewer.CREATOR),
                page("tube", "/studio/people/new", PageViewer.CREATOR).then(RecordedPeople::refused),
                made("tube", RecordedPeople::person, PageViewer.CREATOR),
                made("tube", () -> RecordedPeople.person() + "/amendment", PageViewer.CREATOR),
                made("tube", () -> RecordedPeople.person() + "/documents/new", PageViewer.CREATOR),
                made("tube", RecordedPeople::document, PageViewer.CREATOR),
                made("tube", () -> RecordedPeople.document() + "/scan", PageViewer.CREATOR),
                made("tube", AskedPeople::people, PageViewer.VERIFIED),
                made("tube", () -> AskedPeople.people() + "/statement", PageViewer.VERIFIED),
                made("tube", AskedPeople::oneself, PageViewer.VERIFIED),
                made("tube", AskedPeople::other, PageViewer.VERIFIED),
                made("tube", BoughtPayments::sales, PageViewer.CREATOR),
                page("tube", "/supporters", PageViewer.CREATOR),
                made("tube", PageCatalogue::uploads, PageViewer.UPLOADER).board(),
                page("tube", "/studio/uploads", PageViewer.CREATOR).board(),
                made("tube", PageCatalogue::works, PageViewer.UPLOADER).board(),
                page("tube", "/studio/works", PageViewer.CREATOR).board(),
                made("tube", () -> "/studio/uploads/" + wholeFile() + "/work", PageViewer.UPLOADER),
                made("tube", () -> "/creators/" + PageViewer.CREATOR.person().id(), PageViewer.VISITOR),
                made("tube", () -> "/creators/" + PageViewer.CREATOR.person().id(), PageViewer.FAN),
                made(
                        "tube",
                        () -> "/checkout/" + BoughtPayments.payment(PageViewer.FAN, TestShop.PAYS),
                        PageViewer.FAN),
                made(
                        "tube",
                        () -> "/checkout/" + BoughtPayments.payment(PageViewer.FAN, TestShop.NO_FUNDS),
                        PageViewer.FAN),
                made("tube", () -> "/checkout/" + BoughtPayments.payment(PageViewer.FAN, null), PageViewer.FAN)
                        .then(BoughtPayments::standStill),
                made(
                        "tube",
                        () -> "/checkout/" + BoughtPayments.returned(PageViewer.FAN, TestShop.PAYS),
                        PageViewer.FAN),
                made(
                        "tube",
                        () -> "/checkout/" + BoughtPayments.returned(PageViewer.FAN, TestShop.NO_REFUND),
                        PageViewer.FAN),
                made("tube", () -> "/creators/" + PageViewer.CREATOR.person().id(), PageViewer.FAN)
                        .then(page -> {
                            page.fill("[name=amount]", "much");
                            page.click("form[action$=tips] button[type=submit]");
                            page.locator("#amount-error").waitFor();
                        }),
                made(
                        "tube",
                        () -> "/checkout/" + BoughtPayments.payment(PageViewer.BUYER, TestShop.PAYS),
                        PageViewer.CREATOR),
                made(
                        "tube",
                        () -> "/checkout/" + BoughtPayments.returned(PageViewer.BUYER, TestShop.PAYS),
                        PageViewer.CREATOR),
                made("tube", () -> "/checkout/" + BoughtPayments.askedBack(), PageViewer.CREATOR),
                page("tube", "/wallet?then=bank-has-not-answered", PageViewer.PATIENT)
                        .then(BoughtPayments::lookAtWhatNobodyKnowsYet),
                page("tube", "/wallet?month=2026-01", PageViewer.CREATOR),
                made("tube", BoughtPayments::cardPage, PageViewer.VISITOR));
        return Stream.concat(once, everywhere);
    }

    /** The list of the creator's files, with one that is not finished. */
    private static String uploads() {
        ProgramClient creator = PageViewer.UPLOADER.person().client();
        String name = Base64.getEncoder().encodeToString("An evening by the sea.mp4".getBytes(StandardCharsets.UTF_8));
        creator.forProgram(RunningFanz.shared().address())
                .withHeader("Tus-Resumable", "1.0.0")
                .withHeader("Upload-Length", "734003200")
                .withHeader("Upload-Metadata", "filename " + name)
                .api("POST", "/api/v1/uploads")
                .expect(201);
        return "/studio/uploads";
    }

    /** Creators who have shown who they are, to pages of theirs and of the staff. */
    private static final class Identified {
        static String steps() {
            show(PageViewer.REFUSED, "doubt_then_refuse", VerificationState.IN_DOUBT);
            show(PageViewer.VERIFIED, "approve", VerificationState.VERIFIED);
            return "/account/before-uploads";
        }

        static String agreement() {
            steps();
            return "/account/agreement";
        }

        static String list() {
            steps();
            return "/compliance/verifications";
        }

        static String check() {
            show(PageViewer.VERIFIED, "approve", VerificationState.VERIFIED);
            return "/compliance/verifications/"
                    + verifications()
                            .ofCreator(id(PageViewer.VERIFIED))
                            .getFirst()
                            .id();
        }

        static String vendorsPage() {
            String page = RunningFanz.shared()
                    .users()
                    .creator()
                    .client()
                    .api("POST", "/api/v1/compliance/verification")
                    .expect(200)
                    .text("page");
            return URI.create(page).getPath();
        }

        private static void show(PageViewer creator, String outcome, VerificationState state) {
            if (verifications().ofCreator(id(creator)).isEmpty()) {
                IdentityDesk.show(creator.person(), outcome);
                IdentityDesk.await(creator.person(), state.name());
            }
        }

        private static AccountId id(PageViewer creator) {
            return AccountId.of(creator.person().id());
        }

        private static Verifications verifications() {
            return RunningFanz.shared().bean(Verifications.class);
        }
    }

    /** The list of the creator's works, with one that is held and one that was taken back. */
    private static String works() {
        ProgramClient creator = PageViewer.UPLOADER.person().client();
        for (String title :
                List.of("An evening by the sea", "A morning without a name that is as long as names of works become")) {
            creator.api("POST", "/api/v1/works", Map.of("upload", wholeFile(), "title", title))
                    .expect(201);
        }
        String latest =
                creator.api("GET", "/api/v1/works").json().at("/items/0/id").asString();
        creator.api("POST", "/api/v1/works/" + latest + "/withdrawal").expect(204);
        return "/studio/works";
    }

    private static String wholeFile() {
        return TestUploads.whole(RunningFanz.shared(), PageViewer.UPLOADER.person(), TestUploads.picture())
                .toString();
    }

    /** A page of something that is made once, before anybody looks at it. */
    static ListedPage made(String brand, Supplier<String> path, PageViewer pageViewer) {
        String[] kept = new String[1];
        Supplier<String> once = () -> {
            if (kept[0] == null) {
                kept[0] = path.get();
            }
            return kept[0];
        };
        return new ListedPage(brand, once, pageViewer, 200, TEXT);
    }

    /** What has been bought from the creator; by several, for nobody pays ten times an hour without a question. */
    private static final class BoughtPayments {
        private static final String MESSAGE =
                "Your evening with the old songs was the best that I have heard all year. Thank you for playing the last one twice.";

        static String payment(PageViewer buyer, String card) {
            return tipped(buyer, card).text("id");
        }

        /** One that its creator has given back, or has tried to. */
        static String returned(PageViewer buyer, String card) {
            String payment = payment(buyer, card);
            PageViewer.CREATOR
                    .person()
                    .client()
                    .api("POST", "/api/v1/payments/" + payment + "/refund")
                    .expect(200);
            return payment;
        }

        /** One that its buyer wants back. */
        static String askedBack() {
            String payment = payment(PageViewer.BUYER, TestShop.PAYS);
            PageViewer.BUYER
                    .person()
                    .client()
                    .api(
                            "POST",
                            "/api/v1/payments/" + payment + "/refund-request",
                            Map.of("reason", "I meant to tip somebody else."))
                    .expect(200);
            return payment;
        }

        /** One whose buyer's bank takes the money back. */
        static String disputed(PageViewer buyer) {
            HttpAnswer tip = tipped(buyer, TestShop.DISPUTED);
            TestShop shop = new TestShop(RunningFanz.shared());
            Awaitility.await().until(() -> shop.now(buyer.person(), tip).body().contains("\"takenBack\":\"DISPUTED\""));
            return tip.text("id");
        }

        /** The list of the creator's sales, with one at least. */
        static String sales() {
            payment(PageViewer.BUYER, TestShop.PAYS);
            return "/sales";
        }

        static String cardPage() {
            return tipped(PageViewer.BUYER, null).text("nextUrl");
        }

        /** A checkout whose bank has not answered. */
        static void lookAtWhatNobodyKnowsYet(Page page) {
            TestShop shop = new TestShop(RunningFanz.shared());
            SignedInUser fan = PageViewer.PATIENT.person();
            HttpAnswer tip = shop.tip(fan, PageViewer.CREATOR.person(), "1250").expect(201);
            shop.card(tip, TestShop.ANSWERS_YES_LATER);
            Awaitility.await().until(() -> shop.now(fan, tip).text("state").equals("UNKNOWN"));
            page.navigate(page.url().replaceFirst("/wallet.*", "/checkout/" + tip.text("id")));
            assertThat(page.textContent("main")).contains("Your bank has not answered yet.");
            standStill(page);
        }

        /** A page that looks again by itself is told that there is nothing new (204) for as long as it is looked at. */
        static void standStill(Page page) {
            page.route(page.url().replaceFirst("\\?.*", "") + "*", route -> {
                if (route.request().isNavigationRequest()) {
                    route.fulfill(new Route.FulfillOptions().setStatus(204));
                } else {
                    route.resume();
                }
            });
        }

        private static HttpAnswer tipped(PageViewer buyer, String card) {
            TestShop shop = new TestShop(RunningFanz.shared());
            SignedInUser fan = buyer.person();
            HttpAnswer tip =
                    shop.tipWith(MESSAGE, fan, PageViewer.CREATOR.person()).expect(201);
            if (card == null) {
                return tip;
            }
            shop.card(tip, card);
            return shop.settled(fan, tip);
        }
    }

    /** Somebody in the creator's works, amended once, with a document that was amended too. */
    private static final class RecordedPeople {
        private static final AccountId CREATOR =
                AccountId.of(PageViewer.CREATOR.person().id());
        private static final PerformerRecords RECORDS = RunningFanz.shared().bean(PerformerRecords.class);
        private static final LocalDate BORN = LocalDate.of(1985, 12, 10);
        private static final Amendment MARRIED =
                new Amendment("She has married.", "Certificate of marriage 12 of 2026, City of Cologne");

        private static UUID id() {
            PerformerDetails maiden = new PerformerDetails("Byron", "Augusta Ada", List.of(), BORN);
            PerformerDetails married = new PerformerDetails(
                    "King-" + "W".repeat(40),
                    "Augusta Ada",
                    List.of(
                            new OtherName(OtherNameKind.MAIDEN, "Byron"),
                            new OtherName(OtherNameKind.STAGE, "The Enchantress of Numbers")),
                    BORN);
            UUID id = RECORDS.record(CREATOR, false, maiden, "looked-at");
            RECORDS.amend(CREATOR, id, 1, married, MARRIED, "looked-at");
            UUID document = RECORDS.addDocument(CREATOR, id, passport("2031-01-31"), "looked-at");
            RECORDS.amendDocument(CREATOR, id, document, 1, passport("2035-01-31"), MARRIED, "looked-at");
            return id;
        }

        private static IdentityDocument passport(String expires) {
            return new IdentityDocument(
                    DocumentType.PASSPORT,
                    "DE",
                    "City of Cologne",
                    "C01X00T47",
                    LocalDate.parse(expires),
                    true,
                    LocalDate.of(2026, 1, 2),
                    "Cleo Maker",
                    "1 High Street, 50667 Cologne, Germany");
        }

        static String list() {
            return "/studio/people?of=" + id();
        }

        static String person() {
            return "/studio/people/" + id();
        }

        static String document() {
            UUID id = id();
            return "/studio/people/" + id + "/documents/"
                    + RECORDS.own(CREATOR, id).currentDocuments().getFirst().document();
        }

        static String look() {
            return "/records/" + id();
        }

        static void refused(Page page) {
            page.selectOption("#who", "other");
            page.fill("[name=family]", "Byron");
            page.fill("[name=dateOfBirth]", "1785-12-10");
            page.click("form[action$=people] button[type=submit]");
            page.locator("#dateOfBirth-error").waitFor();
        }

        static void search(Page page) {
            id();
            page.fill("[name=name]", "the enchantress of numbers");
            page.click("form[action$=search] button[type=submit]");
            page.locator("table").waitFor();
        }
    }

    /** A work with its creator and somebody else in it, who is asked by a letter, and a fan who is in another. */
    private static final class AskedPeople {
        private static final Map<String, String> RECORDS = new ConcurrentHashMap<>();

        private static String record(boolean oneself, String given, String family) {
            return RECORDS.computeIfAbsent(
                    family,
                    none -> TestRecords.complete(
                            RunningFanz.shared(), PageViewer.VERIFIED.person(), oneself, given, family));
        }

        private static String work() {
            return MADE.computeIfAbsent("a work with people", none -> {
                Identified.steps();
                SignedInUser creator = PageViewer.VERIFIED.person();
                IdentityDesk.sign(creator);
                String work = TestRecords.work(RunningFanz.shared(), creator, "An evening by the sea");
                TestRecords.said(
                                RunningFanz.shared(),
                                creator,
                                work,
                                List.of(record(true, "Ada", "Maker"), record(false, "Grace", "Hopper")),
                                Map.of())
                        .expect(204);
                return work;
            });
        }

        private static void ask(String work, String person, String email) {
            PageViewer.VERIFIED
                    .person()
                    .client()
                    .api("POST", "/api/v1/works/" + work + "/people/" + person + "/invitation", Map.of("email", email))
                    .expect(204);
        }

        private static void askAlone(String title, String person, String email) {
            String work = TestRecords.work(RunningFanz.shared(), PageViewer.VERIFIED.person(), title);
            TestRecords.said(RunningFanz.shared(), PageViewer.VERIFIED.person(), work, List.of(person), Map.of())
                    .expect(204);
            ask(work, person, email);
        }

        static String people() {
            question();
            return "/studio/works/" + work() + "/people";
        }

        static String oneself() {
            return "/studio/works/" + work() + "/people/" + record(true, "Ada", "Maker");
        }

        static String other() {
            return people() + "/" + record(false, "Grace", "Hopper");
        }

        private static String link(String email, String subject, String path) {
            RunningFanz.shared().run("mail.deliver");
            return path + "?token="
                    + new Letters(RunningFanz.shared(), email).found(subject, "token=([A-Za-z0-9_-]{43})");
        }

        static String question() {
            String work = work();
            return MADE.computeIfAbsent("a question", none -> {
                ask(work, record(false, "Grace", "Hopper"), "grace.hopper@example.org");
                return link("grace.hopper@example.org", "You are asked for your consent", "/consent");
            });
        }

        static String given() {
            work();
            return MADE.computeIfAbsent("a consent", none -> {
                askAlone("A morning in town", record(false, "Mary", "Somerville"), "mary@example.org");
                ProgramClient reader = RunningFanz.shared().client();
                HttpAnswer page =
                        reader.get("auth", link("mary@example.org", "You are asked for your consent", "/consent"));
                reader.submitForm(
                        page, "/consent", Map.of("depicted", "yes", "published", "yes", "name", "Mary Somerville"));
                return link("mary@example.org", "What you have agreed to", "/consent/revocation");
            });
        }

        static String account() {
            ownQuestion();
            return "/account/consents?of=a-fan";
        }

        static String ownQuestion() {
            work();
            return MADE.computeIfAbsent("a fan's question", none -> {
                SignedInUser fan = PageViewer.FAN.person();
                askAlone("A night in the hills", record(false, "Emmy", "Noether"), fan.email());
                return link(fan.email(), "You are asked for your consent", "/consent");
            });
        }
    }

    /** A creator whose page shows an introduction, and who has proposed a change of it. */
    private static final class Introduced {
        static String form() {
            change();
            return "/introduction";
        }

        static String decision() {
            return "/users/introductions/" + change();
        }

        private static UUID change() {
            AccountId creator = AccountId.of(PageViewer.CREATOR.person().id());
            Introductions introductions = RunningFanz.shared().bean(Introductions.class);
            if (introductions.standing(creator).waiting() == null) {
                RunningFanz.shared().bean(Handles.class).choose(creator, Handle.of("handle", "looked_at"));
                introductions.propose(
                        creator,
                        new Introduction(
                                "I play old songs on Fridays and talk about where they come from. Ask me for one that you miss.",
                                List.of(
                                        WebLink.of(
                                                "link1",
                                                "https://example.org/an/address/that/is/long/enough/to/need/another/line/on/a/phone"))));
                introductions.show(
                        introductions.standing(creator).waiting().id(),
                        AccountId.of(PageViewer.ADMINISTRATOR.person().id()));
                introductions.propose(
                        creator,
                        new Introduction(
                                "I play old songs on Fridays, and new ones when I dare.",
                                List.of(
                                        WebLink.of("link1", "https://www.bücher.example/cleo"),
                                        WebLink.of("link2", "https://gооgle.example/cleo"))));
            }
            return introductions.standing(creator).waiting().id();
        }
    }

    /** Works that wait for a person; a moderator has one in hand. */
    private static final class Reviewed {
        static String queue() {
            free();
            return "/moderation/queue";
        }

        static String free() {
            return MADE.computeIfAbsent("a work in review", none -> "/moderation/items/" + inReview());
        }

        static String inHand() {
            String item =
                    MADE.computeIfAbsent("a work in hand", none -> inReview().toString());
            PageViewer.MODERATOR
                    .person()
                    .client()
                    .api("POST", "/api/v1/moderation/items/" + item + "/claim")
                    .expect(200);
            return "/moderation/items/" + item;
        }

        static String film() {
            String item = MADE.computeIfAbsent(
                    "a film in hand",
                    none -> new TestReleases(RunningFanz.shared())
                            .filmInReview(RunningFanz.shared().users().verifiedCreator(), "A walk by the sea")
                            .toString());
            PageViewer.ADMINISTRATOR
                    .person()
                    .client()
                    .api("POST", "/api/v1/moderation/items/" + item + "/claim")
                    .expect(200);
            return "/moderation/items/" + item;
        }

        static String policy() {
            return MADE.computeIfAbsent("a draft of the policy", none -> {
                ProgramClient staff = PageViewer.MODERATOR.person().client();
                String live = staff.api("GET", "/api/v1/moderation/policies/1")
                        .expect(200)
                        .text("document");
                String number = staff.api("POST", "/api/v1/moderation/policies", Map.of("document", live))
                        .expect(201)
                        .text("number");
                staff.api("POST", "/api/v1/moderation/policies/" + number + "/trial")
                        .expect(200);
                return "/moderation/policy/" + number;
            });
        }

        static String report() {
            return MADE.computeIfAbsent("a work that is seen", none -> {
                TestReleases releases = new TestReleases(RunningFanz.shared());
                UUID release = inReview();
                releases.owner()
                        .sql(
                                "update catalogue.release set state = 'PUBLISHED', version = version + 1, next_at = null where id = ?")
                        .param(release)
                        .update();
                return "/report/" + releases.work(release);
            });
        }

        private static UUID inReview() {
            return new TestReleases(RunningFanz.shared())
                    .inReview(
                            RunningFanz.shared().users().verifiedCreator(),
                            "Evening by the sea, with a title that is long enough to need a second line on a phone");
        }
    }

    /** A bank with hashes, of which one is withdrawn. */
    private static final class Banked {
        private static final String HASH = "5f6e0d8e1c3b2a495867768594a3b2c1d0e1f2031425364758697a8b9cadbecf";

        static String list() {
            bank();
            return "/moderation/banks";
        }

        static String bank() {
            return MADE.computeIfAbsent("a bank", none -> {
                ProgramClient staff = PageViewer.MODERATOR.person().client();
                String bank = staff.api(
                                "POST",
                                "/api/v1/moderation/banks",
                                Map.of(
                                        "name",
                                        "A list that we receive every Monday from those who look after it for all of us",
                                        "source",
                                        "The sandbox of an exchange, with hashes of drawings that nobody has ever drawn",
                                        "meaning",
                                        "NON_CONSENSUAL"))
                        .expect(201)
                        .text("id");
                String api = "/api/v1/moderation/banks/" + bank + "/hashes";
                staff.api(
                                "POST",
                                api,
                                Map.of(
                                        "hashes",
                                        List.of(
                                                Map.of("algorithm", "MD5", "hash", HASH.substring(32)),
                                                Map.of(
                                                        "algorithm",
                                                        "PDQ",
                                                        "hash",
                                                        HASH,
                                                        "reference",
                                                        "case 2026-1107, the second letter"))))
                        .expect(200);
                JsonNode first =
                        staff.api("GET", api).expect(200).json().path("items").get(1);
                staff.api(
                                "POST",
                                api + "/" + first.path("id").asLong() + "/withdrawal",
                                Map.of("because", "The exchange has taken it back."))
                        .expect(204);
                return "/moderation/banks/" + bank;
            });
        }

        static String hash() {
            long id = PageViewer.MODERATOR
                    .person()
                    .client()
                    .api("GET", "/api/v1" + bank() + "/hashes")
                    .json()
                    .path("items")
                    .get(0)
                    .path("id")
                    .asLong();
            return bank() + "/hashes/" + id;
        }

        static void search(Page page) {
            page.selectOption("form[action$='/search'] select", "pdq");
            page.fill("[name=hash]", HASH);
            page.click("form[action$='/search'] button[type=submit]");
            page.locator("#result").waitFor();
        }
    }

    private static Stream<ListedPage> dash() {
        return Stream.of(
                        page("dash", "/", PageViewer.MODERATOR),
                        page("dash", "/", PageViewer.ADMINISTRATOR),
                        page("dash", "/?period=today", PageViewer.EXECUTIVE),
                        page("dash", "/figures/revenue", PageViewer.EXECUTIVE),
                        page("dash", "/figures/verified-accounts?period=7d", PageViewer.ANALYST),
                        made("dash", Incidents::alert, PageViewer.ADMINISTRATOR),
                        made("dash", Incidents::event, PageViewer.ANALYST),
                        page("dash", "/security/events", PageViewer.ADMINISTRATOR),
                        page("dash", "/security/events?severity=critical", PageViewer.ANALYST),
                        page("dash", "/security/alerts?state=all", PageViewer.ADMINISTRATOR),
                        page("dash", "/security/alerts?state=closed&severity=low", PageViewer.ANALYST),
                        page("dash", "/security/blocks", PageViewer.ADMINISTRATOR),
                        made("dash", Reviewed::queue, PageViewer.MODERATOR),
                        made("tube", Reviewed::report, PageViewer.VISITOR),
                        made("dash", Reviewed::inHand, PageViewer.MODERATOR),
                        made("dash", Reviewed::free, PageViewer.ADMINISTRATOR),
                        made("dash", Reviewed::film, PageViewer.ADMINISTRATOR).player(),
                        page("dash", "/compliance/status", PageViewer.CUSTODIAN),
                        page("dash", "/moderation/policy", PageViewer.MODERATOR),
                        made("dash", Reviewed::policy, PageViewer.MODERATOR),
                        made("dash", Banked::list, PageViewer.MODERATOR),
                        made("dash", Banked::list, PageViewer.MODERATOR).then(Banked::search),
                        made("dash", Banked::bank, PageViewer.MODERATOR),
                        made("dash", Banked::bank, PageViewer.MODERATOR).then(page -> {
                            page.fill("[name=hashes]", "nonsense");
                            page.selectOption("form[action$='/hashes'] select", "pdq");
                            page.click("form[action$='/hashes'] button[type=submit]");
                            page.locator("#hashes-error").waitFor();
                        }),
                        made("dash", Banked::hash, PageViewer.ADMINISTRATOR),
                        page("dash", "/operations/audit?not=for-analysts", PageViewer.ANALYST)
                                .answering(403),
                        page("dash", "/operations", PageViewer.ADMINISTRATOR),
                        page("dash", "/operations/failed-events", PageViewer.ADMINISTRATOR),
                        page("dash", "/operations/audit", PageViewer.ADMINISTRATOR),
                        page("dash", "/operations/settings", PageViewer.ADMINISTRATOR),
                        page("dash", "/operations/terms", PageViewer.ADMINISTRATOR),
                        page("dash", "/operations/settings?show=changed", PageViewer.ADMINISTRATOR),
                        page("dash", "/operations/audit/verification", PageViewer.ADMINISTRATOR),
                        made("dash", Incidents::erased, PageViewer.ADMINISTRATOR),
                        page("dash", "/records", PageViewer.CUSTODIAN).then(RecordedPeople::search),
                        page("dash", "/records", PageViewer.CUSTODIAN),
                        made("dash", RecordedPeople::look, PageViewer.CUSTODIAN),
                        page("dash", "/users", PageViewer.ADMINISTRATOR),
                        page("dash", "/users/invitation", PageViewer.ADMINISTRATOR),
                        page("dash", "/users/waiting", PageViewer.ADMINISTRATOR),
                        page("dash", "/users/introductions", PageViewer.ADMINISTRATOR),
                        made("dash", Introduced::decision, PageViewer.ADMINISTRATOR),
                        made("dash", Identified::list, PageViewer.ADMINISTRATOR),
                        made("dash", Identified::check, PageViewer.CUSTODIAN),
                        page("dash", "/compliance/verifications?state=in_doubt", PageViewer.CUSTODIAN),
                        page("dash", "/compliance/agreement", PageViewer.ADMINISTRATOR),
                        made("dash", Incidents::account, PageViewer.ADMINISTRATOR))
                .map(ListedPage::board);
    }

    private static Stream<ListedPage> finance() {
        return Stream.of(
                page("dash", "/finance/payments", PageViewer.FINANCE),
                made(
                        "dash",
                        () -> "/finance/payments/" + BoughtPayments.payment(PageViewer.BUYER, TestShop.NO_REFUND),
                        PageViewer.FINANCE),
                made(
                        "dash",
                        () -> "/finance/payments/" + BoughtPayments.disputed(PageViewer.BUYER),
                        PageViewer.FINANCE),
                made(
                        "dash",
                        () -> {
                            BoughtPayments.disputed(PageViewer.BUYER);
                            return "/finance/creators";
                        },
                        PageViewer.FINANCE),
                page("dash", "/finance/creators?month=2020-01", PageViewer.FINANCE),
                page("dash", "/finance/refund-requests", PageViewer.FINANCE),
                made("dash", PostedSale::handPostings, PageViewer.FINANCE),
                made("dash", PostedSale::handPosting, PageViewer.FINANCE),
                page("dash", "/finance/trial-balance", PageViewer.FINANCE),
                page("dash", "/finance/journal", PageViewer.FINANCE),
                page("dash", "/finance/journal?kind=reversal&from=2026-01-01", PageViewer.FINANCE),
                new ListedPage("dash", () -> "/finance/journal/" + PostedSale.seq(), PageViewer.FINANCE, 200, TEXT),
                new ListedPage(
                        "dash", () -> "/finance/accounts/" + PostedSale.account(), PageViewer.FINANCE, 200, TEXT),
                new ListedPage("dash", () -> "/finance/blocks/" + PostedSale.block(), PageViewer.FINANCE, 200, TEXT));
    }

    /** A page for visitors, of text and forms. */
    static ListedPage page(String brand, String path) {
        return new ListedPage(brand, () -> path, PageViewer.VISITOR, 200, TEXT);
    }

    /** A page that only somebody signed in sees. */
    static ListedPage page(String brand, String path, PageViewer pageViewer) {
        return new ListedPage(brand, () -> path, pageViewer, 200, TEXT);
    }

    /**
     * Who looks at the page; everybody but the visitor is signed in with a second factor where the role needs one. The creator has the widest
     * name that there can be, in one word, and a buyer one that is read from right to left.
     */
    enum PageViewer {
        VISITOR,
        FAN,
        BUYER,
        PATIENT,
        CREATOR,
        BEGINNER,
        UPLOADER,
        WATCHER,
        VERIFIED,
        REFUSED,
        MODERATOR,
        CUSTODIAN,
        FINANCE,
        ANALYST,
        EXECUTIVE,
        ADMINISTRATOR;

        private static final Map<PageViewer, SignedInUser> PEOPLE = new EnumMap<>(PageViewer.class);

        boolean signedIn() {
            return this != VISITOR;
        }

        Optional<String> token() {
            return signedIn() ? Optional.ofNullable(person().client().token()) : Optional.empty();
        }

        SignedInUser person() {
            return PEOPLE.computeIfAbsent(this, PageViewer::made);
        }

        private SignedInUser made() {
            UserFactory userFactory = RunningFanz.shared().users();
            return switch (this) {
                case VISITOR -> throw new IllegalStateException("A visitor has no account");
                case FAN, PATIENT, WATCHER -> userFactory.fan();
                case BUYER -> userFactory.fan("نجمة الصباح الجميلة", userFactory.anonymousClient());
                case CREATOR -> userFactory.creator("W" + "w".repeat(49), userFactory.anonymousClient());
                case BEGINNER -> userFactory.creator();
                case UPLOADER -> userFactory.verifiedCreator();
                case VERIFIED, REFUSED -> userFactory.creator();
                case ADMINISTRATOR -> userFactory.administrator();
                case MODERATOR, CUSTODIAN, FINANCE, ANALYST, EXECUTIVE -> userFactory.staff(Role.valueOf(name()));
            };
        }
    }

    /**
     * @param path made when the page is looked at, for pages of something that must be made first
     * @param scriptMax how many bytes of script it may load, compressed
     * @param doing what is done on it before it is looked at, for pages that answer a form
     */
    record ListedPage(
            String brand, Supplier<String> path, PageViewer who, int status, int scriptMax, Consumer<Page> doing) {
        ListedPage(String brand, Supplier<String> path, PageViewer who, int status, int scriptMax) {
            this(brand, path, who, status, scriptMax, NOTHING);
        }

        /** Whether it may be an answer with a status of its own, of which browsers complain. */
        boolean refuses() {
            return status >= 400 || doing != NOTHING;
        }

        /** The page that comes of doing this on it, which waits until it has come. */
        ListedPage then(Consumer<Page> more) {
            return new ListedPage(brand, path, who, status, scriptMax, more);
        }

        /** With live parts or a chart: 60 KB. */
        ListedPage board() {
            return new ListedPage(brand, path, who, status, Math.max(scriptMax, 60 * 1024), doing);
        }

        /** With a film's player: 170 KB. */
        ListedPage player() {
            return new ListedPage(brand, path, who, status, 170 * 1024, doing);
        }

        ListedPage answering(int other) {
            return new ListedPage(brand, path, who, other, scriptMax, doing);
        }

        @Override
        public String toString() {
            return brand + " " + path.get();
        }
    }
}
