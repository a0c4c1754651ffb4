package network.fanz.security.ratelimit;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import network.fanz.common.Between;
import network.fanz.security.ratelimit.counting.Rate;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much comes in. Each limit is written {@code quota/window/burst}.
 *
 * <p>The range of each is such that no value in it keeps honest people out, or lets guessing or a flood in.
 *
 * @param global requests of all nodes together that need work. Who is signed in, or comes from a known device or place, is served beyond it
 * @param address requests of one address; of the networks around an IPv6 address twice as many (/56) and four times as many (/48)
 * @param user requests of one signed-in account
 * @param known requests of one known device or place, once the limits of strangers are used up
 * @param newcomer requests of one address that has done little yet, once others have used up {@code fanz.limits.global}
 * @param signIn passwords of strangers, all together, to sign in or register: each costs a password hash
 * @param signInAddress passwords of strangers from one address; from the networks around an IPv6 address as above
 * @param signInNewcomer passwords from one address that has tried few yet, once others have used up {@code fanz.limits.sign-in}
 * @param signInPair attempts on one account from one device or address
 * @param signInAccount attempts on one account from devices and addresses that it has not signed in from before
 * @param secondFactor codes of one account, from a place it knows or from all others together
 * @param passwordReset requests for a new password of one email address from one address
 * @param ownData files of one's own data, of one account
 * @param analysis looks of software at words and files that one account asks for
 * @param report reports of works, of one device or address
 * @param ageCheck proofs of age that are begun without an account, of one device or address
 * @param payment changing requests on money of one account
 * @param webhook calls of providers from one address
 * @param exempt paths that begin like this touch no database and are not counted
 * @param plainPaths reading below these costs next to nothing, and takes from the address's limits only
 * @param signInPaths changing requests below these are attempts to sign in
 * @param moneyPaths changing requests below these move money
 * @param webhookPaths calls below these come from providers
 * @param vendorPaths calls below these go to the sandbox vendors, who are not us: their key is their guard, and they count for themselves
 * @param blockTimeMax the longest that an address is blocked at a time
 * @param blocksKeptFor how long a block that has ended stays listed in the table
 */
@ConfigurationProperties(prefix = "fanz.limits", ignoreUnknownFields = false)
public record LimitSettings(
        @DefaultValue("10000/60s/1000") @Between(min = "600/1s/100", max = "100000000/60s/1000000")
        Rate global,

        @DefaultValue("3000/60s/300") @Between(min = "60/1s/20", max = "100000000/60s/1000000")
        Rate address,

        @DefaultValue("1000/60s/100") @Between(min = "60/1s/20", max = "100000000/60s/1000000")
        Rate user,

        @DefaultValue("600/60s/150") @Between(min = "60/1s/20", max = "100000000/60s/1000000")
        Rate known,

        @DefaultValue("30/60s/10") @Between(min = "10/1s/10", max = "100000000/60s/1000000")
        Rate newcomer,

        @DefaultValue("600/60s/100") @Between(min = "60/1s/20", max = "100000000/60s/1000000")
        Rate signIn,

        @DefaultValue("60/60s/30") @Between(min = "3/1s/3", max = "100000000/600s/1000000")
        Rate signInAddress,

        @DefaultValue("3/600s/3") @Between(min = "2/1s/2", max = "1000/3600s/100")
        Rate signInNewcomer,

        @DefaultValue("20/60s/20") @Between(min = "3/1s/3", max = "100000000/600s/1000000")
        Rate signInPair,

        @DefaultValue("60/600s/30") @Between(min = "3/1s/3", max = "100000000/3600s/1000000")
        Rate signInAccount,

        @DefaultValue("10/600s/10") @Between(min = "3/1s/3", max = "100000000/3600s/1000000")
        Rate secondFactor,

        @DefaultValue("5/3600s/5") @Between(min = "2/1s/2", max = "100000000/1d/1000000")
        Rate passwordReset,

        @DefaultValue("5/3600s/3") @Between(min = "2/1s/2", max = "1000/3600s/100")
        Rate ownData,

        @DefaultValue("30/60s/10") @Between(min = "2/1s/2", max = "100000/60s/1000")
        Rate analysis,

        @DefaultValue("10/3600s/5") @Between(min = "2/1s/2", max = "1000000/1d/100000")
        Rate report,

        @DefaultValue("20/3600s/10") @Between(min = "2/1s/2", max = "1000000/1d/100000")
        Rate ageCheck,

        @DefaultValue("120/60s/30") @Between(min = "10/1s/5", max = "100000000/60s/1000000")
        Rate payment,

        @DefaultValue("60000/60s/1000") @Between(min = "600/1s/100", max = "100000000/60s/1000000")
        Rate webhook,

        @DefaultValue({"/assets/", "/favicon.ico", "/robots.txt", "/actuator/health"})
        List<String> exempt,

        @DefaultValue({"/problems", "/help"}) List<String> plainPaths,

        @DefaultValue({
            "/api/v1/sessions",
            "/api/v1/registrations",
            "/api/v1/invitations",
            "/api/v1/password-resets",
            "/sign-in",
            "/register",
            "/invitation",
            "/password-reset",
            "/account/confirm",
            "/login"
        })
        List<String> signInPaths,

        @DefaultValue({"/api/v1/payments", "/api/v1/payment-methods", "/checkout", "/creators"})
        List<String> moneyPaths,

        @DefaultValue("/webhooks/") List<String> webhookPaths,
        @DefaultValue("/sandbox/v1/") List<String> vendorPaths,

        @DefaultValue("1h") @Between(min = "1m", max = "30d")
        Duration blockTimeMax,

        @DefaultValue("30d") @Between(min = "1h", max = "3650d")
        Duration blocksKeptFor) {
    private static final int CODES_AT_ONCE_MAX = 100;

    /** No setting turns safety off: what lets people in or moves money stays counted, and codes cannot be guessed by number. */
    public LimitSettings {
        require(
                secondFactor.burst() <= CODES_AT_ONCE_MAX
                        && secondFactor.quota() <= secondFactor.window().toSeconds(),
                "fanz.limits.second-factor is " + secondFactor + ", but must be at most one code a second, and "
                        + CODES_AT_ONCE_MAX + " at once.");
        require(
                signInPaths.containsAll(List.of("/api/v1/sessions", "/sign-in")),
                "fanz.limits.sign-in-paths must name /api/v1/sessions and /sign-in.");
        require(
                moneyPaths.containsAll(List.of("/api/v1/payments", "/checkout")),
                "fanz.limits.money-paths must name /api/v1/payments and /checkout.");
        for (String open : Stream.of(exempt, webhookPaths, vendorPaths)
                .flatMap(List::stream)
                .toList()) {
            for (String guarded :
                    Stream.concat(signInPaths.stream(), moneyPaths.stream()).toList()) {
                require(
                        !(guarded + "/").startsWith(open),
                        "A path of fanz.limits is " + open + ", which would leave " + guarded + " uncounted.");
            }
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
