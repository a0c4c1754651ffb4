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
    /**
     * All requests of all nodes together that need work. A request that it refuses may have a share of its own, see
     * {@code RequestAdmission}. Attempts to sign in don't take from it: they are counted where a password is hashed.
     */
    GLOBAL(
            "global",
            CountedBy.EVERYBODY,
            LimitSettings::global,
            Set.of(RequestClass.READ, RequestClass.CHANGE, RequestClass.MONEY)),
    ADDRESS("address", CountedBy.ADDRESS, LimitSettings::address, RequestClass.OF_CLIENTS),
    /** Of each wider network around an address; the wider, the more. */
    NETWORK("network", CountedBy.NETWORK, LimitSettings::address, RequestClass.OF_CLIENTS),
    USER("user", CountedBy.ACCOUNT, LimitSettings::user, RequestClass.OF_CLIENTS),
    /** The share of a device or a place that an account has signed in from. */
    KNOWN("known", CountedBy.KEY_OF_ITS_OWN, LimitSettings::known, Set.of()),
    /** What an address may do that has done little yet, once others have used up {@link #GLOBAL}. */
    NEWCOMER("newcomer", CountedBy.KEY_OF_ITS_OWN, LimitSettings::newcomer, Set.of()),
    /** All newcomers together. */
    NEWCOMERS("newcomers", CountedBy.EVERYBODY, LimitSettings::global, Set.of()),
    /** All passwords of strangers together, because each costs a hash. */
    SIGN_IN("sign-in", CountedBy.EVERYBODY, LimitSettings::signIn, Set.of()),
    SIGN_IN_ADDRESS("sign-in-address", CountedBy.ADDRESS, LimitSettings::signInAddress, Set.of()),
    SIGN_IN_NETWORK("sign-in-network", CountedBy.NETWORK, LimitSettings::signInAddress, Set.of()),
    /** As {@link #NEWCOMER}, once others have used up {@link #SIGN_IN}. */
    SIGN_IN_NEWCOMER("sign-in-newcomer", CountedBy.KEY_OF_ITS_OWN, LimitSettings::signInNewcomer, Set.of()),
    SIGN_IN_NEWCOMERS("sign-in-newcomers", CountedBy.EVERYBODY, LimitSettings::signIn, Set.of()),
    /** Attempts on one account from one device or address. */
    SIGN_IN_PAIR("sign-in-pair", CountedBy.KEY_OF_ITS_OWN, LimitSettings::signInPair, Set.of()),
    /** Attempts on one account from all devices and addresses that are new to it. */
    SIGN_IN_ACCOUNT("sign-in-account", CountedBy.KEY_OF_ITS_OWN, LimitSettings::signInAccount, Set.of()),
    SECOND_FACTOR("second-factor", CountedBy.KEY_OF_ITS_OWN, LimitSettings::secondFactor, Set.of()),
    PASSWORD_RESET("password-reset", CountedBy.KEY_OF_ITS_OWN, LimitSettings::passwordReset, Set.of()),
    /** Files of one's own data, of one account. */
    OWN_DATA("own-data", CountedBy.KEY_OF_ITS_OWN, LimitSettings::ownData, Set.of()),
    /** Looks of software at words and files, of one account. */
    ANALYSIS("analysis", CountedBy.KEY_OF_ITS_OWN, LimitSettings::analysis, Set.of()),
    /** Reports of works, of one device or address: whoever reports need not be signed in. */
    REPORT("report", CountedBy.KEY_OF_ITS_OWN, LimitSettings::report, Set.of()),
    /** Proofs of age that are begun without an account, of one device or address: each is a check that a provider makes. */
    AGE_CHECK("age-check", CountedBy.KEY_OF_ITS_OWN, LimitSettings::ageCheck, Set.of()),
    PAYMENT("payment", CountedBy.ACCOUNT, LimitSettings::payment, Set.of(RequestClass.MONEY)),
    /** Calls below the providers' paths, before anybody knows whether they are signed. */
    WEBHOOK("webhook", CountedBy.ADDRESS, LimitSettings::webhook, Set.of(RequestClass.WEBHOOK));

    /** Whose requests share one count. */
    public enum CountedBy {
        /** The state of such a limit is not told to clients: it would say how busy the program is, and no client can change it. */
        EVERYBODY,
        /** Known before anything else is looked up. */
        ADDRESS,
        /** Each wider network around the address. */
        NETWORK,
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
