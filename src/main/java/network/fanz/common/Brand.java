package network.fanz.common;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The sites that the program shows, each at a host of its own: {@code <label>.<parent domain>}. A line here and a token file
 * {@code css/brand-<label>.css} make a brand; a logo and a first page of its own are optional.
 */
public enum Brand {
    DASH("Dash", "rail", Audience.STAFF),
    TUBE("Tube", "top", Audience.FANS),
    ELITE("EliteTube", "top", Audience.FANS),
    SPICY("SpicyAi", "rail", Audience.FANS),
    MEET("Meet", "dock", Audience.FANS),
    /** The host where all sign in. It is no brand's own. */
    AUTH("", "none", Audience.EVERYBODY);

    private static final Pattern PATH = Pattern.compile("/@([^/]+)(/.*)?");

    private final String suffix;
    private final String nav;
    private final Audience audience;

    Brand(String suffix, String nav, Audience audience) {
        this.suffix = suffix;
        this.nav = nav;
        this.audience = audience;
    }

    /** Whom a site is for. It decides which pages the site has. */
    public enum Audience {
        /** Fans and creators. */
        FANS,
        STAFF,
        EVERYBODY
    }

    /** The host's first label, and the name of the brand's token file. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String title() {
        return "Fanz" + suffix;
    }

    /** What follows "Fanz" in the brand's name; empty at the sign-in host. */
    public String suffix() {
        return suffix;
    }

    /** The navigation's form: {@code rail}, {@code top}, {@code dock} or {@code none}. */
    public String nav() {
        return nav;
    }

    public Audience audience() {
        return audience;
    }

    /** Whether fans and creators meet here; false for the staff's site and for the sign-in host. */
    public boolean forFans() {
        return audience == Audience.FANS;
    }

    /** Whether this is a site of its own; false for the sign-in host. */
    public boolean isFront() {
        return audience != Audience.EVERYBODY;
    }

    /** All but the sign-in host. */
    public static List<Brand> fronts() {
        return Arrays.stream(values()).filter(Brand::isFront).toList();
    }

    /** The brand of a host's first label; empty if it is none of ours. */
    public static Optional<Brand> labelled(String label) {
        return Arrays.stream(values())
                .filter(brand -> brand.label().equals(label))
                .findAny();
    }

    /**
     * The brand that a path such as {@code /@tube/wallet} names, for machines that do not resolve its host. The staff's pages are on
     * their own host only.
     */
    public static Optional<Brand> inPath(String path) {
        Matcher named = PATH.matcher(path);
        return named.matches()
                ? labelled(named.group(1)).filter(brand -> brand.audience != Audience.STAFF)
                : Optional.empty();
    }
}
