package network.fanz.web.brand;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import network.fanz.common.Brand;
import network.fanz.security.identity.access.PublicHosts;
import org.jspecify.annotations.Nullable;

/**
 * Which brand a request is for, and under which addresses its pages lie.
 *
 * @param brand the brand whose host was asked
 * @param base what stands before every path: empty, or {@code /@tube} where the path names the brand
 * @param hosts the addresses by which browsers know the program
 */
public record BrandSite(Brand brand, String base, PublicHosts hosts) {
    private static final String ATTRIBUTE = BrandSite.class.getName();

    static Optional<Brand> brandOf(String host, String parent) {
        String name = host.toLowerCase(Locale.ROOT);
        if (!name.endsWith("." + parent)) {
            return Optional.empty();
        }
        return Brand.labelled(name.substring(0, name.length() - parent.length() - 1));
    }

    /** Null on a host that is none of the program's. */
    public static @Nullable BrandSite of(HttpServletRequest request) {
        return (BrandSite) request.getAttribute(ATTRIBUTE);
    }

    void mark(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    /** A page of this brand. */
    public String to(String path) {
        return base + path;
    }

    /** A page of another brand. */
    public String at(Brand other, String path) {
        if (!base.isEmpty() && other != Brand.DASH) {
            return "/@" + other.label() + path;
        }
        return hosts.baseUrl(other.label()) + path;
    }

    /** The domain of a cookie that holds on all places; null where all of them are one host. */
    public @Nullable String cookieDomain() {
        return base.isEmpty() ? hosts.parentDomain() : null;
    }

    /** What a content security policy calls all hosts of the program. */
    String everyOwnHost() {
        return hosts.baseUrl("*");
    }
}
