package network.fanz.web;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import network.fanz.common.Between;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the front ends are, and who runs them.
 *
 * @param parentDomain the domain whose sub-domains are the brands
 * @param contact whom people ask for help and about their data: an email address, or the https address of a page
 * @param terms the https address of the operator's terms of use, for as long as no text of them is in force that was published in
 *     FanzDash: a published one takes its place
 * @param formTargets origins of others to which a page of ours may lead on after a form: the payment provider's card page, and clients
 *     that send their users here to sign out; such as {@code https://pay.example}
 * @param formKeptFor how long what was typed into a form is kept, in the browser's session, where its sender must sign in anew first
 */
@ConfigurationProperties(prefix = "fanz.web", ignoreUnknownFields = false)
record WebSettings(
        @DefaultValue("fanz.localhost") String parentDomain,
        @Nullable String contact,
        @Nullable String terms,
        @DefaultValue List<String> formTargets,

        @DefaultValue("15m") @Between(min = "1m", max = "1h")
        Duration formKeptFor) {
    private static final Pattern DOMAIN =
            Pattern.compile("[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+");
    private static final Pattern MAIL = Pattern.compile("[^\\s@]+@[^\\s@]+");
    private static final Pattern ORIGIN = Pattern.compile("https://[a-z0-9.-]+(:[0-9]{1,5})?");
    private static final Pattern ADDRESS = Pattern.compile("https://[^\\s\"<>]+");

    WebSettings {
        if (!DOMAIN.matcher(parentDomain).matches()) {
            throw new IllegalArgumentException(
                    "fanz.web.parent-domain is a domain name in small letters: " + parentDomain);
        }
        if (contact != null && !MAIL.matcher(contact).matches() && !isAddress(contact)) {
            throw new IllegalArgumentException("fanz.web.contact is an email address or an https address: " + contact);
        }
        if (!formTargets.stream().allMatch(ORIGIN.asMatchPredicate())) {
            throw new IllegalArgumentException(
                    "fanz.web.form-targets are https origins without a path: " + formTargets);
        }
        if (terms != null && !isAddress(terms)) {
            throw new IllegalArgumentException("fanz.web.terms is an https address: " + terms);
        }
    }

    private static boolean isAddress(String text) {
        return ADDRESS.matcher(text).matches();
    }
}
