package network.fanz.web.brand;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The places that the program shows, each at a host of its own: {@code <label>.<parent domain>}. */
public enum Brand {
    DASH("Dash", "rail"),
    TUBE("Tube", "top"),
    ELITE("EliteTube", "top"),
    SPICY("SpicyAi", "rail"),
    MEET("Meet", "dock"),
    /** Where all sign in: it belongs to no brand. */
    AUTH("", "none");

    private final String suffix;
    private final String nav;

    Brand(String suffix, String nav) {
        this.suffix = suffix;
        this.nav = nav;
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

    /** Whether fans and creators meet here; false for staff's place and for the sign-in host. */
    public boolean forFans() {
        return this != DASH && this != AUTH;
    }

    /** All but the sign-in host. */
    public static List<Brand> fronts() {
        return Arrays.stream(values()).filter(brand -> brand != AUTH).toList();
    }

    static Optional<Brand> labelled(String label) {
        for (Brand brand : values()) {
            if (brand.label().equals(label)) {
                return Optional.of(brand);
            }
        }
        return Optional.empty();
    }
}
