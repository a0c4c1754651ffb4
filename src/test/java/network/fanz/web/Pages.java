package network.fanz.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import network.fanz.common.Role;
import network.fanz.testing.RunningFanz;
import network.fanz.testing.Shop;
import network.fanz.walkthrough.Answer;
import network.fanz.walkthrough.People;
import network.fanz.walkthrough.Person;
import network.fanz.walkthrough.Visitor;
import org.awaitility.Awaitility;

/** The pages that {@link EveryPageTest} looks at. */
final class Pages {
    private static final Consumer<Page> NOTHING = page -> {};
    private static final int TEXT = 20 * 1024;
    private static final Pattern LETTER = Pattern.compile("/mailbox/[0-9a-f-]{36}");

    private Pages() {}

    static Stream<One> all() {
        return Stream.of(brands(), signIn(), money(), dash(), finance()).flatMap(pages -> pages);
    }

    private static Stream<One> brands() {
        return Stream.of("tube", "elite", "spicy", "meet")
                .flatMap(brand -> Stream.of(
                        page(brand, "/"),
                        page(brand, "/age"),
                        page(brand, "/help"),
                        page(brand, "/privacy"),
                        page(brand, "/nowhere").answering(404)));
    }

    private static Stream<One> signIn() {
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
                page("auth", "/account/totp", Who.CREATOR).then(page -> {
                    page.getByText("Set up another app instead").click();
                    page.getByText("Switch it on").waitFor();
                }),
                page("auth", "/account/recovery-codes", Who.CREATOR).then(page -> {
                    page.getByText("Make new ones").click();
                    page.locator("#codes").waitFor();
                }),
                page("auth", "/register"),
                page("auth", "/register/sent"),
                page("auth", "/sign-in"),
                page("auth", "/invitation?token=x"),
                page("auth", "/password-reset"),
                page("auth", "/password-reset/sent"),
                page("auth", "/password-reset/choose?token=x"),
                page("auth", "/connect/logout?state=x", Who.FAN),
                page("auth", "/problems"),
                page("auth", "/problems/not-found"),
                page("auth", "/account", Who.CREATOR),
                page("auth", "/account/sessions", Who.CREATOR),
                page("auth", "/account/passkeys", Who.CREATOR),
                page("auth", "/account/totp", Who.CREATOR),
                page("auth", "/account/recovery-codes", Who.CREATOR),
                page("auth", "/account/confirm", Who.CREATOR),
                page("auth", "/verify-email?token=x", Who.FAN),
                page("auth", "/sign-in/factor", Who.CREATOR),
                page("auth", "/sign-in/recovery", Who.CREATOR),
                page("auth", "/mailbox", Who.ADMINISTRATOR),
                made("auth", Pages::letter, Who.ADMINISTRATOR));
    }

    /** The latest letter of the sandbox's mailbox. */
    private static String letter() {
        Who.FAN.person();
        Visitor reader = Who.ADMINISTRATOR.person().visitor();
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

    private static Stream<One> money() {
        Stream<One> everywhere = Stream.of("tube", "elite", "spicy", "meet")
                .flatMap(brand -> Stream.of(page(brand, "/creators"), page(brand, "/wallet", Who.FAN)));
        Stream<One> once = Stream.of(
                page("tube", "/library", Who.FAN),
                page("tube", "/wallet", Who.CREATOR),
                page("tube", "/wallet?part=PURCHASES", Who.FAN),
                page("tube", "/offer", Who.CREATOR),
                made("tube", () -> "/creators/" + Who.CREATOR.person().id(), Who.VISITOR),
                made("tube", () -> "/creators/" + Who.CREATOR.person().id(), Who.FAN),
                made("tube", () -> "/checkout/" + Bought.payment(Who.FAN, Shop.PAYS), Who.FAN),
                made("tube", () -> "/checkout/" + Bought.payment(Who.FAN, Shop.NO_FUNDS), Who.FAN),
                made("tube", () -> "/checkout/" + Bought.payment(Who.FAN, null), Who.FAN),
                made("tube", () -> "/checkout/" + Bought.returned(Who.FAN, Shop.PAYS), Who.FAN),
                made("tube", () -> "/checkout/" + Bought.returned(Who.FAN, Shop.NO_REFUND), Who.FAN),
                made("tube", () -> "/creators/" + Who.CREATOR.person().id(), Who.FAN)
                        .then(page -> {
                            page.fill("[name=amount]", "much");
                            page.click("form[action$=tips] button[type=submit]");
                            page.locator("#amount-error").waitFor();
                        }),
                made("tube", () -> "/checkout/" + Bought.payment(Who.BUYER, Shop.PAYS), Who.CREATOR),
                made("tube", () -> "/checkout/" + Bought.returned(Who.BUYER, Shop.PAYS), Who.CREATOR),
                page("tube", "/wallet?then=bank-has-not-answered", Who.PATIENT).then(Bought::lookAtWhatNobodyKnowsYet),
                page("tube", "/wallet?month=2026-01", Who.CREATOR),
                made("tube", Bought::cardPage, Who.VISITOR));
        return Stream.concat(once, everywhere);
    }

    /** A page of something that is made once, before anybody looks at it. */
    private static One made(String brand, Supplier<String> path, Who who) {
        String[] kept = new String[1];
        Supplier<String> once = () -> {
            if (kept[0] == null) {
                kept[0] = path.get();
            }
            return kept[0];
        };
        return new One(brand, once, who, 200, TEXT);
    }

    /** What has been bought from the creator; by several, for nobody pays ten times an hour without a question. */
    private static final class Bought {
        static String payment(Who buyer, String card) {
            return tipped(buyer, card).text("id");
        }

        /** One that its creator has given back, or has tried to. */
        static String returned(Who buyer, String card) {
            String payment = payment(buyer, card);
            Who.CREATOR
                    .person()
                    .visitor()
                    .api("POST", "/api/v1/payments/" + payment + "/refund")
                    .expect(200);
            return payment;
        }

        static String cardPage() {
            return tipped(Who.BUYER, null).text("nextUrl");
        }

        /** A checkout whose bank has not answered. It looks again by itself, and is told here that there is nothing new (204). */
        static void lookAtWhatNobodyKnowsYet(Page page) {
            Shop shop = new Shop(RunningFanz.shared());
            Person fan = Who.PATIENT.person();
            Answer tip = shop.tip(fan, Who.CREATOR.person(), "1250").expect(201);
            shop.card(tip, Shop.ANSWERS_YES_LATER);
            Awaitility.await().until(() -> shop.now(fan, tip).text("state").equals("UNKNOWN"));
            page.navigate(page.url().replaceFirst("/wallet.*", "/checkout/" + tip.text("id")));
            assertThat(page.textContent("main")).contains("Your bank has not answered yet.");
            page.route("**/checkout/**", route -> route.fulfill(new Route.FulfillOptions().setStatus(204)));
        }

        private static Answer tipped(Who buyer, String card) {
            Shop shop = new Shop(RunningFanz.shared());
            Person fan = buyer.person();
            Answer tip = shop.tip(fan, Who.CREATOR.person(), "1250").expect(201);
            if (card == null) {
                return tip;
            }
            shop.card(tip, card);
            return shop.settled(fan, tip);
        }
    }

    private static Stream<One> dash() {
        return Stream.of(
                        page("dash", "/", Who.MODERATOR),
                        page("dash", "/", Who.ADMINISTRATOR),
                        page("dash", "/?period=today", Who.EXECUTIVE),
                        page("dash", "/figures/revenue", Who.EXECUTIVE),
                        page("dash", "/figures/verified-accounts?period=7d", Who.ANALYST),
                        made("dash", Incidents::alert, Who.ADMINISTRATOR),
                        made("dash", Incidents::event, Who.ANALYST),
                        page("dash", "/security/events", Who.ADMINISTRATOR),
                        page("dash", "/security/events?severity=critical", Who.ANALYST),
                        page("dash", "/security/alerts?state=all", Who.ADMINISTRATOR),
                        page("dash", "/security/alerts?state=closed&severity=low", Who.ANALYST),
                        page("dash", "/security/blocks", Who.ADMINISTRATOR),
                        page("dash", "/operations/audit?not=for-analysts", Who.ANALYST)
                                .answering(403),
                        page("dash", "/operations", Who.ADMINISTRATOR),
                        page("dash", "/operations/failed-events", Who.ADMINISTRATOR),
                        page("dash", "/operations/audit", Who.ADMINISTRATOR),
                        page("dash", "/operations/audit/verification", Who.ADMINISTRATOR),
                        made("dash", Incidents::erased, Who.ADMINISTRATOR),
                        page("dash", "/users", Who.ADMINISTRATOR),
                        page("dash", "/users/invitation", Who.ADMINISTRATOR),
                        made("dash", Incidents::account, Who.ADMINISTRATOR))
                .map(One::board);
    }

    private static Stream<One> finance() {
        return Stream.of(
                page("dash", "/finance/payments", Who.FINANCE),
                made("dash", () -> "/finance/payments/" + Bought.payment(Who.BUYER, Shop.NO_REFUND), Who.FINANCE),
                page("dash", "/finance/trial-balance", Who.FINANCE),
                page("dash", "/finance/journal", Who.FINANCE),
                page("dash", "/finance/journal?kind=reversal&from=2026-01-01", Who.FINANCE),
                new One("dash", () -> "/finance/journal/" + Posted.seq(), Who.FINANCE, 200, TEXT),
                new One("dash", () -> "/finance/accounts/" + Posted.account(), Who.FINANCE, 200, TEXT),
                new One("dash", () -> "/finance/blocks/" + Posted.block(), Who.FINANCE, 200, TEXT));
    }

    /** A page for visitors, of text and forms. */
    static One page(String brand, String path) {
        return new One(brand, () -> path, Who.VISITOR, 200, TEXT);
    }

    /** A page that only somebody signed in sees. */
    static One page(String brand, String path, Who who) {
        return new One(brand, () -> path, who, 200, TEXT);
    }

    /** Who looks at the page; everybody but the visitor is signed in with a second factor where the role needs one. */
    enum Who {
        VISITOR,
        FAN,
        BUYER,
        PATIENT,
        CREATOR,
        MODERATOR,
        FINANCE,
        ANALYST,
        EXECUTIVE,
        ADMINISTRATOR;

        private static final Map<Who, Person> PEOPLE = new EnumMap<>(Who.class);

        boolean signedIn() {
            return this != VISITOR;
        }

        Optional<String> token() {
            return signedIn() ? Optional.ofNullable(person().visitor().token()) : Optional.empty();
        }

        Person person() {
            return PEOPLE.computeIfAbsent(this, Who::made);
        }

        private Person made() {
            People people = RunningFanz.shared().people();
            return switch (this) {
                case VISITOR -> throw new IllegalStateException("A visitor has no account");
                case FAN, BUYER, PATIENT -> people.fan();
                case CREATOR -> people.creator();
                case ADMINISTRATOR -> people.administrator();
                case MODERATOR, FINANCE, ANALYST, EXECUTIVE -> people.staff(Role.valueOf(name()));
            };
        }
    }

    /**
     * @param path made when the page is looked at, for pages of something that must be made first
     * @param scriptMax how many bytes of script it may load, compressed
     * @param doing what is done on it before it is looked at, for pages that answer a form
     */
    record One(String brand, Supplier<String> path, Who who, int status, int scriptMax, Consumer<Page> doing) {
        One(String brand, Supplier<String> path, Who who, int status, int scriptMax) {
            this(brand, path, who, status, scriptMax, NOTHING);
        }

        /** Whether it may be an answer with a status of its own, of which browsers complain. */
        boolean refuses() {
            return status >= 400 || doing != NOTHING;
        }

        /** The page that comes of doing this on it, which waits until it has come. */
        One then(Consumer<Page> more) {
            return new One(brand, path, who, status, scriptMax, more);
        }

        /** With live parts or a chart: 60 KB. */
        One board() {
            return new One(brand, path, who, status, 60 * 1024, doing);
        }

        One answering(int other) {
            return new One(brand, path, who, other, scriptMax, doing);
        }

        @Override
        public String toString() {
            return brand + " " + path.get();
        }
    }
}
