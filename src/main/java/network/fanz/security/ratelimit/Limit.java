package network.fanz.security.ratelimit;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import network.fanz.security.ratelimit.counting.Rate;
import network.fanz.security.ratelimit.requests.RequestClass;

/**
 * The limits. Each constant says what clients call the limit, what it counts by, which requests take one from it, and which setting
 * holds its rate. A limit that no class of requests takes from is taken from by the code that knows its key.
 */
public enum Limit {
    /** All requests of all nodes together. */
    GLOBAL("global", CountedBy.EVERYBODY, LimitSettings::global, RequestClass.OF_CLIENTS),
    ADDRESS("address", CountedBy.ADDRESS, LimitSettings::address, RequestClass.OF_CLIENTS),
    USER("user", CountedBy.ACCOUNT, LimitSettings::user, RequestClass.OF_CLIENTS),
    /** All attempts together, because each costs a password hash. */
    SIGN_IN("sign-in", CountedBy.EVERYBODY, LimitSettings::signIn, Set.of(RequestClass.SIGN_IN)),
    SIGN_IN_ADDRESS("sign-in-address", CountedBy.ADDRESS, LimitSettings::signInAddress, Set.of(RequestClass.SIGN_IN)),
    /** Attempts on one account from one address. */
    SIGN_IN_PAIR("sign-in-pair", CountedBy.KEY_OF_ITS_OWN, LimitSettings::signInPair, Set.of()),
    /** Attempts on one account from all addresses that are new to it. */
    SIGN_IN_ACCOUNT("sign-in-account", CountedBy.KEY_OF_ITS_OWN, LimitSettings::signInAccount, Set.of()),
    SECOND_FACTOR("second-factor", CountedBy.KEY_OF_ITS_OWN, LimitSettings::secondFactor, Set.of()),
    PASSWORD_RESET("password-reset", CountedBy.KEY_OF_ITS_OWN, LimitSettings::passwordReset, Set.of()),
    PAYMENT("payment", CountedBy.ACCOUNT, LimitSettings::payment, Set.of(RequestClass.MONEY)),
    WEBHOOK("webhook", CountedBy.EVERYBODY, LimitSettings::webhook, Set.of(RequestClass.WEBHOOK));

    /** Whose requests share one count. */
    public enum CountedBy {
        /** The state of such a limit is not told to clients: it would say how busy the program is, and no client can change it. */
        EVERYBODY,
        /** Known before anything else is looked up. */
        ADDRESS,
        /** Known once the session has been looked up. */
        ACCOUNT,
        KEY_OF_ITS_OWN
    }

    private final String publicName;
    private final CountedBy countedBy;
    private final Function<LimitSettings, Rate> setting;
    private final Set<RequestClass> takers;

    Limit(String publicName, CountedBy countedBy, Function<LimitSettings, Rate> setting, Set<RequestClass> takers) {
        this.publicName = publicName;
        this.countedBy = countedBy;
        this.setting = setting;
        this.takers = takers;
    }

    /** The limits that every request of this class takes one from. */
    public static List<Limit> takenBy(RequestClass requestClass) {
        return Arrays.stream(values())
                .filter(limit -> limit.takers.contains(requestClass))
                .toList();
    }

    /** As headers, problems and metrics name it. */
    public String publicName() {
        return publicName;
    }

    public CountedBy countedBy() {
        return countedBy;
    }

    public boolean isShared() {
        return countedBy == CountedBy.EVERYBODY;
    }

    public Rate rate(LimitSettings settings) {
        return setting.apply(settings);
    }
}
